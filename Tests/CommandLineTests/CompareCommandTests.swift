import Foundation
import TestSupport
import Testing

/// `qoshat compare`: what it answers about two finished letters, and the files that it makes for people.
@Suite struct CompareCommandTests {
  private static func golden(_ language: String) -> String {
    let path = Program.root.appendingPathComponent("fixtures/golden/response-2021.\(language).txt")
    return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
  }

  /// A folder with a pair of texts; the Russian one lacks what the Kazakh one has.
  private func pair(
    faulty: Bool = true, kk: String = golden("kk"), in folder: String = Program.folder()
  ) throws -> String {
    let ru = Self.golden("ru")
    try write(kk, folder + "/kk.txt")
    try write(faulty ? ru.replacing("(по списку)\n", with: "") : ru, folder + "/ru.txt")
    return folder
  }

  private func write(_ text: String, _ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func compare(
    _ folder: String, _ more: [String] = [], messages: String = "en"
  ) throws -> Program.Run {
    try Program.run(["compare", "kk.txt", "ru.txt"] + more, in: folder, messages: messages)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(
    "A script could not tell a sound pair from a faulty one, or would look for the findings in the wrong stream"
  )
  func codes() throws {
    let sound = try compare(try pair(faulty: false))
    #expect(sound.status == 0 && sound.errors.isEmpty)
    #expect(sound.output == "errors: 0; warnings: 0\n")
    let faulty = try compare(try pair(), messages: "kk")
    #expect(faulty.status == 1 && faulty.errors.isEmpty)
    #expect(faulty.output.contains("қате S5: "))
    #expect(faulty.output.hasSuffix("қателер: 1 (S5 – 1); ескертулер: 0\n"))
    #expect(try Program.run(["compare", "kk.txt"]).status == 2)
    #expect(try compare(try pair(), ["--allow", "S5"]).status == 2)
    #expect(try compare(try pair(), ["--allow", "S77=x"]).status == 2)
    let missing = try Program.run(["compare", "kk.txt", "none.txt"], in: try pair())
    #expect(missing.status == 3 && missing.output.contains("none.txt: error O101"))
    let unwritable = try compare(try pair(), ["--html", "kk.txt/a.html"])
    #expect(unwritable.status == 4 && unwritable.output.contains("O102"))
  }

  @Test("Who gives the Russian letter first would be told nonsense")
  func order() throws {
    let folder = try pair()
    let straight = try compare(folder, ["--format", "json"])
    let swapped = try Program.run(["compare", "ru.txt", "kk.txt", "--format", "json"], in: folder)
    #expect(swapped.output == straight.output && swapped.status == 1)
    for file in ["kk.txt", "ru.txt"] {
      let twice = try Program.run(["compare", file, file], in: folder)
      #expect(twice.status == 2 && twice.output.contains("error O103"))
    }
  }

  @Test("A file that is no letter would be compared, or would bring the program down")
  func badInput() throws {
    let folder = try pair()
    try write(" \n\n", folder + "/empty.txt")
    try Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37) }).write(
      to: URL(fileURLWithPath: folder + "/binary.txt"))
    try write("PK\u{3}\u{4}no archive", folder + "/broken.docx")
    let hostile = "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
    try TestDocument.archive(body: hostile).write(
      to: URL(fileURLWithPath: folder + "/hostile.docx"))
    let deep = String(repeating: "<w:sdt><w:sdtContent>", count: 20_000)
    try TestDocument.archive(body: deep).write(to: URL(fileURLWithPath: folder + "/deep.docx"))
    for (file, rule) in [
      ("empty.txt", "D121"), ("binary.txt", "D120"), ("broken.docx", "D10"),
      ("hostile.docx", "D109"),
      ("deep.docx", "D111"),
    ] {
      for arguments in [[file, "ru.txt"], ["kk.txt", file]] {
        let run = try Program.run(["compare"] + arguments, in: folder)
        #expect(run.status == 3, "\(file)")
        #expect(
          run.output.contains("\(file)") && run.output.contains("error \(rule)"), "\(run.output)")
      }
    }
  }

  @Test("Programs that read the findings would not find the words, the requisite or the line")
  func formats() throws {
    let folder = try pair()
    let json = try object(try compare(folder, ["--format", "json"]).output)
    let found = try #require(json["diagnostics"] as? [[String: Any]])
    #expect(found.count == 1)
    #expect(found[0]["rule"] as? String == "S5" && found[0]["severity"] as? String == "error")
    let message = try #require(found[0]["message"] as? [String: String])
    #expect(
      message.keys.sorted() == ["en", "kk", "ru"] && message.values.allSatisfy { !$0.isEmpty })
    let place = try #require((found[0]["places"] as? [[String: Any]])?.first)
    #expect(place["file"] as? String == "kk.txt" && place["language"] as? String == "kk")
    #expect(place["block"] as? String == "addressee")
    #expect(place["text"] as? String == "тізім бойынша")
    #expect(place["line"] as? Int == 16 && place["column"] as? Int == 2)
    let lines = Self.golden("kk").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[15].dropFirst().hasPrefix("тізім бойынша"))
    #expect(place["start"] as? Int == 1 && place["end"] as? Int == 1 + "тізім бойынша".utf8.count)
    #expect((place["paragraph"] as? Int ?? 0) > 0)

    let log = try object(try compare(folder, ["--format", "sarif"], messages: "ru").output)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rule = try #require((driver["rules"] as? [[String: Any]])?.first)
    #expect(rule["id"] as? String == "S5")
    #expect(
      (rule["shortDescription"] as? [String: String])?["text"] == "адресат или отметка о приложении"
    )
    let page = try #require(rule["helpUri"] as? String)
    #expect(FileManager.default.fileExists(atPath: Program.root.appendingPathComponent(page).path))
    let github = try compare(folder, ["--format", "github"])
    #expect(github.output.hasPrefix("::error title=S5,file=kk.txt,line=16,col=2::"))
  }

  @Test(
    "On a narrow terminal the two texts would run into one another, or colours would reach a file")
  func width() throws {
    for (columns, limit) in [("60", 60), ("120", 120), ("x", 100)] {
      let process = Process()
      process.executableURL = Program.executable
      process.currentDirectoryURL = URL(fileURLWithPath: try pair())
      process.arguments = ["compare", "kk.txt", "ru.txt"]
      process.environment = ["LC_ALL": "ru", "COLUMNS": columns]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(!text.contains("\u{1B}"))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= limit }, "\(text)")
      #expect(text.contains(" │ ") == (limit > 60))
      #expect(text.contains("^^^^^^^^^^^^^"))
    }
  }

  // MARK: Allowed findings

  @Test("What a project allows for a reason would still stop it, or go unseen")
  func allowed() throws {
    let folder = try pair()
    let run = try compare(folder, ["--allow", "S5=бұрынғы хат"], messages: "kk")
    #expect(run.status == 0)
    #expect(run.output.contains("рұқсат етілген: S5 – 1 (бұрынғы хат)"))
    let json = try object(try compare(folder, ["--allow", "S5=a=b", "--format", "json"]).output)
    let found = try #require((json["diagnostics"] as? [[String: Any]])?.first)
    #expect(found["allowed"] as? String == "a=b" && found["severity"] as? String == "warning")
    #expect(try compare(folder, ["--allow", "S3=x"]).status == 1)
  }

  @Test(
    "The settings of a project would not hold for its letters, or would hold for others",
    arguments: [
      ("allow: [{rule: S5, reason: r}]", 0), ("allow: [{rule: S4, reason: r}]", 1),
      ("allow: [{rule: S5, reason: r, files: '*.txt'}]", 0),
      ("allow: [{rule: S5, reason: r, files: 'letters/k?.txt'}]", 0),
      ("allow: [{rule: S5, reason: r, files: '2019-*.txt'}]", 1),
      ("allow: [{rule: S5, reason: r, words: 'Тізім  бойынша'}]", 0),
      ("allow: [{rule: S5, reason: r, words: [бойынша]}]", 1), ("words: [ақпарат]", 1), ("", 1),
      ("allow: [{rule: S5}]", 3), ("allow: [{rule: S55, reason: r}]", 3), ("allow: {", 3),
      ("allow: [{rule: S5, reason: ' '}]", 3), ("alow: []", 3),
    ])
  func settings(yaml: String, status: Int32) throws {
    let project = Program.folder()
    try FileManager.default.createDirectory(
      atPath: project + "/.git", withIntermediateDirectories: true)
    let folder = try pair(in: project + "/2021/letters")
    try write(yaml, project + "/.qoshat.yaml")
    let run = try Program.run(
      ["compare", "letters/kk.txt", "letters/ru.txt"], in: project + "/2021")
    #expect(run.status == status, "\(run.output)")
    if status == 3 { #expect(run.output.contains(".qoshat.yaml") && run.output.contains("V110")) }
    // A file that is named counts instead of those that lie near.
    try write("", project + "/none.yaml")
    #expect(try compare(folder, ["--config", project + "/none.yaml"]).status == 1)
    // Above the project nobody looks.
    let inner = try pair(in: project + "/inner/letters")
    try FileManager.default.createDirectory(
      atPath: project + "/inner/templates", withIntermediateDirectories: true)
    #expect(try compare(inner).status == 1)
  }

  @Test("The settings that the guide shows would be refused", arguments: ["kk", "ru"])
  func guide(language: String) throws {
    let guide = try String(
      contentsOf: Program.root.appendingPathComponent("docs/compare.\(language).md"),
      encoding: .utf8)
    let yaml = try #require(guide.split(separator: "```yaml\n").last?.split(separator: "```").first)
    let folder = try pair()
    try write(String(yaml), folder + "/.qoshat.yaml")
    let run = try compare(folder)
    #expect(run.status == 1 && run.output.contains("error S5"), "\(run.output)")
  }

  // MARK: Files for people

  @Test("Staff who work in Word would not find the words, or their letters would be written over")
  func annotatedDocuments() throws {
    let folder = Program.folder()
    #expect(try Program.render(to: folder).status == 0)
    let kk = folder + "/response-2021.kk.docx"
    let ru = folder + "/response-2021.ru.docx"
    let before = try Program.contents(of: folder)
    // The letters of two cases are no pair.
    let text = folder + "/ru.txt"
    try write(Self.golden("ru").replacing("(по списку)\n", with: ""), text)
    let run = try Program.run(["compare", kk, text, "--annotate", folder + "/out"])
    #expect(run.status == 1)
    let copies = try Program.contents(of: folder + "/out")
    #expect(copies.keys.sorted() == ["response-2021.kk.docx", "ru.txt"])
    #expect(
      try Program.run(["text", folder + "/out/response-2021.kk.docx"]).output
        == Program.run(["text", kk]).output)
    // Nothing was found in the other document, whose text is what it was.
    #expect(
      copies["ru.txt"].map { String(decoding: $0, as: UTF8.self) }?.contains("[1] error S5") == true
    )
    for (options, status) in [
      (["--annotate", folder], 2), (["--html", ru], 1), (["--html", kk], 2),
    ] {
      #expect(try Program.run(["compare", kk, text] + options).status == status)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: kk)) == before["response-2021.kk.docx"])
  }

  @Test("A note in a text would stand at another paragraph, or the text itself would be changed")
  func annotatedTexts() throws {
    let folder = try pair()
    #expect(try compare(folder, ["--annotate", "out"], messages: "ru").status == 1)
    let noted = try String(contentsOfFile: folder + "/out/kk.txt", encoding: .utf8)
    let lines = noted.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.filter { !$0.hasPrefix("    ") }.joined(separator: "\n") == Self.golden("kk"))
    #expect(lines[15] == "(тізім бойынша)")
    #expect(lines[16].hasPrefix("    [1] ошибка S5, «тізім бойынша»: "))
    // Two files of one name do not become one.
    try write(Self.golden("kk"), folder + "/a/letter.txt")
    try write(Self.golden("ru"), folder + "/b/letter.txt")
    let run = try Program.run(
      ["compare", "a/letter.txt", "b/letter.txt", "--annotate", "both"], in: folder)
    #expect(run.status == 0)
    #expect(
      try Program.contents(of: folder + "/both").keys.sorted() == [
        "kk.letter.txt", "ru.letter.txt",
      ])
    #expect(try compare(folder, ["--annotate", "."]).status == 2)
  }

  @Test(
    "What a letter says would be taken for markup by the page, or its findings would lead nowhere")
  func page() throws {
    let kk = Self.golden("kk").replacing(
      "Құрметті депутаттар!", with: "Құрметті <script>alert('&')</script> \"депутаттар\"!\u{202E}")
    let folder = try pair(kk: kk)
    let run = try compare(
      folder, ["--html", "report.html", "--today", "2021-12-20", "--allow", "S5=<b>"],
      messages: "kk")
    #expect(run.status == 0, "\(run.output)")
    let page = try String(contentsOfFile: folder + "/report.html", encoding: .utf8)
    #expect(page.contains("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"))
    #expect(!page.contains("<script") && !page.contains("<b>\n") && !page.contains("\u{202E}"))
    #expect(page.contains("рұқсат етілген: &lt;b&gt;"))
    #expect(page.contains("<html lang=\"kk\">") && page.contains("20.12.2021"))
    #expect(!page.contains("http://") && !page.contains("src=") && !page.contains("url("))
    let ids = page.matches(of: /id="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let links = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    #expect(links.count > 3 && Set(links).isSubset(of: Set(ids)))
    _ = try XMLDocumentCheck.wellFormed(page)
  }
}

/// Whether the page's elements close as they open.
private enum XMLDocumentCheck {
  static func wellFormed(_ page: String) throws {
    var open: [Substring] = []
    for match in page.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) {
      if ["meta", "br"].contains(match.2) { continue }
      if match.1.isEmpty {
        open.append(match.2)
      } else {
        #expect(open.popLast() == match.2)
      }
    }
    #expect(open.isEmpty)
  }
}
