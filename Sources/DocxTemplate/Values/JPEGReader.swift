/// Reads what a JPEG says of itself (ITU-T T.81, annex B; JFIF 1.02).
///
/// How a camera was held, which some files add, is not looked at, since Word does not look at it either.
enum JPEGReader {
  /// The size and resolution of a picture that ends as it should.
  static func description(
    of bytes: [UInt8]
  ) throws(ImageFile.Refusal) -> ImageFile.Description {
    func number(_ offset: Int) -> Int { Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) }
    var perInch = (x: 0.0, y: 0.0)
    var size: (width: Int, height: Int)?
    var offset = 2
    while offset + 4 <= bytes.count {
      guard bytes[offset] == 0xFF else { throw .damaged }
      let marker = bytes[offset + 1]
      // A marker may be filled up with any number of these bytes.
      if marker == 0xFF {
        offset += 1
        continue
      }
      offset += 2
      if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
      let length = number(offset)
      guard length >= 2, offset + length <= bytes.count else { throw .damaged }
      let content = offset + 2
      switch marker {
      case 0xE0 where length >= 14 && bytes[content..<content + 5].elementsEqual("JFIF\0".utf8):
        let unit = [0, 1, 2.54][min(Int(bytes[content + 7]), 3) % 3]
        perInch = (Double(number(content + 8)) * unit, Double(number(content + 10)) * unit)
      // Frames of every coding; between their markers lie those of tables.
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
        guard length >= 8, [1, 3, 4].contains(bytes[content + 5]) else { throw .damaged }
        size = (number(content + 3), number(content + 1))
      case 0xDA:
        guard let size, hasEnd(bytes[(offset + length)...]) else { throw .damaged }
        return try ImageFile.Description(
          .jpeg, pixels: size.width, size.height, perInch: perInch.x, perInch.y)
      default: break
      }
      offset += length
    }
    throw .damaged
  }

  /// Whether the mark of the end stands in the data; cameras put more behind it.
  private static func hasEnd(_ data: ArraySlice<UInt8>) -> Bool {
    guard data.count > 2 else { return false }
    var index = data.endIndex - 2
    while index >= data.startIndex {
      if data[index] == 0xFF, data[index + 1] == 0xD9 { return true }
      index -= 1
    }
    return false
  }
}
