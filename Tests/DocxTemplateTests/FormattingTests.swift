import DocxTemplate
import Jinja
import Testing

@Suite struct FormattingTests {
  @Test("A value looks like the first letter of its tag, and the text after the tag as before")
  func firstLetter() throws {
    let body = "<w:p>\(r("а {", "<w:b/>"))\(r("{ x }", "<w:i/>"))\(r("} б", "<w:u/>"))</w:p>"
    let markup = try TemplateFile(body).filled(#"{"x": "мән"}"#).markup()
    #expect(
      markup.contains(
        "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">а мән</w:t></w:r>"))
    #expect(markup.contains("<w:r><w:rPr><w:u/></w:rPr><w:t xml:space=\"preserve\"> б</w:t></w:r>"))
  }

  @Test("Text around a loop keeps its runs in every turn")
  func loops() throws {
    let body =
      "<w:p>\(r("{% for x in l %}"))\(r("қалың", "<w:b/>"))\(r("{{ x }}", "<w:i/>"))\(r("{% endfor %}"))</w:p>"
    let markup = try TemplateFile(body).filled(#"{"l": [1, 2]}"#).markup()
    #expect(
      markup.components(of: "<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">қалың</w:t>") == 2)
    #expect(markup.contains("<w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">2</w:t>"))
  }

  @Test("A tag between runs ends the run and goes on with its look")
  func runTags() throws {
    let body = "<w:p>\(r("а {%r if x %}б{%r endif %} в", "<w:b/>"))</w:p>"
    let file = TemplateFile(body)
    #expect(try file.filled(#"{"x": 1}"#).lines() == ["а б в"])
    #expect(try file.filled(#"{"x": 0}"#).lines() == ["а  в"])
    let markup = try file.filled(#"{"x": 0}"#).markup()
    #expect(markup.components(of: "<w:rPr><w:b/></w:rPr>") == 2)
  }

  @Test("A run that holds nothing but such a tag is gone")
  func runsOfTags() throws {
    let body =
      "<w:p>\(r("{%r for x in l %}"))\(r("{{ x }}", "<w:b/>"))\(r("{%r endfor %}"))\(r("соңы"))</w:p>"
    let filled = try TemplateFile(body).filled(#"{"l": [1, 2]}"#)
    #expect(try filled.lines() == ["12соңы"])
    #expect(try filled.markup().components(of: "<w:r>") == 3)
  }

  @Test("A dash in a delimiter takes away the spaces beside it in its paragraph")
  func trimming() throws {
    #expect(try fill(p("а   {{- 1 -}}   б")) == ["а1б"])
    #expect(try fill("<w:p>\(r("а  "))\(r("  {{- 1 }}"))\(r(" б"))</w:p>") == ["а1 б"])
  }

  @Test("Text that is no tag is the same as before, with its entities, spaces and empty elements")
  func literalText() throws {
    let text = "R&amp;D &lt;b&gt; &quot;т&quot; 'ж' {x} }} 100 % é 👍"
    let body =
      "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:t xml:space='preserve'>  \(text)  {{ x }}</w:t><w:tab/></w:r></w:p><w:p/>"
    let markup = try TemplateFile(body).filled(#"{"x": 5}"#).markup()
    #expect(markup.contains("  R&amp;D &lt;b&gt; \"т\" 'ж' {x} }} 100 % é 👍  5</w:t><w:tab/>"))
    #expect(markup.contains("<w:pPr><w:jc w:val=\"both\"/></w:pPr>"))
  }

  @Test("Spaces beside a value do not vanish because Word had no reason to keep them")
  func spaces() throws {
    let markup = try TemplateFile("<w:p><w:r><w:t>{{ x }} сөз {{ x }}</w:t></w:r></w:p>")
      .filled(#"{"x": " а "}"#).markup()
    #expect(markup.contains("<w:t xml:space=\"preserve\"> а  сөз  а </w:t>"))
  }
}

extension String {
  /// How often `part` occurs.
  func components(of part: String) -> Int {
    let (text, wanted) = (Array(utf8), Array(part.utf8))
    guard text.count >= wanted.count else { return 0 }
    return (0...text.count - wanted.count).count { text[$0...].starts(with: wanted) }
  }
}
