import Diagnostics
import Letters
import Register

/// The list of letters, with what waits for the visitor on top.
struct LetterList {
  private let workplace: Workplace
  private let request: WebRequest
  private let language: LetterLanguage
  private let names: [String: Bilingual]

  /// So many letters are on a page.
  private static let pageSize = 30

  init(_ workplace: Workplace, _ request: WebRequest) throws {
    self.workplace = workplace
    self.request = request
    language = request.language
    names = try NewLetter(workplace).names()
  }

  func response() throws -> WebResponse {
    let filter = filter
    let page = try workplace.register.letters(
      matching: filter, after: end, limit: Self.pageSize)
    let isFirst = request.query["changed"] == nil
    let waiting = try isFirst && !isFiltered ? self.waiting() : .nothing
    let heading = waiting.isEmpty ? HTML.nothing : "<h2>\(Phrase.allLetters[language])</h2>"
    let new: HTML =
      "<p class=\"actions\"><a class=\"button main\" href=\"\(WebPath("letters", "new").description)\">\(Phrase.newLetter[language])</a></p>"
    let list =
      page.letters.isEmpty
      ? "<p role=\"status\">\(isFiltered ? Phrase.nothingFound[language] : Phrase.noLetters[language])</p>"
      : table(page.letters, caption: nil)
    return Page(
      Phrase.letters[language], in: .letters, isWide: true,
      new + waiting + heading + form() + list + more(page)
    ).response(to: request)
  }

  // MARK: What is looked for

  private var isFiltered: Bool {
    ["state", "kind", "own", "text"].contains { request.query.text($0) != nil }
  }

  private var filter: LetterFilter {
    var filter = LetterFilter()
    if let state = request.query.text("state").flatMap({ LetterState(rawValue: $0) }) {
      filter.states = [state]
    } else {
      filter.states = Set(LetterState.allCases).subtracting([.discarded])
    }
    filter.kind = request.query.text("kind")
    filter.search = request.query.text("text")
    if request.query["own"] == "true" { filter.author = request.visitor.account }
    return filter
  }

  private var end: LetterPage.End? {
    guard let changed = request.query["changed"].flatMap({ Int($0) }),
      let id = request.query["id"].flatMap({ Int($0) })
    else { return nil }
    return LetterPage.End(changed: changed, id: id)
  }

  private func form() -> HTML {
    let any = (value: "", text: Phrase.anyState[language])
    let states = LetterState.allCases.map { ($0.rawValue, $0.label[language.messages]) }
    let order = AlphabetOrder(language)
    let kinds = names.map { (value: $0, text: $1[language]) }.sorted {
      order.key(of: $0.text).lexicographicallyPrecedes(order.key(of: $1.text))
    }
    let mark: HTML = request.query["own"] == "true" ? " checked" : .nothing
    let own: HTML =
      request.visitor.account == nil
      ? .nothing
      : """
      <div class="field check"><input type="checkbox" id="field-own" name="own" value="true"\(mark)><label for="field-own">\(Phrase.ownLetters[language])</label></div>
      """
    return """
      <form method="get" action="\(WebPath("letters").description)" class="card row" role="search">
      \(Forms.field("text", Phrase.letterWords[language], value: request.query["text"] ?? "", type: "search"))
      \(Forms.choice("kind", Phrase.letterKind[language], options: [(value: "", text: Phrase.anyKind[language])] + kinds, selected: request.query["kind"] ?? ""))
      \(Forms.choice("state", Phrase.letterState[language], options: [any] + states, selected: request.query["state"] ?? ""))
      \(own)
      \(Forms.button(Phrase.search[language], isMain: false))
      </form>

      """
  }

  private func more(_ page: LetterPage) -> HTML {
    guard let next = page.next else { return .nothing }
    let path = WebPath(
      "letters",
      query: [
        "text": request.query.text("text"), "kind": request.query.text("kind"),
        "state": request.query.text("state"), "own": request.query.text("own"),
        "changed": String(next.changed), "id": String(next.id),
      ])
    return
      "<p class=\"actions\"><a class=\"button\" rel=\"next\" href=\"\(path.description)\">\(Phrase.next[language])</a></p>"
  }

  // MARK: Letters

  /// What the visitor has to do: approve what was submitted, mend what was returned.
  private func waiting() throws -> HTML {
    var html = HTML.nothing
    if request.visitor.access >= .approver {
      var filter = LetterFilter()
      filter.states = [.submitted]
      let letters = try workplace.register.letters(matching: filter, limit: Self.pageSize).letters
      let others = letters.filter { $0.author == nil || $0.author != request.visitor.account }
      if !others.isEmpty { html += table(others, caption: Phrase.waitingForApproval[language]) }
    }
    var filter = LetterFilter()
    filter.states = [.returned]
    filter.author = request.visitor.account
    let letters = try workplace.register.letters(matching: filter, limit: Self.pageSize).letters
    if !letters.isEmpty { html += table(letters, caption: Phrase.returnedToYou[language]) }
    return html
  }

  private func table(_ letters: [LetterOutline], caption: String?) -> HTML {
    let rows = letters.html { letter in
      let title = LetterTitle.text(letter.title, in: language)
      let kind = names[letter.kind]?[language] ?? letter.kind
      let path = WebPath("letters", String(letter.id))
      let remark: HTML? =
        letter.state == .returned && !letter.remark.isEmpty
        ? "<br><span class=\"soft\">\(letter.remark)</span>" : nil
      return """
        <tr><td class="number">\(letter.id)</td>
        <th scope="row"><a href="\(path.description)">\(title.isEmpty ? kind : title)</a>\(remark)</th>
        <td>\(kind)</td><td>\(LetterBadge.html(letter.state, language))</td>
        <td>\(letter.authorName)</td><td>\(PageTimes.text(letter.changed))</td></tr>

        """
    }
    let heads = [
      Phrase.letterNumber, .letterTitle, .letterKind, .letterState, .letterAuthor, .letterChanged,
    ].html { "<th scope=\"col\">\($0[language])</th>" }
    return """
      \(TableBox.begin(caption ?? Phrase.letters[language]))\(caption.map { "<caption>\($0)</caption>" as HTML })
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody>\(TableBox.end)

      """
  }
}

/// The state of a letter, to be seen at a glance.
enum LetterBadge {
  static func html(_ state: LetterState, _ language: LetterLanguage) -> HTML {
    let look =
      switch state {
      case .draft: ""
      case .submitted: " warn"
      case .returned, .discarded: " bad"
      case .approved: " good"
      case .superseded: ""
      }
    return "<span class=\"state\(look)\">\(state.label[language.messages])</span>"
  }
}
