import Diagnostics

/// N8: figures of today, when nobody will know tomorrow which day that was.
enum UndatedToday {
  static func findings(in stated: ParagraphFacts) -> [TextFinding] {
    guard !stated.facts.isEmpty else { return [] }
    return stated.paragraph.sentences.compactMap { finding(in: $0, stated) }
  }

  private static func finding(in sentence: Range<Int>, _ stated: ParagraphFacts) -> TextFinding? {
    let text = stated.paragraph.text
    let phrases = stated.language == .kk ? kazakh : russian
    guard
      let phrase = sentence.lazy.compactMap({ phrase(at: $0, text, phrases) }).first(where: {
        $0.upperBound < sentence.upperBound
      })
    else { return nil }
    let facts = stated.facts.filter { sentence.contains($0.tokens.lowerBound) }
    let hasFigure = facts.contains { fact in
      fact.kind == .number && !fact.isOrdinal && fact.counted?.unitClass != .time
    }
    guard hasFigure, !facts.contains(where: { $0.kind == .date }) else { return nil }
    let range = text.range(phrase)
    let words = text.words(in: range)
    return TextFinding(
      "N8",
      Message(
        kk: "`\(words)`: қай күн екені көрсетілмеген",
        ru: "`\(words)`: не указано, какой это день",
        en: "`\(words)` does not say which day it is"),
      severity: .warning, at: range,
      hint: Message(
        kk: "күнін жазыңыз: «2021 жылғы 20 желтоқсандағы жағдай бойынша»",
        ru: "напишите дату: «по состоянию на 20 декабря 2021 года»",
        en: "write the date"))
  }

  private static func phrase(
    at index: Int, _ text: TokenizedText, _ phrases: [InitialBytes: [[String]]]
  ) -> ClosedRange<Int>? {
    guard let phrases = phrases[text.tokens[index].initial] else { return nil }
    for phrase in phrases where index + phrase.count <= text.tokens.count {
      let matches = phrase.indices.allSatisfy { text.tokens[index + $0].lowercased == phrase[$0] }
      if matches { return index...(index + phrase.count - 1) }
    }
    return nil
  }

  private static func byInitial(_ phrases: [[String]]) -> [InitialBytes: [[String]]] {
    Dictionary(grouping: phrases) { InitialBytes($0[0]) }
  }

  private static let kazakh = byInitial([
    ["бүгінгі", "күнге", "дейін"], ["қазіргі", "уақытқа", "дейін"], ["осы", "уақытқа", "дейін"],
    ["қазіргі", "сәтке", "дейін"], ["бүгінгі", "таңда"], ["бүгінгі", "таңға", "дейін"],
    ["бүгінгі", "күні"], ["бүгінгі", "күндегі", "жағдай", "бойынша"],
  ])
  private static let russian = byInitial([
    ["по", "сегодняшний", "день"], ["на", "сегодняшний", "день"], ["по", "настоящее", "время"],
    ["до", "настоящего", "времени"], ["на", "сегодня"], ["на", "текущий", "момент"],
    ["на", "данный", "момент"], ["на", "текущую", "дату"], ["до", "сегодняшнего", "дня"],
  ])
}
