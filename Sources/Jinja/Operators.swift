import BigInt
import Diagnostics

/// Arithmetic and comparison as Python has them.
enum Operators {
  /// Texts and lists longer than this are not made: bytes, items.
  static let maximumText = 1 << 24
  static let maximumItems = 1 << 22

  static func apply(
    _ symbol: BinaryOperator, _ left: Value, _ right: Value
  ) throws(Fault) -> Value {
    if case .undefined(let undefined) = left, symbol != .concatenate { throw undefined.fault }
    if case .undefined(let undefined) = right, symbol != .concatenate { throw undefined.fault }
    if symbol == .concatenate { return .string(try [left.text, right.text].joinedWithinLimit("")) }
    if symbol == .modulo, case .string(let format) = left.plain {
      return .string(try percent(format, right))
    }
    switch (left.number, right.number) {
    case (.integer(let a)?, .integer(let b)?): return try integers(symbol, a, b)
    case (let a?, let b?): return .double(try doubles(symbol, a.double, b.double))
    default: break
    }
    switch (symbol, left.plain, right.plain) {
    case (.add, .string(let a), .string(let b)): return .string(try [a, b].joinedWithinLimit(""))
    case (.add, .array(let a), .array(let b)): return .array(try joined(a, b))
    case (.add, .tuple(let a), .tuple(let b)): return .tuple(try joined(a, b))
    case (.multiply, .string(let text), .integer(let count)),
      (.multiply, .integer(let count), .string(let text)):
      let times = try repetitions(count, of: text.utf8.count)
      return .string(String(repeating: text, count: times))
    case (.multiply, .array(let items), .integer(let count)),
      (.multiply, .integer(let count), .array(let items)):
      return .array(try repeated(items, count))
    case (.multiply, .tuple(let items), .integer(let count)),
      (.multiply, .integer(let count), .tuple(let items)):
      return .tuple(try repeated(items, count))
    default:
      let odd = left.number == nil ? left : right
      throw .type(of: odd, in: symbol.symbol)
    }
  }

  static func negated(_ value: Value) throws(Fault) -> Value {
    switch value.number {
    case .integer(let number)?:
      return .integer(try checked(0.subtractingReportingOverflow(number)))
    case .big(let number)?: return .whole(-number)
    case .double(let number)?: return .double(-number)
    case nil: throw .type(of: value, in: "-")
    }
  }

  /// `format % value`: a tuple fills several places, a mapping those with names.
  private static func percent(_ format: String, _ value: Value) throws(Fault) -> String {
    switch value {
    case .tuple(let values): return try Formatting.percent(format, values, callee: "%")
    case .object(let object) where format.holds("%("):
      return try Formatting.percent(format, [], names: object, callee: "%")
    default: return try Formatting.percent(format, [value], callee: "%")
    }
  }

  private static func joined(_ a: [Value], _ b: [Value]) throws(Fault) -> [Value] {
    guard a.count + b.count <= maximumItems else { throw tooLarge }
    return a + b
  }

  private static func repeated(_ items: [Value], _ count: Int) throws(Fault) -> [Value] {
    let times = try repetitions(count, of: items.count)
    return Array(repeating: items, count: times).flatMap { $0 }
  }

  /// `count`, unless so many times `size` is more than a template may make.
  private static func repetitions(_ count: Int, of size: Int) throws(Fault) -> Int {
    guard count > 0, size > 0 else { return 0 }
    let (total, overflow) = size.multipliedReportingOverflow(by: count)
    guard !overflow, total <= 1 << 20 else { throw tooLarge }
    return count
  }

  private static func integers(
    _ symbol: BinaryOperator, _ a: Int, _ b: Int
  ) throws(Fault) -> Value {
    switch symbol {
    case .divide:
      guard b != 0 else { throw divisionByZero }
      return .double(Double(a) / Double(b))
    case .floorDivide, .modulo:
      guard b != 0 else { throw divisionByZero }
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      guard !overflow else { throw tooLarge }
      let remainder = a - quotient * b
      let isRoundedUp = remainder != 0 && (remainder < 0) != (b < 0)
      if symbol == .modulo { return .integer(isRoundedUp ? remainder + b : remainder) }
      return .integer(isRoundedUp ? quotient - 1 : quotient)
    case .power:
      guard b >= 0 else { return .double(try power(Double(a), Double(b))) }
      var result = 1
      for _ in 0..<min(b, 64) { result = try checked(result.multipliedReportingOverflow(by: a)) }
      guard b <= 64 || (-1...1).contains(a) else { throw tooLarge }
      return .integer(b > 64 && a == -1 ? (b % 2 == 0 ? 1 : -1) : result)
    case .add: return .integer(try checked(a.addingReportingOverflow(b)))
    case .subtract: return .integer(try checked(a.subtractingReportingOverflow(b)))
    case .multiply: return .integer(try checked(a.multipliedReportingOverflow(by: b)))
    case .concatenate: return .string("\(a)\(b)")
    }
  }

  private static func doubles(
    _ symbol: BinaryOperator, _ a: Double, _ b: Double
  ) throws(Fault) -> Double {
    switch symbol {
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide, .floorDivide, .modulo:
      guard b != 0 else { throw divisionByZero }
      let quotient = a / b
      if symbol == .divide { return quotient }
      let floored = quotient.rounded(.down)
      return symbol == .floorDivide ? floored : a - floored * b
    case .power: return try power(a, b)
    case .concatenate: return .nan
    }
  }

