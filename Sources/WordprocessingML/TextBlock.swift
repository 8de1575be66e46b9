/// One line of a document's plain text: a paragraph, or a table row whose cells are single paragraphs.
public struct TextBlock: Hashable, Sendable {
  /// The part that it stands in.
  public let part: String
  /// The number of its first paragraph in that part, from 1.
  public let paragraph: Int
  /// The name of the paragraph style as Word shows it; `nil` for the default style and for rows.
  public let style: String?
  /// The label that its list gives it, such as `–` or `2)`; empty outside lists.
  public let label: String
  /// The text without the label; a break is U+000A.
  public let text: String

  /// The text as it is read: label and text.
  public var line: String {
    label.isEmpty ? text : text.isEmpty ? label : label + " " + text
  }
}
