import XML

/// What this project needs to know of a document's styles: names, inheritance and the lists that styles belong to.
struct StyleSheet: Sendable {
  private struct Style {
    var parent: String?
    var list: String?
    var level: Int?
  }

  private var styles: [String: Style] = [:]

  init() {}

  init(_ tree: WordTree) {
    for node in tree.tree.children(of: tree.tree.root) where tree.element(node) == .style {
      guard let id = tree.attribute("styleId", of: node) else { continue }
      var style = Style()
      style.parent = tree.value(of: .basedOn, in: node)
      if let properties = tree.child(.pPr, of: node),
        let numbering = tree.child(.numPr, of: properties)
      {
        style.list = tree.value(of: .numId, in: numbering)
        style.level = tree.value(of: .ilvl, in: numbering).flatMap { Int($0) }
      }
      styles[id] = style
    }
  }

  /// The list that paragraphs of the style belong to, through its ancestors.
  func list(of style: String) -> (id: String, level: Int)? {
    var current: String? = style
    // A style that is its own ancestor would go round for ever.
    for _ in 0..<32 {
      guard let id = current, let style = styles[id] else { return nil }
      if let list = style.list { return (list, style.level ?? 0) }
      current = style.parent
    }
    return nil
  }
}