  private static func power(_ base: Double, _ exponent: Double) throws(Fault) -> Double {
    if exponent == 0.5, base >= 0 { return base.squareRoot() }
    guard exponent == exponent.rounded(), abs(exponent) <= 1024 else { throw unsupportedPower }
    var result = 1.0
    for _ in 0..<Int(abs(exponent)) { result *= base }
    guard exponent < 0 else { return result }
    guard result != 0 else { throw divisionByZero }
    return 1 / result
  }

  static func compare(
    _ symbol: ComparisonOperator, _ left: Value, _ right: Value
  ) throws(Fault) -> Bool {
    switch symbol {
    case .equal: return areEqual(left, right)
    case .notEqual: return !areEqual(left, right)
    case .isIn: return try contains(right, left)
    case .isNotIn: return try !contains(right, left)
    case .less: return try isOrdered(left, right)
    case .greater: return try isOrdered(right, left)
    case .lessOrEqual:
      if areEqual(left, right) { return true }
      return try isOrdered(left, right)
    case .greaterOrEqual:
      if areEqual(left, right) { return true }
      return try isOrdered(right, left)
    }
  }

  /// Whether the values are equal; lists in lists beyond any sensible size are taken to differ.
  static func areEqual(_ left: Value, _ right: Value) -> Bool {
    var stepsLeft = 2_000_000
    return areEqual(left, right, &stepsLeft)
  }

  private static func areEqual(_ left: Value, _ right: Value, _ stepsLeft: inout Int) -> Bool {
    stepsLeft -= 1
    guard stepsLeft > 0 else { return false }
    switch (left.number, right.number) {
    case (.integer(let a)?, .integer(let b)?): return a == b
    case (let a?, let b?): return a.double == b.double
    default: break
    }
    switch (left.plain, right.plain) {
    case (.undefined, .undefined), (.none, .none): return true
    case (.string(let a), .string(let b)): return a == b
    case (.array(let a), .array(let b)), (.tuple(let a), .tuple(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { areEqual($0, $1, &stepsLeft) }
    case (.object(let a), .object(let b)):
      return a.count == b.count
        && a.members.allSatisfy { key, value in
          b.value(for: key).map { areEqual(value, $0, &stepsLeft) } ?? false
        }
    default: return false
    }
  }

  /// Whether `left` comes before `right`.
  static func isOrdered(_ left: Value, _ right: Value) throws(Fault) -> Bool {
    switch (left.number, right.number) {
    case (.integer(let a)?, .integer(let b)?): return a < b
    case (let a?, let b?): return a.double < b.double
    default: break
    }
    switch (left.plain, right.plain) {
    case (.string(let a), .string(let b)):
      return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
    case (.array(let a), .array(let b)), (.tuple(let a), .tuple(let b)):
      for (x, y) in zip(a, b) where !areEqual(x, y) { return try isOrdered(x, y) }
      return a.count < b.count
    default: throw .type(of: left.number == nil ? left : right, in: "<")
    }
  }

  static func contains(_ container: Value, _ item: Value) throws(Fault) -> Bool {
    switch container.plain {
    case .string(let text):
      guard case .string(let part) = item.plain else { throw .type(of: item, in: "in") }
      return text.holds(part)
    case .object(let object): return object.value(for: item) != nil
    case let value:
      guard let items = value.items else { throw .type(of: container, in: "in") }
      return items.contains { areEqual($0, item) }
    }
  }

  static func slice(
    _ value: Value, from: Int?, to: Int?, step: Int
  ) throws(Fault) -> Value {
    guard step != 0, let items = value.items else { throw .type(of: value, in: "[:]") }
    let count = items.count
    func bound(_ given: Int?, _ missing: Int) -> Int {
      guard let given else { return missing }
      let position = given < 0 ? max(given, -count - 1) + count : given
      return step > 0 ? min(max(position, 0), count) : min(max(position, -1), count - 1)
    }
    let start = bound(from, step > 0 ? 0 : count - 1)
    let end = bound(to, step > 0 ? count : -1)
    let picked = stride(from: start, to: end, by: step).map { items[$0] }
    switch value {
    case .string: return .string(picked.map(\.text).joined())
    case .tuple: return .tuple(picked)
    default: return .array(picked)
    }
  }

  private static func checked(
    _ result: (partialValue: Int, overflow: Bool)
  ) throws(Fault) -> Int {
    guard !result.overflow else { throw tooLarge }
    return result.partialValue
  }

  private static let divisionByZero = Fault(
    "E124", Message(kk: "нөлге бөлу", ru: "деление на ноль", en: "division by zero"))

  private static let unsupportedPower = Fault(
    "E127",
    Message(
      kk: "мұндай дәреже есептелмейді", ru: "такая степень не вычисляется",
      en: "such a power is not computed"))

  static let tooLarge = Fault(
    "E131",
    Message(
      kk: "нәтиже тым үлкен", ru: "результат слишком велик", en: "the result is too large"))
}

extension Value {
  /// A number as Python computes with it; true and false count as 1 and 0.
  enum Number {
    case integer(Int)
    case big(BigInt)
    case double(Double)

    var double: Double {
      switch self {
      case .integer(let value): Double(value)
      case .big(let value): Double(value)
      case .double(let value): value
      }
    }
  }

  var number: Number? {
    switch plain {
    case .bool(let value): .integer(value ? 1 : 0)
    case .integer(let value): .integer(value)
    case .big(let value): .big(value)
    case .double(let value): .double(value)
    default: nil
    }
  }
}
