import Diagnostics
import Jinja

/// What a typed value becomes at the place of its tag, already serialised.
enum InsertedContent: Sendable {
  /// Children of `w:r`, such as a drawing or a break.
  case inRun([UInt8])
  /// What stands beside runs: `w:r`, `w:hyperlink`.
  case runs([UInt8])
  /// What stands beside paragraphs: `w:p`, `w:tbl`.
  case blocks([UInt8])
}

/// Where a value is written.
struct InsertionSite: Sendable {
  /// The part's name in the package.
  let part: String
  /// The prefix of WordprocessingML in the part with its colon, `w:` as a rule.
  let prefix: String
  /// The serialised `w:rPr` of the run, or nothing.
  let runProperties: [UInt8]
  /// The serialised `w:pPr` of the paragraph, or nothing.
  let paragraphProperties: [UInt8]
  /// The width of the cell or of the text, in EMU, where it is known.
  let availableWidth: Int?
}

/// A value that makes content of Word instead of text.
protocol WordValue: CustomValue {
  /// The content for a place, in the part's prefix.
  ///
  /// - Throws: a `Fault` where the value cannot stand there.
  func content(
    at site: InsertionSite, in session: RenderSession
  ) throws(Fault) -> InsertedContent
}
