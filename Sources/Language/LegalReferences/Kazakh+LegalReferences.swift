extension Kazakh {
  /// Returns `reference` in a case: «„Байланыс туралы“ Заңының 6-бабы 1-тармағының 5) тармақшасына».
  ///
  /// The outermost stands first and each place is possessed by the one before it. The act has the genitive, and so has
  /// the place directly before the last; places between them have the possessive alone, since a row of genitives
  /// cannot be followed: «Заңының 6-бабы», «Заңының 6-бабының 1-тармағы», «Заңының 6-бабы 1-тармағының 5) тармақшасы».
  /// For the same reason «Қазақстан Республикасы» loses its genitive before an act in the genitive. An annex is not
  /// possessed: the act before it has the dative, «бұйрығына 1-қосымша».
  ///
  /// - Parameters:
  ///   - reference: the place.
  ///   - case: the case of the whole.
  ///   - naming: how much of the act is said.
  /// - Returns: the citation, № and figures held to what they number by no-break spaces.
  public static func reference(
    _ reference: LegalReference, case: KazakhCase = .nominative, naming: LegalActNaming = .issued
  ) -> String {
    KazakhCitation(naming: naming, isFullyGenitive: false).text(reference, `case`)
  }

  /// Returns `reference` with a postposition and in the case it asks for: «… 6-бабына сәйкес», «… 6-бабы негізінде».
  public static func reference(
    _ reference: LegalReference, _ postposition: KazakhPostposition,
    naming: LegalActNaming = .issued
  ) -> String {
    self.reference(reference, case: postposition.governedCase, naming: naming) + " "
      + postposition.rawValue
  }

  /// Returns every wording of `reference` that usage accepts, that of ``reference(_:case:naming:)`` first: also with
  /// the genitive on every place, and with parts and indents in figures.
  public static func acceptedReferences(
    _ reference: LegalReference, case: KazakhCase = .nominative, naming: LegalActNaming = .issued
  ) -> [String] {
    let inFigures = LegalReference(
      reference.act, approvedBy: reference.approval,
      reference.provisions.map { $0.written(.figures) })
    return [reference, inFigures].flatMap { reference in
      [false, true].map {
        KazakhCitation(naming: naming, isFullyGenitive: $0).text(reference, `case`)
      }
    }.withoutRepetition
  }

  /// Returns `act` in a case: «„Байланыс туралы“ 2004 жылғы 5 шілдедегі № 567 Қазақстан Республикасының Заңы».
  public static func act(
    _ act: LegalAct, case: KazakhCase = .nominative, naming: LegalActNaming = .full
  ) -> String {
    reference(LegalReference(act), case: `case`, naming: naming)
  }
}

/// Writes one citation.
private struct KazakhCitation {
  let naming: LegalActNaming
  /// Whether places in the middle have the genitive as well.
  let isFullyGenitive: Bool

  func text(_ reference: LegalReference, _ grammaticalCase: KazakhCase) -> String {
    let provisions = reference.provisions
    var parts: [String] = []
    if let approval = reference.approval {
      parts.append(act(approval, .instrumental) + " бекітілген")
    }
    if let act = reference.act {
      let owned = provisions.first.map { $0.level == .annex ? KazakhCase.dative : .genitive }
      parts.append(self.act(act, owned ?? grammaticalCase))
    }
    for (index, provision) in provisions.enumerated() {
      let isOwned = provision.level != .annex && (index > 0 || reference.act != nil)
      let inner = provisions[(index + 1)...].first
      let itsCase: KazakhCase
      if let inner {
        let isBeforeLast = index == provisions.count - 2
        let needsGenitive = isBeforeLast || !isOwned || isFullyGenitive
        itsCase = inner.level == .annex ? .dative : needsGenitive ? .genitive : .nominative
      } else {
        itsCase = grammaticalCase
      }
      parts.append(self.provision(provision, isOwned: isOwned, itsCase))
    }
    return parts.joined(separator: " ")
  }

