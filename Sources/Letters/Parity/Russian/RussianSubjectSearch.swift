import Language

/// Looks for the subject of a predicate in its clause.
struct RussianSubjectSearch {
  private let predicate: RussianPredicateRule.Predicate
  private let passage: RussianPassage

  init(_ predicate: RussianPredicateRule.Predicate, _ passage: RussianPassage) {
    self.predicate = predicate
    self.passage = passage
  }

  private static let plural = RussianForms.plural.intersection(.nominative)
  private static let neuter = RussianForms.neuter.intersection(.nominative)

  func finding() -> TextFinding? {
    guard let before = left() else { return afterComma() }
    guard let behind = right() else { return nil }
    let isPlural = predicate.subject.meets(Self.plural)
    if before.isJoined || behind.isJoined, isPlural { return nil }
    if !isPlural || predicate.unit.reading.isOneOf(.presentVerb), hasSentence { return nil }
    if let subject = before.sure.last, before.sure.count == 1 {
      return finding(subject, before, behind)
    }
    guard before.sure.isEmpty, !before.isJoined, !predicate.isActive, !hasSentence,
      let subject = behind.sure.first, behind.first == subject.index,
      // «Нарушения, выявленные при проверке, устранены органом»: what is no attribute may be the subject.
      !before.candidates.contains(where: { !$0.isAttribute && agrees($0) }),
      !behind.candidates.contains(where: agrees)
    else { return nil }
    if isNegated, !isPlural, passage.units[subject.index].reading.noun.meets(.genitive) {
      // «Не требуется совпадения».
      return nil
    }
    return RussianPredicateRule.finding(
      predicate, subject.forms, subject.index...subject.index, passage)
  }

  /// «…, приостановлено регистрация 3 организаций»: a clause that begins with its predicate, whose subject can be nothing else.
  private func afterComma() -> TextFinding? {
    guard predicate.unit.reading.isOneOf(.shortForm),
      passage[predicate.index - 1]?.isMark([","]) ?? false, !hasSentence,
      let behind = right(), !behind.isJoined, let subject = behind.sure.first,
      behind.first == subject.index,
      !passage.units[subject.index].reading.noun.meets([.accusative, .genitive]),
      !behind.candidates.contains(where: agrees),
      !passage.units[..<predicate.index].contains(where: { unit in
        unit.kind == .name
          || unit.reading.noun.meets(predicate.subject) && !unit.reading.noun.meets(.genitive)
      })
    else { return nil }
    return RussianPredicateRule.finding(
      predicate, subject.forms, subject.index...subject.index, passage)
  }

  private func finding(
    _ subject: RussianClauseScan.Candidate, _ before: RussianClauseScan, _ behind: RussianClauseScan
  ) -> TextFinding? {
    let noun = passage.units[subject.index].reading.noun
    let isOnlyNominative = !noun.meets(.accusative)
    // «Компания подало заявление»: what follows a sure nominative is the object.
    let rivals = behind.candidates.filter { candidate in
      !candidate.isAttribute
        && !(predicate.isActive && isOnlyNominative
          && passage.units[candidate.index].reading.noun.meets(.accusative))
    }
    if agrees(subject) || rivals.contains(where: agrees) { return nil }
    // «Это должен быть абзац».
    if passage.units[subject.index].word == "это", !predicate.unit.word.hasPrefix("явля") {
      return nil
    }
    if predicate.subject == Self.neuter, isNegated { return nil }
    if predicate.isActive {
      guard isActor(subject, before, behind), !before.candidates.contains(where: agrees) else {
        return nil
      }
    }
    if behind.hasNumber, passage.units[subject.index].reading.noun.meets(.accusative),
      !Self.measuring.contains(where: predicate.unit.word.hasPrefix), mayCount
    {
      return nil
    }
    return RussianPredicateRule.finding(
      predicate, subject.forms, subject.index...subject.index, passage)
  }

  /// «Запрос направило 5 органов», «запрос направила 21 организация»; but «модуль обработала 6 сообщений» has no other subject.
  private var mayCount: Bool {
    guard predicate.unit.reading.isOneOf(.pastVerb),
      !predicate.subject.meets(Self.plural.union(Self.neuter))
    else { return true }
    let end = passage.clauseEnd(after: predicate.index)
    return (predicate.index + 1..<end).contains { index in
      let unit = passage.units[index]
      switch unit.kind {
      case .number:
        let digits = passage.words(index...index)
        return digits.hasSuffix("1") && !digits.hasSuffix("11") && !digits.contains(",")
      case .word:
        return unit.reading.isOneOf(.numeral) || RussianNumberReader.ones.contains(unit.word)
      case .name, .aside, .mark: return false
      }
    }
  }

  private func agrees(_ candidate: RussianClauseScan.Candidate) -> Bool {
    candidate.forms.meets(predicate.subject)
  }

  /// Verbs whose number says how much: «сумма составила 5 тенге».
  private static let measuring = ["состав", "достиг", "превы", "вырос", "возрос", "сниз", "увелич"]

  private var isNegated: Bool { passage[predicate.index - 1]?.isWord(["не"]) ?? false }

