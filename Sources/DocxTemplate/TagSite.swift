/// In what a tag stands, which decides how a value is written there.
enum TagSite: Sendable {
  /// In the text of a run.
  case text(TextFrame)
  /// In an attribute's value.
  case attribute
  /// In text that is no text of a run: a field's instruction, a formula, a property of the document.
  case leaf
  /// In a field's instruction, where quotes bound what belongs together.
  case instruction
  /// In an address that the document leads to; at its beginning the value says where, later it is a part of it.
  case address(isFirst: Bool)
  /// In the place of a run.
  case run(TextFrame)
  /// In the place of a paragraph.
  case paragraph(TextFrame)
  /// In the place of a row or a cell.
  case row, cell
  /// How many columns a cell spans.
  case span
  /// The colour behind a cell.
  case fill
  /// In the place of a picture.
  case picture(PicturePlaceholder)

  /// Whether any text can stand here: what is not known yet stands nowhere else.
  var isText: Bool {
    switch self {
    case .text, .leaf, .run, .paragraph, .picture: true
    case .attribute, .instruction, .address, .row, .cell, .span, .fill: false
    }
  }
}
