import XML

/// What of a paragraph's properties decides how high it is; `nil` where nothing is said.
///
/// Distances in twentieths of a point, the size of the font in half-points.
struct ParagraphLook {
  var before: Int?
  var after: Int?
  /// The height of a line: in 240ths of a single one, or in twentieths of a point where the rule says so.
  var line: Int?
  var lineRule: String?
  var left: Int?
  var right: Int?
  var size: Int?
  var isBold: Bool?

  init() {}

  /// Reads `w:pPr` and `w:rPr` among the children of `node`.
  init(of node: XMLTree.NodeID, in tree: WordTree) {
    for properties in tree.tree.children(of: node) {
      switch tree.element(properties) {
      case .pPr:
        for property in tree.tree.children(of: properties)
        where tree.tree.kind(of: property) == .element {
          switch tree.tree.name(of: property).local {
          case "spacing":
            before = tree.number("before", of: property)
            after = tree.number("after", of: property)
            line = tree.number("line", of: property)
            lineRule = tree.attribute("lineRule", of: property)
          case "ind":
            left = tree.number("left", of: property) ?? tree.number("start", of: property)
            right = tree.number("right", of: property) ?? tree.number("end", of: property)
          default: break
          }
        }
      case .rPr:
        for property in tree.tree.children(of: properties)
        where tree.tree.kind(of: property) == .element {
          switch tree.tree.name(of: property).local {
          case "sz": size = tree.number("val", of: property)
          case "b": isBold = !["0", "false", "off"].contains(tree.attribute("val", of: property))
          default: break
          }
        }
      default: break
      }
    }
  }

  /// This look, with the other's in place of what it does not say.
  func over(_ other: ParagraphLook) -> ParagraphLook {
    var look = self
    look.before = before ?? other.before
    look.after = after ?? other.after
    look.lineRule = line == nil ? other.lineRule : lineRule
    look.line = line ?? other.line
    look.left = left ?? other.left
    look.right = right ?? other.right
    look.size = size ?? other.size
    look.isBold = isBold ?? other.isBold
    return look
  }

  /// The height of one line, in twentieths of a point.
  var lineHeight: Double {
    // A font of so many half-points is ten times as many twentieths of a point high.
    let single = Double(size ?? 20) * 10 * TimesMetrics.lineHeight
    guard let line else { return single }
    switch lineRule {
    case "exact": return Double(line)
    case "atLeast": return max(single, Double(line))
    default: return single * Double(line) / 240
    }
  }
}

extension WordTree {
  /// An attribute `w:local` that is a whole number.
  func number(_ local: String, of node: XMLTree.NodeID) -> Int? {
    attribute(local, of: node).flatMap { Int($0) }
  }

  /// The first child of `node` with that local name.
  func child(named local: String, of node: XMLTree.NodeID) -> XMLTree.NodeID? {
    tree.children(of: node).first {
      tree.kind(of: $0) == .element && tree.name(of: $0).local == local
    }
  }
}
