/// How a number from 1000 to 1999, or with a single thousand before more, begins.
public enum RussianThousand: Hashable, Sendable {
  /// «Одна тысяча сто»: what money orders and the law write, so that nothing can be put before it.
  case counted
  /// «Тысяча сто»: what is said.
  case bare
}

extension Russian {
  /// Returns `number` in words.
  ///
  ///     Russian.words(22, case: .genitive)                       // "двадцати двух"
  ///     Russian.words(21, case: .accusative, gender: .feminine)  // "двадцать одну"
  ///
  /// Every word is declined; gender and life show in the last alone. ё is written.
  ///
  /// - Parameters:
  ///   - number: any whole number; a negative one begins with «минус».
  ///   - case: the case of the number.
  ///   - gender: the gender of what is counted.
  ///   - isAnimate: whether it lives: «вижу двух», but «двадцать два», as compound numbers do not tell.
  ///   - thousand: how a single thousand is said.
  /// - Returns: the words, a plain space between them.
  public static func words(
    _ number: Int, case: RussianCase = .nominative, gender: RussianGender = .masculine,
    isAnimate: Bool = false, thousand: RussianThousand = .counted
  ) -> String {
    words(number, `case`, gender, isAnimate: isAnimate, thousand)
  }

  /// Returns every form of `number` in words that an editor accepts, the house style's first: another «тысяча», the
  /// other stem of «ноль», е for ё.
  public static func acceptedWords(
    _ number: Int, case: RussianCase = .nominative, gender: RussianGender = .masculine,
    isAnimate: Bool = false
  ) -> [String] {
    func words(_ thousand: RussianThousand) -> String {
      Self.words(number, `case`, gender, isAnimate: isAnimate, thousand)
    }
    let zero = number == 0 ? [RussianNumerals.zeroVariant[`case`.index]] : []
    return accepted([words(.counted)] + zero + [words(.bare)])
  }

  /// Returns `number` in words as they stand before a noun: «две» (ссылки), «двое» (суток), «одни» (данные).
  ///
  /// - Parameters:
  ///   - number: any whole number.
  ///   - noun: what is counted: its gender, its life, and whether it has a singular.
  ///   - case: the case of the whole.
  ///   - thousand: how a single thousand is said.
  /// - Returns: the words alone.
  public static func words(
    _ number: Int, counting noun: RussianNoun, case: RussianCase = .nominative,
    thousand: RussianThousand = .counted
  ) -> String {
    words(
      number, `case`, noun.isPluralOnly ? nil : noun.gender, isAnimate: noun.isAnimate, thousand)
  }

  /// Returns the ordinal of `number` in words: «две тысячи двадцать первого».
  ///
  /// Only the last word is an ordinal and declined; those before it are cardinals in the nominative. Whole thousands
  /// and millions are one word: «двадцатиоднотысячный».
  ///
  /// - Parameters:
  ///   - number: any whole number.
  ///   - case: the case.
  ///   - gender: the gender of what is numbered; the plural does not show it.
  ///   - grammaticalNumber: one, or several: «первые».
  ///   - isAnimate: whether the accusative is that of a living being: «первого».
  ///   - thousand: how a single thousand is said.
  /// - Returns: the words, a plain space between them.
  public static func ordinalWords(
    _ number: Int, case: RussianCase = .nominative, gender: RussianGender = .masculine,
    number grammaticalNumber: GrammaticalNumber = .singular, isAnimate: Bool = false,
    thousand: RussianThousand = .bare
  ) -> String {
    let parts = ordinalParts(number.magnitude)
    // All ordinals end like adjectives.
    let last = RussianAdjective(parts.last)
      .map { $0.form(grammaticalNumber, gender, `case`, isAnimate: isAnimate) }
    let sign = number < 0 ? "минус " : ""
    let before =
      parts.before == 0 ? "" : cardinal(parts.before, .nominative, .masculine, thousand) + " "
    return sign + before + (last ?? parts.last)
  }

  /// Returns every form of the ordinal in words that an editor accepts, the house style's first.
  public static func acceptedOrdinalWords(
    _ number: Int, case: RussianCase = .nominative, gender: RussianGender = .masculine,
    number grammaticalNumber: GrammaticalNumber = .singular, isAnimate: Bool = false
  ) -> [String] {
    accepted(
      [RussianThousand.bare, .counted].map {
        ordinalWords(
          number, case: `case`, gender: gender, number: grammaticalNumber, isAnimate: isAnimate,
          thousand: $0)
      })
  }

