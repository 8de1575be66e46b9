import XML

/// What this project needs to know of a document's styles: inheritance, the lists that styles belong to, and what they hide.
struct StyleSheet: Sendable {
  private struct Style {
    var name: String?
    var parent: String?
    var list: String?
    var level: Int?
    var isHidden: Bool?
    var outlineLevel: Int?
  }

  private var styles: [String: Style] = [:]
  /// The style of paragraphs that name none.
  private(set) var defaultParagraphStyle: String?

  /// The language of text that names none.
  private(set) var language: String?

  /// Whether any style says something of hiding: few documents have one.
  private(set) var hides = false

  /// The styles that belong to a list, by themselves or through their ancestors.
  private var listed: Set<String> = []

  init() {}

  init(_ tree: WordTree) {
    if let defaults = tree.child(named: "docDefaults", of: tree.tree.root) {
      for part in tree.tree.children(of: defaults) {
        if let properties = tree.child(.rPr, of: part) {
          language = tree.language(in: properties) ?? language
        }
      }
    }
    let nodes = tree.tree.children(of: tree.tree.root).filter { tree.element($0) == .style }
    styles.reserveCapacity(nodes.count)
    var lists = false
    for node in nodes {
      guard let id = tree.attribute("styleId", of: node) else { continue }
      var style = Style()
      // Word's own limit is 253 characters.
      style.name = tree.value(of: .name, in: node)?.beginning(of: 255)
      style.parent = tree.value(of: .basedOn, in: node)
      style.isHidden = tree.child(.rPr, of: node).flatMap { tree.toggle(.vanish, in: $0) }
      if let properties = tree.child(.pPr, of: node) {
        if let numbering = tree.child(.numPr, of: properties) {
          style.list = tree.value(of: .numId, in: numbering)
          style.level = tree.value(of: .ilvl, in: numbering).flatMap { Int($0) }
        }
        style.outlineLevel = tree.outlineLevel(in: properties)
      }
      if style.isHidden != nil { hides = true }
      if style.list != nil { lists = true }
      styles[id] = style
      if tree.isTrue("default", of: node), tree.attribute("type", of: node) == "paragraph" {
        defaultParagraphStyle = id
      }
    }
    if lists { listed = Set(styles.keys.filter { nearest(to: $0, { $0.list }) != nil }) }
  }

  /// The style's name as Word shows it, which stays when another program writes the document with ids of its own; the id where it has none.
  func name(of style: String) -> String { styles[style]?.name ?? style }

  /// The list that paragraphs of the style belong to, through its ancestors.
  ///
  /// A level that names the style goes before the level that the style names (ECMA-376 part 1, §17.9.23).
  func list(of style: String, _ numbering: Numbering) -> (id: String, level: Int)? {
    guard listed.contains(style), let list = nearest(to: style, { $0.list }) else { return nil }
    let linked = ancestry(of: style).lazy
      .compactMap { numbering.level(of: list, linkedTo: $0) }.first
    return (list, linked ?? nearest(to: style, { $0.level }) ?? 0)
  }

  /// Whether the style hides text, by itself or through its ancestors.
  func isHidden(_ style: String) -> Bool {
    hides && nearest(to: style, { $0.isHidden }) ?? false
  }

  /// Whether paragraphs of the style are headings, by their level in the outline or by the name that Word knows headings by.
  func isHeading(_ style: String) -> Bool {
    for id in ancestry(of: style) {
      if let level = styles[id]?.outlineLevel { return level < 9 }
      if styles[id]?.name?.lowercased().hasPrefix("heading ") == true { return true }
    }
    return false
  }

  /// The style and what it is based on, nearest first.
  func ancestry(of style: String) -> [String] {
    var line: [String] = []
    var current: String? = style
    // A style that is its own ancestor would go round for ever.
    while let id = current, let style = styles[id], line.count < Self.mostAncestors {
      line.append(id)
      current = style.parent
    }
    return line
  }

  private static let mostAncestors = 32

  /// What the style says, or else the nearest of those that it is based on.
  private func nearest<Value>(to style: String, _ property: (Style) -> Value?) -> Value? {
    var current: String? = style
    for _ in 0..<Self.mostAncestors {
      guard let id = current, let style = styles[id] else { return nil }
      if let value = property(style) { return value }
      current = style.parent
    }
    return nil
  }
}
