import XML

extension WordTree {
  /// The rows of a table or the cells of a row, those in content controls among them, but not those of inner tables.
  func inner(_ element: WordElement, of parent: XMLTree.NodeID) -> [XMLTree.NodeID] {
    var found: [XMLTree.NodeID] = []
    var walk = ElementWalk(below: parent, in: self)
    while let node = walk.next(in: self) {
      switch self.element(node) {
      case .sdt, .sdtContent, .customXml, .ins, .smartTag: continue
      case element: found.append(node)
      default: break
      }
      walk.skip()
    }
    return found
  }
}
