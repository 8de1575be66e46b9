import Language

/// Looks for the subject of a predicate in its clause.
struct RussianSubjectSearch {
  private typealias Predicate = RussianPredicateRule.Predicate

  private let predicate: RussianPredicateRule.Predicate
  private let passage: RussianPassage

  init(_ predicate: RussianPredicateRule.Predicate, _ passage: RussianPassage) {
    self.predicate = predicate
    self.passage = passage
  }

  /// A noun that may be the subject.
  private struct Candidate {
    let index: Int
    let forms: RussianForms
    /// Whether it can be nothing but the subject where it stands.
    let isSure: Bool
  }

  private enum Side {
    /// Something is there that may be anything.
    case unclear
    case candidates([Candidate], isJoined: Bool)
  }

  func finding() -> TextFinding? {
    guard case .candidates(let before, let isJoinedBefore) = left(),
      case .candidates(let behind, let isJoinedBehind) = right()
    else { return nil }
    let candidates = before + behind
    guard !candidates.contains(where: { $0.forms.meets(predicate.subject) }) else { return nil }
    let plural = RussianForms.plural.intersection(.nominative)
    if isJoinedBefore || isJoinedBehind {
      guard !predicate.subject.meets(plural) else { return nil }
    }
    if !predicate.subject.meets(plural), hasSentence { return nil }
    let isNeuter = predicate.subject == RussianForms.neuter.intersection(.nominative)
    if let subject = before.last(where: { $0.isSure }), before.count(where: { $0.isSure }) == 1 {
      // «Министерством меры принято решить»: a neuter may have no subject at all.
      if isNeuter, passage[predicate.index - 1]?.isWord(["не"]) ?? false { return nil }
      if isNeuter, !isRightBefore(subject.index) || hasSentence { return nil }
      if predicate.isActive, !isOnlyNominative(subject) { return nil }
      return RussianPredicateRule.finding(
        predicate, subject.forms, subject.index...subject.index, passage)
    }
    if passage[predicate.index - 1]?.isWord(["не"]) ?? false, !predicate.subject.meets(.plural),
      behind.first.map({ passage.units[$0.index].reading.noun.meets(.genitive) }) ?? false
    {
      // «Не требуется совпадения».
      return nil
    }
    guard before.isEmpty, !predicate.isActive, !isJoinedBefore, !hasSentence,
      let subject = behind.first, subject.isSure
    else { return nil }
    return RussianPredicateRule.finding(
      predicate, subject.forms, subject.index...subject.index, passage)
  }

  /// «Установлено, что …», «предложено внести …», «сообщено: …».
  private var hasSentence: Bool {
    guard let next = passage[predicate.index + 1] else { return false }
    if next.isMark([":"]) || next.isWord(["что", "чтобы", "о", "об"]) { return true }
    if next.isMark([","]) {
      return passage[predicate.index + 2]?.isWord([
        "что", "чтобы", "как", "где", "когда", "какие", "какой",
      ]) ?? false
    }
    let end = passage.clauseEnd(after: predicate.index)
    return (predicate.index + 1..<end).contains { index in
      passage.units[index].reading.isOneOf(.infinitive)
        || passage.units[index].isWord([
          "мало", "много", "достаточно", "больше", "меньше", "немного", "более", "менее",
        ])
    }
  }

  private func isOnlyNominative(_ candidate: Candidate) -> Bool {
    let noun = passage.units[candidate.index].reading.noun
    return !noun.meets(.accusative)
      || candidate.index == passage.clauseStart(before: predicate.index)
        && candidate.index + 1 == predicate.index && noun.isSubset(of: [.nominative, .accusative])
        && !noun.meets(.plural)
  }

  /// Whether only attributes in the genitive stand between a noun and the predicate.
  private func isRightBefore(_ index: Int) -> Bool {
    (index + 1..<predicate.index).allSatisfy { position in
      let unit = passage.units[position]
      return unit.kind == .aside || unit.isModifier
        || unit.isSureNoun && unit.reading.noun.meets(.genitive)
        || unit.isWord(["не", "также", "уже", "ранее", "полностью"])
    }
  }

  // MARK: Before the predicate

  private func left() -> Side {
    var start = passage.clauseStart(before: predicate.index)
    if start == predicate.index, let outer = beforeParticiple(start) {
      let end = outer.upperBound
      start = outer.lowerBound
      return candidates(start..<end, isBefore: true)
    }
    // «Которая запрещены»: the pronoun is the subject or not, the clause does not tell.
    if start > 0, passage.units[start - 1].kind == .word, start == predicate.index {
      return .unclear
    }
    if let border = passage[start - 1], border.isMark([","]) {
      // What stands before the comma may be the subject.
      guard start < predicate.index else { return .unclear }
    }
    if let border = passage[start - 1] {
      let isUnclear =
        border.kind == .word
        ? border.reading.isOneOf(.determiner) || border.isWord(["как", "чем"])
        : !border.isMark([",", ".", ";", ":", "–", "—", "\n"])
      if isUnclear { return .unclear }
    }
    return candidates(start..<predicate.index, isBefore: true)
  }

