/// Reads documents as programs write them, in one pass over their bytes: UTF-8, with elements, attributes, text and the five entities of XML.
///
/// Makes the tree that libxml2 would make, or none: all that is unusual, wrong or beyond a limit, comments and instructions among it, is left to libxml2, which tells what is wrong.
struct PlainReader {
  /// Something that is left to libxml2.
  struct Unusual: Error {}

  /// An element whose end tag has not come yet.
  private struct OpenElement {
    let node: Int
    /// Where its name as written stands.
    let name: Range<Int>
    let declarations: Int
    /// The number of the declarations that hold around it.
    let scope: Int32
  }

  /// An attribute of the tag that is read.
  private struct FoundAttribute {
    let atom: Int
    let value: Range<Int>
    let hasEntities: Bool
    var namespace = 0
  }

  /// Documents of more bytes are not held in memory to be read here.
  static let largest = 4 << 20
  /// The attributes of a tag are compared pair by pair; no tag that is read here has more.
  private let mostAttributes: Int

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: XMLLimits
  private var index = 0
  private(set) var tree = XMLTree()
  /// The attributes of all elements, counted with each that has them.
  private var attributeCount = 0
  private(set) var names: PlainNames
  private(set) var tags: KnownTags
  /// The number of the declarations that hold here, and how many there were.
  private var scope: Int32 = 0
  private var scopes: Int32 = 0
  /// The end of the outermost start tag, and the number of the declarations that hold in it.
  private(set) var beginning = 0
  private(set) var outermost: Int32 = 0
  private var open: [OpenElement] = []
  private var found: [FoundAttribute] = []

