import Diagnostics
import JSON
import Testing

@testable import Letters

/// Terms of a letter: defined once, before they are used, in both languages.
@Suite struct TermDefinitionTests {
  private static let definition = SampleKind.definition(
    "short: {type: boolean, label: {kk: а, ru: б}}",
    """
    constants:
      system: {kk: Киберқадағалау, ru: Кибернадзор}
    citations:
      ban: {act: gambling-law, article: 6}
    bodies:
      issuer: {role: media-authority}
    terms:
      law: {citation: ban, short: {kk: Заң, ru: Закон}}
    """)

  /// What `qoshat check` finds of terms: the severity, the language and the marked words of each.
  private func found(
    _ kk: [String], _ ru: [String] = ["{{ terms.law.definition }} {{ terms.law.short }}"]
  ) throws -> [String] {
    let kind = try SampleKind(Self.definition, kk: kk, ru: ru)
    return LetterKind.compile("sample", kind.files, isInspected: true).diagnostics
      .filter { $0.rule == "T2" }.map { diagnostic in
        let place = diagnostic.places[0]
        return "\(diagnostic.severity) \(place.language ?? "-") \(place.text)"
      }
  }

  private static let define = "{{ terms.law.definition }}"
  private static let use = "{{ terms.law.short | жатыс }}"

  @Test(
    "a short form stands where nobody knows it yet, or a term is defined twice",
    arguments: [
      ([use], "error kk terms.law.short"),
      ([use, define], "error kk terms.law.short"),
      (["{{ terms[\"law\"][\"short\"] }} \(define)"], "error kk terms[\"law\"][\"short\"]"),
      ([define, define, use], "error kk terms.law.definition"),
      ([define, "{% if short %}\(define){% endif %}", use], "error kk terms.law.definition"),
      (["{% for i in [1, 2] %}\(define){% endfor %}", use], "error kk terms.law.definition"),
      (["{%p if short %}", define, "{%p endif %}", use], "warning kk terms.law.short"),
      (
        ["{% if short %}\(define){% endif %}{% if not short %}\(use){% endif %}"],
        "warning kk terms.law.short"
      ),
      (
        [
          "{{ terms.law.definition if short }} {{ terms.law.definition if 1 > 2 }}{{ \"\" if short else terms.law.short }}"
        ],
        "warning kk terms.law.definition"
      ),
      ([define], "warning kk terms.law.definition"),
      (["{{ terms.law }}", define, use], "error kk terms.law"),
      (["{% set t = terms %}", define, use], "error kk terms"),
    ])
  func mistakes(kk: [String], finding: String) throws {
    #expect(try found(kk).first == finding)
  }

  @Test(
    "a letter that is right on each of its ways is refused",
    arguments: [
      [define, use, use],
      ["{%p if short %}", "а \(define)", "{%p else %}", "б \(define)", "{%p endif %}", use],
      ["{%p if short %}", define, "{%p endif %}", "{%p if short %}", use, "{%p endif %}"],
      ["{%p if not short %}", define, "{%p endif %}", "{{ \"\" if short else terms.law.short }}"],
      ["{% if short %}\(define){% elif 1 > 2 %}\(define){% else %}\(define){% endif %}\(use)"],
      ["\(define){% for i in [1, 2] %}\(use){% endfor %}"],
      ["{{ terms.law.full.title }}", define, "{{ \"%s\" | format(terms.law.short) }}"],
    ])
  func sound(kk: [String]) throws {
    #expect(try found(kk).isEmpty)
  }

  @Test("only one of the originals says what a term means")
  func oneLanguage() throws {
    #expect(try found([Self.define + Self.use], ["б"]) == ["error kk terms.law.definition"])
    #expect(
      try found(["а"], ["{{ terms.law.definition }}"]) == [
        "warning ru terms.law.definition", "error ru terms.law.definition",
      ])
    // Who uses it without a definition is told that, and not also that the other has one.
    #expect(
      try found([Self.define + Self.use], ["{{ terms.law.short }}"]) == ["error ru terms.law.short"]
    )
    #expect(try found(["а"], ["б"]) == ["warning - "])
  }

  @Test("what may be an oversight is told at every letter")
  func onlyInspected() throws {
    let kind = try SampleKind(Self.definition, kk: ["а"], ru: ["б"])
    #expect(LetterKind.compile("sample", kind.files).diagnostics.isEmpty)
  }

  @Test("a mistake in the definition of a term is found only in Word")
  func definitions() throws {
    let text =
      Self.definition + """

          two: {citation: ban, body: issuer, short: {kk: а, ru: б}}
          none: {short: {kk: а, ru: б}}
          other: {citation: issuer, short: {kk: а, ru: б}}
          half: {constant: system, short: {kk: а}}
          mute: {citation: ban}
          body: {body: issuer}
        """
    let found = KindDefinition.read(Array(text.utf8), file: "letter.yaml").diagnostics
    #expect(
      found.paths == [
        "V110 terms.half.short.ru", "V110 terms.mute.short", "V110 terms.none",
        "V110 terms.other.citation", "V110 terms.two",
      ])
  }

  @Test("a short form of several words is torn apart, or takes no endings")
  func unbroken() throws {
    let definition =
      Self.definition + """

          system: {constant: system, short: {kk: «Киберқадағалау» АЖ, ru: ИС «Кибернадзор»}}
        """
    let line =
      "\(Self.define) {{ terms.system.full }} {{ terms.system.definition }} {{ terms.law.short }} "
    let kind = try SampleKind(
      definition, kk: [line + "{{ terms.system.short | барыс }}"],
      ru: [line + "{{ terms.system.short }}"])
    let texts = try kind.texts(["prepared": "2021-12-15"])
    let (system, ru) = ("«Киберқадағалау»\u{A0}АЖ", "ИС\u{A0}«Кибернадзор»")
    #expect(
      texts[.kk]?.replacing("\u{2011}", with: "-")
        == "(бұдан әрі\u{A0}– Заң) Киберқадағалау (бұдан әрі\u{A0}– \(system)) Заң \(system)-ға\n")
    #expect(
      texts[.ru] == "(далее\u{A0}– Закон) Кибернадзор (далее\u{A0}– \(ru)) Закон \(ru)\n")
  }
}
