import Export
import Synchronization

/// The PDF of a letter, made by LibreOffice, of which no more run at once than the machine bears.
enum LetterPDF {
  private static let running = Atomic<Int>(0)
  private static let most = 2

  /// - Throws: ``WebFailure/busy``; ``ProgramLetter/Refusal`` where LibreOffice cannot do it.
  static func bytes(of docx: [UInt8], name: String, in folder: String) throws -> [UInt8] {
    defer { running.subtract(1, ordering: .relaxed) }
    guard running.add(1, ordering: .relaxed).newValue <= most else { throw WebFailure.busy }
    let results: [(outcome: PDFOutcome, pdf: [UInt8]?)]
    do throws(OfficeError) {
      var converter = try OfficeConverter(in: folder)
      results = try converter.pdfs(of: [(name, docx)])
    } catch {
      throw ProgramLetter.Refusal(diagnostics: [error.diagnostic])
    }
    guard let pdf = results.first?.pdf else {
      throw ProgramLetter.Refusal(
        diagnostics: results.compactMap { $0.outcome.diagnostic(for: name) })
    }
    return pdf
  }
}
