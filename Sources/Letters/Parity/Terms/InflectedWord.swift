/// A word of a term or name, by which its forms in a text are known from their spelling alone.
struct InflectedWord: Hashable, Sendable {
  let language: LetterLanguage
  /// What every form begins with, in small letters; of a word that changes its end, both beginnings.
  let stems: [String]

  /// The word of any form in Russian; in Kazakh of the one that takes the endings.
  init(_ word: String, _ language: LetterLanguage) {
    self.language = language
    let word = word.lowercased()
    switch language {
    case .kk: stems = Self.kazakhStems(word)
    case .ru: stems = Self.russianStems(word)
    }
  }

  /// Whether `word`, in small letters, is a form of this one.
  func matches(_ word: String) -> Bool {
    stems.contains { stem in
      guard word.begins(withBytesOf: stem) else { return false }
      let rest = word[word.utf8.index(word.startIndex, offsetBy: stem.utf8.count)...]
      // Of an abbreviation with small letters, «ӘҚБтК-ге», the ending is joined by a hyphen.
      return language == .kk
        ? Self.isKazakhEnding(rest.first == "-" ? rest.dropFirst() : rest)
        : Self.isRussianEnding(rest)
    }
  }

  // MARK: Kazakh

  private static func kazakhStems(_ word: String) -> [String] {
    let voiced: [Character: Character] = ["к": "г", "қ": "ғ", "п": "б"]
    guard let last = word.last, let other = voiced[last] else { return [word] }
    return [word, word.dropLast() + String(other)]
  }

  /// The end of `word` after the word's own stem, a number, an owner and a case in this order.
  static func isKazakhEnding(_ rest: Substring) -> Bool {
    if rest.isEmpty { return true }
    for plural in plurals where rest.hasPrefix(plural) {
      if isOwned(rest.dropFirst(plural.count)) { return true }
    }
    return isOwned(rest)
  }

  private static func isOwned(_ rest: Substring) -> Bool {
    if cases.contains(String(rest)) { return true }
    return owners.contains {
      rest.hasPrefix($0) && cases.contains(String(rest.dropFirst($0.count)))
    }
  }

  private static let plurals = ["лар", "лер", "дар", "дер", "тар", "тер"]
  private static let owners = [
    "ы", "і", "сы", "сі", "м", "ым", "ім", "ң", "ың", "ің", "мыз", "міз", "ымыз", "іміз", "ңыз",
    "ңіз", "ыңыз",
    "іңіз",
  ]
  private static let cases: WordSet = [
    "", "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "а", "е",
    "ды", "ді",
    "ты", "ті", "ны", "ні", "н", "да", "де", "та", "те", "нда", "нде", "дан", "ден", "тан", "тен",
    "нан",
    "нен", "мен", "бен", "пен", "дағы", "дегі", "тағы", "тегі", "ндағы", "ндегі", "дай", "дей",
    "тай", "тей",
    "дық", "дік", "тық", "тік", "лық", "лік",
  ]

  /// Whether a form belongs to somebody: «Заңы» of «Қазақстан Республикасының Заңы», and not «Заң» by itself.
  func isOwned(_ word: String) -> Bool {
    guard language == .kk else { return false }
    return stems.contains { stem in
      guard word.utf8.starts(with: stem.utf8) else { return false }
      let rest = word[word.utf8.index(word.startIndex, offsetBy: stem.utf8.count)...]
      guard !rest.isEmpty, let end = stem.last else { return false }
      let isVowel = "аәеиоөуұүыіюя".contains(end)
      let owners = isVowel ? ["сы", "сі"] : ["ы", "і"]
      return owners.contains { owner in
        rest == owner
          || rest.hasPrefix(owner + "н") && Self.cases.contains(String(rest.dropFirst(owner.count)))
      }
    }
  }

  // MARK: Russian

  private static func russianStems(_ word: String) -> [String] {
    let stem = russianStem(word)
    if let last = word.last, "аоя".contains(last), let end = stem.last, stem.count > 3 {
      // «писем» of «письмо», «ссылок» of «ссылка»
      let rest = stem.dropLast()
      if rest.last == "ь" || rest.last == "й" { return [stem, rest.dropLast() + "е\(end)"] }
      if end == "к", let before = rest.last, !"аеиоуыэюя".contains(before) {
        return [stem, rest + "ок"]
      }
    }
    guard word.hasSuffix("ень") || word.hasSuffix("ок") || word.hasSuffix("ец"),
      stem.count > 3
    else { return [stem] }
    return [stem, String(stem.dropLast(2)) + String(stem.suffix(1))]
  }

  /// A word without the ending of its form.
  static func russianStem(_ word: String) -> String {
    for length in [3, 2, 1] where word.count - length >= 3 {
      if endings.contains(String(word.suffix(length))) { return String(word.dropLast(length)) }
    }
    return word
  }

  private static func isRussianEnding(_ rest: Substring) -> Bool {
    rest.isEmpty || endings.contains(String(rest))
  }

  private static let endings: WordSet = [
    "а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "й", "ой", "ей", "ий", "ый", "ая", "яя", "ое",
    "ее", "ые",
    "ие", "ия", "ии", "ию", "ью", "ую", "юю", "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ых",
    "их", "ым",
    "им", "его", "ого", "ему", "ому", "ыми", "ими", "ами", "ями", "ией", "ием", "иям", "иях",
    "иями",
  ]
}
