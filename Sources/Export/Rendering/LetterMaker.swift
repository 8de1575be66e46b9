import Cryptography
import Diagnostics
import Files
import JSON
import Letters
import OfficePackage
import Register
import WordprocessingML

/// Makes the letters of an export, any number at once.
struct LetterMaker: Sendable {
  let request: ExportRequest
  let register: Register
  let kinds: LetterKinds

  /// A letter's data, ready to be rendered.
  struct Case: Sendable {
    let data: JSON
    /// The data's SHA-256.
    let sum: String
    let diagnostics: [Diagnostic]
  }

  /// A letter in all its forms.
  struct Letter: Sendable {
    let files: [(path: String, bytes: [UInt8])]
    let figures: [JSON]
    let warnings: [Diagnostic]
  }

  /// What stops a letter: faults of its own, or what would stop every other letter, too.
  enum Failure: Error {
    case refused([Diagnostic])
    case stopped(ExportError)
  }

  /// The case data of a planned letter.
  func data(of letter: PlannedLetter) throws(Failure) -> Case {
    let kind = try kind(of: letter)
    let made: (data: JSON, diagnostics: [Diagnostic])
    switch letter.source {
    case .document: made = try documentCase(letter, kind)
    case .report: made = (.object([]), [])
    }
    let sum = SHA256.hexadecimal(of: Array(made.data.serialized().utf8))
    return Case(data: made.data, sum: sum, diagnostics: made.diagnostics)
  }

  /// Makes both originals and checks that they agree.
  func make(_ letter: PlannedLetter, _ data: Case) throws(Failure) -> Letter {
    let kind = try kind(of: letter)
    let found = data.diagnostics.allowed(by: request.allowances)
    guard !found.hasErrors else { throw .refused(found) }
    let (rendered, diagnostics) = try render(letter, kind, data.data, found)
    var files: [(path: String, bytes: [UInt8])] = []
    for language in LetterLanguage.allCases {
      guard let document = rendered.documents[language] else { continue }
      files.append((letter.path.file(language, "docx"), document.docx))
      files.append((letter.path.file(language, "txt"), Array(document.text.utf8)))
      if request.forms.contains(.html) {
        let path = letter.path.file(language, "html")
        files.append((path, try html(document.docx, path)))
      }
    }
    return Letter(
      files: files, figures: rendered.figures.map(\.provenance), warnings: found + diagnostics)
  }

  private func kind(of letter: PlannedLetter) throws(Failure) -> LetterKind {
    guard let kind = kinds.kinds[letter.kind] else {
      throw .refused([LetterKinds.unusable(letter)])
    }
    return kind
  }

  private func documentCase(
    _ letter: PlannedLetter, _ kind: LetterKind
  ) throws(Failure) -> (data: JSON, diagnostics: [Diagnostic]) {
    do throws(RegisterError) {
      // It was there when the plan was made, and nothing is ever deleted.
      guard let document = try register.document(letter.id, at: request.revision) else {
        return (.object([]), [])
      }
      let data = try DocumentCase(document, kind.definition, register, at: request.revision)
      return (data.data, data.diagnostics)
    } catch {
      throw .stopped(ExportError(error))
    }
  }

  private func render(
    _ letter: PlannedLetter, _ kind: LetterKind, _ data: JSON, _ found: [Diagnostic]
  ) throws(Failure) -> (RenderedLetter, [Diagnostic]) {
    do throws(LetterRefusal) {
      return try kind.render(
        data, file: letter.id, register: register, revision: request.revision,
        allowances: request.allowances, listing: .documentsAndBodies)
    } catch {
      if case .register(let failure) = error.reason { throw .stopped(ExportError(failure)) }
      throw .refused(found + error.diagnostics)
    }
  }

  private func html(_ docx: [UInt8], _ path: String) throws(Failure) -> [UInt8] {
    do throws(OfficePackageError) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return try WordDocument(OfficePackage(reading: docx)).html(HTMLOptions(title: name))
    } catch {
      throw .refused([error.diagnostic(file: path)])
    }
  }
}
