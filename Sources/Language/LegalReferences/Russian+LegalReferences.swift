extension Russian {
  /// Returns `reference` in a case: «подпункту 5) пункта 1 статьи 6 Закона Республики Казахстан „О связи“».
  ///
  /// The innermost stands first, in the case of the whole; everything behind it has the genitive, but after an annex
  /// the dative: «приложение 1 к приказу».
  ///
  /// - Parameters:
  ///   - reference: the place.
  ///   - case: the case of the whole.
  ///   - naming: how much of the act is said.
  /// - Returns: the citation, figures and № held to what they number by no-break spaces.
  public static func reference(
    _ reference: LegalReference, case: RussianCase = .nominative, naming: LegalActNaming = .issued
  ) -> String {
    var parts: [String] = []
    var itsCase = `case`
    var isInAnnex = false
    func append(_ text: String) {
      parts.append(isInAnnex ? prepositional("к", text) : text)
    }
    for provision in reference.provisions.reversed() {
      append(self.provision(provision, itsCase))
      isInAnnex = provision.level == .annex
      itsCase = isInAnnex ? .dative : .genitive
    }
    if let act = reference.act {
      append(self.act(act, itsCase, naming))
      if let approval = reference.approval {
        let (noun, number) = act.kind.russianNoun
        let approved =
          RussianAdjective("утверждённый")?.form(number, noun.gender, itsCase) ?? "утверждённый"
        parts[parts.count - 1] += ","
        parts.append(approved + " " + self.act(approval, .instrumental, naming))
      }
    }
    return parts.joined(separator: " ")
  }

  /// Returns `reference` behind a preposition and in the case it asks for: «в соответствии со статьёй 6 …».
  public static func reference(
    _ reference: LegalReference, _ preposition: RussianPreposition,
    naming: LegalActNaming = .issued
  ) -> String {
    prepositional(
      preposition.rawValue,
      self.reference(reference, case: preposition.governedCase, naming: naming))
  }

  /// Returns every wording of `reference` that usage accepts, that of ``reference(_:case:naming:)`` first: also with е
  /// for ё, and with parts and indents in figures.
  public static func acceptedReferences(
    _ reference: LegalReference, case: RussianCase = .nominative, naming: LegalActNaming = .issued
  ) -> [String] {
    let inFigures = LegalReference(
      reference.act, approvedBy: reference.approval,
      reference.provisions.map { $0.written(.figures) })
    return [reference, inFigures].flatMap {
      let text = self.reference($0, case: `case`, naming: naming)
      return [text, withoutYo(text)]
    }.withoutRepetition
  }

  /// Returns `act` in a case: «Закону Республики Казахстан от 5 июля 2004 года № 567 „О связи“».
  public static func act(
    _ act: LegalAct, case: RussianCase = .nominative, naming: LegalActNaming = .full
  ) -> String {
    self.act(act, `case`, naming)
  }

  private static func provision(
    _ provision: LegalReference.Provision, _ grammaticalCase: RussianCase
  ) -> String {
    let level = provision.level.russianNoun
    let noun = level[provision.isPlural ? .plural : .singular, grammaticalCase]
    guard !provision.numbers.isEmpty else { return noun }
    let inWords = provision.wording == .words
    let numbers = provision.written(listedWith: "и") { text in
      if inWords, let number = Int(text), number > 0 {
        return ordinalWords(number, case: grammaticalCase, gender: level.gender)
      }
      return text + provision.bracket
    }
    let startsWithFigure = numbers.first?.isNumber ?? false
    return noun + (startsWithFigure ? Space.noBreak : " ") + numbers
  }

  private static func act(
    _ act: LegalAct, _ grammaticalCase: RussianCase, _ naming: LegalActNaming
  ) -> String {
    let (kind, count) = act.kind.russianNoun
    let word =
      (act.kind.russianAdjective.map {
        ($0.form(count, kind.gender, grammaticalCase)) + " "
      } ?? "") + kind[count, grammaticalCase]
    switch naming {
    case .term: return word
    case .this:
      let this = RussianAdjective("настоящий")?.form(count, kind.gender, grammaticalCase)
      return [this, word].joinedWords
    case .short, .issued, .full: break
    }
    let named = act.name.map { name($0.russian, act.kind, grammaticalCase) } ?? word
    let title = act.title?.russian.quoted
    guard naming != .short else { return [named, title].joinedWords }
    let state = act.kind.isOfState ? "Республики Казахстан" : nil
    let issuer = act.issuer?.russian ?? state ?? act.kind.russianIssuer
    let isFull = naming == .full
    let date = isFull ? act.date.map { self.date($0, .of) } : nil
    let number = isFull ? act.number.map { "№" + Space.noBreak + $0 } : nil
    return [named, issuer, date, number, title].joinedWords
  }

  /// The kind with a name: adjectives before it, «Уголовный кодекс», anything else behind, «Правила оказания услуг».
  private static func name(
    _ name: String, _ kind: LegalAct.Kind, _ grammaticalCase: RussianCase
  ) -> String {
    let (noun, count) = kind.russianNoun
    let words = name.split(separator: " ").map(String.init)
    let adjectives = words.compactMap { RussianAdjective($0) }
    guard adjectives.count == words.count else {
      return noun[count, grammaticalCase] + " " + name
    }
    let forms = adjectives.map { $0.form(count, noun.gender, grammaticalCase) }
    return (forms + [noun[count, grammaticalCase].lowercased()]).joined(separator: " ")
  }
}

extension LegalReference.Provision.Level {
  fileprivate var russianNoun: RussianNoun {
    switch self {
    case .annex: Nouns.annex
    case .section: Nouns.section
    case .chapter: Nouns.chapter
    case .article: Nouns.article
    case .paragraph: Nouns.paragraph
    case .subparagraph: Nouns.subparagraph
    case .part: Nouns.part
    case .indent: Nouns.indent
    }
  }

  private enum Nouns {
    static let annex = Russian.own("приложение")
    static let section = Russian.own("раздел")
    static let chapter = Russian.own("глава")
    static let article =
      RussianNoun(
        gender: .feminine,
        singular: ["статья", "статьи", "статье", "статью", "статьёй", "статье"],
        plural: ["статьи", "статей", "статьям", "статьи", "статьями", "статьях"])
      ?? Russian.own("статья")
    static let paragraph = Russian.own("пункт")
    static let subparagraph = Russian.own("подпункт")
    static let part = Russian.own("часть")
    static let indent = Russian.own("абзац")
  }
}

extension LegalAct.Kind {
  /// The noun, and the number in which it stands.
  fileprivate var russianNoun: (noun: RussianNoun, number: GrammaticalNumber) {
    (Russian.own(russianWord), isPlural ? .plural : .singular)
  }

  private var russianWord: String {
    switch self {
    case .constitution: "Конституция"
    case .constitutionalLaw: "закон"
    case .code: "Кодекс"
    case .law: "Закон"
    case .decree: "Указ"
    case .resolution: "постановление"
    case .order: "приказ"
    case .decision: "решение"
    case .disposition: "распоряжение"
    case .rules: "Правило"
    case .regulations: "Положение"
    case .instruction: "Инструкция"
    case .method: "Методика"
    case .standard: "Стандарт"
    }
  }

  fileprivate var russianAdjective: RussianAdjective? {
    self == .constitutionalLaw ? RussianAdjective("Конституционный") : nil
  }

  /// The only body that issues such acts.
  fileprivate var russianIssuer: String? {
    switch self {
    case .decree: "Президента Республики Казахстан"
    case .resolution: "Правительства Республики Казахстан"
    default: nil
    }
  }
}
