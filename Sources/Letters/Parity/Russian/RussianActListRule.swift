import Diagnostics
import Language

/// G6: acts that are listed in one sentence stand in one case.
enum RussianActListRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    guard passage.kind == .sentence else { return [] }
    let all = passage.units.indices.filter { isAct(passage.units[$0]) }
    let acts = all.filter { !isOwned($0, passage) }
    var findings: [TextFinding] = []
    for position in acts.indices.dropFirst() {
      let index = acts[position]
      guard isJoined(index, passage) else { continue }
      let earlier = acts[..<position].filter { !hasPredicate(between: $0, index, passage) }
      guard let cases = shared(earlier, passage), !cases.meets(passage.units[index].reading.noun),
        // A preposition before the list may have given all of them their case.
        !earlier.isEmpty,
        // «Приказом об утверждении Правил и Методики»: it may be listed with one that depends on another word.
        !all.contains(where: {
          $0 < index
            && passage.units[$0].reading.noun.cases.meets(passage.units[index].reading.noun)
        })
      else { continue }
      findings.append(finding(index, earlier[earlier.count - 1], cases, passage))
    }
    return findings
  }

  private static func isAct(_ unit: RussianUnit) -> Bool {
    unit.isSureNoun && unit.reading.nouns.contains { acts.contains($0.lemma) }
  }

  private static let acts: WordSet = [
    "закон", "кодекс", "правило", "методика", "приказ", "постановление", "указ", "инструкция",
    "положение", "регламент",
    "конституция", "конвенция", "соглашение",
  ]

  /// «Проект Закона», «статья 6 Кодекса», «об утверждении Правил»: belongs to what stands before it.
  private static func isOwned(_ index: Int, _ passage: RussianPassage) -> Bool {
    guard let before = passage[index - 1], before.kind == .word || before.kind == .number else {
      return false
    }
    return before.kind == .number
      || before.isSureNoun && passage.units[index].reading.noun.meets(.genitive)
  }

  private static func isJoined(_ index: Int, _ passage: RussianPassage) -> Bool {
    guard let before = passage[index - 1] else { return false }
    return before.isWord(["также", "и"]) || before.isMark([","])
  }

  private static func hasPredicate(
    between first: Int, _ second: Int, _ passage: RussianPassage
  ) -> Bool {
    (first...second).contains { index in
      let unit = passage.units[index]
      return unit.kind == .word
        && (unit.reading.isOneOf([.predicate, .infinitive, .gerund])
          // A participle may govern the acts that follow it.
          || unit.reading.isOneOf([.participle])
            && passage.units[(index + 1)..<max(index + 1, second)].contains(where: isAct)
          || unit.isPreposition && index > first
            && passage[index + 1].map(isAct) ?? false)
        || unit.isMark([";", ":"])
    }
  }

  /// The one case in which all of the acts before stand.
  private static func shared(_ indices: [Int], _ passage: RussianPassage) -> RussianForms? {
    guard !indices.isEmpty else { return nil }
    let cases = indices.reduce(RussianForms.all) {
      $0.intersection(passage.units[$1].reading.noun.cases)
    }
    // Another case than the genitive shows that none of them depends on a noun.
    return cases.isEmpty || cases.meets(.genitive) ? nil : cases
  }

  private static func finding(
    _ index: Int, _ earlier: Int, _ cases: RussianForms, _ passage: RussianPassage
  ) -> TextFinding {
    let words = passage.words(index...index)
    let other = passage.words(earlier...earlier)
    let right = RussianCase.allCases.first { cases.meets(RussianForms($0)) }.flatMap {
      RussianGovernmentRule.form(index...index, $0, passage)
    }
    return TextFinding(
      "G6",
      Message(
        kk: "`\(words)` сөзі `\(other)` сөзімен бір қатарда тұр, бірақ септігі басқа",
        ru: "`\(words)` стоит в одном ряду с `\(other)`, но в другом падеже",
        en: "`\(words)` is listed with `\(other)` but is in another case"),
      at: passage.range(index...index), hint: right.map(RussianHint.write))
  }
}
