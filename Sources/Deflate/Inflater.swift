import CLibDeflate

/// Uncompresses bytes of which is known how many they are, all at once (RFC 1951).
public struct Inflater: ~Copyable {
  private let state: OpaquePointer

  public init() {
    guard let state = libdeflate_alloc_decompressor() else {
      preconditionFailure("there is memory for a decompressor")
    }
    self.state = state
  }

  deinit { libdeflate_free_decompressor(state) }

  /// What was compressed to `stored`, or `nil` where that is not one stream of exactly `size` bytes.
  ///
  /// - Complexity: linear; takes memory for `size` bytes, whatever is in the stream.
  public func uncompressed(_ stored: [UInt8], size: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { output, count in
      var taken = 0
      // Without a place for the number of bytes that were made, fewer than `size` are an error like more.
      let result = libdeflate_deflate_decompress_ex(
        state, stored, stored.count, output.baseAddress, size, &taken, nil)
      isWhole = result == LIBDEFLATE_SUCCESS && taken == stored.count
      count = isWhole ? size : 0
    }
    return isWhole ? bytes : nil
  }
}
