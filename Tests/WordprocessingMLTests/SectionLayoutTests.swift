import Testing
import WordprocessingML

/// How many pages an annex takes, which the letter states.
@Suite struct SectionLayoutTests {
  private static let largest = "9223372036854775807"
  private static let smallest = "-9223372036854775808"
  /// Twelve points of height, of which a page below has four.
  private static let line = "<w:spacing w:line='240' w:lineRule='exact'/>"

  /// A document of a letter and an annex, whose pages have room for so many twentieths of a point.
  private func pages(
    _ annex: String, height: Int = 1000, styles: String? = nil
  ) throws -> Int? {
    let margins = "<w:pgMar w:top='1000' w:bottom='-1000' w:left='500' w:right='500'/>"
    let section =
      "<w:sectPr><w:pgSz w:w='11000' w:h='\(height + 2000)'/>\(margins)</w:sectPr>"
    let file = WordFile(p("хат", "<w:sectPr/>") + annex + section).with { $0.styles = styles }
    return try file.document().pagesOfLastSection()
  }

  private func lines(_ count: Int) -> String {
    String(repeating: p("мәтін", Self.line), count: count)
  }

  private func exactRow(_ height: Int, _ properties: String = "") -> String {
    "<w:tr><w:trPr><w:trHeight w:val='\(height)' w:hRule='exact'/>\(properties)</w:trPr>\(cell(p()))</w:tr>"
  }

  @Test("A letter would state another number of sheets than its annex has")
  func paragraphs() throws {
    #expect(try pages("") == 1)
    #expect(try pages(lines(4)) == 1)
    #expect(try pages(lines(5)) == 2)
    #expect(try pages(lines(9)) == 3)
    // Of the spaces of two neighbours the larger one counts.
    let spaced = "<w:spacing w:line='240' w:lineRule='exact' w:before='60' w:after='20'/>"
    #expect(try pages(p("а", spaced) + p("б", spaced) + p("в", spaced)) == 1)
    #expect(try pages(String(repeating: p("а", spaced), count: 4)) == 2)
  }

  @Test("What a style says of lines would be forgotten")
  func styles() throws {
    let styles =
      style("Base", "<w:pPr>\(Self.line)</w:pPr>") + style("S", basedOn: "Base", "")
    let text = String(repeating: p("а", "<w:pStyle w:val='S'/>"), count: 8)
    #expect(try pages(text, styles: styles) == 2)
    // Without the style a line is as high as the font asks for.
    #expect(try pages(text) == 2)
    #expect(try pages(String(repeating: p("а"), count: 9)) == 3)
    let high = "<w:spacing w:line='900' w:lineRule='atLeast'/>"
    #expect(try pages(p("а", high) + p("б", high)) == 2)
    #expect(try pages(p("а", "<w:spacing w:line='720'/>") + p("б")) == 1)
    #expect(try pages(p("а", "<w:spacing w:line='960'/>") + p("б")) == 2)
  }

  @Test("Rows that repeat at the top of each page would not be counted")
  func repeatedRows() throws {
    let body = String(repeating: exactRow(390), count: 4)
    #expect(try pages(table(body)) == 2)
    #expect(try pages(table(exactRow(390, "<w:tblHeader/>") + body)) == 4)
    #expect(try pages(table(exactRow(390, "<w:tblHeader w:val='0'/>") + body)) == 3)
    // A header that is higher than a page leaves a row on each.
    #expect(try pages(table(exactRow(2000, "<w:tblHeader/>") + body)) == 4)
  }

  @Test("A cell would be measured in another column than its own")
  func columns() throws {
    let grid = "<w:tblGrid><w:gridCol w:w='700'/><w:gridCol w:w='9000'/></w:tblGrid>"
    let text = p("бірнеше сөзден тұратын мәтін, екі жолдан көп", Self.line)
    func sheets(_ cells: String) throws -> Int? {
      try pages("<w:tbl>\(grid)<w:tr>\(cells)</w:tr>\(exactRow(500))</w:tbl>")
    }
    #expect(try sheets(cell(p()) + cell(text)) == 1)
    #expect(try sheets(cell(text) + cell(p())) == 2)
    let wide = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>\(text)</w:tc>"
    #expect(try sheets(wide) == 1)
  }

  @Test("A document of one section would be said to have an annex")
  func oneSection() throws {
    #expect(try WordFile(lines(9) + "<w:sectPr/>").document().pagesOfLastSection() == nil)
    #expect(try WordFile(p("а", "<w:sectPr/>") + lines(9)).document().pagesOfLastSection() == nil)
  }

  @Test(
    "A number that no page has would stop the program", arguments: [largest, smallest, "-1", "0"])
  func numbers(_ number: String) throws {
    let spacing =
      "<w:spacing w:before='\(number)' w:after='\(number)' w:line='\(number)'/><w:ind w:left='\(number)' w:end='\(number)'/>"
    let margins = ["top", "left", "bottom", "right"].map { "<w:\($0) w:w='\(number)'/>" }.joined()
    let properties = "<w:tblPr><w:tblCellMar>\(margins)</w:tblCellMar></w:tblPr>"
    let grid = String(repeating: "<w:gridCol w:w='\(number)'/>", count: 3)
    let cell =
      "<w:tc><w:tcPr><w:tcW w:w='\(number)'/><w:gridSpan w:val='\(number)'/></w:tcPr>\(p("мәтін", spacing))</w:tc>"
    let row = "<w:tr><w:trPr><w:trHeight w:val='\(number)'/></w:trPr>\(cell)\(cell)</w:tr>"
    let section =
      "<w:sectPr><w:pgSz w:w='\(number)' w:h='\(number)'/><w:pgMar w:top='\(number)' w:bottom='\(number)' w:left='\(number)' w:right='\(number)'/></w:sectPr>"
    let file = WordFile(
      p("", "<w:sectPr/>") + p("мәтін", spacing)
        + "<w:tbl>\(properties)<w:tblGrid>\(grid)</w:tblGrid>\(row)\(row)</w:tbl>" + section
    ).with {
      $0.styles =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='\(number)'/></w:rPr></w:rPrDefault></w:docDefaults>"
    }
    let pages = try #require(try file.document().pagesOfLastSection())
    // A word, or one letter of it, to a page at the most.
    #expect((1...20).contains(pages))
  }

  @Test("A table without end, or a text without end in a cell, would never be counted")
  func length() throws {
    let rows = 20_000
    let grid = String(repeating: "<w:gridCol w:w='1'/>", count: rows)
    let row = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='\(rows)'/></w:tcPr><w:p/></w:tc></w:tr>"
    let many =
      "<w:tbl><w:tblGrid>\(grid)</w:tblGrid>\(String(repeating: row, count: rows))</w:tbl>"
    let nested =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: 300) + p("а")
      + String(repeating: "</w:tc></w:tr></w:tbl>", count: 300)
    let text = table("<w:tr>\(cell(p(String(repeating: "мәтін ", count: 20_000))))</w:tr>")
    let clock = ContinuousClock()
    let start = clock.now
    let pages = try #require(try pages(many + nested + text))
    #expect(pages > rows / 10)
    #expect(start.duration(to: clock.now) < .seconds(20))
  }
}
