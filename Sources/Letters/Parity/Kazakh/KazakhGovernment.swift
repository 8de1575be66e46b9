import Diagnostics
import Language

/// G6: the case before words that ask for one: «бабына сәйкес», «сілтемеге қатысты», «шаралар туралы».
enum KazakhGovernment {
  static func findings(
    in paragraph: LetterParagraph, of language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    let tokens = paragraph.text.tokens
    var found: [TextFinding] = []
    for index in tokens.indices.dropFirst(paragraph.bodyStart + 1)
    where tokens[index].kind == .word && tokens[index].gap != .none {
      let check = GovernmentCheck(
        text: paragraph.text, index: index, lexicon: knowledge.lexicons.kazakh)
      if let finding = check.finding() { found.append(finding) }
    }
    return found
  }
}

/// Looks at a word that asks for a case, and at what stands before it.
private struct GovernmentCheck {
  let text: TokenizedText
  let index: Int
  let lexicon: ReadingLexicon

  private var tokens: [TokenizedText.Token] { text.tokens }

  func finding() -> TextFinding? {
    let word = tokens[index].lowercased
    switch word {
    case "сәйкес", "дейін", "қарамастан", "орай": return dative(within: 3, isVerb: false)
    case "қарай": return dativeOfTime()
    case "байланысты": return connected()
    case "негізінде", "шеңберінде", "аясында", "мақсатында", "барысында", "есебінен":
      return nominative(only: .accusative)
    case "қатысты": return dative(within: 9, isVerb: true)
    case "қарсы":
      guard let next, ["іс-қимыл", "күрес"].contains(where: next.lowercased.hasPrefix) else {
        return nil
      }
      return dative(within: 6, isVerb: false)
    case "бастап": return ablativeOfTime()
    case "бері": return ablativeOfTime(orNominative: true)
    case "кейін": return participle() ?? afterwards()
    case "ретінде": return nominative()
    case "бірлесіп", "бірлесе", "бірге": return together()
    case _ where word.hasPrefix("қолжетімділі"): return access()
    default: return KazakhWords.nominativePostpositions.contains(word) ? nominative() : nil
    }
  }

  private var next: TokenizedText.Token? { index + 1 < tokens.count ? tokens[index + 1] : nil }

  /// The word before, over what stands in brackets.
  private var before: Int? {
    var place = index - 1
    if tokens[place].isMark(")") {
      guard let start = tokens[..<place].lastIndex(where: { $0.isMark("(") }), start > 0 else {
        return nil
      }
      place = start - 1
    }
    // Dates have a rule of their own.
    return tokens[place].kind == .word && !KazakhDateForms.isMonth(place, in: tokens) ? place : nil
  }

  // MARK: Dative

  private func dative(within distance: Int, isVerb: Bool) -> TextFinding? {
    guard let place = before else { return nil }
    let word = tokens[place].lowercased
    // «отырысқа бес депутат қатысты» is a verb at its end.
    if isVerb, next?.kind != .word { return nil }
    // «сапасының сәйкес келмеуі» is a verb too, with a subject.
    if let next, next.lowercased.hasAnyPrefix(["кел", "емес", "бол"]) { return nil }
    guard !Self.between.contains(word), !hasDative(upTo: place, within: distance) else {
      return nil
    }
    let form = KazakhNounForm(word, lexicon)
    guard let kind = certainCase(word, form) else { return nil }
    // A subject may stand before the verb: «депутаттар қатысты …».
    if tokens[index].lowercased != "дейін", kind == .locative || kind == .ablative { return nil }
    // «Заңның сәйкес баптары» are the corresponding ones.
    if kind == .genitive, let next, KazakhNounForm(next.lowercased, lexicon)?.isPossessed == true {
      return nil
    }
    return finding(place, .dative, form)
  }

  private func hasDative(upTo place: Int, within distance: Int) -> Bool {
    for earlier in stride(from: place, through: max(0, place - distance + 1), by: -1) {
      let token = tokens[earlier]
      if token.kind == .mark, [",", ";", ".", ":"].contains(token.text) { return false }
      if token.kind == .word, token.lowercased.canBeDative { return true }
    }
    return false
  }

