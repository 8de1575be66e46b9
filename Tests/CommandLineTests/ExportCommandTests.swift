import Foundation
import Testing

@Suite struct ExportCommandTests {
  /// Five letters, so that a run is quick.
  private static let few = ["--kinds", "notification,recommendation", "--as-of", "2021-12-31"]

  private static func export(
    _ out: String, _ more: [String] = [], register: String = Program.register,
    messages: String = "en"
  ) throws -> Program.Run {
    try Program.run(
      ["export", "--period", "2021", "--out", out, "--register", register] + few + more,
      messages: messages)
  }

  @Test("What is said of an export would not be what it does")
  func dryRun() throws {
    let run = try Program.run([
      "export", "--period", "2021", "--dry-run", "--register", Program.register, "--output", "csv",
    ])
    #expect(run.status == 0)
    let rows = run.output.split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == 92)
    #expect(rows.count { $0.contains("prescription") } == 66)
    #expect(rows.contains { $0.hasPrefix("period-report/2021.{language};period-report") })
    let table = try Program.run(
      ["export", "--period", "2021", "--dry-run", "--register", Program.register], messages: "ru")
    #expect(table.output.contains("предупредительное письмо"))
    #expect(table.output.hasSuffix("всего: 92\n"))
  }

  @Test("An export would end with the wrong code, or verify would not see what was done to it")
  func exportAndVerify() throws {
    let folder = Program.folder() + "/letters"
    let run = try Self.export(folder, ["--zip", "--progress", "json"], messages: "kk")
    #expect(run.status == 0)
    #expect(run.output.contains("барлығы"))
    #expect(run.output.hasSuffix("\(folder)/manifest.json\n"))
    let progress = run.errors.split(separator: "\n").compactMap { line in
      try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }
    #expect(progress.last?["done"] as? Int == 5)
    #expect(FileManager.default.fileExists(atPath: folder + "/letters.zip"))

    #expect(try Program.run(["verify", folder]).status == 0)
    #expect(try Self.export(folder).status == 4)
    try "x".write(toFile: folder + "/new.txt", atomically: true, encoding: .utf8)
    let verified = try Program.run(["verify", folder, "--format", "json"])
    #expect(verified.status == 1)
    #expect(verified.errors.contains("\"X110\""))
    #expect(try Program.run(["verify", Program.folder()]).status == 3)
  }

  @Test("Options that no export can follow would be followed somehow")
  func usage() throws {
    for wrong in [
      ["--shard", "3/2"], ["--names", "{kind}"], ["--kinds", "nonsense"], ["--to", "odt"],
      ["--status", "lost"], ["--by", "chance"],
    ] {
      let folder = Program.folder() + "/letters"
      #expect(try Self.export(folder, wrong).status == 2, "\(wrong)")
      #expect(!FileManager.default.fileExists(atPath: folder), "\(wrong)")
    }
    #expect(
      try Program.run(["export", "--period", "2021", "--register", Program.register]).status == 2)
    let missing = try Self.export(Program.folder() + "/x", register: "/nowhere.sqlite")
    #expect(missing.status == 3)
    let key = Program.folder() + "/key.pem"
    try "no key".write(toFile: key, atomically: true, encoding: .utf8)
    #expect(try Self.export(Program.folder() + "/x", ["--sign-key", key]).status == 3)
    let file = Program.folder() + "/file"
    try "x".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try Self.export(file + "/letters").status == 4)
  }

  @Test("An export that was killed could not be brought to its end, or leave traces")
  func killed() throws {
    let whole = Program.folder() + "/whole"
    #expect(try Self.export(whole).status == 0)
    for delay in [0.4, 1.5, 2.5] {
      let folder = Program.folder() + "/killed"
      let (process, _, _) = try Program.start(
        ["export", "--period", "2021", "--out", folder, "--register", Program.register]
          + Self.few + ["--progress", "none"])
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try Self.export(folder, ["--resume"]).status == 0)
      #expect(try Self.contents(folder) == Self.contents(whole), "\(delay)")
    }
  }

  private static func contents(_ folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      contents[path] = FileManager.default.contents(atPath: folder + "/" + path)
    }
    return contents
  }
}
