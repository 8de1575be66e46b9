import Diagnostics

/// Whether both originals cite the same code by its name without a title in quotes: «Қылмыстық кодекс», «Уголовный кодекс» (`L1`).
struct CodeComparison {
  let letters: AlignedLetters
  let knowledge: ParityKnowledge

  func findings() -> [Diagnostic] {
    letters.blocks.filter(\.requisite.isRunningText).flatMap { block -> [Diagnostic] in
      let kk = codes(in: block, .kk)
      let ru = codes(in: block, .ru)
      let left = kk.filter { code in !ru.contains { $0.code == code.code } }
      let right = ru.filter { code in !kk.contains { $0.code == code.code } }
      // Where one is left on either side, one stands for the other; else a letter may say «Кодекс».
      guard Set(left.map(\.code)).count == 1, Set(right.map(\.code)).count == 1 else { return [] }
      let places =
        [letters.kk.place(of: left[0].range, in: left[0].paragraph)]
        + [letters.ru.place(of: right[0].range, in: right[0].paragraph)]
      return [
        Diagnostic(
          "L1",
          Message(
            kk: "әртүрлі кодекстер: `\(places[0].text)` және `\(places[1].text)`",
            ru: "разные кодексы: `\(places[0].text)` и `\(places[1].text)`",
            en: "different codes: `\(places[0].text)` and `\(places[1].text)`"),
          at: places)
      ]
    }
  }

  private struct Cited {
    let code: Int
    let paragraph: LetterParagraph
    let range: Range<Int>
  }

  private func codes(in block: AlignedBlock, _ language: LetterLanguage) -> [Cited] {
    block[language].flatMap { paragraph in
      paragraph.reading(language, knowledge).codes.map { found in
        // «Қылмыстық-процестік» is one word, «азаматтық процестік» two.
        Cited(
          code: found.name, paragraph: paragraph,
          range: paragraph.text.range(found.tokens.lowerBound...found.tokens.upperBound - 1))
      }
    }
  }

  /// The names of the codes in a language.
  static func table(_ language: LetterLanguage) -> TermTable {
    language == .kk ? kazakhTable : russianTable
  }

  private static let kazakhTable = table(of: .kk)
  private static let russianTable = table(of: .ru)

  private static func table(of language: LetterLanguage) -> TermTable {
    TermTable(
      codes.enumerated().flatMap { code, patterns in
        (patterns[language] ?? []).map {
          TermTable.Entry(name: code, pattern: $0, isProper: true)
        }
      })
  }

  private static let codes: [[LetterLanguage: [TermPattern]]] = [
    ("Қылмыстық кодекс", "Уголовный кодекс"),
    ("Қылмыстық-процестік кодекс", "Уголовно-процессуальный кодекс"),
    ("Қылмыстық-атқару кодексі", "Уголовно-исполнительный кодекс"),
    ("Азаматтық кодекс", "Гражданский кодекс"),
    ("Азаматтық процестік кодекс", "Гражданский процессуальный кодекс"),
    (
      "Әкімшілік рәсімдік-процестік кодекс", "Административный процедурно-процессуальный кодекс"
    ),
    ("Әкімшілік құқық бұзушылық туралы кодекс", "Кодекс об административных правонарушениях"),
    ("Еңбек кодексі", "Трудовой кодекс"), ("Салық кодексі", "Налоговый кодекс"),
    ("Бюджет кодексі", "Бюджетный кодекс"), ("Кәсіпкерлік кодекс", "Предпринимательский кодекс"),
    ("Экология кодексі", "Экологический кодекс"), ("Су кодексі", "Водный кодекс"),
    ("Жер кодексі", "Земельный кодекс"), ("Орман кодексі", "Лесной кодекс"),
    ("Әлеуметтік кодекс", "Социальный кодекс"), ("Цифрлық кодекс", "Цифровой кодекс"),
  ].map { kk, ru in
    let kazakh = TokenizedText(kk).tokens
    var russian = [TermPattern(ru, .ru)]
    if ru.hasPrefix("Кодекс ") {
      russian.append(TermPattern("Кодекс Республики Казахстан" + ru.dropFirst(6), .ru))
    }
    let code = InflectedWord("кодекс", .kk)
    return [.kk: [TermPattern(exactly: kazakh.dropLast(), then: code)], .ru: russian]
  }
}
