/// What the rules ask about one letter, in small letters unless they ask for capitals.
///
/// Cyrillic and Latin letters are told by their place in the code charts; whatever else a text holds is looked up.
extension Unicode.Scalar {
  var isKazakhVowel: Bool {
    switch self {
    case "а", "ә", "е", "ё", "и", "о", "ө", "у", "ұ", "ү", "ы", "і", "э", "ю", "я": true
    default: false
    }
  }

  /// ь and ъ are written, not heard.
  var isSign: Bool { self == "ь" || self == "ъ" }

  /// қ and ғ stand in back words only.
  var isUvular: Bool { self == "қ" || self == "ғ" }

  /// Letters of borrowed words only, whose final п stays voiceless.
  var isOfLoans: Bool {
    switch self {
    case "в", "ф", "ц", "ч", "щ", "э", "ё", "ъ", "ь": true
    default: false
    }
  }

  /// The class of this letter as the last sound of a word.
  var finalSound: KazakhFinalSound {
    switch self {
    case "и", "у", "ю": .glide
    case "р", "й": .rhotic
    case "л": .lateral
    case "м", "н", "ң": .nasal
    case "з", "ж": .buzzing
    default: isKazakhVowel ? .vowel : .other
    }
  }

  var isDigit: Bool { ("0"..."9").contains(self) }

  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  var isLatinVowel: Bool {
    switch self {
    case "a", "e", "i", "o", "u", "y": true
    default: false
    }
  }

  var isLetter: Bool {
    switch value {
    case 0x400...0x4FF: true
    case 0..<0x80: isLatinLetter
    case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0x2000...0x206F: false
    default: otherIsLetter
    }
  }

  var isUpper: Bool {
    switch value {
    case 0x400...0x42F: true
    case 0x430...0x45F: false
    case 0x48A...0x4BF, 0x4D0...0x4FF: value & 1 == 0
    case 0..<0x80: ("A"..."Z").contains(self)
    case 0x80...0xBF, 0x2000...0x2116: false
    default: otherIsUpper
    }
  }

  var isSpace: Bool {
    switch value {
    case 0x20, 0xA0, 0x9...0xD: true
    case 0x21..<0x80, 0xA1...0x4FF: false
    default: otherIsSpace
    }
  }

  /// The small letter of this one.
  var small: Unicode.Scalar {
    // Most letters are small and Cyrillic already.
    if value &- 0x430 < 0x30 { return self }
    let place: UInt32
    switch value {
    case 0x410...0x42F: place = value + 32
    case 0x400...0x40F: place = value + 80
    case 0x48A...0x4BF, 0x4D0...0x4FF: place = value | 1
    case 0x41...0x5A: place = value + 32
    case 0..<0x80, 0xA0...0xBF, 0x2010...0x2116: return self
    default: return otherSmall
    }
    return Unicode.Scalar(place) ?? self
  }

  // What is looked up, in functions of their own: the others would prepare for it each time.

  @inline(never) private var otherIsLetter: Bool { properties.isAlphabetic }
  @inline(never) private var otherIsUpper: Bool { properties.isUppercase }
  @inline(never) private var otherIsSpace: Bool { properties.isWhitespace }
  @inline(never) private var otherSmall: Unicode.Scalar {
    // A letter whose small form is two scalars is none of ours.
    let mapping = properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first ?? self : self
  }

  /// How many bytes of UTF-8 the letter takes.
  var width: Int {
    switch value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x1_0000: 3
    default: 4
    }
  }

  /// What separates the parts of a compound: «интернет-ресурс», «Қызылорда–Жезқазған».
  var isJoint: Bool {
    switch self {
    case "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "/": true
    default: false
    }
  }

  var isClosing: Bool {
    switch self {
    case "»", "”", "“", "\"", "’", ")": true
    default: false
    }
  }

  var isOpening: Bool {
    switch self {
    case "«", "„", "“", "\"", "‘", "(": true
    default: false
    }
  }
}

extension String {
  /// The scalars of the text, й and ё each one of them however they were typed.
  ///
  /// Returns the text as it was read beside them: only what was typed as two characters differs.
  var composedLetters: (text: String, scalars: [Unicode.Scalar]) {
    var isComposed = true
    let scalars = withBytes { bytes in
      [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { scalars, count in
        var decoder = bytes.makeIterator()
        while let first = decoder.next() {
          let scalar = decoder.scalar(from: first)
          if first == 0xCC, scalar == "\u{306}" || scalar == "\u{308}" { isComposed = false }
          scalars.initializeElement(at: count, to: scalar)
          count += 1
        }
      }
    }
    guard !isComposed else { return (self, scalars) }
    let composed = Self.composed(scalars)
    return (String(letters: composed), composed)
  }

  private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in scalars {
      switch (scalar, result.last) {
      case ("\u{306}", "и"): result[result.count - 1] = "й"
      case ("\u{306}", "И"): result[result.count - 1] = "Й"
      case ("\u{308}", "е"): result[result.count - 1] = "ё"
      case ("\u{308}", "Е"): result[result.count - 1] = "Ё"
      default: result.append(scalar)
      }
    }
    return result
  }

  /// Calls `body` with the text's bytes, which strings of this platform hold in one piece.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }

  init(letters: some Sequence<Unicode.Scalar>) {
    self.init(String.UnicodeScalarView(letters))
  }
}

extension UnsafeBufferPointer<UInt8>.Iterator {
  /// The scalar that begins with the byte `first`, of valid UTF-8.
  fileprivate mutating func scalar(from first: UInt8) -> Unicode.Scalar {
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    var value = UInt32(first & (0x3F >> UInt8(length)))
    for _ in 0..<length { value = value << 6 | UInt32((next() ?? 0) & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
