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
    /// котёнок, медвежонок.
    case youngMasculine
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
      // No singular ends so: the word is a plural, and its singular is not known.
      case "ы", "и": return nil
      case "е" where before == "ы": return nil
      case "а": self = .hardFeminine
      case "я" where word.hasSuffix("мя") && gender != .feminine: self = .myaNeuter
      case "я" where before == "и": self = .iyaFeminine
      case "я" where before == "ь": self = .yaFeminine
      case "я" where before.isRussianVowel: self = .vowelYaFeminine
      case "я": self = .softFeminine
      case "о": self = .hardNeuter
      case "е" where before == "и": self = .ieNeuter
      case "е" where before == "ь", "ё" where before == "ь": self = .yeNeuter
      case "ё": self = .ieNeuter
      case "е" where "жчшщц".contains(before): self = .sibilantNeuter
      case "е": self = .softNeuter
      case "й" where before == "и": self = .iyMasculine
      case "й": self = .yotMasculine
      case "ь":
        guard let gender = gender ?? Self.genderOfSoftSign(word) else { return nil }
        self = gender == .feminine ? .thirdFeminine : .softMasculine
      case "ж", "ч", "ш", "щ", "ц": self = .sibilantMasculine
      case _ where word.hasSuffix("анин") || word.hasSuffix("янин") && word != "семьянин":
        self = .inMasculine
      case _ where word.hasSuffix("ёнок"): self = .youngMasculine
      case _
      where ["чонок", "жонок", "шонок"].contains(where: word.hasSuffix) && word != "бочонок":
        self = .youngMasculine
      default: self = .hardMasculine
      }
    }

    /// The gender of a word in -ь, where its suffix tells.
    private static func genderOfSoftSign(_ word: String) -> RussianGender? {
      if masculinesInSign.contains(word) { return .masculine }
      if femininesInSign.contains(word) { return .feminine }
      if masculineEnds.contains(where: word.hasSuffix) { return .masculine }
      return feminineEnds.contains(where: word.hasSuffix) ? .feminine : nil
    }

    /// Borrowed words that end in a vowel no Russian noun has, or in -о but do not change.
    private static func isUnchanging(_ word: String) -> Bool {
      if word.hasSuffix("ьё") || word.hasSuffix("иё") { return false }
      if let last = word.last, "уюэё".contains(last) { return true }
      return unchanging.contains(word)
    }

    var gender: RussianGender {
      switch self {
      case .hardMasculine, .sibilantMasculine, .softMasculine, .yotMasculine, .iyMasculine,
        .inMasculine, .youngMasculine:
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
      case .youngMasculine: 4
      default: 1
      }
    }

    /// Both paradigms in the order of the cases; an empty accusative is the nominative's or the genitive's.
    func forms(of word: String) -> (singular: [String], plural: [String]) {
      let stem = String(word.dropLast(dropped))
      var oblique = hasFleetingVowel(word) ? stem.withoutFleetingVowel : stem
      // The endings of чертёж draw the stress from its ё.
      if self == .sibilantMasculine, word.hasSuffix("ёж") { oblique = stem.dropLast(2) + "еж" }
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
      case .youngMasculine:
        let (o, a) = word.hasSuffix("ёнок") ? ("ё", "я") : ("о", "а")
        return (
          ["", "нка", "нку", "", "нком", "нке"].map { $0.isEmpty ? "" : o + $0 },
          ["та", "т", "там", "", "тами", "тах"].map { $0.isEmpty ? "" : a + $0 }
        )
      case .hardNeuter:
        let isDiminutive = ["шк", "чк"].contains(where: stem.hasSuffix) && stem != "облачк"
        return (
          ["о", "а", "у", "", "ом", "е"], [isDiminutive ? "и" : "а", "", "ам", "", "ами", "ах"]
        )
      case .sibilantNeuter:
        return (["е", "а", "у", "", "ем", "е"], ["а", "", "ам", "", "ами", "ах"])
      case .ieNeuter:
        let em = word.hasSuffix("ё") ? "ём" : "ем"
        return (["е", "я", "ю", "", em, "и"], ["я", "й", "ям", "", "ями", "ях"])
      case .yeNeuter:
        let em = word.hasSuffix("ё") ? "ём" : "ем"
        return (["е", "я", "ю", "", em, "е"], ["я", "й", "ям", "", "ями", "ях"])
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
      case .hardFeminine: stem.hasFeminineCluster ? stem.withVowelInserted : stem
      case .hardNeuter: stem.hasNeuterCluster ? stem.withVowelInserted : stem
      case .sibilantNeuter:
        stem.hasConsonantBefore("ц") && !stem.hasSuffix("лнц") ? stem.withVowelInserted : stem
      case .yaFeminine where stem.hasSuffix("унь") || stem.hasSuffix("иль"):
        stem.dropLast() + "ий"
      case .yaFeminine: stem.dropLast() + "ей"
      case .yeNeuter: stem.dropLast() + "ий"
      case .vowelYaFeminine: stem + "й"
      case .softFeminine:
        if stem.last == "й" {
          stem
        } else if stem.hasConsonantBefore("н") {
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
      if ["манеж", "кортеж", "коллеж", "плач", "ералаш", "матч"].contains(lower) {
        return false
      }
      return ["еж", "ёж", "ач", "яч", "юч", "аш"].contains(where: lower.hasSuffix)
        || Self.stressedEndings.contains(lower)
    }

    /// -ец, -ок, -ёк and -ень of masculines lose their vowel before an ending: владельца, списка, перечня.
    private func hasFleetingVowel(_ word: String) -> Bool {
      let lower = word.lowercased()
      let vowels = lower.vowelCount
      switch self {
      case .sibilantMasculine:
        guard lower.hasSuffix("ец"), vowels > 1, lower != "гордец" else { return false }
        // Кузнеца, мудреца: the cluster could not be spoken.
        let cluster = Array(lower.dropLast(2).suffix(2))
        guard cluster.count == 2, !cluster[0].isRussianVowel else { return true }
        return !"нрлвм".contains(cluster[1]) || cluster[0] == cluster[1]
      case .hardMasculine where lower.hasSuffix("мысел"): return true
      case .hardMasculine where lower.hasSuffix("ёк"):
        // Огонька, but потёка, намёка.
        return lower != "упрёк" && !"птм".contains(lower.dropLast(2).last ?? " ")
      case .hardMasculine where ["чек", "шек", "жек"].contains(where: lower.hasSuffix):
        return vowels > 1 && !lower.hasSuffix("джек")
      case .hardMasculine:
        return lower.hasSuffix("ок") && vowels > 1
          && !Self.keepingVowel.contains(lower)
          && !Self.keepingVowelAtEnd.contains(where: lower.hasSuffix)
      case .softMasculine:
        return lower.hasSuffix("ень") && !Self.keepingVowel.contains(lower)
      default: return false
      }
    }
  }
}

