import CivilDates
import Diagnostics
import Export
import HTTPTypes
import JSON
import Language
import Letters
import Register

/// Figures of a period, with their parts, charts, and the cases behind each number.
struct StatisticsPages: Sendable {
  private static let casesShown = 100

  let workplace: Workplace
  private let cache = StatisticsCache()

  init(workplace: Workplace) { self.workplace = workplace }

  func add(to routes: inout Routes) {
    routes.get("/statistics") { request in try figures(request) }
    routes.get("/statistics/cases") { request in try cases(request) }
  }

  // MARK: Figures

  private func figures(_ request: WebRequest) throws -> WebResponse {
    let language = request.language
    let form = PeriodForm(request.query, today: workplace.today())
    let fields: HTML = """
      <form class="card" method="get" action="/statistics" aria-label="\(Phrase.statisticsPeriod[language])">
      \(form.html(language))
      <div class="actions">\(Forms.button(Phrase.show[language]))</div>
      </form>

      """
    guard let period = form.period else {
      return Page(Phrase.statistics[language], in: .statistics, isWide: true, fields)
        .response(to: request, status: .unprocessableContent)
    }
    let question = StatisticsCache.Question(period: period, asOf: form.asOf)
    let answer = try cache.answer(question, workplace)
    let tables = StatisticsTables(answer: answer, language: language)
    let json = WebPath(
      "api", "statistics",
      query: ["period": "\(period.from.iso)..\(period.to.iso)", "asOf": form.asOf.iso])
    return Page(
      Phrase.statistics[language], in: .statistics, isWide: true,
      """
      \(fields)
      <p class="lead">\(span(question, answer.statistics.set.revision)[language])</p>
      \(checks(answer, language))
      \(tables.html)
      <p><a href="\(json.description)">\(Phrase.asJSON[language])</a></p>
      """
    ).response(to: request)
  }

  private func span(_ question: StatisticsCache.Question, _ revision: Int) -> Phrase {
    .statisticsSpan(
      PeriodForm.phrase(question.period),
      asOf: Phrase(
        kk: Kazakh.date(question.asOf, .asOf), ru: Russian.date(question.asOf, .asOf)),
      revision: revision)
  }

  private func checks(_ answer: StatisticsCache.Answer, _ language: LetterLanguage) -> HTML {
    let found = answer.report.diagnostics
    let sums: HTML =
      found.hasErrors
      ? .nothing : "<p class=\"notice good\">\(Phrase.sumsAreRight[language])</p>"
    let pending: HTML =
      answer.pendingLinks > 0
      ? "<p class=\"notice warning\">\(Phrase.pendingLinks(language.number(answer.pendingLinks))[language])</p>"
      : .nothing
    return sums + pending + (found.isEmpty ? .nothing : Findings.list(found, in: language))
  }

  // MARK: Cases

  private func cases(_ request: WebRequest) throws -> WebResponse {
    let language = request.language
    guard let link = FigureLink(request.query),
      let query = link.measure.query(during: link.period, asOf: link.asOf)
    else { throw WebFailure.notFound }
    let list = try workplace.register.cases(
      of: query, in: link.parts, after: request.query["after"] ?? "", limit: Self.casesShown)
    let items = list.keys.html { key in
      let path =
        link.measure.countsDocuments
        ? WebPath("register", "documents", key)
        : WebPath("register", "address", query: ["url": key])
      return "<li><a href=\"\(path.description)\">\(key)</a></li>\n"
    }
    let reference = try workplace.library.reference()
    let words = RecordWords(language, reference)
    let parts = link.parts.html { part in
      let name = part.dimension.label[language.messages]
      return
        "<dt>\(name)</dt><dd>\(words.value(part.value, of: part.dimension.rawValue))</dd>"
    }
    let onward: HTML? =
      list.hasMore
      ? list.keys.last.map {
        "<a class=\"button\" rel=\"next\" href=\"\(link.path(after: $0))\">\(Phrase.next[language])</a>"
      } : nil
    let found: HTML =
      list.keys.isEmpty
      ? "<p class=\"notice\">\(Phrase.nothingFound[language])</p>"
      : "<ul class=\"cases\">\(items)</ul>"
    let register: HTML? = link.registerPath.map {
      "<a class=\"button\" href=\"\($0.description)\">\(Phrase.toRegister[language])</a>"
    }
    let back = WebPath(
      "statistics",
      query: [
        "from": link.period.from.iso, "to": link.period.to.iso, "asOf": link.asOf.iso,
      ])
    return Page(
      link.measure.label[language.messages], in: .statistics,
      """
      <p class="lead">\(Phrase.casesOfFigure[language])</p>
      <dl class="facts card"><dt>\(Phrase.statisticsPeriod[language])</dt><dd>\(PeriodForm.phrase(link.period)[language])</dd>
      <dt>\(Phrase.asOf[language])</dt><dd>\(language.date(link.asOf))</dd>\(parts)</dl>
      \(found)
      <nav class="actions" aria-label="\(Phrase.listPages[language])">\(onward)\(register)<a class="button" href="\(back.description)">\(Phrase.toStatistics[language])</a></nav>
      <details><summary>\(Phrase.querySQL[language])</summary><pre>\(list.statement.description)</pre></details>
      """
    ).response(to: request)
  }
}