  /// The case that a word is in beyond doubt; `nil` for what may be anything else than a noun.
  private func certainCase(_ word: String, _ form: KazakhNounForm?) -> KazakhCase? {
    if let form { return form.grammaticalCase }
    if word.isGenitive { return .genitive }
    guard word.utf8.count > 11, !KazakhWords.falseForms.contains(word) else { return nil }
    // Infinitives, and what somebody has: «күшейтуді», «құжаттамасын», «сәйкестігі».
    if word.hasAnySuffix(["уды", "уді", "сын", "сін", "лығын", "лігін"]) { return .accusative }
    if word.hasAnySuffix(["уға", "уге"]) { return .dative }
    return word.hasAnySuffix(["лығы", "лігі", "тығы", "тігі"]) ? .nominative : nil
  }

  /// What may stand between a noun and its postposition.
  private static let between: WordSet = [
    "да", "де", "та", "те", "ғана", "толық", "тікелей", "және", "немесе", "қатаң", "тиісінше",
    "өзара",
    "негізінен", "қазір", "мен", "бен", "пен",
  ]

  // MARK: Other cases

  /// «күннен бастап»; with other nouns «бастап» may be a verb.
  private func ablativeOfTime(orNominative: Bool = false) -> TextFinding? {
    guard let place = before else { return nil }
    let word = tokens[place].lowercased
    guard !word.canBeAblative, let form = KazakhNounForm(word, lexicon),
      ["күн", "сәт", "ай", "уақыт", "сағат", "тоқсан", "апта", "кезең"].contains(form.stem),
      form.grammaticalCase != .accusative, !(orNominative && form.grammaticalCase == .nominative)
    else { return nil }
    return finding(place, .ablative, form)
  }

  /// «отырысты кейін, …»: before a comma «кейін» is no adverb, so that the noun belongs to it.
  private func afterwards() -> TextFinding? {
    guard let place = before, place == index - 1, next?.isMark(",") ?? false,
      let form = KazakhNounForm(tokens[place].lowercased, lexicon), Self.events.contains(form.stem)
    else { return nil }
    switch form.grammaticalCase {
    case .accusative, .genitive, .dative: return finding(place, .ablative, form)
    default: return nil
    }
  }

  /// What something may be after, and is seldom done to later.
  private static let events: WordSet = [
    "отырыс", "жиналыс", "кеңес", "кездесу", "талқылау", "мәжіліс", "іс-шара", "жиын", "сайлау",
    "келіссөз", "рәсім", "оқиға",
  ]

  /// «органдармен бірлесіп»; in «органдардың бірлесіп қарауы» the genitive owns what follows, which a verb that ends the
  /// sentence cannot be.
  private func together() -> TextFinding? {
    let end =
      tokens[index...].firstIndex {
        $0.kind == .mark && $0.gap == .none && [".", ";"].contains($0.text)
      }
      ?? tokens.count
    guard let place = before, end - index > 1, end - index < 6,
      tokens[end - 1].kind == .word, tokens[end - 1].lowercased.hasAnySuffix(Self.finite),
      tokens[(index + 1)..<(end - 1)].allSatisfy({
        $0.kind == .word && !$0.lowercased.hasAnySuffix(Self.owned)
      }),
      tokens[place].lowercased.isGenitive,
      let form = KazakhNounForm(tokens[place].lowercased, lexicon),
      form.grammaticalCase == .genitive
    else { return nil }
    return finding(place, .instrumental, form)
  }

  /// How what somebody has may end.
  private static let owned = [
    "ы", "і", "ын", "ін", "ына", "іне", "ында", "інде", "ынан", "інен", "ының", "інің", "ымен",
    "імен", "ған", "ген", "қан", "кен",
  ]

  private static let finite = [
    "ады", "еді", "йды", "йді", "ды", "ді", "ты", "ті", "мыз", "міз",
  ]

  /// «сілтемелерге қолжетімділікті», not «сілтемелерді қолжетімділікті»: of two objects side by side the first belongs to the second.
  private func access() -> TextFinding? {
    guard let place = before, place == index - 1,
      let form = KazakhNounForm(tokens[place].lowercased, lexicon),
      form.grammaticalCase == .accusative, form.isPlural || form.isPossessed
    else { return nil }
    let own = String(tokens[index].lowercased.dropFirst("қолжетімділі".count))
    guard ["кті", "к", "гін", "ктен", "кке"].contains(own) else { return nil }
    return finding(place, .dative, form)
  }

