import ArgumentParser
import Diagnostics
import Files
import Glibc
import Letters
import OfficePackage

struct CompareCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the two originals of a finished letter, from any program.",
    discussion: """
      KK and RU are Word documents or texts in UTF-8. Facts, terms and structure of the two must \
      agree, and each must keep the rules of its language. The findings are the command's result, \
      on standard output; a finding of severity error makes it end with 1.
      """)

  @Argument(help: "The Kazakh original, .docx or .txt.")
  var kk: String

  @Argument(help: "The Russian original, .docx or .txt.")
  var ru: String

  @Option(
    help:
      "Write a copy of both to this folder, with each finding at its words: a Word comment, or a note in a text."
  )
  var annotate: String?

  @Option(help: "Write a page to this file that shows both letters side by side with the findings.")
  var html: String?

  @OptionGroup var allowances: AllowanceOptions

  @OptionGroup var spelling: SpellingOptions

  @OptionGroup var options: GlobalOptions

  static var reportStream: StandardStreams.Stream { .output }

  func perform(_ log: DiagnosticLog) throws {
    let settings = try allowances.settings(for: [kk, ru], log)
    var reference = try reference(log)
    reference.words += settings.words
    let check = PairCheck(
      reference, try options.lexicons(log), dictionaries: spelling.dictionaries(options))
    let documents = try [kk, ru].map { PairCheck.Document(file: $0, bytes: try log.read($0)) }
    let report: PairReport
    do throws(PairCheckError) {
      report = try check.report(documents[0], documents[1]).allowing(settings.allowances)
    } catch {
      log.add([error.diagnostic])
      throw error.isUsage ? CommandFailure.usage : CommandFailure.unreadable
    }
    try write(report, log)
    log.add(report.findings)
    if report.findings.hasErrors { throw CommandFailure.findings }
  }

  func rendered(_ diagnostics: [Diagnostic]) -> String {
    guard options.format == .text else {
      return options.format.rendered(
        diagnostics, in: options.language, describing: CheckedRule.description)
    }
    let columns = getenv("COLUMNS").flatMap { Int(String(cString: $0)) }
    return FindingsText(
      language: options.language, width: columns ?? 100,
      isColored: StandardStreams.showsColors(.output)
    ).rendered(diagnostics)
  }

  private func reference(_ log: DiagnosticLog) throws -> ReferenceData {
    let read: (reference: ReferenceData, diagnostics: [Diagnostic])
    do throws(FileError) {
      read = try options.library.referenceForChecks()
    } catch {
      throw log.failure(reading: error)
    }
    log.add(read.diagnostics)
    if read.diagnostics.hasErrors { throw CommandFailure.findings }
    return read.reference
  }

  // MARK: Files

  private func write(_ report: PairReport, _ log: DiagnosticLog) throws {
    var outputs: [(path: String, bytes: [UInt8])] = []
    if let annotate {
      let names = copyNames(report.files)
      for (version, name) in zip(LetterLanguage.allCases, names) {
        do throws(OfficePackageError) {
          let copy = try report.annotated(version, in: options.language)
          outputs.append(("\(annotate)/\(name)", copy))
        } catch {
          throw log.failure(error, file: report.files[version == .kk ? 0 : 1])
        }
      }
    }
    if let html {
      let page = report.page(in: options.language, day: options.currentDate)
      outputs.append((html, Array(page.utf8)))
    }
    guard !outputs.isEmpty else { return }
    try log.keep(report.files, from: outputs.map(\.path))
    do throws(FileError) {
      if let annotate { try FileSystem.makeFolder(annotate) }
      var files = FileSet()
      for (path, bytes) in outputs { try files.add(bytes, as: path) }
      try files.commit()
    } catch {
      throw log.failure(writing: error)
    }
  }

  /// The names of the copies: those of the documents, with the language in front where they are alike.
  private func copyNames(_ paths: [String]) -> [String] {
    let names = paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    guard names[0] == names[1] else { return names }
    return zip(LetterLanguage.allCases, names).map { "\($0).\($1)" }
  }
}
