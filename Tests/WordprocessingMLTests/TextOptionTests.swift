import Testing
import WordprocessingML

@Suite struct TextOptionTests {
  private func ins(_ runs: String) -> String { "<w:ins w:id='1' w:author='а'>\(runs)</w:ins>" }

  private func del(_ text: String) -> String {
    "<w:del w:id='2' w:author='а'>\(r("<w:delText xml:space='preserve'>\(text)</w:delText>"))</w:del>"
  }

  private func text(_ body: String, _ changes: TrackedChanges) throws -> String {
    try WordFile(body).text { $0.changes = changes }
  }

  @Test("Rejected changes would be read as if they had been accepted, or the other way round")
  func changes() throws {
    let body = p(r("сома ") + del("10") + ins(r("20")) + r(" теңге"))
    #expect(try text(body, .accept) == "сома 20 теңге\n")
    #expect(try text(body, .reject) == "сома 10 теңге\n")
    #expect(try text(body, .all) == "сома [-10-]{+20+} теңге\n")
  }

  @Test("Paragraphs would stay apart that a rejected change had parted")
  func marks() throws {
    let inserted = p("бір", "<w:rPr><w:ins w:id='1'/></w:rPr>") + p("екі")
    #expect(try text(inserted, .accept) == "бір\nекі\n")
    #expect(try text(inserted, .reject) == "бірекі\n")
    #expect(try text(inserted, .all) == "бір{+¶+}\nекі\n")
    let deleted = p("бір", "<w:rPr><w:del w:id='1'/></w:rPr>") + p("екі")
    #expect(try text(deleted, .accept) == "бірекі\n")
    #expect(try text(deleted, .reject) == "бір\nекі\n")
  }

  @Test("Paragraphs would stay apart whose break was inserted and deleted again")
  func marksOfTwoChanges() throws {
    let both = p("бір", "<w:rPr><w:ins w:id='1'/><w:del w:id='2'/></w:rPr>") + p("екі")
    #expect(try text(both, .accept) == "бірекі\n")
    #expect(try text(both, .reject) == "бірекі\n")
    #expect(try text(both, .all) == "бір[-¶-]\nекі\n")
  }

  @Test("A row or cell would be shown that the changes took away")
  func rowsAndCells() throws {
    func row(_ text: String, _ change: String) -> String {
      "<w:tr><w:trPr>\(change)</w:trPr>\(cell(p(text)))\(cell(p("б")))</w:tr>"
    }
    let table =
      "<w:tbl>" + row("ескі", "<w:del w:id='1'/>") + row("жаңа", "<w:ins w:id='2'/>") + "</w:tbl>"
    #expect(try text(table, .accept) == "жаңа\tб\n")
    #expect(try text(table, .reject) == "ескі\tб\n")
    let cells =
      "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr>\(p("ескі"))</w:tc><w:tc><w:tcPr><w:cellIns w:id='2'/></w:tcPr>\(p("жаңа"))</w:tc></w:tr></w:tbl>"
    #expect(try text(cells, .accept) == "жаңа\n")
    #expect(try text(cells, .reject) == "ескі\n")
  }

  @Test("A paragraph whose new list is rejected would keep its number")
  func formerProperties() throws {
    let body = p(
      "мәтін", numbered(1) + "<w:pPrChange w:id='1' w:author='а'><w:pPr/></w:pPrChange>")
    let file = WordFile(body).with { $0.numbering = list(1, level(0, "decimal", "%1.")) }
    #expect(try file.text() == "1. мәтін\n")
    #expect(try file.text { $0.changes = .reject } == "мәтін\n")
  }

