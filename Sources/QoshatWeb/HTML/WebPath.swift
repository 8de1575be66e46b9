/// The address of a page of this application, of which every part is encoded.
///
///     WebPath("letters", "12", "preview", query: ["language": "kk"])    // /letters/12/preview?language=kk
struct WebPath: Hashable, Sendable, CustomStringConvertible {
  let description: String

  init(_ parts: String..., query: KeyValuePairs<String, String?> = [:]) {
    let path = parts.map { "/" + Self.encoded($0) }.joined()
    let pairs = query.compactMap { name, value in
      value.map { Self.encoded(name) + "=" + Self.encoded($0) }
    }
    let search = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    description = (path.isEmpty ? "/" : path) + search
  }

  /// The bytes of `text` as they stand in a path or in a query (RFC 3986, §2).
  static func encoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  /// The text that `encoded` means, with `+` for a space where it is the value of a form; `nil` where it is no UTF-8 or is
  /// encoded wrongly.
  static func decoded(_ encoded: some StringProtocol, isForm: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(encoded.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard rest.count >= 2, rest.prefix(2).allSatisfy(\.isHexadecimalDigit),
          let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
      case UInt8(ascii: "+") where isForm: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Whether `path` leads to a page of this application, and nowhere else: not `//other.example`, `/\other.example`.
  static func isLocal(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    guard bytes.first == UInt8(ascii: "/") else { return false }
    if bytes.count > 1, [UInt8(ascii: "/"), UInt8(ascii: "\\")].contains(bytes[1]) { return false }
    return bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
