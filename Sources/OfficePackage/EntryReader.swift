import CZLib
import Deflate

/// Uncompresses an entry piece by piece, so that nothing that is large is in memory as a whole.
struct EntryReader: ~Copyable {
  private let entry: PackageEntry
  /// zlib keeps the stream's address, so that it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// How many bytes a piece has at most.
  private static let pieceSize = 1 << 16

  private init(_ entry: PackageEntry) {
    self.entry = entry
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    precondition(qoshat_inflate_init(stream) == Z_OK, "zlib takes these parameters")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Hands the entry's uncompressed bytes to `use` in pieces, until it returns `false`.
  ///
  /// - Returns: whether all of them were there, and were those that the archive promises by their number and checksum.
  static func read(
    _ entry: PackageEntry, _ use: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    var size = 0
    var checksum: UInt32 = 0
    func take(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
      size += piece.count
      // More than was promised is not looked at, however much it is.
      guard size <= entry.size else { return false }
      checksum = Deflate.checksum(of: piece, after: checksum)
      return use(piece)
    }
    let isWhole =
      switch entry.method {
      case .stored: copy(entry, take)
      case .deflated: EntryReader(entry).inflate(take)
      }
    return isWhole && size == entry.size && checksum == entry.checksum
  }

  private static func copy(
    _ entry: PackageEntry, _ use: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    entry.stored.withUnsafeBufferPointer { bytes in
      stride(from: 0, to: bytes.count, by: pieceSize).allSatisfy { start in
        use(UnsafeBufferPointer(rebasing: bytes[start..<min(start + pieceSize, bytes.count)]))
      }
    }
  }

  private func inflate(_ use: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    // zlib counts its input in 32 bits, and an entry may hold more.
    var rest = entry.stored[...]
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.pieceSize) { output in
      while true {
        let input = rest.prefix(1 << 30)
        var taken = 0
        var made = 0
        let state = input.withUnsafeBufferPointer { input in
          stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
          stream.pointee.avail_in = UInt32(input.count)
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(output.count)
          let state = CZLib.inflate(stream, Z_NO_FLUSH)
          taken = input.count - Int(stream.pointee.avail_in)
          made = output.count - Int(stream.pointee.avail_out)
          return state
        }
        rest = rest.dropFirst(taken)
        if made > 0, !use(UnsafeBufferPointer(rebasing: output[..<made])) { return false }
        if state == Z_STREAM_END { return rest.isEmpty }
        guard state == Z_OK, made > 0 || taken > 0 else { return false }
      }
    }
  }
}

extension PackageEntry {
  /// Entries of more bytes are not held in memory to be looked at.
  private static let largest = 4 << 20

  /// Whether the entry is small enough to be uncompressed all at once, which takes a third of the time.
  var isSmall: Bool { size <= Self.largest }

  /// Whether the stored bytes are what the archive says of them, of an entry that is not small.
  var isSound: Bool { EntryReader.read(self) { _ in true } }

  /// The uncompressed bytes of an entry that is sound.
  var content: [UInt8] {
    if isSmall, let content = content(Inflater()) { return content }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    let isSound = EntryReader.read(self) { piece in
      bytes.append(contentsOf: piece)
      return true
    }
    precondition(isSound, "every entry was looked at when the package was opened")
    return bytes
  }

  /// The uncompressed bytes of a small entry, or `nil` where they are not those that the archive promises.
  func content(_ inflater: borrowing Inflater) -> [UInt8]? {
    let content: [UInt8]? =
      switch method {
      case .stored: stored.count == size ? stored : nil
      case .deflated: inflater.uncompressed(stored, size: size)
      }
    guard let content, Deflate.checksum(of: content) == checksum else { return nil }
    return content
  }
}
