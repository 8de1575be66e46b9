/// The words of which Russian numbers are put together, and their forms in the order of the cases.
enum RussianNumerals {
  /// один, in the genders; the plural counts what has no singular: «одни сутки».
  static func one(_ gender: RussianGender?, _ grammaticalCase: RussianCase, isAnimate: Bool)
    -> String
  {
    switch gender {
    case .feminine: oneFeminine[grammaticalCase.index]
    case .masculine where grammaticalCase == .accusative && isAnimate: "одного"
    case .masculine: oneMasculine[grammaticalCase.index]
    case .neuter where grammaticalCase == .accusative: "одно"
    case .neuter: grammaticalCase == .nominative ? "одно" : oneMasculine[grammaticalCase.index]
    case nil: onePlural[grammaticalCase.index]
    }
  }

  /// два, три, четыре; `isCollective` gives «двое» where what is counted has no singular: «двое суток».
  static func few(
    _ number: Int, _ gender: RussianGender?, _ grammaticalCase: RussianCase, isAnimate: Bool
  ) -> String {
    let isDirect = grammaticalCase == .nominative || grammaticalCase == .accusative
    if gender == nil, isDirect { return collectives[number - 2] }
    if grammaticalCase == .accusative, isAnimate {
      return fewForms[number - 2][RussianCase.genitive.index]
    }
    if number == 2, gender == .feminine, isDirect { return "две" }
    return fewForms[number - 2][grammaticalCase.index]
  }

  /// пять to девятнадцать.
  static func unit(_ number: Int, _ grammaticalCase: RussianCase) -> String {
    if number == 8 { return eight[grammaticalCase.index] }
    return stems[number - 5] + softEndings[grammaticalCase.index]
  }

  /// двадцать to девяносто; `tens` from 2 to 9.
  static func tens(_ tens: Int, _ grammaticalCase: RussianCase) -> String {
    let isDirect = grammaticalCase == .nominative || grammaticalCase == .accusative
    switch tens {
    case 2: return "двадцат" + softEndings[grammaticalCase.index]
    case 3: return "тридцат" + softEndings[grammaticalCase.index]
    case 4: return isDirect ? "сорок" : "сорока"
    case 9: return isDirect ? "девяносто" : "девяноста"
    default:
      return unit(tens, grammaticalCase)
        + (isDirect ? "десят" : "десят" + softEndings[grammaticalCase.index])
    }
  }

  /// сто to девятьсот; `hundreds` from 1 to 9.
  static func hundreds(_ hundreds: Int, _ grammaticalCase: RussianCase) -> String {
    let isDirect = grammaticalCase == .nominative || grammaticalCase == .accusative
    switch hundreds {
    case 1: return isDirect ? "сто" : "ста"
    case 2 where isDirect: return "двести"
    case 3, 4:
      guard !isDirect else { return fewForms[hundreds - 2][0] + "ста" }
      return fewForms[hundreds - 2][grammaticalCase.index] + hundredEndings[grammaticalCase.index]
    case 2: return fewForms[0][grammaticalCase.index] + hundredEndings[grammaticalCase.index]
    default: return unit(hundreds, grammaticalCase) + hundredEndings[grammaticalCase.index]
    }
  }

  /// ноль, which has «нуль» beside it and most of its cases from there: «равен нулю».
  static let zero = ["ноль", "нуля", "нулю", "ноль", "нулём", "нуле"]
  /// The cases of «ноль» itself.
  static let zeroVariant = ["ноль", "ноля", "нолю", "ноль", "нолём", "ноле"]

  /// тысяча, миллион …: the nouns that count groups of three digits.
  static let scales: [RussianNoun] =
    [
      scale(
        "тысяч", .feminine, ["а", "и", "е", "у", "ей", "е"], ["и", "", "ам", "и", "ами", "ах"])
    ]
    + ["миллион", "миллиард", "триллион", "квадриллион", "квинтиллион"].map {
      scale($0, .masculine, ["", "а", "у", "", "ом", "е"], ["ы", "ов", "ам", "ы", "ами", "ах"])
    }

  private static func scale(
    _ stem: String, _ gender: RussianGender, _ singular: [String], _ plural: [String]
  ) -> RussianNoun {
    RussianNoun(
      gender, isAnimate: false, unchecked: singular.map { stem + $0 }, plural.map { stem + $0 })
  }

  private static let oneMasculine = ["один", "одного", "одному", "один", "одним", "одном"]
  private static let oneFeminine = ["одна", "одной", "одной", "одну", "одной", "одной"]
  private static let onePlural = ["одни", "одних", "одним", "одни", "одними", "одних"]
  private static let collectives = ["двое", "трое", "четверо"]
  private static let fewForms = [
    ["два", "двух", "двум", "два", "двумя", "двух"],
    ["три", "трёх", "трём", "три", "тремя", "трёх"],
    ["четыре", "четырёх", "четырём", "четыре", "четырьмя", "четырёх"],
  ]
  private static let eight = ["восемь", "восьми", "восьми", "восемь", "восемью", "восьми"]
  private static let softEndings = ["ь", "и", "и", "ь", "ью", "и"]
  private static let hundredEndings = ["сот", "сот", "стам", "сот", "стами", "стах"]
  private static let stems = [
    "пят", "шест", "сем", "восем", "девят", "десят", "одиннадцат", "двенадцат", "тринадцат",
    "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат",
  ]

  /// The ordinals below twenty, masculine; nothing is before the first.
  static let ordinalUnits = [
    "нулевой", "первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой",
    "девятый", "десятый", "одиннадцатый", "двенадцатый", "тринадцатый", "четырнадцатый",
    "пятнадцатый", "шестнадцатый", "семнадцатый", "восемнадцатый", "девятнадцатый",
  ]
  /// двадцатый to девяностый.
  static let ordinalTens = [
    "двадцатый", "тридцатый", "сороковой", "пятидесятый", "шестидесятый", "семидесятый",
    "восьмидесятый", "девяностый",
  ]

  /// The ordinal of whole hundreds, or of a `scale` counted by such a stem: «двухсотый», «двухтысячный».
  static func ordinalHundreds(_ hundreds: Int) -> String {
    (hundreds == 1 ? "" : stem(hundreds)) + "сотый"
  }

  /// What a count below a thousand looks like in front of «-тысячный»: двадцатиодно, стосорока, but девяносто.
  static func stem(_ count: Int) -> String {
    var result = ""
    let hundreds = count / 100
    let rest = count % 100
    if hundreds == 1 { result = "сто" }
    if hundreds > 1 { result = stem(hundreds) + "сот" }
    switch rest {
    case 0: break
    case 1: result += "одно"
    case 2...4: result += fewForms[rest - 2][RussianCase.genitive.index]
    case 5...19: result += unit(rest, .genitive)
    case 90...99: result += "девяносто" + stem(rest - 90)
    default: result += tens(rest / 10, .genitive) + stem(rest % 10)
    }
    return result
  }
}
