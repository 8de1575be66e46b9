/// Bytes looked at eight at a time.
extension UnsafeBufferPointer<UInt8> {
  /// Whether the same bytes stand in both ranges, which are of one length.
  @inline(__always)
  func areEqual(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
    var distance = 0
    let raw = UnsafeRawBufferPointer(self)
    while distance + 8 <= range.count {
      let word = raw.loadUnaligned(fromByteOffset: range.lowerBound + distance, as: UInt64.self)
      let same = raw.loadUnaligned(fromByteOffset: other.lowerBound + distance, as: UInt64.self)
      guard word == same else { return false }
      distance += 8
    }
    while distance < range.count {
      guard self[range.lowerBound + distance] == self[other.lowerBound + distance] else {
        return false
      }
      distance += 1
    }
    return true
  }

  /// Whether the bytes are UTF-8 in its shortest form and nothing that XML forbids above the control characters.
  var holdXMLCharacters: Bool {
    func continues(_ index: Int) -> Bool { index < count && self[index] & 0xC0 == 0x80 }
    let raw = UnsafeRawBufferPointer(self)
    var index = 0
    while index < count {
      // Most of a document is ASCII, most of its text four letters of Cyrillic after four others.
      while index + 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        guard
          word & 0x8080_8080_8080_8080 == 0
            || word & 0xC0F0_C0F0_C0F0_C0F0 == 0x80D0_80D0_80D0_80D0
        else { break }
        index += 8
      }
      guard index < count else { break }
      let byte = self[index]
      switch byte {
      case ..<0x80: index += 1
      case 0xC2...0xDF:
        guard continues(index + 1) else { return false }
        index += 2
      case 0xE0...0xEF:
        guard continues(index + 1), continues(index + 2) else { return false }
        let (second, third) = (self[index + 1], self[index + 2])
        let isOverlong = byte == 0xE0 && second < 0xA0
        let isSurrogate = byte == 0xED && second >= 0xA0
        let isForbidden = byte == 0xEF && second == 0xBF && third >= 0xBE
        guard !isOverlong, !isSurrogate, !isForbidden else { return false }
        index += 3
      case 0xF0...0xF4:
        guard continues(index + 1), continues(index + 2), continues(index + 3) else { return false }
        let second = self[index + 1]
        guard byte != 0xF0 || second >= 0x90, byte != 0xF4 || second < 0x90 else { return false }
        index += 4
      default: return false
      }
    }
    return true
  }
}
