import CLibDeflate
import Synchronization

/// Compressed bytes, with what an archive says of them.
public struct Deflated: Sendable {
  /// A stream of deflate without any wrapping.
  public let stored: [UInt8]
  /// CRC-32 of the bytes.
  public let checksum: UInt32
  /// How many bytes there were.
  public let size: Int
}

/// A compressor of libdeflate, which one thread uses at a time.
private final class Compressor: Sendable {
  nonisolated(unsafe) let state: OpaquePointer

  init() {
    guard let state = libdeflate_alloc_compressor(6) else {
      preconditionFailure("there is memory for a compressor")
    }
    self.state = state
  }

  deinit { libdeflate_free_compressor(state) }
}

/// Compression as ZIP archives have it (RFC 1951), of bytes of which nothing is known.
public enum Deflate {
  /// Compressors that nobody uses: making one takes longer than compressing a small part. There are as many as were ever used at once.
  private static let idle = Mutex<[Compressor]>([])

  /// `bytes` compressed, about as small as zlib makes them at its level 6.
  ///
  /// - Complexity: linear; takes memory for the bytes once more.
  public static func compressed(_ bytes: [UInt8]) -> Deflated {
    let compressor = idle.withLock { $0.popLast() } ?? Compressor()
    defer { idle.withLock { $0.append(compressor) } }
    let bound = libdeflate_deflate_compress_bound(compressor.state, bytes.count)
    let stored = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      count = libdeflate_deflate_compress(
        compressor.state, bytes, bytes.count, output.baseAddress, output.count)
    }
    return Deflated(
      stored: stored, checksum: checksum(of: bytes), size: bytes.count)
  }

  /// CRC-32 of bytes, as archives have it.
  public static func checksum(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { checksum(of: $0) }
  }

  /// The checksum of what was summed up to `sum` together with `bytes` behind it.
  public static func checksum(
    of bytes: UnsafeBufferPointer<UInt8>, after sum: UInt32 = 0
  ) -> UInt32 {
    libdeflate_crc32(sum, bytes.baseAddress, bytes.count)
  }
}
