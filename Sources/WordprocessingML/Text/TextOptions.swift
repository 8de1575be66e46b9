import XML

/// Which of a document's tracked changes is shown (ECMA-376 part 1, §17.13.5).
public enum TrackedChanges: String, CaseIterable, Sendable {
  /// As if all were accepted.
  case accept
  /// As if none had been made.
  case reject
  /// Both, marked: in plain text `[-` and `-]` around what was deleted, `{+` and `+}` around what was inserted.
  case all

  /// Whether what stands in `element`, if it marks a change, is not shown.
  func leavesOut(_ element: WordElement) -> Bool {
    switch element {
    case .del, .moveFrom: self == .accept
    case .ins, .moveTo: self == .reject
    default: false
    }
  }
}

extension WordTree {
  /// Whether a paragraph's mark or a row with these properties is not shown.
  func isLeftOut(_ properties: XMLTree.NodeID?, _ changes: TrackedChanges) -> Bool {
    properties.map { tree.children(of: $0).contains { changes.leavesOut(element($0)) } } ?? false
  }
}

/// What a document's plain text looks like.
public struct TextOptions: Hashable, Sendable {
  /// How tables are written.
  public enum Tables: String, CaseIterable, Sendable {
    /// A line for each row, with tabs between the cells; the paragraphs of a cell that has several are lines of their own.
    case tabs
    /// Columns of equal width with lines around them.
    case aligned
  }

  public var changes = TrackedChanges.accept
  public var tables = Tables.tabs
  /// Whether headers and footers are part of the text.
  public var hasMarginals = true
  /// Whether pictures are named by their alternative text, in square brackets.
  public var hasAlternativeText = false
  /// Whether a form feed stands on a line of its own where a page ends by the author's will.
  public var hasPageBreaks = false
  /// Whether the places at which a word may be divided stay in it.
  public var hasSoftHyphens = false
  /// Whether no-break spaces and hyphens are kept, rather than written as plain ones.
  public var keepsNoBreak = true
  /// How many columns a line has at most, in character cells; `nil` for as many as there are.
  public var width: Int?

  public init() {}
}
