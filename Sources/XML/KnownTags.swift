/// The start tags that ``PlainReader`` has read: a document of Word says the same ones over and over, and one of the same bytes, where prefixes stand for the same namespaces, says the same.
struct KnownTags {
  /// A start tag without declarations of namespaces.
  struct Tag {
    /// Where it stood first, from `<` on, and how many bytes it has with its `>`.
    let start: Int32
    let count: Int32
    let nameCount: Int32
    let isEmpty: Bool
    /// Whether the values of its attributes stand in it as they are, without entities.
    let isPlain: Bool
    /// The number of the declarations that held there.
    var scope: Int32
    let name: UInt32
    /// Its attributes in the tree, which all tags like it share.
    let attributes: Range<UInt32>

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// A tag that is to be read, by its bytes up to the first `>`.
  struct Sight {
    /// The place after the `>`, which may still stand in a value.
    let end: Int
    fileprivate let slot: Int
  }

  /// What is known of tags, whichever bytes they are read in.
  struct Memory: Sendable {
    fileprivate var tags: [Tag] = []
    /// The number of a tag by the hash of its bytes, the last one where several have the same, or -1; a power of two.
    fileprivate var slots: [Int32]
    fileprivate let shift: UInt64
    /// The number of the tag with attributes that was read last, by the beginning of its name, or -1.
    fileprivate var latest = [Int32](repeating: -1, count: 256)

    /// Forgets the tags that were read where other declarations held.
    mutating func forget(besides scope: Int32) {
      for number in tags.indices where tags[number].scope != scope { tags[number].scope = -1 }
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var memory: Memory

  /// The tags of a document that begins with those bytes of which `memory` is, or of any.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ memory: Memory? = nil) {
    self.bytes = bytes
    if let memory {
      self.memory = memory
    } else {
      let bits = bytes.count < 1 << 13 ? 7 : 11
      self.memory = Memory(
        slots: [Int32](repeating: -1, count: 1 << bits), shift: UInt64(64 - bits))
      self.memory.tags.reserveCapacity(min(512, bytes.count / 64))
    }
  }

  /// Looks at the tag that begins at `start`; `nil` near the document's end.
  @inline(__always)
  func sight(_ start: Int) -> Sight? {
    var hash: UInt64 = 0
    var index = start
    while index + 8 <= bytes.count {
      let word = bytes.word(at: index)
      // The lowest bit that is set belongs to the first ">".
      let ends = word.places(of: UInt8(ascii: ">"))
      guard ends != 0 else {
        hash = (hash << 9 | hash >> 55) ^ word
        index += 8
        continue
      }
      let count = ends.trailingZeroBitCount >> 3
      hash = (hash << 9 | hash >> 55) ^ word & (1 &<< UInt64(8 &* count) &- 1)
      return Sight(end: index + count + 1, slot: Self.slot(hash, memory.shift))
    }
    return nil
  }

  @inline(__always)
  private static func slot(_ word: UInt64, _ shift: UInt64) -> Int {
    Int(((word ^ word >> 32) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// The tag of the same bytes that was read where the same declarations held.
  @inline(__always)
  func tag(_ sight: Sight, from start: Int, scope: Int32) -> Tag? {
    let number = Int(memory.slots[sight.slot])
    guard number >= 0, memory.tags[number].count == sight.end - start,
      memory.tags[number].scope == scope,
      bytes.areEqual(memory.tags[number].range, start..<sight.end)
    else { return nil }
    return memory.tags[number]
  }

  /// Reads the tag at `start` where it differs in nothing but values, none of them with entities, from the one that was read last
  /// of those whose names begin alike.
  func tagWithOtherValues(
    _ start: Int, scope: Int32, _ attributes: inout [XMLTree.Attribute]
  ) -> Tag? {
    guard let slot = latestSlot(start), memory.latest[slot] >= 0 else { return nil }
    let known = memory.tags[Int(memory.latest[slot])]
    guard known.scope == scope, known.isPlain else { return nil }
    let first = attributes.count
    guard let end = readValues(like: known, from: start, &attributes) else {
      attributes.removeSubrange(first...)
      return nil
    }
    return Tag(
      start: Int32(start), count: Int32(end - start), nameCount: known.nameCount,
      isEmpty: known.isEmpty, isPlain: true, scope: scope, name: known.name,
      attributes: UInt32(first)..<UInt32(attributes.count))
  }

  /// The end of a tag that has other values than a known one, which it adds to `attributes`.
  private func readValues(
    like known: Tag, from start: Int, _ attributes: inout [XMLTree.Attribute]
  ) -> Int? {
    var place = start
    var knownPlace = known.range.lowerBound
    /// Passes by what stands in the known tag up to `end`.
    func skip(to end: Int) -> Bool {
      let count = end - knownPlace
      guard place + count <= bytes.count,
        bytes.areEqual(knownPlace..<end, place..<place + count)
      else { return false }
      place += count
      return true
    }
    for number in known.attributes {
      let attribute = attributes[Int(number)]
      let value = Int(attribute.value.lowerBound)
      guard skip(to: value) else { return nil }
      let (end, isASCII) = bytes.text(from: place, until: bytes[value - 1])
      guard isASCII, end < bytes.count, bytes[end] == bytes[value - 1] else { return nil }
      attributes.append(
        XMLTree.Attribute(name: attribute.name, value: UInt32(place)..<UInt32(end)))
      place = end
      knownPlace = Int(attribute.value.upperBound)
    }
    return skip(to: known.range.upperBound) ? place : nil
  }

  private func latestSlot(_ start: Int) -> Int? {
    guard start + 9 <= bytes.count else { return nil }
    let word = bytes.word(at: start + 1)
    let end = word.places(of: UInt8(ascii: " "))
    // The bits below the lowest one that is set, or all.
    return Self.slot(word & ((end & (0 &- end)) >> 7 &- 1), 56)
  }

  /// Keeps a tag that was read, if it ends with its first `>`.
  mutating func keep(_ tag: Tag, _ sight: Sight) {
    guard tag.range.upperBound == sight.end else { return }
    var number = memory.slots[sight.slot]
    if number >= 0 {
      memory.tags[Int(number)] = tag
    } else {
      number = Int32(memory.tags.count)
      memory.slots[sight.slot] = number
      memory.tags.append(tag)
    }
    if !tag.attributes.isEmpty, let slot = latestSlot(Int(tag.start)) {
      memory.latest[slot] = number
    }
  }
}
