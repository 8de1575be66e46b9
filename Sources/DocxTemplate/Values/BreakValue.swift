import Diagnostics
import Jinja

/// The end of a page or of a column.
final class BreakValue: WordValue {
  enum Kind: String, CaseIterable, Sendable {
    case page, column
  }

  let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  var text: String { kind == .page ? "\u{C}" : "\n" }

  func attribute(_ name: String) -> Value? { nil }

  func content(
    at site: InsertionSite, in session: RenderSession
  ) throws(Fault) -> InsertedContent {
    var markup = WordMarkup(at: site, in: session)
    markup.write("<w:br\(markup.declaration) w:type=\"\(kind.rawValue)\"/>")
    return .inRun(markup.bytes)
  }
}
