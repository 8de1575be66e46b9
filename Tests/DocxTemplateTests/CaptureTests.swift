import DocxTemplate
import Jinja
import Testing

/// Macros and captured blocks make values of what the document says.
@Suite struct CaptureTests {
  static let data = #"{"x": "R&D <b>", "l": [1, 2]}"#

  @Test(
    "What a macro or block says is text where it is used as text",
    arguments: [
      (["{%p macro m(a) %}", "{%p endmacro %}", "[{{ m(1) }}]"], ["[]"]),
      (["{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(x) }}{{ m(x)|length }}"], ["<R&D <b>>9"]),
      (["{% set t %}{{ x }}!{% endset %}{{ t|upper }} {{ t == 'R&D <b>!' }}"], ["R&D <B>! True"]),
      (["{% filter upper %}а{{ x }}{% endfilter %}"], ["АR&D <B>"]),
      (
        ["{% macro m() %}({{ caller() }}){% endmacro %}{% call m() %}{{ x }}{% endcall %}"],
        ["(R&D <b>)"]
      ),
    ])
  func texts(texts: [String], expected: [String]) throws {
    #expect(try fill(texts.map { p($0) }.joined(), Self.data) == expected)
  }

  @Test("A macro of paragraphs stands where it is called, also in the middle of a text")
  func paragraphs() throws {
    let macro = p("{%p macro m(a) %}") + p("бір {{ a }}") + p("екі") + p("{%p endmacro %}")
    #expect(try fill(macro + p("{{p m(1) }}") + p("соңы"), Self.data) == ["бір 1", "екі", "соңы"])
    #expect(
      try fill(macro + p("алды{{ m(2) }}соңы"), Self.data) == ["алды", "бір 2", "екі", "соңы"])
  }

  @Test("What is called or filtered as paragraphs is paragraphs")
  func calls() throws {
    let macro = p("{%p macro m() %}") + p("[{{ caller() }}]") + p("{%p endmacro %}")
    let call = p("{%p call m() %}") + p("ішкі") + p("{%p endcall %}") + p("соңы")
    #expect(try fill(macro + call, Self.data) == ["[", "ішкі", "]", "соңы"])
    let filter = p("{%p filter upper %}") + p("бір") + p("{%p endfilter %}") + p("соңы")
    #expect(try fill(filter, Self.data) == ["БІР", "соңы"])
  }

  @Test("A new paragraph in a macro's argument looks like the one that the macro is called in")
  func paragraphsInArguments() throws {
    let macro = p("{% macro m(a) %}[{{ a }}]{% endmacro %}")
    let call = "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>\(r("{{ m(x) }}", "<w:b/>"))</w:p>"
    let markup = try TemplateFile(macro + call).filled(#"{"x": "а\u0007б"}"#).markup()
    #expect(markup.components(of: "<w:jc w:val=\"right\"/>") == 2)
    #expect(markup.components(of: "<w:b/>") == 2)
  }

  @Test("A macro of rows fills a table")
  func rows() throws {
    let table = tbl([
      [p("{%tr macro m(a) %}")], [p("{{ a }}")], [p("{%tr endmacro %}")], [p("{{tr m(1) }}")],
      [p("{{tr m(2) }}")],
    ])
    #expect(try fill(table, Self.data) == ["1", "2"])
  }

  @Test("A macro of rows is no text")
  func misplaced() throws {
    let table = tbl([
      [p("{%tr macro m() %}")], [p("а")], [p("{%tr endmacro %}")], [p("[{{ m() }}]")],
    ])
    #expect(try TemplateFile(table).filled(Self.data).rules == ["E117"])
  }

  @Test("Line breaks of what was captured are line breaks again")
  func breaks() throws {
    let body = p("{% set t %}{{ y }}{% endset %}{{ t }}|{{ t|length }}")
    #expect(try fill(body, #"{"y": "а\nб"}"#) == ["а", "б|3"])
  }
}
