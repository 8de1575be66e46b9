import Diagnostics
import DocxTemplate
import Jinja
import OfficePackage
import Testing

/// What other engines get wrong: each test is one defect, and shows that it is none here.
@Suite struct DefectTests {
  @Test("A value with braces in a footnote of a document with two sections would be evaluated")
  func injection() throws {
    var file = TemplateFile(
      "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" + p("{{ x }}"), header: p("{{ x }}"))
    file.stories = [("footnotes", "<w:footnote w:id='1'>\(p("{{ x }}"))</w:footnote>")]
    let filled = try file.filled(#"{"x": "{{ құпия }}", "құпия": "аян"}"#)
    for part in ["word/document.xml", "word/footnotes.xml", "word/header1.xml"] {
      let markup = try filled.markup(part)
      #expect(markup.contains("{{ құпия }}"))
      #expect(!markup.contains("аян"))
    }
  }

  @Test("Text with signs of markup would vanish from the body and stop the header")
  func lostText() throws {
    let file = TemplateFile(p("А {{ x }} Б {{ y }}"), header: p("{{ x }}"))
    let filled = try file.filled(#"{"x": "R&D <b> x", "y": "x < y"}"#)
    #expect(try filled.markup().contains("А R&amp;D &lt;b&gt; x Б x &lt; y"))
    #expect(try filled.markup("word/header1.xml").contains("R&amp;D &lt;b&gt; x"))
  }

  @Test("A tag over the edge of a tracked insertion or a link would tear the document apart")
  func torn() throws {
    let insertion = "<w:p>\(r("а {{ "))<w:ins w:id='1' w:author='А'>\(r("x }} б"))</w:ins></w:p>"
    let link = "<w:p><w:hyperlink w:anchor='в'>\(r("а {{ x"))</w:hyperlink>\(r(" }} б"))</w:p>"
    for body in [insertion, link] {
      #expect(try fill(body + p("соңы"), #"{"x": "мән"}"#) == ["а мән б", "соңы"])
    }
  }

  @Test("A tag without its end would eat the paragraphs up to the next one")
  func unclosed() throws {
    let filled = try TemplateFile(p("Бағасы {{ v") + p("келесі }} абзац")).filled(#"{"v": 1}"#)
    #expect(filled.rules == ["E102", "E151"])
    #expect(filled.diagnostics.first?.places.first?.paragraph == 1)
  }

  @Test("A row of tags before a row with a table in it would empty the table")
  func nestedTables() throws {
    let inner = tbl([[p("ішкі {{ x }}")]])
    let body = tbl([[p("{%tr for x in l %}")], [inner + p("")], [p("{%tr endfor %}")]])
    let markup = try TemplateFile(body).filled(#"{"l": [1, 2]}"#).markup()
    #expect(markup.components(of: "ішкі") == 2)
    let same = tbl([["{%tr for x in l %}", "{{ x }}"].map { p($0) }, [p("{%tr endfor %}")]])
    #expect(try TemplateFile(same).filled(#"{"l": [1]}"#).rules == ["E112"])
  }

  @Test("A brace or a percent sign inside a tag with a prefix would make it unknown")
  func signs() throws {
    let rows = tbl([
      [p(#"{%tr for k in {"a": 1, "b": 2} %}"#)], [p("{{ k }}")], [p("{%tr endfor %}")],
    ])
    #expect(try fill(rows) == ["a", "b"])
    #expect(try fill(p("{%p if 5 % 2 %}") + p("тақ") + p("{%p endif %}")) == ["тақ"])
  }

  @Test("Text beside a tag that takes its paragraph's place would vanish without a word")
  func silence() throws {
    let filled = try TemplateFile(p("мәтін {%p if 1 %}") + p("а") + p("{%p endif %}")).filled()
    #expect(filled.rules == ["E112"])
    #expect(try fill(p("{%p if 1 %}{%p if 1 %}") + p("а") + p("{%p endif %}{%p endif %}")) == ["а"])
  }

  @Test("Quotes and dashes as Word writes them in Kazakh and Russian would be mistakes")
  func typography() throws {
    #expect(try fill(p("{{ «а» ~ „б“ ~ “в” ~ ‘г’ }} {{ 5–2 }} {{\u{A0}1\u{A0}}}")) == ["абвг 3 1"])
  }

  @Test("Braces of a formula would break the template far from where they stand")
  func formulas() throws {
    let filled = try TemplateFile(p("а") + p("{{1,2},{3}} – {{ x }}")).filled(#"{"x": 1}"#)
    #expect(filled.document == nil)
    #expect(filled.diagnostics.allSatisfy { $0.places.first?.paragraph == 2 })
    #expect(try fill(p("{_{1,2},{3}_} – {{ x }}"), #"{"x": 1}"#) == ["{{1,2},{3}} – 1"])
  }

  @Test("A loop without turns would leave a cell or a table that Word cannot open")
  func emptyLoops() throws {
    let cell = p("{%p for x in l %}") + p("{{ x }}") + p("{%p endfor %}")
    let rows = tbl([[p("{%tr for x in l %}")], [p("{{ x }}")], [p("{%tr endfor %}")]])
    let markup = try TemplateFile(tbl([[cell]]) + p("") + rows).filled(#"{"l": []}"#).markup()
    #expect(markup.contains("<w:tc><w:tcPr/><w:p></w:p></w:tc>"))
    #expect(markup.components(of: "<w:tbl>") == 1)
  }

  @Test("A new paragraph in a text box would look like the paragraph around the box")
  func boxes() throws {
    let inner = "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>\(r("{{ x }}"))</w:p>"
    let body =
      "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:pict><v:textbox><w:txbxContent>\(inner)</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    let markup = try TemplateFile(body).filled(#"{"x": "а\u0007б"}"#).markup()
    #expect(markup.components(of: "<w:jc w:val=\"right\"/>") == 2)
    #expect(markup.components(of: "<w:jc w:val=\"center\"/>") == 1)
  }

  @Test("A text in the place of a run would stand outside of any run, unseen")
  func bareText() throws {
    let markup = try TemplateFile(p("{{r x }}")).filled(#"{"x": "мән"}"#).markup()
    #expect(markup.contains("<w:r><w:t xml:space=\"preserve\">мән</w:t></w:r>"))
  }

  @Test(
    "A template would reach into the program that fills it",
    arguments: [
      "{{ ''.__class__.__mro__[1].__subclasses__()|length }}", "{{ x.__init__.__globals__ }}",
      "{{ self.__dict__.a }}", "{{ ''.format.__self__.a }}",
    ])
  func sandbox(tag: String) throws {
    let filled = try TemplateFile(p(tag)).filled(#"{"x": {}}"#)
    #expect(filled.document == nil)
    #expect(!filled.rules.isEmpty)
  }

  @Test("A document that LibreOffice has written would get its properties twice")
  func properties() throws {
    var file = TemplateFile(p("{{ x }}"))
    file.properties = "<dc:title>{{ x }}</dc:title>"
    let document = try #require(try file.filled(#"{"x": 1}"#).document)
    let names = try OfficePackage(reading: document).partNames
    #expect(names.filter { $0.hasSuffix("core.xml") } == ["docProps/core.xml"])
    #expect(Set(names).count == names.count)
  }

  @Test("Parts in which nothing was filled would be written anew")
  func untouched() throws {
    let file = TemplateFile(p("{{ x }}"), header: p("мәтін"))
    let document = try #require(try file.filled(#"{"x": 1}"#).document)
    let before = try OfficePackage(reading: file.archive())
    let after = try OfficePackage(reading: document)
    for part in ["word/header1.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"] {
      #expect(before.content(of: part) == after.content(of: part))
    }
  }

  @Test("The address of a link would keep its tags")
  func addresses() throws {
    var file = TemplateFile("<w:p><w:hyperlink r:id='L'>\(r("а"))</w:hyperlink></w:p>")
    file.addresses = [("L", "hyperlink", "https://a.kz/{{ x }}")]
    let links = try file.filled(#"{"x": "б в"}"#).markup("word/_rels/document.xml.rels")
    #expect(links.contains("https://a.kz/%D0%B1%20%D0%B2"))
  }
}
