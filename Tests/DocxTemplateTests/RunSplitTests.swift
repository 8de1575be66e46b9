import DocxTemplate
import Jinja
import Testing

/// Word cuts a paragraph's text into runs wherever it likes: after a spelling check, a pause, a correction. The letter must not depend on it.
@Suite struct RunSplitTests {
  static let data = #"{"аты": "Әлия <&>", "a": 1, "б": 0, "l": ["бір", "екі"], "d": {"к": "мән"}}"#

  static let templates = [
    "Құрметті {{ аты }}, сәлем!", "{{аты}}", "{% if a %}иә{% else %}жоқ{% endif %}.",
    "{% if б %}{{ аты }}{% elif a %}[{{ d['к']|upper }}]{% endif %}",
    "{% for x in l %}{{ loop.index }}) {{ x }}; {% endfor %}соңы", "а{# түсініктеме #}б",
    #"{{ "}}" ~ d.к ~ '%}' }}"#, "{% set x = d.к %}{{ x }}{{ x }}",
    "{{ “тырнақша”|upper }} – {{ 5–2 }}",
    "бос {%r if a %}жүгіріс{%r endif %} соңы", "{ {{ a }} } 100 % {x}",
    "а {%- if a -%} б {%- endif -%} в", "{_{ аты }_} {_% if %_}: {{ а }}", "[{{r аты }}]",
    "{% macro m(x) %}({{ x }}){% endmacro %}{{ m(аты) }}{{ m(a)|upper }}",
    "{% set t %}{{ аты }}!{% endset %}{{ t }}", "{% filter upper %}{{ аты }}{% endfilter %}",
  ]

  @Test(
    "A cut between any two letters, in runs of different look, changes nothing",
    arguments: templates)
  func cuts(template: String) throws {
    let expected = try fill(p(template), Self.data)
    let scalars = Array(template.unicodeScalars)
    for index in 1..<scalars.count {
      let (left, right) = Self.halves(scalars, index)
      let body = "<w:p>\(r(left, "<w:b/>"))\(r(right, "<w:i/>"))</w:p>"
      #expect(try fill(body, Self.data) == expected, "cut after \(left)")
    }
  }

  @Test(
    "Marks of the spelling check and bookmarks between any two letters change nothing",
    arguments: templates)
  func marks(template: String) throws {
    let expected = try fill(p(template), Self.data)
    let scalars = Array(template.unicodeScalars)
    for index in 1..<scalars.count {
      let (left, right) = Self.halves(scalars, index)
      let between =
        "<w:proofErr w:type='spellStart'/><w:bookmarkStart w:id='0' w:name='b'/><w:r><w:rPr/></w:r><w:bookmarkEnd w:id='0'/>"
      #expect(try fill("<w:p>\(r(left))\(between)\(r(right))</w:p>", Self.data) == expected)
    }
  }

  @Test("Every letter in a run of its own changes nothing", arguments: templates)
  func letters(template: String) throws {
    let expected = try fill(p(template), Self.data)
    let runs = template.unicodeScalars.map { r(String($0)) }
    #expect(try fill("<w:p>\(runs.joined())</w:p>", Self.data) == expected)
  }

  @Test(
    "A correction that is tracked, wherever it begins and ends, changes nothing",
    arguments: templates)
  func insertions(template: String) throws {
    let expected = try fill(p(template), Self.data)
    let scalars = Array(template.unicodeScalars)
    let mark = "w:id='1' w:author='А'"
    for index in 1..<scalars.count {
      let (left, right) = Self.halves(scalars, index)
      let bodies = [
        "<w:p><w:ins \(mark)>\(r(left))</w:ins>\(r(right))</w:p>",
        "<w:p>\(r(left))<w:ins \(mark)>\(r(right))</w:ins></w:p>",
        "<w:p>\(r(left))<w:del \(mark)><w:r><w:delText>{{ өшкен }}{% if</w:delText></w:r></w:del>\(r(right))</w:p>",
      ]
      for body in bodies { #expect(try fill(body, Self.data) == expected, "after \(left)") }
      let end = min(index + 3, scalars.count)
      let (middle, rest) = Self.halves(Array(scalars[index...]), end - index)
      let inner = "<w:p>\(r(left))<w:ins \(mark)>\(r(middle))</w:ins>\(r(rest))</w:p>"
      #expect(try fill(inner, Self.data) == expected, "around \(middle)")
      let smart =
        "<w:p>\(r(left))<w:smartTag w:element='date'><w:smartTagPr/>\(r(middle))</w:smartTag>\(r(rest))</w:p>"
      #expect(try fill(smart, Self.data) == expected, "around \(middle)")
    }
  }

  @Test("Tags that take the place of paragraphs and rows may be cut anywhere, too")
  func containers() throws {
    let runs = { (text: String) in
      "<w:p>" + text.unicodeScalars.map { r(String($0), "<w:i/>") }.joined() + "</w:p>"
    }
    #expect(
      try fill(runs("{%p for x in l %}") + runs("{{ x }}") + runs("{%p endfor %}"), Self.data) == [
        "бір", "екі",
      ])
    let table = tbl([
      [runs("{%tr for x in l %}"), p("")], [runs("{{ x }}"), p("{{ loop.index }}")],
      [runs("{%tr endfor %}"), p("")],
    ])
    #expect(try fill(table, Self.data) == ["бір\t1", "екі\t2"])
  }

