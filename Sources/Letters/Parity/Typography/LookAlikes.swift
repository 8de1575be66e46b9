/// Letters of one alphabet that look like those of another.
enum LookAlikes {
  /// The Cyrillic letter that a Latin or Greek one is taken for; `nil` where none looks like it.
  static func cyrillic(for letter: Unicode.Scalar) -> Unicode.Scalar? { cyrillicLetters[letter] }

  /// The Latin letter that a Cyrillic one is taken for.
  static func latin(for letter: Unicode.Scalar) -> Unicode.Scalar? { latinLetters[letter] }

  /// The letter of the Kazakh alphabet that one of another Cyrillic alphabet is taken for.
  static func kazakh(for letter: Unicode.Scalar) -> Unicode.Scalar? { strangeLetters[letter] }

  /// Whether a letter is taken for one of the Kazakh alphabet. No letter of Russian is, so that most cost no look into the table.
  static func isStrange(_ letter: Unicode.Scalar) -> Bool {
    !(0x410...0x44F).contains(letter.value) && strangeLetters[letter] != nil
  }

  private static let cyrillicLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "I": "І", "K": "К", "M": "М", "O": "О",
    "P": "Р",
    "T": "Т", "X": "Х", "Y": "У", "a": "а", "c": "с", "e": "е", "i": "і", "k": "к", "m": "м",
    "o": "о",
    "p": "р", "x": "х", "y": "у", "h": "һ", "ə": "ә", "Ə": "Ә", "ɵ": "ө", "Ɵ": "Ө", "ë": "ё",
    "Ë": "Ё", "n": "п",
    "u": "и", "ÿ": "ӱ", "l": "І", "r": "г", "b": "ь", "ı": "і", "İ": "І", "ç": "ҫ", "ƙ": "қ",
    "α": "а", "ε": "е", "ι": "і", "κ": "к", "ο": "о", "ρ": "р", "υ": "у", "χ": "х", "Α": "А",
    "Β": "В",
    "Ε": "Е", "Η": "Н", "Ι": "І", "Κ": "К", "Μ": "М", "Ο": "О", "Ρ": "Р", "Τ": "Т", "Χ": "Х",
    "Υ": "У",
    "Γ": "Г", "Π": "П", "Φ": "Ф", "Λ": "Л",
  ]

  private static let latinLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "І": "I", "К": "K", "М": "M", "О": "O",
    "Р": "P",
    "Т": "T", "Х": "X", "У": "Y", "а": "a", "с": "c", "е": "e", "і": "i", "о": "o", "р": "p",
    "х": "x",
    "у": "y", "һ": "h", "ә": "ə", "к": "k", "м": "m", "т": "t", "Ү": "Y",
  ]

  private static let strangeLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "ѳ": "ө", "Ѳ": "Ө", "ҝ": "қ", "Ҝ": "Қ", "ӄ": "қ", "Ӄ": "Қ", "ҟ": "қ", "Ҟ": "Қ", "ӊ": "ң",
    "Ӊ": "Ң", "ӈ": "ң",
    "Ӈ": "Ң", "ӻ": "ғ", "Ӻ": "Ғ", "Ӏ": "І", "ӏ": "і", "ї": "і", "Ї": "І", "ҕ": "ғ", "Ҕ": "Ғ",
    "ӡ": "з",
    "ѕ": "с", "Ѕ": "С", "ј": "ж", "Ј": "Ж", "ӓ": "ә", "Ӓ": "Ә", "ӛ": "ә", "Ӛ": "Ә", "ӧ": "ө",
    "Ӧ": "Ө",
    "ӱ": "ү", "Ӱ": "Ү", "ў": "ұ", "Ў": "Ұ", "ҥ": "ң", "Ҥ": "Ң", "ҳ": "һ", "Ҳ": "Һ",
  ]
}
