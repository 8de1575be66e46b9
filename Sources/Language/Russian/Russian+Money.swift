extension Russian {
  /// Returns `amount` with «тенге» and «тиын»:
  /// «1 234 567 (один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь) тенге 50 тиынов».
  ///
  /// «Тенге» is masculine and does not change: «один тенге», «двух тенге». The tiyn are written in figures of two digits
  /// unless the whole is in words, as payment papers do.
  ///
  /// - Parameters:
  ///   - amount: the sum.
  ///   - notation: figures, words, or figures with words in brackets.
  ///   - thousand: how a single thousand is said; papers of payment have «одна тысяча».
  ///   - tiyn: whether «00 тиынов» is written.
  ///   - case: the case of the whole.
  /// - Returns: the sum, its figures joined to their words by no-break spaces.
  public static func money(
    _ amount: TengeAmount, _ notation: NumberNotation = .both,
    thousand: RussianThousand = .counted, tiyn: TiynDisplay = .whenPresent,
    case: RussianCase = .nominative
  ) -> String {
    let whole = Int(clamping: amount.tenge.magnitude)
    let figures = (amount.isNegative ? "\u{2212}" : "") + Figure(whole).text
    func words() -> String {
      (amount.isNegative ? "минус " : "") + Self.words(whole, case: `case`, thousand: thousand)
    }
    let number =
      switch notation {
      case .figures: figures
      case .words: words()
      case .both: figures + Space.noBreak + "(" + words() + ")"
      }
    let tenge = number + Space.noBreak + "тенге"
    guard amount.tiyn > 0 || tiyn == .always else { return tenge }
    let count =
      notation == .words
      ? Self.words(amount.tiyn, case: `case`, thousand: thousand)
      : (amount.tiyn < 10 ? "0" : "") + String(amount.tiyn)
    return tenge + " " + count + Space.noBreak
      + agreeing(Self.tiyn, with: amount.tiyn, case: `case`)
  }

  private static let tiyn = RussianNoun(
    .masculine, isAnimate: false,
    unchecked: ["тиын", "тиына", "тиыну", "тиын", "тиыном", "тиыне"],
    ["тиыны", "тиынов", "тиынам", "тиыны", "тиынами", "тиынах"])
}
