import Diagnostics
import Export
import HTTPTypes
import Letters
import Register

/// The originals of a letter as files to keep: one, or several in an archive.
struct LetterFiles {
  /// Those that the page offers.
  private static let forms: [LetterForm] = [.docx, .txt, .pdf]

  private let screen: LetterScreen
  private let languages: [LetterLanguage]
  private let forms: [LetterForm]

  init(_ screen: LetterScreen) {
    self.screen = screen
    func asked(_ name: String) -> [String] {
      screen.request.query.all(name).flatMap { $0.split(separator: ",").map(String.init) }
    }
    languages = LetterLanguage.allCases.filter { asked("language").contains($0.rawValue) }
    forms = Self.forms.filter { asked("form").contains($0.rawValue) }
  }

  func response() throws -> WebResponse {
    guard !languages.isEmpty, !forms.isEmpty else {
      let text = Phrase.chooseFiles[screen.language]
      return try screen.response(
        notice: "<p class=\"notice error\" role=\"alert\">\(text)</p>", status: .badRequest)
    }
    do {
      let bundle = try bundle()
      guard let first = bundle.files.first else { throw WebFailure.notFound }
      guard bundle.files.count > 1 else {
        return .download(.bytes(first.bytes), name: first.name, type: first.type)
      }
      let name = first.name.split(separator: ".").first.map(String.init) ?? "letter"
      return .download(.bytes(bundle.archive()), name: "\(name).zip", type: MediaType.zip)
    } catch let refusal as RefusedLetter {
      return try refused(refusal.diagnostics)
    }
  }

  private func refused(_ diagnostics: [Diagnostic]) throws -> WebResponse {
    let language = screen.language
    let back = WebPath("letters", screen.id)
    return Page(
      Phrase.noFiles[language], in: .letters,
      """
      <div class="notice error" role="alert"><p>\(Phrase.noFilesWithErrors[language])</p></div>
      \(Findings.list(diagnostics.filter { $0.severity == .error }, in: language))
      <p><a class="button" href="\(back.description)">\(Phrase.toLetter[language])</a></p>
      """
    ).response(to: screen.request, status: .conflict)
  }

  // MARK: Files

  private func bundle() throws -> LetterBundle {
    let originals = try originals().filter { languages.contains(LetterLanguage($0.language)) }
    return try LetterBundle(
      originals.map { original in
        let name = original.fileName
        return LetterBundle.Original(
          name: name.hasSuffix(".docx") ? String(name.dropLast(5)) : "letter",
          docx: original.docx, text: original.text)
      }, forms: forms, in: screen.workplace.folder)
  }

  /// What is downloaded: what was approved, else what would be.
  private func originals() throws -> [LetterOriginal.Content] {
    if screen.letter.record.state.isFinal { return screen.letter.originals.map(\.content) }
    return try LetterOriginals(screen).checked()
  }
}