  /// The clause that a participle's phrase between commas interrupts: «информация, размещённая на сайте, удалена».
  private func beforeParticiple(_ start: Int) -> Range<Int>? {
    guard let comma = passage[start - 1], comma.isMark([","]) else { return nil }
    let inner = passage.clauseStart(before: start - 1)
    guard let opening = passage[inner - 1], opening.isMark([","]), let first = passage[inner],
      first.reading.isOnly([.participle, .reflexive])
    else { return nil }
    let outer = passage.clauseStart(before: inner - 1)
    if let border = passage[outer - 1], !border.isMark([".", ";"]) { return nil }
    return outer..<inner - 1
  }

  // MARK: Behind the predicate

  private func right() -> Side {
    let end = passage.clauseEnd(after: predicate.index)
    let side = candidates(predicate.index + 1..<end, isBefore: false)
    // «Относятся тип, описание и права».
    if case .candidates(let found, _) = side, passage[end]?.isMark([","]) ?? false {
      return .candidates(found, isJoined: true)
    }
    return side
  }

  // MARK: Nouns

  private func candidates(_ range: Range<Int>, isBefore: Bool) -> Side {
    var found: [Candidate] = []
    var isJoined = false
    var governed: RussianForms?
    var lastGoverned: RussianForms?
    var previousIsNoun = false
    for index in range {
      let unit = passage.units[index]
      switch unit.kind {
      case .aside: continue
      case .mark, .number: return .unclear
      case .name:
        // A name behind a noun is its attribute.
        guard previousIsNoun else { return .unclear }
        continue
      case .word: break
      }
      let reading = unit.reading
      // «Республики Казахстан»: a name behind a noun.
      if unit.isCapitalized, previousIsNoun, reading.isOneOf(.unknown) { continue }
      if reading.isOneOf(.unknown) || reading.isOneOf([.numeral, .infinitive, .gerund]) {
        return .unclear
      }
      if reading.isOneOf(.predicate), !reading.isOneOf([.noun, .adjective, .participle]) {
        return .unclear
      }
      if unit.isWord(["и", "или", "либо", "а"]) {
        isJoined = true
        // «Для чтения и записи»: what is joined has the same governor.
        if previousIsNoun { governed = lastGoverned }
        continue
      }
      if reading.isOneOf(.preposition) {
        governed = RussianGovernment.complex(endingAt: index, passage) ?? reading.governed
        previousIsNoun = false
        continue
      }
      if reading.isOneOf(.pronoun) {
        if [
          "его", "ее", "её", "их", "этого", "тем", "этом", "том", "чего", "чем", "всего", "ним",
          "него",
        ].contains(unit.word) {
          if governed != nil { governed = nil }
          continue
        }
        return .unclear
      }
      if reading.isOneOf(.noun) {
        if reading.nouns.contains(where: { Self.quantities.contains($0.lemma) }) { return .unclear }
        if let cases = governed {
          governed = nil
          lastGoverned = cases
          previousIsNoun = true
          if reading.noun.meets(cases) { continue }
        }
        let forms = reading.noun.intersection(.nominative)
        let isAttribute = previousIsNoun && reading.noun.meets(.genitive)
        // Behind a sure subject it is no subject of its own: «деятельность казино».
        if isAttribute, found.contains(where: { $0.isSure }) { continue }
        if !forms.isEmpty {
          let isSure =
            !isAttribute && reading.isOnly(.noun) && fits(index, forms, range)
            && (isBefore || index == firstNoun(range)) && !unit.isTime
          found.append(Candidate(index: index, forms: forms, isSure: isSure))
        }
        previousIsNoun = true
        continue
      }
      if unit.isModifier {
        // An adjective without its noun may be the subject itself.
        guard reading.modifier.meets(.nominative) else { continue }
        guard let next = passage[index + 1], range.contains(index + 1) else { return .unclear }
        if next.isModifier || next.reading.isOneOf(.noun) || next.isWord(["и", "или"]) { continue }
        if governed == nil { return .unclear }
        continue
      }
    }
    return .candidates(found, isJoined: isJoined)
  }

  /// Whether the adjectives before a noun let it be a nominative.
  private func fits(_ index: Int, _ forms: RussianForms, _ range: Range<Int>) -> Bool {
    var position = index - 1
    while range.contains(position), passage.units[position].isModifier {
      if !passage.units[position].reading.modifier.meets(forms) { return false }
      position -= 1
    }
    return true
  }

  /// The noun right behind the predicate, with nothing but adjectives before it.
  private func firstNoun(_ range: Range<Int>) -> Int? {
    for index in range {
      let unit = passage.units[index]
      if unit.reading.isOneOf(.noun) { return index }
      guard unit.isModifier || unit.isWord(["также", "не"]) else { return nil }
    }
    return nil
  }

  /// Nouns with which a predicate agrees either way: «ряд сайтов заблокирован», «заблокированы».
  private static let quantities: Set<String> = [
    "ряд", "большинство", "часть", "множество", "число", "количество", "половина", "треть",
    "четверть", "доля", "меньшинство",
    "процент", "десяток", "сотня", "тысяча", "миллион", "миллиард", "пара", "группа",
  ]
}

extension RussianUnit {
  /// «Закрыт неделю», «15 мая принято»: a time is seldom the subject.
  fileprivate var isTime: Bool {
    reading.nouns.contains {
      ["год", "месяц", "день", "неделя", "час", "раз", "минута", "сегодня"].contains($0.lemma)
    }
  }
}
