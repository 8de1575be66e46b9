/// Numeric addresses of machines in the one form in which they are compared.
enum MachineAddress {
  /// Whether a label is a number, decimal or hexadecimal: a name that ends in one is an address.
  static func isNumber(_ label: String) -> Bool {
    let bytes = label.utf8
    if bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return true }
    return label.hasPrefix("0x") && (bytes.count == 2 || number(label) != nil)
  }

  /// Four decimal numbers, from any of the forms that browsers take: `0x7f.1` is `127.0.0.1`.
  ///
  /// - Returns: `nil` if it is none.
  /// - Source: WHATWG URL Standard, IPv4 parser.
  static func version4(_ labels: [String]) -> String? {
    guard (1...4).contains(labels.count) else { return nil }
    let numbers = labels.compactMap(number)
    guard numbers.count == labels.count, let last = numbers.last else { return nil }
    guard numbers.dropLast().allSatisfy({ $0 < 256 }), last < 1 << (8 * (5 - numbers.count)) else {
      return nil
    }
    var value = last
    for (position, number) in numbers.dropLast().enumerated() {
      value += number << (8 * (3 - position))
    }
    return [24, 16, 8, 0].map { String(value >> $0 & 255) }.joined(separator: ".")
  }

  /// Decimal, `0x…` hexadecimal or `0…` octal.
  private static func number(_ label: String) -> Int? {
    if label == "0x" { return 0 }
    let (digits, radix): (Substring, Int) =
      if label.hasPrefix("0x") {
        (label.dropFirst(2), 16)
      } else if label.hasPrefix("0"), label.count > 1 {
        (label.dropFirst(), 8)
      } else {
        (label[...], 10)
      }
    // `Int` would take a sign.
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
      return nil
    }
    return Int(digits, radix: radix)
  }

  /// The form of RFC 5952: no leading zeros, the longest run of zeros as `::`.
  ///
  /// - Returns: `nil` if it is no address, or one with the name of a network interface.
  static func version6(_ bytes: ArraySlice<UInt8>) -> String? {
    var text = String(decoding: bytes, as: UTF8.self).lowercased()
    if text.contains("."), let colon = text.lastIndex(of: ":") {
      let tail = text[text.index(after: colon)...].split(
        separator: ".", omittingEmptySubsequences: false)
      let numbers = tail.compactMap { $0.utf8.count <= 3 ? UInt8($0) : nil }
      guard tail.count == 4, numbers.count == 4 else { return nil }
      let groups = [0, 2].map { Int(numbers[$0]) << 8 | Int(numbers[$0 + 1]) }
      text = text[...colon] + groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard let groups = groups(of: text) else { return nil }
    return shortened(groups)
  }

  private static func groups(of text: String) -> [UInt16]? {
    func parsed(_ part: some StringProtocol) -> [UInt16]? {
      if part.isEmpty { return [] }
      let words = part.split(separator: ":", omittingEmptySubsequences: false)
      let groups = words.compactMap { word in
        word.utf8.count <= 4 && word.utf8.allSatisfy({ $0 != UInt8(ascii: "+") })
          ? UInt16(word, radix: 16) : nil
      }
      return groups.count == words.count ? groups : nil
    }
    guard let gap = text.firstRange(of: "::") else {
      let groups = parsed(text)
      return groups?.count == 8 ? groups : nil
    }
    guard let head = parsed(text[..<gap.lowerBound]), let tail = parsed(text[gap.upperBound...]),
      head.count + tail.count < 8
    else { return nil }
    return head + [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  private static func shortened(_ groups: [UInt16]) -> String {
    var longest = 0..<0
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
      if index - start > longest.count { longest = start..<index }
      start = index + 1
    }
    func text(_ part: ArraySlice<UInt16>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard longest.count > 1 else { return text(groups[...]) }
    return text(groups[..<longest.lowerBound]) + "::" + text(groups[longest.upperBound...])
  }
}
