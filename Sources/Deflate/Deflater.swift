/// Compresses a document that is made of constants and values (RFC 1951).
///
/// What of it are constants was matched and coded when they were made; only values are looked at byte by byte. The same bytes give the same result, however they are cut into constants and values, only as far as the cuts are the same.
public struct Deflater: ~Copyable {
  /// How many of the bytes that were written the next ones may refer to.
  public static let reach = Symbols.reach
  /// A block has no more tokens than this and those of one stretch of bytes.
  private static let blockTokens = 1 << 15

  private var walk: Walk<TokenBuffer>
  private var tokens: TokenBuffer
  private var writer = BitWriter(capacity: 1 << 14)
  private var checksum: UInt32 = 0

  public init(_ constants: Constants) {
    walk = Walk<TokenBuffer>(constants.prepared)
    tokens = TokenBuffer(constants.prepared)
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
