import DocxTemplate
import Jinja
import Testing

@Suite struct ContainerTests {
  static let data = #"{"l": ["бір", "екі"], "m": [[1, 2], [3]], "a": 1, "o": 0, "e": []}"#

  @Test(
    "Paragraphs with block tags of their own vanish and leave no blank line behind",
    arguments: [
      (["{%p for x in l %}", "{{ x }}", "{%p endfor %}"], ["бір", "екі"]),
      (
        ["алды", "{%p if a %}", "иә", "{%p else %}", "жоқ", "{%p endif %}", "соңы"],
        ["алды", "иә", "соңы"]
      ),
      (
        ["алды", "{%p if o %}", "иә", "{%p elif a %}", "мүмкін", "{%p endif %}", "соңы"],
        ["алды", "мүмкін", "соңы"]
      ),
      (
        [
          "{%p for y in m %}", "жол {{ loop.index }}", "{%p for x in y %}", "{{ x }}",
          "{%p endfor %}", "{%p endfor %}",
        ],
        ["жол 1", "1", "2", "жол 2", "3"]
      ),
      (
        ["алды", "{%p for x in e %}", "{{ x }}", "{%p else %}", "тізім бос", "{%p endfor %}"],
        ["алды", "тізім бос"]
      ),
      (["алды", "{%p for x in e %}", "{{ x }}", "{%p endfor %}", "соңы"], ["алды", "соңы"]),
      (["алды", "{#p түсініктеме #}", "соңы"], ["алды", "соңы"]),
      (["{%p set n = 5 %}", "{{ n }}"], ["5"]),
      (["{%p if {'k': a}.k % 2 == 1 %}", "тақ", "{%p endif %}"], ["тақ"]),
      (["{%p\u{A0}if a %}", "иә", "{%p endif %}"], ["иә"]),
      (["{% if a %}бірінші", "{{ a }}", "соңғы{% endif %}"], ["бірінші", "1", "соңғы"]),
      (["а{% if o %}б", "в", "г{% endif %}д"], ["ад"]),
      (["{% for x in l %}[{{ x }}", "]{% endfor %}"], ["[бір", "][екі", "]"]),
      (["[{{ ptr }}{{ p }}{{result}}]"], ["[]"]),
    ])
  func paragraphs(texts: [String], expected: [String]) throws {
    let lines = try fill(texts.map { p($0) }.joined() + p("."), Self.data)
    #expect(lines == expected + ["."])
  }

  @Test("Rows are repeated, and the rows of the tags vanish")
  func rows() throws {
    let body = tbl([
      [p("№"), p("Атауы")], [p("{%tr for x in l %}"), p("")],
      [p("{{ loop.index }}"), p("{{ x }}")],
      [p("{%tr endfor %}"), p("")], [p("барлығы"), p("{{ l|length }}")],
    ])
    #expect(try fill(body, Self.data) == ["№\tАтауы", "1\tбір", "2\tекі", "барлығы\t2"])
  }

  @Test("Rows depend on conditions, in loops in loops")
  func nestedRows() throws {
    let body = tbl([
      [p("{%tr for y in m %}"), p("")], [p("топ {{ loop.index }}"), p("")],
      [p("{%tr for x in y %}"), p("")],
      [p("{%tr if x != 2 %}"), p("")], [p("-"), p("{{ x }}")], [p("{%tr endif %}"), p("")],
      [p("{%tr endfor %}"), p("")], [p("{%tr endfor %}"), p("")],
    ])
    #expect(try fill(body, Self.data) == ["топ 1", "-\t1", "топ 2", "-\t3"])
  }

  @Test("Cells are repeated within their row")
  func cells() throws {
    let body = tbl([[p("{%tc for x in l %}"), p("{{ x }}"), p("{%tc endfor %}"), p("соңы")]])
    #expect(try fill(body, Self.data) == ["бір\tекі\tсоңы"])
  }

  @Test("A table whose rows all vanish is gone, so that Word opens the document")
  func emptyTables() throws {
    let rows = tbl([[p("{%tr for x in e %}")], [p("{{ x }}")], [p("{%tr endfor %}")]])
    let filled = try TemplateFile(p("алды") + rows + p("соңы")).filled(Self.data)
    #expect(try filled.lines() == ["алды", "соңы"])
    #expect(try !filled.markup().contains("<w:tbl>"))
    let cells = tbl([[p("{%tc for x in e %}"), p("{{ x }}"), p("{%tc endfor %}")]])
    let other = try TemplateFile(p("алды") + cells + p("соңы")).filled(Self.data)
    #expect(try !other.markup().contains("<w:tr>"))
    #expect(try !other.markup().contains("<w:tbl>"))
  }

  @Test("A row that vanishes leaves its table and the other rows alone")
  func emptyRows() throws {
    let body = tbl([
      [p("бас")], [p("{%tc for x in e %}"), p("{{ x }}"), p("{%tc endfor %}")], [p("аяқ")],
    ])
    let markup = try TemplateFile(body).filled(Self.data).markup()
    #expect(markup.components(of: "<w:tr>") == 2)
    #expect(markup.contains("бас"))
    #expect(markup.contains("аяқ"))
  }