  @Test("The columns of a table would not stand under each other")
  func alignedTables() throws {
    let body = table(
      row(cell(p("Орган")), cell(p("Саны"))), row(cell(p("ҚК")), cell(p("12"), p("(он екі)"))),
      "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>\(p("Барлығы: 12"))</w:tc></w:tr>")
    #expect(
      try WordFile(body).lines { $0.tables = .aligned } == [
        "+-------+----------+",
        "| Орган | Саны     |",
        "+-------+----------+",
        "| ҚК    | 12       |",
        "|       | (он екі) |",
        "+-------+----------+",
        "| Барлығы: 12      |",
        "+-------+----------+",
      ])
  }

  @Test("A table would run over the edge of the page that it is printed on")
  func narrowTables() throws {
    let body = table(
      row(cell(p("1")), cell(p("Шетелдік ойын ұйымдастырушылардың интернет-ресурстары"))),
      row(cell(p("2")), cell(table(row(cell(p("ішкі")), cell(p("кесте")))))))
    let lines = try WordFile(body).lines {
      $0.tables = .aligned
      $0.width = 34
    }
    #expect(lines.allSatisfy { $0.count <= 34 })
    #expect(Set(lines.map(\.count)).count == 1)
    #expect(lines.joined().contains("| ішкі | кесте |"))
    let words = lines.joined(separator: " ").split(separator: " ")
    #expect(words.contains("ойын") && words.contains("интернет-ресурстары"))
  }

  @Test("A table that claims a million columns would fill the memory")
  func hugeSpans() throws {
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val='2147483647'/></w:tcPr>\(p("а"))</w:tc>"
    let body = "<w:tbl>\(String(repeating: "<w:tr>\(cell)\(cell)</w:tr>", count: 20))</w:tbl>"
    let lines = try WordFile(body).lines { $0.tables = .aligned }
    #expect(lines.count == 41)
    #expect(lines.allSatisfy { $0.count < 2000 })
  }

  @Test("Lines would be longer than asked for, or an item's text run under its number")
  func width() throws {
    let file = WordFile(item("бірінші екінші үшінші төртінші") + p("бір екі үш төрт бес алты"))
      .with { $0.numbering = list(1, level(0, "decimal", "%1.")) }
    #expect(
      try file.lines { $0.width = 20 } == [
        "1. бірінші екінші", "   үшінші төртінші", "бір екі үш төрт бес", "алты",
      ])
    let long = String(repeating: "ұ", count: 30)
    #expect(try WordFile(p("а \(long) б")).lines { $0.width = 20 } == ["а", long, "б"])
  }

  @Test("A reader that knows no special characters would see boxes in place of spaces and hyphens")
  func plainCharacters() throws {
    let runs = r(
      "\(t("29\u{A0}мамыр 1\u{202F}000 заң"))<w:noBreakHyphen/>\(t("ды"))<w:softHyphen/>\(t("лық бір\u{AD}ге"))"
    )
    let file = WordFile(p(runs))
    #expect(try file.text() == "29\u{A0}мамыр 1\u{202F}000 заң\u{2011}дылық бірге\n")
    #expect(try file.text { $0.keepsNoBreak = false } == "29 мамыр 1 000 заң-дылық бірге\n")
    #expect(
      try file.text {
        $0.keepsNoBreak = false
        $0.hasSoftHyphens = true
      } == "29 мамыр 1 000 заң-ды\u{AD}лық бір\u{AD}ге\n")
  }

  @Test("Who cannot see a picture would not learn what it shows")
  func alternativeText() throws {
    let drawing = r(
      "<w:drawing><wp:inline xmlns:wp='x'><wp:docPr id='1' name='Рисунок 1' descr='Елтаңба'/></wp:inline></w:drawing>"
    )
    let shape = r("<w:pict><v:shape alt='Мөр'/></w:pict>")
    let file = WordFile(p(drawing + r(" ") + shape))
    #expect(try file.text().isEmpty)
    #expect(try file.text { $0.hasAlternativeText = true } == "[Елтаңба] [Мөр]\n")
  }

  @Test("Pages would run together where their author parted them")
  func pageBreaks() throws {
    let section = "<w:sectPr><w:type w:val='continuous'/></w:sectPr>"
    let body =
      p(r("1\(""))") + r("<w:br w:type='page'/>") + r("2")) + p("3", "<w:pageBreakBefore/>")
      + p("4", "<w:sectPr/>") + p("5", "<w:sectPr/>") + p("6") + section
    #expect(
      try WordFile(body).lines { $0.hasPageBreaks = true }
        == ["1)", "\u{0C}", "2", "\u{0C}", "3", "4", "\u{0C}", "5", "6"])
    #expect(try WordFile(body).lines() == ["1)", "2", "3", "4", "5", "6"])
  }
}
