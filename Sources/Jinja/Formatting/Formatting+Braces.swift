import Diagnostics

extension Formatting {
  mutating func braces(_ arguments: borrowing Arguments) throws(Fault) {
    var numbering = Numbering.undecided
    while let scalar = current {
      position += 1
      switch scalar {
      case "{" where take("{"): try append("{")
      case "{": try append(field(arguments, &numbering, depth: 0))
      case "}":
        guard take("}") else { throw unfit }
        try append("}")
      default: append(scalar)
      }
    }
  }

  /// Whether fields count by themselves or say their positions: Python refuses both in one text.
  enum Numbering { case undecided, automatic, manual }

  /// The text of a field, whose opening brace has been read.
  private mutating func field(
    _ arguments: borrowing Arguments, _ numbering: inout Numbering, depth: Int
  ) throws(Fault) -> String {
    // Fields may stand inside the format of a field, but not deeper.
    guard depth < 2 else { throw unfit }
    let path = try fieldPath()
    var value = try self.value(at: path, arguments, &numbering)
    var isConverted = false
    if take("!") {
      switch current {
      case "r": value = .string(value.represented)
      case "s": value = .string(value.text)
      case "a": value = .string(value.represented.asASCII)
      default: throw unfit
      }
      isConverted = true
      position += 1
      guard current == ":" || current == "}" else { throw unfit }
    }
    var format = ""
    if take(":") { format = try fieldFormat(arguments, &numbering, depth: depth) }
    guard take("}") else { throw unfit }
    let text = try self.text(of: value, format)
    let isEscaped = escapes && depth == 0 && !(value.isMarkup && !isConverted)
    return isEscaped ? text.escapedForMarkup : text
  }

  private func text(of value: Value, _ format: String) throws(Fault) -> String {
    if format.isEmpty { return value.text }
    guard !(escapes && value.isMarkup) else { throw unfit }
    return try FieldFormat(format, callee).text(of: value, in: callee)
  }

  /// What stands before `!`, `:` or the closing brace; brackets may hold any of these.
  private mutating func fieldPath() throws(Fault) -> [Unicode.Scalar] {
    var path: [Unicode.Scalar] = []
    var isInBrackets = false
    while let scalar = current {
      switch scalar {
      case "[": isInBrackets = true
      case "]": isInBrackets = false
      case "{" where !isInBrackets: throw unfit
      case "}" where !isInBrackets, "!" where !isInBrackets, ":" where !isInBrackets:
        return path
      default: break
      }
      path.append(scalar)
      position += 1
    }
    throw unfit
  }

  /// What stands after `:`, with the fields in it filled in.
  private mutating func fieldFormat(
    _ arguments: borrowing Arguments, _ numbering: inout Numbering, depth: Int
  ) throws(Fault) -> String {
    var format = String.UnicodeScalarView()
    while let scalar = current {
      switch scalar {
      case "}": return String(format)
      case "{":
        position += 1
        format.append(
          contentsOf: try field(arguments, &numbering, depth: depth + 1).unicodeScalars)
      default:
        format.append(scalar)
        position += 1
      }
    }
    throw unfit
  }

  /// The value of a field such as `0`, `name`, `0[key]` or `name.attribute`.
  private mutating func value(
    at path: [Unicode.Scalar], _ arguments: borrowing Arguments, _ numbering: inout Numbering
  ) throws(Fault) -> Value {
    var rest = path[...]
    let first = Self.text(rest.prefix { $0 != "." && $0 != "[" })
    rest = rest.dropFirst(first.unicodeScalars.count)
    var value: Value?
    if first.isEmpty || first.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      let wanted: Numbering = first.isEmpty ? .automatic : .manual
      guard numbering == .undecided || numbering == wanted else { throw unfit }
      numbering = wanted
      let index = first.isEmpty ? used : Int(first) ?? .max
      if first.isEmpty { used += 1 }
      if arguments.positional.indices.contains(index) { value = arguments.positional[index] }
    } else {
      value = arguments.named.first { $0.name == first }?.value
    }
    guard var value else { throw unfit }
    while let mark = rest.popFirst() {
      if mark == "." {
        let name = Self.text(rest.prefix { $0 != "." && $0 != "[" })
        rest = rest.dropFirst(name.unicodeScalars.count)
        // Attributes are those of the program's own values; what begins with an underscore is Python's inside.
        guard !name.isEmpty, !name.hasPrefix("_"), case .custom(let custom) = value,
          let next = custom.attribute(name)
        else { throw Value.missing(name, of: value) }
        value = next
      } else {
        let key = Self.text(rest.prefix { $0 != "]" })
        rest = rest.dropFirst(key.unicodeScalars.count)
        guard mark == "[", rest.popFirst() != nil, !key.isEmpty,
          rest.isEmpty || rest.first == "." || rest.first == "["
        else { throw unfit }
        guard let next = value.item(Int(key).map { .integer($0) } ?? .string(key)) else {
          throw unfit
        }
        value = next
      }
    }
    return value
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

extension FieldFormat {
  /// Reads what stands after `:` in a field: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
  init(_ text: String, _ callee: String) throws(Fault) {
    self.init()
    var reader = Formatting(text, callee, escaping: false)
    let alignments: [Unicode.Scalar: Alignment] = [
      "<": .left, ">": .right, "^": .center, "=": .afterSign,
    ]
    let next = reader.scalars.count > 1 ? alignments[reader.scalars[1]] : nil
    if let next, let fill = reader.current {
      (self.fill, alignment) = (Character(fill), next)
      reader.position = 2
    } else if let first = reader.current.flatMap({ alignments[$0] }) {
      alignment = first
      reader.position = 1
    }
    let hasFill = next != nil
    if let sign = reader.current, "+- ".unicodeScalars.contains(sign) {
      self.sign = Character(sign)
      reader.position += 1
    }
    dropsMinusOfZero = reader.take("z")
    isMarked = reader.take("#")
    if reader.take("0") {
      if !hasFill { fill = "0" }
      if alignment == nil { padsWithZeros = true }
    }
    if fill == "0", alignment == .afterSign { padsWithZeros = true }
    width = try reader.number() ?? 0
    if reader.take(",") { grouping = "," } else if reader.take("_") { grouping = "_" }
    if reader.take(".") {
      precision = try reader.number()
      guard precision != nil else { throw reader.unfit }
    }
    if let last = reader.current {
      type = Character(last)
      reader.position += 1
    }
    guard reader.current == nil else { throw reader.unfit }
  }
}
