import Foundation
import Testing

/// A register that others write to, and that is cut off in the middle of a write.
@Suite struct RegisterIntegrityTests {
  private static let header =
    "title;url;reason;object_type;resource_type;violation;language;group;screenshot;publications;subscribers;court_decision;source;entered_at;body;channel"

  /// `count` resources of a host of their own.
  private func table(_ host: String, _ count: Int, in folder: String) throws -> String {
    let rows = (1...count).map { number in
      "Сайт;https://\(host).example/\(number);;;;;;;;;;;;2021-11-02;interior-ministry;is"
    }
    let path = "\(folder)/\(host).csv"
    try Data(([Self.header] + rows).joined(separator: "\n").utf8)
      .write(to: URL(fileURLWithPath: path))
    return path
  }

  private func lines(_ run: Program.Run) -> Int { run.output.split(separator: "\r\n").count }

  @Test("of two people who import at the same time one loses rows")
  func twoImports() throws {
    let folder = Program.folder()
    let path = folder + "/register.sqlite"
    #expect(try Program.run(["register", "init", "--register", path]).status == 0)
    let tables = try ["one", "two"].map { try table($0, 1500, in: folder) }
    let runs = try tables.map { try Program.start(["register", "import", $0, "--register", path]) }
    for (process, output, errors) in runs {
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      _ = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(text.contains("resources: added 1500,"))
    }
    let list = try Program.run(
      ["register", "list", "resources", "--output", "csv", "--register", path])
    #expect(lines(list) == 3001)
    let verified = try Program.run(["register", "verify", "--register", path])
    #expect(verified.status == 0)
    #expect(verified.output == "the register is sound, last revision: 2\n")
  }

  @Test("a copy taken during an import is half of it")
  func backupDuringImport() throws {
    let folder = Program.folder()
    let path = folder + "/register.sqlite"
    let copy = folder + "/copy.sqlite"
    #expect(try Program.run(["register", "init", "--register", path]).status == 0)
    let table = try table("one", 3000, in: folder)
    let (process, output, errors) = try Program.start(
      ["register", "import", table, "--register", path])
    let backup = try Program.run(["register", "backup", copy, "--register", path])
    #expect(backup.status == 0)
    #expect(backup.output == copy + "\n")
    _ = output.fileHandleForReading.readDataToEndOfFile()
    _ = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(try Program.run(["register", "verify", "--register", copy]).status == 0)
    let list = try Program.run(
      ["register", "list", "resources", "--output", "json", "--register", copy])
    let records = try #require(
      JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [Any])
    #expect([0, 3000].contains(records.count))
    #expect(try Program.run(["register", "backup", copy, "--register", path]).status == 4)
  }

  /// `QOSHAT_KILLS=50` for the long run.
  @Test("a machine that loses power during an import leaves a register that cannot be used")
  func killedImports() throws {
    let kills = ProcessInfo.processInfo.environment["QOSHAT_KILLS"].flatMap { Int($0) } ?? 3
    let folder = Program.folder()
    let table = try table("one", 1500, in: folder)
    // How long a whole import takes here, so that the moments lie within it.
    let path = folder + "/whole.sqlite"
    #expect(try Program.run(["register", "init", "--register", path]).status == 0)
    let start = Date()
    #expect(try Program.run(["register", "import", table, "--register", path]).status == 0)
    let duration = Date().timeIntervalSince(start)
    var cut = 0
    for number in 1...kills {
      let path = "\(folder)/\(number).sqlite"
      #expect(try Program.run(["register", "init", "--register", path]).status == 0)
      let (process, output, errors) = try Program.start(
        ["register", "import", table, "--register", path])
      Thread.sleep(forTimeInterval: .random(in: 0..<duration))
      kill(process.processIdentifier, SIGKILL)
      _ = output.fileHandleForReading.readDataToEndOfFile()
      _ = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { cut += 1 }
      let verified = try Program.run(["register", "verify", "--register", path])
      #expect(verified.status == 0, "\(verified.errors)")
      let again = try Program.run(["register", "import", table, "--register", path])
      #expect(again.status == 0)
      let list = try Program.run(
        ["register", "list", "resources", "--output", "csv", "--register", path])
      #expect(lines(list) == 1501)
    }
    #expect(cut > 0, "no import was cut off: the test shows nothing")
  }

  @Test("of two programs that open an old register at once one fails, or spoils it for the other")
  func twoMigrations() throws {
    let stored = Program.root.appendingPathComponent("Tests/RegisterTests/Registers/v1.sqlite")
    for number in 1...3 {
      let folder = Program.folder()
      let path = "\(folder)/\(number).sqlite"
      try Data(contentsOf: stored).write(to: URL(fileURLWithPath: path))
      let runs = try (1...6).map { _ in
        try Program.start(["register", "verify", "--register", path])
      }
      for (process, output, errors) in runs {
        _ = output.fileHandleForReading.readDataToEndOfFile()
        let text = String(
          decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.contains("\(number).before-5.sqlite"))
      #expect(!names.contains { $0.contains("unfinished") })
    }
  }

  @Test("a damaged register is called sound")
  func damage() throws {
    let folder = Program.folder()
    let path = folder + "/register.sqlite"
    #expect(
      try Program.run(["register", "backup", path, "--register", Program.register]).status == 0)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in bytes.count / 2..<bytes.count / 2 + 20_000 { bytes[index] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: path))
    let run = try Program.run(["register", "verify", "--register", path])
    #expect(run.status == 1)
    #expect(run.errors.contains("R132"))
    #expect(run.output.isEmpty)
  }
}
