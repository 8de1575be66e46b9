/// Writes text so that an XML parser reads back exactly that text.
public enum XMLEscaping {
  /// Appends `bytes` (UTF-8) as character data. Runs without a special character are copied whole.
  @inlinable
  public static func text(_ bytes: some Collection<UInt8>, into output: inout [UInt8]) {
    escape(bytes, into: &output) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case 0x0D: "&#13;"
      default: nil
      }
    }
  }

  /// Appends `bytes` (UTF-8) as an attribute's value between double quotes.
  @inlinable
  public static func attribute(_ bytes: some Collection<UInt8>, into output: inout [UInt8]) {
    escape(bytes, into: &output) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case 0x09: "&#9;"
      case 0x0A: "&#10;"
      case 0x0D: "&#13;"
      default: nil
      }
    }
  }

  /// `text` as character data.
  public static func text(_ text: String) -> String {
    var bytes: [UInt8] = []
    Self.text(text.utf8, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `text` as an attribute's value between double quotes.
  public static func attribute(_ text: String) -> String {
    var bytes: [UInt8] = []
    attribute(text.utf8, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether XML 1.0 can hold `scalar` at all (XML 1.0 §2.2, production 2).
  @inlinable
  public static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  @inlinable
  static func escape(
    _ bytes: some Collection<UInt8>, into output: inout [UInt8],
    _ replacement: (UInt8) -> StaticString?
  ) {
    var copied = bytes.startIndex
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      // All specials lie below "?", letters of every alphabet above it.
      if byte < 0x3F, let special = replacement(byte) {
        output.append(contentsOf: bytes[copied..<index])
        special.withUTF8Buffer { output.append(contentsOf: $0) }
        bytes.formIndex(after: &index)
        copied = index
      } else {
        bytes.formIndex(after: &index)
      }
    }
    output.append(contentsOf: bytes[copied..<bytes.endIndex])
  }
}
