import CivilDates
import Files
import HTTPTypes
import Letters
import Register

/// Tables from the outside: looked at first, then taken into the register.
struct ImportPages: Sendable {
  /// All files of one import together.
  private static let largest = 256 << 20

  let workplace: Workplace

  func add(to routes: inout Routes) {
    routes.get("/register/import", .approver) { request in try page(request) }
    routes.post("/register/import", .approver, largestBody: Self.largest) { request in
      try upload(request)
    }
    routes.post("/jobs/{id}/import", .approver) { request in try start(request) }
    routes.get("/jobs/{id}/refused/{table}", .approver) { request in try refusedRows(request) }
  }

  // MARK: Form

  private func page(
    _ request: WebRequest, form: FormFields = FormFields(), error: Phrase? = nil
  ) throws -> WebResponse {
    let language = request.language
    let words = RecordWords(language, try workplace.library.reference())
    let wrongDay = form.date("enteredAt") == .wrong ? Phrase.wrongDate[language] : nil
    let fileError: HTML? = error.map {
      "<p class=\"error\" id=\"files-error\">\($0[language])</p>"
    }
    let content: HTML = """
      <div class="field"><label for="field-files">\(Phrase.filesToImport[language])</label>
      <input type="file" id="field-files" name="files" multiple accept=".csv,.json,text/csv,application/json"\(error == nil ? .nothing : " aria-invalid=\"true\" aria-describedby=\"files-error\"" as HTML)>
      \(fileError)</div>
      <fieldset><legend>\(Phrase.importOptions[language])</legend><div class="row">
      \(Forms.choice("body", Phrase.importBody[language], options: [("", Phrase.asInFile[language])] + words.bodyOptions(), selected: form["body"] ?? ""))
      \(Forms.field("enteredAt", Phrase.importEnteredAt[language], value: form["enteredAt"] ?? "", type: "date", error: wrongDay))
      \(Forms.choice("channel", Phrase.importChannel[language], options: Channel.allCases.map { ($0.rawValue, words.channel($0)) }, selected: form["channel"] ?? ""))
      </div></fieldset>
      \(Forms.check("replace", Phrase.replaceDiffering[language], isOn: form["replace"] != nil))
      \(Forms.check("strict", Phrase.strictImport[language], isOn: form["strict"] != nil))
      <div class="actions">\(Forms.button(Phrase.checkFiles[language]))</div>
      """
    return Page(
      Phrase.importCSV[language], in: .register,
      """
      \(RegisterTab.html(.importing, for: request.visitor))
      <p class="lead">\(Phrase.importLead[language])</p>
      <div class="card">\(Forms.post(to: RegisterTab.importing.path, request.visitor, isUpload: true, content))</div>
      \(JobList(workplace.jobs.jobs(.importing, for: request.visitor), language).html)
      """
    ).response(to: request, status: error == nil && wrongDay == nil ? .ok : .unprocessableContent)
  }

  private func upload(_ request: WebRequest) throws -> WebResponse {
    let form = try request.form()
    let files = form.files.filter { $0.name == "files" && !$0.file.name.isEmpty }.map(\.file)
    if files.isEmpty { return try page(request, form: form, error: .noFilesChosen) }
    if form.date("enteredAt") == .wrong { return try page(request, form: form) }
    var options = ImportOptions(
      body: form.text("body"), enteredAt: form.date("enteredAt").date,
      channel: form["channel"].flatMap { Channel(rawValue: $0) } ?? .informationSystem,
      onDifference: form["replace"] == nil ? .report : .replace, isStrict: form["strict"] != nil,
      today: workplace.today(), author: request.visitor.name)
    options.isTrial = true
    let trial = options
    let folder = try FileSystem.makeUniqueFolder(beginning: "\(workplace.folder)/import-")
    let upload = try ImportUpload(files, in: folder, options: trial)
    let register = workplace.register
    do {
      let job = try workplace.jobs.start(
        .importing, .trialTitle, for: request.visitor, folder: folder
      ) { job in
        do {
          return .trial(try Self.run(upload, trial, register, job), upload)
        } catch {
          upload.remove()
          throw error
        }
      }
      return .seeOther(WebPath("jobs", job.id))
    } catch {
      upload.remove()
      throw error
    }
  }

  // MARK: Work

  private func start(_ request: WebRequest) throws -> WebResponse {
    let trial = try workplace.jobs.job(request.parameter("id"), for: request.visitor)
    guard case .done(.trial(_, let upload)) = trial.state, upload.isKept else {
      throw WebFailure.conflict
    }
    var options = upload.options
    options.isTrial = false
    options.author = request.visitor.name
    let register = workplace.register
    let written = options
    let user = try workplace.user(of: request)
    let now = workplace.now()
    let job = try workplace.jobs.start(.importing, .importTitle, for: request.visitor) { job in
      defer { upload.remove() }
      let report = try Self.run(upload, written, register, job)
      try register.record(.imported, subject: String(report.revision), by: user, at: now)
      return .imported(report)
    }
    return .seeOther(WebPath("jobs", job.id))
  }

  private static func run(
    _ upload: ImportUpload, _ options: ImportOptions, _ register: Register, _ job: Job
  ) throws -> ImportReport {
    try register.importFiles(upload.files(), options: options) {
      (progress) throws(CancellationError) in
      if job.isToStop { throw CancellationError() }
      let phase: Phrase =
        switch progress.phase {
        case .checking: .checkingRows
        case .writing: options.isTrial ? .comparingRows : .writingRows
        }
      job.note(phase, progress.rows, of: progress.total)
    }
  }

  private func refusedRows(_ request: WebRequest) throws -> WebResponse {
    let job = try workplace.jobs.job(request.parameter("id"), for: request.visitor)
    let report: ImportReport
    switch job.state {
    case .done(.trial(let found, _)), .done(.imported(let found)): report = found
    default: throw WebFailure.notFound
    }
    let name = request.parameter("table")
    guard
      let file = report.refusedTables(in: request.language.messages).first(where: {
        "\($0.table.rawValue).csv" == name
      })
    else { throw WebFailure.notFound }
    return .download(.bytes(file.bytes), name: "bad-\(name)", type: MediaType.csv)
  }
}