extension Character {
  var isRussianVowel: Bool { "аеёиоуыэюя".contains(self) }
}

extension String {
  /// A consonant or soft sign before the final `letter`.
  fileprivate func hasConsonantBefore(_ letter: Character) -> Bool {
    guard last == letter, let before = dropLast().last else { return false }
    return !before.isRussianVowel && before != letter
  }

  /// ссылк, сосн, царевн, кукл, овц: the genitive plural cannot end so.
  fileprivate var hasFeminineCluster: Bool {
    hasConsonantBefore("к") || hasConsonantBefore("ц")
      || ["сн", "вн", "кл"].contains(where: hasSuffix)
  }

  /// письм, кресл, окн, ядр, кольц, окошк; but горл, ярм and what doubles its consonant can.
  fileprivate var hasNeuterCluster: Bool {
    if ["рл", "рм", "йм"].contains(where: hasSuffix) { return false }
    if ["чк", "шк", "жк"].contains(where: hasSuffix) { return true }
    return ["л", "н", "м", "р", "ц"].contains(where: hasConsonantBefore)
  }

  /// ссылк → ссылок, точк → точек, копейк → копеек, письм → писем.
  fileprivate var withVowelInserted: String {
    guard let last, let before = dropLast().last else { return self }
    let head = String(dropLast(2))
    if before == "ь" || before == "й" { return head + "е" + String(last) }
    let takesE = "жчшщц".contains(before) || !("к" == last || "гкх".contains(before))
    return head + String(before) + (takesE ? "е" : "о") + String(last)
  }

  /// владелец → владельц, боец → бойц, список → списк, огонёк → огоньк, перечень → перечн.
  fileprivate var withoutFleetingVowel: String {
    guard let last, let before = dropLast(2).last else { return self }
    let head = String(dropLast(2))
    if last == "ц" {
      if before == "л" { return head + "ьц" }
      if before.isRussianVowel { return head + "йц" }
    }
    if hasSuffix("ёк") {
      return head + (before.isRussianVowel ? "йк" : "жчшщ".contains(before) ? "к" : "ьк")
    }
    return head + String(last)
  }
}
