import XML

/// The space between a cell's border and what stands in it, in twentieths of a point.
struct CellMargins {
  var top = 0
  var bottom = 0
  var left = 108
  var right = 108

  init() {}

  /// Those of a table: its own, else those of its style (ECMA-376 part 1, §17.4.42).
  init(of properties: XMLTree.NodeID?, in tree: WordTree, styles: StyleLooks) {
    guard let properties else { return }
    let style = tree.child(.tblStyle, of: properties)
      .flatMap { tree.attribute("val", of: $0) }
    if let style { self = styles.cellMargins(of: style) }
    read(properties, in: tree)
  }

  mutating func read(_ properties: XMLTree.NodeID, in tree: WordTree) {
    guard let margins = tree.child(.tblCellMar, of: properties) else { return }
    func width(_ elements: WordElement...) -> Int? {
      elements.lazy.compactMap { tree.child($0, of: margins) }.first
        .flatMap { tree.number("w", of: $0) }
    }
    top = width(.top) ?? top
    bottom = width(.bottom) ?? bottom
    left = width(.left, .start) ?? left
    right = width(.right, .end) ?? right
  }
}
