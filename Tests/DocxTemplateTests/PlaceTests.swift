import Diagnostics
import DocxTemplate
import Jinja
import OfficePackage
import Testing

@Suite struct PlaceTests {
  private func heading(_ style: String, _ text: String, level: Int? = nil) -> String {
    let outline = level.map { "<w:outlineLvl w:val='\($0)'/>" } ?? ""
    return "<w:p><w:pPr><w:pStyle w:val='\(style)'/>\(outline)</w:pPr>\(r(text))</w:p>"
  }

  private static let styles = """
    <w:style w:type='paragraph' w:styleId='a1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='a2'><w:name w:val='Бөлім'/><w:basedOn w:val='a1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='a3'><w:name w:val='Тарау'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>\
    <w:style w:type='paragraph' w:styleId='a4'><w:name w:val='Мәтін'/><w:basedOn w:val='a1'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>
    """

  @Test("The author would search a long document for a paragraph's number")
  func headings() throws {
    let fault = p("{{ x | uper }}")
    let file = TemplateFile(
      fault + heading("a1", "Бірінші") + fault + heading("a2", "Екінші {{ n }}") + fault
        + heading("a3", "  ") + fault + heading("a3", "Үшінші") + fault
        + heading("a4", "мәтін", level: nil) + fault + heading("a4", "Төртінші", level: 0) + fault
        + heading("a1", "мәтін", level: 9) + fault)
    let found = try TemplateFile.inspected(file.archive(with: ("styles", Self.styles)))
    #expect(
      found.map { $0.places.first?.heading } == [
        nil, "Бірінші", "Екінші {{ n }}", "Екінші {{ n }}", "Үшінші", "Үшінші", "Төртінші",
        "Төртінші",
      ])
  }

  @Test("In a table the author would have to count paragraphs that he does not see as such")
  func cells() throws {
    let fault = p("{{ x | uper }}")
    let inner = tbl([[p(""), fault]])
    let file = TemplateFile(
      tbl([[p("")]]) + fault
        + tbl([[p(""), p("")], [p(""), fault, inner + fault], [fault]]) + fault)
    let cells = try file.inspected().map { $0.places.first?.cell }
    #expect(
      cells == [
        nil, Place.Cell(table: 2, row: 2, column: 2), Place.Cell(table: 3, row: 1, column: 2),
        Place.Cell(table: 2, row: 2, column: 3), Place.Cell(table: 2, row: 3, column: 1), nil,
      ])
  }

  @Test("A missing value would be reported without the heading and cell that a mistake has")
  func missingValues() throws {
    let file = TemplateFile(heading("a1", "Төлемдер") + tbl([[p("{{ x }}")]]))
    let (template, _) = try DocxTemplate.compile(
      file.archive(with: ("styles", Self.styles)), file: "үлгі.docx", environment: Environment())
    let rendered = try #require(template).render(ObjectValue([]))
    let place = try #require(rendered.diagnostics.first?.places.first)
    #expect(place.heading == "Төлемдер" && place.cell == Place.Cell(table: 1, row: 1, column: 1))
    #expect(
      place.position(in: .kk)
        == "2-абзац, «Төлемдер» тақырыбының астында, 1-кесте, 1-жол, 1-баған")
    #expect(
      place.position(in: .ru)
        == "абзац 2, под заголовком «Төлемдер», таблица 1, строка 1, столбец 1")
    #expect(
      place.position(in: .en) == "paragraph 2, under “Төлемдер”, table 1, row 1, column 1")
  }

  @Test("One mistake in a text box would be reported twice, since Word keeps the box twice")
  func textBoxes() throws {
    func box(_ text: String) -> String {
      "<w:pict><w:txbxContent>\(p(text))</w:txbxContent></w:pict>"
    }
    func anchor(_ first: String, _ second: String) -> String {
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>\(box(first))</mc:Choice><mc:Fallback>\(box(second))</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    }
    #expect(try TemplateFile(anchor("{{ x|uper }}", "{{ x|uper }}")).filled().rules == ["E106"])
    #expect(try TemplateFile(anchor("{{ x }}", "{{ x|uper }}")).filled().rules == ["E106"])
    let missing = try TemplateFile(anchor("{{ x }}", "{{ x }}")).filled("{}", undefined: .strict)
    #expect(missing.rules == ["E120"])
  }
}
