import Diagnostics
import DocxTemplate
import Jinja
import Testing

@Suite struct DocxDiagnosticTests {
  @Test(
    "Text beside a tag that takes its paragraph's or row's place is announced, and the rest is filled"
  )
  func lostText() throws {
    let file = TemplateFile(
      p("қалады") + p("бұл жоғалады {%p if a %}") + p("иә") + p("{%p endif %}"))
    let filled = try file.filled(#"{"a": 1}"#)
    #expect(filled.rules == ["E112"])
    #expect(filled.diagnostics.first?.severity == .warning)
    #expect(filled.diagnostics.first?.places.first?.paragraph == 2)
    #expect(filled.diagnostics.first?.places.first?.text == "{%p if a %}")
    #expect(try filled.lines() == ["қалады", "иә"])
  }

  @Test("Text or a tag in another cell of a row that vanishes is announced, too")
  func lostCells() throws {
    let row = { (other: String) in
      tbl([
        [p("{%tr for x in l %}"), p(other)], [p("{{ x }}"), p("")], [p("{%tr endfor %}"), p("")],
      ])
    }
    #expect(try TemplateFile(row("Жиыны:")).filled(#"{"l": [1]}"#).rules == ["E112"])
    #expect(try TemplateFile(row("{{ жиыны }}")).filled(#"{"l": [1]}"#).rules == ["E112"])
    #expect(try TemplateFile(row("{%p if x %}")).filled(#"{"l": [1]}"#).rules == ["E112"])
    #expect(try TemplateFile(row("  ")).filled(#"{"l": [1]}"#).rules == [])
    let picture = "<w:p>\(r("{%p if l %}"))<w:r><w:drawing/></w:r></w:p>" + p("{%p endif %}")
    #expect(try TemplateFile(picture).filled(#"{"l": [1]}"#).rules == ["E112"])
  }

  @Test("A row's or cell's tag outside of any table is an error at its place")
  func outsideTables() throws {
    let filled = try TemplateFile(p("{%tr for x in l %}") + p("{%tc if x %}")).filled()
    #expect(filled.rules.filter { $0 == "E113" }.count == 2)
    #expect(filled.document == nil)
    #expect(
      filled.diagnostics.first { $0.rule == "E113" }?.places.first?.text == "{%tr for x in l %}")
  }

  @Test(
    "A block that opens in one kind of place and closes in another is an error with both places")
  func mixedContainers() throws {
    let bodies = [
      p("{%p for x in l %}") + p("{{ x }}{% endfor %}"),
      p("{% if l %}") + tbl([[p("{% endif %}")]]),
      tbl([[p("{%tr for x in l %}")], [p("{%p endfor %}")]]),
      "<w:p>\(r("{% if l %}"))<w:hyperlink r:id='x'>\(r("{% endif %}"))</w:hyperlink></w:p>",
      p("{%p if l %}") + p("{% else %}") + p("{%p endif %}"),
    ]
    for body in bodies {
      let filled = try TemplateFile(body).filled(#"{"l": [1]}"#)
      #expect(filled.rules.first == "E110")
      #expect(filled.document == nil)
      #expect(filled.diagnostics.first?.places.count == 2)
      #expect(filled.diagnostics.first?.places.last?.paragraph == 1)
      #expect(filled.diagnostics.first?.hint != nil)
    }
  }

  @Test("All mistakes of all parts are reported in one go, each with its paragraph and words")
  func allParts() throws {
    let file = TemplateFile(
      p("бір") + p("Құрметті {{ аты|uper }}, {{ б") + tbl([[p("{{ в г }}")]]), header: p("{{ = }}"),
      footer: p("{% endif %}"))
    let filled = try file.filled()
    let found = filled.diagnostics.map { diagnostic in
      let place = diagnostic.places.first
      return "\(diagnostic.rule) \(place?.part ?? "") \(place?.paragraph ?? 0) \(place?.text ?? "")"
    }
    #expect(
      Set(found) == [
        "E106 word/document.xml 2 uper", "E102 word/document.xml 2 {{ б",
        "E103 word/document.xml 3 г",
        "E103 word/header1.xml 1 =", "E105 word/footer1.xml 1  endif ",
      ])
    #expect(filled.diagnostics.allSatisfy { $0.places.allSatisfy { $0.file == "үлгі.docx" } })
    #expect(filled.diagnostics.first { $0.rule == "E106" }?.hint?.kk == "мүмкін, `upper`?")
  }

  @Test("The words that a message marks are the right ones though the tag is cut into runs")
  func marksAcrossRuns() throws {
    let text = "Әй {{ ә.ө|upper ~ жоқ.өріс }} соңы"
    for index in 1..<text.unicodeScalars.count {
      let left = String(text.unicodeScalars.prefix(index))
      let right = String(text.unicodeScalars.dropFirst(index))
      let filled = try TemplateFile("<w:p>\(r(left))\(r(right))</w:p>")
        .filled(#"{"ә": {"ө": 1}, "жоқ": {}}"#, undefined: .strict)
      #expect(filled.diagnostics.map { $0.places.first?.text } == ["жоқ.өріс"])
      #expect(filled.diagnostics.first?.places.first?.excerpt == text)
    }
  }

  @Test("A missing value in a paragraph of a list is reported with the style of the paragraph")
  func styles() throws {
    let body = "<w:p><w:pPr><w:pStyle w:val='Тармақ'/></w:pPr>\(r("{{ x }}"))</w:p>"
    let filled = try TemplateFile(body).filled("{}", undefined: .strict)
    #expect(filled.rules == ["E120"])
    #expect(filled.diagnostics.first?.places.first?.block == "Тармақ")
  }

  @Test("Every message of templates is there in Kazakh, Russian and English")
  func languages() throws {
    let bodies = [
      p("{{ x"), p("{%tr if a %}"), p("а {%p if 1 %}") + p("{%p endif %}"),
      p("{%p if 1 %}") + p("{% endif %}"), p("{{p x }}"),
    ]
    for body in bodies {
      for diagnostic in try TemplateFile(body).filled().diagnostics {
        let message = diagnostic.message
        #expect(message.kk.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) })
        #expect(message.ru.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) })
        #expect(message.kk != message.ru)
        #expect(!message.en.isEmpty)
      }
    }
  }

  @Test("What a template reads is known before it is filled")
  func references() throws {
    let file = TemplateFile(p("{{ a.b }}{{ c }}"), header: p("{{ c }}{{ d }}"))
    #expect(try #require(try file.compiled()).references == [["a", "b"], ["c"], ["d"]])
  }

  @Test("What is typed into a template is taken for what its tags say, or the other way round")
  func fixedText() throws {
    let file = TemplateFile(p("{{ x[1] }} мәтін") + p("{{ y }} 2021 жыл"))
    let places = try #require(try file.compiled()).fixedText
    #expect(places.map(\.text) == [" мәтін", " 2021 жыл"])
    #expect(places.map(\.paragraph) == [1, 2])
  }

  @Test("Saving a template in Word types numbers into it: the revision and the day")
  func savedByWord() throws {
    var file = TemplateFile(p("мәтін"))
    file.properties = """
      <dc:title>{{ x }} 5-бап</dc:title><cp:revision>2</cp:revision>\
      <dcterms:modified xmlns:dcterms='http://purl.org/dc/terms/'>2024-10-01T09:00:00Z</dcterms:modified>
      """
    #expect(try #require(try file.compiled()).fixedText.map(\.text) == [" 5-бап"])
  }
}
