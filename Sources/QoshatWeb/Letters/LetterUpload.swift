import Diagnostics
import HTTPTypes
import Letters
import OfficePackage
import Register
import WordprocessingML

/// A pair of originals that was edited in Word, in the place of those that the program makes.
struct LetterUpload {
  private let screen: LetterScreen

  init(_ screen: LetterScreen) { self.screen = screen }

  func put() throws -> WebResponse {
    let fields = try screen.request.form()
    let version = try LetterSaving.version(of: fields)
    var originals: [LetterOriginal.Content] = []
    for language in OfficialLanguage.allCases {
      guard let file = fields.file(language.rawValue) else {
        return try refused("<p>\(Phrase.bothFilesNeeded[screen.language])</p>")
      }
      do throws(OfficePackageError) {
        let document = try WordDocument(try OfficePackage(reading: file.bytes))
        originals.append(
          LetterOriginal.Content(
            language, docx: file.bytes, text: document.plainText(), isUploaded: true,
            fileName: file.name))
      } catch {
        return try refused(Findings.list([error.diagnostic(file: file.name)], in: screen.language))
      }
    }
    return try screen.changing { () throws(RegisterError) in
      try screen.workplace.register.putOriginals(
        originals, ofLetter: screen.letter.record.id, version: version, by: screen.user,
        at: screen.workplace.now())
    }
  }

  func remove() throws -> WebResponse {
    let version = try LetterSaving.version(of: screen.request.form())
    return try screen.changing { () throws(RegisterError) in
      try screen.workplace.register.removeOriginals(
        ofLetter: screen.letter.record.id, version: version, by: screen.user,
        at: screen.workplace.now())
    }
  }

  private func refused(_ reason: HTML) throws -> WebResponse {
    try screen.response(
      notice: "<div class=\"notice error\" role=\"alert\">\(reason)</div>", status: .badRequest)
  }
}

/// The files of a letter: to download, and to upload what was edited in Word.
struct LetterDocuments {
  private let screen: LetterScreen

  init(_ screen: LetterScreen) { self.screen = screen }

  func html() -> HTML {
    """
    <section class="card" aria-label="\(Phrase.files[screen.language])"><h2>\(Phrase.files[screen.language])</h2>
    \(download())\(uploaded())</section>

    """
  }

  private func download() -> HTML {
    let language = screen.language
    func boxes(_ name: String, _ choices: [(value: String, text: String, isChecked: Bool)]) -> HTML
    {
      choices.html { choice in
        let id = "\(name)-\(choice.value)"
        let mark: HTML = choice.isChecked ? " checked" : .nothing
        return """
          <span class="check"><input type="checkbox" id="\(id)" name="\(name)" value="\(choice.value)"\(mark)><label for="\(id)">\(choice.text)</label></span>

          """
      }
    }
    let languages = boxes(
      "language",
      [
        ("kk", Phrase.kazakhOriginal[language], true),
        ("ru", Phrase.russianOriginal[language], true),
      ])
    let forms = boxes(
      "form",
      [
        ("docx", "Word (DOCX)", true), ("pdf", "PDF", false),
        ("txt", Phrase.plainText[language], false),
      ])
    return """
      <form method="get" action="\(WebPath("letters", screen.id, "files").description)">
      <fieldset class="plain"><legend>\(Phrase.download[language])</legend>
      <div class="row">\(languages)</div><div class="row">\(forms)</div>
      \(Forms.button(Phrase.download[language], isMain: false))</fieldset></form>

      """
  }

  private func uploaded() -> HTML {
    let language = screen.language
    let record = screen.letter.record
    let version: HTML =
      "<input type=\"hidden\" name=\"version\" value=\"\(String(record.version))\">"
    let rows = screen.letter.originals.html { original in
      """
      <li lang="\(original.content.language.rawValue)">\(original.content.fileName) – \(PageTimes.text(original.moment)), \(original.name)<br><span class="soft">SHA-256 <code>\(original.sha256)</code></span></li>

      """
    }
    let list: HTML = rows.isEmpty ? .nothing : "<ul>\(rows)</ul>"
    guard screen.isWritable else { return list }
    guard rows.isEmpty else {
      return """
        <h3>\(Phrase.uploadedPair[language])</h3>\(list)
        \(Forms.post(to: WebPath("letters", screen.id, "originals", "remove"), screen.request.visitor, "\(version)\(Forms.button(Phrase.removePair[language], isMain: false))"))
        """
    }
    func file(_ name: String, _ label: Phrase) -> HTML {
      Forms.field(
        name, label[language], type: "file", isRequired: true, attributes: " accept=\".docx\"")
    }
    return """
      <details><summary>\(Phrase.uploadPair[language])</summary>
      <p class="help">\(Phrase.uploadPairHelp[language])</p>
      \(Forms.post(to: WebPath("letters", screen.id, "originals"), screen.request.visitor, isUpload: true, "\(version)<div class=\"row\">\(file("kk", .kazakhOriginal))\(file("ru", .russianOriginal))</div>\(Forms.button(Phrase.upload[language], isMain: false))"))</details>

      """
  }
}
