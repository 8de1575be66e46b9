import ArgumentParser
import CivilDates
import Diagnostics
import Export
import JSON
import Letters
import Register
import Synchronization

struct ExportCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all letters of a period, both originals of each, and a manifest.",
    discussion: """
      The documents of the register that were prepared in the period, and the report of the period. A letter that cannot be \
      made does not stop the others; it is told with its reasons, and the command ends with 1.

        qoshat export --period 2021 --dry-run
        qoshat export --period 2021 --out letters-2021
        qoshat export --period 2021 --out letters-2021 --resume    # after a crash, or to bring it up to date
        qoshat export --period 2021 --out part-2 --shard 2/8       # then: qoshat merge part-* --out letters-2021
      """)

  @Option(help: "The period: 2021, 2021-Q4, 2021-H1, 2021-12 or 2021-01-01..2021-12-15.")
  var period: PeriodArgument

  @Option(help: "The folder to write into: a new or empty one.")
  var out: String?

  @Option(help: "The letter kinds, with commas (default: all, and period-report).")
  var kinds: String?

  @Option(help: "The statuses of documents, with commas (default: all but refused and revoked).")
  var status: String?

  @Option(help: "A document belongs to the period in which it was prepared or sent.")
  var by: String = "prepared"

  @Option(help: "Further forms: html, pdf; Word documents and plain text are always written.")
  var to = "docx,txt"

  @Option(
    help:
      "How files are named; of {kind} {number} {id} {prepared} {year} {month} {language}, the last and {number} or {id} are needed."
  )
  var names = FileNamePattern.standard.text

  @Option(help: "How many letters are made at once (default: one for each processor).")
  var jobs: Int?

  @Option(help: "Only this part of the letters, for one of several machines: 2/8.")
  var shard: String?

  @Option(help: "The last day that the report counts (default: today, or the period's end).")
  var asOf: CivilDate?

  @Option(help: "The register as it was after this write (default: the last one).")
  var revision: Int?

  @Flag(help: "Go on with an export that was interrupted, or bring one up to date.")
  var resume = false

  @Flag(help: "Replace an earlier export, and files that are in the way.")
  var force = false

  @OptionGroup var sealing: SealOptions

  @Flag(help: "Show which letters would be written, and write nothing.")
  var dryRun = false

  @Option(help: "How --dry-run shows them: table, json or csv.")
  var output: OutputForm = .table

  @Option(help: "How progress is shown: text, json (a line a second) or none.")
  var progress: ProgressForm = .text

  @OptionGroup var allowances: AllowanceOptions

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let register = try open(log)
    let request = try request(register, log)
    let export = try log.exporting { () throws(ExportError) in
      try PeriodExport(request, register, options.library)
    }
    if dryRun {
      log.add(export.diagnostics)
      let list = PlanList(export.plan, options.language)
      StandardStreams.write(list.text(output), to: .output)
      if export.diagnostics.hasErrors { throw CommandFailure.findings }
      return
    }
    guard let out else { throw log.usage(Self.noFolder) }
    let seal = try sealing.seal(log)
    let outcome = try write(export, out, seal, log)
    log.add(export.diagnostics + outcome.diagnostics)
    if outcome.unlisted > 0 { log.add([Self.unlisted(outcome.unlisted)]) }
    StandardStreams.write(ExportSummary(outcome, out, options.language).text, to: .output)
    if !outcome.failed.isEmpty { throw CommandFailure.findings }
  }

  private func write(
    _ export: PeriodExport, _ out: String, _ seal: ExportSeal, _ log: DiagnosticLog
  ) throws -> ExportOutcome {
    let meter = Mutex(
      ProgressMeter(options.format == .text || progress == .json ? progress : .none))
    let language = options.language
    defer { meter.withLock { $0.close() } }
    return try log.exporting { () throws(ExportError) in
      var permission: PeriodExport.Permission = []
      if resume { permission.insert(.resume) }
      if force { permission.insert(.replace) }
      return try export.write(into: out, permission, seal: seal, jobs: jobs) { progress in
        let details = [
          JSON.Member("kept", .integer(progress.kept)),
          JSON.Member("failed", .integer(progress.failed)),
        ]
        meter.withLock { meter in
          meter.show(progress.done, of: progress.total, details: details) { reading in
            Self.line(reading, failed: progress.failed)[language]
          }
        }
      }
    }
  }

  private func open(_ log: DiagnosticLog) throws -> Register {
    do throws(RegisterError) {
      return try Register.open(at: options.registerPath)
    } catch {
      throw log.failure(error)
    }
  }

  private func request(_ register: Register, _ log: DiagnosticLog) throws -> ExportRequest {
    // What is gone on with keeps its day and its state of the register.
    let unfinished =
      try resume
      ? log.exporting { () throws(ExportError) in
        try out.flatMap { (out) throws(ExportError) in try PeriodExport.unfinished(out) }
      } : nil
    let today = options.currentDate
    let revision: Int
    do throws(RegisterError) {
      let last = try register.revision()
      revision = self.revision ?? unfinished?.revision ?? last
    } catch {
      throw log.failure(error)
    }
    var request = ExportRequest(
      period: period.period, asOf: asOf ?? unfinished?.asOf ?? min(period.period.to, today),
      revision: revision, program: Qoshat.version)
    if let kinds { request.kinds = try known(kinds, log) }
    if let status {
      request.statuses = Set(try log.choices(status, DocumentStatus.self, "--status"))
    }
    if let dating = try log.choices(by, DocumentSelection.State.self, "--by").first {
      request.dating = dating
    }
    request.forms = Set(try log.choices(to, LetterForm.self, "--to")).union([.docx, .txt])
    guard let names = FileNamePattern(names) else { throw log.usage(Self.badPattern(self.names)) }
    request.names = names
    if let shard {
      guard let part = Shard(shard) else { throw log.usage(Self.badShard(shard)) }
      request.shard = part
    }
    request.allowances = try allowances.settings(for: [options.library.folder], log).allowances
    return request
  }

  private func known(_ kinds: String, _ log: DiagnosticLog) throws -> [String] {
    let names = kinds.split(separator: ",").map(String.init)
    let known = (try? options.library.kinds()) ?? []
    for name in names where !known.contains(name) { throw log.unknownKind(name, known: known) }
    return names
  }

  private static func line(_ reading: ProgressMeter.Reading, failed: Int) -> Message {
    let (done, total, percent) = (reading.done, reading.total, reading.percent)
    let (rate, rest) = (reading.rate, reading.remaining)
    return Message(
      kk: "хаттар: \(percent) %, \(total) ішінен \(done), секундына \(rate), қалған уақыт \(rest)"
        + (failed > 0 ? ", жасалмады \(failed)" : ""),
      ru: "письма: \(percent) %, \(done) из \(total), \(rate) в секунду, осталось \(rest)"
        + (failed > 0 ? ", не сделано \(failed)" : ""),
      en: "letters: \(percent) %, \(done) of \(total), \(rate) a second, \(rest) left"
        + (failed > 0 ? ", failed \(failed)" : ""))
  }

  private static let noFolder = Message(
    kk: "қайда жазылатынын `--out` көрсетуі керек", ru: "куда писать, указывает `--out`",
    en: "`--out` must say where to write")

  private static func badPattern(_ pattern: String) -> Message {
    Message(
      kk:
        "`\(pattern)` файл атауларының үлгісіне жарамайды: {language} және {number} немесе {id} керек",
      ru: "`\(pattern)` не годится как образец имен: нужны {language} и {number} или {id}",
      en: "`\(pattern)` is no pattern of names: {language} and {number} or {id} are needed")
  }

  private static func badShard(_ shard: String) -> Message {
    Message(
      kk: "`\(shard)` – бөлік емес; мысалы, сегіз бөліктің екіншісі: 2/8",
      ru: "`\(shard)` – не часть; вторая из восьми, например, 2/8",
      en: "`\(shard)` is no part; the second of eight is 2/8")
  }

  private static func unlisted(_ count: Int) -> Diagnostic {
    Diagnostic(
      "X112",
      Message(
        kk: "тағы \(count) ескерту манифестте", ru: "еще замечаний в манифесте: \(count)",
        en: "\(count) more findings stand in the manifest"), severity: .warning)
  }
}
