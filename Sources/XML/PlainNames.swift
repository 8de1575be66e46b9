/// The names that ``PlainReader`` has met: found by their bytes, with the namespaces that hold where it is.
struct PlainNames {
  /// A name as it is written.
  private struct Atom {
    let hash: UInt32
    /// Where it stood first.
    let range: Range<Int>
    /// The number of its prefix; 0 where it has none.
    let prefix: Int
    let isDeclaration: Bool
    /// What it meant last, of an element and of an attribute: a namespace and the index in `all`; at first nothing.
    var element: (namespace: Int, name: UInt32) = (-2, 0)
    var attribute: (namespace: Int, name: UInt32) = (-2, 0)
    /// The index in `all` of what it has meant, the last meaning first; -1 where it has meant nothing.
    var meaning = -1
  }

  private struct Prefix {
    let range: Range<Int>
    /// The number of the namespace that it stands for here; -1 where it stands for none.
    var namespace: Int
  }

  /// The namespace of a name in `all`, and the index of another name that is written alike, or -1.
  private struct Meaning {
    let namespace: Int
    let next: Int
  }

  private(set) var all: [XMLTree.Name] = []
  private var bytes: UnsafeBufferPointer<UInt8>
  private var limits: XMLLimits
  private var nameBytes = 0
  private var atoms: [Atom] = []
  /// Numbers of atoms by their hash, -1 where there is none; a power of two.
  private var slots: [Int32]
  private var prefixes: [Prefix] = [Prefix(range: 0..<0, namespace: 0)]
  private var namespaces = ["", Self.ofXML, Self.ofDeclarations]
  /// Where they stood first, of those that the document declares.
  private var namespaceRanges = [0..<0, 0..<0, 0..<0]
  /// One for each name in `all`.
  private var meanings: [Meaning] = []
  /// Prefixes that elements around the current place have declared, with what they stood for before.
  private var declared: [(prefix: Int, before: Int)] = []

