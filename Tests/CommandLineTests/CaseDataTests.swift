import Foundation
import TestSupport
import Testing

/// What a clerk is told of faulty case data, on the command line.
@Suite struct CaseDataTests {
  private static let definition = """
    name: {kk: Үлгі, ru: Образец}
    fields:
      prepared: {type: date, required: true, label: {kk: Дайындалған күні, ru: Дата подготовки}}
      to: {type: organisation, required: true, label: {kk: Кімге, ru: Кому}}
      addressees: {type: list, of: {type: lines}, label: {kk: Кімге, ru: Кому}}
      days: {type: integer, default: 3, maximum: 30, label: {kk: Мерзімі, ru: Срок}}
      resources: {type: resources, label: {kk: Ресурстар, ru: Ресурсы}}
      basis: {type: act, label: {kk: Негізі, ru: Основание}}
      reply: {type: boolean, label: {kk: Жауап, ru: Ответ}}
      until: {type: date, when: {reply: true}, label: {kk: Мерзімі, ru: Срок}}
      signatory: {type: person, required: true, label: {kk: Қол қоюшы, ru: Подписывающий}}

    """

  /// A folder of templates with the kind `sample`.
  private func templates() throws -> String {
    let folder = Program.folder() + "/templates"
    try FileManager.default.createDirectory(
      atPath: folder + "/sample", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Program.root.appendingPathComponent("templates/reference").path,
      toPath: folder + "/reference")
    try Data(Self.definition.utf8).write(to: URL(fileURLWithPath: folder + "/sample/letter.yaml"))
    let body = "<w:p><w:r><w:t>{{ signatory.surname }}</w:t></w:r></w:p>"
    for language in ["kk", "ru"] {
      try TestDocument.archive(body: body)
        .write(to: URL(fileURLWithPath: folder + "/sample/\(language).docx"))
    }
    return folder
  }

  private func render(
    _ json: String, _ more: [String] = [], messages: String = "en"
  ) throws -> Program.Run {
    let folder = try templates()
    let data = folder + "/case.json"
    try Data(json.utf8).write(to: URL(fileURLWithPath: data))
    return try Program.run(
      ["render", "sample", "--templates", folder, "--data", data, "--out", folder + "/out"] + more,
      messages: messages)
  }

  private static let mistakes = """
    {
      "prepared": "2024-10-01",
      "to": "metta",
      "addressees": [{"kk": ["Үкімет"], "ru": ["Правительству"]}, {"kk": ["Үкімет"], "ru": [1, ""]}],
      "days": 31,
      "resources": [{"url": "https://a.example/"}, {"title": "А"}, {"url": "a.example"}],
      "basis": {"act": "monitoring-order", "article": "six"},
      "until": "2024-10-05",
      "topic": {"kk": "а", "ru": "б"},
      "reply": "no"
    }
    """

  @Test("mistakes are told one at a time, or of some of them it is not told where they are")
  func twelveMistakes() throws {
    let run = try render(Self.mistakes, ["--format", "json"])
    #expect(run.status == 1)
    let object = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any]
    let found = try #require(object?["diagnostics"] as? [[String: Any]])
    let paths = found.map { finding in
      let place = (finding["places"] as? [[String: Any]])?.first
      return "\(finding["rule"] ?? "") \(place?["block"] ?? "")"
    }
    #expect(
      paths.sorted() == [
        "L3 basis.act", "V101 resources[1].url", "V101 signatory", "V102 topic",
        "V103 addressees[1].ru[0]", "V103 reply", "V104 addressees[1].ru[1]",
        "V104 basis.article", "V104 days", "V104 resources[2].url", "V105 to", "V109 until",
      ])
    for language in ["kk", "ru", "en"] {
      for finding in found {
        let messages = try #require(finding["message"] as? [String: String])
        #expect(messages[language]?.isEmpty == false)
      }
    }
  }

  @Test(
    "a clerk is told of the mistakes in another language than asked for",
    arguments: [
      ("kk", "міндетті өріс толтырылмаған: Қол қоюшы", "сан тым үлкен: ең көбі – 30"),
      ("ru", "не заполнено обязательное поле: Подписывающий", "число слишком велико: не больше 30"),
      ("en", "the required field `signatory` is missing", "the number is too great: at most 30"),
    ])
  func languages(language: String, missing: String, tooGreat: String) throws {
    let run = try render(Self.mistakes, messages: language)
    #expect(run.status == 1)
    #expect(run.errors.contains(missing) && run.errors.contains(tooGreat))
    for path in ["addressees[1].ru[0]", "resources[2].url", "basis.act"] {
      #expect(run.errors.contains(path), "\(path)")
    }
    #expect(run.errors.matches(of: #/\b[VL]\d+: /#).count == 12)
  }

  @Test("a register is wanted by a letter that needs none, or not by one that does")
  func register() throws {
    let sound = #"{"prepared": "2024-10-01", "to": "meta", "signatory": "sarsenov""#
    let none = ["--register", "/nowhere/register.sqlite"]
    #expect(try render(sound + "}", none).status == 0)
    let needed = try render(sound + #", "resources": {"document": "N-2021-001"}}"#, none)
    #expect(needed.status == 3)
    let there = try render(
      sound + #", "resources": {"document": "N-2021-001"}}"#, ["--register", Program.register])
    #expect(there.status == 0, "\(there.errors)")
    let unknown = try render(
      sound + #", "resources": {"document": "N-2021-999"}}"#, ["--register", Program.register])
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("V108") && unknown.errors.contains("resources.document"))
  }

  @Test("a form made from the schema does not know what a field may be")
  func schema() throws {
    let run = try Program.run([
      "fields", "sample", "--json-schema", "--templates", try templates(), "--messages", "ru",
    ])
    #expect(run.status == 0)
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(schema["required"] as? [String] == ["prepared", "to", "signatory"])
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    let days = try #require(properties["days"])
    #expect(days["title"] as? String == "Срок")
    #expect(days["default"] as? Int == 3 && days["maximum"] as? Int == 30)
    let people = try #require(properties["signatory"]?["enum"] as? [String])
    #expect(people.contains("sarsenov"))
    let acts = try #require(properties["basis"]?["anyOf"] as? [[String: Any]])
    #expect((acts.first?["enum"] as? [String])?.contains("mass-media-law") == true)
    let condition = try #require((schema["allOf"] as? [[String: Any]])?.first)
    let absent = try #require(condition["else"] as? [String: Any])
    #expect((absent["properties"] as? [String: Bool]) == ["until": false])
    #expect(condition["then"] == nil)
  }
}
