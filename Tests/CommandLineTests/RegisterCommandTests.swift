import Foundation
import Testing

/// `qoshat register` as a user meets it.
@Suite struct RegisterCommandTests {
  @Test("importing the same folder twice changes something, or says nothing")
  func importsTwice() throws {
    let folder = Program.folder()
    let path = folder + "/register.sqlite"
    let example = Program.root.appendingPathComponent("fixtures/register").path
    #expect(try Program.run(["register", "init", "--register", path]).output == path + "\n")
    let first = try Program.run(["register", "import", example, "--register", path])
    #expect(first.status == 0)
    #expect(first.output.contains("resources: added 5453, replaced 0, unchanged 0, refused 0"))
    let second = try Program.run(["register", "import", example, "--register", path])
    #expect(second.status == 0)
    #expect(second.output.contains("resources: added 0, replaced 0, unchanged 5453, refused 0"))
  }

  @Test("an existing register is emptied by init")
  func initKeepsWhatIsThere() throws {
    let path = Program.folder() + "/register.sqlite"
    #expect(try Program.run(["register", "init", "--register", path]).status == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try Program.run(["register", "init", "--register", path]).status != 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("a bad row stops the good ones, or is not located")
  func badRow() throws {
    let folder = Program.folder()
    let path = folder + "/register.sqlite"
    let header =
      "title;url;reason;object_type;resource_type;violation;language;group;screenshot;publications;subscribers;court_decision;source;entered_at;body;channel"
    func row(_ url: String) -> String {
      "Сайт;\(url);Казино;Интернет-ресурс;Тематические сайты;Казино;Русский;красный;a.png;;;нет;;2021-11-02;interior-ministry;is"
    }
    let lines = [
      header, row("https://one.example/"), row("not a url"), row("https://two.example/"),
    ]
    try Data(lines.joined(separator: "\n").utf8)
      .write(to: URL(fileURLWithPath: folder + "/rows.csv"))
    #expect(try Program.run(["register", "init", "--register", path]).status == 0)
    let run = try Program.run(
      ["register", "import", folder + "/rows.csv", "--register", path], messages: "ru")
    #expect(run.status == 1)
    #expect(run.output.contains("ресурсы: добавлено 2, обновлено 0, без изменений 0, отклонено 1"))
    #expect(run.errors.contains("rows.csv:3"))
    #expect(run.errors.contains("not a url"))
  }
}
