import JSON
import Testing

@testable import Letters

/// From which entry of which file a printed value is said to be.
@Suite struct ValueSourceTests {
  private static let fields = """
    term: {type: period, label: {kk: а, ru: б}}
    basis: {type: act, label: {kk: а, ru: б}}
    to: {type: organisation, label: {kk: а, ru: б}}
    steps: {type: paragraphs, label: {kk: а, ru: б}}
    places: {type: resources, label: {kk: а, ru: б}}
    post: {type: text, default: {kk: директор, ru: директор}, label: {kk: а, ru: б}}
    tone: {type: choice, choices: {firm: {kk: қатаң, ru: строго}}, label: {kk: а, ru: б}}
    """

  private static let data: JSON = [
    "prepared": "2021-10-04",
    "term": ["from": "2021-09-20", "to": "2021-10-01"],
    "basis": ["act": "media-law", "article": 5],
    "to": [
      "kind": "other", "name": ["kk": "Ұйым", "ru": "Организация"],
      "lines": ["kk": ["Ұйым"], "ru": ["Организации"]],
    ],
    "steps": [["kk": "бір", "ru": "один"], ["list": [["kk": "екі", "ru": "два"]]]],
    "places": [["url": "https://a.example/x"]],
    "tone": "firm",
  ]

  private static let more = """
    constants:
      system: {name: {kk: а, ru: б}}
    citations:
      media: {role: media-law, article: 6}
    bodies:
      issuer: {role: media-authority}
    terms:
      law: {citation: media, short: {kk: Заң, ru: Закон}}
      own: {full: {kk: Тізбе, ru: Перечень}, short: {kk: Тізбе, ru: Перечень}}
      body: {body: issuer}
      system: {constant: system, short: {kk: Жүйе, ru: Система}}
    """

  /// What a template that prints one expression is told of: entry, and what named it.
  private func source(_ tag: String) throws -> String {
    let kind = try SampleKind(SampleKind.definition(Self.fields, Self.more), kk: [tag], ru: [tag])
      .compiled()
    let values = try kind.letter(
      Self.data, file: "cases/case.json", register: nil, isExplained: true
    ).letter.values
    return values.flatMap(\.sources).map { source in
      "\(source.kind.rawValue) \(source.entry)" + (source.via.map { " ← \($0)" } ?? "")
    }.joined(separator: "; ")
  }

  @Test(
    "a value is said to be from another place of the data than it is",
    arguments: [
      ("{{ prepared }}", "data case.json: prepared"),
      ("{{ prepared.year }}", "data case.json: prepared"),
      ("{{ term.from }}", "data case.json: term.from"),
      ("{{ basis.article }}", "data case.json: basis.article"),
      ("{{ basis.number }}", "reference acts.yaml: media-law ← case.json: basis.act"),
      ("{{ to.name }}", "data case.json: to.name"),
      ("{{ to.lines[0] }}", "data case.json: to.lines.*[0]"),
      ("{{ steps[0].text }}", "data case.json: steps[0]"),
      ("{{ steps[1]['items'][0] }}", "data case.json: steps[1].list[0]"),
      ("{{ places[0].url }}", "data case.json: places[0].url"),
      ("{{ places[0].host }}", "data case.json: places[0].url"),
      ("{{ places | length }}", "data case.json: places"),
      ("{{ post }}", "default letter.yaml: post"),
      ("{{ tone }}", "constant letter.yaml: tone.firm ← case.json: tone"),
      ("{{ annex.sheets }}", "computed annex.sheets"),
      ("{{ style.inlineResources }}", "reference style.yaml: inlineResources"),
      ("{{ terms.law.definition }}", "constant letter.yaml: terms.law.short"),
      (
        "{{ terms.law.full.title }}",
        "reference acts.yaml: media-law ← letter.yaml: citations.media"
      ),
      ("{{ terms.law.full.article }}", "constant letter.yaml: citations.media.article"),
      ("{{ terms.own.full }}", "constant letter.yaml: terms.own.full"),
      (
        "{{ terms.body.definition }}",
        "reference bodies.yaml: information-ministry ← letter.yaml: bodies.issuer"
      ),
      ("{{ terms.system.full.name }}", "constant letter.yaml: constants.system.name"),
      ("{{ 'сөз' | upper }}", "template kk.docx, ru.docx"),
      ("{{ term.from.day ~ to.name }}", "data case.json: term.from; data case.json: to.name"),
    ])
  func entries(tag: String, expected: String) throws {
    #expect(try source(tag) == expected)
  }

  @Test("a number that one letter prints more often is shown beside another number of the other")
  func pairs() throws {
    let kind = try SampleKind(
      SampleKind.definition("days: {type: integer, label: {kk: а, ru: б}}"),
      kk: ["{{ days }} {{ days + 1 }} {{ days + 2 }} {{ days + 2 }}"],
      ru: ["{{ days + 2 }} {{ days + 9 }} {{ days + 1 }}"]
    ).compiled()
    let letter = try kind.letter(
      ["prepared": "2021-12-15", "days": 1], file: "", register: nil,
      allowances: [Allowance(rule: "N1", reason: "test")],
      isExplained: true
    ).letter
    let pairs = letter.values.map { value in
      LetterLanguage.allCases.map { value.printed[$0]?.text ?? "" }.joined(separator: " ")
    }
    // What has no equal is paired in order, and the second 3 stays alone.
    #expect(pairs == ["1 10", "2 2", "3 3", "3 "])
  }

  @Test("nothing is asked for, and the letter is made twice all the same")
  func unasked() throws {
    let kind = try SampleKind(
      SampleKind.definition(Self.fields), kk: ["{{ post }}"], ru: ["{{ post }}"]
    ).compiled()
    #expect(try kind.letter(Self.data, file: "", register: nil).letter.values.isEmpty)
  }
}