  /// A reader of what stands in `bytes` behind those that `words` are of.
  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits, _ words: XMLVocabulary.Words?
  ) {
    self.bytes = bytes
    self.limits = limits
    mostAttributes = min(limits.attributes, 64)
    names = PlainNames(bytes, limits, words?.names)
    tags = KnownTags(bytes, words?.tags)
    tree.attributes = words?.attributes ?? []
    index = words?.text.count ?? 0
    tree.nodes.reserveCapacity((bytes.count - index) / 24)
    tree.attributes.reserveCapacity(tree.attributes.count + (bytes.count - index) / 32)
    open.reserveCapacity(32)
    found.reserveCapacity(mostAttributes)
  }

  /// The tree of a document, or `nil` where it is for libxml2.
  static func tree(
    of bytes: [UInt8], limits: XMLLimits, knowing vocabulary: XMLVocabulary? = nil
  ) -> XMLTree? {
    guard bytes.count <= min(largest, limits.bytes) else { return nil }
    let words = vocabulary?.words(for: bytes)
    let text = words.map { $0.text + bytes } ?? bytes
    return text.withUnsafeBufferPointer { buffer in
      var reader = PlainReader(buffer, limits, words)
      // Texts and values are left where they stand; what entities stand for comes after the document.
      reader.tree.text = text
      do throws(Unusual) {
        try reader.read()
      } catch {
        return nil
      }
      reader.tree.names = reader.names.all
      if words == nil { vocabulary?.learn(reader.words) }
      return reader.tree
    }
  }

  private mutating func read() throws(Unusual) {
    try skipDeclaration()
    skipSpace()
    tree.root = 0
    try readStartTag()
    (beginning, outermost) = (index, scope)
    while let parent = open.last {
      if try peek() == UInt8(ascii: "<") {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") {
          try readEndTag(of: parent)
        } else {
          try readStartTag()
        }
      } else {
        try readText(in: parent.node)
      }
    }
    skipSpace()
    guard index == bytes.count else { throw Unusual() }
  }

  // MARK: Before the document

  /// Passes the declaration by, where it says nothing unusual.
  private mutating func skipDeclaration() throws(Unusual) {
    guard skip("<?xml version=\"1.0\"") || skip("<?xml version='1.0'") else {
      // A document without one is in UTF-8; any other instruction is found where its name should be.
      return
    }
    let encodings: [StaticString] = [
      " encoding=\"UTF-8\"", " encoding=\"utf-8\"", " encoding='UTF-8'", " encoding='utf-8'",
    ]
    for encoding in encodings where skip(encoding) { break }
    let answers: [StaticString] = [
      " standalone=\"yes\"", " standalone=\"no\"", " standalone='yes'", " standalone='no'",
    ]
    for answer in answers where skip(answer) { break }
    guard skip("?>") else { throw Unusual() }
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    let isThere = text.withUTF8Buffer { text in
      index + text.count <= bytes.count && bytes[index..<index + text.count].elementsEqual(text)
    }
    if isThere { index += text.utf8CodeUnitCount }
    return isThere
  }

  // MARK: Tags

  private mutating func readStartTag() throws(Unusual) {
    guard try peek() == UInt8(ascii: "<"), open.count < limits.depth else { throw Unusual() }
    let start = index
    let sight = tags.sight(start)
    if let sight {
      if let tag = tags.tag(sight, from: start, scope: scope) {
        index = sight.end
        return try open(tag, at: start)
      }
      if let tag = tags.tagWithOtherValues(start, scope: scope, &tree.attributes) {
        index = tag.range.upperBound
        tags.keep(tag, sight)
        return try open(tag, at: start)
      }
    }
    index += 1
    let (name, hash) = try readName()
    let atom = try names.atom(name, hash)
    let (declarations, isEmpty) = try readAttributes()
    let first = UInt32(tree.attributes.count)
    let outer = scope
    if declarations > 0 {
      try takeDeclarations()
      scopes += 1
      scope = scopes
    }
    let isPlain = try takeAttributes()
    let tag = KnownTags.Tag(
      start: Int32(start), count: Int32(index - start), nameCount: Int32(name.count),
      isEmpty: isEmpty, isPlain: isPlain, scope: scope, name: try names.element(atom),
      attributes: first..<UInt32(tree.attributes.count))
    if declarations == 0, let sight { tags.keep(tag, sight) }
    try open(tag, at: start, declarations, outer)
  }

  /// Takes an element whose start tag has been read; without declarations there is nothing new in its scope.
  @inline(__always)
  private mutating func open(
    _ tag: KnownTags.Tag, at start: Int, _ declarations: Int = 0, _ outer: Int32? = nil
  ) throws(Unusual) {
    attributeCount += tag.attributes.count
    try append(
      XMLTree.Node(
        kind: .element, name: tag.name, parent: Int32(open.last?.node ?? -1),
        end: UInt32(tree.nodes.count + 1), data: tag.attributes))
    let element = OpenElement(
      node: tree.nodes.count - 1, name: start + 1..<start + 1 + Int(tag.nameCount),
      declarations: declarations, scope: outer ?? scope)
    if tag.isEmpty { close(element) } else { open.append(element) }
  }

  /// Leaves what holds inside an element.
  private mutating func close(_ element: OpenElement) {
    guard element.declarations > 0 else { return }
    names.forget(element.declarations)
    scope = element.scope
  }

  /// Reads a tag up to its end into `found`.
  private mutating func readAttributes() throws(Unusual) -> (declarations: Int, isEmpty: Bool) {
    found.removeAll(keepingCapacity: true)
    var declarations = 0
    while true {
      let hasSpace = skipSpace()
      switch try peek() {
      case UInt8(ascii: ">"):
        index += 1
        return (declarations, false)
      case UInt8(ascii: "/"):
        index += 1
        guard try peek() == UInt8(ascii: ">") else { throw Unusual() }
        index += 1
        return (declarations, true)
      default:
        guard hasSpace, found.count < mostAttributes else { throw Unusual() }
        let attribute = try readAttribute()
        if names.isDeclaration(attribute.atom) { declarations += 1 }
        found.append(attribute)
      }
    }
  }

  private mutating func readAttribute() throws(Unusual) -> FoundAttribute {
    let (name, hash) = try readName()
    let atom = try names.atom(name, hash)
    guard try peek() == UInt8(ascii: "=") else { throw Unusual() }
    index += 1
    let quote = try peek()
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw Unusual() }
    index += 1
    let start = index
    var hasEntities = false
    while true {
      let (end, isASCII) = bytes.text(from: index, until: quote)
      guard isASCII || bytes.holdXMLCharacters(in: index..<end) else { throw Unusual() }
      index = end
      let byte = try peek()
      if byte == quote { break }
      // Tabs and line ends would become spaces.
      guard byte == UInt8(ascii: "&") else { throw Unusual() }
      hasEntities = true
      index += 1
    }
    index += 1
    return FoundAttribute(atom: atom, value: start..<index - 1, hasEntities: hasEntities)
  }

  /// Takes what the tag says of namespaces, before the names that they are for.
  private mutating func takeDeclarations() throws(Unusual) {
    let before = tree.attributes.count
    for attribute in found where names.isDeclaration(attribute.atom) {
      guard !attribute.hasEntities else { throw Unusual() }
      let name = try names.declare(attribute.atom, attribute.value)
      guard !tree.attributes[before...].contains(where: { $0.name == name }) else {
        throw Unusual()
      }
      tree.attributes.append(XMLTree.Attribute(name: name, value: Self.pooled(attribute.value)))
    }
  }

  /// Takes the other attributes; returns whether their values stand in the document as they are.
  private mutating func takeAttributes() throws(Unusual) -> Bool {
    var isPlain = true
    for place in found.indices {
      let attribute = found[place]
      guard !names.isDeclaration(attribute.atom) else { continue }
      let (name, namespace) = try names.attribute(attribute.atom)
      found[place].namespace = namespace
      for other in found[..<place] where other.atom == attribute.atom || namespace > 0 {
        // The same name twice, if perhaps with two prefixes.
        guard other.atom != attribute.atom,
          other.namespace != namespace || names.havePrefixInCommon(other.atom, attribute.atom)
        else { throw Unusual() }
      }
      if attribute.hasEntities { isPlain = false }
      tree.attributes.append(
        XMLTree.Attribute(
          name: name, value: try text(attribute.value, hasEntities: attribute.hasEntities)))
    }
    return isPlain
  }

  private mutating func readEndTag(of element: OpenElement) throws(Unusual) {
    index += 2
    let end = index + element.name.count
    guard end < bytes.count, bytes.areEqual(index..<end, element.name) else { throw Unusual() }
    index = end
    skipSpace()
    guard try peek() == UInt8(ascii: ">") else { throw Unusual() }
    index += 1
    tree.nodes[element.node].end = UInt32(tree.nodes.count)
    close(element)
    open.removeLast()
  }

  /// A name with at most one colon, in letters of ASCII, and a number that tells it from most others.
  private mutating func readName() throws(Unusual) -> (range: Range<Int>, hash: UInt32) {
    let start = index
    var hash: UInt32 = 0
    var isStart = true
    var hasPrefix = false
    while true {
      let byte = try peek()
      if (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") {
        isStart = false
      } else if (0x2D...0x39).contains(byte), byte != UInt8(ascii: "/") {
        guard !isStart else { throw Unusual() }
      } else if byte == UInt8(ascii: ":") {
        guard !isStart, !hasPrefix else { throw Unusual() }
        hasPrefix = true
        isStart = true
      } else {
        break
      }
      hash = hash &* 31 &+ UInt32(byte)
      index += 1
    }
    guard !isStart, index - start < 1000 else { throw Unusual() }
    return (start..<index, hash &* 0x9E37_79B1)
  }

  // MARK: Text

  private mutating func readText(in parent: Int) throws(Unusual) {
    let start = index
    var hasEntities = false
    while true {
      let (end, isASCII) = bytes.text(from: index, until: UInt8(ascii: ">"))
      guard isASCII || bytes.holdXMLCharacters(in: index..<end) else { throw Unusual() }
      index = end
      let byte = try peek()
      if byte == UInt8(ascii: "<") { break }
      switch byte {
      case UInt8(ascii: "&"): hasEntities = true
      case UInt8(ascii: ">"):
        guard !bytes[start..<index].suffix(2).elementsEqual("]]".utf8) else { throw Unusual() }
      case 0x09, 0x0A: break
      // A carriage return would become a line feed.
      default: throw Unusual()
      }
      index += 1
    }
    let data = try text(start..<index, hasEntities: hasEntities)
    try append(
      XMLTree.Node(
        kind: .text, name: 0, parent: Int32(parent), end: UInt32(tree.nodes.count + 1), data: data))
  }

  private static func pooled(_ range: Range<Int>) -> Range<UInt32> {
    UInt32(range.lowerBound)..<UInt32(range.upperBound)
  }

  /// Where a text or value stands in the tree's pool.
  private mutating func text(
    _ range: Range<Int>, hasEntities: Bool
  ) throws(Unusual) -> Range<UInt32> {
    guard hasEntities else { return Self.pooled(range) }
    let start = tree.text.count
    if start == bytes.count { tree.text.reserveCapacity(start + start / 16) }
    var copied = range.lowerBound
    var place = range.lowerBound
    while place < range.upperBound {
      guard bytes[place] == UInt8(ascii: "&") else {
        place += 1
        continue
      }
      tree.text.append(contentsOf: bytes[copied..<place])
      let name = bytes[(place + 1)..<range.upperBound].prefix(5).prefix { $0 != UInt8(ascii: ";") }
      guard let entity = bytes.entity(at: name.startIndex..<name.endIndex),
        name.endIndex < range.upperBound, bytes[name.endIndex] == UInt8(ascii: ";")
      else { throw Unusual() }
      tree.text.append(entity)
      place = name.endIndex + 1
      copied = place
    }
    tree.text.append(contentsOf: bytes[copied..<range.upperBound])
    return Self.pooled(start..<tree.text.count)
  }

  // MARK: Bytes

  private mutating func append(_ node: XMLTree.Node) throws(Unusual) {
    guard tree.nodes.count + attributeCount < limits.nodes else { throw Unusual() }
    tree.nodes.append(node)
  }

  private func peek() throws(Unusual) -> UInt8 {
    guard index < bytes.count else { throw Unusual() }
    return bytes[index]
  }

  /// Passes white space by; returns whether there was any.
  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { break }
      index += 1
    }
    return index > start
  }
}
