import XML

/// A place on a line that a tab leads to (ECMA-376 part 1, §17.3.1.37).
struct TabStop: Hashable, Sendable {
  enum Alignment: String, Sendable { case left, right, center, decimal, clear }

  var alignment: Alignment
  /// From the edge of the text, in twentieths of a point.
  var position: Int
  /// The character that fills the way to it.
  var leader: Character?

  init?(_ node: XMLTree.NodeID, in tree: WordTree) {
    guard let position = tree.length("pos", of: node) else { return nil }
    self.position = position
    switch tree.attribute("val", of: node) {
    case "clear": alignment = .clear
    case "right", "end": alignment = .right
    case "center": alignment = .center
    case "decimal": alignment = .decimal
    case "bar": return nil
    default: alignment = .left
    }
    switch tree.attribute("leader", of: node) {
    case "dot", "middleDot": leader = "."
    case "hyphen": leader = "-"
    case "underscore", "heavy": leader = "_"
    default: leader = nil
    }
  }
}

/// What a paragraph looks like, as far as one place says so; `nil` where nothing is said. Lengths in twentieths of a point.
struct ParagraphFormat: Hashable, Sendable {
  enum Alignment: Hashable, Sendable { case start, center, end, justify }

  enum LineRule: Hashable, Sendable { case multiple, exact, least }

  var alignment: Alignment?
  var before: Int?
  var after: Int?
  /// In 240ths of a single one where the rule is `multiple`.
  var line: Int?
  var lineRule = LineRule.multiple
  var left: Int?
  var right: Int?
  /// Of the first line against the others; less than nothing where it hangs.
  var firstLine: Int?
  /// Whether the space between paragraphs of one style is left out.
  var isContextual: Bool?
  var tabs: [TabStop] = []
  var borders = Borders()
  var shading: Shading?
  var outlineLevel: Int?
  var isRightToLeft: Bool?
  var breaksPage: Bool?
  var frame: TextFrame?
  var list: String?
  var level: Int?

  init() {}

  /// Reads `w:pPr`.
  init(_ properties: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    for node in tree.tree.children(of: properties) { read(node, in: tree, theme) }
  }

  private mutating func read(_ node: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    switch tree.element(node) {
    case .jc: alignment = Self.alignment(tree.attribute("val", of: node) ?? "")
    case .spacing: readSpacing(node, in: tree)
    case .ind:
      left = tree.length("start", of: node) ?? tree.length("left", of: node) ?? left
      right = tree.length("end", of: node) ?? tree.length("right", of: node) ?? right
      firstLine =
        tree.length("hanging", of: node).map { -$0 } ?? tree.length("firstLine", of: node)
        ?? firstLine
    case .contextualSpacing: isContextual = tree.isOn(node)
    case .tabs:
      tabs = tree.tree.children(of: node).compactMap { stop in
        tree.element(stop) == .tab ? TabStop(stop, in: tree) : nil
      }
    case .pBdr: borders = Borders(node, in: tree, theme)
    case .shd: shading = Shading(node, in: tree, theme)
    case .outlineLvl: outlineLevel = tree.attribute("val", of: node).flatMap { Int($0) }
    case .bidi: isRightToLeft = tree.isOn(node)
    case .framePr: frame = TextFrame(node, in: tree)
    case .pageBreakBefore: breaksPage = tree.isOn(node)
    case .numPr:
      list = tree.value(of: .numId, in: node)
      level = tree.value(of: .ilvl, in: node).flatMap { Int($0) }
    default: return
    }
  }

  private mutating func readSpacing(_ node: XMLTree.NodeID, in tree: WordTree) {
    func isAutomatic(_ side: String) -> Bool {
      tree.isTrue(side + "Autospacing", of: node)
    }
    before = isAutomatic("before") ? 280 : tree.length("before", of: node) ?? before
    after = isAutomatic("after") ? 280 : tree.length("after", of: node) ?? after
    guard let line = tree.length("line", of: node) else { return }
    self.line = line
    switch tree.attribute("lineRule", of: node) {
    case "exact": lineRule = .exact
    case "atLeast": lineRule = .least
    default: lineRule = .multiple
    }
  }

  private static func alignment(_ name: String) -> Alignment? {
    switch name {
    case "left", "start": .start
    case "right", "end": .end
    case "center": .center
    case "both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute":
      .justify
    default: nil
    }
  }

  /// This, with the other's in place of what it does not say.
  func over(_ other: ParagraphFormat) -> ParagraphFormat {
    var format = self
    format.alignment = alignment ?? other.alignment
    format.before = before ?? other.before
    format.after = after ?? other.after
    format.lineRule = line == nil ? other.lineRule : lineRule
    format.line = line ?? other.line
    format.left = left ?? other.left
    format.right = right ?? other.right
    format.firstLine = firstLine ?? other.firstLine
    format.isContextual = isContextual ?? other.isContextual
    if !other.tabs.isEmpty {
      let own = Set(tabs.map(\.position))
      format.tabs = tabs + other.tabs.filter { !own.contains($0.position) }
    }
    format.borders = borders.over(other.borders)
    format.shading = shading ?? other.shading
    format.outlineLevel = outlineLevel ?? other.outlineLevel
    format.isRightToLeft = isRightToLeft ?? other.isRightToLeft
    format.breaksPage = breaksPage ?? other.breaksPage
    format.frame = frame ?? other.frame
    format.list = list ?? other.list
    format.level = level ?? other.level
    return format
  }
}
