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
    case .string(let value): output += Self.quoted(value)
    case .markup(let value): output += "Markup(" + Self.quoted(value) + ")"
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
        object.values[index].represent(into: &output)
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

  private static func text(of value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let magnitude = abs(value)
    // Python writes whole numbers out up to 1e16, Swift's description up to 2^53.
    if value == value.rounded(), magnitude < 1e16 {
      return (value.sign == .minus ? "-" : "") + "\(Int(magnitude)).0"
    }
    return value.description
  }

  private static func quoted(_ text: String) -> String {
    let quote: Character = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var result = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "'" where quote == "'": result += "\\'"
      default: result.unicodeScalars.append(scalar)
      }
    }
    result.append(quote)
    return result
  }
}
