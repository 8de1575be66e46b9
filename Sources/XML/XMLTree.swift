/// One XML document as flat arrays: nodes in document order, attributes, interned names and one pool of text.
///
/// A value: freed in four steps, shared between threads without a lock. Everything that the document said is kept (prefixes, comments, white space), so that writing it out again loses nothing.
public struct XMLTree: Sendable {
  /// The index of a node in document order; a node's descendants follow it directly.
  public typealias NodeID = Int

  /// What a node is.
  public enum Kind: UInt8, Sendable {
    case element, text, comment, processingInstruction
  }

  /// An element's or attribute's name: what it means, and how it was written.
  public struct Name: Hashable, Sendable {
    /// The namespace URI; empty where there is none.
    public let namespace: String
    /// The name without its prefix.
    public let local: String
    /// The name as written, with its prefix.
    public let qualified: String
  }

  @usableFromInline
  struct Node: Sendable {
    @usableFromInline let kind: Kind
    /// Index into `names`; of a processing instruction its target.
    @usableFromInline let name: UInt32
    let parent: Int32
    /// The index after the last descendant.
    @usableFromInline var end: UInt32
    /// Of an element its attributes, of any other node its text in the pool.
    var data: Range<UInt32>
  }

  struct Attribute {
    let name: UInt32
    let value: Range<UInt32>
  }

  @usableFromInline var nodes: [Node] = []
  var attributes: [Attribute] = []
  var text: [UInt8] = []
  /// Every name of elements and attributes, each once.
  public internal(set) var names: [Name] = []
  /// The document's one outermost element.
  public internal(set) var root: NodeID = 0

  /// How many nodes there are.
  public var count: Int { nodes.count }

  @inlinable
  public func kind(of node: NodeID) -> Kind { nodes[node].kind }

  /// The index into `names` of an element's name: compare it with a number looked up once, not with strings.
  @inlinable
  public func nameIndex(of node: NodeID) -> Int { Int(nodes[node].name) }

  public func name(of node: NodeID) -> Name { names[Int(nodes[node].name)] }

  /// The element that holds `node`, or `nil` for what stands outermost.
  public func parent(of node: NodeID) -> NodeID? {
    nodes[node].parent < 0 ? nil : Int(nodes[node].parent)
  }

  /// The index after the last descendant of `node`: `node..<end(of: node)` is its whole subtree.
  @inlinable
  public func end(of node: NodeID) -> NodeID { Int(nodes[node].end) }

  /// The children of an element in order.
  @inlinable
  public func children(of node: NodeID) -> Children {
    Children(nodes: nodes, upcoming: node + 1, end: end(of: node))
  }

  /// The text of a text node, comment or processing instruction, in UTF-8.
  public func bytes(of node: NodeID) -> ArraySlice<UInt8> {
    guard nodes[node].kind != .element else { return [] }
    return text[Int(nodes[node].data.lowerBound)..<Int(nodes[node].data.upperBound)]
  }

  /// All text inside `node`, joined.
  public func string(of node: NodeID) -> String {
    guard nodes[node].kind == .element else {
      return nodes[node].kind == .text ? String(decoding: bytes(of: node), as: UTF8.self) : ""
    }
    var joined: [UInt8] = []
    for inner in node..<end(of: node) where nodes[inner].kind == .text {
      joined.append(contentsOf: bytes(of: inner))
    }
    return String(decoding: joined, as: UTF8.self)
  }

  /// The names and values of an element's attributes, namespace declarations among them, as written.
  public func attributes(of node: NodeID) -> [(name: Name, value: String)] {
    attributeRange(of: node).map {
      (names[Int(attributes[$0].name)], value(ofAttribute: $0))
    }
  }

  /// The attributes of an element: the indices of their names in `names`, and their values in UTF-8.
  public func attributeBytes(of node: NodeID) -> [(name: Int, value: ArraySlice<UInt8>)] {
    attributeRange(of: node).map {
      let value = attributes[$0].value
      return (
        Int(attributes[$0].name), text[Int(value.lowerBound)..<Int(value.upperBound)]
      )
    }
  }

  /// The elements that have an attribute in whose value `byte` occurs, in document order.
  public func elements(withAttributesHolding byte: UInt8) -> [NodeID] {
    nodes.indices.filter { node in
      attributeRange(of: node).contains {
        let value = attributes[$0].value
        return text[Int(value.lowerBound)..<Int(value.upperBound)].contains(byte)
      }
    }
  }

  /// The value of the attribute with this local name and namespace, or `nil`.
  public func attribute(
    _ local: String, namespace: String = "", of node: NodeID
  ) -> String? {
    for index in attributeRange(of: node) {
      let name = Int(attributes[index].name)
      if names[name].local == local, names[name].namespace == namespace {
        return value(ofAttribute: index)
      }
    }
    return nil
  }

  /// The value of the attribute with this local name and the namespace of its element, or `nil`.
  public func attribute(inNamespaceOfElement local: String, of node: NodeID) -> String? {
    for index in attributeRange(of: node) {
      let name = Int(attributes[index].name)
      if names[name].local == local,
        names[name].namespace == names[Int(nodes[node].name)].namespace
      {
        return value(ofAttribute: index)
      }
    }
    return nil
  }

  /// The value of the first attribute with this local name, whatever its namespace, or `nil`.
  public func attribute(named local: String, of node: NodeID) -> String? {
    attributeRange(of: node).first { names[Int(attributes[$0].name)].local == local }
      .map { value(ofAttribute: $0) }
  }

  func attributeRange(of node: NodeID) -> Range<Int> {
    guard nodes[node].kind == .element else { return 0..<0 }
    return Int(nodes[node].data.lowerBound)..<Int(nodes[node].data.upperBound)
  }

  func value(ofAttribute index: Int) -> String {
    let range = attributes[index].value
    return String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// The children of one element.
  public struct Children: Sequence, IteratorProtocol {
    // Of the whole tree each sequence would count five references.
    @usableFromInline let nodes: [Node]
    @usableFromInline var upcoming: NodeID
    @usableFromInline let end: NodeID

    @inlinable
    init(nodes: [Node], upcoming: NodeID, end: NodeID) {
      self.nodes = nodes
      self.upcoming = upcoming
      self.end = end
    }

    @inlinable
    public mutating func next() -> NodeID? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(nodes[upcoming].end) }
      return upcoming
    }
  }
}
