import XML

extension WordDocument {
  /// The list that a paragraph belongs to, by its own properties or else by its style; `nil` for none.
  func list(
    of properties: XMLTree.NodeID?, style: String?, in tree: WordTree
  ) -> (id: String, level: Int)? {
    let own = properties.flatMap { tree.child(.numPr, of: $0) }
    let inherited = (style ?? styles.defaultParagraphStyle)
      .flatMap { styles.list(of: $0, numbering) }
    let list = own.flatMap { tree.value(of: .numId, in: $0) } ?? inherited?.id
    let level =
      own.flatMap { tree.value(of: .ilvl, in: $0) }.flatMap { Int($0) } ?? inherited?.level ?? 0
    return list.flatMap { $0 == "0" ? nil : ($0, level) }
  }
}
