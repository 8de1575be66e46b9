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
  ///   - lexicon: the nouns that are known.
  /// - Returns: `nil` if the gender cannot be told or the word cannot be declined.
  public static func noun(
    _ word: String, gender: RussianGender? = nil, isAnimate: Bool? = nil,
    lexicon: RussianLexicon = .builtIn
  ) -> RussianNoun? {
    if let known = lexicon[word]?.noun { return known.spelled(as: word) }
    if let joint = word.lastIndex(of: "-"), joint > word.startIndex {
      let last = String(word[word.index(after: joint)...])
      return noun(last, gender: gender, isAnimate: isAnimate, lexicon: lexicon)?
        .prefixed(String(word[...joint]))
    }
    guard let first = word.unicodeScalars.first, let last = word.unicodeScalars.last,
      !word.contains(where: \.isWhitespace)
    else { return nil }
    guard !last.isUpper, !last.isLatinLetter else {
      return RussianNoun(indeclinable: word, gender ?? .masculine)
    }
    let lower = word.lowercased()
    return RussianNoun(
      declining: lower, gender: gender, isAnimate: isAnimate ?? lower.namesLivingBeing)?
      .capitalised(first.isUpper)
  }

  /// Returns every form of `phrase` in a number and case that an editor accepts, the house style's first: «статьёй» and
  /// «статьей».
  ///
  /// A noun that is spoken with ё but given without it keeps to that in the first form: «счет», «счетом». Empty if the
  /// phrase cannot be declined.
  public static func acceptedForms(
    _ phrase: String, number: GrammaticalNumber = .singular, case: RussianCase = .nominative,
    lexicon: RussianLexicon = .builtIn
  ) -> [String] {
    guard let read = RussianPhrase(phrase, lexicon: lexicon) else { return [] }
    return accepted(
      [read, read.withYo(lexicon)].map { $0.form(number, `case`) })
  }

  /// Returns `phrase` in another number or case: «рекомендательных писем», «государственным органам».
  ///
  /// The phrase is read as by ``RussianPhrase/init(_:lexicon:isAnimate:)``; `nil` if that cannot read it.
  public static func inflect(
    _ phrase: String, number: GrammaticalNumber = .singular, case: RussianCase = .nominative,
    lexicon: RussianLexicon = .builtIn
  ) -> String? {
    RussianPhrase(phrase, lexicon: lexicon)?.form(number, `case`)
  }

  /// Lists `items` with «и» before the last: «ГП, МВД, МКС и АФМ».
  public static func list(_ items: [String]) -> String { joined(items, by: "и") }
}

extension RussianNoun {
  /// The noun in the spelling of `word`: with its capitals, and without ё if it has е in the place of the noun's.
  fileprivate func spelled(as word: String) -> RussianNoun {
    guard word != lemma else { return self }
    let isPlain = lemma != Russian.withoutYo(lemma) && !word.lowercased().contains("ё")
    return (isPlain ? withoutYo() : self).capitalised(as: word)
  }
}

extension String {
  /// Whether the suffix of a noun, in small letters, is one of those that name persons.
  fileprivate var namesLivingBeing: Bool {
    let persons = [
      "анин", "янин", "ист", "олог", "щик", "вед", "тельница", "щица", "одатель", "ёнок", "иец",
      "анец", "инец", "онец", "овец", "евец",
    ]
    let things = [
      "лист", "свист", "батист", "аметист", "пролог", "некролог", "ящик", "ранец", "танец",
      "сланец", "румянец", "глянец", "марганец", "гостинец", "зверинец", "эсминец", "мизинец",
      "червонец", "сырец",
    ]
    return count > 5 && persons.contains(where: hasSuffix) && !things.contains(where: hasSuffix)
  }
}
