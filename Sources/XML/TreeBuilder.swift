import CLibXML2

/// Receives libxml2's SAX2 events and appends to the arrays of a tree.
final class TreeBuilder {
  struct NameKey: Hashable {
    let local: UnsafePointer<xmlChar>?
    let prefix: UnsafePointer<xmlChar>?
    let namespace: UnsafePointer<xmlChar>?
  }

  var tree = XMLTree()
  var error: XMLError?
  var sawRoot = false
  var context: xmlParserCtxtPtr?
  private let limits: XMLLimits
  private var open: [(node: Int, namespaceCount: Int)] = []
  private var namespacesInScope = 0
  private var nameBytes = 0
  /// libxml2 keeps each name once, so that its address identifies it.
  private var nameIndices: [NameKey: UInt32] = [:]
  /// The same name may come from several addresses.
  private var indices: [XMLTree.Name: UInt32] = [:]

  init(limits: XMLLimits) { self.limits = limits }

  func fail(_ code: XMLError.Code, _ detail: String = "", line: Int = 0, column: Int = 0) {
    guard error == nil else { return }
    let line = line > 0 ? line : context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0
    error = XMLError(code: code, line: line, column: column, detail: detail)
    if let context { xmlStopParser(context) }
  }

  func startElement(
    _ key: NameKey, namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    namespaceCount: Int, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    attributeCount: Int
  ) {
    guard open.count < limits.depth else { return fail(.tooDeep) }
    // The parser looks each prefix up among all that are declared.
    namespacesInScope += namespaceCount
    guard namespacesInScope <= limits.namespaces else { return fail(.tooLarge) }
    let first = UInt32(tree.attributes.count)
    for index in 0..<namespaceCount {
      guard let namespaces else { break }
      let value = append(namespaces[2 * index + 1])
      tree.attributes.append(
        XMLTree.Attribute(name: declaration(of: namespaces[2 * index]), value: value))
    }
    for index in 0..<attributeCount {
      guard let attributes, let start = attributes[5 * index + 3],
        let end = attributes[5 * index + 4]
      else { break }
      let name = self.name(
        NameKey(
          local: attributes[5 * index], prefix: attributes[5 * index + 1],
          namespace: attributes[5 * index + 2]))
      let offset = UInt32(tree.text.count)
      tree.text.append(contentsOf: UnsafeBufferPointer(start: start, count: end - start))
      tree.attributes.append(
        XMLTree.Attribute(name: name, value: offset..<UInt32(tree.text.count)))
    }
    if open.isEmpty {
      tree.root = tree.nodes.count
      sawRoot = true
    }
    open.append((tree.nodes.count, namespaceCount))
    appendNode(.element, name: name(key), data: first..<UInt32(tree.attributes.count), depth: 1)
  }

  func endElement() {
    guard let (node, namespaceCount) = open.popLast() else { return }
    namespacesInScope -= namespaceCount
    tree.nodes[node].end = UInt32(tree.nodes.count)
  }

  func characters(_ start: UnsafePointer<xmlChar>, _ length: Int) {
    let offset = UInt32(tree.text.count)
    tree.text.append(contentsOf: UnsafeBufferPointer(start: start, count: length))
    let end = UInt32(tree.text.count)
    let last = tree.nodes.count - 1
    // The parser hands over one text in pieces: join what directly follows.
    if last >= 0, tree.nodes[last].kind == .text, tree.nodes[last].data.upperBound == offset,
      Int(tree.nodes[last].parent) == open.last?.node ?? -1
    {
      tree.nodes[last].data = tree.nodes[last].data.lowerBound..<end
    } else if !open.isEmpty {
      appendNode(.text, name: 0, data: offset..<end)
    }
  }

  func comment(_ value: UnsafePointer<xmlChar>?) {
    appendNode(.comment, name: 0, data: append(value))
  }

  func processingInstruction(
    _ target: UnsafePointer<xmlChar>?, _ value: UnsafePointer<xmlChar>?
  ) {
    let name = name(NameKey(local: target, prefix: nil, namespace: nil))
    appendNode(.processingInstruction, name: name, data: append(value))
  }

