import XML

extension XMLTree {
  /// Everything that the tree says, node by node, to compare it with another.
  var outline: [String] {
    (0..<count).map { node in
      let above = parent(of: node).map(String.init) ?? "-"
      let place = "\(node) in \(above) to \(end(of: node)) "
      switch kind(of: node) {
      case .element:
        let attributes = attributes(of: node).map { "\($0.name.described)=\($0.value)" }
        return place + "<\(name(of: node).described) \(attributes)>"
      case .text: return place + "text " + String(decoding: bytes(of: node), as: UTF8.self)
      case .comment: return place + "comment " + String(decoding: bytes(of: node), as: UTF8.self)
      case .processingInstruction:
        return place + "?\(name(of: node).qualified) "
          + String(decoding: bytes(of: node), as: UTF8.self)
      }
    }
  }
}

extension XMLTree.Name {
  var described: String { "{\(namespace)}\(local) \(qualified)" }
}
