import Diagnostics
import Language

/// G4: a predicate agrees with its subject, where it is sure which word that is.
enum RussianPredicateRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    guard passage.kind != .title else { return [] }
    let counts = Counts(passage)
    return passage.units.indices.compactMap { index in
      guard let predicate = Predicate(index, passage) else { return nil }
      return counted(predicate, counts, passage)
        ?? RussianSubjectSearch(predicate, passage).finding()
    }
  }

  /// A word that agrees with its subject.
  struct Predicate {
    let index: Int
    let unit: RussianUnit
    /// The nominatives that it may belong to.
    let subject: RussianForms
    /// A verb that may have an object: «направило», «сообщает».
    let isActive: Bool

    init?(_ index: Int, _ passage: RussianPassage) {
      let unit = passage.units[index]
      let reading = unit.reading
      guard unit.kind == .word, !reading.subject.isEmpty,
        reading.isOnly([.predicate, .reflexive]), !reading.isOneOf(.infinitive)
      else { return nil }
      // «Какие бы то ни было».
      if passage[index - 1]?.word == "ни" { return nil }
      // «Что касается просьбы …», «лишился более 1 млн тенге»: the genitive behind them is no subject.
      if Self.withGenitive.contains(where: unit.word.hasPrefix) { return nil }
      self.index = index
      self.unit = unit
      subject = reading.subject
      isActive =
        !reading.isOneOf([.shortForm, .reflexive])
        && !Self.withoutObject.contains(where: unit.word.hasPrefix)
    }

    private static let withGenitive = ["касает", "касал", "лишил", "добил", "коснул", "опаса"]

    /// Verbs that have no object.
    private static let withoutObject = [
      "поступ", "вступ", "остал", "остан", "был", "буд", "произош", "возник", "действ",
      "функционир",
    ]
  }

  // MARK: Counted subjects

  /// The counted phrases of a passage that may be subjects, in its order.
  private struct Counts {
    private let all: [RussianCountedPhrase]
    /// By the units of their nouns.
    private let nouns: [Int: Int]
    /// By the first units of their numbers.
    private let starts: [Int: Int]
    private let passage: RussianPassage

    init(_ passage: RussianPassage) {
      all = RussianCountedPhrase.all(in: passage).filter {
        !$0.isGoverned && $0.nounFits(passage, .nominative)
      }
      nouns = Dictionary(uniqueKeysWithValues: zip(all.map(\.noun), all.indices))
      starts = Dictionary(
        uniqueKeysWithValues: zip(all.map(\.number.units.lowerBound), all.indices))
      self.passage = passage
    }

    /// The phrase right before a predicate, and those behind it that its clause may reach: only these are looked at, so that a long list of numbers costs no more than its length.
    func near(_ predicate: Predicate) -> [RussianCountedPhrase] {
      guard !all.isEmpty else { return [] }
      let before = nouns[predicate.index - 1].map { [all[$0]] } ?? []
      var end = predicate.index + 1
      while let unit = passage[end],
        RussianPredicateRule.isTransparent(unit) || RussianPredicateRule.isPassed(unit)
      {
        end += 1
      }
      let reached = (predicate.index + 1..<end + 1).compactMap { starts[$0] }
      return before + reached.map { all[$0] }
    }
  }

  /// «Подготовлен 172 проекта», «51 ссылка удалено».
  private static func counted(
    _ predicate: Predicate, _ counts: Counts, _ passage: RussianPassage
  ) -> TextFinding? {
    guard !predicate.isActive else { return nil }
    for count in counts.near(predicate) {
      guard isBehind(predicate, count, passage) || isBefore(predicate, count, passage),
        !count.nouns(passage).contains(where: { measures.contains($0.lemma) })
      else { continue }
      let expected: RussianForms
      if RussianPluralCategory(count.number.figure) == .one {
        let noun = passage.units[count.noun].reading.noun
        expected = noun.intersection(.nominative)
        guard !expected.isEmpty, !count.nouns(passage).contains(where: \.isPluralOnly) else {
          continue
        }
        // «Отремонтированы 21 дом и 4 моста»: what is joined is more than one.
        if predicate.subject.meets(.plural), isJoined(count, passage) { continue }
        // Twenty-one and more also take «направлено» in the press; letters count one by one.
      } else {
        expected = RussianForms([.neuter, .plural]).intersection(.nominative)
      }
      guard !predicate.subject.meets(expected), !hasOther(predicate, count, passage) else {
        continue
      }
      return finding(predicate, expected, subject(count), passage)
    }
    return nil
  }

  private static func isJoined(
    _ count: RussianCountedPhrase, _ passage: RussianPassage
  ) -> Bool {
    guard let joint = passage[count.noun + 1], joint.isWord(["и"]) || joint.isMark([","]),
      let next = passage[count.noun + 2]
    else { return false }
    return next.kind == .number || next.reading.isOneOf(.numeral) || next.isSureNoun
  }

  private static func subject(_ count: RussianCountedPhrase) -> ClosedRange<Int> {
    count.number.units.lowerBound...count.noun
  }

  /// Whether only such words stand between the predicate and the number as do not change the subject.
  private static func isBehind(
    _ predicate: Predicate, _ count: RussianCountedPhrase, _ passage: RussianPassage
  ) -> Bool {
    let between = predicate.index + 1..<max(predicate.index + 1, count.number.units.lowerBound)
    guard count.number.units.lowerBound > predicate.index else { return false }
    if between.allSatisfy({ isTransparent(passage.units[$0]) }) { return true }
    // «Направлено в адрес операторов 2 уведомления»: the form must show that it is no attribute.
    return RussianPluralCategory(count.number.figure) == .few
      && passage.units[count.noun].reading.noun.isSubset(
        of: RussianForms.singular.intersection(.genitive).union([.nominative, .accusative]))
      && passage.units[predicate.index + 1].isPreposition
      && between.allSatisfy { isPassed(passage.units[$0]) }
      && passage[count.number.units.lowerBound - 1].map { $0.isSureNoun } ?? false
  }

  private static func isTransparent(_ unit: RussianUnit) -> Bool {
    unit.reading.isOneOf([.adverb, .particle])
      || RussianCountContext.transparent.contains(unit.word)
  }

  /// Whether a word may stand between a predicate and its subject: «направлено в адрес операторов».
  private static func isPassed(_ unit: RussianUnit) -> Bool {
    unit.kind == .word && !unit.isOpaque
      && !unit.reading.isOneOf([.predicate, .infinitive, .conjunction])
  }

  private static func isBefore(
    _ predicate: Predicate, _ count: RussianCountedPhrase, _ passage: RussianPassage
  ) -> Bool {
    guard count.noun + 1 == predicate.index else { return false }
    var index = count.number.units.lowerBound - 1
    // «Учащихся в возрасте 13 – 15 лет»: an attribute of the noun before.
    while let dash = passage[index], dash.isMark(["–", "-", "—"]),
      passage[index - 1]?.kind == .number
    {
      index -= 2
    }
    if passage[index]?.word.hasPrefix("возраст") ?? false { return false }
    while let unit = passage[index], unit.kind == .word,
      unit.reading.isOnly([.adverb, .particle])
        || RussianCountContext.transparent.contains(unit.word)
    {
      index -= 1
    }
    // «Первые две заявки одобрены».
    while let unit = passage[index], unit.isModifier { index -= 1 }
    return passage[index].map { $0.kind == .mark } ?? true
  }

  /// What measures a time or an amount is no subject: «закрыт 3 дня», «повторён 2 раза».
  private static let measures: WordSet = [
    "раз", "день", "месяц", "год", "час", "минута", "секунда", "неделя", "сутки", "процент", "метр",
    "километр", "литр",
    "пункт", "балл",
  ]

  /// Whether the predicate has another subject in its clause.
  private static func hasOther(
    _ predicate: Predicate, _ count: RussianCountedPhrase, _ passage: RussianPassage
  ) -> Bool {
    let start = passage.clauseStart(before: predicate.index)
    guard start < predicate.index else { return false }
    return (start..<predicate.index).contains { index in
      guard index < count.number.units.lowerBound || index > count.noun else { return false }
      let unit = passage.units[index]
      if unit.kind == .name { return false }
      return unit.kind == .word && unit.reading.noun.meets(predicate.subject)
        && !isGovernedByPreposition(index, passage)
    }
  }

  static func isGovernedByPreposition(_ index: Int, _ passage: RussianPassage) -> Bool {
    var index = index - 1
    while let unit = passage[index], unit.isModifier || unit.kind == .number { index -= 1 }
    return passage[index]?.isPreposition ?? false
  }

  // MARK: Findings

  static func finding(
    _ predicate: Predicate, _ expected: RussianForms, _ subject: ClosedRange<Int>,
    _ passage: RussianPassage
  ) -> TextFinding {
    let words = passage.words(predicate.index...predicate.index)
    let other = passage.words(subject)
    return TextFinding(
      "G4",
      Message(
        kk: "`\(words)` баяндауышы `\(other)` бастауышымен қиыспайды",
        ru: "сказуемое `\(words)` не согласуется с подлежащим `\(other)`",
        en: "the predicate `\(words)` does not agree with its subject `\(other)`"),
      at: passage.range(predicate.index...predicate.index),
      hint: agreeing(predicate.unit.word, expected).map(RussianHint.write))
  }

  /// The predicate with another ending, where that can be told: «внесены» to «внесена».
  private static func agreeing(_ word: String, _ expected: RussianForms) -> String? {
    let isShort = ["ен", "ан", "ят", "ыт"].contains { end in
      ["", "а", "о", "ы"].contains { word.hasSuffix(end + $0) }
    }
    guard isShort, !word.hasPrefix("долж"), !word.hasPrefix("нуж") else { return nil }
    let stem = ["а", "о", "ы"].contains(where: word.hasSuffix) ? String(word.dropLast()) : word
    if expected.meets(.feminine) { return stem + "а" }
    if expected.meets(.neuter) { return stem + "о" }
    return expected.meets(.plural) ? stem + "ы" : stem
  }
}
