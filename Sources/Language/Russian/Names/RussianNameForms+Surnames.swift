extension RussianNameForms {
  /// A surname of a man or a woman.
  ///
  /// Of a double surname both parts are declined, but not elements that are no surname: Бонч-Бруевичу, Тер-Петросяну.
  static func surname(
    _ word: String, _ gender: RussianGender, _ names: RussianNames
  ) -> RussianNameForms {
    if let own = names.forms(of: word, .surname, gender) { return own }
    if let parts = parts(
      word, keeps: { unchangingElements.contains($0.lowercased()) },
      declined: { surname($0, gender, names) })
    {
      return parts
    }
    let lower = word.lowercased()
    guard lower.count > 1, !isUnchanging(lower) else { return RussianNameForms(unchanging: word) }
    return gender == .feminine ? feminineSurname(word, lower) : masculineSurname(word, lower)
  }

  private static func isUnchanging(_ lower: String) -> Bool {
    guard let last = lower.last else { return true }
    if "оеиуыэюёіүұөә".contains(last) || lower.hasSuffix("ых") { return true }
    // Долгих, but Дитрих, Чих.
    return lower.hasSuffix("их") && lower.vowelCount > 1 && !lower.hasSuffix("рих")
  }

  private static func feminineSurname(_ word: String, _ lower: String) -> RussianNameForms {
    if lower.hasSuffix("ая") || lower.hasSuffix("яя"), lower.count > 3,
      let adjectival = adjectival(word, .feminine)
    {
      return adjectival
    }
    if isPossessive(lower.dropLast()), lower.hasSuffix("а"), !nounsInIna.contains(lower) {
      return RussianNameForms(word, dropping: 1, RussianNameEndings.possessiveFeminine)
    }
    // Ким, Жумабай, Коваль of a woman do not change.
    return ofA(word) ?? RussianNameForms(unchanging: word)
  }

  private static func masculineSurname(_ word: String, _ lower: String) -> RussianNameForms {
    if isPossessive(lower[...]) { return RussianNameForms(word, RussianNameEndings.possessive) }
    if let forms = shortened(word, lower) { return forms }
    switch lower.last {
    case "й": return masculineInYot(word, lower)
    case "ь": return RussianNameForms(word, dropping: 1, RussianNameEndings.soft)
    case "а", "я":
      return ofA(word) ?? RussianNameForms(unchanging: word)
    case "ж", "ч", "ш", "щ", "ц":
      let isStressed = lower.hasSuffix("ач") || lower.hasSuffix("яч")
      return RussianNameForms(
        word, isStressed ? RussianNameEndings.hard : RussianNameEndings.sibilant,
        variants: isStressed ? RussianNameEndings.sibilant : nil)
    default: return RussianNameForms(word, RussianNameEndings.hard)
    }
  }

  /// -ов, -ев, -ёв, -ин, -ын, which once were possessive adjectives and keep their instrumental: Тугжановым.
  ///
  /// Of one syllable only -ов counts: Львовым, but Ли Мином.
  static func isPossessive(_ lower: Substring) -> Bool {
    guard !foreignNames.contains(String(lower)) else { return false }
    let endings = ["ов", "ев", "ёв", "ин", "ын"]
    guard let ending = endings.first(where: lower.hasSuffix) else { return false }
    return String(lower).vowelCount > 1 || ending == "ов" && lower.count > 3
  }

  private static func masculineInYot(_ word: String, _ lower: String) -> RussianNameForms {
    switch lower.dropLast().last {
    case "и" where isAdjectivalInIy(lower), "ы" where lower.vowelCount > 1:
      return adjectival(word, .masculine) ?? RussianNameForms(unchanging: word)
    case "и" where lower.vowelCount > 1:
      return RussianNameForms(word, dropping: 1, RussianNameEndings.iy)
    case "о" where lower.vowelCount > 1 && !nounsInOy.contains(where: lower.hasSuffix),
      "о" where lower == "злой":
      return adjectival(word, .masculine) ?? RussianNameForms(unchanging: word)
    default: return RussianNameForms(word, dropping: 1, RussianNameEndings.soft)
    }
  }

  /// Горького, Синего, Осадчего, but Палия: after other consonants -ий is no adjective's.
  private static func isAdjectivalInIy(_ lower: String) -> Bool {
    guard let before = lower.dropLast(2).last, lower.vowelCount > 1 else { return false }
    return "гкхжчшщ".contains(before) && !["георгий", "топчий"].contains(lower)
      || before == "н" && !["ений", "оний", "аний"].contains(where: lower.hasSuffix)
  }

  /// Surnames in -ец, -ёк, -ок, which lose the vowel of their last syllable.
  private static func shortened(_ word: String, _ lower: String) -> RussianNameForms? {
    guard lower.vowelCount > 1 else { return nil }
    if lower.hasSuffix("ец"), let stem = stemOfEts(word, lower) {
      return RussianNameForms(
        word, stem: stem, RussianNameEndings.sibilant, variants: RussianNameEndings.hard)
    }
    if lower.hasSuffix("ёк") {
      return RussianNameForms(word, stem: word.dropLast(2) + "ьк", RussianNameEndings.hard)
    }
    if lower.hasSuffix("ок"), lower.dropLast(2).last.map({ !$0.isRussianVowel }) ?? false,
      !lower.endsInCluster(before: 2)
    {
      return RussianNameForms(
        word, stem: word.dropLast(2) + "к", RussianNameEndings.hard, variantStem: word)
    }
    return nil
  }

  /// Кравец → Кравц, Коломиец → Коломийц, Стрелец → Стрельц; Кузнец and Чернец keep their vowel after such a cluster.
  private static func stemOfEts(_ word: String, _ lower: String) -> String? {
    let head = lower.dropLast(2)
    guard let before = head.last else { return nil }
    if before.isRussianVowel { return word.dropLast(2) + "йц" }
    let isSonorant = "нрлвм".contains(before)
    if isSonorant, lower.endsInCluster(before: 2) { return nil }
    return word.dropLast(2) + (before == "л" ? "ьц" : "ц")
  }

  /// First parts of double names that are no surnames themselves.
  static let unchangingElements: Set<String> = [
    "бонч", "тер", "абдул", "абд", "абу", "аль", "эль", "ибн", "бен", "бин", "сент", "сен", "ван",
    "фон", "де", "дель", "ди", "да", "дю", "ла", "ле", "мак", "дон", "зу", "ар", "ас", "аш", "ад",
    "мелик", "шах", "хан", "кара", "эр",
    "шолом", "гасан", "корвин",
  ]

  /// Surnames that are the nouns they look like: Щербиной and Калиной, but Щербины, Калины.
  static let nounsInIna: Set<String> = [
    "калина", "малина", "щербина", "долина", "година", "рябина", "осина", "дружина", "глина",
    "старшина", "скотина", "дубина", "перина", "былина", "вершина", "дивчина", "тычина", "лучина",
    "низина", "третина", "половина", "корзина", "пружина", "хворостина", "судьбина", "чужбина",
    "морщина", "мотовина", "балерина",
  ]

  /// Names that end in -ин, -ын by chance: Дарвином, Алтыном.
  private static let foreignNames: Set<String> = [
    "дарвин", "чаплин", "цеппелин", "франклин", "мартин", "бенджамин", "берлин", "болдуин",
    "гершвин", "алтын", "жалын", "жасын", "толкын", "салкын", "акын",
  ]

  /// Nouns, and the Turkic -бой, that end in -ой as adjectives do: Герою, Карабою.
  private static let nounsInOy = ["герой", "прибой", "разбой", "строй", "бой", "застой", "левкой"]
}

extension String {
  /// How many vowels, and so syllables, a word of small letters has; those of Kazakh count.
  var vowelCount: Int { reduce(0) { $0 + ($1.isRussianVowel || "әөүұі".contains($1) ? 1 : 0) } }

  /// Whether two consonants stand before the last `count` letters.
  fileprivate func endsInCluster(before count: Int) -> Bool {
    let head = dropLast(count)
    guard let last = head.last, let before = head.dropLast().last else { return false }
    return !last.isRussianVowel && !before.isRussianVowel
  }
}
