import CZLib

/// Compresses the bytes of one entry as they come, so that a large part is never in memory as a whole.
public struct EntryWriter: ~Copyable {
  /// zlib keeps the stream's address, so that it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var stored: [UInt8] = []
  private var checksum: UInt = 0
  /// How many bytes were written.
  public private(set) var size = 0

  /// An entry without anything in it yet.
  public init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // The level is libzip's own, so that it does not matter which way a part was written.
    precondition(qoshat_deflate_init(stream, 6) == Z_OK, "zlib takes these parameters")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Appends bytes.
  public mutating func write(_ bytes: ArraySlice<UInt8>) {
    size += bytes.count
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
      checksum = crc32_z(checksum, base, buffer.count)
    }
    compress(bytes, Z_NO_FLUSH)
  }

  /// The entry with everything that was written.
  public consuming func finish(name: String) -> PackageEntry {
    compress([], Z_FINISH)
    return PackageEntry(
      name: name, method: .deflated, checksum: UInt32(truncatingIfNeeded: checksum), size: size,
      stored: stored)
  }

  private mutating func compress(_ bytes: ArraySlice<UInt8>, _ flush: Int32) {
    var input = Array(bytes)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = UInt32(input.count)
      var isDone = false
      while !isDone {
        let count = chunk.withUnsafeMutableBufferPointer { output in
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(output.count)
          let state = deflate(stream, flush)
          isDone = flush == Z_FINISH ? state == Z_STREAM_END : stream.pointee.avail_out > 0
          return output.count - Int(stream.pointee.avail_out)
        }
        stored.append(contentsOf: chunk[..<count])
      }
      stream.pointee.next_in = nil
    }
  }
}
