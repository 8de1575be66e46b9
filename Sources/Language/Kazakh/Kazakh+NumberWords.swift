/// Whether a single hundred or thousand is counted aloud.
public enum KazakhNumeralStyle: String, Hashable, Sendable, CaseIterable {
  /// Жүз, мың: as numbers are spoken. Behind a greater number a thousand is counted all the same:
  /// «бір миллион бір мың».
  case spoken
  /// Бір жүз, бір мың: as financial papers write them, so that nothing can be put before.
  case counted
}

extension Kazakh {
  /// Returns `number` in words, the suffixes on the last of them: «екі мың алты жүз жетпіс үш».
  ///
  ///     Kazakh.words(72, possessive: .third, case: .dative)  // "жетпіс екісіне"
  ///     Kazakh.words(1100, style: .counted)                  // "бір мың бір жүз"
  ///     Kazakh.words(-5)                                     // "минус бес"
  ///
  /// - Parameters:
  ///   - number: any whole number.
  ///   - style: whether «бір» stands before жүз and мың.
  ///   - possessive: whose it is, if anybody's.
  ///   - case: the case of the whole.
  ///   - attributive: adds -дағы: «алтыдағы».
  /// - Returns: words with plain spaces between them.
  public static func words(
    _ number: Int, style: KazakhNumeralStyle = .spoken, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative, attributive: Bool = false
  ) -> String {
    words(
      Figure(number), style: style, possessive: possessive, case: `case`, attributive: attributive)
  }

  /// Returns `figure` in words; decimals are read as so many of ten, of a hundred: «екі бүтін оннан бес».
  ///
  ///     Kazakh.words(Figure(significand: 1205, decimals: 2))                 // "он екі бүтін жүзден бес"
  ///     Kazakh.words(Figure(significand: 25, decimals: 1), case: .dative)    // "екі бүтін оннан беске"
  ///
  /// Parameters as for whole numbers.
  public static func words(
    _ figure: Figure, style: KazakhNumeralStyle = .spoken, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative, attributive: Bool = false
  ) -> String {
    var words = NumberWords.words(figure, style)
    let isInflected = possessive != nil || `case` != .nominative || attributive
    if isInflected, let last = words.popLast() {
      // Қырық loses its second vowel before another: қырқы.
      let stem = possessive != nil && last == NumberWords.forty ? NumberWords.shortForty : last
      words.append(
        inflect(
          stem, possessive: possessive, case: `case`, attributive: attributive, lexicon: .empty))
    }
    return words.joined(separator: " ")
  }

  /// Returns every reading of `number` that usage accepts, that of ``words(_:style:possessive:case:attributive:)``
  /// first: «мың жүз», «бір мың жүз», «бір мың бір жүз».
  public static func acceptedWords(
    _ number: Int, possessive: KazakhPossessive? = nil, case: KazakhCase = .nominative,
    attributive: Bool = false
  ) -> [String] {
    func form(_ style: KazakhNumeralStyle) -> String {
      words(
        number, style: style, possessive: possessive, case: `case`, attributive: attributive)
    }
    let spoken = form(.spoken)
    let thousand = NumberWords.thousand
    let isLeading = number.magnitude / 1000 % 1000 == 1 && number.magnitude < 1_000_000
    let middle = isLeading ? spoken.replacingFirst(thousand, with: "бір " + thousand) : spoken
    return [spoken, middle, form(.counted)].withoutRepetition
  }

  /// Returns the ordinal of `number` in words, of which the last alone has the suffix: «жүз жиырмасыншы».
  ///
  ///     Kazakh.ordinalWords(40)                  // "қырқыншы"
  ///     Kazakh.ordinalWords(6, case: .genitive)  // "алтыншының"
  ///
  /// Parameters as for ``words(_:style:possessive:case:attributive:)``.
  public static func ordinalWords(
    _ number: Int, style: KazakhNumeralStyle = .spoken, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative, attributive: Bool = false
  ) -> String {
    var words = NumberWords.words(Figure(number), style)
    let last = words.popLast() ?? ""
    let ordinal = attach([.ordinal(.spoken)], to: last, lexicon: .empty) ?? last
    words.append(
      inflect(
        ordinal, possessive: possessive, case: `case`, attributive: attributive, lexicon: .empty))
    return words.joined(separator: " ")
  }

