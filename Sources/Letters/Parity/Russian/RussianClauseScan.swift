import Language

/// The nouns of one side of a clause that may be its subject.
struct RussianClauseScan {
  /// A noun in what may be the nominative.
  struct Candidate {
    let index: Int
    let forms: RussianForms
    /// Whether it may belong to the noun before it: «деятельность казино».
    let isAttribute: Bool
    /// Whether it can be nothing but a subject where it stands.
    let isSure: Bool
  }

  private(set) var candidates: [Candidate] = []
  /// Whether «и» or its like joins some of the words.
  var isJoined = false
  /// Whether a number stands there that no preposition governs.
  private(set) var hasNumber = false
  /// The first noun that no preposition governs.
  private(set) var first: Int?

  var sure: [Candidate] { candidates.filter(\.isSure) }

  private let passage: RussianPassage
  private let range: Range<Int>
  private let isBefore: Bool
  /// What the preposition before the words governs.
  private var governed: RussianForms?
  private var lastGoverned: RussianForms?
  private var isBehindNoun = false
  /// What the adjectives before the words allow.
  private var allowed = RussianForms.all

  /// `nil` if something stands there that may be anything.
  init?(_ range: Range<Int>, _ passage: RussianPassage, isBefore: Bool) {
    self.passage = passage
    self.range = range
    self.isBefore = isBefore
    for index in range {
      if read(index) { continue }
      // Behind the predicate the rest of a clause may belong to another word.
      guard !isBefore, passage.units[index].reading.isOneOf(.infinitive) || !sure.isEmpty else {
        return nil
      }
      break
    }
  }

  /// Takes the next unit in; `false` if the sentence cannot be understood through it.
  private mutating func read(_ index: Int) -> Bool {
    let unit = passage.units[index]
    switch unit.kind {
    case .aside: return true
    case .mark: return unit.word == "%"
    case .number: return readNumber(index)
    case .name:
      // A name behind a noun is its attribute, behind a preposition the noun itself.
      if passage.text.tokens[unit.tokens.lowerBound].isMark("№") { return true }
      guard isBehindNoun || governed != nil else { return false }
      governed = nil
      isBehindNoun = true
      return true
    case .word: return readWord(index, unit)
    }
  }

  private mutating func readNumber(_ index: Int) -> Bool {
    let before = passage[index - 1]
    let isNumbered =
      before?.reading.nouns.contains { RussianCountContext.numbered.contains($0.lemma) } ?? false
    if isNumbered || before.map(\.isMonth) ?? false
      || passage[index + 1].map({ $0.isMonth || $0.isYear }) ?? false
    {
      governed = nil
      return true
    }
    if governed != nil { return true }
    hasNumber = true
    return !isBefore
  }

  private mutating func readWord(_ index: Int, _ unit: RussianUnit) -> Bool {
    let reading = unit.reading
    if unit.word.allSatisfy({ "ivx".contains($0) }) || unit.isWord(["тыс", "млн", "млрд", "трлн"]) {
      return true
    }
    // «Республики Казахстан»: a name behind a noun.
    if unit.isCapitalized, isBehindNoun, reading.isOneOf(.unknown) { return true }
    if reading.isOneOf(.unknown), governed != nil {
      governed = nil
      isBehindNoun = true
      return true
    }
    if reading.isOneOf([.unknown, .infinitive, .gerund]) { return false }
    if reading.isOneOf(.numeral) {
      hasNumber = true
      return governed != nil || !isBefore
    }
    if reading.isOneOf(.predicate), !reading.isOneOf([.noun, .adjective, .participle]) {
      return false
    }
    if unit.isWord(["и", "или", "либо"]) {
      isJoined = true
      // «Для чтения и записи»: what is joined has the same governor.
      if isBehindNoun { governed = lastGoverned }
      return true
    }
    if reading.isOneOf(.preposition) {
      governed = RussianGovernment.complex(endingAt: index, passage) ?? reading.governed
      isBehindNoun = false
      return true
    }
    if reading.isOneOf(.pronoun) { return readPronoun(index, unit) }
    if reading.isOneOf(.noun), !isAdjective(index, unit) {
      readNoun(index, unit)
      return true
    }
    if unit.isModifier { return readModifier(index, unit) }
    return true
  }

  /// «Рабочих дней»: a word that is a noun too, before a noun.
  private func isAdjective(_ index: Int, _ unit: RussianUnit) -> Bool {
    guard unit.isModifier, let next = passage[index + 1], range.contains(index + 1) else {
      return false
    }
    return next.isModifier
      || next.reading.isOneOf(.noun)
        && !unit.reading.agreement(with: next.reading).isEmpty
  }

