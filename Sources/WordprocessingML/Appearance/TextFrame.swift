import XML

/// A place of its own on the page that paragraphs stand in (ECMA-376 part 1, §17.3.1.11), lengths in twentieths of a point.
struct TextFrame: Hashable, Sendable {
  enum Side: Hashable, Sendable { case left, center, right }

  var width: Int?
  var height: Int?
  var side: Side?
  /// From the edge of the text.
  var x = 0
  /// Whether it stands at the foot of the page.
  var isAtBottom = false
  /// Whether text goes on beside it.
  var hasTextBeside = true

  init(_ node: XMLTree.NodeID, in tree: WordTree) {
    width = tree.length("w", of: node).flatMap { $0 > 0 ? $0 : nil }
    height = tree.length("h", of: node).flatMap { $0 > 0 ? $0 : nil }
    x = tree.length("x", of: node) ?? 0
    switch tree.attribute("xAlign", of: node) {
    case "right", "outside": side = .right
    case "center": side = .center
    case "left", "inside": side = .left
    default: side = nil
    }
    let isOnPage = ["margin", "page"].contains(tree.attribute("vAnchor", of: node))
    isAtBottom = isOnPage && tree.attribute("yAlign", of: node) == "bottom"
    hasTextBeside = !["none", "notBeside"].contains(tree.attribute("wrap", of: node))
  }
}
