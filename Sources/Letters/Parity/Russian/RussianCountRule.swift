import Diagnostics
import Language

/// G3: what stands behind a number has the form that the number and the words before it call for.
enum RussianCountRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    guard passage.kind != .title else { return [] }
    var findings: [TextFinding] = []
    let phrases = RussianCountedPhrase.all(in: passage)
    for phrase in phrases {
      if let finding = finding(phrase, passage) { findings.append(finding) }
      if let finding = second(phrase, passage) { findings.append(finding) }
    }
    return findings + listed(phrases, passage)
  }

  /// «8 каналов, 3 групповых чатов и 1 бот»: what is listed stands in one case, and the nominative of one shows which.
  private static func listed(
    _ phrases: [RussianCountedPhrase], _ passage: RussianPassage
  ) -> [TextFinding] {
    var findings: [TextFinding] = []
    var start = 0
    while start < phrases.count {
      var end = start + 1
      while end < phrases.count, isJoined(phrases[end - 1], phrases[end], passage) { end += 1 }
      let row = phrases[start..<end]
      start = end
      guard let first = row.first, row.count > 1, !first.isGoverned,
        !isAttribute(first, passage), row.contains(where: { isNominative($0, passage) })
      else { continue }
      for phrase in row {
        let cases = cases(phrase, passage)
        guard cases.contains(.genitive), !cases.contains(.nominative),
          RussianPluralCategory(phrase.number.figure) != .many,
          let right = phrase.right(passage, wrong(phrase), .nominative)
        else { continue }
        findings.append(finding(phrase, passage, wrong(phrase), right))
      }
    }
    return findings
  }

  private static func wrong(_ phrase: RussianCountedPhrase) -> ClosedRange<Int> {
    (phrase.modifiers.first ?? phrase.noun)...phrase.noun
  }

  private static func isJoined(
    _ left: RussianCountedPhrase, _ right: RussianCountedPhrase, _ passage: RussianPassage
  ) -> Bool {
    left.noun + 2 == right.number.units.lowerBound
      && (passage.units[left.noun + 1].isMark([","]) || passage.units[left.noun + 1].isWord(["и"]))
  }

  private static func isAttribute(
    _ phrase: RussianCountedPhrase, _ passage: RussianPassage
  ) -> Bool {
    guard let before = passage[phrase.number.units.lowerBound - 1] else { return false }
    return before.isSureNoun && before.word != "числе"
  }

  private static func isNominative(
    _ phrase: RussianCountedPhrase, _ passage: RussianPassage
  ) -> Bool {
    let cases = cases(phrase, passage)
    return cases.contains(.nominative) && !cases.contains(.genitive)
  }

  /// The cases in which noun and adjectives may stand.
  private static func cases(
    _ phrase: RussianCountedPhrase, _ passage: RussianPassage
  ) -> [RussianCase] {
    phrase.number.cases.filter { grammaticalCase in
      phrase.nounFits(passage, grammaticalCase)
        && phrase.modifiers.allSatisfy {
          phrase.modifier(passage.units[$0], fits: grammaticalCase)
        }
    }
  }

  private static func finding(
    _ phrase: RussianCountedPhrase, _ passage: RussianPassage
  ) -> TextFinding? {
    var allowed = phrase.number.cases.filter { phrase.slot.meets(RussianForms($0)) }
    if allowed.isEmpty, !phrase.isGoverned { allowed = phrase.number.cases }
    let fits = allowed.filter { grammaticalCase in
      phrase.nounFits(passage, grammaticalCase)
    }
    let modifiersFit = fits.contains { grammaticalCase in
      phrase.modifiers.allSatisfy { phrase.modifier(passage.units[$0], fits: grammaticalCase) }
    }
    if !fits.isEmpty, modifiersFit { return nil }
    var wrong = phrase.modifiers.first.map { $0...phrase.noun } ?? phrase.noun...phrase.noun
    if !fits.isEmpty {
      let misfits = phrase.modifiers.filter { index in
        !fits.contains { phrase.modifier(passage.units[index], fits: $0) }
      }
      if let first = misfits.first, let last = misfits.last { wrong = first...last }
    } else if allowed.contains(where: { grammaticalCase in
      phrase.modifiers.allSatisfy { phrase.modifier(passage.units[$0], fits: grammaticalCase) }
    }) {
      wrong = phrase.noun...phrase.noun
    }
    let right = (fits.first ?? phrase.preferred(allowed)).flatMap {
      phrase.right(passage, wrong, $0)
    }
    return finding(phrase, passage, wrong, right)
  }

  /// «4656 интернет-ресурсов и ссылка»: what is counted together stands in one form.
  private static func second(
    _ phrase: RussianCountedPhrase, _ passage: RussianPassage
  ) -> TextFinding? {
    guard passage[phrase.noun + 1]?.word == "и", let unit = passage[phrase.noun + 2],
      unit.isSureNoun,
      phrase.nouns(passage).contains(where: { pairs.contains($0.lemma) }),
      let noun = unit.reading.nouns.first(where: { pairs.contains($0.lemma) }),
      passage[phrase.noun + 3]?.isPreposition ?? true || passage[phrase.noun + 3]?.kind != .word
    else { return nil }
    let fits = phrase.number.cases.filter {
      phrase.slot.meets(RussianForms($0)) && phrase.nounFits(passage, $0)
    }
    guard let grammaticalCase = fits.first else { return nil }
    let forms = fits.compactMap { phrase.form(of: noun, in: $0) }
    guard !forms.contains(where: { Russian.withoutYo($0) == Russian.withoutYo(unit.word) }) else {
      return nil
    }
    return finding(
      phrase, passage, phrase.noun + 2...phrase.noun + 2, phrase.form(of: noun, in: grammaticalCase)
    )
  }

  private static let pairs: WordSet = [
    "интернет-ресурс", "ссылка", "сайт", "страница", "аккаунт", "публикация", "материал",
    "веб-сайт", "ресурс",
    "интернет-страница", "канал", "сообщение", "комментарий",
  ]

  private static func finding(
    _ phrase: RussianCountedPhrase, _ passage: RussianPassage, _ wrong: ClosedRange<Int>,
    _ right: String?
  ) -> TextFinding {
    let words = passage.words(wrong)
    let number = passage.words(phrase.number.units)
    return TextFinding(
      "G3",
      Message(
        kk: "`\(words)`: сөз тұлғасы `\(number)` санымен үйлеспейді",
        ru: "`\(words)`: форма слова не согласуется с числом `\(number)`",
        en: "`\(words)` is not the form that the number `\(number)` calls for here"),
      at: passage.range(wrong),
      hint: right.map { right in
        Message(
          kk: "`\(right)` деп жазыңыз", ru: "напишите `\(right)`", en: "write `\(right)`")
      })
  }
}
