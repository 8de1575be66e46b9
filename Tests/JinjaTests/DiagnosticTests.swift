import Diagnostics
import Jinja
import Testing

/// Whoever writes a template in Word finds a mistake by the words that the message marks.
@Suite struct DiagnosticTests {
  @Test(
    "A mistake is reported under its rule, and exactly its words are marked",
    arguments: [
      ("Сәлем, ⟦{{ name⟧", "E102"), ("{{ a ⟦b⟧ }}", "E103"), ("{{ a +⟦⟧}}", "E103"),
      ("{{ a ⟦@⟧ b }}", "E101"),
      ("{{ a ⟦!⟧ }}", "E101"), ("{{⟦⟧}}", "E103"), ("{{ 'ә' ~ ⟦'abc ⟧}}", "E102"),
      ("{{ x|⟦upperr⟧ }}", "E106"),
      ("{{ x|upper|⟦жоқ⟧(1) }}", "E106"), ("{{ x is ⟦defind⟧ }}", "E107"),
      ("{{ x|map(⟦'uper'⟧)|list }}", "E106"), ("{{ x|select(⟦'od'⟧)|list }}", "E107"),
      ("{% ⟦fi⟧ x %}", "E104"), ("{% ⟦trans⟧ %}", "E104"), ("{%⟦ endif ⟧%}", "E105"),
      ("{%⟦ else ⟧%}", "E105"),
      ("{%⟦ if x ⟧%}", "E105"), ("{%⟦ for x in y ⟧%}", "E105"),
      ("{% for x ⟦on⟧ y %}{% endfor %}", "E103"),
      ("{% for in ⟦y⟧ %}{% endfor %}", "E103"),
      ("{% for ⟦5⟧ in y %}{% endfor %}", "E103"), ("{% if⟦⟧%}{% endif %}", "E103"),
      ("{% set ⟦1⟧ = 2 %}", "E103"),
      ("{% set x ⟦2⟧ %}", "E103"), ("{% if x %}{%⟦ endfor ⟧%}{% endif %}", "E105"),
      ("{% if x ⟦y⟧ %}{% endif %}", "E103"),
      ("{{ range(stop=1, ⟦2⟧) }}", "E103"),
      ("{{ [1, 2⟦⟧}}", "E103"),
      ("{{ x[⟦]⟧ }}", "E103"), ("{{ x.⟦⟧}}", "E103"), ("{{ (1 ⟦⟧}}", "E103"),
      ("{{ {'a' ⟦1⟧} }}", "E103"),
      ("{% else⟦⟧ if x %}", "E105"), ("{%⟦⟧ %}", "E103"),
    ])
  func syntax(marked: String, rule: String) throws {
    let template = MarkedTemplate(marked)
    let findings = try outcome(of: template.text).findings
    #expect(findings.first?.rule == rule)
    #expect(findings.first?.kind == .syntax)
    let place = try #require(template.places(findings).first)
    let mark = try #require(template.marks.first)
    let tagText = Array(template.text.utf8)
    // An end that came too early is marked somewhere behind the last word.
    if mark.isEmpty {
      #expect(place.isEmpty || place.lowerBound <= mark.lowerBound || rule == "E105")
      #expect(place.upperBound <= tagText.count)
    } else {
      #expect(place == mark)
    }
  }

  @Test(
    "A failure while filling marks the expression that failed",
    arguments: [
      ("{{ 1 + ⟦x⟧ }}", "E120"), ("{{ ⟦lenght⟧(x) }}", "E107"), ("{{ ⟦d.nope⟧|upper }}", "E120"),
      ("{{ ⟦1 / 0⟧ }}", "E124"),
      ("{{ 2 * (⟦'a' + 1⟧) }}", "E122"),
      ("{{ ⟦'a'|round⟧ }}", "E122"), ("{% for a in ⟦5⟧ %}{% endfor %}", "E122"),
      ("{% if ⟦x⟧ %}{% endif %}", "E120"),
      ("{% set a, b = ⟦d⟧ %}", "E122"), ("{{ ⟦'a'.nope()⟧ }}", "E107"), ("{{ 1 if ⟦x⟧ }}", "E120"),
      ("{% for a in [1] %}{{ ⟦loop.indx⟧ }}{% endfor %}", "E120"),
      ("{{ ⟦5 is lt 'a'⟧ }}", "E122"), ("{{ l[⟦'a'⟧:] }}", "E122"), ("{{ 'ұзақ' ~ ⟦x⟧ }}", "E120"),
    ])
  func failures(marked: String, rule: String) throws {
    let template = MarkedTemplate(marked)
    let findings = try outcome(of: template.text, #"{"d": {"a": 1}, "l": []}"#, undefined: .strict)
      .findings
    #expect(findings.map(\.rule) == [rule])
    #expect(template.places(findings) == template.marks)
  }

  @Test("All mistakes of a template are reported together, in its order")
  func severalMistakes() throws {
    let template = MarkedTemplate(
      "{{ a|⟦uper⟧ }} {{ b ⟦c⟧ }} {% if ⟦@⟧ %}x{% endif %} {% ⟦iff⟧ z %} {{ d is ⟦od⟧ }} {% for y in z|⟦sor⟧ %}{{ y }}{% endfor %} {%⟦ if q ⟧%}"
    )
    let findings = try outcome(of: template.text).findings
    #expect(findings.map(\.rule) == ["E106", "E103", "E101", "E104", "E107", "E106", "E105"])
    #expect(template.places(findings) == template.marks)
  }

  @Test("A stray end shows the block that is open as its second place")
  func secondPlaces() throws {
    let findings = try outcome(of: "{% for x in y %}{% endif %}{% endfor %}").findings
    #expect(findings.first?.spans.map(\.tag) == [1, 0])
  }

  @Test(
    "A misspelt word is answered with the right one",
    arguments: [
      ("{{ x|uper }}", "upper"), ("{{ x|defalt }}", "default"), ("{{ x is defind }}", "defined"),
      ("{% esle %}", "else"),
      ("{% ednfor %}", "endfor"), ("{{ rnage(3) }}", "range"),
    ])
  func hints(template: String, name: String) throws {
    let findings = try outcome(of: template).findings
    #expect(findings.first?.hint?.ru == "возможно, `\(name)`?")
    #expect(findings.first?.hint?.kk == "мүмкін, `\(name)`?")
  }

  @Test("Nothing is invented where no known word is near")
  func noHints() throws {
    #expect(try outcome(of: "{{ x|qqqqqqq }}").findings.first?.hint == nil)
  }

  @Test("A failing row of a loop is reported once, not once for each row")
  func repeated() throws {
    let findings = try outcome(
      of: "{% for x in range(500) %}{{ nope }}{% endfor %}", undefined: .strict
    ).findings
    #expect(findings.count == 1)
  }

  @Test("Every message is there in Kazakh, Russian and English")
  func languages() throws {
    for template in [
      "{{ a", "{{ a b }}", "{{ @ }}", "{{ x|uper }}", "{% fi %}", "{% endif %}", "{% if x %}",
      "{{ 1/0 }}", "{{ 'a'+1 }}",
      "{{ 'a'|truncate(1) }}", "{{ 'a'.b() }}", "{{ 10**99999 }}", "{{ (0-8)**0.3 }}", "{{ x.y }}",
      "{{ 'a }}", "{{ f() }}",
    ] {
      let message = try #require(try outcome(of: template).findings.first?.message)
      #expect(message.kk.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value > 0x400 })
      #expect(message.ru.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value > 0x400 })
      #expect(message.en.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x80 })
      #expect(message.kk != message.ru)
    }
  }
}
