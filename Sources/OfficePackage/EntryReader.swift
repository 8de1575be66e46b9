import CZLib

extension OfficePackage {
  /// The bytes of any part, uncompressed, or `nil` where there is no such part; the checksum was checked when the package was read.
  ///
  /// - Complexity: linear in the bytes.
  public func bytes(of part: String) -> [UInt8]? {
    if let content = content(of: part) { return content }
    return entry(of: part)?.uncompressed()
  }
}

extension PackageEntry {
  /// The bytes that were compressed, or `nil` where `stored` is not what it says.
  func uncompressed() -> [UInt8]? {
    guard method == .deflated else { return stored }
    var input = stored
    var stream = z_stream()
    guard qoshat_inflate_init(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var isWhole = false
    let output = [UInt8](unsafeUninitializedCapacity: size) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(clamping: input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: output.count)
        isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0
      }
      count = isWhole ? size : 0
    }
    return isWhole ? output : nil
  }
}
