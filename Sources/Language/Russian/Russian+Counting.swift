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

  /// Returns a predicate as it agrees with a counted subject: with 1, 21, 101 in the noun's gender («подготовлен 21
  /// проект», «направлена 1 ссылка»), otherwise neuter («подготовлено 172 проекта»).
  ///
  /// - Parameters:
  ///   - masculine: a short participle or a verb in the past, masculine; «был» before it agrees as well.
  ///   - number: the number of the subject.
  ///   - gender: the gender of what is counted.
  /// - Returns: the predicate in the gender that the number calls for.
  public static func predicate(_ masculine: String, number: Int, gender: RussianGender) -> String {
    let agreed = RussianPluralCategory(number) == .one ? gender : .neuter
    var words = masculine.split(separator: " ").map(String.init)
    for index in words.indices where index == words.count - 1 || words[index] == "был" {
      words[index] = predicate(words[index], agreed)
    }
    return words.joined(separator: " ")
  }

  private static func predicate(_ word: String, _ gender: RussianGender) -> String {
    guard gender != .masculine else { return word }
    let ending = gender == .feminine ? "а" : "о"
    if word.hasSuffix("ся") {
      let verb = String(word.dropLast(2))
      return predicate(verb, gender) + "сь"
    }
    if word.hasSuffix("шел") || word.hasSuffix("шёл") { return word.dropLast(2) + "л" + ending }
    if word.hasSuffix("должен") || word.hasSuffix("нужен") {
      return word.dropLast(2) + "н" + ending
    }
    switch word.last {
    // Verbs that lost their -л: принес, мог, привлек, умер.
    case "с", "з", "г", "к", "х", "б", "п", "р": return word + "л" + ending
    case let last? where last.isRussianVowel || last == "ь" || last == "й": return word
    default: return word + ending
    }
  }
}
