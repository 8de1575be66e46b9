import TestSupport
import Diagnostics
import DocxTemplate
import Jinja
import Testing

@Suite struct ValueTests {
  @Test(
    "Whatever letters a value has, the document shows exactly them",
    arguments: [
      "R&D <b> \"т\" 'ж' x < y > z", "&amp; &lt; &#65;", "]]>", "  алды арты  ", "👍🏽 é e\u{301} қ",
      "\u{A0}үзбей\u{202F}",
      "{{ y }} {% if x %} {# a #}", "}} %} #}", "{{", "<w:p/>", "<!-- x -->", "\u{FFFD}\u{10FFFF}",
      "\\n \\x41", "\u{85}\u{2028}x", "%s {0}",
    ])
  func letters(value: String) throws {
    let filled = try TemplateFile(p("[{{ x }}]")).rendered(with: value)
    #expect(try filled.text() == "[\(value)]")
  }

  @Test("A line feed in a value is a line break, a tab a tab, and nothing is lost beside them")
  func breaks() throws {
    let filled = try TemplateFile(p("{{ x }}")).filled(
      #"{"x": "а\nб\tв\r\nг\rд\n"}"#, usesWordPlaceholders: true)
    #expect(
      try filled.markup().contains(
        """
        а</w:t><w:br/><w:t xml:space="preserve">б</w:t><w:tab/><w:t xml:space="preserve">в</w:t><w:br/>\
        <w:t xml:space="preserve">г</w:t><w:br/><w:t xml:space="preserve">д</w:t><w:br/><w:t xml:space="preserve"></w:t>
        """))
    #expect(try filled.lines() == ["а", "б\tв", "г", "д"])
  }

  @Test(
    "A letter with a meaning in markup, or for Word, is seen wherever in a value it stands",
    arguments: ["&", "<", ">", "\t", "\n", "\r", "\u{2011}", "—", "ï"])
  func places(of mark: String) throws {
    for count in 0..<26 {
      let value =
        String(repeating: "а", count: count / 2) + mark + String(repeating: "b", count: 26 - count)
      // The first tag prints what lies in the data, the second what was made of it.
      let filled = try TemplateFile(p("{{ x }}|{{ x ~ '' }}")).rendered(with: value)
      let markup = try filled.markup()
      let texts = try filled.text().split(separator: "|")
      #expect(texts.count == 2 && texts[0] == texts[1])
      #expect(
        markup.contains(value) == !["&", "<", ">", "\t", "\n", "\r", "\u{2011}"].contains(mark))
    }
  }

  @Test("A hyphen that must not break is the character that half of the fonts lack")
  func noBreakHyphens() throws {
    let filled = try TemplateFile(p("{{ x }}")).filled(
      #"{"x": "ІІМ\u2011ге – “№”"}"#, usesWordPlaceholders: true)
    #expect(
      try filled.markup().contains(
        #"ІІМ</w:t><w:noBreakHyphen/><w:t xml:space="preserve">ге – “№”</w:t>"#))
    #expect(try filled.lines() == ["ІІМ\u{2011}ге – “№”"])
  }

  @Test(
    "A control character that Word would refuse to open stops the letter, and its tag is named",
    arguments: ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
  func controlCharacters(character: String) throws {
    let filled = try TemplateFile(p("мән: {{ x }}")).rendered(with: "a\(character)b")
    #expect(filled.rules == ["E132"])
    #expect(filled.document == nil)
    #expect(filled.diagnostics.first?.places.first?.text == "x")
  }

  @Test("A value that looks like a tag is never read as one, though the template prints it twice")
  func secondOrder() throws {
    let data = #"{"x": "{{ құпия }}{% for a in b %}", "құпия": "ҚҰПИЯ"}"#
    #expect(
      try fill(p("{% set y = x %}{{ x }}|{{ y ~ '' }}"), data) == [
        "{{ құпия }}{% for a in b %}|{{ құпия }}{% for a in b %}"
      ])
  }

  @Test("Filters that other engines need for escaping change nothing here")
  func escapingFilters() throws {
    #expect(
      try fill(p("{{ x|e }} {{ x|escape|upper }} {{ x|safe }}"), #"{"x": "a<&b"}"#) == [
        "a<&b A<&B a<&b"
      ])
  }

  @Test("Numbers, lists and empty values print as in plain templates")
  func others() throws {
    #expect(
      try fill(
        p("{{ n }} {{ f }} {{ l }} {{ none }} [{{ e }}] {{ true }}"),
        #"{"n": 5, "f": 2.50, "l": ["а<"], "e": ""}"#)
        == ["5 2.5 ['а<'] None [] True"])
  }

  @Test("Random values come back from the document letter for letter")
  func randomValues() throws {
    var generator = SeededGenerator(seed: 11)
    let file = TemplateFile(p("[{{ x }}]"))
    let template = try #require(try file.compiled())
    for _ in 0..<400 {
      var value = ""
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        let code =
          Bool.random(using: &generator)
          ? UInt32.random(in: 0x20...0x7E, using: &generator)
          : UInt32.random(in: 0x20...0x10FFFD, using: &generator)
        guard let scalar = Unicode.Scalar(code), code & 0xFFFE != 0xFFFE else { continue }
        value.unicodeScalars.append(scalar)
      }
      let filled = Filled(
        try template.render(ObjectValue([("x", .string(value))])), madeFrom: [file.archive()])
      #expect(try filled.text() == "[\(value)]")
    }
  }
}

extension TemplateFile {
  func compiled(_ environment: Environment = Environment(undefined: .default)) throws
    -> DocxTemplate?
  {
    try DocxTemplate.compile(archive(), file: "үлгі.docx", environment: environment).template
  }

  /// Filled with `x` being the text.
  func rendered(with text: String) throws -> Filled {
    let template = try compiled()
    return Filled(
      try template?.render(ObjectValue([("x", .string(text))])) ?? (nil, []),
      madeFrom: [archive()])
  }
}
