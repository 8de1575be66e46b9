import Diagnostics
import JSON
import Testing

@testable import Letters

/// Text of several paragraphs and lists, entered once for both languages.
@Suite struct ParagraphsTests {
  private func kind() throws -> SampleKind {
    let lines = [
      "{%p for part in body %}", "{%p if part.text is defined %}", "{{ part.text }}", "{%p else %}",
      "{%p for item in part[\"items\"] %}", "– {{ item }}{% if loop.last %}.{% else %};{% endif %}",
      "{%p endfor %}", "{%p endif %}", "{%p endfor %}",
    ]
    return try SampleKind(
      SampleKind.definition("body: {type: paragraphs, label: {kk: а, ru: б}}"), kk: lines, ru: lines
    )
  }

  private func data(_ body: JSON) -> JSON { ["prepared": "2021-12-15", "body": body] }

  @Test(
    "a list has wrong signs at its end or between its items, or no counterpart",
    arguments: [
      (1, "– бір.\n", "– один.\n"), (2, "– бір;\n– екі.\n", "– один;\n– два.\n"),
      (3, "– бір;\n– екі;\n– үш.\n", "– один;\n– два;\n– три.\n"),
    ])
  func signs(count: Int, kk: String, ru: String) throws {
    let items: [JSON] = [
      ["kk": "бір", "ru": "один"], ["kk": "екі", "ru": "два"], ["kk": "үш", "ru": "три"],
    ]
    let texts = try kind().texts(
      data([
        ["kk": "Шаралар:", "ru": "Меры:"], ["list": .array(Array(items.prefix(count)))],
        ["kk": "Соңы.", "ru": "Конец."],
      ]))
    #expect(texts[.kk] == "Шаралар:\n\(kk)Соңы.\n")
    #expect(texts[.ru] == "Меры:\n\(ru)Конец.\n")
  }

  @Test("one language gets a paragraph or an item that the other has not")
  func unequal() throws {
    let found = try kind().refusal(
      data([
        ["kk": "Бір"],
        ["list": [["kk": "екі", "ru": "два"], ["ru": "три"]]],
        ["list": ["kk": ["төрт"], "ru": ["четыре", "пять"]]],
        ["kk": ["алты"], "ru": "шесть"],
        ["kk": "жеті", "ru": "семь", "list": [["kk": "сегіз", "ru": "восемь"]]],
      ]))
    #expect(
      found.paths == [
        "V101 body[0].ru", "V101 body[1].list[1].kk", "V102 body[4].kk", "V102 body[4].ru",
        "V103 body[2].list", "V103 body[3].kk",
      ])
  }

  @Test("an item brings a sign of its own, or begins like a sentence, and nobody is told")
  func items() throws {
    let item: (String, String) -> JSON = { ["kk": .string($0), "ru": .string($1)] }
    let found = try kind().refusal(
      data([
        [
          "list": [
            item("жою;", "удалить"), item("енгізу", "внедрить."), item("Қарау", "Рассмотреть"),
          ]
        ]
      ]))
    #expect(
      found.paths == ["V104 body[0].list[0].kk", "V104 body[0].list[1].ru", "V104 body[0].list[2]"])
    #expect(found.first { $0.places.first?.block == "body[0].list[2]" }?.severity == .warning)
    // Names and abbreviations begin with capital letters.
    let texts = try kind().texts(
      data([
        ["list": [item("АЖ-ны толтыру", "АЖ заполнить"), item("Мәжіліске жіберу", "направить")]]
      ]))
    #expect(texts[.kk] == "– АЖ-ны толтыру;\n– Мәжіліске жіберу.\n")
  }
}
