import ArgumentParser
import CivilDates
import Cryptography
import Diagnostics
import JSON
import Register

struct RegisterAddCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add records from a JSON file, or correct them.",
    discussion: """
      The file has one object, or a list of objects, with the members that `register show --output \
      json` prints. All of them are written or none. A correction supersedes the record, whose \
      former versions stay in its history.
      """)

  @Argument(help: "resource, document, inquiry or organiser.")
  var kind: RecordKind

  @Option(help: "A JSON file, or - for standard input.")
  var data: String

  @Option(help: "The picture taken of a resource, of which the sum is kept.")
  var evidence: String?

  @Flag(help: "Correct records that are in the register already.")
  var replace = false

  @Option(help: "Who writes.")
  var author = ""

  @Option(help: "Why.")
  var reason = ""

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let json = try log.json(try log.read(data), path: data)
    var (entries, diagnostics) = RegisterEntry.read(json, as: kind, file: data)
    log.add(diagnostics)
    if diagnostics.hasErrors { throw CommandFailure.findings }
    if let evidence { entries = [try entry(of: entries, with: evidence, log)] }
    let note = RevisionNote(author: author, reason: reason, recordedOn: options.currentDate)
    do throws(RegisterError) {
      let register = try Register.open(at: options.registerPath)
      if replace {
        try register.supersede(entries, file: data, note: note)
      } else {
        try register.add(entries, file: data, note: note)
      }
    } catch {
      throw log.failure(error)
    }
    StandardStreams.write(entries.map { $0.key + "\n" }.joined(), to: .output)
  }

  /// The one resource among `entries` with the sum of the file at `path`, which a sum in the data must not contradict.
  private func entry(
    of entries: [RegisterEntry], with path: String, _ log: DiagnosticLog
  ) throws -> RegisterEntry {
    guard entries.count == 1, case .resource(let resource)? = entries.first else {
      throw log.usage(
        Message(
          kk: "`--evidence` бір ғана ресурспен бірге көрсетіледі",
          ru: "`--evidence` указывается только для одного ресурса",
          en: "`--evidence` goes with exactly one resource"))
    }
    let sum = SHA256.hexadecimal(of: try log.read(path))
    if let given = resource.evidenceHash, given != sum {
      log.add([
        Diagnostic(
          "R130",
          Message(
            kk: "`\(path)` файлының SHA-256 қосындысы деректердегі қосындыдан өзгеше",
            ru: "сумма SHA-256 файла `\(path)` отличается от указанной в данных",
            en: "the SHA-256 of `\(path)` differs from the one in the data"))
      ])
      throw CommandFailure.findings
    }
    return .resource(
      ResourceRecord(
        canonicalURL: resource.canonicalURL, card: resource.card, enteredAt: resource.enteredAt,
        body: resource.body, channel: resource.channel, evidenceHash: sum,
        courtAct: resource.courtAct))
  }
}

struct RegisterSetStatusCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-status", abstract: "Bring a document to its next status.",
    discussion: """
      draft → agreed → signed → registered → sent → delivered → executed; what has no number yet can \
      be refused, what has one revoked. A document is registered by giving it its number, once.
      """)

  @Argument(help: "The id of the document.")
  var id: String

  @Argument(help: "agreed, signed, registered, sent, delivered, executed, refused or revoked.")
  var status: DocumentStatus

  @Option(help: "The day on which it happened, 2021-12-15.")
  var on: CivilDate

  @Option(help: "The registration number.")
  var number: String?

  @Option(help: "Who writes.")
  var author = ""

  @Option(help: "Why.")
  var reason = ""

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let note = RevisionNote(author: author, reason: reason, recordedOn: options.currentDate)
    let document: DocumentRecord?
    do throws(RegisterError) {
      let register = try Register.open(at: options.registerPath)
      if status == .registered, let number {
        // Also for one that came from a file as sent, but without its number.
        try register.giveNumber(number, to: id, on: on, note: note)
      } else {
        try register.setStatus(of: id, to: status, on: on, number: number, note: note)
      }
      document = try register.document(id)
    } catch {
      throw log.failure(error)
    }
    let status = document?.status ?? status
    let words = [status.label[options.language], on.iso, document?.number ?? ""]
    let line = words.filter { !$0.isEmpty }.joined(separator: ", ")
    StandardStreams.write("\(id): \(line)\n", to: .output)
  }
}
