import CivilDates
import Diagnostics
import Letters
import Register

/// Where a number of a letter comes from: what was asked of the register, and the cases behind the answer.
struct FigurePage {
  private let screen: LetterScreen
  private static let pageSize = 100

  init(_ screen: LetterScreen) { self.screen = screen }

  func response() throws -> WebResponse {
    let name = screen.request.parameter("name")
    guard let figure = try screen.shown().figures.first(where: { $0.name == name }) else {
      throw WebFailure.notFound
    }
    let language = screen.language
    let definition = figure.definition
    let facts: [(Phrase, String)] = [
      (.number, String(figure.value)),
      (.period, "\(figure.period.from.inFigures) – \(figure.period.to.inFigures)"),
      (.asOfDay, figure.figure.query.asOf.inFigures),
      (.documentKinds, kinds(definition, language)),
      (.countedState, Phrase.documentState(definition.state)[language]),
    ]
    let rows = facts.filter { !$0.1.isEmpty }.html { "<dt>\($0.0[language])</dt><dd>\($0.1)</dd>" }
    let back = WebPath("letters", screen.id)
    let statement = figure.figure.statement.description
    let content: HTML = """
      <p><a href="\(back.description)">\(Phrase.toLetter[language])</a></p>
      <dl class="facts">\(rows)</dl>
      <h2>\(Phrase.casesBehind[language])</h2>
      \(members(figure))
      <h2>\(Phrase.query[language])</h2>
      <pre>\(statement)</pre>
      """
    return Page(definition.label[language], in: .letters, content).response(to: screen.request)
  }

  private func kinds(
    _ definition: KindDefinition.FigureDefinition, _ language: LetterLanguage
  ) -> String {
    definition.kinds.map { $0.label[language.messages] }.sorted().joined(separator: ", ")
  }

  private func members(_ figure: LetterFigure) -> HTML {
    let members = figure.figure.members
    let language = screen.language
    let first = max(0, screen.request.query["from"].flatMap { Int($0) } ?? 0)
    let shown = members.dropFirst(first).prefix(Self.pageSize)
    guard !shown.isEmpty else { return "<p>\(Phrase.nothingFound[language])</p>" }
    let rows = shown.enumerated().html { index, member in
      "<tr><td class=\"number\">\(first + index + 1)</td><td>\(link(member, figure))</td></tr>\n"
    }
    let head = subject(figure)[language]
    func page(_ start: Int, _ phrase: Phrase) -> HTML {
      let path = WebPath(
        "letters", screen.id, "figures", figure.name, query: ["from": String(start)])
      return "<a class=\"button\" href=\"\(path.description)\">\(phrase[language])</a>"
    }
    let back = first > 0 ? page(max(0, first - Self.pageSize), .back) : HTML.nothing
    let next =
      first + shown.count < members.count ? page(first + Self.pageSize, .next) : HTML.nothing
    return """
      \(TableBox.begin(head))<caption>\(first + 1)–\(first + shown.count) / \(members.count)</caption>
      <thead><tr><th scope="col" class="number">№</th><th scope="col">\(head)</th></tr></thead>
      <tbody>\(rows)</tbody>\(TableBox.end)
      <p class="actions">\(back)\(next)</p>

      """
  }

  private func subject(_ figure: LetterFigure) -> Phrase {
    switch figure.figure.query.subject {
    case .documents: .documentOfRegister
    case .resources: .resourceOfRegister
    case .bodies: .stateBody
    }
  }

  private func link(_ member: String, _ figure: LetterFigure) -> HTML {
    switch figure.figure.query.subject {
    case .documents:
      return
        "<a href=\"\(WebPath("register", "documents", member).description)\">\(member)</a>"
    case .resources:
      return
        "<a href=\"\(WebPath("register", "address", query: ["url": member]).description)\">\(member)</a>"
    case .bodies:
      let name = screen.letter.kind.kind?.reference.bodies[member]?.name[screen.language]
      return "\(name ?? member)"
    }
  }
}
