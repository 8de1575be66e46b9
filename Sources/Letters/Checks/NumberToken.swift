/// A number that a text prints in figures.
struct NumberToken: Hashable, Sendable {
  /// The digits without grouping; decimals after a point.
  let value: String
  /// UTF-8 offsets in the text.
  let range: Range<Int>

  /// All numbers of `text` in order. Groups of three digits joined by no-break spaces are one number; so are figures with a decimal comma.
  static func all(in text: String) -> [NumberToken] {
    let bytes = Array(text.utf8)
    func isDigit(_ offset: Int) -> Bool {
      offset < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset])
    }
    /// The length of a no-break space of either width at `offset`.
    func groupSpace(_ offset: Int) -> Int? {
      if bytes[offset...].starts(with: [0xC2, 0xA0]) { return 2 }
      if bytes[offset...].starts(with: [0xE2, 0x80, 0xAF]) { return 3 }
      return nil
    }
    func digits(from start: Int) -> Int {
      var end = start
      while isDigit(end) { end += 1 }
      return end
    }
    var tokens: [NumberToken] = []
    var offset = 0
    while offset < bytes.count {
      guard isDigit(offset) else {
        offset += 1
        continue
      }
      var end = digits(from: offset)
      var value = Array(bytes[offset..<end])
      if end - offset <= 3 {
        while end < bytes.count, let space = groupSpace(end),
          digits(from: end + space) == end + space + 3
        {
          value += bytes[end + space..<end + space + 3]
          end += space + 3
        }
      }
      if end < bytes.count, bytes[end] == UInt8(ascii: ","), isDigit(end + 1) {
        let fraction = digits(from: end + 1)
        value += [UInt8(ascii: ".")] + bytes[end + 1..<fraction]
        end = fraction
      }
      tokens.append(NumberToken(value: String(decoding: value, as: UTF8.self), range: offset..<end))
      offset = end
    }
    return tokens
  }
}
