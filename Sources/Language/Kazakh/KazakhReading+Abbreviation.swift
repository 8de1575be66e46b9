extension KazakhReading {
  /// The reading of an abbreviation that the lexicon does not know: as a word if it can be pronounced (НАТО-ның,
  /// БАҚ-та), otherwise by the name of its last letter (ІІМ-ге, ТМД-ға).
  ///
  /// - Source: emle.kz, orthography of abbreviations §73–75, and the attested forms that agree with it.
  static func abbreviation(
    _ letters: KazakhLetters, isAllCapitals: Bool
  ) -> (reading: KazakhReading, asWord: Bool) {
    let last = letters.last
    if isAllCapitals, letters.count >= 3, isPronounceable(letters) {
      let asWord =
        last.isLatinLetter
        ? KazakhReading(latin: letters)
        : KazakhReading(harmony(of: letters, isName: false).0, finalSound(of: letters))
      return (asWord, true)
    }
    return (last.isLatinLetter ? latinLetterName(last) : letterName(last), false)
  }

  /// Has a vowel, begins and ends with at most one consonant, and has no two vowels together.
  private static func isPronounceable(_ letters: KazakhLetters) -> Bool {
    func isVowel(_ distance: Int) -> Bool {
      letters[fromEnd: distance].isKazakhVowel || letters[fromEnd: distance].isLatinVowel
    }
    let first = letters.count - 1
    guard isVowel(0) || isVowel(1), isVowel(first) || isVowel(first - 1) else { return false }
    return !(0..<first).contains { isVowel($0) && isVowel($0 + 1) }
  }

  /// How the name of a Cyrillic letter sounds: а, кі, эм, and «сы» with all other consonants.
  private static func letterName(_ letter: Unicode.Scalar) -> KazakhReading {
    switch letter {
    case "а", "о", "ұ", "ы", "я": KazakhReading(.back, .vowel)
    case "у", "ю": KazakhReading(.back, .glide)
    case "ә", "е", "ё", "і", "ө", "ү", "э": KazakhReading(.front, .vowel)
    case "и": KazakhReading(.front, .glide)
    case "к", "г": KazakhReading(.front, .vowel)
    case "м", "н": KazakhReading(.front, .nasal)
    case "л": KazakhReading(.front, .lateral)
    default: KazakhReading(.back, .vowel)
    }
  }

  /// How the English name of a Latin letter sounds in Kazakh speech: «ай-пи», «эс-эм-эс».
  private static func latinLetterName(_ letter: Unicode.Scalar) -> KazakhReading {
    switch letter {
    case "a", "j", "k": KazakhReading(.front, .rhotic)
    case "b", "c", "d", "e", "g", "p", "t", "v": KazakhReading(.front, .glide)
    case "f", "h", "s", "x": KazakhReading(.front, .other)
    case "i", "y": KazakhReading(.back, .rhotic)
    case "l": KazakhReading(.front, .lateral)
    case "m", "n": KazakhReading(.front, .nasal)
    case "r": KazakhReading(.back, .rhotic)
    case "z": KazakhReading(.front, .other)
    default: KazakhReading(.back, .glide)
    }
  }
}