  @Test("A cell whose paragraphs all vanish keeps one, and one with a table last gets one after it")
  func emptyCells() throws {
    let loop = p("{%p for x in e %}") + p("{{ x }}") + p("{%p endfor %}")
    let markup = try TemplateFile(tbl([[loop, p("жанында")]])).filled(Self.data).markup()
    #expect(markup.contains("<w:tcPr/><w:p></w:p></w:tc>"))
    let inner = tbl([[p("ішкі")]]) + p("{%p if a %}") + p("{%p endif %}")
    let nested = try TemplateFile(tbl([[inner]])).filled(Self.data).markup()
    #expect(nested.contains("</w:tbl><w:p></w:p></w:tc>"))
  }

  @Test("A cell that ends rightly gets no blank line, though a bookmark follows its last paragraph")
  func intactCells() throws {
    let cell =
      p("{%p if a %}") + p("мәтін") + p("{%p endif %}") + p("соңы") + "<w:bookmarkEnd w:id=\"1\"/>"
    let markup = try TemplateFile(tbl([[cell]])).filled(Self.data).markup()
    #expect(!markup.contains("<w:p></w:p>"))
  }

  @Test("A header whose paragraphs all vanish keeps one")
  func emptyHeaders() throws {
    let loop = p("{%p if o %}") + p("{{ x }}") + p("{%p endif %}")
    let filled = try TemplateFile(p("негізгі"), header: loop, footer: loop).filled(Self.data)
    #expect(try filled.markup("word/header1.xml").contains("<w:p></w:p></w:hdr>"))
    #expect(try filled.markup("word/footer1.xml").contains("<w:p></w:p></w:ftr>"))
    #expect(try filled.lines() == ["негізгі"])
    let table = p("") + tbl([[p("{%tr for x in l %}")], [p("{{ x }}")], [p("{%tr endfor %}")]])
    let ending = try TemplateFile(p("негізгі"), header: table).filled(Self.data)
    #expect(try ending.markup("word/header1.xml").contains("</w:tbl></w:hdr>"))
  }

  @Test(
    "A content control whose paragraphs vanish keeps one; one around rows or words is left alone")
  func contentControls() throws {
    let loop = p("{%p for x in e %}") + p("{{ x }}") + p("{%p endfor %}")
    let block = "<w:sdt><w:sdtPr/><w:sdtContent>\(loop)</w:sdtContent></w:sdt>"
    #expect(
      try TemplateFile(block).filled(Self.data).markup().contains(
        "<w:sdtContent><w:p></w:p></w:sdtContent>"))
    let inline =
      "<w:p><w:sdt><w:sdtPr/><w:sdtContent>\(r("{{ l[0] }}"))</w:sdtContent></w:sdt>\(r("!"))</w:p>"
    #expect(try fill(inline, Self.data) == ["бір!"])
  }

  @Test("A table inside a row that is repeated is repeated whole")
  func innerTables() throws {
    let inner = tbl([[p("{%tr for x in y %}")], [p("{{ x }}")], [p("{%tr endfor %}")]]) + p("")
    let body = tbl([[p("{%tr for y in m %}")], [inner], [p("{%tr endfor %}")]])
    let markup = try TemplateFile(body).filled(Self.data).markup()
    #expect(markup.components(of: "<w:tbl>") == 3)
    #expect(try fill(body, Self.data).filter { !$0.isEmpty } == ["1", "2", "3"])
  }

  @Test("A paragraph loop around a table repeats it, with the rows of its own loop")
  func tablesInLoops() throws {
    let table = tbl([[p("{%tr for x in y %}")], [p("{{ x }}")], [p("{%tr endfor %}")]])
    let body = p("{%p for y in m %}") + table + p("--") + p("{%p endfor %}")
    #expect(try fill(body, Self.data) == ["1", "2", "--", "3", "--"])
  }

  @Test("The end of a section survives the tag that stood in its paragraph")
  func sections() throws {
    let section = "<w:pPr><w:sectPr><w:pgSz w:orient=\"landscape\"/></w:sectPr></w:pPr>"
    let closing =
      p("{%p for x in l %}") + p("{{ x }}") + "<w:p>\(section)\(r("{%p endfor %}"))</w:p>"
    let closed = try TemplateFile(closing).filled(Self.data).markup()
    #expect(closed.components(of: "landscape") == 1)
    let opening =
      "<w:p>\(section)\(r("{%p for x in l %}"))</w:p>" + p("{{ x }}") + p("{%p endfor %}")
    let opened = try TemplateFile(opening).filled(Self.data).markup()
    #expect(opened.components(of: "landscape") == 1)
    #expect(opened.contains("<w:body><w:p><w:pPr><w:sectPr>"))
  }
}