  @Test(
    "Tags of cells, of whole paragraphs and of joins may be cut anywhere, too",
    arguments: [
      "{% colspan 2 %}{{ аты }}", "а{% cellbg 'FF0000' %}", "алды {% vm %}{{ a }} соңы",
      "{% hm %}б",
      "{{p аты }}", "{#p жоқ #}", "{%- if a -%}б{% endif %}",
    ])
  func cells(template: String) throws {
    let isLoop = template.contains("vm") || template.contains("hm")
    func body(_ paragraph: String) -> String {
      let paragraph = p("бас") + paragraph + p("соңы")
      guard isLoop else { return tbl([[paragraph]]) }
      let kind = template.contains("vm") ? "tr" : "tc"
      let opening = p("{%\(kind) for x in l %}")
      let closing = p("{%\(kind) endfor %}")
      return kind == "tr"
        ? tbl([[opening], [paragraph], [closing]]) : tbl([[opening, paragraph, closing]])
    }
    let expected = try fill(body(p(template)), Self.data)
    let scalars = Array(template.unicodeScalars)
    for index in 1..<scalars.count {
      let (left, right) = Self.halves(scalars, index)
      for paragraph in [
        "<w:p>\(r(left, "<w:b/>"))<w:proofErr w:type='spellStart'/>\(r(right, "<w:i/>"))</w:p>",
        "<w:p>\(r(left))<w:ins w:id='1' w:author='А'>\(r(right))</w:ins></w:p>",
      ] { #expect(try fill(body(paragraph), Self.data) == expected, "cut after \(left)") }
    }
  }

  @Test("Tags without a prefix that find their containers may be cut anywhere, too")
  func inferred() throws {
    let texts = ["{% for x in l %}", "{{ x }}", "{% endfor %}"]
    for (position, text) in texts.enumerated() {
      let scalars = Array(text.unicodeScalars)
      for index in 1..<scalars.count {
        let (left, right) = Self.halves(scalars, index)
        var paragraphs = texts.map { p($0) }
        paragraphs[position] = "<w:p>\(r(left))<w:proofErr w:type='spellEnd'/>\(r(right))</w:p>"
        let filled = try TemplateFile(paragraphs.joined() + p(".")).filled(
          Self.data, usesWordPlaceholders: true)
        #expect(try filled.lines() == ["бір", "екі", "."])
      }
    }
  }

  @Test("A tag with a line break or a tab inside is one tag")
  func breaks() throws {
    let body =
      "<w:p><w:r><w:t>{{ аты</w:t><w:br/><w:t>|upper</w:t><w:tab/><w:t>}}</w:t></w:r></w:p>"
    #expect(try fill(body, Self.data) == ["ӘЛИЯ <&>"])
  }

  @Test("A link around part of a tag is kept, and so is the text")
  func hyperlinks() throws {
    let body = "<w:p>\(r("а {{ а"))<w:hyperlink r:id='x'>\(r("ты }} б"))</w:hyperlink></w:p>"
    #expect(try fill(body, Self.data) == ["а Әлия <&> б"])
    let filled = try TemplateFile(body).filled(Self.data)
    #expect(try filled.markup().contains("hyperlink"))
  }

  private static func halves(
    _ scalars: [Unicode.Scalar], _ index: Int
  ) -> (String, String) {
    (
      String(String.UnicodeScalarView(scalars[..<index])),
      String(String.UnicodeScalarView(scalars[index...]))
    )
  }
}
