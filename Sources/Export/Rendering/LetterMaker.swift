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
    /// What the tables of the period report are made from.
    var breakdowns: [PeriodReport.Breakdown] = []
  }

  /// A letter in all forms that the program makes itself.
  struct Letter: Sendable {
    let files: [(path: String, bytes: [UInt8])]
    /// What the exchange of documents asks; `nil` for the report, which is sent to nobody.
    let requisites: LetterRequisites?
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
    switch letter.source {
    case .document:
      let (data, diagnostics) = try documentCase(letter, kind)
      return Case(data: data, sum: Self.sum(data), diagnostics: diagnostics)
    case .report:
      let report = try report(kind)
      return Case(
        data: report.caseData, sum: Self.sum(report.caseData), diagnostics: report.diagnostics,
        breakdowns: report.breakdowns)
    }
  }

  private static func sum(_ data: JSON) -> String {
    SHA256.hexadecimal(of: data.bytes())
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
      let path = letter.path.file(language, "html")
      if letter.source == .report {
        files.append((path, try page(document.docx, language, path)))
      } else if request.forms.contains(.html) {
        files.append((path, try html(document.docx, path)))
      }
    }
    return Letter(
      files: files, requisites: letter.source == .report ? nil : rendered.requisites,
      figures: rendered.figures.map(\.provenance) + data.breakdowns.map(\.provenance),
      warnings: found + diagnostics)
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

  private func report(_ kind: LetterKind) throws(Failure) -> PeriodReport {
    do throws(RegisterError) {
      return try PeriodReport.make(
        register, revision: request.revision, period: request.period, asOf: request.asOf,
        reference: kind.reference)
    } catch {
      throw .stopped(ExportError(error))
    }
  }

  private func page(
    _ docx: [UInt8], _ language: LetterLanguage, _ path: String
  ) throws(Failure) -> [UInt8] {
    do throws(OfficePackageError) {
      return Array(try PeriodReportPage.html(of: docx, in: language).utf8)
    } catch {
      throw .refused([error.diagnostic(file: path)])
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
