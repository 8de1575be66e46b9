/// Reads what a PNG says of itself (ISO/IEC 15948).
enum PNGReader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The size and resolution of a picture whose chunks are all there, with their checksums right.
  static func description(
    of bytes: [UInt8]
  ) throws(ImageFile.Refusal) -> ImageFile.Description {
    func number(_ offset: Int) -> Int {
      bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    var width = 0
    var height = 0
    var perInch = (x: 0.0, y: 0.0)
    var hasData = false
    var offset = signature.count
    while offset + 12 <= bytes.count {
      let length = number(offset)
      let content = offset + 8
      let name = String(decoding: bytes[offset + 4..<content], as: UTF8.self)
      guard content + length + 4 <= bytes.count,
        Checksums.crc32(bytes[offset + 4..<content + length]) == UInt32(number(content + length))
      else { throw .damaged }
      let isFirst = offset == signature.count
      guard isFirst == (name == "IHDR") else { throw .damaged }
      switch name {
      case "IHDR":
        guard length == 13, isPossible(depth: bytes[content + 8], color: bytes[content + 9]) else {
          throw .damaged
        }
        (width, height) = (number(content), number(content + 4))
      case "pHYs" where length == 9 && bytes[content + 8] == 1:
        // Pixels to the metre, which no whole number of pixels to the inch is exactly.
        perInch.x = (Double(number(content)) * 0.0254).rounded()
        perInch.y = (Double(number(content + 4)) * 0.0254).rounded()
      case "IDAT": hasData = hasData || length > 0
      case "IEND":
        guard hasData else { throw .damaged }
        return try ImageFile.Description(
          .png, pixels: width, height, perInch: perInch.x, perInch.y)
      default: break
      }
      offset = content + length + 4
    }
    throw .damaged
  }

  /// Whether a colour type can have so many bits (ISO/IEC 15948, table 11.1).
  private static func isPossible(depth: UInt8, color: UInt8) -> Bool {
    switch color {
    case 0: [1, 2, 4, 8, 16].contains(depth)
    case 3: [1, 2, 4, 8].contains(depth)
    case 2, 4, 6: [8, 16].contains(depth)
    default: false
    }
  }
}
