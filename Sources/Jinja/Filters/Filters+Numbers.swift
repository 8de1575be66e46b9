import BigInt
import Diagnostics

extension Environment {
  /// The built-in filters that make numbers.
  static let numberFilters: [String: Filter] = [
    "int": { value, arguments throws(Fault) in
      try arguments.expect("default", "base")
      let missing = arguments.value(0, "default") ?? .integer(0)
      if case .undefined(let undefined) = value { throw undefined.fault }
      if let number = value.number {
        if let whole = number.truncated { return whole }
        // Python has a whole number for nothing infinite, and says so; but not for what is no number.
        guard number.double.isNaN else { throw Operators.tooLarge }
        return missing
      }
      guard case .string(let text) = value.plain else { return missing }
      let base = try arguments.whole(1, "base") ?? 10
      if let number = text.wholeNumber(base: base) { return .whole(number) }
      return text.decimalNumber.flatMap { Value.Number.double($0).truncated } ?? missing
    },
    "float": { value, arguments throws(Fault) in
      try arguments.expect("default")
      if case .undefined(let undefined) = value { throw undefined.fault }
      if let number = value.number { return .double(try number.finiteDouble()) }
      if case .string(let text) = value.plain, let number = text.decimalNumber {
        return .double(number)
      }
      return arguments.value(0, "default") ?? .double(0)
    },
    "abs": { value, arguments throws(Fault) in
      try arguments.expect()
      switch value.number {
      case .integer(let number)?: return .whole(BigInt(number.magnitude))
      case .big(let number)?: return .whole(BigInt(number.magnitude))
      case .double(let number)?: return .double(number.magnitude)
      case nil: throw .unfit(value, in: arguments.callee)
      }
    },
    "round": { value, arguments throws(Fault) in
      try arguments.expect("precision", "method")
      let method = arguments.value(1, "method") ?? .string("common")
      guard ["common", "ceil", "floor"].contains(method.text) else { throw arguments.unfit }
      guard let number = value.number else {
        throw method.text == "common"
          ? .unfit(value, in: arguments.callee) : .type(of: value, in: arguments.callee)
      }
      guard method.text == "common" else {
        let precision = try arguments.whole(0, "precision") ?? 0
        return try bounded(value, up: method.text == "ceil", precision, arguments.callee)
      }
      let precision = try arguments.optionalWhole(0, "precision") ?? 0
      let isWhole = arguments.value(0, "precision")?.isNone ?? false
      switch number {
      case .double(let double) where isWhole:
        guard let whole = Value.Number.double(double.rounded(.toNearestOrEven)).truncated else {
          throw Operators.tooLarge
        }
        return whole
      case .double(let double): return .double(double.rounded(to: precision))
      default: return .whole(number.big.rounded(to: precision))
      }
    },
    "filesizeformat": { value, arguments throws(Fault) in
      try arguments.expect("binary")
      if case .undefined(let undefined) = value { throw undefined.fault }
      var size: Double?
      if let number = value.number { size = try number.finiteDouble() }
      if case .string(let text) = value.plain { size = text.decimalNumber }
      guard let size else { throw .type(of: value, in: arguments.callee) }
      let isBinary = arguments.isTrue(0, "binary")
      if size == 1 { return .string("1 Byte") }
      let base: Double = isBinary ? 1024 : 1000
      if size < base {
        guard let bytes = Value.Number.double(size).truncated else { throw Operators.tooLarge }
        return .string(bytes.text + " Bytes")
      }
      var unit = base
      let units = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
      for name in units {
        unit *= base
        guard size < unit || name == "Y" else { continue }
        let format = try FieldFormat(".1f", arguments.callee)
        let prefix = isBinary ? name.uppercased() + "i" : name
        return .string(
          try format.text(of: .double(base * size / unit), in: arguments.callee) + " \(prefix)B")
      }
      return .string("")
    },
  ]

  /// The number rounded up or down at a place, with a point always, as Python divides.
  private static func bounded(
    _ value: Value, up: Bool, _ precision: Int, _ callee: String
  ) throws(Fault) -> Value {
    let scale = try Operators.apply(.power, .integer(10), .integer(precision))
    let scaled = try Operators.apply(.multiply, value, scale)
    var whole = scaled
    if case .double(let double)? = scaled.number {
      guard let edge = Value.Number.double(double.rounded(up ? .up : .down)).truncated else {
        throw Operators.tooLarge
      }
      whole = edge
    }
    return try Operators.apply(.divide, whole, scale)
  }
}

extension Fault {
  /// A value of the wrong type, where Python does not care whether it is undefined.
  static func unfit(_ value: Value, in callee: String) -> Fault {
    var fault = Fault.type(of: value, in: callee)
    fault.kind = .runtime
    return fault
  }
}

extension Double {
  /// The number rounded at a decimal place, exactly and half to even.
  fileprivate func rounded(to places: Int) -> Double {
    guard isFinite, places <= 323 else { return self }
    guard places >= -308 else { return self * 0 }
    let digits = DecimalDigits.scaled(magnitude, places)
    let text = String(decoding: digits, as: UTF8.self) + "e\(-places)"
    return Double(text).map { sign == .minus ? -$0 : $0 } ?? self
  }
}

extension BigInt {
  /// The number rounded at a place before the point, half to even.
  fileprivate func rounded(to places: Int) -> BigInt {
    guard places < 0 else { return self }
    guard places > -20_000 else { return 0 }
    let unit = BigInt(10).power(-places)
    var (quotient, remainder) = quotientAndRemainder(dividingBy: unit)
    if remainder.signum() < 0 {
      quotient -= 1
      remainder += unit
    }
    let twice = remainder * 2
    if twice > unit || (twice == unit && quotient % 2 != 0) { quotient += 1 }
    return quotient * unit
  }
}
