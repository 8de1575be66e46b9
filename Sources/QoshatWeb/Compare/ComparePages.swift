import Diagnostics
import HTTPTypes
import Letters
import OfficePackage
import Spelling

/// Two finished documents, from any program: do they agree?
struct ComparePages {
  private let workplace: Workplace
  private let reports = ResultStore<PairReport>(most: 40)

  init(_ workplace: Workplace) { self.workplace = workplace }

  func add(to routes: inout Routes) {
    routes.get("/compare") { request in page(for: request) }
    routes.post("/compare", largestBody: Routes.upload) { request in try compare(request) }
    routes.get("/compare/{id}") { request in try result(request) }
    routes.get("/compare/{id}/report") { request in
      let report = try reports.result(request.parameter("id"))
      let page = report.page(in: request.language.messages, day: workplace.today())
      var response = WebResponse.html(HTML(trusted: page))
      response.headers[.contentSecurityPolicy] = SecurityHeaders.letterPolicy
      return response
    }
    routes.get("/compare/{id}/copy/{language}") { request in
      let report = try reports.result(request.parameter("id"))
      guard let language = LetterLanguage(rawValue: request.parameter("language")) else {
        throw WebFailure.notFound
      }
      let name = report.files[language == .kk ? 0 : 1]
      let copy = try report.annotated(language, in: request.language.messages)
      let type = name.lowercased().hasSuffix(".txt") ? MediaType.text : MediaType.docx
      return .download(.bytes(copy), name: name, type: type)
    }
  }

  private func page(for request: WebRequest, error: Phrase? = nil, detail: String? = nil)
    -> WebResponse
  {
    let language = request.language
    let accept: HTML = " accept=\".docx,.txt\" required"
    let form = Forms.post(
      to: WebPath("compare"), request.visitor, isUpload: true,
      """
      <div class="columns">
      \(Forms.field("kk", Phrase.kazakhDocument[language], type: "file", attributes: accept))
      \(Forms.field("ru", Phrase.russianDocument[language], type: "file", attributes: accept))
      </div>
      <div class="actions">\(Forms.button(Phrase.compareThem[language]))</div>
      """)
    let notice = error.map { phrase -> HTML in
      "<p class=\"notice error\" role=\"alert\">\(phrase[language]) \(detail ?? "")</p>"
    }
    return Page(
      Phrase.compare[language], in: .compare,
      "<p class=\"lead\">\(Phrase.compareLead[language])</p>\(notice)<div class=\"card\">\(form)</div>"
    ).response(to: request, status: error == nil ? .ok : .unprocessableContent)
  }

  private func compare(_ request: WebRequest) throws -> WebResponse {
    let form = try request.form()
    let documents = LetterLanguage.allCases.compactMap { language in
      form.file(language.rawValue).map { file in
        PairCheck.Document(
          file: Self.name(of: file, language), bytes: file.bytes)
      }
    }
    guard documents.count == 2 else { return page(for: request, error: .twoDocumentsNeeded) }
    do {
      let report = try workplace.checks.check().report(documents[0], documents[1])
      return .seeOther(WebPath("compare", reports.keep(report, now: workplace.now())))
    } catch let error as PairCheckError {
      return page(
        for: request, error: .documentUnreadable,
        detail: error.diagnostic.message[request.language.messages])
    }
  }

  /// Two files of one name would be one in the folder that they are downloaded to.
  private static func name(of file: FormFields.File, _ language: LetterLanguage) -> String {
    let name = file.name.isEmpty ? "document.docx" : file.name
    return name.contains(".\(language).") ? name : "\(language).\(name)"
  }

  private func result(_ request: WebRequest) throws -> WebResponse {
    let id = request.parameter("id")
    let report = try reports.result(id)
    let language = request.language
    let errors = report.findings.filter { $0.severity == .error }.count
    let warnings = report.findings.count - errors
    let summary: HTML =
      report.findings.isEmpty
      ? "<p class=\"notice good\" role=\"status\">\(Phrase.pairAgrees[language])</p>"
      : "<p class=\"notice \(errors > 0 ? "error" : "warning")\" role=\"status\">\(Phrase.found(errors: errors, warnings: warnings)[language])</p>"
    let copies = LetterLanguage.allCases.html { version in
      let text = version == .kk ? Phrase.kazakhCopy : Phrase.russianCopy
      return
        "<a class=\"button\" href=\"\(WebPath("compare", id, "copy", version.rawValue).description)\">\(text[language])</a>"
    }
    return Page(
      Phrase.compare[language], in: .compare, isWide: true,
      """
      <p>\(report.files[0]) – \(report.files[1])</p>
      \(summary)
      <div class="actions">\(report.findings.isEmpty ? .nothing : copies)<a class="button" href="/compare">\(Phrase.compareOthers[language])</a></div>
      \(report.findings.isEmpty ? .nothing : Findings.list(report.findings, in: language))
      <h2>\(Phrase.bothSideBySide[language])</h2>
      <iframe class="letter" title="\(Phrase.bothSideBySide[language])" src="\(WebPath("compare", id, "report").description)"></iframe>
      """
    ).response(to: request)
  }
}
