extension RussianNoun {
  /// The regular declensions, told apart by the ending of the nominative.
  enum Declension: Equatable {
    /// проект, письмо: hard consonant or -о.
    case hardMasculine, hardNeuter
    /// платёж, месяц: sibilants and ц.
    case sibilantMasculine
    /// показатель, случай, комментарий.
    case softMasculine, yotMasculine, iyMasculine
    /// гражданин.
    case inMasculine
    /// предписание, устье, поле, училище, имя.
    case ieNeuter, yeNeuter, softNeuter, sibilantNeuter, myaNeuter
    /// ссылка, доля, рекомендация, статья, идея.
    case hardFeminine, softFeminine, iyaFeminine, yaFeminine, vowelYaFeminine
    /// запись.
    case thirdFeminine
    /// казино, тенге.
    case indeclinable

    init?(_ word: String, _ gender: RussianGender?) {
      if Self.isUnchanging(word) {
        self = .indeclinable
        return
      }
      let before = word.dropLast().last ?? " "
      switch word.last {
      case "а": self = .hardFeminine
      case "я" where word.hasSuffix("мя") && gender != .feminine: self = .myaNeuter
      case "я" where before == "и": self = .iyaFeminine
      case "я" where before == "ь": self = .yaFeminine
      case "я" where before.isRussianVowel: self = .vowelYaFeminine
      case "я": self = .softFeminine
      case "о": self = .hardNeuter
      case "е" where before == "и": self = .ieNeuter
      case "е" where before == "ь": self = .yeNeuter
      case "е" where "жчшщц".contains(before): self = .sibilantNeuter
      case "е": self = .softNeuter
      case "й" where before == "и": self = .iyMasculine
      case "й": self = .yotMasculine
      case "ь":
        guard let gender = gender ?? Self.genderOfSoftSign(word) else { return nil }
        self = gender == .feminine ? .thirdFeminine : .softMasculine
      case "ж", "ч", "ш", "щ", "ц": self = .sibilantMasculine
      case _ where word.hasSuffix("анин") || word.hasSuffix("янин"): self = .inMasculine
      default: self = .hardMasculine
      }
    }

    /// The gender of a word in -ь, where its suffix tells.
    private static func genderOfSoftSign(_ word: String) -> RussianGender? {
      let masculine = ["тель", "арь", "брь", "вень", "чень"]
      let feminine = [
        "сть", "еть", "ать", "сь", "зь", "знь", "щь", "чь", "шь", "жь", "вь", "дь", "пь", "бь",
        "фь", "сль",
      ]
      if masculine.contains(where: word.hasSuffix) { return .masculine }
      return feminine.contains(where: word.hasSuffix) ? .feminine : nil
    }

    /// Borrowed words that end in a vowel no Russian noun has, or in -о but do not change.
    private static func isUnchanging(_ word: String) -> Bool {
      if let last = word.last, "иуюэыё".contains(last) { return true }
      return [
        "казино", "кино", "бюро", "досье", "метро", "депо", "табло", "видео", "фото", "радио",
        "тенге", "евро", "резюме", "шоссе", "ноу-хау", "сальдо", "авто", "портфолио", "эмбарго",
        "кафе", "купе", "ателье", "жюри", "кредо", "лото", "авизо", "сопрано", "пальто",
      ].contains(word)
    }

    var gender: RussianGender {
      switch self {
      case .hardMasculine, .sibilantMasculine, .softMasculine, .yotMasculine, .iyMasculine,
        .inMasculine:
        .masculine
      case .hardNeuter, .ieNeuter, .yeNeuter, .softNeuter, .sibilantNeuter, .myaNeuter,
        .indeclinable:
        .neuter
      case .hardFeminine, .softFeminine, .iyaFeminine, .yaFeminine, .vowelYaFeminine,
        .thirdFeminine:
        .feminine
      }
    }

    /// How many letters of the nominative are its ending.
    private var dropped: Int {
      switch self {
      case .hardMasculine, .sibilantMasculine, .indeclinable: 0
      case .inMasculine: 2
      default: 1
      }
    }

    /// Both paradigms in the order of the cases; an empty accusative is the nominative's or the genitive's.
    func forms(of word: String) -> (singular: [String], plural: [String]) {
      let stem = String(word.dropLast(dropped))
      let oblique = hasFleetingVowel(word) ? stem.withoutFleetingVowel : stem
      let endings = self.endings(of: word, stem)
      var singular = endings.singular.map { oblique + $0 }
      singular[0] = word
      if endings.singular[3].isEmpty { singular[3] = gender == .masculine ? "" : word }
      var plural = endings.plural.map { oblique + $0 }
      if let genitive = zeroGenitive(stem) { plural[1] = genitive }
      plural[3] = ""
      return (singular, plural)
    }

