import CivilDates
import Diagnostics
import Export
import Files
import HTTPTypes
import Letters
import Register

/// All letters of a period: the plan, the work, and the files.
struct ExportPages: Sendable {
  private static let lettersShown = 100

  let workplace: Workplace

  func add(to routes: inout Routes) {
    routes.get("/export") { request in try page(request) }
    routes.post("/export") { request in try start(request) }
    routes.get("/jobs/{id}/letters.zip") { request in
      let export = try finished(request)
      return .download(
        .file(path: export.archive, isTemporary: false), name: "letters.zip",
        type: MediaType.zip)
    }
    routes.get("/jobs/{id}/manifest.json") { request in
      let export = try finished(request)
      return .download(
        .file(path: export.manifest, isTemporary: false), name: "manifest.json",
        type: MediaType.json)
    }
  }

  // MARK: Plan

  private func page(_ request: WebRequest) throws -> WebResponse {
    let language = request.language
    let words = RecordWords(language, try workplace.library.reference())
    let form = try self.form(request.query)
    let isAsked = !request.query.values.isEmpty
    let isWrong = form.period.period == nil
    let plan = isAsked && !isWrong ? try self.plan(form, request, words) : .nothing
    return Page(
      Phrase.export[language], in: .export, isWide: true,
      """
      <p class="lead">\(Phrase.exportLead[language])</p>
      <form class="card" method="get" action="/export" aria-label="\(Phrase.export[language])">
      \(form.html(words))
      <div class="actions">\(Forms.button(Phrase.showPlan[language]))</div>
      </form>
      \(plan)
      \(JobList(workplace.jobs.jobs(.export, for: request.visitor), language).html)
      """
    ).response(to: request, status: isWrong ? .unprocessableContent : .ok)
  }

  private func form(_ fields: FormFields) throws -> ExportForm {
    ExportForm(
      fields, known: ExportForm.exportable(try workplace.library.kinds()),
      today: workplace.today())
  }

  private func export(_ form: ExportForm) throws -> PeriodExport {
    let revision = try workplace.register.revision()
    guard
      let request = form.request(
        revision: revision, today: workplace.today(), program: workplace.program)
    else { throw WebFailure.badRequest }
    return try PeriodExport(request, workplace.register, workplace.library)
  }

  private func plan(
    _ form: ExportForm, _ request: WebRequest, _ words: RecordWords
  ) throws -> HTML {
    let language = words.language
    let export: PeriodExport
    do {
      export = try self.export(form)
    } catch let error as ExportError {
      return Findings.list(error.diagnostics, in: language)
    }
    let letters = export.plan.letters
    let headings = ["kind", "id", "number", "prepared_at", "status", "addressee"].html {
      "<th scope=\"col\">\(Phrase.column($0)[language])</th>"
    }
    let rows = letters.prefix(Self.lettersShown).html { letter in
      var status = HTML.nothing
      if case .document(let value) = letter.source { status = words.state(value) }
      return """
        <tr><td>\(letter.path.text)</td><td>\(ExportForm.name(letter.kind, words))</td><td>\(letter.id)</td>
        <td>\(letter.number)</td><td>\(language.date(letter.prepared))</td><td>\(status)</td><td>\(letter.addressee)</td></tr>

        """
    }
    let table: HTML = """
      \(TableBox.begin(labelledBy: "plan"))<thead><tr><th scope="col">\(Phrase.file[language])</th>\(headings)</tr></thead><tbody>
      \(rows)</tbody>\(TableBox.end)
      \(letters.count > Self.lettersShown ? "<p class=\"soft\">\(Phrase.onlyFirst(Self.lettersShown)[language])</p>" : .nothing)
      """
    let begin: HTML =
      letters.isEmpty || export.diagnostics.hasErrors
      ? .nothing
      : Forms.post(
        to: WebPath("export"), request.visitor,
        form.hidden() + Forms.button(Phrase.startExport[language]))
    return """
      <h2 id="plan">\(Phrase.exportPlan[language])</h2>
      \(export.diagnostics.isEmpty ? .nothing : Findings.list(export.diagnostics, in: language))
      <p role="status">\(letters.isEmpty ? Phrase.noLettersToExport[language] : Phrase.letterCount(language.number(letters.count))[language])</p>
      <div class="actions">\(begin)</div>
      \(letters.isEmpty ? .nothing : table)

      """
  }

