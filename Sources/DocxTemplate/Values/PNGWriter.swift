import QRCode

/// Writes pictures of one bit a pixel (ISO/IEC 15948).
enum PNGWriter {
  /// The code with the border of four light modules that readers need, in squares of `scale` pixels.
  ///
  /// The rows are not compressed, since the document's archive does that: so the bytes are the same whatever library is there.
  static func bytes(of code: QRCode, scale: Int) -> [UInt8] {
    let side = (code.size + 8) * scale
    var rows: [UInt8] = []
    rows.reserveCapacity(side * (side / 8 + 2))
    for module in -4..<code.size + 4 {
      var row = [UInt8](repeating: 0xFF, count: (side + 7) / 8)
      if (0..<code.size).contains(module) {
        for column in 0..<code.size where code.isDark(row: module, column: column) {
          for pixel in (column + 4) * scale..<(column + 5) * scale {
            row[pixel / 8] &= ~(0x80 >> UInt8(pixel % 8))
          }
        }
      }
      // Each row begins with the number of its filter: none.
      for _ in 0..<scale { rows += [0] + row }
    }
    var png = PNGReader.signature
    let greyOfOneBit: [UInt8] = [1, 0, 0, 0, 0]
    add("IHDR", number(UInt32(side)) + number(UInt32(side)) + greyOfOneBit, to: &png)
    add("IDAT", zlib(rows), to: &png)
    add("IEND", [], to: &png)
    return png
  }

  private static func add(_ name: String, _ content: [UInt8], to png: inout [UInt8]) {
    let chunk = Array(name.utf8) + content
    png += number(UInt32(content.count)) + chunk + number(Checksums.crc32(chunk[...]))
  }

  /// The bytes as a zlib stream of stored blocks (RFC 1950, RFC 1951 §3.2.4).
  private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var offset = 0
    repeat {
      let count = min(bytes.count - offset, 0xFFFF)
      let isLast = offset + count == bytes.count
      let length = UInt16(count)
      stream.append(isLast ? 1 : 0)
      for word in [length, ~length] { stream += [UInt8(word & 0xFF), UInt8(word >> 8)] }
      stream += bytes[offset..<offset + count]
      offset += count
    } while offset < bytes.count
    return stream + number(Checksums.adler32(bytes[...]))
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
