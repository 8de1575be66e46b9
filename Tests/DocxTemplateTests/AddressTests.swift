import DocxTemplate
import Jinja
import Testing

/// Tags in what is no text of a paragraph.
@Suite struct AddressTests {
  private func file(_ address: String, _ body: String? = nil) -> TemplateFile {
    var file = TemplateFile(
      body ?? "<w:p><w:hyperlink r:id=\"L\">\(r("сілтеме"))</w:hyperlink></w:p>")
    file.addresses = [("L", "hyperlink", address)]
    return file
  }

  private let relationships = "word/_rels/document.xml.rels"

  @Test(
    "A link leads where the data says, also where Word has written the braces its own way",
    arguments: [
      ("{{ u }}", "https://a.kz/?x=1&amp;y=%D3%99"),
      ("%7B%7B%20u%20%7D%7D", "https://a.kz/?x=1&amp;y=%D3%99"),
      ("https://b.kz/{{ q }}/%20", "https://b.kz/R%26D%20%23%3F/%20"),
      ("https://b.kz/?q=%7B%7Bq%7D%7D", "https://b.kz/?q=R%26D%20%23%3F"),
      ("mailto:{{ m }}", "mailto:a@b.kz"),
    ])
  func addresses(address: String, expected: String) throws {
    let data = ##"{"u": "https://a.kz/?x=1&y=ә", "q": "R&D #?", "m": "a@b.kz"}"##
    let filled = try file(address).filled(data)
    let links = try filled.markup(relationships)
    #expect(links.contains("Target=\"\(expected)\""))
    #expect(!links.contains("Id=\"L\""))
  }

  @Test("Each link of a loop has its own address")
  func loops() throws {
    let body =
      p("{%p for x in l %}") + "<w:p><w:hyperlink r:id=\"L\">\(r("{{ x }}"))</w:hyperlink></w:p>"
      + p("{%p endfor %}")
    let filled = try file("https://a.kz/{{ x }}", body).filled(#"{"l": ["1", "2", "1"]}"#)
    let links = try filled.markup(relationships)
    #expect(links.components(of: "https://a.kz/1") == 1)
    #expect(links.components(of: "https://a.kz/2") == 1)
    #expect(try filled.markup().components(of: "<w:hyperlink r:id=\"rId") == 3)
  }

  @Test(
    "An address that would run something is refused",
    arguments: ["javascript:alert(1)", "file:///etc", "жай мәтін", "http://"])
  func refusals(value: String) throws {
    #expect(try file("{{ u }}").filled("{\"u\": \"\(value)\"}").rules == ["E118"])
  }

  @Test("A link whose address is not there is a text")
  func missing() throws {
    let markup = try file("{{ u }}").filled("{}").markup()
    #expect(markup.contains("<w:hyperlink>"))
  }

  @Test("Alternative text, fields and formulas are filled, and cannot be broken out of")
  func attributes() throws {
    let data = #"{"x": "a\"b<&\n\\"}"#
    let body =
      "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" descr=\"[{{ x }}]\"/></wp:inline></w:drawing></w:r></w:p>"
      + "<w:p><w:r><w:instrText>HYPERLINK \"{{</w:instrText></w:r><w:r><w:instrText> x }}\"</w:instrText></w:r></w:p>"
      + "<w:p><w:fldSimple w:instr=\"QUOTE &quot;{{ x }}&quot;\">\(r("х"))</w:fldSimple></w:p>"
    let markup = try TemplateFile(body).filled(data).markup()
    #expect(markup.contains("descr=\"[a&quot;b&lt;&amp; \\]\""))
    #expect(markup.contains("<w:instrText>HYPERLINK \"a\\&quot;b&lt;&amp; \\\\"))
    #expect(markup.contains("w:instr=\"QUOTE &quot;a\\&quot;b&lt;&amp; \\\\&quot;\""))
  }

  @Test("Properties of the document are filled, each by itself")
  func properties() throws {
    var file = TemplateFile(p("мәтін"))
    file.properties =
      "<dc:title>{{ x }} хаты</dc:title><dc:creator>{% if x %}{{ x }}{% endif %}</dc:creator>"
    let markup = try file.filled(#"{"x": "R&D"}"#).markup("docProps/core.xml")
    #expect(markup.contains("<dc:title>R&amp;D хаты</dc:title><dc:creator>R&amp;D</dc:creator>"))
  }

  @Test("Notes, comments and text boxes of both kinds are filled")
  func stories() throws {
    let box =
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>\(p("{{ x }}1"))</w:txbxContent></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(p("{{ x }}2"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    var file = TemplateFile(box)
    file.stories = [
      ("footnotes", "<w:footnote w:id='1'>\(p("{{ x }}3"))</w:footnote>"),
      ("endnotes", "<w:endnote w:id='1'>\(p("{{ x }}4"))</w:endnote>"),
      ("comments", "<w:comment w:id='1'>\(p("{{ x }}5"))</w:comment>"),
    ]
    let filled = try file.filled(#"{"x": "R&D"}"#)
    #expect(try filled.markup().contains("R&amp;D1"))
    #expect(try filled.markup().contains("R&amp;D2"))
    #expect(try filled.markup("word/footnotes.xml").contains("R&amp;D3"))
    #expect(try filled.markup("word/endnotes.xml").contains("R&amp;D4"))
    #expect(try filled.markup("word/comments.xml").contains("R&amp;D5"))
  }
}
