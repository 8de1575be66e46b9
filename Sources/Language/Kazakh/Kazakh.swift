/// The grammar of Kazakh as official letters use it: pure functions over text, figures and dates.
public enum Kazakh {
  /// Returns `stem` with suffixes for number, owner and case, in the order the language has them.
  ///
  ///     Kazakh.inflect("сілтеме", number: .plural, case: .dative)         // "сілтемелерге"
  ///     Kazakh.inflect("бұйрық", possessive: .third, case: .genitive)     // "бұйрығының"
  ///     Kazakh.inflect("ІІМ", case: .dative)                              // "ІІМ-ге"
  ///     Kazakh.inflect("Қаржы министрлігі", case: .dative)                // "Қаржы министрлігіне"
  ///
  /// Of a phrase the last word is inflected; initials after a surname stay behind it.
  ///
  /// - Parameters:
  ///   - stem: a word, phrase, figure, abbreviation or quoted name in its dictionary form; a phrase whose head already
  ///     has the possessive ending is recognised where its noun is known.
  ///   - number: one or several; not for a noun after a numeral, see `count`.
  ///   - possessive: whose it is, if anybody's.
  ///   - case: the case.
  ///   - attributive: adds -дағы, which is built on the locative; a `case` other than that follows it.
  ///   - lexicon: how abbreviations and names are read.
  /// - Returns: the form, with a plain hyphen where one belongs; an empty stem stays empty.
  public static func inflect(
    _ stem: String, number: GrammaticalNumber = .singular, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative, attributive: Bool = false, lexicon: ReadingLexicon = .starter
  ) -> String {
    form(
      KazakhStem(stem, lexicon: lexicon), number, possessive, `case`, attributive, lexicon
    )
  }

  /// Returns every form of `stem` that usage accepts, the one to write first.
  ///
  ///     Kazakh.acceptedForms("ЖШС", case: .genitive)  // ["ЖШС-ның", "ЖШС-нің"]
  ///
  /// Parameters as for ``inflect(_:number:possessive:case:attributive:lexicon:)``.
  public static func acceptedForms(
    _ stem: String, number: GrammaticalNumber = .singular, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative, attributive: Bool = false, lexicon: ReadingLexicon = .starter
  ) -> [String] {
    let stem = KazakhStem(stem, lexicon: lexicon)
    var forms: [String] = []
    for reading in [stem.reading] + stem.alternatives {
      let form = form(
        stem.read(as: reading), number, possessive, `case`, attributive, lexicon)
      if !forms.contains(form) { forms.append(form) }
    }
    return forms
  }

  /// Returns `phrase`, whose last word already has the ending of the third person's possession, in another case.
  ///
  ///     Kazakh.inflect(possessed: "Семей қаласының ауасы", case: .ablative)  // "Семей қаласының ауасынан"
  ///
  /// For phrases whose head ``inflect(_:number:possessive:case:attributive:lexicon:)`` cannot know.
  public static func inflect(
    possessed phrase: String, case: KazakhCase, attributive: Bool = false,
    lexicon: ReadingLexicon = .starter
  ) -> String {
    let stem = KazakhStem(phrase, lexicon: lexicon, assumingPossessed: true)
    return form(stem, .singular, nil, `case`, attributive, lexicon)
  }

  /// Returns `stem` with `suffixes`, or `nil` if the language does not put them in this order.
  ///
  ///     Kazakh.attach([.plural, .possessive(.third), .attributive], to: "зал")  // "залдарындағы"
  ///     Kazakh.attach([.case(.dative), .plural], to: "зал")                     // nil
  ///
  /// The order is plural, possessive, case; after -дағы, -ғы, -ыншы and -дай it begins again.
  public static func attach(
    _ suffixes: [KazakhSuffix], to stem: String, lexicon: ReadingLexicon = .starter
  ) -> String? {
    var reached = 0
    var form = KazakhForm(KazakhStem(stem, lexicon: lexicon))
    for suffix in suffixes {
      guard let next = suffix.place(after: reached) else { return nil }
      reached = next
      form.append(suffix)
    }
    return form.whole
  }

  private static func form(
    _ stem: KazakhStem, _ number: GrammaticalNumber, _ possessive: KazakhPossessive?,
    _ grammaticalCase: KazakhCase, _ attributive: Bool, _ lexicon: ReadingLexicon
  ) -> String {
    var stem = stem
    var possessive = possessive
    let isAnotherOwner = possessive.map { $0 != .third } ?? false
    if stem.isPossessed, number == .plural || isAnotherOwner,
      let plain = stem.unpossessed(lexicon: lexicon)
    {
      stem = plain
      possessive = possessive ?? .third
    }
    var form = KazakhForm(stem)
    if number == .plural { form.append(.plural) }
    if let possessive { form.append(.possessive(possessive)) }
    if attributive { form.append(.attributive) }
    if !attributive || grammaticalCase != .locative { form.append(.case(grammaticalCase)) }
    return form.whole
  }
}

extension KazakhSuffix {
  /// How far into a word the suffix leads (1 plural, 2 possessive, 3 case), or `nil` if the word is further already.
  fileprivate func place(after reached: Int) -> Int? {
    switch self {
    case .plural: reached < 1 ? 1 : nil
    case .possessive: reached < 2 ? 2 : nil
    case .case(.nominative): reached < 3 ? reached : nil
    case .case: reached < 3 ? 3 : nil
    case .attributive, .temporal, .ordinal, .similative, .belonging: reached < 3 ? 0 : nil
    }
  }
}
