import Diagnostics
import Jinja

/// Text of several lines or paragraphs, all with the formatting of the tag.
final class ListingValue: WordValue {
  enum Form: String, CaseIterable, Sendable {
    /// Every item a line of one paragraph.
    case lines
    /// Every item a paragraph like that of the tag, with its number or bullet.
    case paragraphs
  }

  let items: [String]
  let form: Form
  /// The name of a paragraph style of the template, for items that are paragraphs.
  let style: String?

  init(_ items: [String], form: Form, style: String? = nil) {
    self.items = items
    self.form = form
    self.style = style
  }

  /// The text of a listing as data gives it: U+0007 ends a paragraph, a line feed a line, a form feed a page.
  convenience init(text: String) {
    let items = text.split(separator: "\u{7}", omittingEmptySubsequences: false).map(String.init)
    if items.count > 1 {
      self.init(items, form: .paragraphs)
    } else {
      self.init([text], form: .lines)
    }
  }

  var text: String { items.joined(separator: "\n") }

  var number: Int? { items.isEmpty ? 0 : nil }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "text": .string(text)
    case "items": .array(items.map { .string($0) })
    default: nil
    }
  }

  func content(
    at site: InsertionSite, in session: RenderSession
  ) throws(Fault) -> InsertedContent {
    switch form {
    case .lines:
      var markup = WordMarkup(at: site, in: session)
      markup.write(run: text, RunProperties(site.runProperties).serialized())
      return .runs(markup.bytes)
    case .paragraphs:
      let paragraphs = items.map { item in
        RichText.Paragraph(spans: [RichText.Span(text: item)], style: style)
      }
      return try RichText(.paragraphs(paragraphs)).content(at: site, in: session)
    }
  }
}
