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
  /// Of a row: the paragraph of each cell, whose texts stand between tabs; empty otherwise.
  public let cells: [Int]

  /// The text as it is read: label and text.
  public var line: String {
    label.isEmpty ? text : text.isEmpty ? label : label + " " + text
  }
}

extension Sequence<TextBlock> {
  /// The blocks as plain text: a line for each, a line feed after each; white space at the ends of lines and blank lines at both ends are left out.
  public var plainText: String {
    let lines = flatMap { block in
      block.line.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.reversed())
      }
    }
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    return lines[first...last].map { $0 + "\n" }.joined()
  }
}
