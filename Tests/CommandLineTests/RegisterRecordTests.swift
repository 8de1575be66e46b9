import Foundation
import Testing

/// `qoshat register list`, `show`, `add` and `set-status` as a user meets them.
@Suite struct RegisterRecordTests {
  private let folder = Program.folder()
  private var register: String { folder + "/register.sqlite" }

  private func run(_ arguments: [String], messages: String = "en") throws -> Program.Run {
    try Program.run(["register"] + arguments + ["--register", register], messages: messages)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func fill() throws {
    #expect(try run(["init"]).status == 0)
    let resource = try file(
      "resource.json",
      """
      {"url": "https://facebook.example/a", "title": "=1+1", "entered_at": "2021-10-01",
       "body": "interior-ministry"}
      """)
    let document = try file(
      "document.json",
      """
      {"id": "P-1", "kind": "prescription", "prepared_at": "2021-11-01",
       "addressee": "ТОО «Алтын;\u{202E}Орда»", "resources": ["https://facebook.example/a"]}
      """)
    let inquiry = try file(
      "inquiry.json",
      """
      [{"id": "I-1", "date": "2021-11-01", "received_at": "2021-11-02", "sender": "Мәжіліс"},
       {"id": "I-2", "date": "2021-11-03", "received_at": "2021-11-03", "sender": "Сенат"}]
      """)
    let organiser = try file(
      "organiser.json",
      "{\"id\": \"O-1\", \"name\": \"Slot\", \"sites\": [\"https://slot.example/\"]}")
    for (kind, data, output) in [
      ("resource", resource, "https://facebook.example/a\n"), ("document", document, "P-1\n"),
      ("inquiry", inquiry, "I-1\nI-2\n"), ("organiser", organiser, "O-1\n"),
    ] {
      let added = try run(["add", kind, "--data", data, "--author", "А. Серікова"])
      #expect(added.status == 0, "\(added.errors)")
      #expect(added.output == output)
    }
  }

  @Test("what was added cannot be found, or not be read by the program that asked")
  func lists() throws {
    try fill()
    #expect(try run(["list", "inquiries", "--output", "csv"]).output.contains("I-2;2021-11-03"))
    #expect(try run(["list", "organisers"]).output.contains("https://slot.example/"))
    let json = try run(["list", "resources", "--search", "FACEBOOK", "--output", "json"])
    let records = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(records.map { $0["platform"] as? String } == ["facebook"])
    #expect(records.map { $0["title"] as? String } == ["=1+1"])
    // A spreadsheet would run what begins with `=`.
    #expect(try run(["list", "resources", "--output", "csv"]).output.contains(";'=1+1"))
    #expect(
      try run(["list", "documents", "--kind", "warning", "--output", "json"]).output == "[]\n")
  }

  @Test("the columns of a table do not stand below each other, or a cell reorders the line")
  func tables() throws {
    try fill()
    let lines = try run(["list"], messages: "ru").output.split(separator: "\n")
    #expect(lines.count == 3)
    let header = try #require(lines.first)
    #expect(header.hasPrefix("идентификатор  вид          статус"))
    let row = try #require(lines.last)
    #expect(row.hasPrefix("P-1            предписание  проект"))
    #expect(row.contains("Алтын;\\u{202E}Орда"))
    #expect(try run(["list"], messages: "kk").output.contains("нұсқама"))
  }

  @Test("an option that chooses nothing looks like an empty register")
  func wrongUse() throws {
    try fill()
    #expect(try run(["list", "resources", "--kind", "warning"]).status == 2)
    #expect(try run(["list", "organisers", "--body", "b"]).status == 2)
    #expect(try run(["list", "letters"]).status == 2)
    #expect(try run(["list", "--limit", "-1"]).status == 2)
    #expect(try run(["add", "document", "--data", folder + "/none.json"]).status == 3)
    let broken = try file("broken.json", "{")
    #expect(try run(["add", "document", "--data", broken]).status == 3)
    let wrong = try file(
      "wrong.json", "{\"id\": \"P-2\", \"kind\": \"letter\", \"prepared_at\": \"2021-11-01\"}")
    let run = try run(["add", "document", "--data", wrong])
    #expect(run.status == 1)
    #expect(run.errors.contains("R131") && run.errors.contains("kind"))
  }

