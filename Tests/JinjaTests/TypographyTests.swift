import Testing

/// Word changes quotes, hyphens and spaces while people type; a tag typed in Word must work all the same.
@Suite struct TypographyTests {
  @Test(
    "Typographic quotes are quotes",
    arguments: [
      "“құн”", "„құн“", "„құн”", "«құн»", "‘құн’", "’құн’", "”құн”", "'құн'", "\"құн\"",
    ])
  func quotes(literal: String) throws {
    #expect(try expand("{{ x|default(\(literal)) }}") == "құн")
  }

  @Test("Typographic quotes inside straight ones are kept as text")
  func quotesInText() throws {
    #expect(try expand("{{ '«Алаш» – “ел”' }}") == "«Алаш» – “ел”")
    #expect(try expand("{{ \"it’s\" }}") == "it’s")
  }

  @Test("Dashes and the minus sign subtract", arguments: ["-", "–", "—", "\u{2212}"])
  func dashes(sign: String) throws {
    #expect(try expand("{{ 7 \(sign) 2 }}") == "5")
    #expect(try expand("{{ \(sign)7 }}") == "-7")
  }

  @Test(
    "Spaces that do not break, or have no width, are spaces",
    arguments: ["\u{A0}", "\u{202F}", "\u{2009}", "\u{200B}", "\u{FEFF}", "\t", "\n", "\u{3000}"])
  func spaces(space: String) throws {
    #expect(try expand("{{\(space)x\(space)|\(space)upper\(space)}}", #"{"x": "а"}"#) == "А")
    #expect(
      try expand("{%\(space)if\(space)x\(space)%}1{%\(space)endif\(space)%}", #"{"x": 1}"#) == "1")
  }

  @Test("Names of fields may be Kazakh and Russian words")
  func cyrillicNames() throws {
    let data = #"{"өтініш": {"күні": "12 наурыз", "имя_отчество": "Әлия"}, "ҰҚ": 1, "ё1": 2}"#
    #expect(
      try expand("{{ өтініш.күні }}, {{ өтініш.имя_отчество }}, {{ ҰҚ + ё1 }}", data)
        == "12 наурыз, Әлия, 3")
    #expect(try expand("{% for бап in [1, 2] %}{{ бап }}{% endfor %}") == "12")
    #expect(try expand("{% set қорытынды = 5 %}{{ қорытынды }}") == "5")
  }

  @Test("A name whose letter is written as base and accent is the same name")
  func composedNames() throws {
    #expect(try expand("{{ и\u{306} }}", "{\"й\": 1}") == "1")
  }
}
