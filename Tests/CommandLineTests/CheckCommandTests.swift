import Foundation
import TestSupport
import Testing

/// `qoshat check`: what it finds, where it says so, and the copies that it makes for Word.
@Suite struct CheckCommandTests {
  /// A folder with a template of each body.
  private func templates(_ bodies: [String: String]) throws -> String {
    let folder = Program.folder()
    for (name, body) in bodies {
      let path = folder + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try TestDocument.archive(body: body).write(to: URL(fileURLWithPath: path))
    }
    return folder
  }

  private static let sound = "<w:p><w:r><w:t>Уважаемый {{ name }}!</w:t></w:r></w:p>"
  private static let faulty =
    "<w:p><w:r><w:t>Уважаемый {{ name | uper }}, {% if x %}</w:t></w:r></w:p>"
  private static let doubtful = "<w:p><w:r><w:t>{ {name}}</w:t></w:r></w:p>"

  @Test("findings are not on standard output, or a script cannot tell a sound template by the code")
  func findings() throws {
    let folder = try templates([
      "sound.docx": Self.sound, "faulty.docx": Self.faulty, "doubtful.docx": Self.doubtful,
      "~$open.docx": Self.faulty,
    ])
    let sound = try Program.run(["check", folder + "/sound.docx"])
    #expect(sound.status == 0 && sound.output.isEmpty && sound.errors.isEmpty)
    let doubtful = try Program.run(["check", folder + "/doubtful.docx"])
    #expect(doubtful.status == 0 && doubtful.output.contains("warning E151"))
    let all = try Program.run(["check", folder], messages: "ru")
    #expect(all.status == 1 && all.errors.isEmpty)
    for word in ["doubtful.docx", "faulty.docx", "E106", "E105", "абзац 1", "возможно, `upper`?"] {
      #expect(all.output.contains(word), "\(word)")
    }
    #expect(!all.output.contains("~$"))
    let json = try Program.run(["check", folder, "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["diagnostics"] as? [Any])?.count == 3)
  }

  @Test("one file that cannot be read keeps the mistakes of the others from being told")
  func unreadable() throws {
    let folder = try templates(["faulty.docx": Self.faulty])
    try Data("{\\rtf1}".utf8).write(to: URL(fileURLWithPath: folder + "/a.docx"))
    let run = try Program.run(["check", folder, "--annotate", folder + "/out"])
    #expect(run.status == 3)
    #expect(run.output.contains("D101") && run.output.contains("E106"))
    #expect(try Program.contents(of: folder + "/out").keys.sorted() == ["faulty.docx"])
    #expect(try Program.run(["check", folder + "/none.docx"]).status == 3)
    #expect(try Program.run(["check", try templates([:])]).status == 2)
  }

  @Test("the author does not find the mistakes in Word, or loses a template")
  func annotated() throws {
    let folder = try templates([
      "sound.docx": Self.sound, "a/faulty.docx": Self.faulty, "b/faulty.docx": Self.doubtful,
    ])
    let paths = ["a", "b"].map { "\(folder)/\($0)" } + [folder]
    let before = try Program.contents(of: folder + "/a")
    let run = try Program.run(["check"] + paths + ["--annotate", folder + "/out"])
    #expect(run.status == 1)
    let copies = try Program.contents(of: folder + "/out")
    #expect(copies.keys.sorted() == ["faulty-2.docx", "faulty.docx"])
    #expect(try Program.contents(of: folder + "/a") == before)
    let text = try Program.run(["text", folder + "/out/faulty.docx"])
    #expect(text.output == "Уважаемый {{ name | uper }}, {% if x %}\n")
    let over = try Program.run(["check", folder + "/a", "--annotate", folder + "/a"])
    #expect(over.status == 2)
    #expect(try Program.contents(of: folder + "/a") == before)
    // A template in order needs no copy.
    #expect(
      try Program.run(["check", folder + "/sound.docx", "--annotate", folder + "/none"]).status == 0
    )
    #expect(!FileManager.default.fileExists(atPath: folder + "/none"))
  }

  @Test("the letter kinds are not checked, or a mistake in one of them is not told")
  func kinds() throws {
    let sound = try Program.run(["check"])
    #expect(sound.status == 0)
    #expect(try Program.run(["check", "templates/response/"]).output == sound.output)
    let folder = Program.folder() + "/templates"
    try FileManager.default.copyItem(
      atPath: Program.root.appendingPathComponent("templates").path, toPath: folder)
    try TestDocument.archive(body: Self.faulty)
      .write(to: URL(fileURLWithPath: folder + "/response/ru.docx"))
    for arguments in [[folder + "/response"], [folder], ["--templates", folder]] {
      let out = Program.folder()
      let run = try Program.run(["check"] + arguments + ["--annotate", out])
      #expect(run.status == 1)
      #expect(run.output.contains("response/ru.docx") && run.output.contains("E106"))
      #expect(try Program.contents(of: out).keys.sorted() == ["response.ru.docx"])
    }
    try FileManager.default.removeItem(atPath: folder + "/response/kk.docx")
    #expect(try Program.run(["check", folder]).status == 3)
  }
}
