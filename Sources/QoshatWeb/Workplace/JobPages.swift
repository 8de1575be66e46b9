import Diagnostics
import JSON
import Letters

/// The page of long work: how far it has come, and what came of it.
struct JobPages: Sendable {
  let workplace: Workplace

  func add(to routes: inout Routes) {
    routes.get("/jobs/{id}") { request in
      let job = try workplace.jobs.job(request.parameter("id"), for: request.visitor)
      return page(job, request)
    }
    routes.get("/jobs/{id}/progress", isForPrograms: true) { request in
      let job = try workplace.jobs.job(request.parameter("id"), for: request.visitor)
      return .json(Self.json(job, request.language).serialized())
    }
    routes.post("/jobs/{id}/stop") { request in
      let job = try workplace.jobs.job(request.parameter("id"), for: request.visitor)
      job.stop()
      return .seeOther(WebPath("jobs", job.id))
    }
  }

  private func page(_ job: Job, _ request: WebRequest) -> WebResponse {
    let language = request.language
    let content: HTML
    switch job.state {
    case .waiting, .running: content = progress(job, request.visitor)
    case .stopped:
      content =
        "<p class=\"notice warning\" role=\"status\">\(Phrase.jobWasStopped[language]). \(Phrase.nothingWasKept[language])</p>"
    case .failed(let findings):
      content = """
        <p class="notice error" role="alert">\(Phrase.jobHasFailed[language]). \(Phrase.nothingWasKept[language])</p>
        \(failures(findings, language))
        """
    case .done(.trial(let report, let upload)):
      content =
        ImportOutcome(report: report, upload: upload, job: job, visitor: request.visitor).html
    case .done(.imported(let report)):
      content =
        ImportOutcome(report: report, upload: nil, job: job, visitor: request.visitor).html
    case .done(.exported(let export)):
      content = ExportOutcomeView(export: export, job: job, visitor: request.visitor).html
    }
    let section: Page.Section = job.kind == .export ? .export : .register
    let back: WebPath = job.kind == .export ? WebPath("export") : RegisterTab.importing.path
    let tabs: HTML =
      job.kind == .export ? .nothing : RegisterTab.html(.importing, for: request.visitor)
    return Page(
      job.title[language], in: section,
      "\(tabs)\(content)<p><a href=\"\(back.description)\">\(Phrase.back[language])</a></p>"
    ).response(to: request)
  }

  /// Of several files each says which one it is about.
  private func failures(_ findings: [Diagnostic], _ language: LetterLanguage) -> HTML {
    let items = findings.html { finding in
      let place = finding.places.first
      let file = place?.file.map { $0 + (place?.line.map { ":\($0)" } ?? "") } ?? ""
      let hint: HTML? = finding.hint.map { "<p class=\"hint\">\($0[language.messages])</p>" }
      return
        "<li><span class=\"position\">\(file)</span> \(finding.message[language.messages]) <span class=\"rule\">\(finding.rule)</span>\(hint)</li>\n"
    }
    return "<ul class=\"findings\">\(items)</ul>"
  }

  /// Refreshed by the script; without it, by the link.
  private func progress(_ job: Job, _ visitor: Visitor) -> HTML {
    let language = visitor.language
    let path = WebPath("jobs", job.id)
    let stop = Forms.post(
      to: WebPath("jobs", job.id, "stop"), visitor,
      Forms.button(Phrase.stopJob[language], isMain: false, attributes: " class=\"danger\""))
    return """
      <div class="card" data-progress="\(WebPath("jobs", job.id, "progress").description)">
      <p id="progress-text" role="status">\(Self.line(job.progress, language))</p>
      <progress aria-label="\(Phrase.progress[language])" max="100" value="\(job.progress.percent)">\(job.progress.percent) %</progress>
      </div>
      <div class="actions"><a class="button" href="\(path.description)">\(Phrase.refresh[language])</a>\(stop)</div>

      """
  }

  private static func json(_ job: Job, _ language: LetterLanguage) -> JSON {
    let progress = job.progress
    return [
      "state": .string(state(of: job)), "percent": .integer(progress.percent),
      "done": .integer(progress.done), "total": .integer(progress.total),
      "failed": .integer(progress.failed), "rate": .integer(progress.rate),
      "text": .string(line(progress, language)),
    ]
  }

  private static func state(of job: Job) -> String {
    switch job.state {
    case .waiting: "waiting"
    case .running: "running"
    case .done: "done"
    case .failed: "failed"
    case .stopped: "stopped"
    }
  }

  private static func line(_ progress: Job.Progress, _ language: LetterLanguage) -> String {
    var parts: [Phrase] = [progress.phase]
    if progress.total > 0 {
      parts.append(
        .done(language.number(progress.done), of: language.number(progress.total)))
    }
    if progress.rate > 0 { parts.append(.rate(language.number(progress.rate))) }
    if progress.failed > 0 { parts.append(.failedSoFar(language.number(progress.failed))) }
    return parts.map { $0[language] }.joined(separator: ", ")
  }
}

/// The long work of late, as a table.
struct JobList {
  private let jobs: [Job]
  private let language: LetterLanguage

  init(_ jobs: [Job], _ language: LetterLanguage) {
    self.jobs = jobs
    self.language = language
  }

  var html: HTML {
    guard !jobs.isEmpty else { return .nothing }
    let headings = [Phrase.jobName, .jobBegan, .jobState].html {
      "<th scope=\"col\">\($0[language])</th>"
    }
    let rows = jobs.html { job in
      """
      <tr><th scope="row"><a href="\(WebPath("jobs", job.id).description)">\(job.title[language])</a></th>
      <td>\(PageTimes.text(job.startedAt))</td><td>\(state(of: job)[language])</td></tr>

      """
    }
    return """
      <h2 id="jobs">\(Phrase.recentJobs[language])</h2>
      \(TableBox.begin(labelledBy: "jobs"))<thead><tr>\(headings)</tr></thead><tbody>
      \(rows)</tbody>\(TableBox.end)

      """
  }

  private func state(of job: Job) -> Phrase {
    switch job.state {
    case .waiting: .jobWaits
    case .running: .jobRuns
    case .done: .jobIsDone
    case .failed: .jobHasFailed
    case .stopped: .jobWasStopped
    }
  }
}