  /// Prefixes and namespaces are looked for one after another; no document that is read here has more.
  private static let most = 256
  private static let ofXML = "http://www.w3.org/XML/1998/namespace"
  private static let ofDeclarations = "http://www.w3.org/2000/xmlns/"

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits) {
    self.bytes = bytes
    self.limits = limits
    let expected = min(256, bytes.count / 64)
    atoms.reserveCapacity(expected)
    all.reserveCapacity(expected)
    meanings.reserveCapacity(expected)
    slots = [Int32](repeating: -1, count: expected < 32 ? 64 : 512)
  }

  /// The same names for bytes that begin with those in which they were met.
  func met(in bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits) -> PlainNames {
    var known = self
    known.bytes = bytes
    known.limits = limits
    return known
  }

  /// The number of the name that stands at `range`.
  mutating func atom(_ range: Range<Int>, _ hash: UInt32) throws(PlainReader.Unusual) -> Int {
    var slot = Int(hash >> 16) & (slots.count - 1)
    var tries = 0
    while slots[slot] >= 0 {
      let atom = Int(slots[slot])
      if atoms[atom].hash == hash, bytes.areAlike(range, atoms[atom].range) { return atom }
      slot = (slot + 1) & (slots.count - 1)
      tries += 1
      // Somebody looked for names that are found slowly.
      guard tries < 64 else { throw PlainReader.Unusual() }
    }
    slots[slot] = Int32(atoms.count)
    let colon = bytes[range].firstIndex(of: UInt8(ascii: ":"))
    let prefix = range.lowerBound..<(colon ?? range.lowerBound)
    let first = colon == nil ? range : prefix
    let isDeclaration = bytes.hold("xmlns", at: first)
    atoms.append(
      Atom(
        hash: hash, range: range, prefix: isDeclaration ? 0 : try number(ofPrefix: prefix),
        isDeclaration: isDeclaration))
    if atoms.count > slots.count / 2 { grow() }
    return atoms.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, atom) in atoms.enumerated() {
      var slot = Int(atom.hash >> 16) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private mutating func number(ofPrefix range: Range<Int>) throws(PlainReader.Unusual) -> Int {
    let bytes = bytes
    if let known = prefixes.firstIndex(where: { bytes.areAlike(range, $0.range) }) { return known }
    guard prefixes.count < Self.most else { throw PlainReader.Unusual() }
    let isXML = bytes.hold("xml", at: range)
    prefixes.append(Prefix(range: range, namespace: isXML ? 1 : -1))
    return prefixes.count - 1
  }

  /// Whether an attribute of this name declares a namespace.
  func isDeclaration(_ atom: Int) -> Bool { atoms[atom].isDeclaration }

  func havePrefixInCommon(_ atom: Int, _ other: Int) -> Bool {
    atoms[atom].prefix == atoms[other].prefix
  }

  /// Lets a prefix, or what has none, stand for the namespace that is written at `value`; returns the declaration's name.
  mutating func declare(_ atom: Int, _ value: Range<Int>) throws(PlainReader.Unusual) -> UInt32 {
    let range = atoms[atom].range
    let prefix = range.dropFirst("xmlns:".utf8.count)
    let bytes = bytes
    guard !value.isEmpty, !bytes.hold("xml", at: prefix), !bytes.hold("xmlns", at: prefix),
      declared.count < limits.namespaces
    else { throw PlainReader.Unusual() }
    let known = namespaceRanges.firstIndex { bytes.areAlike(value, $0) }
    let number = known ?? namespaces.count
    if known == nil {
      let namespace = String(decoding: bytes[value], as: UTF8.self)
      guard number < Self.most, bytes[value].allSatisfy({ $0 < 0x80 }),
        namespace != Self.ofXML, namespace != Self.ofDeclarations
      else { throw PlainReader.Unusual() }
      namespaces.append(namespace)
      namespaceRanges.append(value)
    }
    let prefixNumber = prefix.isEmpty ? 0 : try self.number(ofPrefix: prefix)
    declared.append((prefixNumber, prefixes[prefixNumber].namespace))
    prefixes[prefixNumber].namespace = number
    return try name(
      of: atom, in: 2, local: String(decoding: bytes[prefix], as: UTF8.self))
  }

  /// Takes back the last declarations.
  mutating func forget(_ count: Int) {
    for _ in 0..<count {
      guard let last = declared.popLast() else { return }
      prefixes[last.prefix].namespace = last.before
    }
  }

  /// The index in `all` of an element's name.
  mutating func element(_ atom: Int) throws(PlainReader.Unusual) -> UInt32 {
    let namespace = prefixes[atoms[atom].prefix].namespace
    let known = atoms[atom].element
    if known.namespace == namespace { return known.name }
    guard !atoms[atom].isDeclaration, namespace != 1 else { throw PlainReader.Unusual() }
    let name = try name(of: atom, in: namespace)
    atoms[atom].element = (namespace, name)
    return name
  }

  /// The index in `all` of an attribute's name, and the number of its namespace.
  mutating func attribute(
    _ atom: Int
  ) throws(PlainReader.Unusual) -> (name: UInt32, namespace: Int) {
    let prefix = atoms[atom].prefix
    let namespace = prefix == 0 ? 0 : prefixes[prefix].namespace
    let known = atoms[atom].attribute
    if known.namespace == namespace { return (known.name, namespace) }
    let name = try name(of: atom, in: namespace)
    // Of what XML itself has attributes for, libxml2 looks at the values of some.
    guard namespace != 1 || all[Int(name)].local == "space" else { throw PlainReader.Unusual() }
    atoms[atom].attribute = (namespace, name)
    return (name, namespace)
  }

  private mutating func name(
    of atom: Int, in namespace: Int, local: String? = nil
  ) throws(PlainReader.Unusual) -> UInt32 {
    guard namespace >= 0 else { throw PlainReader.Unusual() }
    var known = atoms[atom].meaning
    while known >= 0 {
      if meanings[known].namespace == namespace { return UInt32(known) }
      known = meanings[known].next
    }
    let range = atoms[atom].range
    let prefix = prefixes[atoms[atom].prefix].range.count
    let start = prefix == 0 ? range.lowerBound : range.lowerBound + prefix + 1
    let name = XMLTree.Name(
      namespace: namespaces[namespace],
      local: local ?? String(decoding: bytes[start..<range.upperBound], as: UTF8.self),
      qualified: String(decoding: bytes[range], as: UTF8.self))
    nameBytes +=
      name.namespace.utf8.count + name.local.utf8.count + name.qualified.utf8.count
    guard nameBytes <= limits.nameBytes else { throw PlainReader.Unusual() }
    meanings.append(Meaning(namespace: namespace, next: atoms[atom].meaning))
    atoms[atom].meaning = all.count
    all.append(name)
    return UInt32(all.count - 1)
  }
}
