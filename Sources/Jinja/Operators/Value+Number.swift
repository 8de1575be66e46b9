import BigInt
import Diagnostics

extension Value {
  /// A number as Python computes with it; true and false count as 1 and 0.
  enum Number {
    case integer(Int)
    case big(BigInt)
    case double(Double)

    /// The number with a point; infinite for one that is too large.
    var double: Double {
      switch self {
      case .integer(let value): Double(value)
      case .big(let value):
        BigInt.quotient(value, 1) ?? (value.signum() < 0 ? -.infinity : .infinity)
      case .double(let value): value
      }
    }

    /// The same, with a fault for a whole number that is too large.
    func finiteDouble() throws(Fault) -> Double {
      if case .big(let value) = self {
        guard let number = BigInt.quotient(value, 1) else { throw Operators.tooLarge }
        return number
      }
      return double
    }

    /// The whole number; of one with a point its whole part, which must be finite.
    var big: BigInt {
      switch self {
      case .integer(let value): BigInt(value)
      case .big(let value): value
      case .double(let value): value.isFinite ? BigInt(value) : 0
      }
    }

    /// The digits of the whole part, without a sign.
    func digits(radix: Int, uppercase: Bool) -> String {
      // Nearly all numbers are short, and take no arithmetic of long ones.
      if case .integer(let value) = self {
        return String(value.magnitude, radix: radix, uppercase: uppercase)
      }
      return String(big.magnitude, radix: radix, uppercase: uppercase)
    }

    /// Whether the whole part is below zero.
    var isNegative: Bool {
      if case .integer(let value) = self { value < 0 } else { big.signum() < 0 }
    }

    /// The whole part; `nil` for what is not finite.
    var truncated: Value? {
      switch self {
      case .integer(let value): .integer(value)
      case .big(let value): .big(value)
      case .double(let value): value.isFinite ? .whole(BigInt(value)) : nil
      }
    }

    /// A whole number as such, even if it is written with a point.
    var simplest: Number {
      switch self {
      case .double(let value):
        if let whole = Int(exactly: value) { return .integer(whole) }
        guard value.isFinite, value == value.rounded() else { return self }
        return .big(BigInt(value))
      default: return self
      }
    }

    enum Order { case before, same, after, none }

    /// How two numbers follow one another, exactly; `none` where one of them is not a number.
    func order(_ other: Number) -> Order {
      func order<Ordered: Comparable>(_ a: Ordered, _ b: Ordered) -> Order {
        a < b ? .before : a == b ? .same : a > b ? .after : .none
      }
      switch (self, other) {
      case (.integer(let a), .integer(let b)): return order(a, b)
      case (.double(let a), .double(let b)): return order(a, b)
      case (.big(let a), .big(let b)): return order(a, b)
      default: break
      }
      switch (simplest, other.simplest) {
      case (.integer(let a), .integer(let b)): return order(a, b)
      // What is not whole is smaller than the numbers that a conversion would round, or infinite.
      case (.double(let a), let b): return order(a, b.double)
      case (let a, .double(let b)): return order(a.double, b)
      case (let a, let b): return order(a.big, b.big)
      }
    }
  }

  var number: Number? {
    switch self {
    case .bool(let value): .integer(value ? 1 : 0)
    case .integer(let value): .integer(value)
    case .big(let value): .big(value)
    case .double(let value): .double(value)
    case .custom(let value): value.number.map { .integer($0) }
    default: nil
    }
  }
}
