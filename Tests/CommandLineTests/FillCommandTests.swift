import Foundation
import TestSupport
import Testing

/// `qoshat fill` and `qoshat text`, and what they say about files that are not in order.
@Suite struct FillCommandTests {
  private let template = Program.root.appendingPathComponent("templates/response/ru.docx").path

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// A copy of the Russian template whose `document.xml` is changed, zipped by the program itself.
  private func editedTemplate(_ change: (String) -> String) throws -> String {
    let folder = Program.folder()
    let path = folder + "/template.docx"
    try TestDocument.archive(body: change(Self.letter)).write(to: URL(fileURLWithPath: path))
    return path
  }

  private static let letter =
    "<w:p><w:r><w:t>Уважаемый {{ name }}!</w:t></w:r></w:p>"

  @Test("a document with tags is not filled, or its text is not what stands in it")
  func fills() throws {
    let path = try editedTemplate { $0 }
    let folder = Program.folder()
    try write("{\"name\": \"Ерлан & <Ко>\"}", to: folder + "/data.json")
    let run = try Program.run([
      "fill", path, "--data", folder + "/data.json", "-o", folder + "/out.docx", "--text",
      folder + "/out.txt",
    ])
    #expect(run.status == 0)
    let text = try String(contentsOfFile: folder + "/out.txt", encoding: .utf8)
    #expect(text == "Уважаемый Ерлан & <Ко>!\n")
    #expect(try Program.run(["text", folder + "/out.docx"]).output == text)
  }

  @Test("a tag that Word cut by bold is reported without its words, or half a file is written")
  func brokenTag() throws {
    let path = try editedTemplate { _ in
      "<w:p><w:r><w:t xml:space=\"preserve\">Уважаемый {{ name | </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>uper</w:t></w:r><w:r><w:t xml:space=\"preserve\"> }}!</w:t></w:r></w:p>"
    }
    let folder = Program.folder()
    try write("{\"name\": \"Ерлан\"}", to: folder + "/data.json")
    let run = try Program.run(
      ["fill", path, "--data", folder + "/data.json", "-o", folder + "/out.docx"], messages: "ru")
    #expect(run.status == 1)
    #expect(run.errors.contains("template.docx"))
    #expect(run.errors.contains("абзац 1"))
    #expect(run.errors.contains("E106"))
    #expect(run.errors.contains("| Уважаемый {{ name | uper }}!"))
    #expect(run.errors.contains("|                     ^^^^"))
    #expect(run.errors.contains("возможно, `upper`?"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/out.docx"))
  }

  @Test("a reading that was guessed is not told, or stops the document")
  func guessedReading() throws {
    let path = try editedTemplate { _ in
      "<w:p><w:r><w:t>{{ body | барыс }} {{ \"БҚТ\" | барыс }} {{ \"АЖ\" | барыс }}</w:t></w:r></w:p>"
    }
    let folder = Program.folder()
    try write("{\"body\": \"ҚТК\"}", to: folder + "/data.json")
    let run = try Program.run(
      [
        "fill", path, "--data", folder + "/data.json", "-o", folder + "/out.docx", "--text",
        folder + "/out.txt",
      ], messages: "kk")
    #expect(run.status == 0)
    #expect(
      try String(contentsOfFile: folder + "/out.txt", encoding: .utf8) == "ҚТК-ге БҚТ-ға АЖ-ға\n")
    #expect(run.errors.contains("E128") && run.errors.contains("«ҚТК»"))
    #expect(run.errors.contains("F,V – «ҚТК-ге»") && !run.errors.contains("«АЖ»"))
    // What stands in the template itself is told without data.
    let check = try Program.run(["check", path], messages: "kk")
    #expect(check.status == 0)
    #expect(check.output.contains("«БҚТ»") && !check.output.contains("«ҚТК»"))
  }

  @Test("a missing value is printed as nothing without being asked for")
  func undefinedModes() throws {
    let path = try editedTemplate { $0 }
    let folder = Program.folder()
    try write("{}", to: folder + "/data.json")
    let arguments = ["fill", path, "--data", folder + "/data.json", "-o", folder + "/out.docx"]
    let strict = try Program.run(arguments)
    #expect(strict.status == 1)
    #expect(strict.errors.contains("`name`"))
    #expect(try Program.run(arguments + ["--undefined", "default"]).status == 0)
    #expect(try Program.run(["text", folder + "/out.docx"]).output == "Уважаемый !\n")
    #expect(try Program.run(arguments + ["--undefined", "loose"]).status == 2)
  }

  @Test(
    "a file that is no Word document does not end with 3, or is not named",
    arguments: ["not a zip", "truncated", "empty"])
  func unreadable(fault: String) throws {
    let folder = Program.folder()
    let whole = try Data(contentsOf: URL(fileURLWithPath: template))
    let bytes: Data =
      switch fault {
      case "not a zip": Data("{\\rtf1 Hello}".utf8)
      case "truncated": whole.prefix(whole.count / 2)
      default: Data()
      }
    let path = folder + "/broken.docx"
    try bytes.write(to: URL(fileURLWithPath: path))
    try write("{}", to: folder + "/data.json")
    for arguments in [
      ["text", path],
      ["fill", path, "--data", folder + "/data.json", "-o", folder + "/out.docx"],
    ] {
      let run = try Program.run(arguments)
      #expect(run.status == 3)
      #expect(run.errors.contains("broken.docx"))
      #expect(run.output.isEmpty)
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/out.docx"))
  }

  @Test("the template is written over by its own result")
  func templateIsKept() throws {
    let path = try editedTemplate { $0 }
    let folder = Program.folder()
    try write("{\"name\": \"Ерлан\"}", to: folder + "/data.json")
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let run = try Program.run(["fill", path, "--data", folder + "/data.json", "-o", path])
    #expect(run.status == 2)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("data that are no JSON object do not end with 3")
  func wrongData() throws {
    let path = try editedTemplate { $0 }
    let folder = Program.folder()
    for text in ["[1]", "{\"a\": }", "", "{\"a\": 1, \"a\": 2}"] {
      try write(text, to: folder + "/data.json")
      let run = try Program.run([
        "fill", path, "--data", folder + "/data.json", "-o", folder + "/out.docx",
      ])
      #expect(run.status == 3, "\(text)")
      #expect(run.errors.contains("data.json"))
    }
  }
}
