extension ReadingLexicon {
  /// The readings that official letters need from the first day: bodies, terms of law, units, platforms.
  public static let starter = ReadingLexicon(abbreviations + units + names)

  private static let backVowel = KazakhReading(.back, .vowel)
  private static let frontVowel = KazakhReading(.front, .vowel)
  private static let frontNasal = KazakhReading(.front, .nasal)
  private static let backNasal = KazakhReading(.back, .nasal)
  private static let backOther = KazakhReading(.back, .other)
  private static let frontOther = KazakhReading(.front, .other)
  private static let backRhotic = KazakhReading(.back, .rhotic)
  private static let frontRhotic = KazakhReading(.front, .rhotic)
  private static let backLateral = KazakhReading(.back, .lateral)

  private static let abbreviations: [Entry] =
    ["АЖ", "АҚ", "БП", "ҚМА", "ҚР", "ЭЦҚ"].map { Entry($0, .abbreviation, backVowel) }
    + ["ТМД", "БҰҰ", "ЖОО"].map { Entry($0, .abbreviation, backVowel, provenance: .norm) }
    + ["ІІМ", "МСМ", "ЖСН", "БСН"].map { Entry($0, .abbreviation, frontNasal) }
    + [
      // The norm spells it letter by letter; readers who expand it say «серіктестігі».
      Entry("ЖШС", .abbreviation, backVowel, alternatives: [frontVowel], provenance: .norm),
      Entry("ҰБТ", .abbreviation, backVowel, alternatives: [frontVowel]),
      Entry("БАҚ", .abbreviation, backOther, alternatives: [backVowel]),
      Entry("АҚШ", .abbreviation, backOther, provenance: .norm),
      Entry("ҚҚС", .abbreviation, backOther),
      Entry("ж.", .abbreviation, backLateral),  // жыл
      Entry("т.б.", .abbreviation, backRhotic),  // тағы басқалар
      Entry("ҒА", .abbreviation, backVowel, isPossessed: true),
    ]

  private static let units: [Entry] =
    ["км", "м", "см", "мм", "л"].map { Entry($0, .unit, frontRhotic) }
    + ["млн", "трлн", "кг"].map { Entry($0, .unit, backNasal) }
    + [
      Entry(
        "%", .unit, KazakhReading(.back, .buzzing), alternatives: [KazakhReading(.front, .other)]),
      Entry("г", .unit, backNasal),
      Entry("т", .unit, backVowel),
      Entry("га", .unit, backRhotic),
      Entry("млрд", .unit, backOther),
      Entry("мин", .unit, backOther),
      Entry("сағ", .unit, backOther),
      Entry("тг", .unit, frontVowel),
      Entry("₸", .unit, frontVowel),
      Entry("$", .unit, backRhotic),
      Entry("€", .unit, backVowel),
      Entry("°", .unit, backOther),
      Entry("°С", .unit, backOther),
      Entry("°C", .unit, backOther),
      Entry("℃", .unit, backOther),
    ]

  private static let names: [Entry] =
    ["WhatsApp", "TikTok", "Boeing", "Microsoft", "Samsung", "YouTube"].map {
      Entry($0, .latinName, backOther, alternatives: $0 == "YouTube" ? [frontOther] : [])
    }
    + ["Twitter", "Fokker"].map { Entry($0, .latinName, frontRhotic) }
    + ["Instagram", "Telegram"].map { Entry($0, .latinName, backNasal) }
    + ["Google", "Apple"].map {
      Entry(
        $0, .latinName, backLateral, alternatives: [KazakhReading(.front, .lateral)])
    }
    + [
      Entry("Facebook", .latinName, frontOther, alternatives: [backOther]),
      Entry("Wi-Fi", .latinName, backVowel),
    ]
}
