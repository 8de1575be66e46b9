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
    case: KazakhCase = .nominative, attributive: Bool = false, lexicon: ReadingLexicon = .builtIn
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
    case: KazakhCase = .nominative, attributive: Bool = false, lexicon: ReadingLexicon = .builtIn
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
    lexicon: ReadingLexicon = .builtIn
  ) -> String {
    let stem = KazakhStem(phrase, lexicon: lexicon, assumingPossessed: true)
    return form(stem, .singular, nil, `case`, attributive, lexicon)
  }

  /// Returns `stem` with `suffixes`, or `nil` if the language does not put them in this order or not on this stem.
  ///
  ///     Kazakh.attach([.plural, .possessive(.third), .attributive], to: "зал")  // "залдарындағы"
  ///     Kazakh.attach([.case(.dative), .plural], to: "зал")                     // nil
  ///     Kazakh.attach([.collective, .possessive(.third)], to: "2")              // "2-еуі"
  ///
  /// The order is plural, possessive, case; after -дағы, -ғы, -дай, an ordinal or a collective it begins again.
  public static func attach(
    _ suffixes: [KazakhSuffix], to stem: String, lexicon: ReadingLexicon = .builtIn
  ) -> String? {
    attach(suffixes, to: KazakhStem(stem, lexicon: lexicon), lexicon: lexicon)
  }

  /// Returns `stem` with `suffixes`, as ``attach(_:to:lexicon:)-(_,String,_)`` does, without analysing it again.
  public static func attach(
    _ suffixes: [KazakhSuffix], to stem: KazakhStem, lexicon: ReadingLexicon = .builtIn
  ) -> String? {
    var reached = 0
    let isRegrouped = suffixes.contains {
      switch $0 {
      case .plural: true
      case .possessive(let owner): owner != .third
      default: false
      }
    }
    var form = KazakhForm(stem)
    var needsOwner = false
    if stem.isPossessed, isRegrouped, let plain = stem.unpossessed(lexicon: lexicon) {
      form = KazakhForm(plain)
      needsOwner = !suffixes.contains { if case .possessive = $0 { true } else { false } }
    }
    for suffix in suffixes {
      guard let next = suffix.place(after: reached) else { return nil }
      reached = next
      switch suffix {
      case .ordinal(let style):
        guard form.appendOrdinal(style) else { return nil }
      case .collective:
        guard form.appendCollective() else { return nil }
      default: form.append(suffix)
      }
      // Of several ministries «министрлігі» is still somebody's: министрліктері.
      if needsOwner, suffix == .plural { form.append(.possessive(.third)) }
    }
    return form.whole
  }

  /// Returns every form of `stem` with `suffixes` that usage accepts, the one to write first; empty where
  /// ``attach(_:to:lexicon:)-(_,KazakhStem,_)`` returns `nil`.
  ///
  ///     Kazakh.acceptedForms([.case(.genitive)], of: KazakhStem("ЖШС"))   // ["ЖШС-ның", "ЖШС-нің"]
  ///     Kazakh.acceptedForms([.ordinal(.spoken)], of: KazakhStem("6"))    // ["6-ншы", "6-ыншы"]
  public static func acceptedForms(
    _ suffixes: [KazakhSuffix], of stem: KazakhStem, lexicon: ReadingLexicon = .builtIn
  ) -> [String] {
    var forms: [String] = []
    func add(_ suffixes: [KazakhSuffix], _ stem: KazakhStem) {
      guard let form = attach(suffixes, to: stem, lexicon: lexicon), !forms.contains(form) else {
        return
      }
      forms.append(form)
    }
    add(suffixes, stem)
    for reading in stem.alternatives { add(suffixes, stem.read(as: reading)) }
    if stem.kind == .figures, let place = suffixes.firstIndex(of: .ordinal(.spoken)) {
      var full = suffixes
      full[place] = .ordinal(.full)
      add(full, stem)
    }
    return forms
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
