import Diagnostics
import Export
import Synchronization

/// Why a letter, or a file of it, cannot be had: everything that is wrong.
struct RefusedLetter: Error {
  let diagnostics: [Diagnostic]
}

/// Makes PDFs by LibreOffice, of which no more run at once than the machine bears, whoever asks.
enum LetterPrinting {
  private static let running = Atomic<Int>(0)
  private static let most = 2
  /// Somebody waits for the page.
  private static let patience = OfficeConverter.Patience(
    start: .seconds(30), document: .seconds(30))

  /// The PDFs of documents, in their order.
  ///
  /// - Throws: ``WebFailure/busy``; ``RefusedLetter`` where LibreOffice cannot do it.
  static func pdfs(
    of documents: [(name: String, docx: [UInt8])], in folder: String
  ) throws -> [[UInt8]] {
    defer { running.subtract(1, ordering: .relaxed) }
    guard running.add(1, ordering: .relaxed).newValue <= most else { throw WebFailure.busy }
    let results: [(outcome: PDFOutcome, pdf: [UInt8]?)]
    do throws(OfficeError) {
      var converter = try OfficeConverter(in: folder, patience: patience)
      results = try converter.pdfs(of: documents)
    } catch {
      throw RefusedLetter(diagnostics: [error.diagnostic])
    }
    let diagnostics = zip(documents, results).compactMap { document, result in
      result.outcome.diagnostic(for: document.name)
    }
    let pdfs = results.compactMap(\.pdf)
    guard diagnostics.isEmpty, pdfs.count == documents.count else {
      throw RefusedLetter(diagnostics: diagnostics)
    }
    return pdfs
  }
}
