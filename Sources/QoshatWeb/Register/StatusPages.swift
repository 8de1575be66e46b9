import CivilDates
import Diagnostics
import HTTPTypes
import Letters
import Register

/// What can be done with the status and the number of a document, on its page.
struct StatusForms {
  let record: DocumentRecord
  let visitor: Visitor
  let today: CivilDate
  /// What was typed, where it was refused.
  let form: FormFields
  let words: RecordWords

  private var language: LetterLanguage { words.language }

  var html: HTML { status + number }

  private var status: HTML {
    let next = DocumentStatus.allCases.filter(record.status.next.contains)
    guard !next.isEmpty else {
      return "<p class=\"soft\">\(Phrase.statusIsLast[language])</p>"
    }
    let registers = next.contains(.registered) && record.number.isEmpty
    let numberField: HTML =
      registers
      ? Forms.field(
        "number", Phrase.column("number")[language], value: form["number"] ?? "",
        help: Phrase.numberForRegistration[language]) : .nothing
    return card(
      .changeStatus, "status",
      """
      \(Forms.choice("status", Phrase.newStatus[language], options: next.map { ($0.rawValue, words.status($0)) }, selected: form["status"] ?? ""))
      \(day)
      \(numberField)
      """)
  }

  /// A document that was sent or registered before it came into the register, without its number.
  private var number: HTML {
    let isLate = [.registered, .sent, .delivered, .executed].contains(record.status)
    guard record.number.isEmpty, isLate else { return .nothing }
    return card(
      .giveNumber, "number",
      """
      <p>\(Phrase.giveNumberLead[language])</p>
      \(Forms.field("givenNumber", Phrase.column("number")[language], value: form["givenNumber"] ?? "", isRequired: true))
      \(Forms.field("givenOn", Phrase.column("registered_at")[language], value: form["givenOn"] ?? (record.sentAt ?? today).iso, type: "date", isRequired: true))
      """, noteName: "givenWhy")
  }

  private var day: HTML {
    Forms.field(
      "date", Phrase.dayOfChange[language], value: form["date"] ?? today.iso, type: "date",
      isRequired: true)
  }

  private func card(
    _ title: Phrase, _ step: String, _ fields: HTML, noteName: String = "why"
  ) -> HTML {
    let path = WebPath("register", "documents", record.id, step)
    return """
      <section class="card" aria-labelledby="\(step)-title"><h2 id="\(step)-title">\(title[language])</h2>
      \(Forms.post(to: path, visitor, """
        <div class="row">\(fields)
        \(Forms.field(noteName, Phrase.noteOfWhy[language], value: form[noteName] ?? ""))</div>
        <div class="actions">\(Forms.button(title[language]))</div>
        """))</section>

      """
  }
}

/// Changes of a document's status, and its number.
struct StatusPages: Sendable {
  let workplace: Workplace
  let records: RecordPages

  func add(to routes: inout Routes) {
    routes.post("/register/documents/{id}/status", .approver) { request in
      let form = try request.form()
      guard let status = form["status"].flatMap({ DocumentStatus(rawValue: $0) }) else {
        throw WebFailure.badRequest
      }
      return try change(request, form, day: "date", as: .statusChanged) {
        (id, date) throws(RegisterError) in
        try workplace.register.setStatus(
          of: id, to: status, on: date, number: form.text("number"),
          note: note(request, form.text("why")))
      }
    }
    routes.post("/register/documents/{id}/number", .approver) { request in
      let form = try request.form()
      return try change(request, form, day: "givenOn", as: .numberGiven) {
        (id, date) throws(RegisterError) in
        try workplace.register.giveNumber(
          form.text("givenNumber") ?? "", to: id, on: date,
          note: note(request, form.text("givenWhy")))
      }
    }
  }

  private func note(_ request: WebRequest, _ reason: String?) -> RevisionNote {
    RevisionNote(
      author: request.visitor.name, reason: reason ?? "", recordedOn: workplace.today())
  }

  private func change(
    _ request: WebRequest, _ form: FormFields, day: String, as action: AuditAction,
    _ body: (String, CivilDate) throws(RegisterError) -> Int
  ) throws -> WebResponse {
    let held = try records.heldDocument(request)
    func refused(_ findings: [Diagnostic]) throws -> WebResponse {
      try records.document(request, held, findings: findings, form: form)
        .response(to: request, status: .unprocessableContent)
    }
    guard let date = form.date(day).date else {
      let message = Message(
        kk: Phrase.wrongDate.kk, ru: Phrase.wrongDate.ru, en: "a date such as 2021-12-15 is needed")
      return try refused([Diagnostic("R131", message, at: [Place(block: day)])])
    }
    do throws(RegisterError) {
      _ = try body(held.entry.key, date)
    } catch {
      guard error.cause == .refused else { throw error }
      return try refused(error.findings)
    }
    let detail = action == .statusChanged ? form["status"] : form.text("givenNumber")
    try workplace.note(action, held.entry.key, detail ?? "", for: request)
    return .seeOther(
      WebPath("register", "documents", held.entry.key, query: ["saved": "yes"]))
  }
}
