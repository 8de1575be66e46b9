import Diagnostics
import Testing

@Suite struct DiagnosticTextTests {
  /// A finding about the words between ⟦ and ⟧.
  private func finding(
    _ marked: String, file: String? = "kk.docx", part: String? = "word/document.xml",
    paragraph: Int? = 12, severity: Severity = .error, hint: Message? = nil
  ) -> Diagnostic {
    Diagnostic(
      "E106",
      Message(kk: "белгісіз сүзгі: `upperr`", ru: "неизвестный фильтр", en: "unknown filter"),
      severity: severity,
      at: [place(marked, file: file, part: part, paragraph: paragraph)], hint: hint)
  }

  private func place(
    _ marked: String, file: String? = nil, part: String? = nil, paragraph: Int? = nil
  ) -> Place {
    let pieces = marked.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "⟦" || $0 == "⟧" })
    let start = pieces[0].utf8.count
    let length = pieces.count > 1 ? pieces[1].utf8.count : 0
    return Place(
      file: file, part: part, paragraph: paragraph, excerpt: pieces.joined(),
      marked: start..<start + length)
  }

  @Test("A clerk would not find the place, or not understand what is said of it")
  func languages() {
    let finding = finding(
      "Құрметті {{ name | ⟦upperr⟧ }}!",
      hint: Message(kk: "мүмкін, `upper`?", ru: "может быть, `upper`?", en: "did you mean `upper`?")
    )
    #expect(
      finding.rendered(in: .kk) == """
        kk.docx (word/document.xml): 12-абзац: қате E106: белгісіз сүзгі: `upperr`
          | Құрметті {{ name | upperr }}!
          |                    ^^^^^^
          = мүмкін, `upper`?
        """)
    #expect(
      finding.rendered(in: .ru) == """
        kk.docx (word/document.xml): абзац 12: ошибка E106: неизвестный фильтр
          | Құрметті {{ name | upperr }}!
          |                    ^^^^^^
          = может быть, `upper`?
        """)
    #expect(
      finding.rendered(in: .en) == """
        kk.docx (word/document.xml): paragraph 12: error E106: unknown filter
          | Құрметті {{ name | upperr }}!
          |                    ^^^^^^
          = did you mean `upper`?
        """)
  }

  @Test("A clerk would not be told under which heading and in which cell to look")
  func positions() {
    var finding = finding("⟦а⟧")
    finding.places[0].heading = "  Төлемдер\n тізімі "
    finding.places[0].cell = Place.Cell(table: 2, row: 3, column: 1)
    let lines = MessageLanguage.allCases.map { finding.rendered(in: $0).split(separator: "\n")[0] }
    #expect(
      lines == [
        "kk.docx (word/document.xml): 12-абзац, «Төлемдер тізімі» тақырыбының астында, 2-кесте, 3-жол, 1-баған: қате E106: белгісіз сүзгі: `upperr`",
        "kk.docx (word/document.xml): абзац 12, под заголовком «Төлемдер тізімі», таблица 2, строка 3, столбец 1: ошибка E106: неизвестный фильтр",
        "kk.docx (word/document.xml): paragraph 12, under “Төлемдер тізімі”, table 2, row 3, column 1: error E106: unknown filter",
      ])
    finding.places[0].heading = String(repeating: "а", count: 100)
    #expect(
      finding.places[0].position(in: .ru)?.contains("«\(String(repeating: "а", count: 60))…»")
        == true)
  }

  @Test("A warning would look like an error")
  func warnings() {
    let finding = finding("", severity: .warning)
    #expect(
      finding.rendered(in: .kk)
        == "kk.docx (word/document.xml): 12-абзац: ескерту E106: белгісіз сүзгі: `upperr`")
    #expect(
      finding.rendered(in: .ru)
        == "kk.docx (word/document.xml): абзац 12: предупреждение E106: неизвестный фильтр")
    #expect(
      finding.rendered(in: .en)
        == "kk.docx (word/document.xml): paragraph 12: warning E106: unknown filter")
    #expect(![finding].hasErrors)
    #expect([finding, self.finding("")].hasErrors)
    #expect(![Diagnostic]().hasErrors)
  }

  @Test("The caret would stand under other words than the faulty ones")
  func carets() {
    let table: [(marked: String, shown: String, carets: String)] = [
      ("⟦Әліппе⟧", "Әліппе", "^^^^^^"), ("ұ⟦ғ⟧ы", "ұғы", " ^"), ("😀 ⟦x⟧", "😀 x", "  ^"),
      // A stress mark, and a letter written as two: one column each.
      ("за\u{301}мок ⟦и\u{306}од⟧", "за\u{301}мок и\u{306}од", "      ^^^"),
      // What would move the cursor is shown as a space.
      ("a\t⟦b⟧\nc", "a b c", "  ^"), ("a\r\n⟦b⟧", "a  b", "   ^"),
      ("\u{1B}[1m⟦b⟧", " [1mb", "    ^"),
      ("a\u{A0}⟦b\u{2009}c⟧", "a b c", "  ^^^"), ("a⟦\n⟧b", "a b", " ^"),
    ]
    for (marked, shown, carets) in table {
      let lines = finding(marked).rendered(in: .en).split(separator: "\n").map(String.init)
      #expect(Array(lines.dropFirst()) == ["  | " + shown, "  | " + carets], "\(marked)")
    }
  }

  @Test("A paragraph of a page would bury the faulty words")
  func longExcerpts() {
    let before = String(repeating: "а", count: 200)
    let after = String(repeating: "я", count: 200)
    let lines = finding(before + "⟦қате⟧" + after).rendered(in: .kk).split(separator: "\n")
    #expect(
      lines.dropFirst().map(String.init) == [
        "  | … " + String(repeating: "а", count: 40) + "қате" + String(repeating: "я", count: 50)
          + " …",
        "  | " + String(repeating: " ", count: 42) + "^^^^",
      ])
    // Words near an end are shown with all that stands there.
    let early = finding(String(repeating: "а", count: 60) + "⟦қате⟧").rendered(in: .kk)
    #expect(early.hasSuffix("\n  | " + String(repeating: " ", count: 60) + "^^^^"))
    #expect(!early.contains("…"))
    let late = finding(String(repeating: "а", count: 61) + "⟦қате⟧я").rendered(in: .kk)
    #expect(late.contains("\n  | … ааа") && late.contains("қатея\n"))
  }

  @Test("A place in a header, a table or a data file would be said to be elsewhere")
  func locations() {
    func first(_ place: Place?, _ language: MessageLanguage = .en) -> String {
      Diagnostic("V101", Message(kk: "м", ru: "м", en: "m"), at: place.map { [$0] } ?? [])
        .rendered(in: language)
    }
    #expect(first(nil) == "error V101: m")
    #expect(first(Place()) == "error V101: m")
    #expect(first(Place(file: "a.json", line: 3, column: 5)) == "a.json:3:5: error V101: m")
    #expect(first(Place(file: "a.csv", line: 3)) == "a.csv:3: error V101: m")
    #expect(first(Place(line: 3, column: 5)) == "3:5: error V101: m")
    #expect(
      first(Place(file: "a.docx", part: "word/header1.xml", paragraph: 1), .ru)
        == "a.docx (word/header1.xml): абзац 1: ошибка V101: м")
    #expect(
      first(Place(file: "a.json", block: "period.from")) == "a.json: period.from: error V101: m")
    #expect(first(Place(block: "period.from"), .kk) == "period.from: қате V101: м")
    #expect(first(Place(block: "Heading 1", paragraph: 2), .kk) == "2-абзац: қате V101: м")
  }

  @Test("The other place of a contradiction would not be shown")
  func severalPlaces() {
    let finding = Diagnostic(
      "N1", Message(kk: "сандар әртүрлі", ru: "числа расходятся", en: "the numbers differ"),
      at: [
        place("барлығы ⟦12⟧", file: "kk.docx", paragraph: 3),
        place("всего ⟦13⟧", file: "ru.docx", paragraph: 4), Place(file: "case.json"),
      ])
    #expect(
      finding.rendered(in: .ru) == """
        kk.docx: абзац 3: ошибка N1: числа расходятся
          | барлығы 12
          |         ^^
          см. также: ru.docx: абзац 4
          | всего 13
          |       ^^
          см. также: case.json
        """)
    #expect(finding.rendered(in: .kk).contains("\n  сондай-ақ мұнда: ru.docx: 4-абзац\n"))
    #expect(finding.rendered(in: .en).contains("\n  see also: ru.docx: paragraph 4\n"))
  }

  @Test("A place beyond its text would end the program")
  func impossibleMarks() {
    let excerpt = "Әл"
    for start in -2...6 {
      for end in start...8 {
        let place = Place(file: "a", excerpt: excerpt, marked: start..<end)
        #expect(place.marked.lowerBound >= 0 && place.marked.upperBound <= 4)
        _ = place.text
        _ = Diagnostic("E1", Message(kk: "", ru: "", en: ""), at: [place]).rendered(in: .kk)
      }
    }
    #expect(Place(excerpt: excerpt, marked: 2..<4).text == "л")
    #expect(Place(excerpt: excerpt, marked: 0..<99).text == "Әл")
  }
}
