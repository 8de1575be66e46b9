import WordprocessingML
import XML

/// Where in a document the list of a paragraph can be named that is in one by its style alone.
struct ListPlaces: Sendable {
  /// The style and the prefix of the markup, by the property that stands behind the place.
  private(set) var before: [XMLTree.NodeID: (id: String, prefix: String)] = [:]
  /// The same for places at the end of properties.
  private(set) var atEnd: [XMLTree.NodeID: (id: String, prefix: String)] = [:]

  /// What stands before the list among the properties of a paragraph (ECMA-376 part 1, §17.3.1.26).
  private static let earlier: Set<String> = [
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
  ]

  init() {}

  init(in body: XMLTree.NodeID, _ tree: WordTree, _ lists: StyleLists) {
    let xml = tree.tree
    for node in body..<xml.end(of: body) where tree.element(node) == .pPr {
      guard tree.child(.numPr, of: node) == nil, let style = tree.value(of: .pStyle, in: node),
        lists[style] != nil
      else { continue }
      let qualified = xml.name(of: node).qualified
      guard let colon = qualified.firstIndex(of: ":") else { continue }
      let place = (id: style, prefix: String(qualified[...colon]))
      let next = xml.children(of: node).first {
        xml.kind(of: $0) == .element && !Self.earlier.contains(xml.name(of: $0).local)
      }
      if let next { before[next] = place } else { atEnd[node] = place }
    }
  }
}
