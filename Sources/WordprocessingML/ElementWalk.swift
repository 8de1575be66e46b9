import XML

/// Goes through the elements below one element in document order and without recursion, so that no nesting is too deep for it.
///
/// Of alternatives it enters the first choice or else the fallback (ECMA-376 part 3, §7.6).
struct ElementWalk {
  private let tree: WordTree
  private var upcoming: XMLTree.NodeID
  private let end: XMLTree.NodeID
  /// Where the alternatives that are open end, and where to go on from there.
  private var detours: [(from: XMLTree.NodeID, to: XMLTree.NodeID)] = []

  init(_ tree: WordTree, below node: XMLTree.NodeID) {
    self.tree = tree
    upcoming = node + 1
    end = tree.tree.end(of: node)
  }

  /// The next element; its own elements follow unless it is skipped.
  mutating func next() -> XMLTree.NodeID? {
    while true {
      while let detour = detours.last, detour.from == upcoming {
        upcoming = detour.to
        detours.removeLast()
      }
      guard upcoming < end else { return nil }
      let node = upcoming
      upcoming += 1
      guard tree.tree.kind(of: node) == .element else { continue }
      // Alternatives are in a namespace of their own.
      guard tree.element(node) == .other, tree.tree.name(of: node).local == "AlternateContent"
      else { return node }
      if let alternative = alternative(of: node) {
        detours.append((tree.tree.end(of: alternative), tree.tree.end(of: node)))
        upcoming = alternative + 1
      } else {
        skip(node)
      }
    }
  }

  /// Goes on after the element that came last.
  mutating func skip(_ node: XMLTree.NodeID) { upcoming = tree.tree.end(of: node) }

  private func alternative(of node: XMLTree.NodeID) -> XMLTree.NodeID? {
    var first: XMLTree.NodeID?
    for child in tree.tree.children(of: node) where tree.tree.kind(of: child) == .element {
      if tree.tree.name(of: child).local == "Choice" { return child }
      first = first ?? child
    }
    return first
  }
}
