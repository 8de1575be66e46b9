import XML

/// What separates a list's label from the text (ECMA-376 part 1, §17.9.28).
enum LabelSuffix: String, Hashable, Sendable {
  case tab, space, nothing
}

/// The lists that a document defines (ECMA-376 part 1, §17.9).
struct Numbering: Sendable {
  struct Level: Hashable, Sendable {
    var start = 0
    var format = NumberFormat.decimal
    /// The pattern, such as `%1.%2)`.
    var text = ""
    /// Whether the level is drawn in a font whose letters are signs, such as Wingdings.
    var isInSymbolFont = false
    /// The paragraph style that belongs to this level.
    var style: String?
    /// The language of the label, such as `kk-KZ`, where it has one of its own.
    var language: String?
    /// Whether all numbers of the pattern are written as decimals.
    var isLegal = false
    /// The level after which this one begins anew; 0 for never, `nil` for any higher level.
    var restartsAfter: Int?
    /// What stands between the label and the text on the page.
    var suffix = LabelSuffix.tab
    /// The element that says so, and what its label looks like.
    var node: XMLTree.NodeID?
  }

  private var abstracts: [String: [Int: Level]] = [:]
  /// Definitions that are given by a numbering style, and the definitions that give one (ECMA-376 part 1, §17.9.21 and §17.9.27).
  private var styleOfAbstract: [String: String] = [:]
  private var abstractOfStyle: [String: String] = [:]
  private var instances: [String: (abstract: String, levels: [Int: Level], starts: [Int: Int])] =
    [:]

  init() {}

  init(_ tree: WordTree) {
    for node in tree.tree.children(of: tree.tree.root) {
      switch tree.element(node) {
      case .abstractNum:
        guard let id = tree.attribute("abstractNumId", of: node) else { continue }
        abstracts[id] = Self.levels(of: node, tree)
        styleOfAbstract[id] = tree.value(of: .numStyleLink, in: node)
        if let style = tree.value(of: .styleLink, in: node) { abstractOfStyle[style] = id }
      case .num:
        guard let id = tree.attribute("numId", of: node),
          let abstract = tree.value(of: .abstractNumId, in: node)
        else { continue }
        var levels: [Int: Level] = [:]
        var starts: [Int: Int] = [:]
        for override in tree.tree.children(of: node) where tree.element(override) == .lvlOverride {
          guard let index = tree.attribute("ilvl", of: override).flatMap({ Int($0) }) else {
            continue
          }
          levels.merge(Self.levels(of: override, tree)) { _, new in new }
          if let start = Self.number(.startOverride, in: override, tree) { starts[index] = start }
        }
        instances[id] = (abstract, levels, starts)
      default: continue
      }
    }
  }

  /// The level of a list, or `nil` where the list is not defined.
  func level(_ index: Int, of list: String) -> Level? {
    guard let instance = instances[list] else { return nil }
    var level = instance.levels[index] ?? abstract(of: list).flatMap { abstracts[$0]?[index] }
    if let start = instance.starts[index] { level?.start = start }
    return level
  }

  /// The definition that lists share their counting through.
  func abstract(of list: String) -> String? {
    instances[list].map { instance in
      styleOfAbstract[instance.abstract].flatMap { abstractOfStyle[$0] } ?? instance.abstract
    }
  }

  /// The level of a list that paragraphs of `style` belong to, or `nil` where none names it.
  func level(of list: String, linkedTo style: String) -> Int? {
    (0..<9).first { level($0, of: list)?.style == style }
  }

  func restarts(_ list: String, at level: Int) -> Bool {
    instances[list]?.starts[level] != nil
  }

  private static func levels(of parent: XMLTree.NodeID, _ tree: WordTree) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for node in tree.tree.children(of: parent) where tree.element(node) == .lvl {
      guard let index = tree.attribute("ilvl", of: node).flatMap({ Int($0) }) else { continue }
      var level = Level()
      level.start = number(.start, in: node, tree) ?? 0
      level.format = format(of: node, tree)
      // Word takes 255 characters; what is longer would be repeated for each item.
      level.text = (tree.value(of: .lvlText, in: node) ?? "").beginning(of: 255)
      level.style = tree.value(of: .pStyle, in: node)
      level.isInSymbolFont = isInSymbolFont(node, tree)
      level.language = tree.child(.rPr, of: node).flatMap { tree.language(in: $0) }
      level.isLegal = tree.isOn(.isLgl, in: node)
      level.restartsAfter = tree.value(of: .lvlRestart, in: node).flatMap { Int($0) }
      level.suffix =
        tree.value(of: .suff, in: node).flatMap { LabelSuffix(rawValue: $0) } ?? .tab
      level.node = node
      levels[index] = level
    }
    return levels
  }

  /// The format of a level or a note; newer ones stand as the first of two alternatives.
  static func format(of parent: XMLTree.NodeID, _ tree: WordTree) -> NumberFormat {
    var walk = ElementWalk(below: parent, in: tree)
    while let node = walk.next(in: tree) {
      if tree.element(node) == .numFmt {
        return NumberFormat(
          name: tree.attribute("val", of: node) ?? "decimal",
          custom: tree.attribute("format", of: node))
      }
      walk.skip()
    }
    return .decimal
  }

  /// A number to count from; what no document counts to would overflow.
  private static func number(
    _ property: WordElement, in node: XMLTree.NodeID, _ tree: WordTree
  ) -> Int? {
    tree.value(of: property, in: node).flatMap { Int($0) }.map { min(max($0, 0), 1 << 30) }
  }

  private static func isInSymbolFont(_ level: XMLTree.NodeID, _ tree: WordTree) -> Bool {
    guard let properties = tree.child(.rPr, of: level),
      let fonts = tree.child(.rFonts, of: properties)
    else { return false }
    let name = tree.attribute("ascii", of: fonts) ?? tree.attribute("hAnsi", of: fonts)
    return name.flatMap { SymbolFont(name: $0) } != nil
  }
}

extension WordTree {
  /// The language that run properties name for letters of Latin and Cyrillic.
  func language(in properties: XMLTree.NodeID) -> String? {
    child(named: "lang", of: properties).flatMap { attribute("val", of: $0) }
  }
}
