import CivilDates
import Diagnostics
import Files
import HTTPTypes
import Letters
import Register

/// The templates of the letter kinds: to look at, to take away, and to bring back mended.
struct TemplatePages {
  private let workplace: Workplace
  private let checks = ResultStore<TemplateCheck>(most: 40)

  init(_ workplace: Workplace) { self.workplace = workplace }

  func add(to routes: inout Routes) {
    routes.get("/templates") { request in try list(request) }
    routes.get("/templates/{kind}") { request in try kindPage(request) }
    routes.get("/templates/{kind}/{language}/file") { request in
      let versions = try versions(request)
      return .download(
        .bytes(try FileSystem.read(versions.path)), name: downloadName(request),
        type: MediaType.docx)
    }
    routes.get("/templates/{kind}/{language}/versions/{number}/file") { request in
      let version = try versions(request).earlier(try request.number("number"))
      return .download(
        .bytes(try FileSystem.read(version.path)),
        name: downloadName(request, "-\(version.number)"), type: MediaType.docx)
    }
    routes.get("/templates/{kind}/{language}/versions/{number}") { request in
      try versionPage(request)
    }
    routes.post(
      "/templates/{kind}/{language}", .administrator, largestBody: Routes.upload
    ) { request in try upload(request) }
    routes.get("/templates/checks/{id}/result", .administrator) { request in
      try checkPage(request)
    }
    routes.get("/templates/checks/{id}/copy", .administrator) { request in
      let check = try checks.result(request.parameter("id"))
      return .download(
        .bytes(try check.annotated(in: request.language.messages)),
        name: "\(check.kind).\(check.language).docx", type: MediaType.docx)
    }
  }

  // MARK: Pages

  private func list(_ request: WebRequest) throws -> WebResponse {
    let language = request.language
    let rows = try workplace.library.kinds().html { id -> HTML in
      let compiled = try workplace.kinds.kind(id)
      let (definition, _) = try workplace.library.definition(of: id)
      let name = definition?.name[language] ?? id
      return """
        <tr><th scope="row"><a href="\(WebPath("templates", id).description)">\(name)</a></th>
        <td><code>\(id)</code></td><td>\(state(compiled.diagnostics, language))</td></tr>
        """
    }
    return Page(
      Phrase.templates[language], in: .templates,
      """
      <p class="lead">\(Phrase.templatesLead[language])</p>
      \(TableBox.begin(Phrase.templates[language]))<thead><tr><th scope="col">\(Phrase.letterKind[language])</th>
      <th scope="col">\(Phrase.folder[language])</th><th scope="col">\(Phrase.state[language])</th></tr></thead>
      <tbody>\(rows)</tbody>\(TableBox.end)
      """
    ).response(to: request)
  }

  private func state(_ diagnostics: [Diagnostic], _ language: LetterLanguage) -> HTML {
    diagnostics.hasErrors
      ? "<span class=\"state bad\">\(Phrase.hasErrors[language])</span>"
      : "<span class=\"state good\">\(Phrase.inOrder[language])</span>"
  }

  private func kindPage(_ request: WebRequest) throws -> WebResponse {
    let language = request.language
    let id = request.parameter("kind")
    let compiled = try workplace.kinds.kind(id)
    let (definition, _) = try workplace.library.definition(of: id)
    let sides = try LetterLanguage.allCases.html { try side(id, $0, request.visitor) }
    let findings =
      compiled.diagnostics.isEmpty
      ? HTML.nothing
      : "<h2>\(Phrase.foundInKind[language])</h2>\(Findings.list(compiled.diagnostics, in: language))"
    return Page(
      definition?.name[language] ?? id, in: .templates,
      "<div class=\"columns\">\(sides)</div>\(findings)<p><a href=\"/templates\">\(Phrase.allTemplates[language])</a></p>"
    ).response(to: request)
  }

  private func side(_ id: String, _ version: LetterLanguage, _ visitor: Visitor) throws -> HTML {
    let language = visitor.language
    let versions = TemplateVersions(workplace.library, kind: id, version)
    let title = Phrase.original(in: version)
    let path = WebPath("templates", id, version.rawValue, "file")
    let past = try versions.earlier().html { earlier -> HTML in
      let page = WebPath("templates", id, version.rawValue, "versions", String(earlier.number))
      return
        "<li><a href=\"\(page.description)\">\(Phrase.version(earlier.number)[language])</a> <span class=\"soft\">\(Phrase.inUseUntil[language]) \(earlier.replaced)</span></li>"
    }
    let upload =
      visitor.access >= .administrator
      ? Forms.post(
        to: WebPath("templates", id, version.rawValue), visitor, isUpload: true,
        """
        <input type="hidden" name="sum" value="\(try versions.sum())">
        \(Forms.field("file-\(version)", Phrase.newVersion[language], type: "file", help: Phrase.newVersionHelp[language], attributes: " accept=\".docx\" required"))
        \(Forms.button(Phrase.checkAndReplace[language]))
        """) : .nothing
    return """
      <section class="card" aria-labelledby="side-\(version.rawValue)"><h2 id="side-\(version.rawValue)">\(title[language])</h2>
      <p><a class="button" href="\(path.description)" download>\(Phrase.downloadTemplate[language])</a></p>
      \(upload)
      \(past.isEmpty ? .nothing : "<h3>\(Phrase.earlierVersions[language])</h3><ul>\(past)</ul>" as HTML)</section>

      """
  }

