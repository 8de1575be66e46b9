import ArgumentParser
import Diagnostics
import DocxTemplate
import Files
import JSON
import Jinja
import Letters
import OfficePackage

struct CheckCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find the mistakes in templates and letter kinds, and in the letters of cases.",
    discussion: """
      A PATH is a template (.docx), the folder of a letter kind, or a folder of kinds or templates; \
      without one the folder of letter kinds is checked. The findings are the command's result, on \
      standard output.
      """)

  @Argument(help: "Templates, letter kinds, or folders of them.")
  var paths: [String] = []

  @Option(help: "Write a copy of each template with findings, each a Word comment, to this folder.")
  var annotate: String?

  @Flag(help: "Check templates as `fill --word-placeholders` reads them; letter kinds always are.")
  var wordPlaceholders = false

  @Option(
    help:
      "Also compare the template with this data, a JSON object: what it lacks, what is never read.")
  var data: String?

  @Option(
    help: "What a missing value does where the template is filled: strict, default or chainable.")
  var undefined: UndefinedMode = .strict

  @Flag(help: "Fail on warnings too, not only on errors.")
  var strict = false

  @OptionGroup var cases: CaseOptions

  @OptionGroup var allowances: AllowanceOptions

  @OptionGroup var options: GlobalOptions

  static var reportStream: StandardStreams.Stream { .output }

  func perform(_ log: DiagnosticLog) throws {
    let given = try self.data.map { try context($0, log) }
    let lexicons = try options.lexicons(log)
    var isUnreadable = false
    var copies = AnnotatedCopies()
    let paths = paths.isEmpty ? [options.library.folder] : paths
    let allowed = try allowances.settings(for: paths + cases.cases, log).allowances
    for path in paths {
      do throws(FileError) {
        for subject in try subjects(at: path, log) {
          let (all, failed) = try check(subject, given, lexicons)
          let found = all.allowed(by: allowed)
          log.add(found)
          isUnreadable = isUnreadable || failed
          copies.add(found, of: subject)
        }
      } catch {
        _ = log.failure(reading: error)
        isUnreadable = true
      }
    }
    var caseCheck = CaseCheck(options, allowances: allowed, log: log)
    for path in cases.cases {
      let isRead = try caseCheck.check(path)
      isUnreadable = isUnreadable || !isRead
    }
    if let annotate { try write(copies, to: annotate, log) }
    if isUnreadable { throw CommandFailure.unreadable }
    if log.diagnostics.contains(where: { $0.rule == "O103" }) { throw CommandFailure.usage }
    let isRefused = { (found: Diagnostic) in
      found.severity == .error || strict && found.allowed == nil
    }
    if log.diagnostics.contains(where: isRefused) { throw CommandFailure.findings }
  }

  /// What is checked as one.
  enum Subject {
    case template(String)
    case kind(String)
  }

  private func subjects(at path: String, _ log: DiagnosticLog) throws(FileError) -> [Subject] {
    guard FileSystem.kind(of: path) == .folder else { return [.template(path)] }
    let folder = Self.withoutSlash(path)
    if FileSystem.kind(of: "\(folder)/letter.yaml") == .file { return [.kind(folder)] }
    let kinds = try TemplateLibrary(folder: folder).kinds().map { Subject.kind("\(folder)/\($0)") }
    let files = try FileSystem.names(in: folder)
      // Word keeps a file of this name beside a document that is open.
      .filter { $0.lowercased().hasSuffix(".docx") && !$0.hasPrefix("~$") }
    let found = kinds + files.map { Subject.template("\(folder)/\($0)") }
    if found.isEmpty {
      log.add([
        Diagnostic(
          "O103",
          Message(
            kk: "бұл қалтада үлгі де, хат түрі де жоқ",
            ru: "в этой папке нет ни шаблонов, ни видов писем",
            en: "there are neither templates nor letter kinds in this folder"),
          at: [Place(file: path)])
      ])
    }
    return found
  }

  private func context(_ path: String, _ log: DiagnosticLog) throws -> JSON {
    let json = try log.json(try log.read(path), path: path)
    guard case .object = json else { throw log.noObject(path) }
    return json
  }

  private func check(
    _ subject: Subject, _ given: JSON?, _ lexicons: GrammarLexicons
  ) throws(FileError) -> (diagnostics: [Diagnostic], isUnreadable: Bool) {
    switch subject {
    case .kind(let path): return try TemplateLibrary.inspect(path)
    case .template(let path):
      let bytes = try FileSystem.read(path)
      do throws(OfficePackageError) {
        var environment = GrammarFilters.environment(lexicons)
        environment.undefined = undefined
        environment.loader = TemplateFolder(of: path, environment, unit: IncludedText())
        let (template, findings) = try DocxTemplate.compile(
          bytes, file: path, environment: environment, usesWordPlaceholders: wordPlaceholders,
          isInspected: true)
        guard let template, let given, let data else { return (findings, false) }
        return (findings + template.comparison(with: given, file: data), false)
      } catch {
        return ([error.diagnostic(file: path)], true)
      }
    }
  }

  private func write(_ copies: AnnotatedCopies, to folder: String, _ log: DiagnosticLog) throws {
    guard !copies.isEmpty else { return }
    let outputs = copies.outputs(in: Self.withoutSlash(folder))
    try log.keep(outputs.map(\.source), from: outputs.map(\.copy))
    do throws(FileError) {
      var files = FileSet()
      try FileSystem.makeFolder(folder)
      for (source, copy, diagnostics) in outputs {
        let bytes = try FileSystem.read(source)
        if let annotated = annotated(bytes, diagnostics) { try files.add(annotated, as: copy) }
      }
      try files.commit()
    } catch {
      throw log.failure(writing: error)
    }
  }

  private func annotated(_ bytes: [UInt8], _ diagnostics: [Diagnostic]) -> [UInt8]? {
    do throws(OfficePackageError) {
      return try Annotation.annotated(bytes, with: diagnostics, in: options.language)
    } catch {
      // It cannot be read, and was reported so.
      return nil
    }
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

/// The copies of templates that are to be written, with what was found in each.
struct AnnotatedCopies {
  /// The templates with findings in the order found, each with the name of its copy.
  private var sources: [(path: String, name: String)] = []
  private var diagnostics: [String: [Diagnostic]] = [:]

  var isEmpty: Bool { sources.isEmpty }

  /// Takes what was found in the templates of `subject`.
  mutating func add(_ found: [Diagnostic], of subject: CheckCommand.Subject) {
    for diagnostic in found {
      guard let file = diagnostic.places.first?.file, file.lowercased().hasSuffix(".docx"),
        !diagnostic.rule.hasPrefix("O"), !diagnostic.rule.hasPrefix("D")
      else { continue }
      if diagnostics[file] == nil { sources.append((file, Self.name(of: file, subject))) }
      diagnostics[file, default: []].append(diagnostic)
    }
  }

  /// The name of the copy: that of the template, with that of its kind before it.
  private static func name(of file: String, _ subject: CheckCommand.Subject) -> String {
    let name = file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
    guard case .kind(let path) = subject, let kind = path.split(separator: "/").last else {
      return name
    }
    return kind == "." ? name : "\(kind).\(name)"
  }

  /// Which template goes to which file; templates of one name get numbers.
  func outputs(
    in folder: String
  ) -> [(source: String, copy: String, diagnostics: [Diagnostic])] {
    var taken: Set<String> = []
    return sources.map { source in
      var name = source.name
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(source.name)-\(number)"
        number += 1
      }
      return (source.path, "\(folder)/\(name).docx", diagnostics[source.path] ?? [])
    }
  }
}