  private func appendNode(
    _ kind: XMLTree.Kind, name: UInt32, data: Range<UInt32>, depth: Int = 0
  ) {
    guard tree.nodes.count + tree.attributes.count < limits.nodes else { return fail(.tooLarge) }
    let parent = open.dropLast(depth).last?.node ?? -1
    tree.nodes.append(
      XMLTree.Node(
        kind: kind, name: name, parent: Int32(parent), end: UInt32(tree.nodes.count + 1),
        data: data))
  }

  private func append(_ value: UnsafePointer<xmlChar>?) -> Range<UInt32> {
    let offset = UInt32(tree.text.count)
    if let value {
      tree.text.append(
        contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
    }
    return offset..<UInt32(tree.text.count)
  }

  private func name(_ key: NameKey) -> UInt32 {
    if let index = nameIndices[key] { return index }
    let local = string(key.local)
    let prefix = string(key.prefix)
    return intern(
      key,
      XMLTree.Name(
        namespace: string(key.namespace), local: local,
        qualified: prefix.isEmpty ? local : prefix + ":" + local))
  }

  private func declaration(of prefix: UnsafePointer<xmlChar>?) -> UInt32 {
    let name = string(prefix)
    return intern(
      nil,
      XMLTree.Name(
        namespace: "http://www.w3.org/2000/xmlns/", local: name,
        qualified: name.isEmpty ? "xmlns" : "xmlns:" + name))
  }

  private func intern(_ key: NameKey?, _ name: XMLTree.Name) -> UInt32 {
    let index = indices[name] ?? UInt32(tree.names.count)
    if index == tree.names.count {
      nameBytes += name.namespace.utf8.count + name.local.utf8.count + name.qualified.utf8.count
      if nameBytes > limits.nameBytes { fail(.tooLarge) }
      tree.names.append(name)
      indices[name] = index
    }
    if let key { nameIndices[key] = index }
    return index
  }

  private func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  fileprivate static func builder(_ context: UnsafeMutableRawPointer?) -> TreeBuilder? {
    context.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension TreeBuilder {
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = {
      context, local, prefix, namespace, namespaceCount, namespaces, attributeCount, _, attributes
      in
      TreeBuilder.builder(context)?.startElement(
        NameKey(local: local, prefix: prefix, namespace: namespace), namespaces: namespaces,
        namespaceCount: Int(namespaceCount), attributes: attributes,
        attributeCount: Int(attributeCount))
    }
    handler.startDocument = { context in
      guard let builder = TreeBuilder.builder(context), let parser = builder.context else { return }
      guard let name = parser.pointee.encoding ?? parser.pointee.input?.pointee.encoding else {
        return
      }
      let encoding = String(cString: name)
      if !TextEncoding.isRead(encoding) { builder.fail(.malformed, "encoding \(encoding)") }
    }
    handler.endElementNs = { context, _, _, _ in TreeBuilder.builder(context)?.endElement() }
    handler.characters = { context, text, length in
      if let text { TreeBuilder.builder(context)?.characters(text, Int(length)) }
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.comment = { context, value in TreeBuilder.builder(context)?.comment(value) }
    handler.processingInstruction = { context, target, value in
      TreeBuilder.builder(context)?.processingInstruction(target, value)
    }
    handler.internalSubset = { context, _, _, _ in TreeBuilder.builder(context)?.fail(.documentType)
    }
    handler.serror = { context, error in
      guard let error, error.pointee.level == XML_ERR_FATAL || error.pointee.level == XML_ERR_ERROR
      else { return }
      // A namespace is a name: what is said with it does not depend on its being an address too.
      guard error.pointee.code != Int32(XML_WAR_NS_URI.rawValue) else { return }
      var message = error.pointee.message.map { String(cString: $0) } ?? ""
      while message.hasSuffix("\n") { message.removeLast() }
      TreeBuilder.builder(context)?.fail(
        .malformed, message, line: Int(error.pointee.line), column: Int(error.pointee.int2))
    }
    return handler
  }
}