  private func versionPage(_ request: WebRequest) throws -> WebResponse {
    let language = request.language
    let versions = try versions(request)
    let version = try versions.earlier(try request.number("number"))
    let kind = request.parameter("kind")
    let text = { (path: String) in
      TemplateCheck.text(of: try FileSystem.read(path)) ?? ""
    }
    let difference = TextDifference(from: try text(version.path), to: try text(versions.path))
    let file = WebPath(
      "templates", kind, versions.language.rawValue, "versions", String(version.number), "file")
    return Page(
      "\(kind).\(versions.language.rawValue): \(Phrase.version(version.number)[language])",
      in: .templates,
      """
      <p>\(Phrase.inUseUntil[language]) \(version.replaced)</p>
      <div class="actions"><a class="button" href="\(file.description)" download>\(Phrase.downloadTemplate[language])</a>
      <a href="\(WebPath("templates", kind).description)">\(Phrase.back[language])</a></div>
      <h2>\(Phrase.changedSince[language])</h2>\(html(of: difference, language))
      """
    ).response(to: request)
  }

  private func html(of difference: TextDifference, _ language: LetterLanguage) -> HTML {
    guard !difference.isEmpty else { return "<p>\(Phrase.textsAreTheSame[language])</p>" }
    // Of what did not change, a line on each side is enough to find the place.
    let lines = difference.lines
    let isSame = lines.map { if case .same = $0 { true } else { false } }
    let shown = lines.indices.filter { index in
      !isSame[index] || (index > 0 && !isSame[index - 1])
        || (index + 1 < lines.count && !isSame[index + 1])
    }
    let removed = Phrase.removed[language]
    let added = Phrase.added[language]
    let rows = shown.html { index -> HTML in
      let gap: HTML = index > 0 && !shown.contains(index - 1) ? "<p class=\"soft\">…</p>" : .nothing
      let line: HTML =
        switch lines[index] {
        case .same(let text): "<p>\(text)</p>"
        case .removed(let text):
          "<p><span class=\"visually-hidden\">\(removed) </span><del>\(text)</del></p>"
        case .added(let text):
          "<p><span class=\"visually-hidden\">\(added) </span><ins>\(text)</ins></p>"
        case .changed(let pieces):
          "<p>\(pieces.html { html(of: $0) })</p>"
        }
      return gap + line
    }
    return "<div class=\"card difference\">\(rows)</div>"
  }

  private func html(of piece: TextDifference.Piece) -> HTML {
    switch piece {
    case .same(let text): "\(text)"
    case .removed(let text): "<del>\(text)</del>"
    case .added(let text): "<ins>\(text)</ins>"
    }
  }

  // MARK: A new version

  private func upload(_ request: WebRequest) throws -> WebResponse {
    let versions = try versions(request)
    let language = versions.language
    let kind = request.parameter("kind")
    let form = try request.form()
    guard let file = form.file("file-\(language)"), !file.bytes.isEmpty else {
      return .seeOther(WebPath("templates", kind))
    }
    let name = file.name.isEmpty ? "\(language).docx" : file.name
    let diagnostics = try TemplateCheck.diagnostics(
      file.bytes, name, of: kind, language, in: workplace.library)
    let old = TemplateCheck.text(of: try FileSystem.read(versions.path)) ?? ""
    let difference = TemplateCheck.text(of: file.bytes).map { TextDifference(from: old, to: $0) }
    let isAccepted = !diagnostics.hasErrors
    if isAccepted {
      try versions.replace(
        by: file.bytes, sum: form["sum"] ?? "", on: workplace.today().iso)
      workplace.kinds.forget()
      try workplace.note(.templateReplaced, "\(kind)/\(language)", name, for: request)
    }
    let check = TemplateCheck(
      kind: kind, language: language, fileName: name, bytes: file.bytes, diagnostics: diagnostics,
      difference: difference, isAccepted: isAccepted)
    let id = checks.keep(check, now: workplace.now())
    return .seeOther(WebPath("templates", "checks", id, "result"))
  }

  private func checkPage(_ request: WebRequest) throws -> WebResponse {
    let language = request.language
    let id = request.parameter("id")
    let check = try checks.result(id)
    let notice: HTML =
      check.isAccepted
      ? "<p class=\"notice good\" role=\"status\">\(Phrase.templateReplaced[language])</p>"
      : "<p class=\"notice error\" role=\"alert\">\(Phrase.templateRefused[language])</p>"
    let copy: HTML =
      check.difference == nil || check.diagnostics.isEmpty
      ? .nothing
      : "<a class=\"button\" href=\"\(WebPath("templates", "checks", id, "copy").description)\" download>\(Phrase.annotatedCopy[language])</a>"
    let findings =
      check.diagnostics.isEmpty
      ? HTML.nothing
      : "<h2>\(Phrase.foundInTemplate[language])</h2>\(Findings.list(check.diagnostics, in: language))"
    let difference = check.difference.map { difference -> HTML in
      "<h2>\(Phrase.changedInText[language])</h2>\(html(of: difference, language))"
    }
    return Page(
      "\(check.kind).\(check.language.rawValue)", in: .templates,
      """
      \(notice)
      <div class="actions">\(copy)<a href="\(WebPath("templates", check.kind).description)">\(Phrase.back[language])</a></div>
      \(findings)\(difference)
      """
    ).response(to: request, status: .ok)
  }

  // MARK: Addresses

  private func versions(_ request: WebRequest) throws -> TemplateVersions {
    let kind = request.parameter("kind")
    guard let language = LetterLanguage(rawValue: request.parameter("language")),
      try workplace.library.kinds().contains(kind)
    else { throw WebFailure.notFound }
    return TemplateVersions(workplace.library, kind: kind, language)
  }

  private func downloadName(_ request: WebRequest, _ suffix: String = "") -> String {
    "\(request.parameter("kind"))\(suffix).\(request.parameter("language")).docx"
  }
}
