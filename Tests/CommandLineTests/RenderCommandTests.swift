import Foundation
import Testing

/// `qoshat render` as scripts and people rely on it.
@Suite(.serialized) struct RenderCommandTests {
  static let names = [
    "response-2021.kk.docx", "response-2021.kk.txt", "response-2021.ru.docx",
    "response-2021.ru.txt",
  ]

  @Test("the four files are not there, not named, or not the same the second time")
  func writesFourFiles() throws {
    let folder = Program.folder() + "/new/letters"
    let first = try Program.render(to: folder)
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    #expect(first.output == Self.names.map { "\(folder)/\($0)\n" }.joined())
    let before = try Program.contents(of: folder)
    #expect(before.keys.sorted() == Self.names)
    #expect(try Program.render(to: folder).status == 0)
    #expect(try Program.contents(of: folder) == before)
  }

  @Test("one language or one form cannot be asked for")
  func choosesLanguagesAndForms() throws {
    let folder = Program.folder()
    let run = try Program.render(
      to: folder, ["--language", "ru", "--to", "txt", "--name", "жауап"])
    #expect(run.status == 0)
    #expect(try Program.contents(of: folder).keys.sorted() == ["жауап.ru.txt"])
    #expect(try Program.render(to: folder, ["--to", "odt"]).status == 2)
    #expect(try Program.render(to: folder, ["--language", "en"]).status == 2)
    #expect(try Program.render(to: folder, ["--name", "../escape"]).status == 2)
  }

