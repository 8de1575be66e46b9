import DocxTemplate
import Jinja
import Testing

/// What values make of the text around them.
@Suite struct InsertionTests {
  private func fill(_ body: String, _ data: String) throws -> String {
    try TemplateFile(body).filled(data).markup()
  }

  @Test("A new paragraph in a value looks like the one that it was begun in")
  func paragraphs() throws {
    let body =
      "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\(r("[{{ x }}]", "<w:b/>"))</w:p>"
    let markup = try fill(body, #"{"x": "бір\u0007екі"}"#)
    #expect(markup.components(of: "<w:jc w:val=\"center\"/>") == 2)
    #expect(markup.components(of: "<w:b/>") == 2)
    #expect(try TemplateFile(body).filled(#"{"x": "бір\u0007екі"}"#).lines() == ["[бір", "екі]"])
  }

  @Test("A new page in a value is a paragraph of its own")
  func pages() throws {
    let markup = try fill(p("{{ x }}"), #"{"x": "бір\fекі"}"#)
    #expect(markup.contains("</w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p>"))
  }

  @Test("A link around the tag goes on after a new paragraph")
  func links() throws {
    let body = "<w:p><w:hyperlink w:anchor=\"а\">\(r("{{ x }}"))</w:hyperlink>\(r(" соңы"))</w:p>"
    let markup = try fill(body, #"{"x": "бір\u0007екі"}"#)
    #expect(markup.components(of: "<w:hyperlink w:anchor=\"а\">") == 2)
  }

  @Test(
    "A text in the place of a run or paragraph is a run or paragraph in its look",
    arguments: [
      ("<w:p>\(r("а {{r x }} б", "<w:b/>"))</w:p>", ["а мән <& б"]),
      (p("{{p x }}") + p("соңы"), ["мән <&", "соңы"]), (p("{{p жоқ }}") + p("соңы"), ["соңы"]),
    ])
  func texts(body: String, expected: [String]) throws {
    let filled = try TemplateFile(body).filled(#"{"x": "мән <&"}"#)
    #expect(try filled.lines() == expected)
    #expect(try filled.markup().contains("<w:b/>") == body.contains("<w:b/>"))
  }

  @Test("Markup that the data holds is written where it was asked for, and nowhere else")
  func markupOfData() throws {
    let data = #"{"x": "<w:r><w:rPr><w:b/></w:rPr><w:t>мән</w:t></w:r>"}"#
    #expect(try fill(p("а {{r x }}"), data).contains("<w:rPr><w:b/></w:rPr><w:t>мән</w:t>"))
    #expect(try fill(p("а {{ x }}"), data).contains("&lt;w:r&gt;"))
  }

  @Test(
    "Markup of data that could run, fetch or break something is text",
    arguments: [
      "<w:r><w:instrText>DDEAUTO</w:instrText></w:r>", "<w:r><w:fldChar/></w:r>", "<w:r><w:t>",
      "<w:p><w:r/></w:p>", "<w:r><w:object/></w:r>", "<w:r><x:t xmlns:x='y'/></w:r>",
      "<w:r xmlns:r='y' r:id='a'/>",
    ])
  func refusedMarkup(text: String) throws {
    let data = "{\"x\": \"\(text)\"}"
    #expect(try fill(p("{{r x }}"), data).contains("&lt;w:"))
  }

  @Test("A row or cell is no place for a text")
  func rows() throws {
    let table = tbl([[p("{{tr x }}")], [p("соңы")]])
    #expect(try TemplateFile(table).filled(#"{"x": "мәтін"}"#).rules == ["E114"])
    let row = #"{"x": "<w:tr><w:tc><w:p/></w:tc></w:tr>"}"#
    #expect(try fill(table, row).components(of: "<w:tr>") == 2)
  }

  @Test("Braces can be written, and only where the template writes them")
  func braces() throws {
    let body = p("{_{ x }_} {_% if %_}: {{ x }}")
    #expect(
      try TemplateFile(body).filled(#"{"x": "{_{ {{ a }} }_}"}"#).lines() == [
        "{{ x }} {% if %}: {_{ {{ a }} }_}"
      ])
  }

  @Test("A tab or break that slipped into a name does not cut it in two")
  func slippedTabs() throws {
    let body =
      "<w:p><w:r><w:t>{{ ат</w:t><w:tab/><w:t>ы }} {% if</w:t><w:br/><w:t>аты %}иә{% endif %}</w:t></w:r></w:p>"
    #expect(try TemplateFile(body).filled(#"{"аты": "Әлия"}"#).lines() == ["Әлия иә"])
  }
}
