import XML

/// A line around a paragraph, a cell or a table (ECMA-376 part 1, §17.3.4).
struct Border: Hashable, Sendable {
  enum Style: String, Sendable {
    case none, solid, double, dotted, dashed, inset, outset, ridge, groove
  }

  var style: Style
  /// In eighths of a point.
  var width: Int
  var color: Color
  /// Between the line and what it is around, in points.
  var space: Int

  init(_ node: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    func number(_ local: String) -> Int {
      tree.attribute(local, of: node).flatMap { Int($0) }.map { min(max($0, 0), 96) } ?? 0
    }
    style = Self.style(named: tree.attribute("val", of: node) ?? "single")
    width = max(number("sz"), 2)
    color = Color("color", theme: "theme", of: node, in: tree, theme) ?? .automatic
    space = number("space")
  }

  var isVisible: Bool { style != .none }

  private static func style(named name: String) -> Style {
    switch name {
    case "nil", "none": .none
    case "double", "triple", "doubleWave", "thinThickSmallGap", "thickThinSmallGap",
      "thinThickThinSmallGap", "thinThickMediumGap", "thickThinMediumGap", "thinThickThinMediumGap",
      "thinThickLargeGap", "thickThinLargeGap", "thinThickThinLargeGap":
      .double
    case "dotted": .dotted
    case "dashed", "dashSmallGap", "dotDash", "dotDotDash", "dashDotStroked": .dashed
    case "inset": .inset
    case "outset": .outset
    case "threeDEmboss": .ridge
    case "threeDEngrave": .groove
    default: .solid
    }
  }
}

/// The lines on the sides of something; `nil` where nothing is said.
struct Borders: Hashable, Sendable {
  var top: Border?
  var bottom: Border?
  /// Where a line of text begins, and where it ends.
  var left: Border?
  var right: Border?
  /// Between rows or paragraphs, and between columns.
  var horizontal: Border?
  var vertical: Border?

  init() {}

  init(_ node: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    for side in tree.tree.children(of: node) {
      switch tree.element(side) {
      case .top: top = Border(side, in: tree, theme)
      case .bottom: bottom = Border(side, in: tree, theme)
      case .left, .start: left = Border(side, in: tree, theme)
      case .right, .end: right = Border(side, in: tree, theme)
      case .insideH, .between: horizontal = Border(side, in: tree, theme)
      case .insideV: vertical = Border(side, in: tree, theme)
      default: continue
      }
    }
  }

  func over(_ other: Borders) -> Borders {
    var borders = self
    borders.top = top ?? other.top
    borders.bottom = bottom ?? other.bottom
    borders.left = left ?? other.left
    borders.right = right ?? other.right
    borders.horizontal = horizontal ?? other.horizontal
    borders.vertical = vertical ?? other.vertical
    return borders
  }

  /// Whether there is a line on any of the four sides.
  var isVisible: Bool { [top, bottom, left, right].contains { $0?.isVisible == true } }
}
