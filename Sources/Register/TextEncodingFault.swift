/// Why the bytes of a file are not the UTF-8 text that an import needs.
enum TextEncodingFault: Hashable, Sendable {
  case utf16
  /// Looks like Windows-1251, which older spreadsheets write.
  case windows1251(offset: Int)
  case invalid(offset: Int)
  case zeroByte(offset: Int)

  /// Returns `nil` for good text.
  static func found(in bytes: [UInt8]) -> TextEncodingFault? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if let zero = bytes.firstIndex(of: 0) {
      let zeros = bytes.count { $0 == 0 }
      // Half of UTF-16's bytes are zero in Latin text, about a tenth in Cyrillic text with separators.
      return zeros * 16 >= bytes.count && bytes.count >= 4 ? .utf16 : .zeroByte(offset: zero)
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    let offset = firstInvalid(in: bytes)
    let high = bytes.count { $0 >= 0x80 }
    let letters = bytes.count { $0 >= 0xC0 }
    // In UTF-8 every second byte of a Cyrillic letter lies below 0xC0, in Windows-1251 hardly one.
    return letters * 5 >= high * 4 ? .windows1251(offset: offset) : .invalid(offset: offset)
  }

  private static func firstInvalid(in bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return offset
  }
}
