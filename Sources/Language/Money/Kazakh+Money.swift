extension Kazakh {
  /// Returns `number` in `notation` with what it counts: «10 (он) жұмыс күні», «3 (үш) күннен».
  ///
  /// Suffixes stand on the noun alone: the number in words before it keeps its dictionary form.
  ///
  /// - Parameters:
  ///   - number: how many.
  ///   - noun: a noun or phrase in its dictionary form, singular.
  ///   - notation: figures, words, or figures with words in brackets.
  ///   - style: whether «бір» stands before жүз and мың in words.
  ///   - possessive: whose they are, if anybody's.
  ///   - case: the case of the whole.
  ///   - attributive: adds -дағы.
  ///   - lexicon: how abbreviations and names are read.
  /// - Returns: number, no-break space, noun; of both notations no-break spaces hold the bracket as well.
  public static func count(
    _ number: Int, _ noun: String, written notation: NumberNotation,
    style: KazakhNumeralStyle = .spoken, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative, attributive: Bool = false, lexicon: ReadingLexicon = .builtIn
  ) -> String {
    count(
      Figure(number), noun, written: notation, style: style, possessive: possessive, case: `case`,
      attributive: attributive, lexicon: lexicon)
  }

  /// Returns `figure` in `notation` with what it counts: «2,5 (екі бүтін оннан бес) пайызға».
  ///
  /// Parameters as for whole numbers.
  public static func count(
    _ figure: Figure, _ noun: String, written notation: NumberNotation,
    style: KazakhNumeralStyle = .spoken, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative, attributive: Bool = false, lexicon: ReadingLexicon = .builtIn
  ) -> String {
    number(figure, written: notation, style: style) + Space.noBreak
      + inflect(
        noun, possessive: possessive, case: `case`, attributive: attributive, lexicon: lexicon)
  }

  /// Returns `figure` alone in `notation`: «10 (он)».
  public static func number(
    _ figure: Figure, written notation: NumberNotation, style: KazakhNumeralStyle = .spoken
  ) -> String {
    switch notation {
    case .figures: figure.text
    case .words: words(figure, style: style)
    case .both: figure.text + Space.noBreak + "(" + words(figure, style: style) + ")"
    }
  }

  /// Returns `amount` with теңге and тиын, suffixes on the last word:
  /// «1 234 567 (бір миллион екі жүз отыз төрт мың бес жүз алпыс жеті) теңге 50 тиынға».
  ///
  /// The tiyn are written in figures of two digits unless the whole is in words, as payment papers do.
  ///
  /// - Parameters:
  ///   - amount: the sum.
  ///   - notation: figures, words, or figures with words in brackets.
  ///   - style: whether «бір» stands before жүз and мың in words.
  ///   - tiyn: whether «00 тиын» is written.
  ///   - possessive: whose it is, if anybody's: «теңгесі».
  ///   - case: the case of the whole.
  /// - Returns: the sum, its figures joined to their words by no-break spaces.
  public static func money(
    _ amount: TengeAmount, _ notation: NumberNotation = .both, style: KazakhNumeralStyle = .spoken,
    tiyn: TiynDisplay = .whenPresent, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative
  ) -> String {
    let hasTiyn = amount.tiyn > 0 || tiyn == .always
    func currency(_ word: String, isLast: Bool) -> String {
      isLast ? inflect(word, possessive: possessive, case: `case`, lexicon: .empty) : word
    }
    let tenge =
      signedTenge(amount, notation, style) + Space.noBreak + currency("теңге", isLast: !hasTiyn)
    guard hasTiyn else { return tenge }
    let count =
      notation == .words
      ? words(amount.tiyn, style: style) : (amount.tiyn < 10 ? "0" : "") + String(amount.tiyn)
    return tenge + " " + count + Space.noBreak + currency("тиын", isLast: true)
  }

  /// Returns every wording of `amount` that usage accepts, that of ``money(_:_:style:tiyn:possessive:case:)`` first: also
  /// with «бір» before жүз and мың, and with «00 тиын».
  public static func acceptedMoney(
    _ amount: TengeAmount, _ notation: NumberNotation = .both,
    possessive: KazakhPossessive? = nil, case: KazakhCase = .nominative
  ) -> [String] {
    TiynDisplay.allCases.flatMap { tiyn in
      KazakhNumeralStyle.allCases.map {
        money(
          amount, notation, style: $0, tiyn: tiyn, possessive: possessive, case: `case`)
      }
    }.withoutRepetition
  }

  /// The tenge of `amount`, with the minus that «0 теңге 50 тиын» would lose.
  private static func signedTenge(
    _ amount: TengeAmount, _ notation: NumberNotation, _ style: KazakhNumeralStyle
  ) -> String {
    let magnitude = Figure(Int(clamping: amount.tenge.magnitude))
    guard amount.isNegative else { return number(magnitude, written: notation, style: style) }
    let figures = "\u{2212}" + magnitude.text
    let words = "минус " + words(magnitude, style: style)
    return switch notation {
    case .figures: figures
    case .words: words
    case .both: figures + Space.noBreak + "(" + words + ")"
    }
  }
}