  // MARK: Work

  private func start(_ request: WebRequest) throws -> WebResponse {
    let form = try self.form(try request.form())
    guard let period = form.period.period else { throw WebFailure.badRequest }
    let export = try export(form)
    let folder = try FileSystem.makeUniqueFolder(beginning: "\(workplace.folder)/export-")
    do {
      let job = try workplace.jobs.start(
        .export, .exportTitle(PeriodForm.phrase(period)), for: request.visitor, folder: folder
      ) { job in
        let target = "\(folder)/letters"
        let outcome = try export.write(
          into: target, seal: ExportSeal(isZipped: true),
          progress: { progress in
            job.note(.makingLetters, progress.done, of: progress.total, failed: progress.failed)
          }, isStopped: { job.isToStop })
        job.note(.verifyingExport, 0, of: 0)
        return .exported(
          FinishedExport(
            outcome: outcome, verification: try ExportVerification(of: target), folder: target))
      }
      try workplace.note(.exported, "\(period.from.iso) – \(period.to.iso)", for: request)
      return .seeOther(WebPath("jobs", job.id))
    } catch {
      FileSystem.removeTree(folder)
      throw error
    }
  }

  private func finished(_ request: WebRequest) throws -> FinishedExport {
    let job = try workplace.jobs.job(request.parameter("id"), for: request.visitor)
    guard case .done(.exported(let export)) = job.state, export.isSound else {
      throw WebFailure.notFound
    }
    return export
  }
}

/// What an export has made.
struct ExportOutcomeView {
  let export: FinishedExport
  let job: Job
  let visitor: Visitor

  var html: HTML {
    let language = visitor.language
    let outcome = export.outcome
    let kinds = Set(outcome.written.keys).union(outcome.failed.keys).sorted()
    let rows = kinds.html { kind in
      let name =
        kind == PeriodReport.kind
        ? Phrase.periodReport[language]
        : DocumentKind(rawValue: kind)?.label[language.messages] ?? kind
      return """
        <tr><th scope="row">\(name)</th><td class="number">\(language.number(outcome.written[kind] ?? 0))</td>
        <td class="number">\(language.number(outcome.failed[kind] ?? 0))</td></tr>

        """
    }
    let headings = [Phrase.letterKind, .written, .notMade].html {
      "<th scope=\"col\">\($0[language])</th>"
    }
    let more: HTML =
      outcome.unlisted > 0
      ? "<p class=\"soft\">\(Phrase.moreFindings(language.number(outcome.unlisted))[language])</p>"
      : .nothing
    let findings: HTML =
      outcome.diagnostics.isEmpty
      ? .nothing
      : """
      <h2>\(Phrase.findingsOfExport[language])</h2>
      \(Findings.list(outcome.diagnostics, in: language))\(more)
      """
    return """
      \(soundness(language))
      \(TableBox.begin(job.title[language]))<thead><tr>\(headings)</tr></thead><tbody>
      \(rows)</tbody>\(TableBox.end)
      \(findings)

      """
  }

  private func soundness(_ language: LetterLanguage) -> HTML {
    let verification = export.verification
    guard export.isSound else {
      return """
        <p class="notice error" role="alert">\(Phrase.exportIsDamaged[language])</p>
        \(Findings.list(verification.diagnostics, in: language))
        """
    }
    let said = Phrase.exportVerified(
      letters: language.number(verification.letters), files: language.number(verification.files))
    let archive = WebPath("jobs", job.id, "letters.zip")
    let manifest = WebPath("jobs", job.id, "manifest.json")
    return """
      <p class="notice good" role="status">\(said[language])</p>
      <div class="actions"><a class="button main" href="\(archive.description)">\(Phrase.downloadExport[language])</a>
      <a class="button" href="\(manifest.description)">\(Phrase.downloadManifest[language])</a></div>

      """
  }
}
