import Language

/// Which adjectives and participles may have a noun of their own behind them, which they do not agree with.
enum RussianComplements {
  static func mayHave(_ modifier: RussianUnit, _ noun: RussianUnit) -> Bool {
    if modifier.reading.isOneOf(.reflexive) { return true }
    if modifier.reading.isOneOf(.participle) {
      // An active participle has the objects of its verb, a passive one an agent.
      if isActive(modifier.word) {
        return noun.reading.noun.meets([.accusative, .dative, .instrumental])
          || withGenitive.contains { modifier.word.hasPrefix($0) }
      }
      return noun.reading.noun.meets([.instrumental, .dative])
    }
    return noun.reading.noun.meets([.dative, .genitive, .instrumental])
      && governing.contains { modifier.word.hasPrefix($0) }
  }

  private static func isActive(_ word: String) -> Bool {
    guard let adjective = RussianAdjective(anyForm: word) else { return true }
    let masculine = adjective.form(.singular, .masculine, .nominative)
    return masculine.hasSuffix("щий") || masculine.hasSuffix("вший") || masculine.hasSuffix("едший")
  }

  /// Participles whose verbs have their objects in the genitive.
  private static let withGenitive = [
    "достиг", "требующ", "ожидающ", "заслуживающ", "избежавш", "лишивш", "имеющ", "имевш",
    "избегающ", "желающ", "ищущ",
    "просящ", "хотящ", "добивш",
  ]

  private static let governing = [
    "подведомственн", "аналогичн", "подобн", "равн", "известн", "подотчетн", "подконтрольн",
    "подчиненн", "присущ",
    "соразмерн", "эквивалентн", "идентичн", "доступн", "близк", "родственн", "свойственн", "полн",
    "достойн", "довольн",
    "обязанн", "необходим", "нужн", "понятн", "адекватн", "характерн", "важн", "полезн", "знаком",
    "больш", "меньш",
    "подсудн", "кратн", "противоположн", "смежн", "согласн", "параллельн", "подведомств",
    "пропорциональн", "богат", "бедн",
  ]
}
