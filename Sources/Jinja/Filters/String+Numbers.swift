import BigInt

extension String {
  /// Python reads no longer numbers than this.
  private static let maximumDigits = 4300

  /// The text without white space around it, with plain digits for those of other scripts.
  private var numeral: [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in stripped(nil).unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if scalar.properties.numericType == .decimal,
        let digit = scalar.properties.numericValue
      {
        bytes.append(UInt8(ascii: "0") + UInt8(digit))
      } else {
        return nil
      }
    }
    return bytes
  }

  /// The whole number that the text writes in digits of `base`, as Python's `int` reads it: with `0x` and the like where the base fits, and underscores between digits.
  func wholeNumber(base: Int) -> BigInt? {
    guard base == 0 || (2...36).contains(base), let bytes = numeral else { return nil }
    var rest = bytes[...]
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var radix = base
    let marks: [UInt8: Int] = [
      UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2,
    ]
    if rest.first == UInt8(ascii: "0"), rest.count > 1,
      let marked = marks[rest[rest.startIndex + 1] | 0x20], base == 0 || base == marked
    {
      radix = marked
      rest = rest.dropFirst(2)
      if rest.first == UInt8(ascii: "_") { rest.removeFirst() }
    } else if base == 0 {
      radix = 10
      // Zeros before other digits could be meant as octal, which Python refuses to guess.
      if rest.first == UInt8(ascii: "0"), rest.contains(where: { $0 > 0x30 && $0 < 0x3A }) {
        return nil
      }
    }
    guard rest.count <= Self.maximumDigits, let digits = Self.withoutUnderscores(rest) else {
      return nil
    }
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.allSatisfy({ $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }),
      let number = BigInt(text, radix: radix)
    else { return nil }
    return isNegative ? -number : number
  }

  /// The number with a point that the text writes, as Python's `float` reads it.
  var decimalNumber: Double? {
    guard let bytes = numeral, bytes.count <= 100_000,
      var rest = Self.withoutUnderscores(bytes[...])
    else { return nil }
    var sign = 1.0
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      if first == UInt8(ascii: "-") { sign = -1 }
      rest.removeFirst()
    }
    let text = String(decoding: rest, as: UTF8.self)
    switch text.lowercased() {
    case "inf", "infinity": return sign * .infinity
    case "nan": return .nan
    default: break
    }
    var digits = 0
    var seenPoint = false
    for (index, byte) in rest.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ".") where !seenPoint: seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        var exponent = rest[(index + 1)...]
        if let sign = exponent.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
          exponent.removeFirst()
        }
        guard digits > 0, !exponent.isEmpty, exponent.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Double(text).map { $0 * sign }
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    return Double(text).map { $0 * sign }
  }

  /// The bytes without underscores, each of which must stand between digits or letters.
  private static func withoutUnderscores(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var previous: UInt8?
    for byte in bytes {
      if byte == UInt8(ascii: "_") {
        guard let previous, isAlphanumeric(previous) else { return nil }
      } else {
        if previous == UInt8(ascii: "_"), !isAlphanumeric(byte) { return nil }
        result.append(byte)
      }
      previous = byte
    }
    return previous == UInt8(ascii: "_") || result.isEmpty ? nil : result
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
