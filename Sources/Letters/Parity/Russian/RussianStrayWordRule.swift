import Diagnostics
import Language

/// G7: a preposition with nothing to govern, a word written twice, a fixed expression without its preposition.
enum RussianStrayWordRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    var findings: [TextFinding] = []
    for index in passage.units.indices {
      if let finding = doubled(index, passage) ?? stray(index, passage) ?? missing(index, passage) {
        findings.append(finding)
      }
    }
    return findings
  }

  // MARK: Twice

  private static func doubled(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let unit = passage.units[index]
    guard let before = passage[index - 1], unit.kind == .word, before.kind == .word,
      unit.word == before.word, unit.word.utf8.first.map({ $0 > 0x7F }) ?? false,
      !unit.isOpaque || unit.word.unicodeScalars.count > 3,
      !unit.isCapitalized, !repeated.contains(unit.word)
    else { return nil }
    let word = passage.words(index...index)
    return TextFinding(
      "G7",
      Message(
        kk: "`\(word)` сөзі екі рет жазылған", ru: "слово `\(word)` написано дважды",
        en: "the word `\(word)` is written twice"),
      at: passage.range(index...index),
      hint: Message(
        kk: "біреуін алып тастаңыз", ru: "уберите одно из них", en: "remove one of them"))
  }

  /// What stands side by side in good Russian: «все те, кто кто-либо».
  private static let repeated: WordSet = ["очень", "да", "нет", "чуть"]

  // MARK: Prepositions

  private static func stray(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let unit = passage.units[index]
    guard unit.kind == .word, unit.reading.isOnly(.preposition), simple.contains(unit.word) else {
      return nil
    }
    if unit.word == "с" || unit.word == "со", passage[index - 1]?.word == "согласно",
      passage[index + 1].map({ $0.isSureNoun && $0.reading.noun.meets(.instrumental) }) ?? false
    {
      return finding(index, passage)
    }
    guard let next = passage[index + 1] else {
      // A line of a text dump may end anywhere.
      return nil
    }
    switch next.kind {
    case .mark:
      guard [".", ",", "!", "?"].contains(next.word), passage[index - 1]?.kind == .word,
        unit.word.unicodeScalars.count > 1 || index + 2 == passage.units.count && next.word != ",",
        !["до", "за", "под", "над", "без", "для", "через", "про"].contains(unit.word),
        passage[index + 2].map({ passage.text.tokens[$0.tokens.lowerBound].gap != .none }) ?? true,
        next.word != "," || !isInserted(index + 2, passage)
      else { return nil }
      return finding(index, passage)
    case .word:
      if next.reading.isOnly(.preposition), simple.contains(next.word) {
        guard next.word != unit.word else { return nil }
        if next.word == "по",
          passage[index + 2].map({ $0.isWord(["существу", "сути", "прежнему"]) }) ?? false
        {
          return nil
        }
        // Which of the two is too many shows in what follows: «в с 2019 года».
        return finding(isStray(next: index + 1, passage) ? index + 1 : index, passage)
      }
      if next.reading.isOnly(.adverb), !nominal.contains(next.word), !governsAdverb(unit.word) {
        guard isEnd(index + 2, passage) else { return nil }
        return finding(index, passage)
      }
      let isVerb =
        next.reading.isOnly([.infinitive, .reflexive]) && next.word.utf8.count > 10
        && !next.word.hasSuffix("мять") && !next.word.hasSuffix("сеть")
        || next.reading.isOnly(.shortForm)
        || next.reading.isOnly([.presentVerb, .pastVerb, .reflexive])
          && next.reading.isOneOf(.reflexive)
        || next.reading.isOnly(.conjunction) && ["и", "или", "а", "но"].contains(next.word)
          && unit.word.unicodeScalars.count == 1 && passage[index + 2]?.isPreposition != true
      return isVerb ? finding(index, passage) : nil
    case .number, .name, .aside: return nil
    }
  }

  private static let simple: WordSet = [
    "в", "во", "на", "по", "с", "со", "к", "ко", "о", "об", "от", "для", "до", "из", "у", "при",
    "за", "без", "под", "над",
    "через", "про",
  ]

  /// Adverbs that prepositions take: «на сегодня», «до завтра», «за много лет».
  private static let nominal: WordSet = [
    "сегодня", "завтра", "вчера", "теперь", "сейчас", "потом", "всегда", "никогда", "здесь", "там",
    "тут", "туда", "сюда",
    "куда", "откуда", "много", "мало", "немного", "более", "менее", "больше", "меньше", "почти",
    "примерно", "тогда",
    "ныне", "очень", "весьма", "особо", "еще", "ещё", "наиболее", "наименее", "приблизительно",
    "нет", "где", "достаточно",
  ]

  /// «Для, например, включения»: words between commas.
  private static func isInserted(_ index: Int, _ passage: RussianPassage) -> Bool {
    (index..<index + 5).contains { passage[$0]?.isMark([","]) ?? false }
  }

  private static func governsAdverb(_ preposition: String) -> Bool { preposition == "про" }

  /// Whether nothing follows that a preposition could govern over an adverb: «в особо крупном размере».
  private static func isEnd(_ index: Int, _ passage: RussianPassage) -> Bool {
    guard let unit = passage[index] else { return true }
    switch unit.kind {
    case .mark: return true
    case .number, .name, .aside: return false
    case .word:
      return unit.reading.isOnly(.preposition) || unit.reading.isOnly(.conjunction)
        || unit.reading.isOnly([.presentVerb, .pastVerb, .shortForm, .reflexive, .infinitive])
    }
  }

  /// Whether the second of two prepositions fits what follows worse than the first.
  private static func isStray(next: Int, _ passage: RussianPassage) -> Bool {
    guard let noun = passage[next + 1], noun.isSureNoun || noun.isSureModifier else { return false }
    let forms = noun.reading.noun.union(noun.reading.modifier)
    return !passage.units[next].reading.governed.meets(forms)
      && passage.units[next - 1].reading.governed.meets(forms)
  }

  private static func finding(_ index: Int, _ passage: RussianPassage) -> TextFinding {
    let word = passage.words(index...index)
    return TextFinding(
      "G7",
      Message(
        kk: "`\(word)` предлогы артық", ru: "лишний предлог `\(word)`",
        en: "the preposition `\(word)` governs nothing here"),
      at: passage.range(index...index),
      hint: Message(kk: "оны алып тастаңыз", ru: "уберите его", en: "remove it"))
  }

  // MARK: Missing

  /// «В соответствии статьёй», «по состоянию 1 февраля».
  private static func missing(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let unit = passage.units[index]
    guard let before = passage[index - 1], before.kind == .word, let next = passage[index + 1]
    else {
      return nil
    }
    let right: String
    switch (before.word, unit.word) {
    case ("в", "соответствии"):
      guard
        next.kind == .word && !next.isWord(["с", "со"]) && (next.isSureNoun || next.isSureModifier)
      else { return nil }
      right = "с"
    case ("в", "связи"):
      guard next.isSureNoun, next.reading.noun.meets(.instrumental) else { return nil }
      right = "с"
    case ("по", "состоянию"):
      guard next.kind == .number, let month = passage[index + 2], month.isSureNoun,
        month.reading.nouns.contains(where: { RussianCountedPhrase.months.contains($0.lemma) })
      else { return nil }
      right = "на"
    default: return nil
    }
    let words = passage.words(index - 1...index)
    return TextFinding(
      "G7",
      Message(
        kk: "`\(words)` тіркесінен кейін `\(right)` предлогы түсіп қалған",
        ru: "после `\(words)` пропущен предлог `\(right)`",
        en: "the preposition `\(right)` is missing after `\(words)`"),
      at: passage.range(index - 1...index),
      hint: RussianHint.write("\(words) \(right)"))
  }
}
