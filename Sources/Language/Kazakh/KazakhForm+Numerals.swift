extension KazakhForm {
  /// Appends the ending of an ordinal; `false` if the stem is no number or the style is no ending.
  ///
  /// Of words the spoken style is the only one: жиырмасыншы, қырқыншы.
  mutating func appendOrdinal(_ style: KazakhOrdinalStyle) -> Bool {
    guard let numeral = KazakhNumeral(stem), style != .bareHyphen else { return false }
    if stem.kind == .figures {
      // After Roman numerals no ending is written: XXI ғасыр.
      if numeral == .roman { return true }
      guard style == .spoken, numeral == .word("жиырма") else {
        append(.ordinal(style))
        return true
      }
    } else if style == .short {
      return false
    }
    switch numeral {
    case .word("жиырма"):
      append("сыншы", replacing: nil, reading: KazakhReading(.back, .vowel))
    case .word("қырық") where stem.kind == .word:
      append("қыншы", replacing: .init(dropping: 4), reading: .init(.back, .vowel))
    default: append(.ordinal(.spoken))
    }
    return true
  }

  /// Appends -ау, -еу; `false` if the stem is no number from 1 to 7.
  mutating func appendCollective() -> Bool {
    guard let numeral = KazakhNumeral(stem), let value = numeral.value, (1...7).contains(value),
      stem.text == String(stem.word), stem.kind == .word || stem.text == String(value)
    else { return false }
    let harmony = stem.reading.harmony
    // The last vowel of екі, алты, жеті gives way.
    let isVowel = stem.kind == .word && stem.reading.final == .vowel
    append(
      harmony == .back ? "ау" : "еу", replacing: isVowel ? .init(dropping: 2) : nil,
      reading: KazakhReading(harmony, .glide))
    return true
  }
}

/// The last word with which a number is spoken, where that word has forms of its own.
enum KazakhNumeral: Hashable {
  /// A word of the language: «жиырма».
  case word(String)
  /// A Roman numeral.
  case roman

  init?(_ stem: KazakhStem) {
    switch stem.kind {
    case .figures:
      let digits = stem.word.utf8.reversed().prefix(while: { (0x30...0x39).contains($0) })
      guard !digits.isEmpty else {
        self = .roman
        return
      }
      let value = digits.prefix(18).reversed().reduce(0) { $0 * 10 + Int($1 - 0x30) }
      self = .word(Self.lastWord(of: value))
    case .word:
      let word = stem.word.lowercased()
      guard Self.words.contains(where: { $0.word == word }) else { return nil }
      self = .word(word)
    default: return nil
    }
  }

  /// What the last word stands for.
  var value: Int? {
    guard case .word(let word) = self else { return nil }
    return Self.words.first { $0.word == word }?.value
  }

  private static func lastWord(of number: Int) -> String {
    guard number != 0 else { return "нөл" }
    var rest = number
    var power = 1
    while rest % 10 == 0 {
      rest /= 10
      power *= 10
    }
    // From a hundred on only the last power is spoken last: 2000 is «екі мың».
    let value = power < 100 ? rest % 10 * power : power < 1000 ? 100 : power
    return words.last { $0.value <= value }?.word ?? "нөл"
  }

  private static let words: [(value: Int, word: String)] = [
    (0, "нөл"), (1, "бір"), (2, "екі"), (3, "үш"), (4, "төрт"), (5, "бес"), (6, "алты"),
    (7, "жеті"), (8, "сегіз"), (9, "тоғыз"), (10, "он"), (20, "жиырма"), (30, "отыз"),
    (40, "қырық"), (50, "елу"), (60, "алпыс"), (70, "жетпіс"), (80, "сексен"), (90, "тоқсан"),
    (100, "жүз"), (1000, "мың"), (1_000_000, "миллион"), (1_000_000_000, "миллиард"),
    (1_000_000_000_000, "триллион"), (1_000_000_000_000_000, "квадриллион"),
    (1_000_000_000_000_000_000, "квинтиллион"),
  ]
}
