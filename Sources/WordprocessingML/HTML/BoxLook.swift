import XML

/// What the box around text looks like, lengths in twentieths of a point.
struct BoxLook {
  var fill: UInt32?
  var hasLine = false
  private var lineWidth = 15
  private var lineColor: UInt32 = 0
  /// From the edge to the text: above it, at its end, below it, at its start.
  private var insets = [72, 144, 72, 144]
  /// Where text stands that needs less room than there is: `ctr`, `b` or at the top.
  private var anchor = ""

  /// The room that is left for text in a box of that width.
  func textWidth(_ width: Int) -> Int { max(width - insets[1] - insets[3], 360) }

  /// Reads `a:ln` (ECMA-376 part 1, §20.1.2.2.24).
  mutating func readLine(_ line: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    hasLine = true
    if let width = tree.tree.attribute("w", of: line).flatMap({ HTMLReader.twips(emu: $0) }) {
      lineWidth = min(max(width, 5), 240)
    }
    for child in tree.tree.children(of: line) where tree.tree.kind(of: child) == .element {
      switch tree.tree.name(of: child).local {
      case "noFill": hasLine = false
      case "solidFill": lineColor = Self.color(of: child, in: tree, theme) ?? lineColor
      default: continue
      }
    }
  }

  /// Reads `wps:bodyPr`.
  mutating func readText(_ properties: XMLTree.NodeID, in tree: WordTree) {
    anchor = tree.tree.attribute("anchor", of: properties) ?? anchor
    for (side, name) in ["tIns", "rIns", "bIns", "lIns"].enumerated() {
      guard let inset = tree.tree.attribute(name, of: properties) else { continue }
      insets[side] = HTMLReader.twips(emu: inset).map { min(max($0, 0), 1440) } ?? insets[side]
    }
  }

  /// What `a:solidFill` fills with.
  static func color(of fill: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) -> UInt32? {
    for child in tree.tree.children(of: fill) where tree.tree.kind(of: child) == .element {
      guard let value = tree.tree.attribute("val", of: child) else { continue }
      switch tree.tree.name(of: child).local {
      case "srgbClr": return Color.number(value)
      case "schemeClr":
        /// Of the colour's light how much is kept, and how much is added, in 255ths.
        func share(_ local: String) -> Int? {
          tree.tree.children(of: child).first {
            tree.tree.kind(of: $0) == .element && tree.tree.name(of: $0).local == local
          }.flatMap { tree.tree.attribute("val", of: $0) }.flatMap { Double($0) }
            .map { Int(min(max($0, 0), 100_000) * 255 / 100_000) }
        }
        let kept = share("lumMod")
        return share("lumOff") == nil
          ? theme.color(value, tint: nil, shade: kept) : theme.color(value, tint: kept, shade: nil)
      default: continue
      }
    }
    return nil
  }

  func css(_ width: Int?, _ height: Int?) -> Declarations {
    var css = Declarations()
    if let width { css.add("width", points: width) }
    if let height { css.add("min-height", points: height) }
    if hasLine { css.add("border", "\(CSS.points(lineWidth)) solid \(CSS.color(lineColor))") }
    if let fill { css.add("background-color", CSS.color(fill)) }
    css.add("padding", insets.map { CSS.points($0) }.joined(separator: " "))
    if anchor == "ctr" || anchor == "b" {
      css.add("align-content", anchor == "b" ? "end" : "center")
    }
    return css
  }
}
