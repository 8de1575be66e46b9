import Diagnostics
import DocxTemplate
import Jinja
import Testing

/// Templates that take words from plain-text files and other documents beside them.
@Suite struct IncludedTextTests {
  private struct Folder: TemplateLoader {
    let texts: [String: String]

    func program(named name: String) throws(Fault) -> Program? {
      guard let text = texts[name], let source = try? TemplateSource(text: text) else { return nil }
      let (program, _) = Program.compile(source, environment: Environment(undefined: .default))
      return program.with(unit: IncludedText(), name: name)
    }
  }

  private func fill(_ body: String) throws -> Filled {
    var environment = Environment(undefined: .default)
    environment.loader = Folder(texts: [
      "s.txt": "a & {{ x }}\nb",
      "m.txt": "{% macro m(n) %}<{{ n }}>{{ caller() if caller }}{% endmacro %}",
      "bad.txt": "{{ nope.x }}", "p.txt": "one\u{7}two",
    ])
    let bytes = TemplateFile(body).archive()
    let (template, found) = try DocxTemplate.compile(
      bytes, file: "t.docx", environment: environment)
    return Filled(
      try #require(template).render(try context(#"{"x": "<X>"}"#)), after: found, madeFrom: [bytes])
  }

  private func paragraph(_ text: String) -> String {
    "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test(
    "Included text loses characters, its lines or its place",
    arguments: [
      ("1 {% include 's.txt' %} 2", ["1 a & <X>", "b 2"]),
      ("{%p include 's.txt' %}", ["a & <X>", "b"]),
      ("{%p include 'p.txt' %}", ["one", "two"]),
      ("{% from 'm.txt' import m %}{{ m('й') }}", ["<й>"]),
      ("{% import 'm.txt' as t %}{% call t.m(1) %}тело {{ x }}{% endcall %}", ["<1>тело <X>"]),
      ("{% include 'none.txt' ignore missing %}.", ["."]),
      ("{% set q %}{% include 's.txt' %}{% endset %}[{{ q }}]", ["[a & <X>", "b]"]),
    ])
  func included(text: String, lines: [String]) throws {
    #expect(try fill(paragraph(text)).lines() == lines)
  }

  @Test("Included text does not look like the text around it")
  func look() throws {
    let markup = try fill(paragraph("{%p include 'p.txt' %}")).markup()
    #expect(markup.ranges(of: "<w:jc w:val=\"center\"/>").count == 2)
    #expect(markup.ranges(of: "<w:b/>").count == 2)
  }

  @Test("A mistake in an included text is looked for in the template")
  func place() throws {
    let filled = try fill(paragraph("{% include 'bad.txt' %}"))
    #expect(filled.diagnostics.first?.places.first?.file == "bad.txt")
    #expect(try fill(paragraph("{% include 'none.txt' %}")).rules == ["E115"])
  }

  @Test("A Word template that extends another comes out empty")
  func extending() throws {
    let filled = try TemplateFile(paragraph("{% extends 's.txt' %}")).filled()
    #expect(filled.rules == ["E115"])
  }

  @Test("A document that is included brings its tags as text, or empty lines for its statements")
  func documents() throws {
    let archive = TemplateFile(
      paragraph("{% macro m() %}x{% endmacro %}") + paragraph("Бір {{ x }}") + paragraph("Екі")
    ).archive()
    let text = String(decoding: try DocxTemplate.textTemplate(of: archive), as: UTF8.self)
    #expect(text == "{% macro m() %}x{% endmacro %}Бір {{ x }}\u{7}Екі")
  }
}
