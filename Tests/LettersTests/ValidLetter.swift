import Diagnostics
import JSON
import Register
import TestSupport
import Testing

@testable import Letters

extension LetterKind {
  /// What ``render(_:file:register:revision:allowances:listing:isExplained:)`` gives: Word must open the documents without a word.
  func letter(
    _ data: JSON, file: String, register: Register?, revision: Int? = nil,
    allowances: [Allowance] = [], listing: FigureListing = .everything, isExplained: Bool = false
  ) throws(LetterRefusal) -> (letter: RenderedLetter, diagnostics: [Diagnostic]) {
    let rendered = try render(
      data, file: file, register: register, revision: revision, allowances: allowances,
      listing: listing, isExplained: isExplained)
    for document in rendered.letter.documents.values {
      #expect(DocumentValidity.faults(in: document.docx, madeFrom: []) == [])
    }
    return rendered
  }
}
