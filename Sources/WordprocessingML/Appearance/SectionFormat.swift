import XML

/// The page of a section (ECMA-376 part 1, §17.6), lengths in twentieths of a point.
struct SectionFormat: Hashable, Sendable {
  // A4 with margins of an inch, where nothing is said.
  var width = 11906
  var height = 16838
  var top = 1440
  var bottom = 1440
  var left = 1440
  var right = 1440
  /// From the edge of the sheet to the header and the footer.
  var header = 708
  var footer = 708
  var columns = 1
  var columnSpace = 720
  var hasColumnLine = false
  var hasFirstPage = false
  /// Whether it goes on where the section before it ends.
  var isContinuous = false
  /// Relationship ids by the kind of page: `default`, `first`, `even`.
  var headers: [String: String] = [:]
  var footers: [String: String] = [:]

  init() {}

  /// Reads the properties of a section, or of them only what tells which headers and footers it shows.
  init(_ section: XMLTree.NodeID, in tree: WordTree, showsOnly: Bool = false) {
    for node in tree.tree.children(of: section) {
      switch tree.element(node) {
      case .pgSz where showsOnly, .pgMar where showsOnly, .cols where showsOnly: continue
      case .pgSz:
        width = tree.length("w", of: node).map { max($0, 1440) } ?? width
        height = tree.length("h", of: node).map { max($0, 1440) } ?? height
      case .pgMar: readMargins(node, in: tree)
      case .cols:
        let own = tree.tree.children(of: node).count { tree.tree.kind(of: $0) == .element }
        columns = tree.attribute("num", of: node).flatMap { Int($0) } ?? max(own, 1)
        columns = min(max(columns, 1), 45)
        columnSpace = tree.length("space", of: node).map { max($0, 0) } ?? columnSpace
        hasColumnLine = tree.isTrue("sep", of: node)
      case .titlePg: hasFirstPage = tree.isOn(node)
      case .type: isContinuous = tree.attribute("val", of: node) == "continuous"
      case .headerReference: headers[kind(node, in: tree)] = reference(node, in: tree)
      case .footerReference: footers[kind(node, in: tree)] = reference(node, in: tree)
      default: continue
      }
    }
    // Margins that leave no room for text are not meant.
    if left + right + 720 > width { (left, right) = (360, 360) }
  }

  private mutating func readMargins(_ node: XMLTree.NodeID, in tree: WordTree) {
    func margin(_ side: String) -> Int? { tree.length(side, of: node).map(abs) }
    top = margin("top") ?? top
    bottom = margin("bottom") ?? bottom
    left = (margin("left") ?? left) + (margin("gutter") ?? 0)
    right = margin("right") ?? right
    header = margin("header") ?? header
    footer = margin("footer") ?? footer
  }

  private func kind(_ node: XMLTree.NodeID, in tree: WordTree) -> String {
    tree.attribute("type", of: node) ?? "default"
  }

  private func reference(_ node: XMLTree.NodeID, in tree: WordTree) -> String? {
    tree.tree.attribute(named: "id", of: node)
  }

  /// The width of the text, and of one of its columns.
  var textWidth: Int { width - left - right }
  var columnWidth: Int { max((textWidth - columnSpace * (columns - 1)) / columns, 360) }

  /// A section shows the headers and footers of the one before it where it has none of its own (ECMA-376 part 1, §17.10.1).
  mutating func inherit(from other: SectionFormat) {
    headers.merge(other.headers) { own, _ in own }
    footers.merge(other.footers) { own, _ in own }
  }
}

extension WordDocument {
  /// The pages of the body's sections in their order; each shows the headers and footers of the one before where it has none.
  var sectionFormats: [SectionFormat] { sectionFormats(showsOnly: false) }

  /// The same, or of each only what tells which headers and footers it shows.
  func sectionFormats(showsOnly: Bool) -> [SectionFormat] {
    sections.reduce(into: []) { formats, node in
      var format = SectionFormat(node, in: body.tree, showsOnly: showsOnly)
      if let last = formats.last { format.inherit(from: last) }
      formats.append(format)
    }
  }
}
