import Diagnostics
import JSON
import Testing

@testable import Letters

/// What a value must keep to besides its type, and fields that are asked for only sometimes.
@Suite struct FieldLimitTests {
  private func sample(_ line: String = "") throws -> SampleKind {
    let label = "label: {kk: а, ru: б}"
    return try SampleKind(
      SampleKind.definition(
        """
        days: {type: integer, default: 3, minimum: 1, maximum: 30, \(label)}
        ages: {type: list, of: {type: integer}, minimum: 18, maxItems: 2, \(label)}
        since: {type: year, minimum: 2017, \(label)}
        title: {type: text, maxLength: 5, \(label)}
        lines: {type: lines, minItems: 2, maxLength: 4, \(label)}
        sent: {type: date, notBefore: 2021-01-01, notAfter: prepared, \(label)}
        list: {type: resources, maxItems: 2, \(label)}
        reply: {type: boolean, \(label)}
        until: {type: date, required: true, when: {reply: true}, notBefore: sent, \(label)}
        way: {type: choice, default: post, choices: {post: {kk: п, ru: п}, mail: {kk: э, ru: э}}, \(label)}
        address: {type: string, required: true, when: {way: mail, reply: true}, \(label)}
        """), kk: [line], ru: [line])
  }

  @Test("a value outside its limits is printed, or told without its place")
  func limits() throws {
    let found = try sample().refusal([
      "prepared": "2021-12-15", "days": 31, "ages": [20, 17, 19], "since": 2016,
      "title": ["kk": "алты-жеті", "ru": "шесть"],
      "lines": ["kk": ["бір"], "ru": ["один", "пятый"]],
      "sent": "2021-12-16", "reply": true, "until": "2021-12-15",
      "list": [["url": "https://a.example/"], ["url": "a.example"], ["url": "https://A.example"]],
    ])
    #expect(
      found.paths == [
        "V104 ages", "V104 ages[1]", "V104 days", "V104 lines.kk", "V104 lines.ru[1]", "V104 list",
        "V104 list[1].url", "V104 list[2].url", "V104 sent", "V104 since", "V104 title.kk",
        "V104 until",
      ])
    let early = try sample().refusal(["prepared": "2021-12-15", "sent": "2020-12-31"])
    #expect(early.paths == ["V104 sent"])
    #expect(early.first?.places.first?.text == "2020-12-31")
  }

  @Test("what nothing was said of has no value, or another one than the kind says")
  func defaults() throws {
    let line = "{{ days }} {{ way }} {{ reply }}"
    let texts = try sample(line).texts(["prepared": "2021-12-15"])
    #expect(texts[.ru] == "3 п False\n")
    let given = try sample(line).texts(["prepared": "2021-12-15", "days": 5, "way": "mail"])
    #expect(given[.ru] == "5 э False\n")
  }

  @Test("a field is asked for when it should not be, or the other way round")
  func conditions() throws {
    let kind = try sample()
    func found(_ more: [String: JSON]) throws -> [String] {
      var data: JSON = ["prepared": "2021-12-15"]
      for (name, value) in more { data = data.replacing(name, with: value) }
      return try kind.refusal(data).paths
    }
    #expect(try found([:]) == [])
    #expect(try found(["reply": true]) == ["V101 until"])
    #expect(try found(["reply": true, "until": "2022-01-10"]) == [])
    #expect(try found(["until": "2022-01-10"]) == ["V109 until"])
    #expect(try found(["way": "mail"]) == [])
    #expect(try found(["way": "mail", "address": "а"]) == ["V109 address"])
    #expect(
      try found(["way": "mail", "reply": true, "until": "2022-01-10"]) == ["V101 address"])
  }

  @Test(
    "a mistake in the keys of a field is found only when a letter is made",
    arguments: [
      ("a: {type: integer, maxLength: 3", "fields.a.maxLength"),
      ("a: {type: integer, minimum: 5, maximum: 3", "fields.a.maximum"),
      ("a: {type: integer, minimum: many", "fields.a.minimum"),
      ("a: {type: integer, minimum: 5, default: 3", "fields.a.default"),
      ("a: {type: date, default: soon", "fields.a.default"),
      ("a: {type: date, notBefore: 2021-13-01", "fields.a.notBefore"),
      ("a: {type: date, notAfter: preparedd", "fields.a.notAfter"),
      ("a: {type: string, when: {b: true}", "fields.a.when"),
      ("a: {type: string, required: maybe", "fields.a.required"),
      ("a: {type: figure", "fields.a.type"),
      ("citations: {type: string", "fields.citations"),
    ])
  func definitionMistakes(field: String, path: String) {
    let definition = SampleKind.definition(field + ", label: {kk: а, ru: б}}")
    let found = KindDefinition.read(Array(definition.utf8), file: "letter.yaml").diagnostics
    #expect(found.paths == ["V110 \(path)"])
    #expect(found.first?.places.first?.line == 4)
  }

  @Test("a field waits for a value that another one never has")
  func impossibleCondition() {
    let definition = SampleKind.definition(
      """
      a: {type: choice, choices: {x: {kk: а, ru: б}}, label: {kk: а, ru: б}}
      b: {type: string, when: {a: y}, label: {kk: а, ru: б}}
      """)
    let found = KindDefinition.read(Array(definition.utf8), file: "letter.yaml").diagnostics
    #expect(found.paths == ["V110 fields.b.when"])
  }
}
