import Foundation
import TestSupport
import Testing

/// `qoshat check --cases`: every example's letter in one report, as a server needs it.
@Suite struct CheckCasesTests {
  private static let examples = Program.root.appendingPathComponent("fixtures/cases")

  /// A folder with these files of case data, each an example with something in it replaced.
  private func cases(_ files: [String: (example: String, old: String, new: String)]) throws
    -> String
  {
    let folder = Program.folder()
    for (name, (example, old, new)) in files {
      let text = try String(
        contentsOf: Self.examples.appendingPathComponent(example), encoding: .utf8)
      try #require(old.isEmpty || text.contains(old))
      let path = folder + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try (old.isEmpty ? text : text.replacing(old, with: new))
        .write(toFile: path, atomically: true, encoding: .utf8)
    }
    return folder
  }

  private func check(_ paths: [String], _ arguments: String...) throws -> Program.Run {
    try Program.run(
      ["check", "--register", Program.register] + paths.flatMap { ["--cases", $0] } + arguments)
  }

  @Test("the project's own templates and examples would fail the job that the page describes")
  func clean() throws {
    let run = try check([Self.examples.path], "--strict")
    #expect(run.output == "" && run.errors == "" && run.status == 0)
  }

  @Test("one wrong example hides another, or is told under a name that nobody has")
  func findings() throws {
    let folder = try cases([
      "prescription-a.json": ("prescription-2021.json", "\"telecom-operators\"", "\"nobody\""),
      "warning/7.json": ("warning-2021.json", "Администрации интернет", "Администрации інтернет"),
      "warning/8.json": ("warning-2021.json", "", ""),
      "notification-b.json": ("notification-2021.json", "{", "{,"),
      "letters/warning-3.json": ("warning-2021.json", "2021-11-12", "today"),
    ])
    let text = try check([folder])
    #expect(text.status == 3)
    #expect(text.output.contains("\(folder)/prescription-a.json: addressees[0]: error V105"))
    #expect(text.output.contains("\(folder)/warning/7.json (ru.docx): paragraph "))
    #expect(text.output.contains("\(folder)/notification-b.json:1:2: error V107"))
    #expect(!text.output.contains("warning/8.json"))
    // A folder that is named as no kind is not looked into.
    #expect(!text.output.contains("letters"))
    let sarif = try check([folder], "--format", "sarif").output
    let results = try Self.results(Data(sarif.utf8))
    #expect(results.count >= 3)
    for result in results {
      let locations = try #require(result["locations"] as? [[String: Any]])
      let place = try #require(locations.first?["physicalLocation"] as? [String: [String: Any]])
      let uri = try #require(place["artifactLocation"]?["uri"] as? String)
      #expect(FileManager.default.fileExists(atPath: uri), "\(uri)")
      #expect(place["region"]?["startLine"] is Int)
    }
  }

  /// The results of a report that has one run, as GitHub takes it.
  private static func results(_ report: Data) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: report) as? [String: Any]
    let runs = try #require(object?["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first?["results"] as? [[String: Any]])
  }

  @Test("an example of no kind, or no example at all, passes for a checked one")
  func kinds() throws {
    let unknown = try cases(["note-1.json": ("warning-2021.json", "", "")])
    let run = try check([unknown])
    #expect(run.status == 2)
    #expect(run.output.contains("note-1.json: error O103") && run.output.contains("`payment-list`"))
    #expect(try check([Program.folder()]).status == 2)
    #expect(try check([unknown + "/none.json"]).status == 2)
    #expect(try check([unknown + "/warning-none.json"]).status == 3)
    // The longest kind, and a kind by itself.
    let named = try cases([
      "payment-list-7.json": ("payment-list-2024.json", "", ""),
      "warning.json": ("warning-2021.json", "", ""),
    ])
    #expect(try check([named], "--strict").status == 0)
  }

  @Test("a line of many cases is told as the whole file")
  func lines() throws {
    let example = try String(
      contentsOf: Self.examples.appendingPathComponent("warning-2021.json"), encoding: .utf8)
    let line = example.split(separator: "\n").joined()
    let path = Program.folder() + "/warning-all.jsonl"
    try [line, line.replacing("\"omarbekov\"", with: "\"nobody\""), line].joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let run = try check([path])
    #expect(run.status == 1)
    #expect(run.output.contains("\(path):2: signatory: error V105"))
  }

  @Test("warnings pass a check that is to be strict, or what the project allows fails it")
  func strict() throws {
    let path = Program.folder() + "/doubtful.docx"
    try TestDocument.archive(body: "<w:p><w:r><w:t>{ {name}}</w:t></w:r></w:p>")
      .write(to: URL(fileURLWithPath: path))
    #expect(try Program.run(["check", path]).status == 0)
    #expect(try Program.run(["check", path, "--strict"]).status == 1)
    #expect(try Program.run(["check", path, "--strict", "--allow", "E151=как есть"]).status == 0)
  }

  @Test("a job of the page on continuous integration cannot be run as it stands")
  func jobs() throws {
    for name in ["github.yml", "gitlab.yml"] {
      let folder = Program.folder()
      for part in ["templates", "fixtures"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(part)",
          withDestinationPath: Program.root.appendingPathComponent(part).path)
      }
      let page = Program.root.appendingPathComponent("docs/examples/ci/\(name)")
      let commands = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
        .map { $0.drop { $0 == " " || $0 == "-" } }
        .filter { $0.hasPrefix("qoshat ") || $0.hasPrefix("exit ") }
      #expect(commands.count >= 3)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-ec", commands.joined(separator: "\n")]
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      let tools = Program.executable.deletingLastPathComponent().path
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["PATH": "\(tools):/usr/bin:/bin", "RUNNER_TEMP": folder]) { $1 }
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      _ = try output.fileHandleForReading.readToEnd()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(name)")
      let report = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/qoshat.sarif"))
      #expect(try Self.results(report).isEmpty)
    }
  }
}
