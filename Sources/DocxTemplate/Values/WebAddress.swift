/// An address that a document may lead to: of the web or of mail, and nothing that would run on the reader's computer.
struct WebAddress: Hashable, Sendable {
  /// The address as a URI, in ASCII (RFC 3986).
  let text: String

  private static let schemes = ["http://", "https://", "mailto:"]

  /// - Returns: `nil` for other schemes, an address without a host, and characters that no address has.
  init?(_ address: String) {
    let lower = address.lowercased()
    guard let scheme = Self.schemes.first(where: lower.hasPrefix), address.utf8.count <= 2048,
      let first = address.utf8.dropFirst(scheme.utf8.count).first,
      first != UInt8(ascii: "/"), first != UInt8(ascii: "?"), first != UInt8(ascii: "#")
    else { return nil }
    var text = ""
    let bytes = Array(address.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"):
        return nil
      case UInt8(ascii: "%"):
        let digits = bytes[(index + 1)...].prefix(2)
        let isEscape = digits.count == 2 && digits.allSatisfy(Self.isHexadecimal)
        text += isEscape ? "%" : "%25"
      case 0x80...: text += "%" + String(byte, radix: 16, uppercase: true)
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    self.text = text
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit
  }
}
