extension Russian {
  /// Returns `figure` in words, with decimals as a fraction: «двенадцать целых пять сотых».
  ///
  ///     Russian.words(Figure(significand: 25, decimals: 1), case: .genitive)  // "двух целых пяти десятых"
  ///
  /// Whole part and fraction count the feminine «целая» and «десятая (часть)». All decimals printed are said: «2,50» is
  /// «две целых пятьдесят сотых».
  ///
  /// - Parameters:
  ///   - figure: the number.
  ///   - case: the case of the number.
  ///   - gender: the gender of what a whole number counts.
  /// - Returns: the words, a plain space between them.
  public static func words(
    _ figure: Figure, case: RussianCase = .nominative, gender: RussianGender = .masculine
  ) -> String {
    guard !figure.isWhole else { return words(figure.significand, case: `case`, gender: gender) }
    let unit = (0..<figure.decimals).reduce(1) { unit, _ in unit * 10 }
    let whole = figure.significand / unit
    let fraction = Int((figure.significand % unit).magnitude)
    // The minus of «−0,5» is not in its whole part.
    let sign = figure.significand < 0 && whole == 0 ? "минус " : ""
    return sign + part(whole, "целый", `case`) + " "
      + part(fraction, ordinalWords(unit), `case`)
  }

  private static func part(_ number: Int, _ adjective: String, _ grammaticalCase: RussianCase)
    -> String
  {
    let isDirect = grammaticalCase == .nominative || grammaticalCase == .accusative
    let isOne = RussianPluralCategory(number) == .one
    let governed = isDirect && !isOne || number != 0 && number % 1000 == 0
    let word = RussianAdjective(adjective)?
      .form(isOne ? .singular : .plural, .feminine, governed ? .genitive : grammaticalCase)
    return words(number, case: grammaticalCase, gender: .feminine) + " " + (word ?? adjective)
  }
}
