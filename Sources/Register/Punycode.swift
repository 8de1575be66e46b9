/// Unicode labels of host names as ASCII: RFC 3492 with the parameters of its section 5.
enum Punycode {
  private static let base = 36
  private static let tMin = 1
  private static let tMax = 26
  private static let skew = 38
  private static let damp = 700
  private static let initialBias = 72
  private static let initialN: UInt32 = 128

  /// Returns the encoded form of `label` without the prefix `xn--`, or `nil` on overflow (section 6.4).
  ///
  ///     Punycode.encode("қаз")   // "80ao21a"
  static func encode(_ label: [Unicode.Scalar]) -> String? {
    var output = label.filter(\.isASCII).map { UInt8($0.value) }
    let basicCount = output.count
    if basicCount > 0 { output.append(UInt8(ascii: "-")) }

    var n = initialN
    var delta = 0
    var bias = initialBias
    var handled = basicCount
    while handled < label.count {
      guard let next = label.lazy.map(\.value).filter({ $0 >= n }).min() else { return nil }
      let (step, overflow) = Int(next - n).multipliedReportingOverflow(by: handled + 1)
      guard !overflow else { return nil }
      delta += step
      n = next
      for scalar in label {
        if scalar.value < n { delta += 1 }
        guard scalar.value == n else { continue }
        appendVariableLength(delta, bias: bias, to: &output)
        bias = adapt(delta, points: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      n += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Returns the label that `encoded`, without the prefix `xn--`, stands for, or `nil` if it is no such form (section 6.2).
  ///
  /// - Complexity: O(*n*²) in its length, which a host name keeps below 60.
  static func decode(_ encoded: some StringProtocol) -> [Unicode.Scalar]? {
    let bytes = Array(encoded.utf8)
    let delimiter = bytes.lastIndex(of: UInt8(ascii: "-"))
    var output = bytes[..<(delimiter ?? 0)].map { Unicode.Scalar($0) }
    guard output.allSatisfy(\.isASCII) else { return nil }
    var position = delimiter.map { $0 + 1 } ?? 0
    var n = Int(initialN)
    var index = 0
    var bias = initialBias
    while position < bytes.count {
      let start = index
      var weight = 1
      var k = base
      while true {
        guard position < bytes.count, let digit = value(of: bytes[position]) else { return nil }
        position += 1
        index += digit * weight
        let threshold = min(max(k - bias, tMin), tMax)
        guard index <= Int(UInt32.max) else { return nil }
        if digit < threshold { break }
        weight *= base - threshold
        guard weight <= Int(UInt32.max) else { return nil }
        k += base
      }
      let count = output.count + 1
      bias = adapt(index - start, points: count, isFirst: start == 0)
      n += index / count
      index %= count
      guard let scalar = UInt32(exactly: n).flatMap(Unicode.Scalar.init) else { return nil }
      output.insert(scalar, at: index)
      index += 1
    }
    return output
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit - UInt8(ascii: "0")) + 26
    default: nil
    }
  }

  /// Section 6.3, the inner loop: a number as digits whose weights depend on `bias`.
  private static func appendVariableLength(_ number: Int, bias: Int, to output: inout [UInt8]) {
    var rest = number
    var k = base
    while true {
      let threshold = min(max(k - bias, tMin), tMax)
      guard rest >= threshold else { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      k += base
    }
    output.append(digit(rest))
  }

  /// Section 6.1.
  private static func adapt(_ delta: Int, points: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / points
    var k = 0
    while delta > ((base - tMin) * tMax) / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + skew)
  }

  private static func digit(_ value: Int) -> UInt8 {
    value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
  }
}
