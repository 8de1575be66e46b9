/// The grammar of Russian as official letters use it: pure functions over nouns, figures and dates.
public enum Russian {
  /// Returns the noun whose nominative singular is `word`, from the lexicon or by rule.
  ///
  ///     Russian.noun("письмо")?[.plural, .genitive]          // "писем"
  ///     Russian.noun("интернет-ресурс")?[.plural, .dative]   // "интернет-ресурсам"
  ///
  /// Of a compound with a hyphen the last part is declined; abbreviations and Latin names are not declined.
  ///
  /// - Parameters:
  ///   - word: one word, in any case of letters.
  ///   - gender: the gender of a word in -ь that neither lexicon nor ending tells.
  ///   - isAnimate: whether it names a living being, if the lexicon does not know.
  /// - Returns: `nil` if the gender cannot be told or the word cannot be declined.
  public static func noun(
    _ word: String, gender: RussianGender? = nil, isAnimate: Bool? = nil
  ) -> RussianNoun? {
    if let joint = word.lastIndex(of: "-"), joint > word.startIndex {
      let last = String(word[word.index(after: joint)...])
      return noun(last, gender: gender, isAnimate: isAnimate)?.prefixed(String(word[...joint]))
    }
    guard let first = word.unicodeScalars.first, let last = word.unicodeScalars.last,
      !word.contains(where: \.isWhitespace)
    else { return nil }
    guard !last.isUpper, !last.isLatinLetter else {
      return RussianNoun(indeclinable: word, gender ?? .masculine)
    }
    return RussianLexicon.noun(word.lowercased(), gender: gender, isAnimate: isAnimate)?
      .capitalised(first.isUpper)
  }

  /// Returns `phrase` in another number or case: «рекомендательных писем», «государственным органам».
  ///
  /// The phrase is read as by ``RussianPhrase/init(_:)``; `nil` if that cannot read it.
  public static func inflect(
    _ phrase: String, number: GrammaticalNumber = .singular, case: RussianCase = .nominative
  ) -> String? {
    RussianPhrase(phrase)?.form(number, `case`)
  }

  /// Lists `items` with «и» before the last: «ГП, МВД, МКС и АФМ».
  public static func list(_ items: [String]) -> String { joined(items, by: "и") }
}
