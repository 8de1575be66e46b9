import TestSupport
import Diagnostics
import DocxTemplate
import Jinja
import Testing

@Suite struct StoryTests {
  @Test("Tags are filled in headers, footers and the body, each with the data of the letter")
  func headersAndFooters() throws {
    let file = TemplateFile(
      p("{{ x }} негізгі"), header: p("{% set x = 'өз' %}{{ x }} үстіңгі"),
      footer: p("{%p if x %}") + p("{{ x }} астыңғы") + p("{%p endif %}"))
    #expect(
      try file.filled(#"{"x": "мән"}"#).lines() == ["өз үстіңгі", "мән негізгі", "мән астыңғы"])
  }

  @Test(
    "Text boxes are filled in both forms that Word stores them in, and their paragraph is its own")
  func textBoxes() throws {
    let box = { (text: String) in "<w:txbxContent>\(text)</w:txbxContent>" }
    let content = p("{%p for x in l %}") + p("{{ x }}") + p("{%p endfor %}")
    let body =
      "<w:p>\(r("{% if l %}алды "))<w:r><mc:AlternateContent><mc:Choice Requires='wps'>\(box(content))</mc:Choice><mc:Fallback><w:pict><v:textbox>\(box(content))</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\(r("соңы{% endif %}"))</w:p>"
    let filled = try TemplateFile(body).filled(#"{"l": ["бір", "екі"]}"#)
    #expect(try filled.lines() == ["алды соңы", "бір", "екі"])
    #expect(try filled.markup().components(of: "екі") == 2)
    let empty = try TemplateFile(
      "<w:p><w:r><w:pict><v:textbox>\(box(content))</v:textbox></w:pict></w:r></w:p>"
    )
    .filled(#"{"l": []}"#)
    #expect(try empty.markup().contains("<w:txbxContent><w:p></w:p></w:txbxContent>"))
  }

  @Test(
    "Text that was deleted or moved away is no template: its tags are neither filled nor faulted")
  func deletedText() throws {
    let mark = "w:id='1' w:author='А'"
    let body =
      "<w:p>\(r("{{ x }}"))<w:del \(mark)><w:r><w:delText>{{ жоқ</w:delText></w:r></w:del><w:moveFrom \(mark)>\(r("{% for %}{{ y }}"))</w:moveFrom></w:p>"
    let filled = try TemplateFile(body).filled(#"{"x": "мән"}"#, undefined: .strict)
    #expect(filled.rules == [])
    #expect(try filled.lines() == ["мән"])
    #expect(try filled.markup().contains("{% for %}{{ y }}"))
  }

  @Test("A tag never reaches over the end of a paragraph: no text between two paragraphs is eaten")
  func paragraphEnds() throws {
    let filled = try TemplateFile(p("баға {{ x") + p("келесі }} абзац")).filled(#"{"x": 1}"#)
    #expect(filled.rules == ["E102", "E151"])
    #expect(filled.document == nil)
    #expect(filled.diagnostics.first?.places.first?.text == "{{ x")
    #expect(filled.diagnostics.first?.places.first?.paragraph == 1)
  }

  @Test("Identifiers that Word wants only once are not repeated with their paragraphs")
  func paragraphIDs() throws {
    let body =
      "<w:p>\(r("{%p for x in l %}"))</w:p><w:p w14:paraId='0A' w14:textId='77'>\(r("{{ x }}"))</w:p><w:p>\(r("{%p endfor %}"))</w:p>"
    let markup = try TemplateFile(body).filled(#"{"l": [1, 2, 3]}"#).markup()
    #expect(!markup.contains("paraId"))
    #expect(!markup.contains("textId"))
  }

  @Test(
    "A template in the strict form of the standard, or with another prefix, is filled all the same")
  func otherForms() throws {
    for (prefix, namespace) in [
      ("ns0", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
      ("w", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ] {
      let paragraph = { (text: String) in
        "<\(prefix):p><\(prefix):r><\(prefix):t>\(text)</\(prefix):t></\(prefix):r></\(prefix):p>"
      }
      let cell = paragraph("{%p for x in e %}") + paragraph("{{ x }}") + paragraph("{%p endfor %}")
      let table =
        "<\(prefix):tbl><\(prefix):tr><\(prefix):tc>\(cell)</\(prefix):tc></\(prefix):tr></\(prefix):tbl>"
      let type =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
      let archive = StoredArchive.bytes(of: [
        ("[Content_Types].xml", "<Types/>"),
        (
          "_rels/.rels",
          "<Relationships><Relationship Id='r' Type='\(type)' Target='d.xml'/></Relationships>"
        ),
        (
          "d.xml",
          "<\(prefix):document xmlns:\(prefix)='\(namespace)'><\(prefix):body>\(table)\(paragraph("{{ x }}"))</\(prefix):body></\(prefix):document>"
        ),
      ])
      let (template, diagnostics) = try DocxTemplate.compile(
        archive, file: "f", environment: Environment(undefined: .default))
      #expect(diagnostics.isEmpty)
      let filled = Filled(
        try #require(template).render(try context(#"{"x": "а\nб", "e": []}"#)), madeFrom: [archive])
      let markup = try filled.markup("d.xml")
      #expect(markup.contains("<\(prefix):tc><\(prefix):p></\(prefix):p></\(prefix):tc>"))
      #expect(markup.contains("а</\(prefix):t><\(prefix):br/>"))
    }
  }
}