  private func provision(
    _ provision: LegalReference.Provision, isOwned: Bool, _ grammaticalCase: KazakhCase
  ) -> String {
    let noun = Kazakh.inflect(
      provision.level.kazakhNoun, number: provision.isPlural ? .plural : .singular,
      possessive: isOwned ? .third : nil, case: grammaticalCase, lexicon: .empty)
    guard !provision.numbers.isEmpty else { return noun }
    let inWords = provision.wording == .words
    let numbers = provision.written(listedWith: "және") { text in
      if inWords, let number = Int(text), number > 0 { return Kazakh.ordinalWords(number) }
      return text + provision.bracket
    }
    let endsInFigure = numbers.last?.isNumber ?? false
    let joint = endsInFigure ? "-" : provision.level == .subparagraph ? Space.noBreak : " "
    return numbers + joint + noun
  }

  private func act(_ act: LegalAct, _ grammaticalCase: KazakhCase) -> String {
    let isNamed = act.name != nil && naming != .term && naming != .this
    let isOwned = naming != .term && naming != .this && hasOwner(act)
    let word = isNamed ? act.kind.kazakhNoun.lowercased() : act.kind.kazakhNoun
    let noun = Kazakh.inflect(
      word, number: act.kind.isPlural ? .plural : .singular, possessive: isOwned ? .third : nil,
      case: grammaticalCase, lexicon: .empty)
    switch naming {
    case .term: return noun
    case .this: return "осы " + noun
    case .short:
      return ([act.title?.kazakh.quoted, act.name?.kazakh, noun] as [String?]).joinedWords
    case .issued, .full: break
    }
    let isFull = naming == .full
    let date = isFull ? act.date.map { Kazakh.date($0, .attributive) } : nil
    let number = isFull ? act.number.map { "№" + Space.noBreak + $0 } : nil
    let title = act.title?.kazakh.quoted
    if act.kind.isOfState, act.issuer == nil {
      let state = grammaticalCase == .genitive && !isFullyGenitive ? republic : republicGenitive
      // A name is part of the noun phrase, from which nothing parts it; a title stands apart, before everything.
      return act.name == nil
        ? [title, date, number, state, noun].joinedWords
        : [
          title, date == nil && number == nil ? state : republicGenitive, date, number,
          act.name?.kazakh, noun,
        ].joinedWords
    }
    let issuer = act.issuer?.kazakh ?? act.kind.kazakhIssuer
    return [title, issuer, date, number, act.name?.kazakh, noun].joinedWords
  }

  /// Whether anything stands before the noun that it belongs to.
  private func hasOwner(_ act: LegalAct) -> Bool {
    if act.title != nil || act.name != nil { return true }
    guard naming != .short else { return false }
    return act.issuer != nil || act.kind.isOfState || act.kind.kazakhIssuer != nil
      || naming == .full && (act.date != nil || act.number != nil)
  }

  private var republic: String { "Қазақстан Республикасы" }
  private var republicGenitive: String { "Қазақстан Республикасының" }
}

extension [String?] {
  /// The texts that are there, with spaces between them.
  var joinedWords: String { compactMap { $0 }.joined(separator: " ") }
}

extension LegalReference.Provision.Level {
  fileprivate var kazakhNoun: String {
    switch self {
    case .annex: "қосымша"
    case .section: "бөлім"
    case .chapter: "тарау"
    case .article: "бап"
    case .paragraph: "тармақ"
    case .subparagraph: "тармақша"
    case .part: "бөлік"
    case .indent: "абзац"
    }
  }
}

extension LegalAct.Kind {
  /// Rules are many in both languages: Қағидалар, Правила.
  var isPlural: Bool { self == .rules }

  /// Whether the state itself is named as the one whose act it is.
  var isOfState: Bool {
    switch self {
    case .constitution, .constitutionalLaw, .code, .law: true
    default: false
    }
  }

  /// The noun, of rules in the singular.
  fileprivate var kazakhNoun: String {
    switch self {
    case .constitution: "Конституция"
    case .constitutionalLaw: "Конституциялық заң"
    case .code: "Кодекс"
    case .law: "Заң"
    case .decree: "Жарлық"
    case .resolution: "қаулы"
    case .order: "бұйрық"
    case .decision: "шешім"
    case .disposition: "өкім"
    case .rules: "Қағида"
    case .regulations: "Ереже"
    case .instruction: "Нұсқаулық"
    case .method: "Әдістеме"
    case .standard: "Стандарт"
    }
  }

  /// The only body that issues such acts.
  fileprivate var kazakhIssuer: String? {
    switch self {
    case .decree: "Қазақстан Республикасы Президентінің"
    case .resolution: "Қазақстан Республикасы Үкіметінің"
    default: nil
    }
  }
}
