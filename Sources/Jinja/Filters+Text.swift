import Diagnostics

extension Environment {
  /// The built-in filters that make text.
  static let textFilters: [String: Filter] = [
    "upper": { value, _ throws(Fault) in .string(value.text.uppercased()) },
    "lower": { value, _ throws(Fault) in .string(value.text.lowercased()) },
    "title": { value, _ throws(Fault) in .string(value.text.titled) },
    "capitalize": { value, _ throws(Fault) in .string(value.text.capitalizedOnce) },
    "trim": { value, arguments throws(Fault) in
      .string(value.text.stripped(try arguments.string(0, "chars")))
    },
    "string": { value, _ throws(Fault) in .string(value.text) },
    "replace": { value, arguments throws(Fault) in
      guard let old = try arguments.string(0, "s"), let new = try arguments.string(1, "new") else {
        throw .arguments(of: arguments.callee)
      }
      return .string(
        value.text.replacing(old, with: new, atMost: try arguments.integer(2, "count")))
    },
    "join": { value, arguments throws(Fault) in
      guard let items = value.items else { throw .type(of: value, in: arguments.callee) }
      let separator = try arguments.string(0, "d") ?? ""
      let name = try arguments.string(1, "attribute")
      let texts = items.map { item in
        (name.map { item.attribute(path: $0) ?? Value.none } ?? item).text
      }
      return .string(texts.joined(separator: separator))
    },
    "wordcount": { value, _ throws(Fault) in
      .integer(value.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.count)
    },
    "default": defaultValue,
    "d": defaultValue,
    "int": { value, arguments throws(Fault) in
      switch value.number {
      case .integer(let number)?: return .integer(number)
      case .double(let number)?:
        return Int(exactly: number.rounded(.towardZero)).map { .integer($0) }
          ?? arguments.value(0, "default") ?? .integer(0)
      case nil:
        let text = value.text.stripped(nil)
        if let number = Int(text) { return .integer(number) }
        if let number = Double(text), let whole = Int(exactly: number.rounded(.towardZero)) {
          return .integer(whole)
        }
        return arguments.value(0, "default") ?? .integer(0)
      }
    },
    "float": { value, arguments throws(Fault) in
      if let number = value.number { return .double(number.double) }
      return Double(value.text.stripped(nil)).map { .double($0) }
        ?? arguments.value(0, "default") ?? .double(0)
    },
    "abs": { value, arguments throws(Fault) in
      switch value.number {
      case .integer(let number)?: return .integer(number < 0 ? 0 &- number : number)
      case .double(let number)?: return .double(number.magnitude)
      case nil: throw .type(of: value, in: arguments.callee)
      }
    },
    "round": { value, arguments throws(Fault) in
      guard let number = value.number?.double else {
        throw .type(of: value, in: arguments.callee)
      }
      let precision = try arguments.integer(0, "precision") ?? 0
      guard (-15...15).contains(precision) else { throw .arguments(of: arguments.callee) }
      var scale = 1.0
      for _ in 0..<abs(precision) { scale *= 10 }
      let scaled = precision < 0 ? number / scale : number * scale
      let rounded: Double
      switch try arguments.string(1, "method") ?? "common" {
      case "common": rounded = scaled.rounded(.toNearestOrEven)
      case "ceil": rounded = scaled.rounded(.up)
      case "floor": rounded = scaled.rounded(.down)
      default: throw .arguments(of: arguments.callee)
      }
      return .double(precision < 0 ? rounded * scale : rounded / scale)
    },
  ]

  private static let defaultValue: Filter = { value, arguments throws(Fault) in
    try arguments.accept("default_value", "boolean")
    let replacement = arguments.value(0, "default_value") ?? .string("")
    if case .undefined = value { return replacement }
    let isStrict = arguments.value(1, "boolean")?.isTrue ?? false
    return isStrict && !value.isTrue ? replacement : value
  }
}

extension Value {
  /// The value at a dotted path of attributes and indices, as `map(attribute="a.b")` takes it.
  func attribute(path: String) -> Value? {
    var value = self
    for name in path.split(separator: ".") {
      let next = Int(name).flatMap { value.item(.integer($0)) } ?? value.attribute(String(name))
      guard let next else { return nil }
      value = next
    }
    return value
  }
}
