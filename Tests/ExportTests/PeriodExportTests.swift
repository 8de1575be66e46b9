import Diagnostics
import Files
import JSON
import Letters
import Register
import Synchronization
import Testing

@testable import Export

@Suite struct PeriodExportTests {
  @Test("A letter would lack an original or its text, or differ from one run to the next")
  func complete() throws {
    let (first, second) = (ExampleExport.path(), ExampleExport.path())
    let outcome = try ExampleExport.export().write(into: first, jobs: 2)
    #expect(outcome.written == ["recommendation": 3])
    #expect(outcome.failed.isEmpty)
    let contents = try ExampleExport.contents(first)
    for number in ["04-14_40-1", "04-14_202-2", "04-14_315-3"] {
      for ending in [
        "kk.docx", "ru.docx", "kk.txt", "ru.txt", "kk.esedo.json", "ru.esedo.json",
      ] {
        #expect(contents["recommendation/\(number).\(ending)"] != nil, "\(number).\(ending)")
      }
    }
    let verification = try ExportVerification(of: first)
    #expect(verification.diagnostics.isEmpty)
    #expect(verification.letters == 3)
    _ = try ExampleExport.export().write(into: second, jobs: 1)
    #expect(try ExampleExport.contents(second) == contents)
  }

  @Test(
    "Folders named after the languages would be missing, or cards be without the letters that they go with"
  )
  func languagesApart() throws {
    let folder = ExampleExport.path()
    let pattern = try #require(FileNamePattern("{language}/{kind}/{id}"))
    _ = try ExampleExport.export { $0.names = pattern }.write(into: folder)
    #expect(try ExportVerification(of: folder).diagnostics.isEmpty)
    for language in ["kk", "ru"] {
      let path = "\(folder)/\(language)/recommendation/R-2021-001.esedo.json"
      let card = try JSON(parsing: FileSystem.read(path))
      guard case .array(let attachments)? = card["attachments"] else {
        Issue.record("no attachments")
        return
      }
      #expect(
        attachments.map { $0["fileName"]?.string } == ["R-2021-001.docx", "R-2021-001.txt"])
    }
  }

  @Test("Parts of several machines would not be the export of one")
  func shards() throws {
    let whole = ExampleExport.path()
    _ = try ExampleExport.export().write(into: whole)
    var parts: [String] = []
    for index in 1...3 {
      let part = ExampleExport.path()
      _ = try ExampleExport.export { $0.shard = Shard(index, of: 3) }.write(into: part)
      #expect(try ExportVerification(of: part).diagnostics.isEmpty)
      parts.append(part)
    }
    let merged = ExampleExport.path()
    let merge = try ExportMerge(parts.reversed(), into: merged)
    #expect(merge.letters == 3)
    #expect(try ExampleExport.contents(merged) == ExampleExport.contents(whole))

    let target = ExampleExport.path()
    #expect(
      ExampleExport.rules { _ = try ExportMerge([parts[0], parts[1]], into: target) } == ["X113"])
    #expect(
      ExampleExport.rules { _ = try ExportMerge(parts + [parts[0]], into: target) } == ["X113"])
    #expect(ExampleExport.rules { _ = try ExportMerge([whole], into: target) } == ["X113"])
    let other = ExampleExport.path()
    _ = try ExampleExport.export {
      $0.shard = Shard(3, of: 3)
      $0.program = "other"
    }.write(into: other)
    #expect(
      ExampleExport.rules { _ = try ExportMerge([parts[0], parts[1], other], into: target) }
        == ["X113"])
    // A part in which a letter was changed on the way.
    let full = try #require(
      parts.first { (try? ExportVerification(of: $0).files) ?? 0 > 0 })
    let file = try #require(try ExampleExport.contents(full).keys.first { $0.hasSuffix(".txt") })
    try FileSystem.writeUnsynced([0x78], to: "\(full)/\(file)")
    #expect(ExampleExport.rules { _ = try ExportMerge(parts, into: target) } == ["X108"])
    #expect(FileSystem.kind(of: target) == nil)
  }

  @Test("Files of somebody else, or an earlier export, would be overwritten")
  func notEmpty() throws {
    let folder = ExampleExport.path()
    try FileSystem.makeFolder(folder)
    try FileSystem.writeUnsynced([0x78], to: "\(folder)/notes.txt")
    #expect(ExampleExport.rules { _ = try ExampleExport.export().write(into: folder) } == ["X101"])
    #expect(
      ExampleExport.rules { _ = try ExampleExport.export().write(into: folder, .resume) }
        == ["X101"])
    #expect(try ExampleExport.contents(folder) == ["notes.txt": [0x78]])

    _ = try ExampleExport.export().write(into: folder, .replace)
    #expect(try ExportVerification(of: folder).diagnostics.map(\.rule) == ["X110"])
    let before = try ExampleExport.contents(folder)
    #expect(ExampleExport.rules { _ = try ExampleExport.export().write(into: folder) } == ["X101"])
    #expect(try ExampleExport.contents(folder) == before)
  }

  @Test("Two exports would write into one folder at once")
  func exclusion() throws {
    let folder = ExampleExport.path()
    let held = try ExportFolder(folder)
    #expect(
      ExampleExport.rules { _ = try ExampleExport.export().write(into: folder, .replace) }
        == ["X102"])
    held.leave()
    #expect(FileSystem.kind(of: folder) == nil)
  }

  /// Exports until the second letter cannot be written.
  private static func interrupted(_ register: Register? = nil) throws -> String {
    let folder = ExampleExport.path()
    let export = try ExampleExport.export(register)
    let next = export.plan.letters[1].path.file(.ru, "docx")
    let rules = ExampleExport.rules {
      _ = try export.write(into: folder, jobs: 1) { _ in
        try? FileSystem.makeFolder("\(folder)/.qoshat-export/files/\(next)")
      }
    }
    #expect(rules == ["O102", "X109"])
    FileSystem.removeTree("\(folder)/.qoshat-export/files/\(next)")
    return folder
  }

  @Test("After a full disk all would have to be made again, or the result be another one")
  func resume() throws {
    let undisturbed = ExampleExport.path()
    _ = try ExampleExport.export().write(into: undisturbed)
    let folder = try Self.interrupted()
    // Nothing is there but what is hidden.
    #expect(try FileSystem.names(in: folder) == [".qoshat-export"])
    #expect(try failureOfVerification(of: folder) == ["X111"])
    #expect(ExampleExport.rules { _ = try ExampleExport.export().write(into: folder) } == ["X101"])

    let part = ExampleExport.path()
    _ = try ExampleExport.export { $0.shard = Shard(1, of: 1) }.write(into: part)
    #expect(ExampleExport.rules { _ = try ExportMerge([part], into: folder) } == ["X101"])

    let outcome = try ExampleExport.export().write(into: folder, .resume)
    #expect(outcome.kept == ["recommendation": 1])
    #expect(outcome.written == ["recommendation": 2])
    #expect(try ExampleExport.contents(folder) == ExampleExport.contents(undisturbed))
  }

  @Test(
    "A journal that lost its end with the power would bring torn letters into the export",
    arguments: [
      Damage.tornLine, .zeros, .noLine, .tornFile, .missingFile, .strayFile, .noHeader,
    ])
  func damaged(_ damage: Damage) throws {
    let undisturbed = ExampleExport.path()
    _ = try ExampleExport.export().write(into: undisturbed)
    let folder = try Self.interrupted()
    try damage.inflict(on: folder)
    _ = try ExampleExport.export().write(into: folder, .resume)
    #expect(try ExampleExport.contents(folder) == ExampleExport.contents(undisturbed))
  }

  enum Damage {
    case tornLine, zeros, noLine, tornFile, missingFile, strayFile, noHeader

    func inflict(on folder: String) throws {
      let hidden = "\(folder)/.qoshat-export"
      let journal = try FileSystem.read("\(hidden)/journal")
      let file = try #require(try FileSystem.tree("\(hidden)/files").first)
      let lines = journal.split(separator: 0x0A)
      switch self {
      case .tornLine:
        try FileSystem.writeUnsynced(journal.dropLast(40).map { $0 }, to: "\(hidden)/journal")
      case .zeros:
        let zeros = [UInt8](repeating: 0, count: 4096)
        try FileSystem.writeUnsynced(journal + zeros, to: "\(hidden)/journal")
      case .noLine:
        try FileSystem.writeUnsynced(Array(lines[0]) + [0x0A], to: "\(hidden)/journal")
      case .noHeader: try FileSystem.writeUnsynced([], to: "\(hidden)/journal")
      case .tornFile:
        let bytes = try FileSystem.read("\(hidden)/files/\(file)")
        try FileSystem.writeUnsynced(
          Array(bytes.prefix(bytes.count / 2)), to: "\(hidden)/files/\(file)")
      case .missingFile: FileSystem.remove("\(hidden)/files/\(file)")
      case .strayFile:
        try FileSystem.writeUnsynced([0x78], to: "\(hidden)/files/recommendation/old.kk.docx")
      }
    }
  }

  @Test("An export would be finished under other conditions than it was begun")
  func otherConditions() throws {
    let folder = try Self.interrupted()
    let rules = ExampleExport.rules {
      _ = try ExampleExport.export { $0.forms.insert(.html) }.write(into: folder, .resume)
    }
    #expect(rules == ["X103"])
    _ = try ExampleExport.export { $0.forms.insert(.html) }.write(into: folder, .replace)
    #expect(try ExportVerification(of: folder).files == 24)
  }

  @Test("A letter that somebody has corrected by hand would be lost")
  func corrected() throws {
    let folder = ExampleExport.path()
    _ = try ExampleExport.export().write(into: folder)
    let file = "\(folder)/recommendation/04-14_40-1.ru.txt"
    try FileSystem.writeUnsynced(Array("Исправлено".utf8), to: file)
    let rules = ExampleExport.rules {
      _ = try ExampleExport.export().write(into: folder, .resume)
    }
    #expect(rules == ["X105"])
    #expect(try FileSystem.read(file) == Array("Исправлено".utf8))
    let outcome = try ExampleExport.export().write(into: folder, [.resume, .replace])
    // The letter was made before it was known that it may not be published.
    #expect(outcome.kept == ["recommendation": 3])
    #expect(try FileSystem.read(file) != Array("Исправлено".utf8))
    #expect(try ExportVerification(of: folder).diagnostics.isEmpty)
  }

  @Test("Bringing an export up to date would write all of it, or leave what is of no use any more")
  func update() throws {
    let folder = ExampleExport.path()
    let register = try ExampleExport.freshRegister()
    _ = try ExampleExport.export(register).write(into: folder)
    FileSystem.remove("\(folder)/recommendation/04-14_40-1.kk.docx")
    try FileSystem.writeUnsynced([0x78], to: "\(folder)/recommendation/notes.txt")
    let outcome = try ExampleExport.export(register).write(into: folder, .resume)
    #expect(outcome.kept == ["recommendation": 2])
    #expect(outcome.written == ["recommendation": 1])
    #expect(try ExportVerification(of: folder).diagnostics.map(\.rule) == ["X110"])
    #expect(try FileSystem.read("\(folder)/recommendation/notes.txt") == [0x78])

    // Under other names, and in another folder.
    let pattern = try #require(FileNamePattern("{year}/{id}.{language}"))
    _ = try ExampleExport.export(register) { $0.names = pattern }.write(into: folder, .resume)
    FileSystem.remove("\(folder)/recommendation/notes.txt")
    #expect(try ExportVerification(of: folder).diagnostics.isEmpty)
    #expect(FileSystem.kind(of: "\(folder)/recommendation/04-14_40-1.kk.docx") == nil)
    #expect(FileSystem.kind(of: "\(folder)/2021/R-2021-001.kk.docx") == .file)
  }

  @Test("Letters with the addresses of another register, or of an earlier day, would be kept")
  func otherRegister() throws {
    let folder = ExampleExport.path()
    _ = try ExampleExport.export().write(into: folder)
    // As many rows, written in as many steps, but one site is another.
    let register = try Register.create(at: ExampleExport.path() + ".sqlite")
    let files = try RegisterFile.load(["\(ExampleExport.root)/fixtures/register"]).map { file in
      var file = file
      if file.name.hasSuffix(".csv") {
        let text = String(decoding: file.bytes, as: UTF8.self)
        file.bytes = Array(
          text.replacing("dala-oiyn.example.com/bonus/3135", with: "dala-oiyn.example.com/bonus/1")
            .utf8)
      }
      return file
    }
    _ = try register.importFiles(files)
    let outcome = try ExampleExport.export(register).write(into: folder, .resume)
    #expect(outcome.written == ["recommendation": 3])
    let text = try FileSystem.read("\(folder)/recommendation/04-14_40-1.kk.txt")
    #expect(String(decoding: text, as: UTF8.self).contains("dala-oiyn.example.com/bonus/1"))
  }

  @Test("One wrong letter would stop all others, or be forgotten")
  func failing() throws {
    let register = try ExampleExport.freshRegister()
    let table = """
      id;kind;status;prepared_at;sent_at;number;addressee;case
      R-2021-009;recommendation;draft;2021-05-05;;;Кому-то;
      """
    _ = try register.importFiles([
      RegisterFile(name: "more.csv", bytes: Array(table.utf8))
    ])
    let folder = ExampleExport.path()
    let outcome = try ExampleExport.export(register).write(into: folder)
    #expect(outcome.written == ["recommendation": 3])
    #expect(outcome.failed == ["recommendation": 1])
    #expect(outcome.diagnostics.first?.rule == "X115")
    #expect(outcome.diagnostics.dropFirst().hasErrors)
    #expect(outcome.diagnostics.allSatisfy { $0.places.first?.file == "R-2021-009" })
    #expect(try ExportVerification(of: folder).diagnostics.map(\.rule) == ["X112"])
    let manifest = try JSON(parsing: FileSystem.read("\(folder)/manifest.json"))
    guard case .array(let failures)? = manifest["failures"] else {
      Issue.record("no failures")
      return
    }
    #expect(failures.map { $0["case"]?.string } == ["R-2021-009"])
    // When the cause is mended, nothing else is made again: here by withdrawing the letter.
    let again = try ExampleExport.export(register).write(into: folder, .resume)
    #expect(again.kept == ["recommendation": 3])
    #expect(again.failed == ["recommendation": 1])
  }

  @Test("A letter whose originals disagree, or one that is not what the register has, would leave")
  func disagreeing() throws {
    let register = try ExampleExport.freshRegister()
    let example = String(
      decoding: try FileSystem.read(
        "\(ExampleExport.root)/fixtures/register/cases/R-2021-001.json"), as: UTF8.self)
    let disagreeing = example.replacing("R-2021-001", with: "R-2021-008")
      .replacing("04-14/40-1", with: "04-14/40-8")
      .replacing("бар материалдарды", with: "бар 3 материалды")
      .replacing("удалить материалы", with: "удалить 4 материала")
    let untrue = example.replacing("R-2021-001", with: "R-2021-009")
    let documents = """
      id;kind;status;prepared_at;sent_at;number;addressee;case
      R-2021-008;recommendation;registered;2021-02-09;;04-14/40-8;Кому-то;8.json
      R-2021-009;recommendation;registered;2021-02-09;;04-14/40-9;Кому-то;9.json
      """
    let links = """
      document;url
      R-2021-008;https://dala-oiyn.example.com/bonus/3135
      R-2021-009;https://dala-oiyn.example.com/bonus/3135
      """
    let files = [
      ("documents.csv", documents), ("links.csv", links), ("8.json", disagreeing),
      ("9.json", untrue),
    ].map { RegisterFile(name: $0, bytes: Array($1.utf8)) }
    let report = try register.importFiles(files)
    #expect(report.diagnostics.isEmpty)

    let folder = ExampleExport.path()
    let outcome = try ExampleExport.export(register).write(into: folder, jobs: 1)
    #expect(outcome.written == ["recommendation": 3])
    #expect(outcome.failed == ["recommendation": 2])
    let rules = Set(outcome.diagnostics.map(\.rule))
    #expect(rules.isSuperset(of: ["X115", "N1", "V114"]), "\(rules)")
    #expect(try FileSystem.tree(folder).allSatisfy { !$0.contains("40-8") && !$0.contains("40-9") })
  }

  @Test("A manifest that names files elsewhere would have them read")
  func hostileManifest() throws {
    let folder = ExampleExport.path()
    _ = try ExampleExport.export().write(into: folder)
    let path = "\(folder)/manifest.json"
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    for name in ["../secret.txt", "/etc/passwd", "recommendation/./x", "a\\u0000b"] {
      let changed = text.replacing("recommendation/04-14_40-1.kk.docx", with: name)
      try FileSystem.writeUnsynced(Array(changed.utf8), to: path)
      #expect(try failureOfVerification(of: folder) == ["X106"], "\(name)")
    }
    for damaged in [
      "", "{}", "[1]", String(text.dropLast(3)), text.replacing("qoshat-export-1", with: "x"),
      text.replacing("\"total\": 3", with: "\"total\": 4"),
    ] {
      try FileSystem.writeUnsynced(Array(damaged.utf8), to: path)
      #expect(try failureOfVerification(of: folder) == ["X106"])
    }
  }

  @Test("The progress would not come to its end")
  func progress() throws {
    let seen = Mutex<[ExportProgress]>([])
    _ = try ExampleExport.export().write(into: ExampleExport.path(), jobs: 2) { progress in
      seen.withLock { $0.append(progress) }
    }
    let reports = seen.withLock { $0 }
    #expect(Set(reports.map(\.done)) == [1, 2, 3])
    #expect(reports.allSatisfy { $0.total == 3 && $0.failed == 0 })
  }
}

/// The rules of the error with which a verification ends.
private func failureOfVerification(of folder: String) throws -> [String] {
  ExampleExport.rules { _ = try ExportVerification(of: folder) }
}
