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
      let masculine = ["тель", "арь", "брь", "вень", "чень", "ырь", "обль", "абль"]
      let feminine = [
        "сть", "фть", "еть", "ать", "оть", "ыть", "ить", "ысь", "ись", "зь", "знь", "щь", "чь",
        "шь",
        "жь", "вь", "адь", "едь", "идь", "пь", "бь", "фь", "сль", "ань", "изнь", "аль", "мь",
      ]
      if masculinesInSign.contains(word) { return .masculine }
      if ["печень", "ширь", "утварь", "тварь", "киноварь", "гарь"].contains(word) {
        return .feminine
      }
      if masculine.contains(where: word.hasSuffix) { return .masculine }
      return feminine.contains(where: word.hasSuffix) ? .feminine : nil
    }

    /// Masculines whose ending is a feminine's.
    private static let masculinesInSign: Set<String> = [
      "гость", "тесть", "медведь", "лебедь", "голубь", "червь", "князь", "ферзь", "витязь", "зять",
      "тать", "деготь", "дёготь", "желудь", "жёлудь", "рояль", "госпиталь", "король", "хрусталь",
      "миндаль", "сераль", "карась", "гусь", "лось", "язь", "вождь", "дождь", "гвоздь", "груздь",
      "кремль", "фонарь", "февраль", "фестиваль", "вензель",
    ]

    /// Borrowed words that end in a vowel no Russian noun has, or in -о but do not change.
    private static func isUnchanging(_ word: String) -> Bool {
      if word.hasSuffix("ьё") || word.hasSuffix("иё") { return false }
      if let last = word.last, "уюэё".contains(last) { return true }
      return unchanging.contains(word)
    }

    private static let unchanging: Set<String> = [
      "авизо", "авто", "авокадо", "плато", "поло", "харчо", "декольте", "пенсне", "дуче", "аудио",
      "бюро", "видео", "депо", "домино", "казино", "какао", "кило",
      "кимоно", "кино", "кредо", "либретто", "лото", "манго", "метро", "нетто", "брутто",
      "пальто", "пианино", "портфолио", "радио", "ранчо", "сальдо", "соло", "табло", "танго",
      "трио", "фото", "эмбарго", "евро", "инкогнито", "контральто", "сопрано", "дзюдо", "динамо",
      "ателье", "атташе", "варьете", "досье", "драже", "желе", "каре", "кафе", "клише", "колье",
      "конферансье", "кофе", "крупье", "купе", "кутюрье", "портье", "протеже", "пюре", "рантье",
      "резюме", "реле", "тенге", "тире", "турне", "филе", "фойе", "шале", "шоссе", "галифе",
      "ноу-хау", "макраме",
      "алиби", "бикини", "виски", "граффити", "джакузи", "жалюзи", "жюри", "киви", "колибри",
      "конфетти", "мартини", "пари", "пенальти", "прокси", "регби", "спагетти", "такси", "хобби",
      "шасси",
      "сомони", "пони", "леди", "денди", "рефери", "ралли", "попурри", "караоке", "каноэ", "буржуа",
      "боа", "амплуа",
    ]

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

    private static let stressedEndings: Set<String> = [
      "тираж", "этаж", "гараж", "багаж", "вираж", "фураж", "метраж", "стеллаж", "монтаж", "вольтаж",
      "литраж", "шантаж",
      "бомж", "грош", "малыш", "латыш", "камыш", "голыш", "крепыш", "гребец", "малец", "рубеж",
      "нож",
      "чиж", "морж", "уж", "луч", "меч", "ключ", "сургуч", "мяч", "кирпич", "москвич", "паралич",
      "плащ", "борщ", "клещ", "лещ", "хвощ", "прыщ", "ковш", "отец", "конец",
      "образец", "столбец", "боец", "продавец", "жилец", "борец", "творец", "истец", "купец",
      "певец", "кузнец", "ларец", "венец", "дворец", "близнец", "делец", "мудрец", "храбрец",
      "гонец", "беглец", "глупец", "слепец", "мертвец", "резец", "рубец", "огурец", "леденец",
      "молодец", "самец", "птенец", "юнец", "наглец", "подлец", "пловец", "ловец", "скупец",
      "хитрец", "гордец", "чтец", "жрец", "лжец", "швец", "бубенец", "изразец", "зубец",
      "холодец", "свинец", "чернец", "удалец", "льстец", "кулич", "палаш",
    ]

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
        return vowels > 1
      case .hardMasculine:
        return lower.hasSuffix("ок") && vowels > 1
          && !Self.keepingVowel.contains(lower)
          && !Self.keepingVowelAtEnd.contains(where: lower.hasSuffix)
      case .softMasculine:
        return lower.hasSuffix("ень")
          && !["бюллетень", "олень", "ясень", "тюлень", "кистень", "ячмень"].contains(lower)
      default: return false
      }
    }

    /// Words in -ок that lose nothing, and ends of words.
    private static let keepingVowel: Set<String> = [
      "урок", "порок", "пророк", "зарок", "оброк", "игрок", "знаток", "восток", "клок", "едок",
      "паддок", "чеснок", "обморок", "морок", "инок", "исток", "водосток", "водоток", "кровоток",
      "переток",
      "челнок", "войлок", "щёлок", "флагшток", "амок",
    ]
    private static let keepingVowelAtEnd = ["поток", "приток", "отток", "блок", "скок", "волок"]
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
