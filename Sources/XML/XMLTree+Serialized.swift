extension XMLTree {
  /// The declaration that every part of an Office package begins with.
  public static let declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// The document as UTF-8, the same bytes for the same document.
  public func serialized() -> [UInt8] {
    var output = Array(Self.declaration.utf8)
    output.reserveCapacity(text.count * 2)
    var node = 0
    while node < nodes.count {
      write(node, into: &output)
      node = end(of: node)
    }
    return output
  }

  /// Appends `node` and all that is in it.
  public func write(_ node: NodeID, into output: inout [UInt8]) {
    var open: [NodeID] = []
    for inner in node..<end(of: node) {
      while let last = open.last, end(of: last) <= inner {
        writeEndTag(last, into: &output)
        open.removeLast()
      }
      switch nodes[inner].kind {
      case .element:
        let isEmpty = end(of: inner) == inner + 1
        writeStartTag(inner, selfClosing: isEmpty, into: &output)
        if !isEmpty { open.append(inner) }
      default: writeLeaf(inner, into: &output)
      }
    }
    while let last = open.popLast() { writeEndTag(last, into: &output) }
  }

  /// Appends `<name attribute="…">`, or `<name …/>` if `selfClosing`.
  ///
  /// Attributes whose names stand in `names` at the indices `omitted` are left out; `addition` is an attribute to add,
  /// escaped, such as `xml:space="preserve"`.
  public func writeStartTag(
    _ node: NodeID, selfClosing: Bool = false, omitting omitted: Set<Int> = [],
    adding addition: String? = nil, into output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "<"))
    output.append(names[Int(nodes[node].name)].qualified)
    if let addition { output.append(contentsOf: " \(addition)".utf8) }
    for index in attributeRange(of: node)
    where omitted.isEmpty || !omitted.contains(Int(attributes[index].name)) {
      output.append(UInt8(ascii: " "))
      output.append(names[Int(attributes[index].name)].qualified)
      output.append(UInt8(ascii: "="))
      output.append(UInt8(ascii: "\""))
      let value = attributes[index].value
      XMLEscaping.attribute(
        text[Int(value.lowerBound)..<Int(value.upperBound)], into: &output)
      output.append(UInt8(ascii: "\""))
    }
    if selfClosing { output.append(UInt8(ascii: "/")) }
    output.append(UInt8(ascii: ">"))
  }

  /// Appends `</name>`.
  public func writeEndTag(_ node: NodeID, into output: inout [UInt8]) {
    output.append(UInt8(ascii: "<"))
    output.append(UInt8(ascii: "/"))
    output.append(names[Int(nodes[node].name)].qualified)
    output.append(UInt8(ascii: ">"))
  }

  /// Appends a text, comment or processing instruction.
  public func writeLeaf(_ node: NodeID, into output: inout [UInt8]) {
    switch nodes[node].kind {
    case .element: break
    case .text: XMLEscaping.text(bytes(of: node), into: &output)
    case .comment:
      output.append(contentsOf: "<!--".utf8)
      output.append(contentsOf: bytes(of: node))
      output.append(contentsOf: "-->".utf8)
    case .processingInstruction:
      output.append(contentsOf: "<?".utf8)
      output.append(contentsOf: name(of: node).qualified.utf8)
      output.append(UInt8(ascii: " "))
      output.append(contentsOf: bytes(of: node))
      output.append(contentsOf: "?>".utf8)
    }
  }
}

extension [UInt8] {
  /// Appends a text at once: its own sequence of bytes hands them over one by one.
  fileprivate mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
