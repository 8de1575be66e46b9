import Diagnostics
import Language

/// G4: bodies that are joined by «и» have their predicate in the plural: «Министерство и Комитет сообщают».
enum RussianJoinedSubjectRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    guard passage.kind == .sentence else { return [] }
    return passage.units.indices.dropFirst(3).compactMap { finding($0, passage) }
  }

  private static func finding(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    guard let predicate = RussianPredicateRule.Predicate(index, passage),
      !predicate.subject.meets(.plural), let last = head(before: index, passage),
      let joint = joint(before: last, passage), let first = head(before: joint, passage),
      !isGoverned(first, passage), !hasPredicate(before: first, passage)
    else { return nil }
    return RussianPredicateRule.finding(
      predicate, .plural.intersection(.nominative), first...last, passage)
  }

  /// The body in the nominative whose attributes end before `end`.
  private static func head(before end: Int, _ passage: RussianPassage) -> Int? {
    var index = end - 1
    while let unit = passage[index], unit.isWord(["также", "совместно", "уже", "не", "ежегодно"]) {
      index -= 1
    }
    while let unit = passage[index], end - index < 20 {
      if isBody(unit) { return index }
      guard isAttribute(unit) else { return nil }
      index -= 1
    }
    return nil
  }

  private static func isBody(_ unit: RussianUnit) -> Bool {
    unit.isSureNoun && unit.reading.noun.meets(.nominative.intersection(.singular))
      && !unit.reading.noun.meets(.genitive)
      && unit.reading.nouns.contains { bodies.contains($0.lemma) }
  }

  /// What may belong to the name of a body: «культуры и информации Республики Казахстан (далее – …)».
  private static func isAttribute(_ unit: RussianUnit) -> Bool {
    switch unit.kind {
    case .name, .aside: true
    case .number: false
    case .mark: false
    case .word:
      unit.isWord(["и", "по", "казахстан"]) || unit.isCapitalized && unit.reading.isOneOf(.unknown)
        || unit.isSureNoun && unit.reading.noun.meets([.genitive, .dative])
        || unit.isModifier && unit.reading.modifier.meets([.genitive, .dative])
    }
  }

  /// The «и» right before a body and its adjectives.
  private static func joint(before head: Int, _ passage: RussianPassage) -> Int? {
    var index = head - 1
    while let unit = passage[index], unit.isSureModifier { index -= 1 }
    return passage[index]?.isWord(["и"]) ?? false ? index : nil
  }

  /// «Направлено в Министерство и Комитет»: objects of a preposition, or of a verb.
  private static func isGoverned(_ index: Int, _ passage: RussianPassage) -> Bool {
    var before = index - 1
    while let unit = passage[before], unit.isModifier { before -= 1 }
    guard let unit = passage[before] else { return false }
    return unit.kind == .word
      && (unit.isPreposition
        || unit.reading.isOneOf([.predicate, .infinitive, .gerund, .participle]))
  }

  /// «Уведомило Министерство и Комитет сообщает»: two sentences in one.
  private static func hasPredicate(before index: Int, _ passage: RussianPassage) -> Bool {
    (passage.clauseStart(before: index)..<index).contains {
      passage.units[$0].reading.isOneOf(.predicate) && !passage.units[$0].reading.isOneOf(.noun)
    }
  }

  private static let bodies: WordSet = [
    "министерство", "комитет", "агентство", "управление", "департамент", "ведомство", "суд",
    "акимат", "прокуратура", "правительство", "министр", "председатель", "заместитель", "банк",
    "парламент", "мажилис", "сенат", "инспекция", "служба", "аким", "прокурор", "руководитель",
  ]
}
