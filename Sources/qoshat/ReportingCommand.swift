import ArgumentParser
import Diagnostics
import Files
import JSON
import Letters
import OfficePackage
import Register

/// A command whose findings are printed together when it ends, however it ends.
protocol ReportingCommand: ParsableCommand {
  var options: GlobalOptions { get }
  /// Where the findings go: standard output where they are what was asked for.
  static var reportStream: StandardStreams.Stream { get }

  /// The findings as they are printed.
  func rendered(_ diagnostics: [Diagnostic]) -> String

  /// Does the work; throws ``CommandFailure`` after what there is to say went into `log`.
  func perform(_ log: DiagnosticLog) throws
}

extension ReportingCommand {
  static var reportStream: StandardStreams.Stream { .errors }

  func rendered(_ diagnostics: [Diagnostic]) -> String {
    options.format.rendered(
      diagnostics, in: options.language, describing: CheckedRule.description)
  }

  func run() throws {
    let log = DiagnosticLog()
    defer { StandardStreams.write(rendered(log.diagnostics), to: Self.reportStream) }
    try perform(log)
  }
}

/// Collects the findings of one run, and tells how it ends for each kind of failure.
final class DiagnosticLog {
  private(set) var diagnostics: [Diagnostic] = []

  func add(_ diagnostics: [Diagnostic]) { self.diagnostics += diagnostics }

  /// A file could not be read.
  func failure(reading error: FileError) -> CommandFailure {
    add([error.diagnostic(writing: false)])
    return .unreadable
  }

  /// A file could not be written.
  func failure(writing error: FileError) -> CommandFailure {
    add([error.diagnostic(writing: true)])
    return .environment
  }

  /// A file is no Word document.
  func failure(_ error: OfficePackageError, file: String) -> CommandFailure {
    add([error.diagnostic(file: file)])
    return .unreadable
  }

  /// The register could not be used.
  func failure(_ error: RegisterError) -> CommandFailure {
    add(error.findings)
    switch error.cause {
    case .usage: return .usage
    case .input: return .unreadable
    case .environment: return .environment
    case .refused: return .findings
    }
  }

  /// The call itself is wrong.
  func usage(_ message: Message) -> CommandFailure {
    add([Diagnostic("O103", message)])
    return .usage
  }

  /// The choices that an option names, with commas between them, each once.
  func choices<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
    _ list: String, _ type: Choice.Type, _ option: String
  ) throws -> [Choice] {
    var choices: [Choice] = []
    for name in list.split(separator: ",").map(String.init) {
      guard let choice = Choice(rawValue: name) else {
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw usage(
          Message(
            kk: "`\(option)` үшін `\(name)` жарамайды; мүмкін: \(known)",
            ru: "`\(name)` не подходит для `\(option)`; возможны: \(known)",
            en: "`\(name)` does not fit `\(option)`; possible are \(known)"))
      }
      if !choices.contains(choice) { choices.append(choice) }
    }
    return choices
  }

  /// There is no such letter kind.
  func unknownKind(_ kind: String, known: [String]) -> CommandFailure {
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    return usage(
      Message(
        kk: "`\(kind)` деген хат түрі жоқ; бары: \(names)",
        ru: "нет вида писем `\(kind)`; есть: \(names)",
        en: "there is no letter kind `\(kind)`; there are \(names)"))
  }

  /// Refuses to write any of `outputs` over any of `inputs`, by whatever name.
  func keep(_ inputs: [String], from outputs: [String]) throws {
    for path in outputs where inputs.contains(where: { FileSystem.areSame(path, $0) }) {
      throw usage(
        Message(
          kk: "`\(path)` – бастапқы файл, оның үстіне жазуға болмайды",
          ru: "`\(path)` – исходный файл, записывать поверх него нельзя",
          en: "`\(path)` is an input and cannot be written over"))
    }
  }

  /// The JSON of an input.
  func json(_ bytes: [UInt8], path: String, firstLine: Int = 1) throws -> JSON {
    try json(bytes, path: path, firstLine: firstLine) { bytes throws(JSONSyntaxError) in
      try JSON(parsing: bytes)
    }
  }

  /// What `read` makes of the JSON of an input.
  func json<Content>(
    _ bytes: [UInt8], path: String, firstLine: Int = 1,
    _ read: ([UInt8]) throws(JSONSyntaxError) -> Content
  ) throws -> Content {
    do throws(CaseDataFile.JSONFault) {
      return try CaseDataFile.parse(bytes, path: path, firstLine: firstLine, read)
    } catch {
      add([error.diagnostic])
      throw CommandFailure.unreadable
    }
  }

  /// Data that are no object.
  func noObject(_ path: String) -> CommandFailure {
    add([
      Diagnostic(
        "V103",
        Message(
          kk: "деректер өрістер жиыны {…} болуы керек",
          ru: "данные должны быть набором полей {…}", en: "the data must be an object {…}"),
        at: [Place(file: path)])
    ])
    return .unreadable
  }

  /// The bytes of an input.
  func read(_ path: String) throws -> [UInt8] {
    do throws(FileError) {
      return try FileSystem.read(path)
    } catch {
      throw failure(reading: error)
    }
  }
}
