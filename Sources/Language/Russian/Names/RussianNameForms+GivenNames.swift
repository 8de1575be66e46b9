extension RussianNameForms {
  /// A first name of a man or a woman.
  ///
  /// Of a name with a hyphen the last part alone is declined, «Касым-Жомарту», unless the first ends in -а, -я:
  /// «Анне-Марии».
  static func first(
    _ word: String, _ gender: RussianGender, _ names: RussianNames
  ) -> RussianNameForms {
    if let own = names.forms(of: word, .first, gender) { return own }
    if let parts = parts(
      word, keeps: { !($0.hasSuffix("а") || $0.hasSuffix("я")) || gender == .masculine },
      declined: { first($0, gender, names) })
    {
      return parts
    }
    let lower = word.lowercased()
    guard let last = lower.last, lower.count > 1, !"оеиуыэюёіүұөә".contains(last) else {
      return RussianNameForms(unchanging: word)
    }
    if let forms = ofFirstNameInA(word, lower, gender) { return forms }
    return gender == .feminine ? feminineFirst(word, lower) : masculineFirst(word, lower)
  }

  private static func ofFirstNameInA(_ word: String, _ lower: String, _ gender: RussianGender)
    -> RussianNameForms?
  {
    // Зульфие, Алие: names from the East stress the -я. Those of Europe, Марии, have their forms as data.
    if lower.hasSuffix("ия"), gender == .feminine {
      return RussianNameForms(
        word, dropping: 1, RussianNameEndings.yaStressed, variants: RussianNameEndings.iya)
    }
    return ofA(word)
  }

  private static func feminineFirst(_ word: String, _ lower: String) -> RussianNameForms {
    // A woman's name in a consonant does not change: Айжан, Гульнар.
    guard lower.last == "ь" else { return RussianNameForms(unchanging: word) }
    let declined = RussianNameForms(word, dropping: 1, RussianNameEndings.thirdFeminine)
    return RussianNameForms(RussianNameForms(unchanging: word), or: declined)
  }

  private static func masculineFirst(_ word: String, _ lower: String) -> RussianNameForms {
    switch lower.last {
    case "й" where lower.hasSuffix("ий") && lower.vowelCount > 1:
      return RussianNameForms(word, dropping: 1, RussianNameEndings.iy)
    case "й", "ь": return RussianNameForms(word, dropping: 1, RussianNameEndings.soft)
    case "к" where lower.hasSuffix("ёк"):
      return RussianNameForms(word, stem: word.dropLast(2) + "ьк", RussianNameEndings.hard)
    case "ж", "ч", "ш", "щ", "ц": return RussianNameForms(word, RussianNameEndings.sibilant)
    default: return RussianNameForms(word, RussianNameEndings.hard)
    }
  }

  /// A patronymic. Those with -улы, -оглы and -кызы do not change in Russian.
  static func patronymic(
    _ word: String, _ gender: RussianGender, _ names: RussianNames
  ) -> RussianNameForms {
    let lower = word.lowercased()
    guard lower.count > 1, !lower.contains(" ") else { return RussianNameForms(unchanging: word) }
    if lower.hasSuffix("ич") || lower.hasSuffix("ыч") {
      let isStressed = ["ильич", "кузьмич", "лукич", "фомич", "ионич"].contains(lower)
      return RussianNameForms(
        word, isStressed ? RussianNameEndings.hard : RussianNameEndings.sibilant)
    }
    if lower.hasSuffix("на"), gender == .feminine {
      return RussianNameForms(word, dropping: 1, RussianNameEndings.a)
    }
    return first(word, gender, names)
  }
}
