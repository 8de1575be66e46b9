import Diagnostics
import Export
import HTTPTypes
import Letters
import OfficePackage
import Register
import Synchronization

/// The originals of a letter as files to keep: one, or several in an archive.
struct LetterFiles {
  enum Form: String, CaseIterable {
    case docx, txt, pdf

    var type: String {
      switch self {
      case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      case .txt: "text/plain; charset=utf-8"
      case .pdf: "application/pdf"
      }
    }
  }

  private struct File {
    let name: String
    let form: Form
    let bytes: [UInt8]
  }

  private let screen: LetterScreen
  private let languages: [LetterLanguage]
  private let forms: [Form]

  init(_ screen: LetterScreen) {
    self.screen = screen
    func asked(_ name: String) -> [String] {
      screen.request.query.all(name).flatMap { $0.split(separator: ",").map(String.init) }
    }
    languages = LetterLanguage.allCases.filter { asked("language").contains($0.rawValue) }
    forms = Form.allCases.filter { asked("form").contains($0.rawValue) }
  }

  func response() throws -> WebResponse {
    guard !languages.isEmpty, !forms.isEmpty else {
      let text = Phrase.chooseFiles[screen.language]
      return try screen.response(
        notice: "<p class=\"notice error\" role=\"alert\">\(text)</p>", status: .badRequest)
    }
    do {
      let files = try files()
      guard files.count > 1, let first = files.first else {
        guard let file = files.first else { throw WebFailure.notFound }
        return .download(.bytes(file.bytes), name: file.name, type: file.form.type)
      }
      let name = first.name.split(separator: ".").first.map(String.init) ?? "letter"
      return .download(.bytes(Self.archive(files)), name: "\(name).zip", type: "application/zip")
    } catch let refusal as LetterOriginals.Refusal {
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

  private func files() throws -> [File] {
    let originals = try originals().filter { original in
      languages.contains { $0.rawValue == original.language.rawValue }
    }
    var pdfs: [OfficialLanguage: [UInt8]] = [:]
    if forms.contains(.pdf) { pdfs = try PDFs.of(originals, in: screen.workplace.folder) }
    return originals.flatMap { original in
      forms.compactMap { form in
        let bytes =
          switch form {
          case .docx: original.docx
          case .txt: Array(original.text.utf8)
          case .pdf: pdfs[original.language] ?? []
          }
        let stem = original.fileName.hasSuffix(".docx") ? original.fileName.dropLast(5) : "letter"
        return bytes.isEmpty
          ? nil : File(name: "\(stem).\(form.rawValue)", form: form, bytes: bytes)
      }
    }
  }

  /// What is downloaded: what was approved, else what would be.
  private func originals() throws -> [LetterOriginal.Content] {
    if screen.letter.record.state.isFinal { return screen.letter.originals.map(\.content) }
    return try LetterOriginals(screen).checked()
  }

  private static func archive(_ files: [File]) -> [UInt8] {
    var archive = ArchiveEncoder()
    var bytes: [UInt8] = []
    for file in files {
      bytes += archive.append(PackageEntry(storing: file.bytes, name: file.name))
    }
    return bytes + archive.finish()
  }

  /// PDFs by LibreOffice, of which no more run at once than the machine bears.
  private enum PDFs {
    private static let running = Atomic<Int>(0)
    private static let most = 2

    static func of(
      _ originals: [LetterOriginal.Content], in folder: String
    ) throws -> [OfficialLanguage: [UInt8]] {
      defer { running.subtract(1, ordering: .relaxed) }
      guard running.add(1, ordering: .relaxed).newValue <= most else { throw WebFailure.busy }
      let converted: [(outcome: PDFOutcome, pdf: [UInt8]?)]
      do throws(OfficeError) {
        var converter = try OfficeConverter(
          in: folder,
          patience: OfficeConverter.Patience(start: .seconds(30), document: .seconds(30)))
        converted = try converter.pdfs(of: originals.map { ($0.fileName, $0.docx) })
      } catch {
        throw LetterOriginals.Refusal(diagnostics: [error.diagnostic])
      }
      let diagnostics = zip(originals, converted).compactMap { original, result in
        result.outcome.diagnostic(for: original.fileName)
      }
      guard diagnostics.isEmpty else { throw LetterOriginals.Refusal(diagnostics: diagnostics) }
      let pairs = zip(originals, converted).compactMap { original, result in
        result.pdf.map { (original.language, $0) }
      }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
  }
}
