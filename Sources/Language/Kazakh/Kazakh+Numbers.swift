/// How an ordinal is written in figures.
public enum KazakhOrdinalStyle: String, Hashable, Sendable, CaseIterable {
  /// 6-бап: the official form, a hyphen standing for the suffix.
  case bareHyphen = "bare-hyphen"
  /// 6-ыншы, 2-інші: the long suffix whatever the number ends in.
  case full
  /// 6-ншы, 20-сыншы: the suffix as it is spoken.
  case spoken
  /// 6-шы, 2-ші.
  case short
}

extension Kazakh {
  /// Returns `number` in figures with suffixes: «139-ға», «10 000-ның».
  ///
  /// Parameters as for ``inflect(_:number:possessive:case:attributive:lexicon:)``; the suffix follows the last word
  /// with which the number is spoken.
  public static func suffixed(
    _ number: Int, possessive: KazakhPossessive? = nil, case: KazakhCase = .nominative,
    attributive: Bool = false
  ) -> String {
    suffixed(Figure(number), possessive: possessive, case: `case`, attributive: attributive)
  }

  /// Returns `figure` with suffixes: of decimals the last number read counts, «2,5-ке» (… бес).
  public static func suffixed(
    _ figure: Figure, possessive: KazakhPossessive? = nil, case: KazakhCase = .nominative,
    attributive: Bool = false
  ) -> String {
    inflect(
      figure.text, possessive: possessive, case: `case`, attributive: attributive, lexicon: .empty)
  }

  /// Returns `number` with what it counts: «172 жобасы», «139 сілтемеге», the space not breaking.
  ///
  /// After a numeral a Kazakh noun stays singular.
  ///
  /// - Parameters:
  ///   - number: how many.
  ///   - noun: a noun or phrase in its dictionary form, singular.
  ///   - possessive: whose they are, if anybody's.
  ///   - case: the case of the whole.
  ///   - attributive: adds -дағы: «4 органдағы».
  ///   - lexicon: how abbreviations and names are read.
  /// - Returns: figures, no-break space, noun.
  public static func count(
    _ number: Int, _ noun: String, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative, attributive: Bool = false, lexicon: ReadingLexicon = .builtIn
  ) -> String {
    count(
      Figure(number), noun, possessive: possessive, case: `case`, attributive: attributive,
      lexicon: lexicon)
  }

  /// Returns `figure` with what it counts: «2,5 пайызға».
  public static func count(
    _ figure: Figure, _ noun: String, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative, attributive: Bool = false, lexicon: ReadingLexicon = .builtIn
  ) -> String {
    figure.text + Space.noBreak
      + inflect(
        noun, possessive: possessive, case: `case`, attributive: attributive, lexicon: lexicon)
  }

  /// Returns the ordinal of `number` in figures: «6-» of «6-бап», «2-нші», «20-сыншы», «6-шы», as `style` writes it.
  ///
  /// - Source: emle.kz on the hyphen §3 for the bare hyphen; the other styles are attested.
  public static func ordinal(_ number: Int, style: KazakhOrdinalStyle) -> String {
    let reading = KazakhReading(number: number)
    let close = reading.harmony == .back ? "ы" : "і"
    let figures = Figure(number).text + "-"
    switch style {
    case .bareHyphen: return figures
    case .short: return figures + "ш" + close
    case .full: return figures + close + "нш" + close
    case .spoken:
      // Жиырма alone takes a с before its suffix: жиырмасыншы.
      let isTwenty = number.magnitude % 100 == 20
      let link = isTwenty ? "с" + close : reading.final == .vowel ? "" : close
      return figures + link + "нш" + close
    }
  }

  /// Returns the `number`-th of `noun`: «6-бап», «1-тармағының», «136-бабына».
  ///
  /// Parameters as for `count`.
  public static func ordinal(
    _ number: Int, _ noun: String, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative, style: KazakhOrdinalStyle = .bareHyphen,
    lexicon: ReadingLexicon = .builtIn
  ) -> String {
    ordinal(number, style: style) + (style == .bareHyphen ? "" : Space.noBreak)
      + inflect(noun, possessive: possessive, case: `case`, lexicon: lexicon)
  }
}
