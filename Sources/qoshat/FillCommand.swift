import ArgumentParser
import Diagnostics
import DocxTemplate
import Files
import JSON
import Jinja
import Letters
import OfficePackage
import WordprocessingML

struct FillCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Fill any Word document that has tags.")

  @Argument(help: "The template, a .docx with tags.")
  var template: String

  @Option(help: "The data, a JSON object.")
  var data: String

  @Option(name: .shortAndLong, help: "The document to write.")
  var output: String

  @Option(help: "Also write the document's plain text to this file.")
  var text: String?

  @Option(help: "What a missing value does: strict (an error), default (nothing) or chainable.")
  var undefined: UndefinedMode = .strict

  @Flag(
    help:
      "Fill mail merge fields and content controls, and let tags without a prefix find their paragraphs and rows."
  )
  var wordPlaceholders = false

  @OptionGroup var limits: RenderingLimits

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    try log.keep([template, data], from: [output] + (text.map { [$0] } ?? []))
    let bytes = try log.read(template)
    let context = try self.context(log)
    var environment = GrammarFilters.environment(try options.lexicons(log))
    environment.undefined = undefined
    environment.isOutOfTime = limits.clock
    environment.loader = TemplateFolder(of: template, environment, unit: IncludedText())
    let (document, findings, text): ([UInt8]?, [Diagnostic], String)
    do throws(OfficePackageError) {
      (document, findings, text) = try fill(bytes, context, environment)
    } catch {
      throw log.failure(error, file: template)
    }
    log.add(findings)
    guard let document else { throw CommandFailure.findings }
    do throws(FileError) {
      var files = FileSet()
      try files.add(document, as: output)
      if let path = self.text { try files.add(Array(text.utf8), as: path) }
      try files.commit()
    } catch {
      throw log.failure(writing: error)
    }
  }

  /// The filled document and, where it is wanted, its text.
  private func fill(
    _ bytes: [UInt8], _ context: ObjectValue, _ environment: Environment
  ) throws(OfficePackageError) -> ([UInt8]?, [Diagnostic], String) {
    let (compiled, findings) = try DocxTemplate.compile(
      bytes, file: template, environment: environment, usesWordPlaceholders: wordPlaceholders)
    guard let compiled else { return (nil, findings, "") }
    let (document, problems) = try compiled.render(context, isOnly: true)
    guard let document, text != nil else { return (document, findings + problems, "") }
    let package = try OfficePackage(reading: document)
    return (document, findings + problems, try WordDocument(package).plainText())
  }

  private func context(_ log: DiagnosticLog) throws -> ObjectValue {
    let bytes = try log.read(data)
    let folder = DataFolder(of: data)
    let (value, findings) = try log.json(bytes, path: data) { bytes throws(JSONSyntaxError) in
      try TypedValues.value(parsing: bytes, file: data, readFile: folder.read)
    }
    log.add(findings)
    if findings.hasErrors { throw CommandFailure.findings }
    guard case .object(let object) = value else {
      log.add([
        Diagnostic(
          "V103",
          Message(
            kk: "деректер өрістер жиыны {…} болуы керек",
            ru: "данные должны быть набором полей {…}", en: "the data must be an object {…}"),
          at: [Place(file: data)])
      ])
      throw CommandFailure.unreadable
    }
    return object
  }
}
