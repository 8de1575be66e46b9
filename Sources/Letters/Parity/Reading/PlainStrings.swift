// What the checks ask of words most, in this module: the answers of the standard library, which compares letter by letter as Unicode
// composes them, given by the bytes wherever no composed letter or mark can change them.

extension String {
  /// Whether the text begins with another.
  func hasPrefix(_ prefix: String) -> Bool {
    answer(prefix) { text, prefix in
      let common = Bytes.common(text, prefix)
      guard common == prefix.count else { return Bytes.differ(text, prefix, at: common) }
      return common == text.count || Bytes.isPlain(text, at: common) ? true : nil
    } ?? Substring(self).hasPrefix(prefix)
  }

  /// Whether the text ends with another.
  func hasSuffix(_ suffix: String) -> Bool {
    answer(suffix) { text, suffix in
      let common = Bytes.commonEnd(text, suffix)
      let (left, right) = (text.count - common, suffix.count - common)
      if right == 0 { return common == 0 || Bytes.isPlain(suffix, at: 0) ? true : nil }
      return Bytes.isPlain(text, before: left) && Bytes.isPlain(suffix, before: right)
        ? false : nil
    } ?? Substring(self).hasSuffix(suffix)
  }

  static func == (left: String, right: String) -> Bool {
    left.answer(right) { left, right in
      let common = Bytes.common(left, right)
      if common == left.count, common == right.count { return true }
      return Bytes.differ(left, right, at: common)
    } ?? (Substring(left) == Substring(right))
  }

  /// What the bytes of two texts tell; `nil` where they do not.
  private func answer(
    _ other: String,
    _ compare: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool?
  ) -> Bool? {
    utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { compare(bytes, $0) } ?? nil
    } ?? nil
  }

  /// Whether the bytes of another text stand at the beginning of this one.
  func begins(withBytesOf prefix: String) -> Bool {
    answer(prefix) { Bytes.common($0, $1) == $1.count } ?? utf8.starts(with: prefix.utf8)
  }

  /// Whether the bytes of another text stand in this one.
  func holds(_ sought: String) -> Bool {
    answer(sought) { bytes, sought in
      var start = 0
      while start + sought.count <= bytes.count {
        if bytes[start..<start + sought.count].elementsEqual(sought) { return true }
        start += 1
      }
      return false
    } ?? contains(sought)
  }
}

/// Whether a text is that of a `case`.
func ~= (pattern: String, text: String) -> Bool { text == pattern }

extension Array<String> {
  /// Whether a text is among these.
  func contains(_ text: String) -> Bool { contains { $0 == text } }
}

/// Texts as bytes.
enum Bytes {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// How many bytes two texts have in common at their beginnings.
  static func common(_ left: Text, _ right: Text) -> Int {
    let count = min(left.count, right.count)
    var index = 0
    while index < count, left[index] == right[index] { index += 1 }
    return index
  }

  /// How many bytes they have in common at their ends.
  static func commonEnd(_ left: Text, _ right: Text) -> Int {
    let count = min(left.count, right.count)
    var length = 0
    while length < count, left[left.count - 1 - length] == right[right.count - 1 - length] {
      length += 1
    }
    return length
  }

  /// Whether the letter that ends before `end`, or of which that is the midst, is not composed with others.
  static func isPlain(_ text: Text, before end: Int) -> Bool {
    guard end > 0 else { return true }
    var start = end - 1
    while start > 0, isInside(text[start]) { start -= 1 }
    return isPlain(text, at: start)
  }

  /// That two texts differ where their bytes do for the first time; `nil` if they may be the same letters composed otherwise.
  static func differ(_ left: Text, _ right: Text, at index: Int) -> Bool? {
    var start = index
    let isCut =
      index < left.count && isInside(left[index]) || index < right.count && isInside(right[index])
    if isCut {
      // Before that place the bytes of both are the same.
      repeat { start -= 1 } while start > 0 && isInside(left[start])
    }
    if isSurelyPlain(left, from: start), isSurelyPlain(right, from: start) { return false }
    return isPlain(left, from: start) && isPlain(right, from: start) ? false : nil
  }

  /// Whether two letters from `start` on are Russian or figures and letters of English, which most are.
  private static func isSurelyPlain(_ text: Text, from start: Int) -> Bool {
    guard start < text.count else { return true }
    guard isSurelyPlain(text[start]) else { return false }
    let next = start + (text[start] < 0x80 ? 1 : 2)
    return next >= text.count || isSurelyPlain(text[next])
  }

  /// The first bytes of most of Cyrillic, and what ASCII has from the space on.
  private static func isSurelyPlain(_ byte: UInt8) -> Bool {
    byte | 1 == 0xD1 || (0x20..<0x7F).contains(byte)
  }

  /// Whether no letter is composed with others.
  static func isPlain(_ text: Text) -> Bool {
    var index = 0
    while index < text.count {
      // Latin without marks and most of Cyrillic.
      let byte = text[index]
      if byte < 0x80 && byte != 0x0D && byte != 0x0A || byte == 0xD0 || byte == 0xD1
        || isInside(byte)
      {
        index += 1
      } else if isPlain(text, at: index) {
        index += 1
      } else {
        return false
      }
    }
    return true
  }

  /// Whether neither the letter at `start` nor the one after it is composed with others.
  private static func isPlain(_ text: Text, from start: Int) -> Bool {
    guard start < text.count else { return true }
    guard isPlain(text, at: start) else { return false }
    var next = start + 1
    while next < text.count, isInside(text[next]) { next += 1 }
    return next == text.count || isPlain(text, at: next)
  }

  private static func isInside(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Whether a letter, figure or mark begins here that is not composed with what is before it: Latin, Cyrillic and the punctuation of
  /// letters.
  static func isPlain(_ text: Text, at index: Int) -> Bool {
    switch text[index] {
    case 0xD0, 0xD1: true
    case 0x0A, 0x0D: false
    case ..<0x80, 0xC2...0xC9, 0xD3: true
    case 0xD2: index + 1 < text.count && text[index + 1] >= 0x8A
    case 0xE2:
      index + 2 < text.count
        && (text[index + 1] == 0x80 && (0x90...0xA7).contains(text[index + 2])
          || text[index + 1] == 0x84 && text[index + 2] == 0x96)
    default: false
    }
  }
}