  private mutating func readPronoun(_ index: Int, _ unit: RussianUnit) -> Bool {
    if let forms = Self.persons[unit.word], governed == nil {
      guard unit.word != "это" || index + 1 == range.upperBound else { return false }
      if first == nil { first = index }
      candidates.append(
        Candidate(index: index, forms: forms, isAttribute: false, isSure: isBefore))
      return true
    }
    guard Self.oblique.contains(unit.word) else { return false }
    governed = nil
    return true
  }

  private static let persons: [String: RussianForms] = {
    func nominative(_ forms: RussianForms) -> RussianForms { forms.intersection(.nominative) }
    return [
      "вы": nominative(.plural), "мы": nominative(.plural), "они": nominative(.plural),
      "она": nominative(.feminine), "он": nominative(.masculine), "оно": nominative(.neuter),
      "это": nominative(.neuter),
    ]
  }()

  private static let oblique: WordSet = [
    "его", "ее", "её", "их", "этого", "тем", "этом", "том", "чего", "чем", "всего", "ним", "него",
    "них", "ними", "нее",
    "неё", "ней", "вам", "вами", "вас", "нам", "нами", "нас", "им", "ему", "себе", "собой",
  ]

  private mutating func readNoun(_ index: Int, _ unit: RussianUnit) {
    let noun = unit.reading.noun
    let fitting = noun.intersection(allowed)
    let effective = fitting.isEmpty ? noun : fitting
    allowed = .all
    let wasBehindNoun = isBehindNoun
    // A time has no attributes that could be taken for subjects: «в 2021 году меры приняты».
    isBehindNoun = !unit.isTime
    if let cases = governed {
      governed = nil
      lastGoverned = cases
      if effective.meets(cases) { return }
    } else if !(wasBehindNoun && effective.meets(.genitive)) {
      lastGoverned = nil
      if first == nil { first = index }
    }
    var forms = effective.intersection(.nominative)
    guard !forms.isEmpty, !unit.isTime, !isCounted(index) else { return }
    let isAttribute = wasBehindNoun && effective.meets(.genitive)
    // Behind a sure subject it is no subject of its own: «деятельность казино».
    if isAttribute, candidates.contains(where: \.isSure) { return }
    if unit.reading.nouns.contains(where: { Self.quantities.contains($0.lemma) }) {
      // «Ряд сайтов заблокирован», «заблокированы».
      forms.formUnion(RussianForms.plural.intersection(.nominative))
    }
    let isSure =
      !isAttribute && fitting == effective && unit.reading.isOnly([.noun, .adjective, .participle])
      && (isBefore || index == first && isRightBehind(index))
    candidates.append(
      Candidate(index: index, forms: forms, isAttribute: isAttribute, isSure: isSure))
  }

  /// «Направил 5 писем»: what a number counts is judged with the number.
  private func isCounted(_ index: Int) -> Bool {
    var position = index - 1
    while position >= range.lowerBound, passage.units[position].isModifier { position -= 1 }
    guard position >= range.lowerBound else { return false }
    let unit = passage.units[position]
    return unit.kind == .number || unit.reading.isOneOf(.numeral)
      || unit.isWord(["тыс", "млн", "млрд", "трлн"])
  }

  /// Whether nothing but its adjectives stands between the predicate and a noun.
  private func isRightBehind(_ index: Int) -> Bool {
    (range.lowerBound..<index).allSatisfy { position in
      let unit = passage.units[position]
      return unit.isModifier || unit.isWord(["также", "не", "его", "ее", "её", "их"])
    }
  }

  private mutating func readModifier(_ index: Int, _ unit: RussianUnit) -> Bool {
    allowed.formIntersection(unit.reading.modifier)
    if allowed.isEmpty { allowed = .all }
    guard unit.reading.modifier.meets(.nominative), governed == nil else { return true }
    // An adjective without its noun may be the subject itself.
    guard let next = passage[index + 1], range.contains(index + 1) else { return false }
    return next.isModifier || next.reading.isOneOf([.noun, .adverb]) || next.isWord(["и", "или"])
      || unit.reading.isOneOf(.participle)
  }

  /// Nouns with which a predicate agrees either way.
  private static let quantities: WordSet = [
    "ряд", "большинство", "часть", "множество", "число", "количество", "половина", "треть",
    "четверть", "доля", "меньшинство",
    "процент", "десяток", "сотня", "тысяча", "миллион", "миллиард", "пара", "группа",
  ]
}

extension RussianUnit {
  fileprivate var isMonth: Bool {
    kind == .word && reading.nouns.contains { RussianCountedPhrase.months.contains($0.lemma) }
  }

  fileprivate var isYear: Bool { kind == .word && reading.nouns.contains { $0.lemma == "год" } }

  /// «Закрыт неделю», «15 мая принято»: a time is seldom the subject.
  fileprivate var isTime: Bool {
    isMonth
      || reading.nouns.contains {
        [
          "год", "месяц", "день", "неделя", "час", "раз", "минута", "период", "квартал",
          "полугодие",
        ].contains($0.lemma)
      }
  }
}
