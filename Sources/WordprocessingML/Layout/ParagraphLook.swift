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
        if let spacing = tree.child(.spacing, of: properties) {
          before = tree.number("before", of: spacing)
          after = tree.number("after", of: spacing)
          line = tree.number("line", of: spacing)
          lineRule = tree.attribute("lineRule", of: spacing)
        }
        if let indent = tree.child(.ind, of: properties) {
          left = tree.number("left", of: indent) ?? tree.number("start", of: indent)
          right = tree.number("right", of: indent) ?? tree.number("end", of: indent)
        }
      case .rPr:
        size = tree.child(.sz, of: properties).flatMap { tree.number("val", of: $0) }
        isBold = tree.toggle(.b, in: properties)
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
  ///
  /// Word knows no measure above 22 inches. A file may say anything, and what it says is added and multiplied.
  func number(_ local: String, of node: XMLTree.NodeID) -> Int? {
    let most = 22 * 1440
    return attribute(local, of: node).flatMap { Int($0) }.map { min(max($0, -most), most) }
  }

  /// The first child of `node` with that local name.
  func child(named local: String, of node: XMLTree.NodeID) -> XMLTree.NodeID? {
    tree.children(of: node).first {
      tree.kind(of: $0) == .element && tree.names[tree.nameIndex(of: $0)].local == local
    }
  }
}
