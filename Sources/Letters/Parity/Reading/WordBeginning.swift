/// The first letter of a word, for a look that costs nothing.
struct InitialBytes: Hashable, Sendable {
  private let bytes: UInt16

  init(_ text: String) {
    var rest = text.utf8.makeIterator()
    let first = rest.next() ?? 0
    bytes = UInt16(first) << 8 | UInt16(first < 0x80 ? 0 : rest.next() ?? 0)
  }

  /// One of 64 bits: different letters of one alphabet have different ones.
  var bit: UInt64 { 1 << UInt64((bytes < 0x8000 ? bytes >> 8 : bytes) & 63) }
}

/// The first eight bytes of a word, or of what several words begin with.
struct LeadingBytes: Hashable, Sendable {
  private let bytes: UInt64
  /// The bits that all have in common.
  private let mask: UInt64

  init(_ text: String) {
    var bytes: UInt64 = 0
    for byte in text.utf8.prefix(8) { bytes = bytes << 8 | UInt64(byte) }
    let missing = 8 * max(0, 8 - text.utf8.count)
    self.bytes = missing < 64 ? bytes << UInt64(missing) : 0
    mask = missing < 64 ? UInt64.max << UInt64(missing) : 0
  }

  /// What words that begin with any of `texts` begin with.
  init(anyOf texts: [String]) {
    let all = texts.map { LeadingBytes($0) }
    let first = all.first?.bytes ?? 0
    let mask = all.reduce(all.isEmpty ? 0 : UInt64.max) { $0 & $1.mask & ~($1.bytes ^ first) }
    bytes = first & mask
    self.mask = mask
  }

  /// Whether a word may begin with these.
  func mayBegin(_ word: LeadingBytes) -> Bool { word.bytes & mask == bytes }
}
