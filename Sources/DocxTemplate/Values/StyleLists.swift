import WordprocessingML
import XML

/// The lists that paragraphs belong to by their styles alone (ECMA-376 part 1, §17.9.23).
struct StyleLists: Sendable {
  /// A list by its id, and the level in it.
  struct Membership: Hashable, Sendable {
    let list: String
    let level: String
  }

  private struct Style {
    var list: String?
    var level: String?
    var parent: String?
    /// Whether the style is that of a heading, whose numbers go through the whole document.
    var isHeading = false
  }

  private var memberships: [String: Membership] = [:]

  init() {}

  init(_ tree: WordTree) {
    let xml = tree.tree
    var styles: [String: Style] = [:]
    for node in xml.children(of: xml.root) where tree.element(node) == .style {
      guard let id = tree.attribute("styleId", of: node) else { continue }
      var style = Style()
      style.parent = tree.value(of: .basedOn, in: node)
      style.isHeading = tree.value(of: .name, in: node)?.lowercased().hasPrefix("heading") ?? false
      if let properties = tree.child(.pPr, of: node) {
        for child in xml.children(of: properties)
        where xml.kind(of: child) == .element && xml.name(of: child).local == "outlineLvl" {
          style.isHeading = true
        }
        if let numbering = tree.child(.numPr, of: properties) {
          style.list = tree.value(of: .numId, in: numbering)
          style.level = tree.value(of: .ilvl, in: numbering)
        }
      }
      styles[id] = style
    }
    for (id, style) in styles {
      var (current, level, steps) = (style, style.level, 0)
      // A style that is its own ancestor would go round for ever.
      while current.list == nil, !current.isHeading, steps < 32,
        let parent = current.parent.flatMap({ styles[$0] })
      {
        current = parent
        level = level ?? current.level
        steps += 1
      }
      guard let list = current.list, list != "0", !current.isHeading else { continue }
      memberships[id] = Membership(list: list, level: level ?? "0")
    }
  }

  subscript(style: String) -> Membership? { memberships[style] }
}
