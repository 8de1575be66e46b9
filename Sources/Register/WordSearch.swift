/// The search for a word in a text, whatever the case of letters; SQLite itself knows the case of Latin letters only.
///
/// Letters of Latin without accents and of Cyrillic are compared as bytes: a search that finds nothing looks at every record of a
/// register, and takes a tenth of the time that it takes with `lowercased()` and `contains(_:)`.
enum WordSearch {
  /// Whether `text` has `word`, which is in small letters.
  static func contains(_ text: String, _ word: String) -> Bool {
    var (text, word) = (text, word)
    let isFound = word.withUTF8 { word -> Bool? in
      guard isPlain(word) else { return nil }
      return text.withUTF8 { text -> Bool? in
        guard isPlain(text) else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { small in
          writeSmall(text, to: small)
          return has(UnsafeBufferPointer(small), word)
        }
      }
    }
    return isFound ?? text.lowercased().contains(word)
  }

  /// Whether each byte belongs to a letter of ASCII or Cyrillic (U+0400 to U+04FF), or to a sign that has no case and joins no
  /// other: of Latin-1 (U+00A0 to U+00BF) and general punctuation without what is invisible (U+2010 to U+2027).
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      switch text[index] {
      // A carriage return and a line feed are one character.
      case 0x0D: return false
      case ..<0x80: index += 1
      // U+0483 to U+0489 are joined to the letter before them.
      case 0xD2 where (0x83...0x89).contains(text[index + 1]): return false
      case 0xD0...0xD3,
        0xC2 where text[index + 1] >= 0xA0:
        index += 2
      case 0xE2 where text[index + 1] == 0x80 && (0x90...0xA7).contains(text[index + 2]):
        index += 3
      default: return false
      }
    }
    return true
  }

  private static func writeSmall(
    _ text: UnsafeBufferPointer<UInt8>, to small: UnsafeMutableBufferPointer<UInt8>
  ) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard (0xD0...0xD3).contains(byte) else {
        small[index] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
        index += 1
        continue
      }
      let letter = smallLetter(UInt16(byte & 0x1F) << 6 | UInt16(text[index + 1] & 0x3F))
      small[index] = 0xC0 | UInt8(letter >> 6)
      small[index + 1] = 0x80 | UInt8(letter & 0x3F)
      index += 2
    }
  }

  /// - Source: Unicode, block Cyrillic.
  private static func smallLetter(_ letter: UInt16) -> UInt16 {
    switch letter {
    case 0x400...0x40F: letter + 0x50
    case 0x410...0x42F: letter + 0x20
    case 0x4C0: 0x4CF
    case 0x4C1...0x4CE: letter.isMultiple(of: 2) ? letter : letter + 1
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x4FF: letter | 1
    default: letter
    }
  }

  private static func has(
    _ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = word.first else { return true }
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { start in
      text[start] == first && word.indices.allSatisfy { text[start + $0] == word[$0] }
    }
  }
}
