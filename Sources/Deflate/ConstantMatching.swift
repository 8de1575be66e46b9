/// Finds for each piece what of it stood in the pieces before.
struct ConstantMatching {
  private static let hashBits: UInt32 = 13
  /// As many bytes are hashed. A match may be shorter by one, if it is no farther back than this.
  private static let shortest = 4
  private static let near = 4096
  /// Values make distances longer than they are here; what lies farther back would often be out of reach.
  private static let reach = Symbols.reach - 4096
  /// So many candidates are looked at; a few more make the result hardly smaller.
  private static let tries = 96

  private let bytes: [UInt8]
  let starts: [Int32]
  private(set) var tokens: [Token] = []
  private(set) var segments: [PreparedConstants.Segment] = []
  private(set) var firstSegments: [Int32] = []
  private var heads = [Int32](repeating: -1, count: 1 << hashBits)
  private var chain: [Int32]
  /// By the hash of three bytes, where they stand last.
  private var triples = [Int32](repeating: -1, count: 1 << hashBits)

  init(_ bytes: [UInt8], _ starts: [Int32]) {
    self.bytes = bytes
    self.starts = starts
    chain = [Int32](repeating: -1, count: bytes.count)
  }

  mutating func run() {
    // The piece that each byte belongs to.
    var owners = [Int32](repeating: 0, count: bytes.count)
    for piece in 0..<(starts.count - 1) {
      for index in starts[piece]..<starts[piece + 1] { owners[Int(index)] = Int32(piece) }
    }
    tokens.reserveCapacity(bytes.count / 5)
    segments.reserveCapacity(bytes.count / 20)
    bytes.withUnsafeBufferPointer { bytes in
      for piece in 0..<(starts.count - 1) {
        firstSegments.append(Int32(segments.count))
        segments.append(PreparedConstants.Segment(firstToken: Int32(tokens.count)))
        if let base = bytes.baseAddress { match(piece, base, owners) }
      }
    }
    firstSegments.append(Int32(segments.count))
  }

  private mutating func match(_ piece: Int, _ base: UnsafePointer<UInt8>, _ owners: [Int32]) {
    var at = Int(starts[piece])
    let end = Int(starts[piece + 1])
    var next = longest(at, end, base, owners, 0)
    while at < end {
      let match = next
      remember(at, end, base)
      // One byte later there may be a longer match.
      next = longest(at + 1, end, base, owners, match.length)
      if match.length > 0, next.length <= match.length {
        append(match, at, owners)
        for index in (at + 1)..<(at + match.length) { remember(index, end, base) }
        at += match.length
        next = longest(at, end, base, owners, 0)
      } else {
        append(Token(byte: base[at]))
        at += 1
      }
    }
  }

  private mutating func append(_ token: Token) {
    tokens.append(token)
    segments[segments.count - 1].tokenCount += 1
  }

  private mutating func append(
    _ match: (length: Int, source: Int), _ at: Int, _ owners: [Int32]
  ) {
    let (owner, source) = (owners[at], owners[match.source])
    guard source != owner else {
      return append(Token(length: match.length, distance: at - match.source))
    }
    let last = segments.count - 1
    segments[last].length = Int32(match.length)
    segments[last].source = source
    segments[last].offset = Int32(match.source) - starts[Int(source)]
    segments[last].begin = Int32(at) - starts[Int(owner)]
    segments.append(PreparedConstants.Segment(firstToken: Int32(tokens.count)))
  }

  private mutating func remember(_ at: Int, _ end: Int, _ base: UnsafePointer<UInt8>) {
    guard end - at >= Self.shortest else { return }
    triples[triple(base + at)] = Int32(at)
    let key = hash(base + at, bits: Self.hashBits)
    chain[at] = heads[key]
    heads[key] = Int32(at)
  }

  @inline(__always)
  private func triple(_ bytes: UnsafePointer<UInt8>) -> Int {
    let word = UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16
    return Int(truncatingIfNeeded: (word &* 2_654_435_761) &>> (32 &- Self.hashBits))
  }

  /// The longest match that is longer than `least`, with no more than one piece.
  private func longest(
    _ at: Int, _ end: Int, _ base: UnsafePointer<UInt8>, _ owners: [Int32], _ least: Int
  ) -> (length: Int, source: Int) {
    guard end - at >= Self.shortest else { return (0, 0) }
    let owner = owners[at]
    let most = min(end - at, Symbols.longest)
    var best = (length: max(least, Symbols.shortest - 1), source: -1)
    if best.length < Symbols.shortest {
      let candidate = Int(triples[triple(base + at)])
      let source = candidate < 0 ? owner : owners[candidate]
      if candidate >= 0, at - candidate <= Self.near,
        source == owner || Int(starts[Int(source) + 1]) - candidate >= Symbols.shortest,
        bytesInCommon(base + candidate, base + at, Symbols.shortest) == Symbols.shortest
      {
        best = (Symbols.shortest, candidate)
      }
    }
    var candidate = Int(heads[hash(base + at, bits: Self.hashBits)])
    var tries = Self.tries
    while candidate >= 0, at - candidate < Self.reach, tries > 0, best.length < most {
      tries -= 1
      // The byte that would make it longer tells most candidates apart.
      if base[candidate + best.length] == base[at + best.length] {
        let source = owners[candidate]
        let limit =
          source == owner ? most : min(most, Int(starts[Int(source) + 1]) - candidate)
        if limit > best.length {
          let length = bytesInCommon(base + candidate, base + at, limit)
          if length > best.length { best = (length, candidate) }
        }
      }
      candidate = Int(chain[candidate])
    }
    return best.source < 0 ? (0, 0) : best
  }
}
