import XML

/// Goes through the elements below one element in document order and without recursion, so that no nesting is too deep for it.
///
/// Of alternatives it enters the first choice or else the fallback (ECMA-376 part 3, §7.6).
struct ElementWalk {
  // The tree is not kept: of each walk its references would be counted.
  private var upcoming: XMLTree.NodeID
  /// The end of the element that came last.
  private var endOfLast: XMLTree.NodeID
  private let end: XMLTree.NodeID
  /// Where the alternatives that are open end, and where to go on from there.
  private var detours: [(from: XMLTree.NodeID, to: XMLTree.NodeID)] = []

  init(below node: XMLTree.NodeID, in tree: WordTree) {
    upcoming = node + 1
    end = tree.tree.end(of: node)
    endOfLast = end
  }

  /// The next element of the tree that the walk was begun in; its own elements follow unless it is skipped.
  mutating func next(in tree: WordTree) -> XMLTree.NodeID? {
    while true {
      while let detour = detours.last, detour.from == upcoming {
        upcoming = detour.to
        detours.removeLast()
      }
      guard upcoming < end else { return nil }
      let node = upcoming
      upcoming += 1
      guard tree.tree.kind(of: node) == .element else { continue }
      endOfLast = tree.tree.end(of: node)
      // Alternatives are in a namespace of their own.
      guard tree.element(node) == .other, tree.tree.name(of: node).local == "AlternateContent"
      else { return node }
      if let alternative = Self.alternative(of: node, in: tree) {
        detours.append((tree.tree.end(of: alternative), endOfLast))
        upcoming = alternative + 1
      } else {
        skip()
      }
    }
  }

  /// Goes on after the element that came last.
  mutating func skip() { upcoming = endOfLast }

  private static func alternative(
    of node: XMLTree.NodeID, in tree: WordTree
  ) -> XMLTree.NodeID? {
    var first: XMLTree.NodeID?
    for child in tree.tree.children(of: node) where tree.tree.kind(of: child) == .element {
      if tree.tree.name(of: child).local == "Choice" { return child }
      first = first ?? child
    }
    return first
  }
}
