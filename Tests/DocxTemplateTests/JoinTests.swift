import DocxTemplate
import Jinja
import Testing

@Suite struct JoinTests {
  static let data = #"{"a": 1, "o": 0, "l": ["бір", "екі"]}"#

  @Test(
    "Paragraphs are joined where a tag says so, and no text is lost",
    arguments: [
      (["бір", "{%- if a %} екі", "үш{% endif %}"], ["бір екі", "үш"]),
      (["үш {% if a -%}", "төрт{% endif %}"], ["үш төрт"]),
      (["а", "{%- if o -%}", "б", "{%- else -%}", "в", "{%- endif -%}", "г"], ["авг"]),
      (["[", "{%- for x in l -%}", "{{ x }};", "{%- endfor -%}", "]"], ["[бір;екі;]"]),
      (["а {%- if a %} б{% endif %}"], ["а б"]), (["а {% if a -%} б{% endif %}"], ["а б"]),
      (["а", "", "{%- if a %}б{% endif %}"], ["аб"]),
      (["а{# бір", "{{ екі", "үш #}б {{ a }}", "в"], ["аб 1", "в"]),
      (["а", " {{- a -}} ", "б"], ["а", "1", "б"]), (["а", "{#- жоқ -#}", "б"], ["а", "", "б"]),
    ])
  func joins(texts: [String], expected: [String]) throws {
    #expect(try fill(texts.map { p($0) }.joined(), Self.data) == expected)
  }

  @Test("Joined text keeps its look")
  func looks() throws {
    let body = "<w:p>\(r("а", "<w:b/>"))</w:p><w:p>\(r("{%- if a %}б{% endif %}", "<w:i/>"))</w:p>"
    let markup = try TemplateFile(body).filled(Self.data).markup()
    #expect(markup.components(of: "<w:p>") == 1)
    #expect(markup.contains("<w:b/>") && markup.contains("<w:i/>"))
  }

  @Test("A table or the end of a section between two paragraphs keeps them apart")
  func obstacles() throws {
    let table = p("а") + tbl([[p("кесте")]]) + p("{%- if a %}б{% endif %}")
    #expect(try fill(table, Self.data) == ["а", "кесте", "б"])
    let section = "<w:p><w:pPr><w:sectPr/></w:pPr>\(r("{%- if a %}б{% endif %}"))</w:p>"
    let markup = try TemplateFile(p("а") + section).filled(Self.data).markup()
    #expect(markup.components(of: "<w:sectPr") == 2)
  }
}
