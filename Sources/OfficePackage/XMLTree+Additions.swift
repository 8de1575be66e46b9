import XML

extension XMLTree {
  /// An element without content.
  struct Addition {
    let local: String
    let attributes: [(name: String, value: String)]

    /// Appends the element; the prefix has its colon, or is empty.
    func write(prefix: String, into output: inout [UInt8]) {
      output.append(contentsOf: "<\(prefix)\(local)".utf8)
      for (name, value) in attributes {
        output.append(contentsOf: " \(name)=\"".utf8)
        XMLEscaping.attribute(value.utf8, into: &output)
        output.append(UInt8(ascii: "\""))
      }
      output.append(contentsOf: "/>".utf8)
    }
  }

  /// The document with `additions` at the end of its outermost element, under its prefix, and without those of its elements whose `Id` is among `removed`.
  func serialized(adding additions: [Addition], removing removed: Set<String> = []) -> [UInt8] {
    var markup: [UInt8] = []
    for addition in additions { addition.write(prefix: rootPrefix, into: &markup) }
    return serialized(appending: markup) { node in
      !removed.isEmpty && removed.contains(attribute("Id", of: node) ?? "")
    }
  }

  /// The prefix of the outermost element with its colon; empty where it has none.
  var rootPrefix: String {
    let qualified = name(of: root).qualified
    return qualified.contains(":") ? qualified.prefix { $0 != ":" } + ":" : ""
  }

  /// The document with `markup` at the end of its outermost element, and without those of its children that `isDropped`
  /// tells of.
  func serialized(appending markup: [UInt8], dropping isDropped: (NodeID) -> Bool) -> [UInt8] {
    var output = Array(Self.declaration.utf8)
    var node = 0
    while node < count {
      if node == root {
        writeStartTag(node, into: &output)
        for child in children(of: node) where !isDropped(child) { write(child, into: &output) }
        output.append(contentsOf: markup)
        writeEndTag(node, into: &output)
      } else {
        write(node, into: &output)
      }
      node = end(of: node)
    }
    return output
  }
}
