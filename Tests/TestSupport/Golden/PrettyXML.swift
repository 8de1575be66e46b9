import XML

/// A part of a document with one element a line, so that a difference between two versions can be read.
public enum PrettyXML {
  public static func text(of bytes: [UInt8]) throws -> String {
    let tree = try XMLTree(parsing: bytes)
    var lines: [String] = []
    write(tree, tree.root, depth: 0, into: &lines)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func write(
    _ tree: XMLTree, _ node: XMLTree.NodeID, depth: Int, into lines: inout [String]
  ) {
    let indent = String(repeating: " ", count: depth)
    let elements = tree.children(of: node).filter { tree.kind(of: $0) == .element }
    var start: [UInt8] = []
    tree.writeStartTag(node, selfClosing: tree.end(of: node) == node + 1, into: &start)
    let opening = indent + String(decoding: start, as: UTF8.self)
    guard !elements.isEmpty else {
      var whole: [UInt8] = []
      tree.write(node, into: &whole)
      lines.append(indent + String(decoding: whole, as: UTF8.self))
      return
    }
    lines.append(opening)
    for element in elements { write(tree, element, depth: depth + 1, into: &lines) }
    var end: [UInt8] = []
    tree.writeEndTag(node, into: &end)
    lines.append(indent + String(decoding: end, as: UTF8.self))
  }
}