    private func endings(of word: String, _ stem: String) -> (singular: [String], plural: [String])
    {
      let y = stem.last.map { "гкхжчшщ".contains($0) } ?? false ? "и" : "ы"
      let afterSibilant = stem.last.map { "жчшщц".contains($0) } ?? false
      switch self {
      case .hardMasculine:
        return (["", "а", "у", "", "ом", "е"], [y, "ов", "ам", "", "ами", "ах"])
      case .sibilantMasculine:
        let ts = stem.hasSuffix("ц")
        let instrumental = hasStressedEnding(word) ? "ом" : "ем"
        return (
          ["", "а", "у", "", instrumental, "е"],
          [ts ? "ы" : "и", ts ? (instrumental == "ом" ? "ов" : "ев") : "ей", "ам", "", "ами", "ах"]
        )
      case .softMasculine:
        return (["ь", "я", "ю", "", "ем", "е"], ["и", "ей", "ям", "", "ями", "ях"])
      case .yotMasculine:
        return (["й", "я", "ю", "", "ем", "е"], ["и", "ев", "ям", "", "ями", "ях"])
      case .iyMasculine:
        return (["й", "я", "ю", "", "ем", "и"], ["и", "ев", "ям", "", "ями", "ях"])
      case .inMasculine:
        return (
          ["ин", "ина", "ину", "", "ином", "ине"], ["е", "", "ам", "", "ами", "ах"]
        )
      case .hardNeuter:
        return (["о", "а", "у", "", "ом", "е"], ["а", "", "ам", "", "ами", "ах"])
      case .sibilantNeuter:
        return (["е", "а", "у", "", "ем", "е"], ["а", "", "ам", "", "ами", "ах"])
      case .ieNeuter:
        return (["е", "я", "ю", "", "ем", "и"], ["я", "й", "ям", "", "ями", "ях"])
      case .yeNeuter:
        return (["е", "я", "ю", "", "ем", "е"], ["я", "й", "ям", "", "ями", "ях"])
      case .softNeuter:
        return (["е", "я", "ю", "", "ем", "е"], ["я", "ей", "ям", "", "ями", "ях"])
      case .myaNeuter:
        return (
          ["я", "ени", "ени", "", "енем", "ени"],
          ["ена", "ен", "енам", "", "енами", "енах"]
        )
      case .hardFeminine:
        let oy = afterSibilant ? "ей" : "ой"
        return (["а", y, "е", "у", oy, "е"], [y, "", "ам", "", "ами", "ах"])
      case .softFeminine, .yaFeminine, .vowelYaFeminine:
        return (["я", "и", "е", "ю", "ей", "е"], ["и", "ь", "ям", "", "ями", "ях"])
      case .iyaFeminine:
        return (["я", "и", "и", "ю", "ей", "и"], ["и", "й", "ям", "", "ями", "ях"])
      case .thirdFeminine:
        let a = afterSibilant ? "а" : "я"
        return (["ь", "и", "и", "", "ью", "и"], ["и", "ей", a + "м", "", a + "ми", a + "х"])
      case .indeclinable: return (Array(repeating: "", count: 6), Array(repeating: "", count: 6))
      }
    }

    /// The genitive plural where it is the bare stem, with the vowel that a cluster of consonants calls for.
    private func zeroGenitive(_ stem: String) -> String? {
      switch self {
      case .hardFeminine: stem.endsInK ? stem.withVowelInserted : stem
      case .hardNeuter: stem.hasNeuterCluster ? stem.withVowelInserted : stem
      case .sibilantNeuter: stem
      case .yaFeminine: stem.dropLast() + "ей"
      case .yeNeuter: stem.dropLast() + "ий"
      case .vowelYaFeminine: stem + "й"
      case .softFeminine:
        if stem.hasConsonantBefore("н") {
          stem.withVowelInserted
        } else if stem.hasConsonantBefore("л") {
          stem.withVowelInserted + "ь"
        } else {
          stem + "ь"
        }
      default: nil
      }
    }

    /// Stems in a sibilant or ц that stress their endings: платежом, врачом, столбцом.
    private func hasStressedEnding(_ word: String) -> Bool {
      let lower = word.lowercased()
      return ["еж", "ач", "юч", "аш"].contains(where: lower.hasSuffix)
        || RussianLexicon.stressedEndings.contains(lower)
    }

    /// -ец, -ок and -ень of masculines lose their vowel before an ending: владельца, списка, перечня.
    private func hasFleetingVowel(_ word: String) -> Bool {
      let vowels = word.filter(\.isRussianVowel).count
      switch self {
      case .sibilantMasculine:
        return word.hasSuffix("ец") && vowels > 1 && !word.hasSuffix("кузнец")
      case .hardMasculine:
        return word.hasSuffix("ок") && vowels > 1
          && !["поток", "игрок", "урок", "восток", "порок", "знаток", "блок", "кровоток", "срок"]
            .contains(where: word.hasSuffix)
      case .softMasculine:
        return word.hasSuffix("ень") && !["бюллетень", "олень", "ясень"].contains(word)
      default: return false
      }
    }
  }
}

extension Character {
  var isRussianVowel: Bool { "аеёиоуыэюя".contains(self) }
}

extension String {
  fileprivate var endsInK: Bool { hasConsonantBefore("к") }

  /// A consonant or soft sign before the final `letter`.
  fileprivate func hasConsonantBefore(_ letter: Character) -> Bool {
    guard last == letter, let before = dropLast().last else { return false }
    return !before.isRussianVowel
  }

  fileprivate var hasNeuterCluster: Bool {
    ["л", "н", "м", "р"].contains(where: hasConsonantBefore)
  }

  /// ссылк → ссылок, точк → точек, копейк → копеек, письм → писем.
  fileprivate var withVowelInserted: String {
    guard let last, let before = dropLast().last else { return self }
    let head = String(dropLast(2))
    if before == "ь" || before == "й" { return head + "е" + String(last) }
    let takesE = "жчшщц".contains(before) || !("к" == last || "гкх".contains(before))
    return head + String(before) + (takesE ? "е" : "о") + String(last)
  }

  /// владелец → владельц, боец → бойц, список → списк, перечень → перечн.
  fileprivate var withoutFleetingVowel: String {
    guard let last, let before = dropLast(2).last else { return self }
    let head = String(dropLast(2))
    if last == "ц" {
      if before == "л" { return head + "ьц" }
      if before.isRussianVowel { return head + "йц" }
    }
    return head + String(last)
  }
}
