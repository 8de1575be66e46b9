import Foundation
import TestSupport
import Testing

/// `qoshat fields` and `qoshat check --data`: what data a template needs, told without filling it.
@Suite struct FieldsCommandTests {
  private static let body =
    "<w:p><w:r><w:t>{{ addressee.name }} {% if note is defined %}{{ note }}{% endif %}"
    + "{% for p in payments %}{{ p.sum|round(2) }}{% endfor %}</w:t></w:r></w:p>"

  private func template(_ body: String = body) throws -> String {
    let path = Program.folder() + "/template.docx"
    try TestDocument.archive(body: body).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("whoever prepares the data has to read the template in Word to know what it needs")
  func needed() throws {
    let path = try template()
    let run = try Program.run(["fields", path])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(
      run.output == """
        addressee: object
          name: text
        note?: text
        payments: list of object
          sum: number

        """)
    let schema = try Program.run(["fields", path, "--json-schema"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(schema.output.utf8)) as? [String: Any])
    #expect(object["required"] as? [String] == ["addressee", "payments"])
    #expect(
      (object["properties"] as? [String: Any])?.keys.sorted() == ["addressee", "note", "payments"])
  }

  @Test("the fields of a faulty template, or of none, are made up")
  func faulty() throws {
    let faulty = try Program.run(["fields", try template("<w:p><w:r><w:t>{{ a</w:t></w:r></w:p>")])
    #expect(faulty.status == 1 && faulty.output.isEmpty && faulty.errors.contains("E102"))
    #expect(try Program.run(["fields", Program.folder() + "/none.docx"]).status == 3)
    let unknown = try Program.run(["fields", "respnse"])
    #expect(unknown.status == 2 && unknown.errors.contains("`response`"))
  }

  @Test("what a letter kind asks for can only be read in its YAML")
  func kind() throws {
    let run = try Program.run(["fields", "response"])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.hasPrefix("prepared: date\nasOf: date\n"), "\(run.output)")
    let schema = try Program.run(["fields", "response", "--json-schema"], messages: "kk")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(schema.output.utf8)) as? [String: Any])
    #expect(object["additionalProperties"] as? Bool == false)
  }

  @Test("data that does not fit the template is found out only when it is filled")
  func data() throws {
    let path = try template()
    let data = Program.folder() + "/data.json"
    func check(_ json: String) throws -> Program.Run {
      try Data(json.utf8).write(to: URL(fileURLWithPath: data))
      return try Program.run(["check", path, "--data", data])
    }
    let sound = try check(#"{"addressee": {"name": "А"}, "payments": [{"sum": 1}]}"#)
    #expect(sound.status == 0 && sound.output.isEmpty)
    let faulty = try check(#"{"adressee": {"name": "А"}, "payments": [{"sum": 1, "no": 2}]}"#)
    #expect(faulty.status == 1)
    #expect(faulty.output.contains("error E120: the data has no `addressee`"), "\(faulty.output)")
    #expect(faulty.output.contains("did you mean `adressee`?"))
    #expect(faulty.output.contains("paragraph 1"))
    #expect(faulty.output.contains("the template never reads `payments[].no`"))
    let lenient = try Program.run(["check", path, "--data", data, "--undefined", "chainable"])
    #expect(!lenient.output.contains("E120"))
    #expect(try check("[1]").status == 3)
    #expect(try check("{").status == 3)
  }

  @Test("a letter kind whose templates read what its data never has is found in order")
  func kindTemplates() throws {
    let folder = Program.folder() + "/templates"
    try FileManager.default.copyItem(
      atPath: Program.root.appendingPathComponent("templates").path, toPath: folder)
    try TestDocument.archive(
      body: "<w:p><w:r><w:t>{{ registration.nmber }} {{ figures.x }}</w:t></w:r></w:p>"
    ).write(to: URL(fileURLWithPath: folder + "/response/ru.docx"))
    let run = try Program.run(["check", folder])
    #expect(run.status == 1)
    #expect(run.output.contains("E160"))
    #expect(run.output.contains("letters of this kind have no field `registration.nmber`"))
    #expect(run.output.contains("letters of this kind have no field `figures.x`"))
    #expect(run.output.contains("only the Kazakh template reads the field"))
  }

  @Test("a field that a template takes for another kind shows only when a letter is made")
  func kindsOfFields() throws {
    let folder = Program.folder() + "/templates"
    try FileManager.default.copyItem(
      atPath: Program.root.appendingPathComponent("templates").path, toPath: folder)
    try TestDocument.archive(
      body:
        "<w:p><w:r><w:t>{{ registration.number | дата }} {{ asOf | дата }}</w:t></w:r></w:p>"
    ).write(to: URL(fileURLWithPath: folder + "/response/ru.docx"))
    let run = try Program.run(["check", folder])
    #expect(run.status == 1)
    #expect(
      run.output.contains(
        "E163: `registration.number` is a text, and the template needs a date here"))
  }
}
