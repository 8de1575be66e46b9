/// Writes numbers with a fixed count of decimal places, exactly: the binary value is rounded once, half to even, as Python does, so that 2.675 gives 2.67 on every machine.
enum FixedDecimal {
  /// The digits of a finite `value` without its sign, such as `1234.50`.
  static func text(of value: Double, places: Int) -> String {
    let digits = scaled(value, places)
    guard places > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  /// The digits of `value` times ten to the power of `places`, rounded.
  private static func scaled(_ value: Double, _ places: Int) -> String {
    let implicit: UInt64 = value.isNormal ? 1 << 52 : 0
    let significand = value.significandBitPattern | implicit
    let shift = 1075 - max(Int(value.exponentBitPattern), 1)
    // What 128 bits hold, which is what letters print, is computed without numbers of any size.
    guard shift > 0, (0...20).contains(places) else {
      return String(decoding: DecimalDigits.scaled(value, places), as: UTF8.self)
    }
    var scaled = UInt128(significand)
    for _ in 0..<places { scaled *= 10 }
    guard shift < 128 else { return "0" }
    var quotient = scaled >> UInt128(shift)
    let rest = scaled - (quotient << UInt128(shift))
    let half: UInt128 = 1 << UInt128(shift - 1)
    if rest > half || (rest == half && quotient % 2 == 1) { quotient += 1 }
    return String(quotient)
  }

  /// The digits in groups before the point or the exponent.
  static func grouped(_ digits: String, by separator: Character, size: Int = 3) -> String {
    let whole = digits.utf8.prefix { isGrouped($0, size) }.count
    var result = ""
    for (index, digit) in digits.prefix(whole).enumerated() {
      if index > 0, (whole - index) % size == 0 { result.append(separator) }
      result.append(digit)
    }
    return result + digits.dropFirst(whole)
  }

  /// Whether the byte is a digit: in groups of four also one of those that are letters.
  static func isGrouped(_ byte: UInt8, _ size: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): size == 4
    default: false
    }
  }
}
