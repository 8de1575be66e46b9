import Diagnostics
import DocxTemplate
import Jinja
import Testing

@Suite struct TypingSlipTests {
  @Test("A tag typed wrong would be printed into the letter without a word")
  func strayBraces() throws {
    let slips: [(text: String, marked: [String])] = [
      ("а { {бір}} б", ["{ {бір}}"]), ("{ { бір } }", ["{ { бір } }"]),
      ("а {бір}} б", ["{бір}}"]), ("бір }} б", ["}}"]), ("{ % if x %}", ["{ % if x %}"]),
      ("{\u{A0}{ бір }} {{ екі }} үш }}", ["{\u{A0}{ бір }}", "}}"]), ("{if x %} а", ["{if x %}"]),
      // What a text may say.
      ("{1, 2, {3}}", []), ("{\"а\": {\"б\": 1}}", []), ("100 % { бір }", []),
      ("{ {{ бір }} }", []),
      ("{{ {'а': 1}.а }}", []), ("{_{ бір }_}", []), ("бір } екі { үш", []),
    ]
    for (text, marked) in slips {
      let found = try TemplateFile(p(text)).inspected()
      #expect(found.map(\.rule) == marked.map { _ in "E151" }, "\(text)")
      #expect(found.map { $0.places.first?.text } == marked, "\(text)")
      #expect(found.allSatisfy { $0.severity == .warning })
    }
  }

  @Test("Tags about cells would be taken for slips")
  func cellTags() throws {
    let row = [p("{%tc for x in l %}"), p("{% hm %}{{ x }}"), p("{%tc endfor %}")]
    let found = try TemplateFile(tbl([[p("{% colspan 2 %}{% cellbg c %}{{ y }}")], row]))
      .inspected()
    #expect(found.map(\.rule) == [])
  }

  @Test("A tag that stands in deleted text would be missed, and the place in doubt left empty")
  func deletedTags() throws {
    let body =
      "<w:p>\(r("а "))<w:del w:id='1'><w:r><w:delText>{{ ескі</w:delText></w:r><w:r><w:delText> }}</w:delText></w:r></w:del>\(r("{{ жаңа }}"))</w:p>"
      + "<w:p><w:moveFrom w:id='2'>\(r("{% if x %}"))</w:moveFrom></w:p>"
    let found = try TemplateFile(body).inspected()
    #expect(found.map(\.rule) == ["E152", "E152"])
    #expect(found.map { $0.places.first?.paragraph } == [1, 2])
    #expect(found[0].message.en.contains("`{{ ескі }}`"))
    // Who only fills the template has accepted its changes.
    #expect(try TemplateFile(body).filled(#"{"жаңа": 1}"#).rules == [])
  }

  @Test("A misspelt function would be found out only when the letter is printed")
  func unknownFunctions() throws {
    let found = try TemplateFile(p("{% if x %}{{ rnge(3) }}{% endif %}")).inspected()
    #expect(found.map(\.rule) == ["E107"])
    #expect(found.first?.places.first?.text == "rnge")
    #expect(found.first?.hint?.en == "did you mean `range`?")
  }

  @Test("A name typed with two keyboards would be unknown for no reason that can be seen")
  func lookalikes() throws {
    let found = try TemplateFile(
      p("{{ дaта }} {{ аты_kk }} {{ \"дaта\" }} {% if сaн is odd %}{% endif %}{# дaта #}")
    ).inspected()
    #expect(found.map(\.rule) == ["E150", "E150"])
    #expect(found.map { $0.places.first?.text } == ["дaта", "сaн"])
    #expect(found[0].hint?.en == "in one alphabet: `дата`")
    // One finding for one mistake.
    let filter = try TemplateFile(p("{{ x | uppеr }}")).inspected()
    #expect(filter.map(\.rule) == ["E106"])
    #expect(filter.first?.hint?.en.hasPrefix("there is `upper`") == true)
    let field = try TemplateFile(p("{{ сору }}")).filled(#"{"copy": 1}"#, undefined: .strict)
    #expect(field.diagnostics.first?.hint?.ru.hasPrefix("есть `copy`") == true)
  }
}
