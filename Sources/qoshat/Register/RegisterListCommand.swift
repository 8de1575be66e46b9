import ArgumentParser
import CivilDates
import Diagnostics
import Register

struct RegisterListCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what is in the register.",
    discussion: """
      The days of --from and --to are those of preparation for documents, of entry for resources, \
      of receipt for inquiries and of the court act for organisers.
      """)

  @Argument(help: "documents, resources, inquiries or organisers.")
  var records: ListedRecords = .documents

  @Option(help: "Documents of this kind only: prescription, notification, warning, …")
  var kind: DocumentKind?

  @Option(help: "Documents of this status only: draft, agreed, signed, registered, sent, …")
  var status: DocumentStatus?

  @Option(help: "What this body entered, or documents that concern it.")
  var body: String?

  @Option(help: "The first day, 2021-01-01.")
  var from: CivilDate?

  @Option(help: "The last day.")
  var to: CivilDate?

  @Option(help: "Words in an id, number, name, title or address.")
  var search: String?

  @Option(help: "At most so many.")
  var limit: Int?

  @Option(help: "table, json or csv.")
  var output: OutputForm = .table

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    var filter = RecordFilter()
    filter.kind = kind
    filter.status = status
    filter.body = body
    filter.from = from
    filter.to = to
    filter.search = search
    filter.limit = limit
    try check(log)
    let entries: [RegisterEntry]
    do throws(RegisterError) {
      let register = try Register.open(at: options.registerPath)
      switch records {
      case .documents:
        entries = try register.documents(matching: filter).map { .document($0, resources: []) }
      case .resources: entries = try register.resources(matching: filter).map { .resource($0) }
      case .inquiries: entries = try register.inquiries(matching: filter).map { .inquiry($0) }
      case .organisers: entries = try register.organisers(matching: filter).map { .organiser($0) }
      }
    } catch {
      throw log.failure(error)
    }
    let list = RecordList(entries, of: records)
    StandardStreams.write(list.rendered(as: output, in: options.language), to: .output)
  }

  /// An option that cannot choose anything would look like an empty register.
  private func check(_ log: DiagnosticLog) throws {
    var useless: [String] = []
    if records != .documents {
      if kind != nil { useless.append("--kind") }
      if status != nil { useless.append("--status") }
    }
    if body != nil, records == .inquiries || records == .organisers { useless.append("--body") }
    if let option = useless.first {
      throw log.usage(
        Message(
          kk: "`\(option)` параметрі `\(records.rawValue)` тізіміне қолданылмайды",
          ru: "параметр `\(option)` не применяется к списку `\(records.rawValue)`",
          en: "`\(option)` does not apply to `\(records.rawValue)`"))
    }
    if let limit, limit < 0 {
      throw log.usage(
        Message(
          kk: "`--limit` теріс болмауы керек", ru: "`--limit` не может быть отрицательным",
          en: "`--limit` cannot be negative"))
    }
  }
}