  @Test("a file of many cases gives one letter, or none after a wrong one")
  func manyCases() throws {
    let folder = Program.folder()
    let data = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: Program.caseData)))
        as? [String: Any])
    var named = data
    named["name"] = "second"
    let lines = try [data, named].map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
    }
    let path = folder + "/cases.jsonl"
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let run = try Program.render(path, to: folder + "/out", ["--to", "txt"])
    #expect(run.status == 0)
    #expect(
      try Program.contents(of: folder + "/out").keys.sorted() == [
        "response-1.kk.txt", "response-1.ru.txt", "second.kk.txt", "second.ru.txt",
      ])
    try (lines + ["{"]).joined(separator: "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    let broken = try Program.render(path, to: folder + "/none")
    #expect(broken.status == 3)
    #expect(broken.errors.contains("cases.jsonl:3:2"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/none"))
  }

  @Test("a figure's query and cases cannot be seen")
  func explains() throws {
    let folder = Program.folder()
    let run = try Program.render(to: folder, ["--explain", "--format", "json"])
    #expect(run.status == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let figures = try #require(json["figures"] as? [[String: Any]])
    #expect(figures.count == 23)
    let warnings = try #require(figures.first { $0["name"] as? String == "warnings" })
    #expect(warnings["value"] as? Int == 19)
    #expect((warnings["members"] as? [String])?.count == 19)
    #expect((warnings["query"] as? String)?.contains(":from") == true)
    let text = try Program.render(to: folder, ["--explain"], messages: "ru").output
    #expect(text.contains("warnings = 19\n  Направлено предупредительных писем\n"))
    #expect(text.hasPrefix("ревизия реестра: 1, по состоянию на 2021-12-20\n"))
    #expect(json["revision"] as? Int == 1 && json["asOf"] as? String == "2021-12-20")
  }

  @Test(
    "a letter cannot be had again once the register has grown, or does not say of which state it is"
  )
  func earlierRevision() throws {
    let folder = Program.folder()
    let register = folder + "/register.sqlite"
    #expect(
      try Program.run(["register", "backup", register, "--register", Program.register]).status == 0)
    func render(_ out: String, _ more: [String] = []) throws -> Program.Run {
      try Program.render(
        to: folder + "/" + out, more, register: register)
    }
    #expect(try render("first").status == 0)
    let first = try Program.contents(of: folder + "/first")

    let resource =
      "{\"url\": \"https://late.example/\", \"entered_at\": \"2021-11-01\", \"body\": \"interior-ministry\"}"
    let document =
      "{\"id\": \"W-LATE\", \"kind\": \"warning\", \"status\": \"sent\", \"prepared_at\": \"2021-11-05\", \"sent_at\": \"2021-11-06\", \"resources\": [\"https://late.example/\"]}"
    for (kind, text) in [("resource", resource), ("document", document)] {
      let data = folder + "/\(kind).json"
      try text.write(toFile: data, atomically: true, encoding: .utf8)
      let added = try Program.run(["register", "add", kind, "--data", data, "--register", register])
      #expect(added.status == 0, "\(added.errors)")
    }

    #expect(try render("grown").status == 0)
    let grown = try Program.contents(of: folder + "/grown")
    #expect(grown.allSatisfy { name, bytes in bytes != first[name] })
    for language in ["kk", "ru"] {
      let letter = folder + "/first/response-2021.\(language).docx"
      let stored = try Program.run(["text", "--properties", letter])
      #expect(
        stored.output
          == "Qoshat.LetterKind: response\nQoshat.RegisterRevision: 1\nQoshat.AsOf: 2021-12-20\n")
    }
    #expect(try render("again", ["--revision", "1"]).status == 0)
    #expect(try Program.contents(of: folder + "/again") == first)
    #expect(try render("newest", ["--revision", "3"]).status == 0)
    #expect(try Program.contents(of: folder + "/newest") == grown)
    let unknown = try render("none", ["--revision", "4"])
    #expect(unknown.status == 2 && unknown.errors.contains("R100"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/none"))
  }

  @Test(
    "a mistake in the data is told without its place, or ends with the wrong code",
    arguments: [
      ("\"salutation\"", "\"salutationn\"", 1, "V101 salutation", "V102 salutationn"),
      ("\"2021-12-20\"", "20211220", 1, "V103 asOf", "V103 asOf"),
      ("\"since\": 2017", "\"since\": \"2017\"", 1, "V103 since", "V103 since"),
      ("\"byList\": true,", "\"byList\": true", 3, "V107 ", "V107 "),
    ])
  func badData(old: String, new: String, status: Int32, first: String, second: String) throws {
    let folder = Program.folder()
    let text = try String(contentsOfFile: Program.caseData, encoding: .utf8)
    let path = folder + "/case.json"
    try #require(text.contains(old))
    try text.replacingOccurrences(of: old, with: new)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let out = folder + "/out"
    let run = try Program.render(path, to: out, ["--format", "json"])
    #expect(run.status == status)
    let found = try diagnostics(run.errors)
    #expect(found.contains(first) && found.contains(second))
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  private func diagnostics(_ json: String) throws -> [String] {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    return try #require(object?["diagnostics"] as? [[String: Any]]).map { diagnostic in
      let place = (diagnostic["places"] as? [[String: Any]])?.first
      return "\(diagnostic["rule"] ?? "") \(place?["block"] ?? "")"
    }
  }

  @Test("an unknown kind or option does not end with 2, or says nothing")
  func wrongUsage() throws {
    let kind = try Program.run(["render", "respons", "--data", Program.caseData])
    #expect(kind.status == 2)
    #expect(kind.errors.contains("`response`"))
    #expect(try Program.run(["render", "response"]).status == 2)
    #expect(try Program.run(["render", "response", "--dat", "x"]).status == 2)
    #expect(try Program.run(["frobnicate"]).status == 2)
    #expect(try Program.render(to: Program.folder(), ["--allow", "N1"]).status == 2)
    #expect(try Program.run(["--help"]).status == 0)
  }

  @Test("a missing register or data file does not end with 3")
  func missingInput() throws {
    let folder = Program.folder()
    let noData = try Program.render(folder + "/none.json", to: folder + "/out")
    #expect(noData.status == 3)
    #expect(noData.errors.contains("none.json"))
    let noRegister = try Program.run([
      "render", "response", "--data", Program.caseData, "--register", folder + "/none.sqlite",
      "--out",
      folder + "/out",
    ])
    #expect(noRegister.status == 3)
    #expect(noRegister.errors.contains("none.sqlite"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/none.sqlite"))
  }

  @Test("an output folder that cannot be written does not end with 4, or leaves a part behind")
  func unwritableOutput() throws {
    let folder = Program.folder()
    try Data("a file".utf8).write(to: URL(fileURLWithPath: folder + "/taken"))
    let run = try Program.render(to: folder + "/taken")
    #expect(run.status == 4)
    #expect(run.errors.contains("taken"))
    #expect(try Program.contents(of: folder) == ["taken": Data("a file".utf8)])
    #expect(try Program.render(to: "/proc/none").status == 4)
    // One of the four names is taken by a folder: the other three must not appear either.
    let half = folder + "/half"
    try FileManager.default.createDirectory(
      atPath: half + "/response-2021.ru.txt", withIntermediateDirectories: true)
    #expect(try Program.render(to: half).status == 4)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: half) == ["response-2021.ru.txt"])
  }

  @Test("the data file itself is written over")
  func dataIsKept() throws {
    let folder = Program.folder()
    let path = folder + "/letter.kk.txt"
    try FileManager.default.copyItem(atPath: Program.caseData, toPath: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try Program.render(path, to: folder, ["--name", "letter"]).status == 2)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("a process killed while it writes leaves a broken letter behind")
  func killedWhileWriting() throws {
    let folder = Program.folder()
    let text = try String(contentsOfFile: Program.caseData, encoding: .utf8)
    let cases = ["745600", "745611"].map { phone in folder + "/\(phone).json" }
    for path in cases {
      let phone = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      try text.replacingOccurrences(of: "745600", with: phone)
        .write(toFile: path, atomically: true, encoding: .utf8)
    }
    var versions: [[String: Data]] = []
    for path in cases {
      let out = path + ".out"
      #expect(try Program.render(path, to: out, ["--name", "letter"]).status == 0)
      versions.append(try Program.contents(of: out))
    }
    #expect(versions[0] != versions[1])
    let out = cases[0] + ".out"
    for turn in 1...30 {
      let (process, output, errors) = try Program.start([
        "render", "response", "--data", cases[turn % 2], "--register", Program.register, "--out",
        out, "--name", "letter",
      ])
      usleep(UInt32.random(in: 0..<1_000_000))
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      try output.fileHandleForReading.close()
      try errors.fileHandleForReading.close()
      let now = try Program.contents(of: out).filter { !$0.key.hasSuffix(".tmp") }
      #expect(now.count == 4)
      for (name, data) in now {
        #expect(versions.contains { $0[name] == data }, "\(name) is neither letter")
      }
    }
  }
}
