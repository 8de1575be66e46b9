public import Diagnostics
import Files
import Register

/// Why an export, its verification or a merge could not do what was asked.
public struct ExportError: Error {
  /// Who can mend it.
  public enum Cause: Sendable, Hashable {
    /// The call itself does not fit.
    case usage
    /// A file is not what it should be.
    case input
    /// What was asked is against the rules; nothing was changed.
    case refused
    /// The machine: rights, space, locks.
    case environment
  }

  public let cause: Cause
  public let diagnostics: [Diagnostic]

  init(_ cause: Cause, _ diagnostics: [Diagnostic]) {
    self.cause = cause
    self.diagnostics = diagnostics
  }

  /// A file could not be written, or read where it was written before.
  init(writing error: FileError) {
    self.init(.environment, [error.diagnostic(writing: true)])
  }

  /// A file that was given could not be read.
  init(reading error: FileError) {
    self.init(.input, [error.diagnostic(writing: false)])
  }

  /// The register could not be used.
  init(_ error: RegisterError) {
    let cause: Cause =
      switch error.cause {
      case .usage: .usage
      case .input: .input
      case .refused: .refused
      case .environment: .environment
      }
    self.init(cause, error.findings)
  }
}

extension ExportError {
  /// What `body` does, whose failure to write is one of the export.
  static func writing<Result: ~Copyable>(
    _ body: () throws(FileError) -> Result
  ) throws(ExportError) -> Result {
    do throws(FileError) { return try body() } catch { throw ExportError(writing: error) }
  }

  /// What `body` does, whose failure to read is one of the export.
  static func reading<Result: ~Copyable>(
    _ body: () throws(FileError) -> Result
  ) throws(ExportError) -> Result {
    do throws(FileError) { return try body() } catch { throw ExportError(reading: error) }
  }
}

extension ExportError {
  static func notEmpty(_ path: String) -> ExportError {
    ExportError(
      .environment,
      [
        Diagnostic(
          "X101",
          Message(
            kk: "қалтада файлдар бар, олардың үстіне жазылмайды",
            ru: "в папке есть файлы, поверх них экспорт не пишется",
            en: "the folder has files, which an export does not overwrite"),
          at: [Place(file: path)],
          hint: Message(
            kk: "бос қалтаны таңдаңыз; `--force` бұрынғы экспортты ауыстырады",
            ru: "выберите пустую папку; `--force` заменит прежний экспорт",
            en: "choose an empty folder; `--force` replaces an earlier export"))
      ])
  }

  static func unfinished(_ path: String) -> ExportError {
    ExportError(
      .environment,
      [
        Diagnostic(
          "X101",
          Message(
            kk: "қалтада аяқталмаған экспорт бар", ru: "в папке незаконченный экспорт",
            en: "the folder has an unfinished export"),
          at: [Place(file: path)],
          hint: Message(
            kk: "`--resume` оны жалғастырады, `--force` басынан бастайды",
            ru: "`--resume` продолжит его, `--force` начнет сначала",
            en: "`--resume` goes on with it, `--force` begins anew"))
      ])
  }

  static let stopped = ExportError(
    .refused,
    [
      Diagnostic(
        "X116",
        Message(
          kk: "экспорт тоқтатылды", ru: "экспорт остановлен", en: "the export was stopped"))
    ])

  static func busy(_ path: String) -> ExportError {
    ExportError(
      .environment,
      [
        Diagnostic(
          "X102",
          Message(
            kk: "бұл қалтаға қазір басқа экспорт жазып жатыр",
            ru: "в эту папку сейчас пишет другой экспорт",
            en: "another export is writing into this folder"), at: [Place(file: path)])
      ])
  }

  static func otherExport(_ path: String, _ differing: [String]) -> ExportError {
    let names = differing.map { "`\($0)`" }.joined(separator: ", ")
    return ExportError(
      .usage,
      [
        Diagnostic(
          "X103",
          Message(
            kk: "қалтадағы аяқталмаған экспорттың шарттары басқа: \(names)",
            ru: "у незаконченного экспорта в папке другие условия: \(names)",
            en: "the unfinished export in the folder has other conditions: \(names)"),
          at: [Place(file: path)],
          hint: Message(
            kk: "сол шарттармен жалғастырыңыз немесе `--force` арқылы басынан бастаңыз",
            ru: "продолжите с теми же условиями или начните сначала с `--force`",
            en: "go on with the same conditions, or begin anew with `--force`"))
      ])
  }

  static func noManifest(_ path: String, _ detail: Message) -> ExportError {
    ExportError(.input, [Diagnostic("X106", detail, at: [Place(file: path)])])
  }

  /// Files that are in the way of an export which may not replace them.
  static func inTheWay(_ paths: [String]) -> ExportError {
    ExportError(
      .refused,
      paths.map { path in
        Diagnostic(
          "X105",
          Message(
            kk: "файл экспорттан кейін өзгертілген немесе экспортқа жатпайды, ол ауыстырылмады",
            ru: "файл изменен после экспорта или к нему не относится, он не заменен",
            en: "the file was changed after the export or is no part of it, and was not replaced"),
          at: [Place(file: path)],
          hint: Message(
            kk: "файлды басқа жерге көшіріңіз; `--force` оны ауыстырады",
            ru: "перенесите файл; `--force` заменит его",
            en: "move the file; `--force` replaces it"))
      })
  }
}
