import BigInt
import Diagnostics

extension Environment {
  /// The built-in filters that make numbers.
  static let numberFilters: [String: Filter] = [
    "int": { value, arguments throws(Fault) in
      try arguments.accept("default", "base")
      let missing = arguments.value(0, "default") ?? .integer(0)
      if case .undefined(let undefined) = value { throw undefined.fault }
      if let number = value.number { return number.truncated.map { .integer($0) } ?? missing }
      let text = value.text.stripped(nil)
      let base = try arguments.integer(1, "base") ?? 10
      guard (2...36).contains(base) else { throw .arguments(of: arguments.callee) }
      if let number = Int(text, radix: base) { return .integer(number) }
      let whole = text.decimalNumber.flatMap { Value.Number.double($0).truncated }
      return whole.map { .integer($0) } ?? missing
    },
    "float": { value, arguments throws(Fault) in
      try arguments.accept("default")
      if case .undefined(let undefined) = value { throw undefined.fault }
      if let number = value.number { return .double(number.double) }
      return value.text.stripped(nil).decimalNumber.map { .double($0) }
        ?? arguments.value(0, "default") ?? .double(0)
    },
    "abs": { value, arguments throws(Fault) in
      switch value.number {
      case .integer(let number)? where number < 0:
        return try Operators.apply(.subtract, .integer(0), .integer(number))
      case .integer(let number)?: return .integer(number)
      case .big(let number)?: return .whole(BigInt(number.magnitude))
      case .double(let number)?: return .double(number.magnitude)
      case nil: throw .type(of: value, in: arguments.callee)
      }
    },
    "round": { value, arguments throws(Fault) in
      try arguments.accept("precision", "method")
      guard let number = value.number else { throw .type(of: value, in: arguments.callee) }
      let precision = try arguments.integer(0, "precision") ?? 0
      guard (-15...15).contains(precision) else { throw .arguments(of: arguments.callee) }
      let method = try arguments.string(1, "method") ?? "common"
      guard ["common", "ceil", "floor"].contains(method) else {
        throw .arguments(of: arguments.callee)
      }
      // A whole number stays one, as in Python, where nothing is to be cut off.
      if method == "common", precision >= 0, case .integer = number { return value.plain }
      return .double(rounded(number.double, precision, method))
    },
  ]

  private static func rounded(_ number: Double, _ precision: Int, _ method: String) -> Double {
    if method == "common", precision >= 0 {
      let digits = FixedDecimal.text(of: number, places: precision)
      guard let magnitude = digits.flatMap({ Double($0) }) else { return number }
      return number.sign == .minus ? -magnitude : magnitude
    }
    var scale = 1.0
    for _ in 0..<abs(precision) { scale *= 10 }
    let scaled = precision < 0 ? number / scale : number * scale
    let rounded =
      switch method {
      case "ceil": scaled.rounded(.up)
      case "floor": scaled.rounded(.down)
      default: scaled.rounded(.toNearestOrEven)
      }
    return precision < 0 ? rounded * scale : rounded / scale
  }
}

extension String {
  /// The number that the text writes in decimal digits; hexadecimal forms are none.
  var decimalNumber: Double? {
    let digits = Set("0123456789+-.eE".unicodeScalars)
    return unicodeScalars.allSatisfy { digits.contains($0) } ? Double(self) : nil
  }
}