  @Test("a document takes a way that no document goes, or nobody can tell who sent it on its way")
  func statuses() throws {
    try fill()
    let early = try run(["set-status", "P-1", "sent", "--on", "2021-11-02"])
    #expect(early.status == 1)
    #expect(early.errors.contains("R130"))
    #expect(
      try run(["set-status", "P-1", "signed", "--on", "2021-11-02", "--author", "Б. Оспанов"])
        .output == "P-1: signed, 2021-11-02\n")
    let registered = try run(
      ["set-status", "P-1", "registered", "--on", "2021-11-03", "--number", "04-12/9"])
    #expect(registered.output == "P-1: registered, 2021-11-03, 04-12/9\n")
    #expect(
      try run(["set-status", "P-1", "registered", "--on", "2021-11-03", "--number", "04-12/10"])
        .status == 1)
    #expect(try run(["set-status", "P-9", "signed", "--on", "2021-11-03"]).status == 1)
    let shown = try run(["show", "P-1"])
    for words in [
      "04-12/9", "А. Серікова", "Б. Оспанов", "status: draft → signed", "number: – → 04-12/9",
    ] {
      #expect(shown.output.contains(words), "\(words)")
    }
    let history = try run(["show", "P-1", "--output", "json"])
    let found = try #require(
      JSONSerialization.jsonObject(with: Data(history.output.utf8)) as? [[String: Any]])
    let versions = try #require(found.first?["history"] as? [[String: Any]])
    #expect(versions.map { $0["author"] as? String } == ["А. Серікова", "Б. Оспанов", ""])
    #expect(try run(["show", "nothing"]).status == 1)
    #expect(try run(["show", "HTTPS://Facebook.example/a#x"]).output.contains("interior-ministry"))
    #expect(try run(["verify"]).status == 0)
  }

  @Test("a correction loses what was there before, or is taken for a new record")
  func corrections() throws {
    try fill()
    let path = try file(
      "document.json",
      "{\"id\": \"P-1\", \"kind\": \"prescription\", \"prepared_at\": \"2021-11-01\", \"addressee\": \"ГТС\"}"
    )
    #expect(try run(["add", "document", "--data", path]).status == 1)
    #expect(
      try run(["add", "document", "--data", path, "--replace", "--reason", "опечатка"]).status == 0)
    let shown = try run(["show", "P-1"]).output
    #expect(shown.contains("Орда» → ГТС"))
    #expect(shown.contains("resource: https://facebook.example/a → –"))
    #expect(shown.contains("опечатка"))
  }

  @Test("the picture behind an entry can be changed without anyone noticing")
  func evidence() throws {
    #expect(try run(["init"]).status == 0)
    let picture = try file("a.png", "abc")
    let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let record = "\"entered_at\": \"2021-10-01\", \"body\": \"b\""
    let first = try file("first.json", "{\"url\": \"https://a.example/\", \(record)}")
    #expect(try run(["add", "resource", "--data", first, "--evidence", picture]).status == 0)
    #expect(try run(["show", "https://a.example/"]).output.contains(sum))
    let other = String(repeating: "0", count: 64)
    let second = try file(
      "second.json", "{\"url\": \"https://b.example/\", \"evidence_hash\": \"\(other)\", \(record)}"
    )
    #expect(try run(["add", "resource", "--data", second, "--evidence", picture]).status == 1)
    #expect(
      try run(["add", "resource", "--data", second, "--evidence", folder + "/no"]).status == 3)
    #expect(try run(["show", "https://b.example/"]).status == 1)
  }
}
