/// The start tags that ``PlainReader`` has read: a document of Word says the same ones over and over, and one of the same bytes, where prefixes stand for the same namespaces, says the same.
struct KnownTags {
  /// A start tag without declarations of namespaces.
  struct Tag {
    /// Where it stood first, from `<` on, and how many bytes it has with its `>`.
    let start: Int
    let count: Int
    let nameCount: Int
    let isEmpty: Bool
    /// The number of the declarations that held there.
    let scope: Int
    let name: UInt32
    /// Its attributes in the tree, which all tags like it share.
    let attributes: Range<UInt32>
  }

  /// A tag that is to be read, by its bytes up to the first `>`.
  struct Sight {
    /// The place after the `>`, which may still stand in a value.
    let end: Int
    fileprivate let slot: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var tags: [Tag] = []
  /// The number of a tag by the hash of its bytes, the last one where several have the same, or -1; a power of two.
  private var slots: [Int32]
  private let shift: UInt64

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let bits = bytes.count < 1 << 13 ? 7 : 11
    slots = [Int32](repeating: -1, count: 1 << bits)
    tags.reserveCapacity(min(256, bytes.count / 64))
    shift = UInt64(64 - bits)
  }

  /// Looks at the tag that begins at `start`; `nil` near the document's end.
  @inline(__always)
  func sight(_ start: Int) -> Sight? {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash: UInt64 = 0
    var index = start
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      // The lowest bit that is set belongs to the first ">".
      let others = word ^ 0x3E3E_3E3E_3E3E_3E3E
      let ends = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
      guard ends != 0 else {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        index += 8
        continue
      }
      let count = ends.trailingZeroBitCount >> 3
      hash = (hash ^ word & (1 << UInt64(8 * count) - 1)) &* 0x9E37_79B9_7F4A_7C15
      return Sight(end: index + count + 1, slot: Int(hash >> shift))
    }
    return nil
  }

  /// The tag of the same bytes that was read where the same declarations held.
  @inline(__always)
  func tag(_ sight: Sight, from start: Int, scope: Int) -> Tag? {
    let number = Int(slots[sight.slot])
    guard number >= 0 else { return nil }
    let tag = tags[number]
    guard tag.count == sight.end - start, tag.scope == scope,
      bytes.areEqual(tag.start..<tag.start + tag.count, start..<sight.end)
    else { return nil }
    return tag
  }

  /// Keeps a tag that was read, if it ends with its first `>`.
  mutating func keep(_ tag: Tag, _ sight: Sight) {
    guard tag.start + tag.count == sight.end else { return }
    let number = Int(slots[sight.slot])
    if number >= 0 {
      tags[number] = tag
    } else {
      slots[sight.slot] = Int32(tags.count)
      tags.append(tag)
    }
  }
}
