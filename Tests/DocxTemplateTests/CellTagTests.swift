import DocxTemplate
import Jinja
import Testing

@Suite struct CellTagTests {
  static let data =
    ##"{"n": 2, "l": ["а", "б", "в"], "rows": [{"c": "FF0000"}, {"c": "#00FF00"}]}"##

  private func markup(_ rows: [[String]]) throws -> String {
    try TemplateFile(tbl(rows.map { $0.map { p($0) } })).filled(Self.data).markup()
  }

  @Test("A cell spans as many columns as its tag says, and the grid has as many")
  func spans() throws {
    let markup = try markup([["{% colspan n %}бас"], ["а", "б"]])
    #expect(markup.contains("<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"))
    #expect(markup.components(of: "<w:gridCol") == 2)
    #expect(!markup.contains("colspan"))
  }

  @Test("A span takes the place of one that is there, before what must follow it")
  func order() throws {
    let cell = """
      <w:tc><w:tcPr><w:tcW w:w="5" w:type="dxa"/><w:gridSpan w:val="7"/><w:shd w:fill="FFFFFF"/><w:vAlign w:val="top"/></w:tcPr>\
      \(p("{% cellbg \"112233\" %}{% colspan n %}х"))</w:tc>
      """
    let body = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>\(cell)</w:tr></w:tbl>"
    let markup = try TemplateFile(body).filled(Self.data).markup()
    #expect(
      markup.contains(
        "<w:gridSpan w:val=\"2\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"112233\"/><w:vAlign w:val=\"top\"/></w:tcPr>"
      ))
  }

  @Test("Every row of a loop has its own colour behind it, with or without a number sign")
  func fills() throws {
    let markup = try markup([
      ["{%tr for r in rows %}"], ["{% cellbg r.c %}х"], ["{%tr endfor %}"],
    ])
    #expect(markup.contains("w:fill=\"FF0000\""))
    #expect(markup.contains("w:fill=\"00FF00\""))
  }

  @Test(
    "A colour or a span that Word would refuse is told with its place",
    arguments: ["{% cellbg 'red' %}", "{% colspan 0 %}", "{% colspan 'х' %}"])
  func refusals(tag: String) throws {
    let filled = try TemplateFile(tbl([[p(tag)]])).filled(Self.data)
    #expect(filled.rules == ["E116"])
    #expect(filled.document == nil)
  }

  @Test("Cells of a loop through rows become one that reads its text once")
  func mergedDown() throws {
    let markup = try markup([
      ["{%tr for x in l %}", ""], ["алды {% vm %}{{ n }} соңы", "{{ x }}"], ["{%tr endfor %}", ""],
    ])
    #expect(markup.components(of: "<w:vMerge w:val=\"restart\"/>") == 1)
    #expect(markup.components(of: "<w:vMerge w:val=\"continue\"/>") == 2)
    #expect(markup.components(of: "алды 2 соңы") == 1)
  }

  @Test("Cells of a loop through cells become one as wide as all")
  func mergedAcross() throws {
    let markup = try markup([
      ["{%tc for x in l %}", "{% hm %}бас", "{%tc endfor %}"], ["1", "2", "3"],
    ])
    #expect(markup.components(of: "<w:gridSpan w:val=\"3\"/>") == 1)
    #expect(markup.components(of: "бас") == 1)
  }

  @Test("A table whose columns a loop makes has a grid of as many, as wide as before")
  func columns() throws {
    let grid = "<w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>"
    let cells = ["{%tc for x in l %}", "{{ x }}", "{%tc endfor %}"].map { "<w:tc>\(p($0))</w:tc>" }
    let body = "<w:tbl>\(grid)<w:tr>\(cells.joined())</w:tr></w:tbl>"
    let markup = try TemplateFile(body).filled(Self.data).markup()
    #expect(markup.components(of: "<w:gridCol w:w=\"2000\"/>") == 3)
  }

  @Test("A tag of cells outside a table, or a second one, is no tag")
  func strays() throws {
    #expect(try TemplateFile(p("{% vm %}")).filled().rules == ["E104"])
    let twice = tbl([[p("{% colspan 1 %}{% colspan 2 %}")]])
    #expect(try TemplateFile(twice).filled().rules == ["E104"])
  }
}
