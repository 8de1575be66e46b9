import Diagnostics
import Testing

@testable import Letters

/// The findings as they stand in a terminal.
@Suite struct FindingsTextTests {
  private func place(_ language: String, _ text: String, _ words: String, _ number: Int) -> Place {
    let start = text.firstRange(of: words).map {
      text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
    }
    return Place(
      file: "a.\(language).txt", language: language, block: "listItem", paragraph: number,
      line: number, column: 3, excerpt: text,
      marked: start.map { $0..<$0 + words.utf8.count } ?? 0..<0)
  }

  private func finding(_ places: Place...) -> Diagnostic {
    Diagnostic("N1", Message(kk: "сан", ru: "число", en: "a number"), at: places)
  }

  @Test("Staff would have to look for the words in both letters by themselves")
  func sideBySide() {
    let text = FindingsText(language: .kk, width: 80).rendered([
      finding(place("kk", "барлығы 12 хат", "12", 3), place("ru", "всего 21 письмо", "21", 4))
    ])
    #expect(
      text == """
        a.kk.txt:3:3                           │ a.ru.txt:4:3
        тізім тармағы, 3-абзац                 │ тізім тармағы, 4-абзац
        қате N1: сан
          барлығы 12 хат                       │   всего 21 письмо
                  ^^                           │         ^^

        қателер: 1 (N1 – 1); ескертулер: 0

        """)
  }

  @Test("A letter could give orders to the terminal, or what is marked would be lost in its length")
  func hostile() {
    let long = String(repeating: "сөз ", count: 2000)
    let excerpt = long + "12\u{1B}[2J\u{7}\u{202E}" + long
    let text = FindingsText(language: .ru, width: 72).rendered([
      finding(place("kk", excerpt, "12", 1), place("ru", "", "", 2))
    ])
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
    let lines = text.split(separator: "\n")
    #expect(lines.count < 16 && lines.allSatisfy { $0.count <= 72 })
    let carets = lines.firstIndex { $0.contains("^^") }
    #expect(carets.map { lines[$0 - 1].contains("12") } == true)
  }

  @Test("Colours would stand for nothing, or carets under words that are coloured already")
  func colors() {
    let found = [finding(place("ru", "всего 21 письмо", "21", 4))]
    let text = FindingsText(language: .en, width: 80, isColored: true).rendered(found)
    #expect(text.contains("всего \u{1B}[31m\u{1B}[1;4m21\u{1B}[0m письмо"))
    #expect(!text.contains("^"))
  }

  @Test("Findings in one pair of paragraphs would each repeat where they are")
  func groups() {
    let kk = place("kk", "барлығы 12 хат", "12", 3)
    let ru = place("ru", "всего 21 письмо", "21", 4)
    var allowed = finding(kk, ru)
    allowed.rule = "Y4"
    allowed.severity = .warning
    allowed.allowed = "себеп"
    let other = finding(place("kk", "екінші", "екінші", 9))
    let text = FindingsText(language: .kk, width: 80).rendered([finding(kk, ru), other, allowed])
    #expect(text.ranges(of: "тізім тармағы, 3-абзац").count == 1)
    #expect(text.hasSuffix("қателер: 2 (N1 – 2); ескертулер: 0; рұқсат етілген: Y4 – 1 (себеп)\n"))
  }
}
