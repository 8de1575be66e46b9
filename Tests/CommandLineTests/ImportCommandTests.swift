import Foundation
import Testing

/// `qoshat register import` and `export` as a user meets them.
@Suite struct ImportCommandTests {
  private static let header =
    "title;url;reason;object_type;resource_type;violation;language;group;screenshot;publications;subscribers;court_decision;source;entered_at;body;channel"

  private static func row(_ title: String, _ url: String) -> String {
    "\(title);\(url);Казино;Интернет-ресурс;Тематические сайты;Казино;Русский;красный;a.png;;;нет;;2021-11-02;interior-ministry;is"
  }

  private func register(_ folder: String) throws -> String {
    let path = folder + "/register.sqlite"
    #expect(try Program.run(["register", "init", "--register", path]).status == 0)
    return path
  }

  private func write(_ rows: [String], _ path: String) throws {
    let text = ([Self.header] + rows).joined(separator: "\r\n") + "\r\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test("a strict import takes rows although one is wrong, or does not say that it took none")
  func strict() throws {
    let folder = Program.folder()
    let path = try register(folder)
    try write(
      [Self.row("A", "https://a.example/"), Self.row("B", "нет")], folder + "/rows.csv")
    let strict = ["register", "import", folder + "/rows.csv", "--register", path, "--strict"]
    let run = try Program.run(strict, messages: "kk")
    #expect(run.status == 1)
    #expect(run.output.contains("қате жолдар болғандықтан ештеңе импортталмады"))
    let plain = try Program.run(["register", "import", folder + "/rows.csv", "--register", path])
    #expect(plain.output.contains("resources: added 1, replaced 0, unchanged 0, refused 1"))
  }

  @Test("refused rows cannot be mended and imported, or the report overwrites what was imported")
  func report() throws {
    let folder = Program.folder()
    let path = try register(folder)
    let rows = folder + "/rows.csv"
    try write([Self.row("A", "https://a.example/"), Self.row("B", "b.example")], rows)
    let before = try Data(contentsOf: URL(fileURLWithPath: rows))
    let arguments = ["register", "import", rows, "--register", path, "--report"]
    #expect(try Program.run(arguments + [rows]).status == 2)
    #expect(try Data(contentsOf: URL(fileURLWithPath: rows)) == before)

    let report = folder + "/bad.csv"
    let run = try Program.run(arguments + [report], messages: "ru")
    #expect(run.status == 1)
    #expect(run.output.hasSuffix(report + "\n"))
    let text = try String(contentsOfFile: report, encoding: .utf8)
    #expect(text.contains("rows.csv:3;URL должен начинаться с `http://` или `https://`"))
    try Data(text.replacingOccurrences(of: ";b.example;", with: ";https://b.example;").utf8)
      .write(to: URL(fileURLWithPath: report))
    let mended = try Program.run(["register", "import", report, "--register", path])
    #expect(mended.status == 0)
    #expect(mended.output.contains("resources: added 1, replaced 0, unchanged 0, refused 0"))
  }

  @Test(
    "a value that attacks a database, a spreadsheet or a reader comes back changed",
    arguments: [
      "'; DROP TABLE resource; --", "\" OR 1=1 --", "%27%20UNION%20SELECT", "=cmd|' /C calc'!A0",
      "=HYPERLINK(\"https://evil.example\")", "+1", "-1+1", "@SUM(A1)", "'=1", "''", "\t=1",
      "\u{202E}nosap\u{200F}\u{2066}", "pаypаl (кириллица)", "\u{FEFF}метка", "e\u{301} и é",
      "строка\nстрока", "<script>alert(1)</script>", "{{ 7*7 }}", "\u{1}\u{1B}[31m", "😀\u{200D}💻",
      "  края  ",
    ])
  func hostileTexts(_ value: String) throws {
    let folder = Program.folder()
    let path = try register(folder)
    let quoted = "\"" + value.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    // A cell that a spreadsheet's own apostrophe protects is the one form that import reads differently.
    let typed = value == "'=1" ? "\"''=1\"" : quoted
    try write([Self.row(typed, "https://a.example/")], folder + "/rows.csv")
    let run = try Program.run(["register", "import", folder + "/rows.csv", "--register", path])
    #expect(run.status == 0, "\(run.errors)")
    let out = folder + "/out"
    #expect(try Program.run(["register", "export", out, "--register", path]).status == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: out + "/resources.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes, as: UTF8.self)
    let line = text.components(separatedBy: "\r\n")[1...].joined(separator: "\r\n")
    let first = try #require(value.unicodeScalars.first)
    if "=+-@\t".unicodeScalars.contains(first) {
      #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
    }

    // Once more through an empty register: byte for byte the same files.
    let other = try register(Program.folder())
    #expect(try Program.run(["register", "import", out, "--register", other]).status == 0)
    let again = folder + "/again"
    #expect(try Program.run(["register", "export", again, "--register", other]).status == 0)
    #expect(try Program.contents(of: again) == Program.contents(of: out))
    let held = line.replacingOccurrences(of: "\"\"", with: "\"")
    #expect(Data(held.utf8).range(of: Data(value.utf8)) != nil)
  }

  @Test(
    "an address that no register should hold is taken, or refused without a reason",
    arguments: [
      ("https://a.example/'; DROP TABLE resource; --", "пробел"),
      ("https://good.example@evil.example/", "`@`"),
      ("https://good.example\\@evil.example/", "хост"),
      ("https://a\u{202E}b.example/", "хоста"), ("javascript:alert(1)", "http://"),
      ("=HYPERLINK(1)", "http://"), ("https://a.example/\0", "нулевой байт"),
      ("https://a.example/" + String(repeating: "a", count: 10_240), "8192"),
      ("https://a.example/\u{1}", "управляющий"),
    ])
  func hostileAddresses(_ url: String, _ reason: String) throws {
    let folder = Program.folder()
    let path = try register(folder)
    let rows = [Self.row("A", "\"\(url)\""), Self.row("B", "https://b.example/")]
    try write(rows, folder + "/rows.csv")
    let run = try Program.run(
      ["register", "import", folder + "/rows.csv", "--register", path], messages: "ru")
    #expect(run.status == 1)
    #expect(run.output.contains("ресурсы: добавлено 1, обновлено 0, без изменений 0, отклонено 1"))
    #expect(run.errors.contains("rows.csv:2"))
    #expect(run.errors.contains(reason))
    #expect(!run.errors.utf8.contains(0))
  }

  @Test("a long import says nothing for minutes, or its lines spoil what a program reads")
  func progress() throws {
    let folder = Program.folder()
    let path = try register(folder)
    let rows = (0..<20_100).map { "D;https://a.example/\($0)" }
    try Data((["document;url"] + rows).joined(separator: "\n").utf8)
      .write(to: URL(fileURLWithPath: folder + "/links.csv"))
    let arguments = ["register", "import", folder + "/links.csv", "--register", path]
    let run = try Program.run(arguments, messages: "ru")
    #expect(run.errors.contains("запись: 100 %, строк 20100 из 20100"))
    let lines = run.errors.split(separator: "\n").filter { $0.hasPrefix("запись: ") }
    #expect(lines.count == 10)
    let json = try Program.run(arguments + ["--format", "json"])
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.errors.utf8)) }
  }

  @Test("an export cannot be written and nobody is told")
  func unwritable() throws {
    let folder = Program.folder()
    let path = try register(folder)
    let run = try Program.run(["register", "export", path + "/sub", "--register", path])
    #expect(run.status == 4)
    #expect(run.errors.contains("O102"))
    let missing = try Program.run([
      "register", "export", folder, "--register", folder + "/no.sqlite",
    ])
    #expect(missing.status == 3)
  }
}
