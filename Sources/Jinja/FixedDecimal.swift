/// Writes numbers with a fixed count of decimal places, exactly: the binary value is rounded once, half to even, as Python does, so that 2.675 gives 2.67 on every machine.
enum FixedDecimal {
  /// More places than a 128-bit number holds are refused.
  static let maximumPlaces = 20

  /// The digits of a finite `value` without its sign, such as `1234.50`; `nil` for too many places.
  static func text(of value: Double, places: Int) -> String? {
    guard value.isFinite, (0...maximumPlaces).contains(places) else { return nil }
    let implicit: UInt64 = value.isNormal ? 1 << 52 : 0
    let significand = value.significandBitPattern | implicit
    let exponent = max(Int(value.exponentBitPattern), 1) - 1075
    guard exponent < 0 else { return large(significand, exponent) + zeros(places) }
    var scaled = UInt128(significand)
    for _ in 0..<places { scaled *= 10 }
    let shift = -exponent
    var quotient: UInt128 = 0
    if shift < 128 {
      quotient = scaled >> UInt128(shift)
      let rest = scaled - (quotient << UInt128(shift))
      let half: UInt128 = 1 << UInt128(shift - 1)
      if rest > half || (rest == half && quotient % 2 == 1) { quotient += 1 }
    }
    guard places > 0 else { return String(quotient) }
    var digits = String(quotient)
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(digits.dropLast(places)).\(digits.suffix(places))"
  }

  /// The digits in groups of three before the point.
  static func grouped(_ digits: String, by separator: Character) -> String {
    let whole = digits.prefix { $0 != "." }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result.append(separator) }
      result.append(digit)
    }
    return result + digits.dropFirst(whole.count)
  }

  private static func zeros(_ places: Int) -> String {
    places > 0 ? "." + String(repeating: "0", count: places) : ""
  }

  /// `significand` doubled `exponent` times.
  private static func large(_ significand: UInt64, _ exponent: Int) -> String {
    var digits = String(significand).utf8.reversed().map { Int($0) - 48 }
    for _ in 0..<exponent {
      var carry = 0
      for index in digits.indices {
        let doubled = digits[index] * 2 + carry
        digits[index] = doubled % 10
        carry = doubled / 10
      }
      if carry > 0 { digits.append(carry) }
    }
    return digits.reversed().map { String($0) }.joined()
  }
}
