import BigInt
import Diagnostics
// The C library's `pow`: a power of our own would differ from Python's in its last digit.
import Glibc

extension Operators {
  /// Whole numbers with more bits than 10,000 digits have are not made.
  private static let maximumBits = 33_220

  static func integers(
    _ symbol: BinaryOperator, _ a: Int, _ b: Int
  ) throws(Fault) -> Value {
    let result: (partialValue: Int, overflow: Bool)
    switch symbol {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .floorDivide, .modulo:
      guard b != 0 else { throw divisionByZero }
      result = a.dividedReportingOverflow(by: b)
      guard !result.overflow else { break }
      let remainder = a - result.partialValue * b
      let isRoundedUp = remainder != 0 && (remainder < 0) != (b < 0)
      if symbol == .modulo { return .integer(isRoundedUp ? remainder + b : remainder) }
      return .integer(isRoundedUp ? result.partialValue - 1 : result.partialValue)
    case .divide:
      guard b != 0 else { throw divisionByZero }
      let exact = 1 << 53
      guard a.magnitude <= exact, b.magnitude <= exact else {
        return try bigs(symbol, BigInt(a), BigInt(b))
      }
      return .double(Double(a) / Double(b))
    case .power, .concatenate: return try bigs(symbol, BigInt(a), BigInt(b))
    }
    return result.overflow
      ? try bigs(symbol, BigInt(a), BigInt(b)) : .integer(result.partialValue)
  }

  static func bigs(
    _ symbol: BinaryOperator, _ a: BigInt, _ b: BigInt
  ) throws(Fault) -> Value {
    switch symbol {
    case .add: return .whole(try bounded(a + b))
    case .subtract: return .whole(try bounded(a - b))
    case .multiply:
      guard a.bitWidth + b.bitWidth <= maximumBits + 64 else { throw tooLarge }
      return .whole(try bounded(a * b))
    case .divide:
      guard !b.isZero else { throw divisionByZero }
      guard let quotient = BigInt.quotient(a, b) else { throw tooLarge }
      return .double(quotient)
    case .floorDivide, .modulo:
      guard !b.isZero else { throw divisionByZero }
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let isRoundedUp = !remainder.isZero && (remainder.signum() < 0) != (b.signum() < 0)
      if symbol == .modulo { return .whole(isRoundedUp ? remainder + b : remainder) }
      return .whole(isRoundedUp ? quotient - 1 : quotient)
    case .power: return try power(a, b)
    case .concatenate: return .string("\(a)\(b)")
    }
  }

  private static func power(_ base: BigInt, _ exponent: BigInt) throws(Fault) -> Value {
    guard exponent.signum() >= 0 else {
      let (a, b) = (Value.Number.big(base), Value.Number.big(exponent))
      return .double(try doubles(.power, a.finiteDouble(), b.finiteDouble()))
    }
    if exponent.isZero || base == 1 { return .integer(1) }
    if base.isZero { return .integer(0) }
    if base == -1 { return .integer(exponent % 2 == 0 ? 1 : -1) }
    guard let times = Int(exactly: exponent), times <= maximumBits,
      (base.magnitude.bitWidth - 1) * times <= maximumBits
    else { throw tooLarge }
    return .whole(try bounded(base.power(times)))
  }

  private static func bounded(_ number: BigInt) throws(Fault) -> BigInt {
    guard number.magnitude.bitWidth <= maximumBits else { throw tooLarge }
    return number
  }

  static func doubles(_ symbol: BinaryOperator, _ a: Double, _ b: Double) throws(Fault) -> Double {
    switch symbol {
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide:
      guard b != 0 else { throw divisionByZero }
      return a / b
    case .floorDivide, .modulo:
      guard b != 0 else { throw divisionByZero }
      let (quotient, remainder) = floorDivided(a, b)
      return symbol == .modulo ? remainder : quotient
    case .power: return try power(a, b)
    case .concatenate: return .nan
    }
  }

  /// The quotient rounded down and what remains, which has the sign of `b`.
  private static func floorDivided(
    _ a: Double, _ b: Double
  ) -> (quotient: Double, remainder: Double) {
    var remainder = a.truncatingRemainder(dividingBy: b)
    var quotient = (a - remainder) / b
    if remainder == 0 {
      remainder = Double(signOf: b, magnitudeOf: 0)
    } else if (b < 0) != (remainder < 0) {
      remainder += b
      quotient -= 1
    }
    guard quotient != 0 else { return (Double(signOf: a / b, magnitudeOf: 0), remainder) }
    let floored = quotient.rounded(.down)
    return (quotient - floored > 0.5 ? floored + 1 : floored, remainder)
  }

  private static func power(_ base: Double, _ exponent: Double) throws(Fault) -> Double {
    if base == 0, exponent < 0 { throw divisionByZero }
    // Python goes on with complex numbers here.
    if base < 0, base.isFinite, exponent.isFinite, exponent != exponent.rounded() {
      throw unsupportedPower
    }
    let result = pow(base, exponent)
    guard result.isFinite || !base.isFinite || !exponent.isFinite else { throw tooLarge }
    return result
  }

  static let divisionByZero = Fault(
    "E124", Message(kk: "нөлге бөлу", ru: "деление на ноль", en: "division by zero"))

  private static let unsupportedPower = Fault(
    "E127",
    Message(
      kk: "мұндай дәреже есептелмейді", ru: "такая степень не вычисляется",
      en: "such a power is not computed"))
}

extension BigInt {
  /// `a / b` rounded once to the nearest number, half to even; `nil` for one beyond what a number with a point holds. `b` is not zero.
  static func quotient(_ a: BigInt, _ b: BigInt) -> Double? {
    guard !a.isZero else { return 0 }
    // 62 bits or 63, of which a number with a point holds 53; the last says whether more would follow.
    let shift = 62 - (a.magnitude.bitWidth - b.magnitude.bitWidth)
    let numerator = shift > 0 ? a.magnitude << shift : a.magnitude
    let denominator = shift > 0 ? b.magnitude : b.magnitude << -shift
    let (whole, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    var quotient = UInt64(truncatingIfNeeded: whole) | (remainder.isZero ? 0 : 1)
    var scale = -shift
    // A result below what normal numbers hold would be rounded a second time.
    let spare = shift - 1074
    if spare > 0, whole.bitWidth - shift < -1020 {
      guard spare < 64 else { return 0 }
      let rest = quotient & ((1 << UInt64(spare)) - 1)
      let half: UInt64 = 1 << UInt64(spare - 1)
      quotient >>= UInt64(spare)
      if rest > half || (rest == half && quotient & 1 == 1) { quotient += 1 }
      scale += spare
    }
    let magnitude = Double(quotient).scaled(by: scale)
    guard magnitude.isFinite else { return nil }
    return (a.signum() < 0) != (b.signum() < 0) ? -magnitude : magnitude
  }
}

extension Double {
  /// Two to the power of `exponent` times the number, without an intermediate result that is out of bounds.
  fileprivate func scaled(by exponent: Int) -> Double {
    var (result, left) = (self, exponent)
    while left > 1000 { (result, left) = (result * 0x1p1000, left - 1000) }
    while left < -1000 { (result, left) = (result * 0x1p-1000, left + 1000) }
    return result * Double(sign: .plus, exponent: left, significand: 1)
  }
}
