import BigInt

/// The decimal digits of a number with a point, without its sign: `0.` followed by the digits, times ten to the power of `exponent`.
struct DecimalDigits {
  /// ASCII digits; the first is none of zero, unless the number is zero.
  var digits: [UInt8]
  var exponent: Int

  /// The fewest digits from which the same number is read again.
  init(shortest value: Double) {
    var digits: [UInt8] = []
    var exponent = 0
    var point: Int?
    var isExponent = false
    var exponentText = ""
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"): isExponent = true
      case _ where isExponent: exponentText.unicodeScalars.append(Unicode.Scalar(byte))
      default: digits.append(byte)
      }
    }
    exponent = (point ?? digits.count) + (Int(exponentText) ?? 0)
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    self.digits = digits.isEmpty ? [UInt8(ascii: "0")] : digits
    self.exponent = digits.isEmpty ? 1 : exponent
  }

  /// So many digits of a finite number, rounded once, half to even.
  init(_ value: Double, count: Int) {
    guard value != 0 else {
      digits = Array(repeating: UInt8(ascii: "0"), count: max(count, 1))
      exponent = 1
      return
    }
    var exponent = DecimalDigits(shortest: value).exponent
    var digits = Self.scaled(value, count - exponent)
    // The shortest form may be rounded over a power of ten that the number itself does not reach.
    if digits.count < count {
      exponent -= 1
      digits = Self.scaled(value, count - exponent)
    }
    if digits.count > count {
      exponent += 1
      digits = Self.scaled(value, count - exponent)
    }
    self.digits = digits
    self.exponent = exponent
  }

  /// The digits of the finite number times ten to the power of `places`, rounded to a whole number, half to even.
  static func scaled(_ value: Double, _ places: Int) -> [UInt8] {
    let implicit: UInt64 = value.isNormal ? 1 << 52 : 0
    let exponent = max(Int(value.exponentBitPattern), 1) - 1075
    var numerator = BigUInt(value.significandBitPattern | implicit)
    var denominator = BigUInt(1)
    if exponent > 0 { numerator <<= exponent } else { denominator <<= -exponent }
    if places > 0 {
      numerator *= BigUInt(10).power(places)
    } else {
      denominator *= BigUInt(10).power(-places)
    }
    var (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    remainder <<= 1
    if remainder > denominator || (remainder == denominator && quotient & 1 == 1) { quotient += 1 }
    return Array(String(quotient).utf8)
  }

  /// The digits written out, with the point where it belongs.
  var fixed: String {
    let text = String(decoding: digits, as: UTF8.self)
    if exponent <= 0 { return "0." + String(repeating: "0", count: -exponent) + text }
    guard exponent < digits.count else {
      return text + String(repeating: "0", count: exponent - digits.count)
    }
    return "\(text.prefix(exponent)).\(text.dropFirst(exponent))"
  }

  /// The digits as `d.ddde±dd`.
  var scientific: String {
    let text = String(decoding: digits, as: UTF8.self)
    let power = exponent - 1
    let size = String(power.magnitude)
    return text.prefix(1) + (text.utf8.count > 1 ? "." : "") + text.dropFirst()
      + (power < 0 ? "e-" : "e+") + (size.utf8.count < 2 ? "0" : "") + size
  }

  /// Without zeros at the end.
  var trimmed: DecimalDigits {
    var result = self
    while result.digits.count > 1, result.digits.last == UInt8(ascii: "0") {
      result.digits.removeLast()
    }
    return result
  }
}
