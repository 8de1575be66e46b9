/// The text of a file as UTF-8, and the encoding that it came in.
///
/// UTF-8 is told by being valid, UTF-16 by its mark, Windows-1251 by the letters that Russian text has: what is none of them
/// for certain is refused, because letters read wrongly are found only when the letter has been sent.
struct DecodedText: Hashable, Sendable {
  enum Encoding: Hashable, Sendable {
    case utf8, utf16, windows1251
  }

  var bytes: [UInt8]
  var encoding: Encoding

  /// Reads the bytes of a file.
  ///
  /// - Complexity: O(*n*).
  static func decoded(_ bytes: [UInt8]) -> Result<DecodedText, TextEncodingFault> {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, low: 0, high: 1) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, low: 1, high: 0) }
    // Half of UTF-16's bytes are zero in Latin text, about a tenth in Cyrillic text with separators.
    if bytes.count >= 4, bytes.contains(0), bytes.count(where: { $0 == 0 }) * 16 >= bytes.count {
      return .failure(.utf16)
    }
    guard String(validating: bytes, as: UTF8.self) == nil else {
      return .success(DecodedText(bytes: bytes, encoding: .utf8))
    }
    return windows1251(bytes)
  }

  private static func utf16(
    _ bytes: [UInt8], low: Int, high: Int
  ) -> Result<DecodedText, TextEncodingFault> {
    guard bytes.count.isMultiple(of: 2) else { return .failure(.utf16) }
    let units = stride(from: 2, to: bytes.count, by: 2).map { index in
      UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + low])
    }
    guard let text = String(validating: units, as: UTF16.self) else { return .failure(.utf16) }
    return .success(DecodedText(bytes: Array(text.utf8), encoding: .utf16))
  }

  private static func windows1251(_ bytes: [UInt8]) -> Result<DecodedText, TextEncodingFault> {
    let offset = firstInvalid(in: bytes)
    switch Windows1251.likelihood(of: bytes) {
    case .none: return .failure(.invalid(offset: offset))
    case .some(false): return .failure(.windows1251(offset: offset))
    case .some(true): break
    }
    if let lost = Windows1251.firstLostLetter(in: bytes) {
      return .failure(.lostLetters(offset: lost))
    }
    guard let text = Windows1251.decoded(bytes) else {
      return .failure(.windows1251(offset: offset))
    }
    return .success(DecodedText(bytes: text, encoding: .windows1251))
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
