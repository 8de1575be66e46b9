import WordprocessingML

/// Points of a part at which its output is looked at, so that the result is valid whatever a loop or condition left out (ECMA-376 part 1, §17.4).
enum Hook: Hashable, Sendable {
  case beginTable, endTable
  case beginRow, endRow
  /// The content of a cell begins, and is about to end, which it must with a paragraph.
  case beginCell, endCell
  /// The content of a story or content control begins, and is about to end: it must hold a block.
  case beginStory, endStory
  /// A table begins and ends whose columns are counted only when it is filled.
  case beginGrid, endGrid
  /// What is written in between is how many columns a cell spans, or the colour behind it.
  case beginSpan, endSpan
  case beginFill, endFill

  /// An address begins and ends, of which an attribute becomes the id; the kind is that of the relationship.
  case beginAddress
  case endAddress(attribute: String, kind: String)
  /// A mark of a bookmark that a loop repeats; the number tells bookmarks of a part apart.
  case beginBookmark(number: Int, name: String)
  case endBookmark(number: Int)
  /// The number of a drawing.
  case drawingNumber
  /// The number of a tracked change that a loop repeats; the node tells changes of a part apart.
  case change(node: Int, number: String)
  /// What is written in between stands in a document only once.
  case beginOnce(number: Int), endOnce
  /// The number of the note that a reference leads to.
  case note(number: Int, NoteKind)
  /// The list that a paragraph belongs to; and that lists begin anew from here.
  case list(number: Int)
  case restartLists

  /// What is due before the start tag.
  static func opening(_ element: WordElement) -> Hook? {
    switch element {
    case .tbl: .beginTable
    case .tr: .beginRow
    default: nil
    }
  }

  /// What is due after the start tag.
  static func afterStart(_ element: WordElement) -> Hook? {
    switch element {
    case .tc: .beginCell
    case .hdr, .ftr, .txbxContent, .sdtContent, .footnote, .endnote, .comment: .beginStory
    default: nil
    }
  }

  /// What is due before the end tag.
  static func beforeEnd(_ element: WordElement) -> Hook? {
    switch element {
    case .tc: .endCell
    case .hdr, .ftr, .txbxContent, .sdtContent, .footnote, .endnote, .comment: .endStory
    default: nil
    }
  }

  /// What is due after the end tag.
  static func closing(_ element: WordElement) -> Hook? {
    switch element {
    case .tbl: .endTable
    case .tr: .endRow
    default: nil
    }
  }
}