  /// Returns the ordinal in figures: «5-го», «3-я», «40-й».
  ///
  /// One letter follows the hyphen if the letter before it in the spoken ordinal is a vowel, й or a sign, otherwise two:
  /// «5-му», «5-ми», but «5-м».
  ///
  /// - Parameters:
  ///   - number: any whole number, grouped from 10,000 on as every figure.
  ///   - case: the case.
  ///   - gender: the gender of what is numbered.
  ///   - grammaticalNumber: one, or several: «5-е», «5-х».
  ///   - isAnimate: whether the accusative is that of a living being.
  /// - Returns: figures, hyphen, letters.
  public static func digitsOrdinal(
    _ number: Int, case: RussianCase = .nominative, gender: RussianGender = .masculine,
    number grammaticalNumber: GrammaticalNumber = .singular, isAnimate: Bool = false
  ) -> String {
    let last = ordinalParts(number.magnitude).last
    let spoken = RussianAdjective(last)?
      .form(grammaticalNumber, gender, `case`, isAnimate: isAnimate)
    let ending = (spoken ?? last).suffix(2)
    let isOneLetter = ending.first.map { $0.isRussianVowel || $0 == "ь" } ?? false
    return Figure(number).text + "-" + (isOneLetter ? ending.suffix(1) : ending)
  }

  /// Returns `text` with е for every ё, as most print has it.
  public static func withoutYo(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "ё" || $0 == "Ё" }) else { return text }
    return String(text.map { $0 == "ё" ? "е" : $0 == "Ё" ? "Е" : $0 })
  }

  /// The forms without repetitions, then the first of them without ё; three at most.
  static func accepted(_ forms: [String]) -> [String] {
    var result: [String] = []
    for form in forms + forms.prefix(1).map(withoutYo) + forms.dropFirst().map(withoutYo)
    where !result.contains(form) && result.count < 3 { result.append(form) }
    return result
  }

  static func words(
    _ number: Int, _ grammaticalCase: RussianCase, _ gender: RussianGender?, isAnimate: Bool,
    _ thousand: RussianThousand
  ) -> String {
    guard number != 0 else { return RussianNumerals.zero[grammaticalCase.index] }
    return (number < 0 ? "минус " : "")
      + cardinal(number.magnitude, grammaticalCase, gender, isAnimate: isAnimate, thousand)
  }

  private static func cardinal(
    _ number: UInt, _ grammaticalCase: RussianCase, _ gender: RussianGender?,
    isAnimate: Bool = false, _ thousand: RussianThousand
  ) -> String {
    var words: [String] = []
    var divisor: UInt = 1_000_000_000_000_000_000
    for scale in RussianNumerals.scales.reversed() {
      let count = Int(number / divisor % 1000)
      divisor /= 1000
      guard count > 0 else { continue }
      if count > 1 || thousand == .counted || !words.isEmpty {
        appendWords(count, grammaticalCase, scale.gender, isAnimate: false, to: &words)
      }
      words.append(agreeing(scale, with: count, case: grammaticalCase))
    }
    let isSimple = number < 5
    appendWords(
      Int(number % 1000), grammaticalCase, gender,
      isAnimate: isAnimate && (isSimple || number % 10 == 1), to: &words)
    return words.joined(separator: " ")
  }

  /// The words of a number below a thousand.
  private static func appendWords(
    _ number: Int, _ grammaticalCase: RussianCase, _ gender: RussianGender?, isAnimate: Bool,
    to words: inout [String]
  ) {
    if number >= 100 { words.append(RussianNumerals.hundreds(number / 100, grammaticalCase)) }
    var rest = number % 100
    if rest >= 20 {
      words.append(RussianNumerals.tens(rest / 10, grammaticalCase))
      rest %= 10
    }
    switch rest {
    case 0: break
    case 1: words.append(RussianNumerals.one(gender, grammaticalCase, isAnimate: isAnimate))
    case 2...4:
      words.append(RussianNumerals.few(rest, gender, grammaticalCase, isAnimate: isAnimate))
    default: words.append(RussianNumerals.unit(rest, grammaticalCase))
    }
  }

  /// The part of the number that stays cardinal, and its last word as a masculine ordinal.
  private static func ordinalParts(_ number: UInt) -> (before: UInt, last: String) {
    let below = Int(number % 100)
    if below > 0 || number == 0 {
      if below < 20 { return (number - UInt(below), RussianNumerals.ordinalUnits[below]) }
      guard below % 10 == 0 else {
        return (number - UInt(below % 10), RussianNumerals.ordinalUnits[below % 10])
      }
      return (number - UInt(below), RussianNumerals.ordinalTens[below / 10 - 2])
    }
    let hundreds = Int(number / 100 % 10)
    if hundreds > 0 {
      return (number - UInt(hundreds * 100), RussianNumerals.ordinalHundreds(hundreds))
    }
    var count = number / 1000
    var divisor: UInt = 1000
    var scale = 0
    while count % 1000 == 0 {
      count /= 1000
      divisor *= 1000
      scale += 1
    }
    let last = Int(count % 1000)
    let name = scale == 0 ? "тысяч" : RussianNumerals.scales[scale].lemma
    return (
      (count - UInt(last)) * divisor, (last == 1 ? "" : RussianNumerals.stem(last)) + name + "ный"
    )
  }
}
