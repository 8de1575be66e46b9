extension KazakhReading {
  /// The reading of one word in Cyrillic letters, by its spelling.
  ///
  ///     KazakhReading(word: "желтоқсан").notation  // "B,N"
  ///     KazakhReading(word: "банк").notation       // "F,K"
  ///
  /// Of a compound or phrase, pass the last component. A name in -ов, -ев, -ин is recognised by its capital letter.
  /// What spelling does not tell is the reading lexicon's.
  ///
  /// - Source: the 2013 orthographic dictionary §35 for the borrowed endings that sound soft.
  public init(word: String) {
    self = Self.spelled(KazakhLetters(word)).reading
  }

  /// The reading of a word by its spelling, and what told its harmony.
  static func spelled(_ word: KazakhLetters) -> (reading: KazakhReading, rule: KazakhHarmonyRule) {
    let (harmony, rule) = harmony(of: word, isName: word.isCapitalised)
    return (KazakhReading(harmony, finalSound(of: word)), rule)
  }

  static func finalSound(of word: KazakhLetters) -> KazakhFinalSound {
    // In съезд the д falls silent.
    if case ("з", "д") = word.tail { return .buzzing }
    return word.distance { !$0.isSign }.map { word[fromEnd: $0].finalSound } ?? .other
  }

  /// The other reading of a word that printed texts have as often as not: педагогтер and педагогтар, Ахметовтің and
  /// Ахметовтың.
  static func alternative(to reading: KazakhReading, of word: KazakhLetters) -> KazakhReading? {
    let isDivided: Bool =
      switch word.tail {
      case ("о", "г"), ("у", "г"): true
      case ("о", "в"), ("е", "в"):
        if word.isCapitalised, let vowel = word.distance(from: 2, where: { $0.isKazakhVowel }) {
          switch word[fromEnd: vowel] {
          case "е", "і", "я": true
          default: false
          }
        } else {
          false
        }
      default: false
      }
    return isDivided
      ? KazakhReading(reading.harmony == .back ? .front : .back, reading.final) : nil
  }

  static func harmony(
    of word: KazakhLetters, isName: Bool
  ) -> (KazakhHarmony, KazakhHarmonyRule) {
    if isName, let harmony = surnameHarmony(word) { return (harmony, .surname) }
    if word.last == "ь" { return (.front, hasSoftEnding(word) ? .softEnding : .softSign) }
    if hasSoftEnding(word) { return (.front, .softEnding) }
    if word.last == "х" { return (.back, .finalKha) }
    guard let vowel = word.distance(where: { $0.isKazakhVowel }) else { return (.back, .noVowel) }
    let letter = word[fromEnd: vowel]
    if letter == "ё" || letter == "э" { return (.front, .softVowel) }
    if let uvular = word.distance(where: { $0.isUvular }), uvular < vowel {
      return (.back, .uvular)
    }
    switch letter {
    case "и":
      return word.contains(where: { $0.isUvular }) ? (.back, .uvular) : (.front, .frontI)
    case "у" where vowel > 0: return (.back, .closedU)
    case "ю" where vowel > 0: return (.front, .closedYu)
    case "у", "ю": return (harmony(ofVowelsIn: word, from: vowel + 1), .openU)
    default: return (letter.vowelHarmony, .lastVowel)
    }
  }

  /// The harmony of the vowels at `distance` from the end and before.
  private static func harmony(
    ofVowelsIn word: KazakhLetters, from distance: Int
  ) -> KazakhHarmony {
    // A у or ю sounds like the vowel before it in its turn.
    let vowel = word.distance(from: distance) { $0.isKazakhVowel && $0 != "у" && $0 != "ю" }
    guard let vowel else { return .back }
    let letter = word[fromEnd: vowel]
    guard letter == "и" else { return letter.vowelHarmony }
    return word.contains(where: { $0.isUvular }) ? .back : .front
  }

  /// Endings of borrowed words that sound soft whatever the vowel: банкке, округке, пунктке, корабльге.
  private static func hasSoftEnding(_ word: KazakhLetters) -> Bool {
    switch word.tail {
    case ("р", "к"), ("р", "г"), ("н", "г"), ("н", "к"), ("к", "с"), ("л", "к"), ("к", "л"),
      ("к", "т"), ("с", "к"), ("п", "т"), ("ф", "т"), ("о", "г"), ("у", "г"):
      true
    default: false
    }
  }

  /// Surnames in -ов, -ев, -ёв sound like the vowel before the ending (Тоғжановқа, Медведевке), those in -ин and
  /// patronymics in -ич soft.
  private static func surnameHarmony(_ word: KazakhLetters) -> KazakhHarmony? {
    let isSoft: Bool
    switch word.tail {
    case ("и", "н"), ("и", "ч"): return .front
    case ("о", "в"): isSoft = false
    case ("е", "в"), ("ё", "в"): isSoft = true
    default: return nil
    }
    let before = word[fromEnd: 2]
    if isSoft, before == "ь" || before == "я" { return .front }
    guard word.distance(from: 2, where: { $0.isKazakhVowel }) != nil else {
      return isSoft ? .front : .back
    }
    return harmony(ofVowelsIn: word, from: 2)
  }
}

extension Unicode.Scalar {
  /// The harmony of a vowel that has one of its own.
  fileprivate var vowelHarmony: KazakhHarmony {
    switch self {
    case "ә", "е", "і", "ө", "ү", "ё", "э": .front
    default: .back
    }
  }
}