  /// Returns the collective numeral of `number`, «екеу», with suffixes: «екеуіне», «алтауының».
  ///
  /// - Parameters:
  ///   - number: how many together; the language has collectives of 1 to 7.
  ///   - inFigures: whether figures stand for the number: «2-еуі».
  ///   - possessive: of whom, if it is said.
  ///   - case: the case.
  /// - Returns: `nil` if `number` has no collective.
  public static func collective(
    _ number: Int, inFigures: Bool = false, possessive: KazakhPossessive? = nil,
    case: KazakhCase = .nominative
  ) -> String? {
    guard (1...7).contains(number) else { return nil }
    let stem = inFigures ? String(number) : words(number)
    let suffixes =
      [.collective] + (possessive.map { [.possessive($0)] } ?? []) + [KazakhSuffix.case(`case`)]
    return attach(suffixes, to: stem, lexicon: .empty)
  }
}

/// The words with which numbers are spoken.
private enum NumberWords {
  static let forty = "қырық"
  /// «Қырық» before a suffix that begins with a vowel.
  static let shortForty = "қырқ"
  static let thousand = "мың"

  private static let zero = "нөл"
  private static let units = [
    "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз",
  ]
  private static let tens = [
    "он", "жиырма", "отыз", forty, "елу", "алпыс", "жетпіс", "сексен", "тоқсан",
  ]
  private static let hundred = "жүз"
  private static let powers = [
    thousand, "миллион", "миллиард", "триллион", "квадриллион", "квинтиллион",
  ]
  private static let powersAblative = [
    "мыңнан", "миллионнан", "миллиардтан", "триллионнан", "квадриллионнан", "квинтиллионнан",
  ]

  static func words(_ figure: Figure, _ style: KazakhNumeralStyle) -> [String] {
    var words = figure.significand < 0 ? ["минус"] : []
    let magnitude = figure.significand.magnitude
    guard !figure.isWhole else { return words + whole(magnitude, style) }
    var divisor: UInt = 1
    for _ in 0..<figure.decimals { divisor *= 10 }
    words += whole(magnitude / divisor, style) + ["бүтін"]
    words += denominator(decimals: figure.decimals) + whole(magnitude % divisor, style)
    return words
  }

  private static func whole(_ number: UInt, _ style: KazakhNumeralStyle) -> [String] {
    guard number > 0 else { return [zero] }
    var groups: [Int] = []
    var rest = number
    while rest > 0 {
      groups.append(Int(rest % 1000))
      rest /= 1000
    }
    var words: [String] = []
    for (power, group) in groups.enumerated().reversed() where group > 0 {
      let isBareThousand = power == 1 && group == 1 && words.isEmpty && style == .spoken
      if !isBareThousand { append(group, style, to: &words) }
      if power > 0 { words.append(powers[power - 1]) }
    }
    return words
  }

  /// Appends the words of `number`, 1 to 999.
  private static func append(
    _ number: Int, _ style: KazakhNumeralStyle, to words: inout [String]
  ) {
    let hundreds = number / 100
    if hundreds > 1 || hundreds == 1 && style == .counted { words.append(units[hundreds - 1]) }
    if hundreds > 0 { words.append(hundred) }
    if number / 10 % 10 > 0 { words.append(tens[number / 10 % 10 - 1]) }
    if number % 10 > 0 { words.append(units[number % 10 - 1]) }
  }

  /// Out of ten, of a hundred, of ten thousand: «оннан», «жүзден», «он мыңнан».
  private static func denominator(decimals: Int) -> [String] {
    let power = decimals / 3
    switch (decimals % 3, power) {
    case (1, 0): return ["оннан"]
    case (2, 0): return ["жүзден"]
    case (0, _): return [powersAblative[power - 1]]
    case (1, _): return [tens[0], powersAblative[power - 1]]
    default: return [hundred, powersAblative[power - 1]]
    }
  }
}

extension String {
  /// The text with the first `word` in it replaced.
  fileprivate func replacingFirst(_ word: String, with other: String) -> String {
    replacing(word, with: other, maxReplacements: 1)
  }
}

extension [String] {
  /// Each text once, in the order of their first places.
  var withoutRepetition: [String] {
    var result: [String] = []
    for text in self where !result.contains(text) { result.append(text) }
    return result
  }
}
