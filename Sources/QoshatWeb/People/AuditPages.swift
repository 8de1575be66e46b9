import Diagnostics
import Letters
import Register

/// Who did what, when and from where.
struct AuditPages {
  private let workplace: Workplace

  private static let pageSize = 100

  init(_ workplace: Workplace) { self.workplace = workplace }

  func add(to routes: inout Routes) {
    routes.get("/log", .administrator) { try page(for: $0) }
  }

  private func page(for request: WebRequest) throws -> WebResponse {
    let language = request.language
    let action = request.query.text("action").flatMap { AuditAction(rawValue: $0) }
    let account = request.query.text("account").flatMap { Int($0) }
    let found = try workplace.register.auditEntries(
      action: action, account: account, before: request.query.text("before").flatMap { Int($0) },
      limit: Self.pageSize + 1)
    let entries = found.prefix(Self.pageSize)
    let rows = entries.html { entry in
      """
      <tr><td class="number">\(PageTimes.text(entry.moment))</td><td>\(entry.name)</td>
      <td>\(entry.action.label[language.messages])</td><td>\(entry.subject)</td><td>\(entry.explanation[language.messages])</td><td>\(entry.address)</td></tr>

      """
    }
    let heads = [
      Phrase.auditMoment, .personName, .auditAction, .auditSubject, .auditDetail, .auditAddress,
    ].html { "<th scope=\"col\">\($0[language])</th>" }
    let table: HTML =
      entries.isEmpty
      ? "<p role=\"status\">\(Phrase.nothingFound[language])</p>"
      : """
      \(TableBox.begin(Phrase.auditLog[language]))<thead><tr>\(heads)</tr></thead><tbody>
      \(rows)</tbody>\(TableBox.end)
      """
    var more: HTML?
    if found.count > Self.pageSize, let last = entries.last {
      let path = WebPath(
        "log",
        query: [
          "action": action?.rawValue, "account": account.map { String($0) },
          "before": String(last.id),
        ])
      more =
        "<p class=\"actions\"><a class=\"button\" rel=\"next\" href=\"\(path.description)\">\(Phrase.next[language])</a></p>"
    }
    return Page(
      Phrase.auditLog[language], in: .people, isWide: true,
      "\(try form(action, account, language))\(table)\(more)"
    ).response(to: request)
  }

  private func form(
    _ action: AuditAction?, _ account: Int?, _ language: LetterLanguage
  ) throws -> HTML {
    let actions = AuditAction.allCases.map {
      (value: $0.rawValue, text: $0.label[language.messages])
    }
    let people = try workplace.register.accounts().map {
      (value: String($0.id), text: "\($0.name) (\($0.login))")
    }
    let everything = (value: "", text: Phrase.anyAction[language])
    let everybody = (value: "", text: Phrase.anybody[language])
    return """
      <form method="get" action="\(WebPath("log").description)" class="card row" role="search">
      \(Forms.choice("action", Phrase.auditAction[language], options: [everything] + actions, selected: action?.rawValue ?? ""))
      \(Forms.choice("account", Phrase.personName[language], options: [everybody] + people, selected: account.map { String($0) } ?? ""))
      \(Forms.button(Phrase.show[language], isMain: false))
      </form>

      """
  }
}