  /// «Установлено, что …», «предложено внести …», «сообщено: …».
  private var hasSentence: Bool {
    guard let next = passage[predicate.index + 1] else { return false }
    if Self.personal.contains(where: predicate.unit.word.hasPrefix) { return false }
    if next.isMark([":"]) || next.isWord(["что", "чтобы", "о", "об"]) { return true }
    if next.isMark([","]) {
      return passage[predicate.index + 2]?
        .isWord(["что", "чтобы", "как", "где", "когда", "какие", "какой"]) ?? false
    }
    let end = passage.clauseEnd(after: predicate.index)
    return (predicate.index + 1..<end).contains { index in
      passage.units[index].reading.isOneOf(.infinitive)
        || passage.units[index].isWord(Self.amounts)
    }
  }

  /// What somebody must be: never without a subject.
  private static let personal = ["обязан", "долж", "намерен", "уполномочен", "готов"]
  private static let amounts: WordSet = [
    "мало", "много", "достаточно", "больше", "меньше", "немного", "более", "менее",
  ]

  /// Whether a noun before a verb that may have an object is its subject, and not that object.
  ///
  /// «Запрос направили» has its object first, «комитет направила» cannot: nobody else is there to agree with it.
  private func isActor(
    _ candidate: RussianClauseScan.Candidate, _ before: RussianClauseScan,
    _ behind: RussianClauseScan
  ) -> Bool {
    if behind.hasNumber, Self.measuring.contains(where: predicate.unit.word.hasPrefix) {
      return true
    }
    let reading = passage.units[candidate.index].reading
    if !reading.noun.meets(.accusative)
      || reading.nouns.contains(where: { Self.bodies.contains($0.lemma) })
    {
      return true
    }
    return before.first == candidate.index && reading.noun.isSubset(of: [.nominative, .accusative])
      && !reading.noun.meets(.plural) && !predicate.subject.meets(.plural)
  }

  /// Bodies act, and are seldom acted upon.
  private static let bodies: WordSet = [
    "министерство", "комитет", "агентство", "управление", "департамент", "ведомство", "суд",
    "акимат", "парламент",
    "мажилис", "сенат", "правительство", "общество", "предприятие", "товарищество",
  ]

  // MARK: Sides

  private func left() -> RussianClauseScan? {
    var end = predicate.index
    // «Будет направлено», «не были приняты».
    while let unit = passage[end - 1],
      unit.isWord(["не", "также", "уже"])
        || predicate.unit.reading.isOneOf(.shortForm) && unit.isWord(Self.auxiliaries)
    {
      end -= 1
    }
    var start = passage.clauseStart(before: end)
    if start == end, let outer = beforeParticiple(start) {
      end = outer.upperBound
      start = outer.lowerBound
    }
    if start > 0 {
      let border = passage.units[start - 1]
      let isClear =
        border.kind == .word
        ? border.isWord(["что", "если", "поскольку", "однако", "а", "но", "когда"])
        : border.isMark([",", ".", ";", ":", "–", "—", "\n"])
      // What stands before the comma may be the subject.
      guard isClear, start < end || !border.isMark([","]) else { return nil }
      if border.isMark([","]), let first = passage[start], first.reading.isOneOf(.participle),
        passage[start + 1].map({ first.reading.agreement(with: $0.reading).isEmpty }) ?? true
      {
        // A participle's phrase that no comma ends.
        return nil
      }
    }
    return RussianClauseScan(start..<end, passage, isBefore: true)
  }

  static let auxiliaries: WordSet = ["будет", "будут", "был", "была", "было", "были", "быть"]

  /// The clause that a participle's phrase between commas interrupts: «информация, размещённая на сайте, удалена».
  private func beforeParticiple(_ start: Int) -> Range<Int>? {
    guard let comma = passage[start - 1], comma.isMark([","]) else { return nil }
    let inner = passage.clauseStart(before: start - 1)
    guard let opening = passage[inner - 1], opening.isMark([","]),
      let first = passage[passage[inner]?.word == "не" ? inner + 1 : inner],
      first.reading.isOnly([.participle, .reflexive])
    else { return nil }
    let outer = passage.clauseStart(before: inner - 1)
    if let border = passage[outer - 1], !border.isMark([".", ";"]), !border.isWord(["что"]) {
      return nil
    }
    return outer..<inner - 1
  }

  private func right() -> RussianClauseScan? {
    var start = predicate.index + 1
    if predicate.unit.isWord(Self.auxiliaries) {
      while let unit = passage[start],
        unit.isWord(["не", "также"]) || unit.reading.isOnly(.shortForm)
      {
        start += 1
      }
    }
    let end = passage.clauseEnd(after: predicate.index)
    guard var side = RussianClauseScan(min(start, end)..<end, passage, isBefore: false) else {
      return nil
    }
    // «Относятся тип, описание и права»; but «подготовлен проект, который …».
    if passage[end]?.isMark([","]) ?? false, let next = passage[end + 1],
      next.reading.isOneOf([.noun, .adjective]) && !next.reading.isOneOf(.participle)
        || next.kind == .name
    {
      side.isJoined = true
    }
    return side
  }
}
