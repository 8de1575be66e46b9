/// The names that ``PlainReader`` has met: found by their bytes, with the namespaces that hold where it is.
struct PlainNames {
  /// A name as it is written.
  fileprivate struct Atom {
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

  fileprivate struct Prefix {
    let range: Range<Int>
    /// The number of the namespace that it stands for here; -1 where it stands for none.
    var namespace: Int
  }

  /// The namespace of a name in `all`, and the index of another name that is written alike, or -1.
  fileprivate struct Meaning {
    let namespace: Int
    let next: Int
  }

  /// What is known of names, whichever bytes they are met in.
  struct Memory: Sendable {
    fileprivate(set) var all: [XMLTree.Name] = []
    fileprivate var nameBytes = 0
    fileprivate var atoms: [Atom] = []
    /// Numbers of atoms by their hash, -1 where there is none; a power of two.
    fileprivate var slots: [Int32]
    fileprivate var prefixes: [Prefix] = [Prefix(range: 0..<0, namespace: 0)]
    fileprivate var namespaces = ["", PlainNames.ofXML, PlainNames.ofDeclarations]
    /// Where they stood first, of those that the document declares.
    fileprivate var namespaceRanges = [0..<0, 0..<0, 0..<0]
    /// One for each name in `all`.
    fileprivate var meanings: [Meaning] = []
    /// Prefixes that elements around the current place have declared, with what they stood for before.
    fileprivate var declared: [(prefix: Int, before: Int)] = []
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: XMLLimits
  private(set) var memory: Memory

  var all: [XMLTree.Name] { memory.all }

  /// Prefixes and namespaces are looked for one after another; no document that is read here has more.
  private static let most = 256
  fileprivate static let ofXML = "http://www.w3.org/XML/1998/namespace"
  fileprivate static let ofDeclarations = "http://www.w3.org/2000/xmlns/"

  /// The names of a document that begins with those bytes of which `memory` is, or of any.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits, _ memory: Memory? = nil) {
    self.bytes = bytes
    self.limits = limits
    if let memory {
      self.memory = memory
    } else {
      let expected = min(256, bytes.count / 64)
      self.memory = Memory(slots: [Int32](repeating: -1, count: expected < 32 ? 64 : 512))
      self.memory.atoms.reserveCapacity(expected)
      self.memory.all.reserveCapacity(expected)
      self.memory.meanings.reserveCapacity(expected)
    }
  }

  /// The number of the name that stands at `range`.
  mutating func atom(_ range: Range<Int>, _ hash: UInt32) throws(PlainReader.Unusual) -> Int {
    var slot = Int(hash >> 16) & (memory.slots.count - 1)
    var tries = 0
    while memory.slots[slot] >= 0 {
      let atom = Int(memory.slots[slot])
      if memory.atoms[atom].hash == hash, bytes.areAlike(range, memory.atoms[atom].range) {
        return atom
      }
      slot = (slot + 1) & (memory.slots.count - 1)
      tries += 1
      // Somebody looked for names that are found slowly.
      guard tries < 64 else { throw PlainReader.Unusual() }
    }
    memory.slots[slot] = Int32(memory.atoms.count)
    let colon = bytes[range].firstIndex(of: UInt8(ascii: ":"))
    let prefix = range.lowerBound..<(colon ?? range.lowerBound)
    let first = colon == nil ? range : prefix
    let isDeclaration = bytes.hold("xmlns", at: first)
    memory.atoms.append(
      Atom(
        hash: hash, range: range, prefix: isDeclaration ? 0 : try number(ofPrefix: prefix),
        isDeclaration: isDeclaration))
    if memory.atoms.count > memory.slots.count / 2 { grow() }
    return memory.atoms.count - 1
  }

  private mutating func grow() {
    memory.slots = [Int32](repeating: -1, count: memory.slots.count * 2)
    for (number, atom) in memory.atoms.enumerated() {
      var slot = Int(atom.hash >> 16) & (memory.slots.count - 1)
      while memory.slots[slot] >= 0 { slot = (slot + 1) & (memory.slots.count - 1) }
      memory.slots[slot] = Int32(number)
    }
  }

  private mutating func number(ofPrefix range: Range<Int>) throws(PlainReader.Unusual) -> Int {
    let bytes = bytes
    if let known = memory.prefixes.firstIndex(where: { bytes.areAlike(range, $0.range) }) {
      return known
    }
    guard memory.prefixes.count < Self.most else { throw PlainReader.Unusual() }
    let isXML = bytes.hold("xml", at: range)
    memory.prefixes.append(Prefix(range: range, namespace: isXML ? 1 : -1))
    return memory.prefixes.count - 1
  }

  /// Whether an attribute of this name declares a namespace.
  func isDeclaration(_ atom: Int) -> Bool { memory.atoms[atom].isDeclaration }

  func havePrefixInCommon(_ atom: Int, _ other: Int) -> Bool {
    memory.atoms[atom].prefix == memory.atoms[other].prefix
  }

  /// Lets a prefix, or what has none, stand for the namespace that is written at `value`; returns the declaration's name.
  mutating func declare(_ atom: Int, _ value: Range<Int>) throws(PlainReader.Unusual) -> UInt32 {
    let range = memory.atoms[atom].range
    let prefix = range.dropFirst("xmlns:".utf8.count)
    let bytes = bytes
    guard !value.isEmpty, !bytes.hold("xml", at: prefix), !bytes.hold("xmlns", at: prefix),
      memory.declared.count < limits.namespaces
    else { throw PlainReader.Unusual() }
    let known = memory.namespaceRanges.firstIndex { bytes.areAlike(value, $0) }
    let number = known ?? memory.namespaces.count
    if known == nil {
      let namespace = String(decoding: bytes[value], as: UTF8.self)
      guard number < Self.most, bytes[value].allSatisfy({ $0 < 0x80 }),
        namespace != Self.ofXML, namespace != Self.ofDeclarations
      else { throw PlainReader.Unusual() }
      memory.namespaces.append(namespace)
      memory.namespaceRanges.append(value)
    }
    let prefixNumber = prefix.isEmpty ? 0 : try self.number(ofPrefix: prefix)
    memory.declared.append((prefixNumber, memory.prefixes[prefixNumber].namespace))
    memory.prefixes[prefixNumber].namespace = number
    return try name(
      of: atom, in: 2, local: String(decoding: bytes[prefix], as: UTF8.self))
  }

  /// Takes back the last declarations.
  mutating func forget(_ count: Int) {
    for _ in 0..<count {
      guard let last = memory.declared.popLast() else { return }
      memory.prefixes[last.prefix].namespace = last.before
    }
  }

  /// The index in `all` of an element's name.
  mutating func element(_ atom: Int) throws(PlainReader.Unusual) -> UInt32 {
    let namespace = memory.prefixes[memory.atoms[atom].prefix].namespace
    let known = memory.atoms[atom].element
    if known.namespace == namespace { return known.name }
    guard !memory.atoms[atom].isDeclaration, namespace != 1 else { throw PlainReader.Unusual() }
    let name = try name(of: atom, in: namespace)
    memory.atoms[atom].element = (namespace, name)
    return name
  }

  /// The index in `all` of an attribute's name, and the number of its namespace.
  mutating func attribute(
    _ atom: Int
  ) throws(PlainReader.Unusual) -> (name: UInt32, namespace: Int) {
    let prefix = memory.atoms[atom].prefix
    let namespace = prefix == 0 ? 0 : memory.prefixes[prefix].namespace
    let known = memory.atoms[atom].attribute
    if known.namespace == namespace { return (known.name, namespace) }
    let name = try name(of: atom, in: namespace)
    // Of what XML itself has attributes for, libxml2 looks at the values of some.
    guard namespace != 1 || memory.all[Int(name)].local == "space" else {
      throw PlainReader.Unusual()
    }
    memory.atoms[atom].attribute = (namespace, name)
    return (name, namespace)
  }

  private mutating func name(
    of atom: Int, in namespace: Int, local: String? = nil
  ) throws(PlainReader.Unusual) -> UInt32 {
    guard namespace >= 0 else { throw PlainReader.Unusual() }
    var known = memory.atoms[atom].meaning
    while known >= 0 {
      if memory.meanings[known].namespace == namespace { return UInt32(known) }
      known = memory.meanings[known].next
    }
    let range = memory.atoms[atom].range
    let prefix = memory.prefixes[memory.atoms[atom].prefix].range.count
    let start = prefix == 0 ? range.lowerBound : range.lowerBound + prefix + 1
    let name = XMLTree.Name(
      namespace: memory.namespaces[namespace],
      local: local ?? String(decoding: bytes[start..<range.upperBound], as: UTF8.self),
      qualified: String(decoding: bytes[range], as: UTF8.self))
    memory.nameBytes +=
      name.namespace.utf8.count + name.local.utf8.count + name.qualified.utf8.count
    guard memory.nameBytes <= limits.nameBytes else { throw PlainReader.Unusual() }
    memory.meanings.append(Meaning(namespace: namespace, next: memory.atoms[atom].meaning))
    memory.atoms[atom].meaning = memory.all.count
    memory.all.append(name)
    return UInt32(memory.all.count - 1)
  }
}
