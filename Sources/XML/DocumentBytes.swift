/// Bytes looked at eight at a time.
extension UnsafeBufferPointer<UInt8> {
  /// Eight bytes, the first one lowest; there must be as many from `index` on.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
  }

  /// Whether the same bytes stand in both ranges, which are of one length.
  @inline(__always)
  func areEqual(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
    var (index, counterpart) = (range.lowerBound, other.lowerBound)
    while index + 8 <= range.upperBound {
      guard word(at: index) == word(at: counterpart) else { return false }
      index += 8
      counterpart += 8
    }
    let rest = range.upperBound - index
    if Swift.max(index, counterpart) + 8 <= count {
      return (word(at: index) ^ word(at: counterpart)) & (1 &<< UInt64(8 &* rest) &- 1) == 0
    }
    return (0..<rest).allSatisfy { self[index + $0] == self[counterpart + $0] }
  }

  @inline(__always)
  func areAlike(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
    range.count == other.count && areEqual(range, other)
  }

  func hold(_ text: StaticString, at range: Range<Int>) -> Bool {
    range.count == text.utf8CodeUnitCount
      && text.withUTF8Buffer { $0.elementsEqual(self[range]) }
  }

  /// The first place from `start` on that holds `<`, `&`, `mark` or a control character, or the end, and whether all before it is ASCII.
  @inline(__always)
  func text(from start: Int, until mark: UInt8) -> (end: Int, isASCII: Bool) {
    var index = start
    var passed: UInt64 = 0
    while index + 8 <= count {
      let word = self.word(at: index)
      let marks =
        word.places(of: UInt8(ascii: "<")) | word.places(of: UInt8(ascii: "&"))
        | word.places(of: mark) | (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
      guard marks == 0 else {
        let bits = UInt64(marks.trailingZeroBitCount) & ~7
        passed |= word & (1 &<< bits &- 1)
        return (index + Int(bits >> 3), passed & 0x8080_8080_8080_8080 == 0)
      }
      passed |= word
      index += 8
    }
    while index < count {
      let byte = self[index]
      if byte < 0x20 || byte == mark || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
        break
      }
      passed |= UInt64(byte)
      index += 1
    }
    return (index, passed & 0x8080_8080_8080_8080 == 0)
  }

  /// The character that stands for one of the five entities of XML, by what stands between `&` and `;`.
  func entity(at range: Range<Int>) -> UInt8? {
    let entities: KeyValuePairs<StaticString, UInt8> = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27,
    ]
    return entities.first { hold($0.key, at: range) }?.value
  }

  func holdXMLCharacters(in range: Range<Int>) -> Bool {
    UnsafeBufferPointer(rebasing: self[range]).holdXMLCharacters
  }

  /// Whether the bytes are UTF-8 in its shortest form and nothing that XML forbids above the control characters.
  var holdXMLCharacters: Bool {
    func continues(_ index: Int) -> Bool { index < count && self[index] & 0xC0 == 0x80 }
    var index = 0
    while index < count {
      index = endOfShortCharacters(from: index)
      guard index < count else { break }
      let byte = self[index]
      switch byte {
      case ..<0x80: index += 1
      case 0xC2...0xDF:
        guard continues(index + 1) else { return false }
        index += 2
      case 0xE0...0xEF:
        guard continues(index + 1), continues(index + 2) else { return false }
        let (second, third) = (self[index + 1], self[index + 2])
        let isOverlong = byte == 0xE0 && second < 0xA0
        let isSurrogate = byte == 0xED && second >= 0xA0
        let isForbidden = byte == 0xEF && second == 0xBF && third >= 0xBE
        guard !isOverlong, !isSurrogate, !isForbidden else { return false }
        index += 3
      case 0xF0...0xF4:
        guard continues(index + 1), continues(index + 2), continues(index + 3) else { return false }
        let second = self[index + 1]
        guard byte != 0xF0 || second >= 0x90, byte != 0xF4 || second < 0x90 else { return false }
        index += 4
      default: return false
      }
    }
    return true
  }

  /// The place up to which the bytes from `start` on are characters of one and two bytes, nearly all that Kazakh and Russian texts
  /// have, as far as it is found eight bytes at a time.
  private func endOfShortCharacters(from start: Int) -> Int {
    let top: UInt64 = 0x8080_8080_8080_8080
    var index = start
    /// The highest bit of the first byte, if the character that it ends was begun before it.
    var begun: UInt64 = 0
    while index + 8 <= count {
      let word = self.word(at: index)
      let high = word & top
      let leading = high & word &<< 1
      // Of a first byte there are bits that only longer characters have, and some that only those have not which are too short.
      let isLonger = leading & word &<< 2
      let isShortest = (word & 0x1E1E_1E1E_1E1E_1E1E) &+ 0x7E7E_7E7E_7E7E_7E7E
      guard isLonger == 0, leading & ~isShortest == 0, high ^ leading == leading &<< 8 | begun
      else { break }
      begun = leading >> 56
      index += 8
    }
    return begun == 0 ? index : index - 1
  }
}

extension UInt64 {
  /// The highest bit of each of its bytes that is `byte`, perhaps of others above the lowest of these.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 {
    let others = self ^ UInt64(byte) &* 0x0101_0101_0101_0101
    return (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
  }
}
