import ArgumentParser
import Diagnostics
import Export
import Files
import JSON
import Letters
import OfficePackage
import Register
import WordprocessingML

struct RenderCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Make a letter: both originals, as Word documents and plain text.",
    discussion:
      "Nothing is written while the two originals disagree. A file of cases (.jsonl) gives a letter for each line."
  )

  @Argument(help: "The letter kind, a folder of the templates: response, …")
  var kind: String

  @Option(help: "The case data, .json or .jsonl.")
  var data: String

  @Option(help: "The languages to write: kk, ru or both; both are made and checked in any case.")
  var language = "kk,ru"

  @Option(help: "The forms to write: docx, txt, html, pdf.")
  var to = "docx,txt"

  @Option(help: "The folder to write into; it is made if it is not there.")
  var out = "."

  @Option(
    help: "The files' name without ending (default: `name` in the data, else the data file's).")
  var name: String?

  @Option(
    help: "The figures of the register as it was after this write (default: the last one).")
  var revision: Int?

  @Flag(
    help:
      "Print where every printed value is from, and each figure with its query and the cases behind it."
  )
  var explain = false

  @OptionGroup var allowances: AllowanceOptions

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let languages = try log.choices(language, LetterLanguage.self, "--language")
    let forms = try log.choices(to, LetterForm.self, "--to")
    let allowed = try allowances.settings(for: [data, options.library.folder], log)
      .allowances
    let kind = try loadKind(log)
    let file = try caseData(log)
    let register = try openRegister(for: kind, file.entries.map(\.data), log)
    var written: [(path: String, bytes: [UInt8])] = []
    // LibreOffice starts once for all of them.
    var printed: [(position: Int, name: String, docx: [UInt8])] = []
    var explanations = ""
    for (index, entry) in file.entries.enumerated() {
      let name = try fileName(entry, index: index, of: file, log)
      let source = entry.line.map { "\(file.path):\($0)" } ?? file.path
      let letter = try render(kind, entry.data, source, register, allowed, log)
      for language in languages {
        guard let document = letter.documents[language] else { continue }
        let base = "\(out)/\(name).\(language)"
        for form in forms {
          switch form {
          case .docx: written.append(("\(base).docx", document.docx))
          case .txt: written.append(("\(base).txt", Array(document.text.utf8)))
          case .html: written.append(("\(base).html", try html(document.docx, base, log)))
          case .pdf:
            printed.append((written.count, "\(name).\(language).docx", document.docx))
            written.append(("\(base).pdf", []))
          }
        }
      }
      if explain {
        explanations += LetterExplanation(letter, options.language).rendered(options.format)
      }
    }
    let pdfs = try pdfs(of: printed.map { ($0.name, $0.docx) }, log)
    for (document, pdf) in zip(printed, pdfs) { written[document.position].bytes = pdf }
    try write(written, log)
    StandardStreams.write(explanations, to: .output)
    if !explain { StandardStreams.write(written.map { $0.path + "\n" }.joined(), to: .output) }
  }

  /// The page that the document `base`.docx gives.
  private func html(_ docx: [UInt8], _ base: String, _ log: DiagnosticLog) throws -> [UInt8] {
    let file = "\(base).docx"
    do throws(OfficePackageError) {
      let options = HTMLOptions(title: HTMLCommand.title(of: file))
      return try WordDocument(OfficePackage(reading: docx)).html(options)
    } catch {
      throw log.failure(error, file: file)
    }
  }

  private func pdfs(
    of documents: [(name: String, docx: [UInt8])], _ log: DiagnosticLog
  ) throws -> [[UInt8]] {
    guard !documents.isEmpty else { return [] }
    let results: [(outcome: PDFOutcome, pdf: [UInt8]?)]
    do throws(OfficeError) {
      var converter = try OfficeConverter(in: FileSystem.temporaryFolder)
      results = try converter.pdfs(of: documents)
    } catch {
      log.add([error.diagnostic])
      throw CommandFailure.environment
    }
    log.add(zip(documents, results).compactMap { $1.outcome.diagnostic(for: $0.name) })
    let pdfs = results.compactMap(\.pdf)
    guard pdfs.count == documents.count else { throw CommandFailure.environment }
    return pdfs
  }

  private func loadKind(_ log: DiagnosticLog) throws -> LetterKind {
    let library = options.library
    let result: (kind: LetterKind?, diagnostics: [Diagnostic], isUnreadable: Bool)?
    do throws(FileError) {
      result = try library.kinds().contains(kind) ? try library.kind(kind) : nil
    } catch {
      throw log.failure(reading: error)
    }
    guard let result else { throw log.unknownKind(kind, known: (try? library.kinds()) ?? []) }
    log.add(result.diagnostics)
    guard let kind = result.kind else {
      throw result.isUnreadable ? CommandFailure.unreadable : CommandFailure.findings
    }
    return kind
  }

  private func caseData(_ log: DiagnosticLog) throws -> CaseDataFile {
    let bytes = try log.read(data)
    do throws(CaseDataFile.JSONFault) {
      return try CaseDataFile(bytes, path: data)
    } catch {
      log.add([error.diagnostic])
      throw CommandFailure.unreadable
    }
  }

  private func openRegister(
    for kind: LetterKind, _ cases: [JSON], _ log: DiagnosticLog
  ) throws -> Register? {
    guard cases.contains(where: { kind.definition.needsRegister(for: $0) }) else { return nil }
    do throws(RegisterError) {
      return try Register.open(at: options.registerPath)
    } catch {
      throw log.failure(error)
    }
  }

  private func render(
    _ kind: LetterKind, _ data: JSON, _ file: String, _ register: Register?,
    _ allowed: [Allowance], _ log: DiagnosticLog
  ) throws -> RenderedLetter {
    do throws(LetterRefusal) {
      let (letter, diagnostics) = try kind.render(
        data, file: file, register: register, revision: revision, allowances: allowed,
        listing: explain ? .everything : .documentsAndBodies, isExplained: explain)
      log.add(diagnostics)
      return letter
    } catch {
      if case .register(let failure) = error.reason { throw log.failure(failure) }
      log.add(error.diagnostics)
      if case .unreadable = error.reason { throw CommandFailure.unreadable }
      throw CommandFailure.findings
    }
  }

  /// The name of a letter's files: asked for, given in the data, or that of the data's file.
  private func fileName(
    _ entry: CaseDataFile.Entry, index: Int, of file: CaseDataFile, _ log: DiagnosticLog
  ) throws -> String {
    let stem = file.path.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    let base = name ?? entry.data["name"]?.string ?? (entry.line == nil ? stem : nil) ?? kind
    let isCounted = entry.line != nil && (name != nil || entry.data["name"] == nil)
    let full = isCounted ? "\(base)-\(index + 1)" : base
    guard FileName.isSafe(full) else {
      throw log.usage(
        Message(
          kk: "`\(full)` файл атауына жарамайды", ru: "`\(full)` не годится как имя файла",
          en: "`\(full)` cannot be the name of a file"))
    }
    return full
  }

  private func write(_ files: [(path: String, bytes: [UInt8])], _ log: DiagnosticLog) throws {
    try log.keep([data], from: files.map(\.path))
    if Set(files.map(\.path)).count != files.count {
      throw log.usage(
        Message(
          kk: "екі хаттың файл атауы бірдей", ru: "у двух писем одинаковые имена файлов",
          en: "two letters have the same file name"))
    }
    do throws(FileError) {
      try FileSystem.makeFolder(out)
      var set = FileSet()
      for (path, bytes) in files { try set.add(bytes, as: path) }
      try set.commit()
    } catch {
      throw log.failure(writing: error)
    }
  }
}
