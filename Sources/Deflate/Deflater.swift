/// Compresses a document that is made of constants and values (RFC 1951).
///
/// What of it are constants was matched and coded when they were made; only values are looked at byte by byte. The same bytes give the same result, however they are cut into constants and values, only as far as the cuts are the same.
public struct Deflater: ~Copyable {
  /// How many of the bytes that were written the next ones may refer to.
  public static let reach = Symbols.reach
  /// A block has no more tokens than this and those of one stretch of bytes.
  private static let blockTokens = 1 << 15

  private var walk: Walk
  private var tokens: TokenBuffer
  private var writer = BitWriter(capacity: 1 << 14)
  private var checksum: UInt32 = 0

  public init(_ constants: Constants) {
    walk = Walk(constants)
    tokens = TokenBuffer(constants)
  }

  /// How many bytes were written.
  public var size: Int { walk.size }

  /// Writes the bytes at `range`; what stands before them are the last bytes that were written, at least ``reach`` of them or all. Constants stand at `placements`, in their order, none of them partly outside `range`.
  public mutating func write(
    _ bytes: [UInt8], _ range: Range<Int>, _ placements: ArraySlice<Placement>
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      placements.withUnsafeBufferPointer { placements in
        checksum = Deflate.checksum(
          of: UnsafeBufferPointer(rebasing: bytes[range]), after: checksum)
        walk.go(
          UnsafeBufferPointer(rebasing: bytes[..<range.upperBound]), from: range.lowerBound,
          placements, into: &tokens)
      }
    }
    if tokens.count >= Self.blockTokens { tokens.putBlock(isLast: false, into: &writer) }
  }

  /// Everything that was written, compressed.
  public consuming func finish() -> Deflated {
    tokens.putBlock(isLast: true, into: &writer)
    let (checksum, size) = (checksum, walk.size)
    return Deflated(stored: writer.finish(), checksum: checksum, size: size)
  }
}

extension Constants {
  /// From so many bytes on it pays to go through repeated constants as such; below, libdeflate makes them smaller in as little time.
  private static let large = 1 << 17

  /// `bytes`, in which constants stand at `placements`, compressed in one go.
  ///
  /// - Complexity: linear; where constants come once each, as in a letter, they are copied and cost next to nothing.
  public func deflated(_ bytes: [UInt8], _ placements: [Placement]) -> Deflated {
    guard usesOwnCode(bytes.count, placements) else {
      let known = placements.reduce(0) { $0 + length(of: $1.piece) }
      guard bytes.count >= Self.large, known >= bytes.count / 2 else {
        return Deflate.compressed(bytes)
      }
      var deflater = Deflater(self)
      deflater.write(bytes, bytes.indices, placements[...])
      return deflater.finish()
    }
    let stored = code.withTable { table in
      bits.withUnsafeBufferPointer { bits in
        guard let base = bits.baseAddress else { preconditionFailure("bits have an end") }
        var sink = PreparedSink(table, base, capacity: self.bytes.count / 3)
        var walk = Walk(self)
        sink.reserve(header.bits.count)
        header.bits.withUnsafeBufferPointer { bits in
          if let base = bits.baseAddress { sink.put(base, header.count) }
        }
        bytes.withUnsafeBufferPointer { bytes in
          placements.withUnsafeBufferPointer { walk.go(bytes, from: 0, $0, into: &sink) }
        }
        return sink.finish()
      }
    }
    return Deflated(stored: stored, checksum: Deflate.checksum(of: bytes), size: bytes.count)
  }

  /// Whether constants that come for the first time are most of the bytes, so that their own code is good for all.
  private func usesOwnCode(_ size: Int, _ placements: [Placement]) -> Bool {
    var isNew = [Bool](repeating: true, count: count)
    var new = 0
    for placement in placements where isNew[placement.piece] {
      isNew[placement.piece] = false
      new += length(of: placement.piece)
    }
    return new >= size / 4 * 3
  }
}
