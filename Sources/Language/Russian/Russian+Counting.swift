extension Russian {
  /// Returns `number` with what it counts in the case of the whole: «172 проекта», «22 рекомендательных письма»,
  /// «к 2534 ссылкам», the first space not breaking.
  ///
  /// - Parameters:
  ///   - number: how many; 0 counts as many.
  ///   - noun: what is counted.
  ///   - adjective: adjectives before the noun, in the nominative singular of any gender.
  ///   - case: the case of the whole.
  /// - Returns: figures and words, or `nil` if a word of `adjective` is no adjective.
  public static func count(
    _ number: Int, _ noun: RussianNoun, adjective: String? = nil, case: RussianCase = .nominative
  ) -> String? {
    RussianPhrase(noun, adjective: adjective).map { count(Figure(number), $0, case: `case`) }
  }

  /// Returns `number` with what it counts, given as a phrase: «4656 интернет-ресурсов и ссылок».
  ///
  /// - Parameters:
  ///   - number: how many.
  ///   - phrase: what is counted.
  ///   - case: the case of the whole.
  /// - Returns: figures, no-break space, words.
  public static func count(
    _ number: Int, _ phrase: RussianPhrase, case: RussianCase = .nominative
  ) -> String {
    count(Figure(number), phrase, case: `case`)
  }

  /// Returns `figure` with what it counts; decimals take the genitive singular in every case: «2,5 процента».
  public static func count(
    _ figure: Figure, _ phrase: RussianPhrase, case: RussianCase = .nominative
  ) -> String {
    figure.text + Space.noBreak + agreeing(phrase, with: figure, case: `case`)
  }

  /// Returns `noun` alone, as it stands after `number`: «письма» after 22.
  public static func agreeing(
    _ noun: RussianNoun, with number: Int, case: RussianCase = .nominative
  ) -> String {
    RussianPhrase.Head(adjectives: [], noun: noun).counted(by: Figure(number), `case`)
  }

  /// Returns `phrase` alone, as it stands after `figure`.
  public static func agreeing(
    _ phrase: RussianPhrase, with figure: Figure, case: RussianCase = .nominative
  ) -> String {
    phrase.join { $0.counted(by: figure, `case`) }
  }

  /// Returns every form of `figure` with what it counts that an editor accepts, the house style's first:
  /// «2 новые ссылки» and «2 новых ссылки», «5 отчётов» and «5 отчетов».
  public static func acceptedCounts(
    _ figure: Figure, _ phrase: RussianPhrase, case: RussianCase = .nominative,
    lexicon: RussianLexicon = .builtIn
  ) -> [String] {
    let house = phrase.join { $0.counted(by: figure, `case`) }
    let variant = phrase.join { $0.counted(by: figure, `case`, feminineAfterFew: .genitive) }
    let withYo = phrase.withYo(lexicon).join { $0.counted(by: figure, `case`) }
    return accepted([house, variant, withYo].map { figure.text + Space.noBreak + $0 })
  }

  /// Returns `number` in `notation` with what it counts: «10 (десять) рабочих дней», «10 (десяти) рабочих дней».
  ///
  /// The words agree with the noun in gender and case: «2 (две) ссылки», «1 (одного) предписания», «2 (двое) суток».
  ///
  /// - Parameters:
  ///   - number: how many.
  ///   - phrase: what is counted.
  ///   - notation: figures, words, or figures with words in brackets.
  ///   - case: the case of the whole.
  /// - Returns: number, no-break space, words; of both notations no-break spaces hold the bracket as well.
  public static func count(
    _ number: Int, _ phrase: RussianPhrase, written notation: NumberNotation,
    case: RussianCase = .nominative
  ) -> String {
    count(Figure(number), phrase, written: notation, case: `case`)
  }

  /// Returns `figure` in `notation` with what it counts: «2,5 (две целых пять десятых) процента».
  ///
  /// Parameters as for whole numbers.
  public static func count(
    _ figure: Figure, _ phrase: RussianPhrase, written notation: NumberNotation,
    case: RussianCase = .nominative
  ) -> String {
    number(figure, written: notation, counting: phrase.heads[0].noun, case: `case`)
      + Space.noBreak + agreeing(phrase, with: figure, case: `case`)
  }

  /// Returns `figure` alone in `notation`, its words agreeing with `noun`: «2 (две)».
  public static func number(
    _ figure: Figure, written notation: NumberNotation, counting noun: RussianNoun,
    case: RussianCase = .nominative
  ) -> String {
    func words() -> String {
      figure.isWhole
        ? Self.words(figure.significand, counting: noun, case: `case`)
        : Self.words(figure, case: `case`)
    }
    return switch notation {
    case .figures: figure.text
    case .words: words()
    case .both: figure.text + Space.noBreak + "(" + words() + ")"
    }
  }
}
