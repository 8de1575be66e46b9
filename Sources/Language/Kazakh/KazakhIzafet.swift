/// Recognises words that already carry the possessive suffix of the third person, as the heads of official names do:
/// «Қаржы министрлігі», «депутаттар фракциясы». Their case endings differ: министрлігіне, not министрлігіге.
enum KazakhIzafet {
  /// Whether a word is possessed by its ending, or as the head of a phrase.
  static func isPossessed(
    _ word: KazakhLetters, isPhrase: Bool, lexicon: ReadingLexicon
  ) -> Bool {
    guard word.last == "ы" || word.last == "і" else { return false }
    let isLong = word.count >= 6
    if isLong || word.isCapitalised && word.count >= 5 {
      switch (word[fromEnd: 2], word[fromEnd: 1]) {
      // -ұлы, -қызы
      case ("ұ", "л"): return true
      case ("ы", "з") where word[fromEnd: 3] == "қ": return true
      default: break
      }
    }
    if isLong {
      switch (word[fromEnd: 2], word[fromEnd: 1]) {
      // -лары, -лері, -дары, -дері, -тары, -тері
      case ("а", "р") where word.last == "ы", ("е", "р") where word.last == "і":
        if isPluralOnset(word[fromEnd: 3]) { return true }
      case _ where abstractEnding(of: word) != nil: return true
      default: break
      }
    }
    return isPhrase && lexicon.head(of: word) != nil
  }

  /// The word beneath the possessive suffix of `stem`, in small letters: «министрлік» of «министрлігі»; `nil` where it
  /// is not known.
  static func plainWord(of stem: KazakhStem, lexicon: ReadingLexicon) -> String? {
    let written = String(stem.word)
    let word = KazakhLetters(written)
    if let head = lexicon.head(of: word) { return head }
    if let ending = abstractEnding(of: word) { return written.lowercased().dropLast(2) + ending }
    return word[fromEnd: 1] == "р" ? String(written.lowercased().dropLast()) : nil
  }

  private static func isPluralOnset(_ letter: Unicode.Scalar) -> Bool {
    letter == "л" || letter == "д" || letter == "т"
  }

  /// The last letter of a noun in -лық, -дік, -тық … of which the word is the possessed form: -лығы, -дігі.
  private static func abstractEnding(of word: KazakhLetters) -> String? {
    guard isPluralOnset(word[fromEnd: 3]) else { return nil }
    switch (word[fromEnd: 2], word[fromEnd: 1], word.last) {
    case ("ы", "ғ", "ы"): return "қ"
    case ("і", "г", "і"): return "к"
    default: return nil
    }
  }
}
