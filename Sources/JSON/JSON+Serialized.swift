extension JSON {
  /// The value as JSON text: on one line, or indented by two spaces with a member or element a line.
  ///
  /// An infinite number and one that is none, for which JSON has no form, become `null`.
  public func serialized(indented: Bool = false) -> String {
    var text = ""
    write(into: &text, indent: indented ? 0 : nil)
    return text
  }

  private func write(into text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .digits(let digits): text += digits
    case .number(let value): text += value.isFinite ? String(value) : "null"
    case .string(let value): Self.quote(value, into: &text)
    case .array(let elements):
      Self.list("[", "]", elements, into: &text, indent) { element, text, indent in
        element.write(into: &text, indent: indent)
      }
    case .object(let members):
      Self.list("{", "}", members, into: &text, indent) { member, text, indent in
        Self.quote(member.name, into: &text)
        text += indent == nil ? ":" : ": "
        member.value.write(into: &text, indent: indent)
      }
    }
  }

  private static func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], into text: inout String,
    _ indent: Int?, write: (Element, inout String, Int?) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
      write(element, &text, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }

  /// Whether a byte stands in a string as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    guard !value.utf8.allSatisfy(isPlain) else { return text += value + "\"" }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
