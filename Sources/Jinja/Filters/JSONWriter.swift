import Diagnostics

/// Writes values as JSON that may stand inside HTML: names in order, everything beyond ASCII and the characters of markup as `\u…`.
struct JSONWriter {
  private let indent: String?
  private let callee: String
  private var bytes: [UInt8] = []

  init(indent: String?, callee: String) {
    self.indent = indent
    self.callee = callee
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func write(_ value: Value, depth: Int) throws(Fault) {
    guard bytes.count <= Operators.maximumText else { throw Operators.tooLarge }
    switch value {
    case .none: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer, .big: append(value.text)
    case .double(let number):
      append(
        number.isNaN
          ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : value.text)
    case .string(let text), .markup(let text): append(quoted: text)
    case .array(let items), .tuple(let items): try write(items, depth: depth)
    case .object(let object): try write(object, depth: depth)
    case .undefined: throw .unfit(value, in: callee)
    case .custom(let custom):
      switch custom.plain {
      case .custom: throw .type(of: value, in: callee)
      case let plain: try write(plain, depth: depth)
      }
    }
  }

  private mutating func write(_ items: [Value], depth: Int) throws(Fault) {
    guard !items.isEmpty else { return append("[]") }
    append("[")
    for (index, item) in items.enumerated() {
      separate(isFirst: index == 0, depth + 1)
      try write(item, depth: depth + 1)
    }
    breakLine(depth)
    append("]")
  }

  private mutating func write(_ object: ObjectValue, depth: Int) throws(Fault) {
    guard object.count > 0 else { return append("{}") }
    let members = try Ordering.sorted(object.pairs, isDirect: true) { pair throws(Fault) in
      if case .tuple(let parts) = pair { [parts[0]] } else { [] }
    }
    append("{")
    for (index, member) in members.enumerated() {
      guard case .tuple(let parts) = member else { continue }
      separate(isFirst: index == 0, depth + 1)
      switch parts[0] {
      case .string(let name), .markup(let name): append(quoted: name)
      case .none, .bool, .integer, .big, .double:
        append("\"")
        try write(parts[0], depth: depth)
        append("\"")
      default: throw .type(of: parts[0], in: callee)
      }
      append(": ")
      try write(parts[1], depth: depth + 1)
    }
    breakLine(depth)
    append("}")
  }

  private mutating func separate(isFirst: Bool, _ depth: Int) {
    if !isFirst { append(indent == nil ? ", " : ",") }
    breakLine(depth)
  }

  private mutating func breakLine(_ depth: Int) {
    guard let indent else { return }
    append("\n")
    for _ in 0..<depth { append(indent) }
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  private mutating func append(quoted text: String) {
    append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case "\u{08}": append("\\b")
      case "\u{0C}": append("\\f")
      case "<", ">", "&", "'": append(escape: UInt16(scalar.value))
      case " "..."~": bytes.append(UInt8(scalar.value))
      default: for unit in String(scalar).utf16 { append(escape: unit) }
      }
    }
    append("\"")
  }

  private mutating func append(escape unit: UInt16) {
    let digits = String(unit, radix: 16)
    append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
  }
}
