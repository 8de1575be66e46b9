import Diagnostics
import Jinja

/// What a typed value becomes at the place of its tag.
enum InsertedContent {
  /// Children of a run: drawings, breaks.
  case inRun([UInt8])
  /// Siblings of a run: runs, hyperlinks.
  case runs([UInt8])
  /// Siblings of a paragraph: paragraphs, tables.
  case blocks([UInt8])
}

/// Where a value is written.
struct InsertionSite {
  /// The part's name.
  let part: String
  /// The prefix of WordprocessingML with its colon.
  let prefix: String
  /// The serialised `w:rPr` of the run that the tag stands in, or empty.
  var runProperties: [UInt8] = []
  /// The serialised `w:pPr` of the paragraph, or empty.
  var paragraphProperties: [UInt8] = []
  /// The width of the cell, or of the section's text, where it is known.
  var availableWidth: EMU?
  var isInTextBox = false
}

/// A typed value: a custom value of Jinja that makes Word content.
protocol WordValue: CustomValue {
  /// The content at `site`.
  ///
  /// - Throws: a fault where the value cannot stand there.
  func content(
    at site: InsertionSite, in session: RenderSession
  ) throws(Fault) -> InsertedContent
}

extension WordValue {
  /// None: a piece of a document is not counted with.
  var number: Int? { nil }
}
