import BigInt

extension Value {
  /// What `{{ value }}` prints: as Python's `str()`.
  public var text: String {
    switch self {
    case .undefined: ""
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .integer(let value): String(value)
    case .big(let value): String(value)
    case .double(let value): Self.text(of: value)
    case .string(let value), .markup(let value): value
    case .custom(let value): value.text
    case .array, .tuple, .object: represented
    }
  }

  /// How the value stands inside a printed list or mapping: as Python's `repr()`.
  var represented: String {
    var output = ""
    represent(into: &output)
    return output
  }

  /// Lists and mappings are printed for whoever writes a template: this many bytes are more than anyone reads.
  private static let maximumPrinted = 1 << 20

  private func represent(into output: inout String) {
    // A list that holds itself many times over is printed up to a size that no page takes.
    guard output.utf8.count < Self.maximumPrinted else { return }
    switch self {
    case .string(let value): output += value.quoted
    case .markup(let value): output += "Markup(" + value.quoted + ")"
    case .custom(let value): output += value.represented
    case .undefined: output += "Undefined"
    case .array(let values):
      output += "["
      Self.represent(values, into: &output)
      output += "]"
    case .tuple(let values):
      output += "("
      Self.represent(values, into: &output)
      output += values.count == 1 ? ",)" : ")"
    case .object(let object):
      output += "{"
      for (index, key) in object.keys.enumerated() {
        if index > 0 { output += ", " }
        key.represent(into: &output)
        output += ": "
        object.value(at: index).represent(into: &output)
      }
      output += "}"
    default: output += text
    }
  }

  private static func represent(_ values: [Value], into output: inout String) {
    for (index, value) in values.enumerated() {
      guard output.utf8.count < Self.maximumPrinted else { return }
      if index > 0 { output += ", " }
      value.represent(into: &output)
    }
  }

  /// The number as Python writes it: the fewest digits that are read back as the same number.
  static func text(of value: Double) -> String {
    if value.isNaN { return "nan" }
    let sign = value.sign == .minus ? "-" : ""
    if value.isInfinite { return sign + "inf" }
    let digits = DecimalDigits(shortest: value)
    guard value == 0 || (-4..<16).contains(digits.exponent - 1) else {
      return sign + digits.scientific
    }
    return sign + digits.fixed + (digits.exponent >= digits.digits.count ? ".0" : "")
  }
}

extension String {
  /// The text in quotes, as Python's `repr()`.
  var quoted: String {
    let hasApostrophe = utf8.contains(UInt8(ascii: "'"))
    let quote: Unicode.Scalar = hasApostrophe && !utf8.contains(UInt8(ascii: "\"")) ? "\"" : "'"
    var result = String.UnicodeScalarView()
    result.append(quote)
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case quote: result.append(contentsOf: "\\\(quote)".unicodeScalars)
      default:
        if scalar.isPrintable {
          result.append(scalar)
        } else {
          result.append(contentsOf: scalar.pythonEscape.unicodeScalars)
        }
      }
    }
    result.append(quote)
    return String(result)
  }

  /// The text with everything beyond ASCII as `\u…`.
  var asASCII: String {
    var result = ""
    for scalar in unicodeScalars { result += scalar.isASCII ? String(scalar) : scalar.pythonEscape }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether Python shows the letter as it is in `repr()`.
  var isPrintable: Bool {
    if isASCII { return (0x20..<0x7F).contains(value) }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  /// The letter as `\xa0`, `\u2028` or `\U000e0001`.
  fileprivate var pythonEscape: String {
    let digits = String(value, radix: 16)
    let (mark, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + mark + String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
