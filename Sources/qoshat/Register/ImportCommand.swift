import ArgumentParser
import CivilDates
import Diagnostics
import Files
import Register

struct ImportCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take resources, documents and links from CSV files into the register.",
    discussion:
      "A file's kind is told by its header, so that names and order do not matter. A bad row is reported and left out; the good ones are taken. The same file twice changes nothing."
  )

  @Argument(help: "CSV files, or folders of them.")
  var paths: [String]

  @Option(help: "The state body of the rows of a plain 13-column file.")
  var body: String?

  @Option(help: "The date of entry of the rows of a plain 13-column file.")
  var enteredAt: CivilDate?

  @Option(help: "How the rows of a plain 13-column file came: is or own.")
  var channel: Channel = .informationSystem

  @Flag(help: "Take rows that differ from what the register has, instead of reporting them.")
  var replace = false

  @Flag(help: "Take all rows or, if one is wrong, none.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Write the rows that were not taken, with the reasons, to be mended and imported again.",
      discussion:
        "Rows of several tables go to FILE-resources.csv, FILE-documents.csv, FILE-links.csv.",
      valueName: "file.csv"))
  var report: String?

  @Option(help: "Who imports.")
  var author = ""

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let files = try load(log)
    let done = try importFiles(files, log)
    log.add(done.diagnostics)
    StandardStreams.write(summary(of: done), to: .output)
    if let report { try write(done, to: report, log) }
    if done.diagnostics.hasErrors { throw CommandFailure.findings }
  }

  private func load(_ log: DiagnosticLog) throws -> [RegisterFile] {
    let files: [RegisterFile]
    do throws(RegisterError) {
      files = try RegisterFile.load(paths)
    } catch {
      throw log.failure(error)
    }
    if let report {
      let outputs = [report] + ImportTable.allCases.map { Self.reportPath(report, of: $0) }
      try log.keep(files.map(\.name) + [options.registerPath], from: outputs)
    }
    return files
  }

  private func importFiles(_ files: [RegisterFile], _ log: DiagnosticLog) throws -> ImportReport {
    // Lines between the findings would make them unreadable for a program.
    var meter = options.format == .text ? ImportMeter(language: options.language) : nil
    defer { meter?.close() }
    do throws(RegisterError) {
      return try Register.open(at: options.registerPath).importFiles(
        files,
        options: ImportOptions(
          body: body, enteredAt: enteredAt, channel: channel,
          onDifference: replace ? .replace : .report, isStrict: strict,
          today: options.currentDate, author: author)
      ) { meter?.show($0) }
    } catch {
      throw log.failure(error)
    }
  }

  /// Writes the refused rows, and says where they are.
  private func write(_ done: ImportReport, to path: String, _ log: DiagnosticLog) throws {
    let tables = done.refusedTables(in: options.language)
    let files = tables.map { table, bytes in
      (path: tables.count == 1 ? path : Self.reportPath(path, of: table), bytes: bytes)
    }
    do throws(FileError) {
      var set = FileSet()
      for file in files {
        try set.add(file.bytes, as: file.path)
      }
      try set.commit()
    } catch {
      throw log.failure(writing: error)
    }
    StandardStreams.write(files.map { $0.path + "\n" }.joined(), to: .output)
  }

  /// `bad.csv` as `bad-links.csv`.
  private static func reportPath(_ path: String, of table: ImportTable) -> String {
    let stem = path.lowercased().hasSuffix(".csv") ? String(path.dropLast(4)) : path
    return "\(stem)-\(table.rawValue).csv"
  }

  private func summary(of report: ImportReport) -> String {
    let rows = [
      (Message(kk: "ресурстар", ru: "ресурсы", en: "resources"), report.resources),
      (Message(kk: "құжаттар", ru: "документы", en: "documents"), report.documents),
      (Message(kk: "байланыстар", ru: "связи", en: "links"), report.links),
    ]
    let rejection = Message(
      kk: "қате жолдар болғандықтан ештеңе импортталмады",
      ru: "ничего не импортировано: есть строки с ошибками",
      en: "nothing was imported: some rows are wrong")
    let end = report.isRejected ? rejection[options.language] + "\n" : ""
    return rows.map { name, tally in
      let line = Message(
        kk:
          "қосылды \(tally.added), жаңартылды \(tally.replaced), өзгермеді \(tally.unchanged), қабылданбады \(tally.refused)",
        ru:
          "добавлено \(tally.added), обновлено \(tally.replaced), без изменений \(tally.unchanged), отклонено \(tally.refused)",
        en:
          "added \(tally.added), replaced \(tally.replaced), unchanged \(tally.unchanged), refused \(tally.refused)"
      )
      return "\(name[options.language]): \(line[options.language])\n"
    }.joined() + end
  }
}
