import DocxTemplate
import Jinja
import Testing

/// Where the values of a document come to stand.
@Suite struct PrintedValueTests {
  private func values(_ file: TemplateFile, _ data: String) throws -> [String] {
    let (template, _) = try DocxTemplate.compile(
      file.archive(), file: "үлгі.docx", environment: Environment())
    return try #require(template).printedValues(context(data)).map { value in
      let place = value.paragraph.map { "\(value.part) \($0)" } ?? value.part
      return "\(place): \(value.expression) = \(value.text)"
    }
  }

  @Test("A value is told in a paragraph that the template has and the document has not")
  func paragraphs() throws {
    let body =
      p("{%p if not l %}") + p("жоқ") + p("{%p endif %}") + p("{%p for i in l %}")
      + p("{{ i }} және {{- i|upper -}} .") + p("{%p endfor %}") + p("{{ a }}")
    #expect(
      try values(
        TemplateFile(body, header: p("{{ a }}")), #"{"l": ["x", "y"], "a": "соңы"}"#) == [
          "word/document.xml 1: i = x", "word/document.xml 1: i|upper = X",
          "word/document.xml 2: i = y", "word/document.xml 2: i|upper = Y",
          "word/document.xml 3: a = соңы", "word/header1.xml 1: a = соңы",
        ])
  }

  @Test("A property is told in a paragraph, a value of several lines is not told, an empty one is")
  func otherPlaces() throws {
    var file = TemplateFile(p("{{ lines }}") + p("{{ empty }}") + p("{{ a }}"))
    file.properties = "<dc:title>{{ a }}</dc:title>"
    #expect(
      try values(file, #"{"lines": "бір\nекі", "empty": "", "a": "R&D"}"#) == [
        "word/document.xml 1: lines = бір\nекі", "word/document.xml 3: a = R&D",
        "docProps/core.xml: a = R&D",
      ])
  }

  @Test("A text box, which Word keeps twice, is told twice")
  func textBox() throws {
    let box = "<w:txbxContent>\(p("{{ a }}"))</w:txbxContent>"
    let body =
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>\(box)</mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    #expect(try values(TemplateFile(body), #"{"a": "1"}"#) == ["word/document.xml 2: a = 1"])
  }
}
