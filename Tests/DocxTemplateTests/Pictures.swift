/// Pictures for tests, made byte by byte.
enum Pictures {
  /// A grey PNG; its pixels are not compressed.
  static func png(width: Int, height: Int, perMetre: Int? = nil) -> [UInt8] {
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    png += chunk("IHDR", big(width) + big(height) + [8, 0, 0, 0, 0])
    if let perMetre { png += chunk("pHYs", big(perMetre) + big(perMetre) + [1]) }
    return png + chunk("IDAT", [0x78, 0x01, 1, 0, 0, 0xFF, 0xFF, 0, 0, 0, 1]) + chunk("IEND", [])
  }

  /// A PNG that programs can draw: a grey that grows lighter from left to right.
  static func drawnPNG(width: Int, height: Int) -> [UInt8] {
    let row = [0] + (0..<width).map { UInt8($0 * 255 / width) }
    let pixels = Array(repeatElement(row, count: height).joined())
    let length = [UInt8(pixels.count & 0xFF), UInt8(pixels.count >> 8)]
    var sums = (UInt32(1), UInt32(0))
    for byte in pixels {
      sums.0 = (sums.0 + UInt32(byte)) % 65_521
      sums.1 = (sums.1 + sums.0) % 65_521
    }
    var data: [UInt8] = [0x78, 0x01, 1]
    data += length + length.map { ~$0 } + pixels + big(Int(sums.1 << 16 | sums.0))
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(width) + big(height) + [8, 0, 0, 0, 0]) + chunk("IDAT", data)
      + chunk("IEND", [])
  }

  /// The headers of a JPEG, some data and its end.
  static func jpeg(width: Int, height: Int, perInch: Int, marker: UInt8 = 0xC0) -> [UInt8] {
    let density = big(perInch).suffix(2)
    var jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 2, 1]
    jpeg += density + density + [0, 0]
    jpeg += [0xFF, 0xC4, 0, 4, 1, 2]
    jpeg += [0xFF, 0xFF, marker, 0, 11, 8] + big(height).suffix(2) + big(width).suffix(2)
    jpeg += [1, 1, 0x11, 0]
    return jpeg + [0xFF, 0xDA, 0, 3, 0, 0x12, 0xFF, 0xD9]
  }

  static func svg(_ attributes: String, _ content: String = "<path d='M0 0'/>") -> [UInt8] {
    Array(
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \(attributes)>\(content)</svg>"
        .utf8)
  }

  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let checked = Array(name.utf8) + content
    var sum = UInt32.max
    for byte in checked {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return big(content.count) + checked + big(Int(~sum))
  }

  private static func big(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
