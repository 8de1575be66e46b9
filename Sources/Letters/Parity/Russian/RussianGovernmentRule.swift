import Diagnostics
import Language

/// G6: what stands right behind a preposition has a case that the preposition governs.
enum RussianGovernmentRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    var findings: [TextFinding] = []
    for index in passage.units.indices {
      let unit = passage.units[index]
      guard unit.kind == .word else { continue }
      if let finding = fixed(index, passage) {
        findings.append(finding)
      } else if let governor = governor(index, passage),
        let finding = finding(governor, passage)
      {
        findings.append(finding)
      }
    }
    return findings
  }

  /// A preposition and the cases that it governs.
  private struct Governor {
    let units: ClosedRange<Int>
    let cases: RussianForms
    let isComplex: Bool
  }

  private static func governor(_ index: Int, _ passage: RussianPassage) -> Governor? {
    let unit = passage.units[index]
    // «В случае, если» and «в связи с тем, что» have no noun.
    if let cases = RussianGovernment.complex(endingAt: index, passage) {
      let start = index - 1
      return Governor(units: max(0, start)...index, cases: cases, isComplex: true)
    }
    guard unit.reading.isOnly(.preposition) else { return nil }
    // «Относительно малое количество»: an adverb.
    if unit.word == "относительно", passage[index + 1]?.isModifier ?? true { return nil }
    // The first word of «из-за», «в соответствии с» stands for itself.
    return Governor(units: index...index, cases: unit.reading.governed, isComplex: false)
  }

  private static func finding(_ governor: Governor, _ passage: RussianPassage) -> TextFinding? {
    let first = governor.units.upperBound + 1
    guard let unit = passage[first], unit.kind == .word else { return nil }
    let preposition = passage.units[governor.units.upperBound]
    var noun: Int?
    var index = first
    var forms = RussianForms.all
    while let next = passage[index], next.isSureModifier, index - first < 4 {
      forms = forms.intersection(next.reading.modifier)
      index += 1
    }
    if let next = passage[index], next.isSureNoun, next.word != "интернет",
      !(index > first && takesComplement(index - 1, passage, next))
    {
      noun = index
    }
    // Adjectives that do not agree among themselves are another rule's.
    guard index > first || noun != nil, !forms.isEmpty else { return nil }
    if let noun {
      let nounForms = passage.units[noun].reading.noun
      if index > first {
        let reading = passage.units[index - 1].reading
        forms = forms.intersection(reading.agreement(with: passage.units[noun].reading))
        guard !forms.isEmpty else { return nil }
      }
      forms = forms.intersection(nounForms)
    }
    let cases =
      preposition.word == "по" && !governor.isComplex
      ? behindPo(noun.map { passage.units[$0] }) : governor.cases
    let governor = Governor(units: governor.units, cases: cases, isComplex: governor.isComplex)
    guard !forms.meets(cases),
      !isAllowed(preposition, forms, noun.map { passage.units[$0] }, passage, first)
    else {
      return nil
    }
    if governor.isComplex, mayStandAlone(governor, forms, passage.units[noun ?? first], passage) {
      return nil
    }
    let last = noun ?? index - 1
    return finding(governor, first...last, passage)
  }

  /// What a preposition takes besides its usual cases.
  private static func isAllowed(
    _ preposition: RussianUnit, _ forms: RussianForms, _ noun: RussianUnit?,
    _ passage: RussianPassage, _ first: Int
  ) -> Bool {
    if ["на", "через", "в", "за", "про", "под"].contains(preposition.word),
      noun?.reading.nouns.contains(where: { programs.contains($0.lemma) }) ?? false
    {
      return forms.meets(.nominative)
    }
    switch preposition.word {
    case "в", "во":
      // «Избрать в депутаты».
      return forms.meets(.plural.intersection(.nominative))
    case "о", "об":
      return noun?.reading.nouns.contains { ["стена", "берег"].contains($0.lemma) } ?? false
    case "с", "со":
      // «С неделю», «с месяц».
      return forms.meets(.accusative)
        && noun?.reading.nouns.contains { spans.contains($0.lemma) } ?? false
    case "между": return forms.meets(.plural.intersection(.genitive))
    default: return false
    }
  }

  /// «По» governs the dative, before verbal nouns the prepositional, before times the accusative.
  private static func behindPo(_ noun: RussianUnit?) -> RussianForms {
    guard let noun else { return [.dative, .accusative, .prepositional] }
    var cases = RussianForms.dative
    if noun.word.hasSuffix("ии") { cases.formUnion(.prepositional) }
    if noun.reading.nouns.contains(where: {
      times.contains($0.lemma) || RussianCountedPhrase.months.contains($0.lemma)
        || ["сторона", "число", "дата", "пояс", "грудь", "рубль", "тенге"].contains($0.lemma)
    }) {
      cases.formUnion(.accusative)
    }
    return cases
  }

  /// What is a program as well as a person.
  private static let programs: WordSet = [
    "менеджер", "робот", "бот", "клиент", "агент", "редактор",
  ]

  private static let spans: WordSet = ["неделя", "месяц", "год", "день", "час", "минута"]

  /// Whether the preposition's words may be a phrase of their own, so that another part of the sentence follows:
  /// «в области водосберегающие технологии внедрены», «в результате Министерством выявлено».
  private static func mayStandAlone(
    _ governor: Governor, _ forms: RussianForms, _ unit: RussianUnit, _ passage: RussianPassage
  ) -> Bool {
    let last = passage.units[governor.units.upperBound].word
    if forms.meets([.nominative, .accusative]) { return RussianGovernment.loose.contains(last) }
    return unit.isCapitalized
      && (RussianGovernment.loose.contains(last)
        || ["результатам", "итогам", "ходе", "случае"].contains(last))
  }

  /// Whether a participle or adjective has what follows it as its own: «утверждённом приказом», «равном сумме».
  static func takesComplement(
    _ index: Int, _ passage: RussianPassage, _ next: RussianUnit
  ) -> Bool {
    let unit = passage.units[index]
    guard !unit.reading.modifier.meets(next.reading.noun) else { return false }
    return RussianComplements.mayHave(unit, next)
  }

  private static func finding(
    _ governor: Governor, _ wrong: ClosedRange<Int>, _ passage: RussianPassage
  ) -> TextFinding {
    let words = passage.words(wrong)
    let preposition = passage.words(governor.units)
    let cases = RussianCase.allCases.filter { governor.cases.meets(RussianForms($0)) }
    let right = cases.first.flatMap { form(wrong, $0, passage) }
    return finding(words, preposition, cases, at: passage.range(wrong), right)
  }

  private static func finding(
    _ words: String, _ preposition: String, _ cases: [RussianCase], at range: Range<Int>,
    _ right: String?
  ) -> TextFinding {
    let names = cases.map(\.russianName).joined(separator: "/")
    return TextFinding(
      "G6",
      Message(
        kk:
          "`\(preposition)` сөзінен кейін \(names) септік керек, ал `\(words)` басқа септікте тұр",
        ru: "после `\(preposition)` нужен \(names) падеж, а `\(words)` стоит в другом",
        en: "`\(preposition)` calls for another case than `\(words)`"),
      at: range,
      hint: right.map { RussianHint.write($0) })
  }

  /// The words in another case, if each can be declined.
  static func form(
    _ units: ClosedRange<Int>, _ grammaticalCase: RussianCase, _ passage: RussianPassage
  ) -> String? {
    let last = passage.units[units.upperBound]
    guard let noun = last.reading.nouns.first else { return nil }
    let number: GrammaticalNumber =
      noun.forms(of: last.word).meets(.singular) ? .singular : .plural
    let adjectives = passage.units[units].dropLast().compactMap {
      RussianAdjective(anyForm: $0.word)
    }
    guard adjectives.count == units.count - 1 else { return nil }
    return RussianPhrase(noun, adjectives: adjectives).form(number, grammaticalCase)
  }

  // MARK: Fixed expressions

  /// «В течении срока», «по истечению»: the case that a fixed expression has once and for all.
  private static func fixed(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    guard let before = passage[index - 1], before.kind == .word else { return nil }
    let unit = passage.units[index]
    let next = passage[index + 1]
    let right: String
    switch (before.word, unit.word) {
    case ("в", "течении"):
      guard let next,
        next.kind == .number || next.reading.isOneOf(.numeral)
          || isTime(next)
          || next.isModifier && isTime(passage[index + 2])
      else { return nil }
      right = "течение"
    case ("по", "истечению"): right = "истечении"
    case ("в", "соответствия") where next.map { $0.isWord(["с", "со"]) } ?? false:
      right = "соответствии"
    case ("в", "течения") where next.map { $0.kind == .number || isTime($0) } ?? false:
      right = "течение"
    case ("том", _) where passage[index - 2]?.word == "в":
      guard unit.reading.nouns.contains(where: { $0.lemma == "число" }), unit.word != "числе" else {
        return nil
      }
      right = "числе"
    case ("по", "окончанию") where before.isCapitalized: right = "окончании"
    case ("по", "завершению") where before.isCapitalized: right = "завершении"
    case ("по", "прибытию"): right = "прибытии"
    case ("в", "отношение")
    where next.map { $0.kind == .number || $0.reading.noun.meets(.genitive) } ?? false:
      right = "отношении"
    case ("на", "основание")
    where next.map { $0.isSureNoun && $0.reading.noun.meets(.genitive) } ?? false:
      right = "основании"
    case ("в", "соответствие")
    where next.map { $0.isWord(["с", "со"]) } ?? false
      && !passage.units[..<index].contains { $0.word.hasPrefix("прив") }:
      right = "соответствии"
    default: return nil
    }
    return TextFinding(
      "G6",
      Message(
        kk: "`\(before.word) \(unit.word)`: тіркестегі септік қате",
        ru: "`\(before.word) \(unit.word)`: в этом выражении другой падеж",
        en: "`\(before.word) \(unit.word)`: this expression has another case"),
      at: passage.range(index...index), hint: RussianHint.write(right))
  }

  private static func isTime(_ unit: RussianUnit?) -> Bool {
    unit?.reading.nouns.contains { times.contains($0.lemma) } ?? false
  }

  private static let times: WordSet = [
    "день", "час", "месяц", "год", "неделя", "минута", "сутки", "срок", "квартал", "полугодие",
    "период", "время",
  ]
}

/// Hints that all rules of Russian give.
enum RussianHint {
  static func write(_ right: String) -> Message {
    Message(kk: "`\(right)` деп жазыңыз", ru: "напишите `\(right)`", en: "write `\(right)`")
  }
}
