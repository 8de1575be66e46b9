extension RussianNoun {
  /// Declines a regular noun by its ending.
  ///
  /// Returns `nil` if the ending leaves the gender open (a final ь after л, н, р …) and `gender` does not settle it, or
  /// if the word cannot be a Russian noun in the nominative singular. What is lexical — fleeting vowels outside the
  /// usual suffixes, plurals in -а — is the lexicon's: see ``Russian/noun(_:gender:isAnimate:)``.
  ///
  /// - Parameters:
  ///   - word: the nominative singular.
  ///   - gender: the gender, where the ending does not tell.
  ///   - isAnimate: whether it names a living being.
  public init?(declining word: String, gender: RussianGender? = nil, isAnimate: Bool = false) {
    let lower = word.lowercased()
    guard lower.count > 1, let last = lower.last else { return nil }
    if word.unicodeScalars.last?.isUpper ?? true || !("а"..."ё").contains(last) {
      self.init(indeclinable: word, gender ?? .masculine)
      return
    }
    if lower.isAdjectivalNoun, let adjective = RussianAdjective(word) {
      self.init(adjective, gender ?? lower.adjectivalGender, isAnimate: isAnimate)
      return
    }
    guard let found = Declension(lower, gender) else { return nil }
    guard found != .indeclinable else {
      self.init(indeclinable: word, gender ?? .neuter)
      return
    }
    let forms = found.forms(of: word)
    // «Судья» is masculine and declined like a feminine.
    let ownGender = found.gender == .feminine && word.last != "ь" ? gender : nil
    self.init(
      ownGender ?? found.gender, isAnimate: isAnimate, singular: forms.singular,
      plural: forms.plural)
  }

  /// Forms with endings as the declension gives them, the accusatives filled in from gender and animacy.
  init(
    _ gender: RussianGender, isAnimate: Bool, singular: [String], plural: [String]
  ) {
    var singular = singular
    var plural = plural
    if gender == .masculine, singular[3].isEmpty { singular[3] = singular[isAnimate ? 1 : 0] }
    if plural[3].isEmpty { plural[3] = plural[isAnimate ? 1 : 0] }
    self.init(
      gender, isAnimate: isAnimate, unchecked: singular, plural)
  }

  init(indeclinable word: String, _ gender: RussianGender, isAnimate: Bool = false) {
    let forms = Array(repeating: word, count: 6)
    self.init(gender, isAnimate: isAnimate, unchecked: forms, forms)
  }

  init(_ adjective: RussianAdjective, _ gender: RussianGender, isAnimate: Bool) {
    func forms(_ number: GrammaticalNumber) -> [String] {
      RussianCase.allCases.map { adjective.form(number, gender, $0, isAnimate: isAnimate) }
    }
    self.init(gender, isAnimate: isAnimate, unchecked: forms(.singular), forms(.plural))
  }
}

extension String {
  /// Nouns that were adjectives or participles: «служащий», «уполномоченный», «столовая», «рабочий», «часовой».
  fileprivate var isAdjectivalNoun: Bool {
    guard count > 4, self != "перегной" else { return false }
    let endings = ["ый", "ая", "яя", "ое", "ее", "щий", "ший", "чий", "жий", "ский", "цкий"]
    return endings.contains(where: hasSuffix)
      || ["овой", "евой", "ской", "ной"].contains(where: hasSuffix) && vowelCount > 1
  }

  fileprivate var adjectivalGender: RussianGender {
    hasSuffix("я") ? .feminine : hasSuffix("е") ? .neuter : .masculine
  }
}
