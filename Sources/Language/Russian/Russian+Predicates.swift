extension Russian {
  /// Returns a predicate as it agrees with a counted subject: with 1, 21, 101 in the noun's gender («подготовлен 21
  /// проект», «направлена 1 ссылка»), otherwise neuter («подготовлено 172 проекта»).
  ///
  /// - Parameters:
  ///   - masculine: a short participle, a short adjective or a verb in the past, masculine. «Был» and «должен» before
  ///     it agree as well, and what «и» or a comma joins to it; what follows it stays: «внесена в реестр».
  ///   - number: the number of the subject.
  ///   - gender: the gender of what is counted.
  /// - Returns: the predicate in the gender that the number calls for.
  public static func predicate(_ masculine: String, number: Int, gender: RussianGender) -> String {
    predicate(masculine, RussianPluralCategory(number) == .one ? .one(gender) : .one(.neuter))
  }

  /// Returns a predicate as it agrees with a counted phrase; a figure with decimals has the neuter.
  public static func predicate(
    _ masculine: String, number figure: Figure, _ phrase: RussianPhrase
  ) -> String {
    acceptedPredicates(masculine, number: figure, phrase)[0]
  }

  /// Returns both forms that an editor accepts, the house style's first: with other numbers than 1, 21, 101 «подготовлено»
  /// or, where the things act or are treated one by one, «подготовлены». «Сутки» have the plural even with 1.
  public static func acceptedPredicates(
    _ masculine: String, number figure: Figure, _ phrase: RussianPhrase
  ) -> [String] {
    let isPluralOnly = phrase.heads[0].noun.isPluralOnly
    switch RussianPluralCategory(figure) {
    case .one: return [predicate(masculine, isPluralOnly ? .many : .one(phrase.gender))]
    case .fraction: return [predicate(masculine, .one(.neuter))]
    case .few, .many:
      return [predicate(masculine, .one(.neuter)), predicate(masculine, .many)]
    }
  }

  /// What a predicate agrees with.
  private enum Agreement: Equatable {
    case one(RussianGender)
    case many
  }

  private static func predicate(_ masculine: String, _ agreement: Agreement) -> String {
    guard agreement != .one(.masculine) else { return masculine }
    var words = masculine.split(separator: " ").map(String.init)
    var mayAgree = true
    for index in words.indices {
      let word = words[index]
      if word == "и" || word == "или" || word == "либо" {
        mayAgree = true
      } else if mayAgree, !isParticle(word) {
        let comma = word.hasSuffix(",")
        words[index] =
          agreed(comma ? String(word.dropLast()) : word, agreement) + (comma ? "," : "")
        mayAgree = comma || auxiliaries.contains(word)
      } else if index == words.count - 1, let adjective = RussianAdjective(instrumental: word) {
        // «Признан незаконным»: the complement agrees as well.
        words[index] = complement(adjective, agreement)
      }
    }
    return words.joined(separator: " ")
  }

  private static let auxiliaries: Set<String> = ["был", "должен", "обязан", "мог", "бы"]

  /// What stands before a predicate and does not change: «не», «также», «своевременно».
  private static func isParticle(_ word: String) -> Bool {
    ["не", "уже", "еще", "ещё", "бы", "быть", "будет", "же", "ли"].contains(word)
      || word.last == "о" || word.last == "е"
      || ["также", "ранее", "впоследствии", "вновь", "лишь"].contains(word)
  }

  private static func complement(_ adjective: RussianAdjective, _ agreement: Agreement) -> String {
    switch agreement {
    case .one(let gender): adjective.form(.singular, gender, .instrumental)
    case .many: adjective.form(.plural, .masculine, .instrumental)
    }
  }

  private static func agreed(_ word: String, _ agreement: Agreement) -> String {
    let (ending, reflexive) =
      switch agreement {
      case .one(.feminine): ("а", "сь")
      case .one(.neuter): ("о", "сь")
      case .many: ("и", "сь")
      case .one(.masculine): ("", "ся")
      }
    if word.hasSuffix("ся") { return agreed(String(word.dropLast(2)), agreement) + reflexive }
    if word.hasSuffix("шел") || word.hasSuffix("шёл") { return word.dropLast(2) + "л" + ending }
    // Short participles end in ы where verbs have и: направлены, but поступили.
    let participle = agreement == .many ? "ы" : ending
    if word == "должен" || word == "нужен" || word == "согласен" || word == "намерен" {
      let stem = word == "намерен" ? word : word.dropLast(2) + "н"
      return stem + participle
    }
    switch word.last {
    // Verbs that lost their -л: принес, мог, привлек, умер.
    case "с", "з", "г", "к", "х", "б", "п", "р": return word + "л" + ending
    case "л": return word + ending
    case let last? where last.isRussianVowel || last == "ь" || last == "й": return word
    // The ending draws the stress from ё: внесён, внесена.
    case "н" where word.hasSuffix("ён"): return word.dropLast(2) + "ен" + participle
    default: return word + participle
    }
  }
}
