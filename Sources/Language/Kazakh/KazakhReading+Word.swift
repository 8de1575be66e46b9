extension KazakhReading {
  /// The reading of one word in Cyrillic letters, by its spelling.
  ///
  ///     KazakhReading(word: "желтоқсан").notation  // "B,N"
  ///     KazakhReading(word: "банк").notation       // "F,K"
  ///
  /// Of a compound or phrase, pass the last component. A name in -ов, -ев, -ин is recognised by its capital letter.
  ///
  /// - Source: the 2013 orthographic dictionary §35 for the borrowed endings that sound soft.
  public init(word: String) {
    let letters = kazakhLetters(of: word)
    let isName = word.unicodeScalars.first?.isUpper ?? false
    self.init(letters: letters, isName: isName)
  }

  init(letters: [Unicode.Scalar], isName: Bool) {
    var sounded = letters[...]
    while let last = sounded.last, last.isSign { sounded.removeLast() }
    let final: KazakhFinalSound =
      letters.ends(with: "зд") ? .buzzing : sounded.last?.finalSound ?? .other
    let harmony = Self.harmony(of: letters, isName: isName)
    self.init(
      harmony, final,
      openHarmony: ["күнә", "кінә", "куә", "күмән"].contains(String(letters: letters))
        ? .back : harmony)
  }

  /// Other readings of a word that printed texts have as often as not: педагогтер and педагогтар, Ахметовтің and
  /// Ахметовтың.
  static func alternatives(ofWord word: String) -> [KazakhReading] {
    let letters = kazakhLetters(of: word)
    let isName = word.unicodeScalars.first?.isUpper ?? false
    let isDivided =
      ["ог", "уг"].contains(where: letters.ends)
      || isName
        && ["ев", "ов"].contains(where: letters.ends)
        && letters.dropLast(2).last(where: \.isKazakhVowel).map {
          "еія".unicodeScalars.contains($0)
        }
          ?? false
    guard isDivided else { return [] }
    let reading = KazakhReading(word: word)
    return [KazakhReading(reading.harmony == .back ? .front : .back, reading.final)]
  }

  private static func harmony(of letters: [Unicode.Scalar], isName: Bool) -> KazakhHarmony {
    if ["мұхит", "ми", "украин"].contains(String(letters: letters)) { return .back }
    if isName, let harmony = surnameHarmony(letters) { return harmony }
    if softEndings.contains(where: letters.ends) || letters.last == "ь" { return .front }
    if letters.last == "х" { return .back }
    guard let last = letters.lastIndex(where: \.isKazakhVowel) else { return .back }
    let hasUvularAfter = letters[last...].contains(where: \.isUvular)
    switch letters[last] {
    case "ё", "э": return .front
    case _ where hasUvularAfter: return .back
    case "и": return letters.contains(where: \.isUvular) ? .back : .front
    case "у", "ю":
      // A closed у is a loan's back vowel; a final one belongs to the vowel before it: оқуға, еруге.
      if last < letters.count - 1 { return letters[last] == "ю" ? .front : .back }
      return harmony(ofVowelsIn: letters[..<last])
    case "ә", "е", "і", "ө", "ү": return .front
    default: return .back
    }
  }

  private static func harmony(ofVowelsIn letters: ArraySlice<Unicode.Scalar>) -> KazakhHarmony {
    guard let last = letters.lastIndex(where: \.isKazakhVowel) else { return .back }
    switch letters[last] {
    case "ә", "е", "і", "ө", "ү", "ё", "э": return .front
    case "и": return letters.contains(where: \.isUvular) ? .back : .front
    case "у", "ю": return harmony(ofVowelsIn: letters[..<last])
    default: return .back
    }
  }

  /// Endings of borrowed words that sound soft whatever the vowel: банкке, округке, актіге.
  private static let softEndings = [
    "рк", "рг", "нг", "нк", "кс", "лк", "кл", "кт", "ск", "пт", "фт", "ог", "уг",
  ]

  /// Surnames in -ов, -ев, -ёв sound like the vowel before the ending (Тоғжановқа, Медведевке), those in -ин soft.
  private static func surnameHarmony(_ letters: [Unicode.Scalar]) -> KazakhHarmony? {
    if letters.ends(with: "ин") { return .front }
    guard ["ов", "ев", "ёв"].contains(where: letters.ends) else { return nil }
    let stem = letters.dropLast(2)
    let isSoft = letters[letters.count - 2] != "о"
    if isSoft, let last = stem.last, last == "ь" || last == "я" { return .front }
    guard stem.contains(where: \.isKazakhVowel) else { return isSoft ? .front : .back }
    return harmony(ofVowelsIn: stem)
  }
}
