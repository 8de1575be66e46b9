extension Value {
  /// What `{{ value }}` prints: as Python's `str()`.
  public var text: String {
    switch self {
    case .undefined: ""
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .integer(let value): String(value)
    case .double(let value): Self.text(of: value)
    case .string(let value): value
    case .custom(let value): value.text
    case .array, .tuple, .object: represented
    }
  }

  /// How the value stands inside a printed list or mapping: as Python's `repr()`.
  var represented: String {
    switch self {
    case .string(let value): Self.quoted(value)
    case .undefined: "Undefined"
    case .array(let values): "[" + values.map(\.represented).joined(separator: ", ") + "]"
    case .tuple(let values):
      "(" + values.map(\.represented).joined(separator: ", ") + (values.count == 1 ? ",)" : ")")
    case .object(let object):
      "{"
        + zip(object.names, object.values).map { Self.quoted($0) + ": " + $1.represented }
        .joined(separator: ", ") + "}"
    default: text
    }
  }

  private static func text(of value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let magnitude = abs(value)
    // Python writes whole numbers out up to 1e16, Swift's description up to 2^53.
    if value == value.rounded(), magnitude < 1e16 { return "\(Int(value)).0" }
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
