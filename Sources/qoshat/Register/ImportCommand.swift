import ArgumentParser
import CivilDates
import Diagnostics
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

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let report: ImportReport
    do throws(RegisterError) {
      let register = try Register.open(at: options.registerPath)
      let files = try RegisterFile.load(paths)
      report = try register.importFiles(
        files,
        options: ImportOptions(
          body: body, enteredAt: enteredAt, channel: channel,
          onDifference: replace ? .replace : .report, today: options.currentDate))
    } catch {
      throw log.failure(error)
    }
    log.add(report.diagnostics)
    StandardStreams.write(summary(of: report), to: .output)
    if report.diagnostics.hasErrors { throw CommandFailure.findings }
  }

  private func summary(of report: ImportReport) -> String {
    let rows = [
      (Message(kk: "ресурстар", ru: "ресурсы", en: "resources"), report.resources),
      (Message(kk: "құжаттар", ru: "документы", en: "documents"), report.documents),
      (Message(kk: "байланыстар", ru: "связи", en: "links"), report.links),
    ]
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
    }.joined()
  }
}
