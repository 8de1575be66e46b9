import Testing
import WordprocessingML

@Suite struct TableTests {
  @Test("The columns of a table would run together, or each cell stand on a line of its own")
  func rows() throws {
    let body =
      p("Кесте")
      + table(
        row(cell(p("№")), cell(p("Атауы")), cell(p("Саны"))),
        row(cell(p("1")), cell(p("")), cell(p("29"))), row(cell(p("барлығы"))))
      + p("Соңы")
    let blocks = try WordFile(body).blocks()
    #expect(blocks.map(\.text) == ["Кесте", "№\tАтауы\tСаны", "1\t\t29", "барлығы", "Соңы"])
    #expect(blocks.map(\.paragraph) == [1, 2, 5, 8, 9])
  }

  @Test("A cell of several paragraphs would mix its lines with those of its neighbours")
  func longCells() throws {
    let body = table(
      row(cell(p("Директор")), cell(p("А. Асанов"), p("2021 жыл"))),
      row(cell(p("<w:r>\(t("екі"))<w:br/>\(t("жол"))</w:r>")), cell(p("бір"))))
    #expect(
      try WordFile(body).lines() == ["Директор", "А. Асанов", "2021 жыл", "екі", "жол", "бір"])
  }

  @Test("A list in a table would lose its numbers")
  func lists() throws {
    let file = WordFile(
      table(row(cell(item("а")), cell(p("x"))), row(cell(item("ә")), cell(p("y"))))
    )
    .with { $0.numbering = list(1, level(0, "decimal", "%1.")) }
    #expect(try file.lines() == ["1. а\tx", "2. ә\ty"])
  }

  @Test("The text of a table inside a table would be lost or stand twice")
  func nested() throws {
    let inner = table(row(cell(p("b1")), cell(p("b2"))), row(cell(p("b3")), cell(p("b4"))))
    let body = table(row(cell(p("a")), cell(inner, p("c"))), row(cell(p("d")), cell(p("e"))))
    #expect(try WordFile(body).lines() == ["a", "b1\tb2", "b3\tb4", "c", "d\te"])
  }

  @Test("Rows and cells that a content control repeats would be lost")
  func contentControls() throws {
    let body = table(
      control(row(cell(p("1")), control(cell(p("2"))))),
      control(control(row(cell(control(p("3"))), cell(p("4"))))),
      "<w:customXml>\(row(cell(p("5")), cell(p("6"))))</w:customXml>")
    #expect(try WordFile(body).lines() == ["1\t2", "3\t4", "5\t6"])
  }

  @Test("A deleted row would still be in the text, an inserted one not")
  func trackedRows() throws {
    let deleted = "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>\(cell(p("c")))\(cell(p("d")))</w:tr>"
    let inserted = "<w:tr><w:trPr><w:ins w:id='2'/></w:trPr>\(cell(p("e")))\(cell(p("f")))</w:tr>"
    let body = table(row(cell(p("a")), cell(p("b"))), deleted, inserted)
    #expect(try WordFile(body).lines() == ["a\tb", "e\tf"])
  }

  @Test("A cell without anything in it would shift the columns after it")
  func emptyCells() throws {
    let body = table(row(cell(p("a")), cell(), cell(p("c"))))
    #expect(try WordFile(body).lines() == ["a\t\tc"])
    #expect(try WordFile(table(row(), "<w:tr/>") + p("b")).lines() == ["b"])
  }
}
