/// The value of a header such as `multipart/form-data; boundary="x"`: its name in small letters, and its parameters.
///
/// - Source: RFC 9110, §5.6.6 and §8.3.1.
struct MediaKind {
  let name: String
  private(set) var parameters: [String: String] = [:]

  init(_ header: String) {
    var rest = header.utf8[...]
    func trimmed(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
      let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      var bytes = bytes
      while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
      while let last = bytes.last, isSpace(last) { bytes.removeLast() }
      return bytes
    }
    func taken(until separators: [UInt8]) -> Substring.UTF8View {
      let end = rest.firstIndex { separators.contains($0) } ?? rest.endIndex
      defer { rest = rest[end...] }
      return rest[..<end]
    }
    name = String(Substring(trimmed(taken(until: [UInt8(ascii: ";")])))).lowercased()
    while rest.popFirst() != nil {
      let key = String(Substring(trimmed(taken(until: [UInt8(ascii: "="), UInt8(ascii: ";")]))))
        .lowercased()
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest.removeFirst()
      if rest.first == UInt8(ascii: "\"") {
        rest.removeFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
          value.append(byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte)
        }
        parameters[key] = String(decoding: value, as: UTF8.self)
        _ = taken(until: [UInt8(ascii: ";")])
      } else {
        parameters[key] = String(Substring(trimmed(taken(until: [UInt8(ascii: ";")]))))
      }
    }
  }
}
