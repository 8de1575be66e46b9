import WordprocessingML

/// Points of a part at which its output is looked at, so that the result is valid whatever a loop or condition left out (ECMA-376 part 1, §17.4).
enum Hook: Hashable, Sendable {
  case beginTable, endTable
  case beginRow, endRow
  /// A story or cell that must end with a paragraph is about to end.
  case endBlocks

  static func opening(_ element: WordElement) -> Hook? {
    switch element {
    case .tbl: .beginTable
    case .tr: .beginRow
    default: nil
    }
  }

  static func beforeEnd(_ element: WordElement) -> Hook? {
    switch element {
    case .tc, .hdr, .ftr, .txbxContent: .endBlocks
    default: nil
    }
  }

  static func closing(_ element: WordElement) -> Hook? {
    switch element {
    case .tbl: .endTable
    case .tr: .endRow
    default: nil
    }
  }
}
