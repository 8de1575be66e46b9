extension JSON {
  /// The value as JSON text: on one line, or indented by two spaces with a member or element a line.
  ///
  /// An infinite number and one that is none, for which JSON has no form, become `null`.
  public func serialized(indented: Bool = false) -> String {
    String(decoding: bytes(indented: indented), as: UTF8.self)
  }

  /// The same in UTF-8.
  public func bytes(indented: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 10)
    write(into: &bytes, indent: indented ? 0 : nil)
    return bytes
  }

  private func write(into bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes.add("null")
    case .bool(let value): bytes.add(value ? "true" : "false")
    case .integer(let value): bytes.add(String(value))
    case .digits(let digits): bytes.add(digits)
    case .number(let value): bytes.add(value.isFinite ? String(value) : "null")
    case .string(let value): bytes.quote(value)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        bytes.beginElement(index, indent)
        element.write(into: &bytes, indent: indent.map { $0 + 1 })
      }
      if let indent, !elements.isEmpty { bytes.beginLine(indent) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        bytes.beginElement(index, indent)
        bytes.quote(member.name)
        bytes.append(UInt8(ascii: ":"))
        if indent != nil { bytes.append(UInt8(ascii: " ")) }
        member.value.write(into: &bytes, indent: indent.map { $0 + 1 })
      }
      if let indent, !members.isEmpty { bytes.beginLine(indent) }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}

extension [UInt8] {
  /// Appends a text at once: its own sequence of bytes hands them over one by one.
  fileprivate mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  fileprivate mutating func beginLine(_ indent: Int) {
    append(UInt8(ascii: "\n"))
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }

  /// Begins a member or element of a value that is indented so far.
  fileprivate mutating func beginElement(_ index: Int, _ indent: Int?) {
    if index > 0 { append(UInt8(ascii: ",")) }
    if let indent { beginLine(indent + 1) }
  }

  fileprivate mutating func quote(_ text: String) {
    var text = text
    append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      // Nearly none has such; all bytes are looked at, many at a time.
      var found: UInt8 = 0
      for byte in bytes { found |= Self.isSpecial(byte) ? 1 : 0 }
      guard found != 0 else { return append(contentsOf: bytes) }
      var copied = 0
      for (index, byte) in bytes.enumerated() where Self.isSpecial(byte) {
        append(contentsOf: bytes[copied..<index])
        escape(byte)
        copied = index + 1
      }
      append(contentsOf: bytes[copied...])
    }
    append(UInt8(ascii: "\""))
  }

  /// Whether a byte does not stand in a string as it is.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): add("\\\"")
    case UInt8(ascii: "\\"): add("\\\\")
    case UInt8(ascii: "\n"): add("\\n")
    case UInt8(ascii: "\r"): add("\\r")
    case UInt8(ascii: "\t"): add("\\t")
    default: add("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
    }
  }
}
