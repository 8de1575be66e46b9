import BigInt
import Diagnostics

/// Arithmetic and comparison as Python has them.
enum Operators {
  /// Texts and lists longer than this are not made: bytes, items.
  static let maximumText = 1 << 24
  static let maximumItems = 1 << 22
  /// Repeating makes no more than this at once: bytes, items.
  static let maximumRepeated = 1 << 20

  /// The result of `left symbol right`; `escaping` is whether text is escaped where it is written, which decides what `~` makes of markup.
  static func apply(
    _ symbol: BinaryOperator, _ left: Value, _ right: Value, escaping: Bool = false
  ) throws(Fault) -> Value {
    if symbol == .concatenate { return try concatenated(left, right, escaping: escaping) }
    if case .undefined(let undefined) = left { throw undefined.fault }
    if symbol == .modulo, left.isText { return try percent(left, right) }
    if case .undefined(let undefined) = right { throw undefined.fault }
    switch (left.number, right.number) {
    case (.double(let a)?, let b?): return .double(try doubles(symbol, a, b.finiteDouble()))
    case (let a?, .double(let b)?): return .double(try doubles(symbol, a.finiteDouble(), b))
    case (.integer(let a)?, .integer(let b)?): return try integers(symbol, a, b)
    case (let a?, let b?): return try bigs(symbol, a.big, b.big)
    default: break
    }
    switch symbol {
    case .add: if let sum = try joined(left, right) { return sum }
    case .multiply:
      if let product = try repeated(left, right) { return product }
      if let product = try repeated(right, left) { return product }
    default: break
    }
    throw .type(of: left.number == nil ? left : right, in: symbol.symbol)
  }

  static func negated(_ value: Value) throws(Fault) -> Value {
    switch value.number {
    case .integer(let number)?: return .whole(-BigInt(number))
    case .big(let number)?: return .whole(-number)
    case .double(let number)?: return .double(-number)
    case nil: throw .type(of: value, in: "-")
    }
  }

  /// `+value`: a number as it is, and true as 1.
  static func positive(_ value: Value) throws(Fault) -> Value {
    switch value.number {
    case .integer(let number)?: return .integer(number)
    case .big, .double: return value.plain
    case nil: throw .type(of: value, in: "+")
    }
  }

  /// `left ~ right`: where text is escaped and one of them is markup, the other is escaped.
  private static func concatenated(
    _ left: Value, _ right: Value, escaping: Bool
  ) throws(Fault) -> Value {
    guard escaping, left.isMarkup || right.isMarkup else {
      return .string(try [left.text, right.text].joinedWithinLimit(""))
    }
    return .markup(try [left.escaped, right.escaped].joinedWithinLimit(""))
  }

  /// `format % value`: a tuple fills several places, a mapping those with names.
  private static func percent(_ format: Value, _ value: Value) throws(Fault) -> Value {
    let escapes = format.isMarkup
    let text: String
    switch value.plain {
    case .tuple(let values):
      text = try Formatting.percent(format.text, values, callee: "%", escaping: escapes)
    case .object(let object):
      text = try Formatting.percent(
        format.text, [value], names: object, callee: "%", escaping: escapes)
    default:
      // What can be asked for an item could be a mapping, so that Python lets it go unused.
      let mayRemain =
        switch value {
        case .undefined, .array, .custom(is RangeValue): true
        default: false
        }
      text = try Formatting.percent(
        format.text, [value], mayRemain: mayRemain, callee: "%", escaping: escapes)
    }
    return format.retyped(text)
  }

  private static func joined(_ left: Value, _ right: Value) throws(Fault) -> Value? {
    switch (left, right) {
    case (.markup(let a), .markup(let b)): return .markup(try [a, b].joinedWithinLimit(""))
    case (.markup(let a), .string(let b)):
      return .markup(try [a, b.escapedForMarkup].joinedWithinLimit(""))
    case (.string(let a), .markup(let b)):
      return .markup(try [a.escapedForMarkup, b].joinedWithinLimit(""))
    default: break
    }
    switch (left.plain, right.plain) {
    case (.string(let a), .string(let b)): return .string(try [a, b].joinedWithinLimit(""))
    case (.array(let a), .array(let b)): return .array(try joined(a, b))
    case (.tuple(let a), .tuple(let b)): return .tuple(try joined(a, b))
    default: return nil
    }
  }

  private static func joined(_ a: [Value], _ b: [Value]) throws(Fault) -> [Value] {
    guard a.count + b.count <= maximumItems else { throw tooLarge }
    return a + b
  }

  /// The text or list so many times; `nil` where `value` is neither or `count` no whole number.
  private static func repeated(_ value: Value, _ count: Value) throws(Fault) -> Value? {
    let times: Int
    switch count.number {
    case .integer(let count)?: times = count
    case .big(let count)?: times = count.signum() < 0 ? 0 : .max
    default: return nil
    }
    switch value.plain {
    case .string(let text):
      return value.retyped(
        String(repeating: text, count: try repetitions(times, of: text.utf8.count)))
    case .array(let items): return .array(try repeated(items, times))
    case .tuple(let items): return .tuple(try repeated(items, times))
    default: return nil
    }
  }

  private static func repeated(_ items: [Value], _ count: Int) throws(Fault) -> [Value] {
    let times = try repetitions(count, of: items.count)
    return Array(repeating: items, count: times).flatMap { $0 }
  }

  /// `count`, unless so many times `size` is more than a template may make.
  private static func repetitions(_ count: Int, of size: Int) throws(Fault) -> Int {
    guard count > 0, size > 0 else { return 0 }
    let (total, overflow) = size.multipliedReportingOverflow(by: count)
    guard !overflow, total <= maximumRepeated else { throw tooLarge }
    return count
  }

  static let tooLarge = Fault(
    "E131",
    Message(
      kk: "нәтиже тым үлкен", ru: "результат слишком велик", en: "the result is too large"))
}