  /// «тамызға қарай»; with other nouns «қарай» may be a verb.
  private func dativeOfTime() -> TextFinding? {
    guard let place = before, let form = KazakhNounForm(tokens[place].lowercased, lexicon),
      KazakhWords.months.contains(form.stem)
        || ["тоқсан", "апта", "күн", "ай"].contains(form.stem),
      let kind = form.grammaticalCase, kind != .dative, kind != .accusative
    else { return nil }
    return finding(place, .dative, form)
  }

  /// «осыған байланысты», «қызметімен байланысты»; «байланысты» is an accusative too.
  private func connected() -> TextFinding? {
    guard let place = before else { return nil }
    let form = KazakhNounForm(tokens[place].lowercased, lexicon)
    switch certainCase(tokens[place].lowercased, form) {
    case .accusative, .ablative: return finding(place, .dative, form)
    default: return nil
    }
  }

  /// «анықталғаннан кейін», neither «анықталған кейін» nor «анықталғанға кейін».
  private func participle() -> TextFinding? {
    guard let place = before else { return nil }
    let word = tokens[place].lowercased
    let isDative = word.hasAnySuffix(["ғанға", "генге", "қанға", "кенге"])
    let participle = isDative ? String(word.dropLast(2)) : word
    guard participle.utf8.count > 10, participle.hasAnySuffix(["ған", "ген", "қан", "кен"]) else {
      return nil
    }
    return finding(
      place, .ablative, right: Kazakh.inflect(participle, case: .ablative, lexicon: lexicon))
  }

  /// The noun before is in no case, or at least not in `only`.
  private func nominative(only: KazakhCase? = nil) -> TextFinding? {
    guard let place = before else { return nil }
    let word = tokens[place].lowercased
    // Pronouns have a case of their own before these words.
    guard !Self.pronouns.contains(word) else { return nil }
    let form = KazakhNounForm(word, lexicon)
    guard let kind = certainCase(word, form), kind != .nominative, only == nil || kind == only
    else {
      return nil
    }
    return finding(place, .nominative, form)
  }

  private static let pronouns: WordSet = [
    "оның", "менің", "сіздің", "біздің", "олардың", "өзінің", "бәрінің",
  ]

  // MARK: Findings

  private func finding(
    _ place: Int, _ needed: KazakhCase, _ form: KazakhNounForm?
  ) -> TextFinding? {
    finding(place, needed, right: form?.inCase(needed, lexicon))
  }

  private func finding(_ place: Int, _ needed: KazakhCase, right: String?) -> TextFinding? {
    let word = tokens[index].text
    var range = text.rangeWithNumber(place)
    if place == index - 1 { range = range.lowerBound..<tokens[index].range.upperBound }
    return TextFinding(
      "G6",
      .needs(needed, word, tokens[place].text),
      at: range,
      hint: right.map {
        .write(
          text.words(in: range.lowerBound..<tokens[place].range.lowerBound) + $0 + " " + word)
      })
  }
}

extension Message {
  /// `word` stands before `postposition` in another case than it takes.
  static func needs(_ needed: KazakhCase, _ postposition: String, _ word: String) -> Message {
    Message(
      kk: "`\(postposition)` сөзінің алдында \(needed.name.kk) керек: `\(word)`",
      ru: "перед `\(postposition)` нужен \(needed.name.ru): `\(word)`",
      en: "`\(postposition)` takes the \(needed.name.en): `\(word)`")
  }
}

extension KazakhCase {
  /// The name of the case.
  var name: Message {
    switch self {
    case .nominative:
      Message(kk: "атау септігі", ru: "именительный падеж (атау септік)", en: "nominative")
    case .genitive:
      Message(kk: "ілік септігі", ru: "родительный падеж (ілік септік)", en: "genitive")
    case .dative: Message(kk: "барыс септігі", ru: "дательный падеж (барыс септік)", en: "dative")
    case .accusative:
      Message(kk: "табыс септігі", ru: "винительный падеж (табыс септік)", en: "accusative")
    case .locative: Message(kk: "жатыс септігі", ru: "местный падеж (жатыс септік)", en: "locative")
    case .ablative:
      Message(kk: "шығыс септігі", ru: "исходный падеж (шығыс септік)", en: "ablative")
    case .instrumental:
      Message(
        kk: "көмектес септігі", ru: "творительный падеж (көмектес септік)", en: "instrumental")
    }
  }
}
