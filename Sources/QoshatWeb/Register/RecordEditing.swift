import CivilDates
import Diagnostics
import HTTPTypes
import Letters
import Register

/// Adding records one by one, and correcting them.
struct RecordEditing: Sendable {
  let workplace: Workplace
  let records: RecordPages

  func add(to routes: inout Routes) {
    for (name, kind) in [("resource", RecordKind.resource), ("document", .document)] {
      routes.get("/register/add/\(name)", .approver) { request in
        var form = try form(request, kind, isChange: false)
        form.values["entered_at"] = workplace.today().iso
        form.values["prepared_at"] = workplace.today().iso
        return try page(request, form, version: nil, held: nil)
      }
      routes.post("/register/add/\(name)", .approver) { request in
        try save(request, kind, over: nil)
      }
    }
    routes.get("/register/resources/{row}/edit", .approver) { request in
      try edit(request, try records.held(request))
    }
    routes.get("/register/documents/{id}/edit", .approver) { request in
      try edit(request, try records.heldDocument(request))
    }
    routes.post("/register/resources/{row}/edit", .approver) { request in
      try save(request, .resource, over: try records.held(request))
    }
    routes.post("/register/documents/{id}/edit", .approver) { request in
      try save(request, .document, over: try records.heldDocument(request))
    }
  }

  private func form(_ request: WebRequest, _ kind: RecordKind, isChange: Bool) throws -> RecordForm
  {
    RecordForm(
      kind: kind, values: [:],
      words: RecordWords(request.language, try workplace.library.reference()), isChange: isChange,
      today: workplace.today())
  }

  private func edit(_ request: WebRequest, _ held: HeldRecord) throws -> WebResponse {
    var form = try form(request, held.entry.kind, isChange: true)
    form.values = RecordForm.values(of: held.entry)
    return try page(request, form, version: held.version, held: held)
  }

  // MARK: Saving

  private func save(
    _ request: WebRequest, _ kind: RecordKind, over held: HeldRecord?
  ) throws -> WebResponse {
    let fields = try request.form()
    var form = try form(request, kind, isChange: held != nil)
    for name in RecordForm.fields(of: kind) { form.values[name] = fields.text(name) }
    let version = fields["version"].flatMap { Int($0) }
    if held != nil, version == nil { throw WebFailure.badRequest }
    let reason = fields.text("why")
    // The case data keep the name of the file that they came from.
    var file = ""
    if case .document(let record, _)? = held?.entry { file = record.caseFile }
    let entry = form.entry(file: file)
    let keyField = kind == .resource ? "url" : "id"
    if let held, let entry, entry.key != held.entry.key {
      form.errors[keyField] =
        (kind == .resource ? Phrase.addressIsFixed : .idIsFixed)[request.language]
    }
    if held != nil, reason == nil { form.errors["why"] = Phrase.noteNeeded[request.language] }
    guard let entry, form.errors.isEmpty else {
      return try page(
        request, form, version: version, held: held, reason: reason, status: .unprocessableContent)
    }
    let note = RevisionNote(
      author: request.visitor.name, reason: reason ?? "", recordedOn: workplace.today())
    do throws(RegisterError) {
      if held != nil {
        try workplace.register.supersede([entry], of: version, file: file, note: note)
      } else {
        try workplace.register.add([entry], file: file, note: note)
      }
    } catch {
      guard error.cause == .refused else { throw error }
      return try page(
        request, form, version: version, held: held, findings: error.findings, reason: reason,
        status: error.code == .changedMeanwhile ? .conflict : .unprocessableContent)
    }
    try workplace.note(
      held == nil ? .recordAdded : .recordChanged, entry.key, reason ?? "", for: request)
    return .seeOther(try path(of: entry))
  }

  private func path(of entry: RegisterEntry) throws -> WebPath {
    switch entry {
    case .resource(let record):
      let row = try workplace.register.row(of: record.canonicalURL) ?? 0
      return WebPath("register", "resources", String(row), query: ["saved": "yes"])
    default: return WebPath("register", "documents", entry.key, query: ["saved": "yes"])
    }
  }

  // MARK: Page

  private func page(
    _ request: WebRequest, _ form: RecordForm, version: Int?, held: HeldRecord?,
    findings: [Diagnostic] = [], reason: String? = nil, status: HTTPResponse.Status = .ok
  ) throws -> WebResponse {
    let language = request.language
    let isResource = form.kind == .resource
    let title =
      held.map { Phrase.changing($0.entry.key) } ?? (isResource ? .addResource : .addDocument)
    let target: WebPath =
      if let held {
        isResource
          ? WebPath("register", "resources", String(held.row), "edit")
          : WebPath("register", "documents", held.entry.key, "edit")
      } else {
        WebPath("register", "add", form.kind.rawValue)
      }
    let back: WebPath =
      if let held {
        isResource
          ? WebPath("register", "resources", String(held.row))
          : WebPath("register", "documents", held.entry.key)
      } else {
        (isResource ? RegisterTab.resources : .documents).path
      }
    var alert = HTML.nothing
    if !findings.isEmpty {
      alert = "<div role=\"alert\">\(Findings.list(findings, in: language))</div>"
    } else if !form.errors.isEmpty {
      alert =
        "<p class=\"notice error\" role=\"alert\">\(Phrase.someFieldsAreWrong[language])</p>"
    }
    let content: HTML = """
      \(version.map { Forms.hidden("version", String($0)) })
      <div class="card">\(form.html)</div>
      \(Forms.field("why", Phrase.noteOfWhy[language], value: reason ?? "", help: Phrase.noteHelp[language], error: form.errors["why"], isRequired: held != nil))
      <div class="actions">\(Forms.button(Phrase.save[language]))<a class="button" href="\(back.description)">\(Phrase.cancel[language])</a></div>
      """
    return Page(
      title[language], in: .register,
      """
      \(RegisterTab.html(isResource ? .resources : .documents, for: request.visitor))
      \(alert)
      \(Forms.post(to: target, request.visitor, content))
      """
    ).response(to: request, status: status)
  }
}
