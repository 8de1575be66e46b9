import ArgumentParser
import Diagnostics
import DocxTemplate
import Files
import JSON
import Jinja
import Letters
import OfficePackage

struct FieldsCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "List the data that a template or a letter kind needs.",
    discussion: """
      A line for each field: its name, a question mark where it may be missing, and its kind. \
      What is inside an object or a list's items is indented.
      """)

  @Argument(help: "A template (.docx), or the name of a letter kind.")
  var subject: String

  @Flag(help: "Print a JSON Schema (2020-12) instead.")
  var jsonSchema = false

  @Option(help: "What a missing value does in the template: strict, default or chainable.")
  var undefined: UndefinedMode = .strict

  @Flag(help: "Read the template as `fill --word-placeholders` does.")
  var wordPlaceholders = false

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let isFile = subject.lowercased().hasSuffix(".docx") || FileSystem.kind(of: subject) == .file
    let text =
      isFile
      ? try form(of: try template(log)) : try form(of: try definition(log), log)
    StandardStreams.write(text, to: .output)
  }

  private func template(_ log: DiagnosticLog) throws -> FieldTree {
    let bytes = try log.read(subject)
    var environment = GrammarFilters.environment()
    environment.undefined = undefined
    environment.loader = TemplateFolder(of: subject, environment, unit: IncludedText())
    let (template, findings): (DocxTemplate?, [Diagnostic])
    do throws(OfficePackageError) {
      (template, findings) = try DocxTemplate.compile(
        bytes, file: subject, environment: environment, usesWordPlaceholders: wordPlaceholders)
    } catch {
      throw log.failure(error, file: subject)
    }
    log.add(findings)
    guard let template else { throw CommandFailure.findings }
    return template.fields(filterKinds: GrammarFilters.inputs)
  }

  private func definition(_ log: DiagnosticLog) throws -> KindDefinition {
    let library = options.library
    let result: (definition: KindDefinition?, diagnostics: [Diagnostic])?
    let kinds: [String]
    do throws(FileError) {
      kinds = try library.kinds()
      result = kinds.contains(subject) ? try library.definition(of: subject) : nil
    } catch {
      throw log.failure(reading: error)
    }
    guard let result else { throw log.unknownKind(subject, known: kinds) }
    log.add(result.diagnostics)
    guard let definition = result.definition else { throw CommandFailure.findings }
    return definition
  }

  private func form(of fields: FieldTree) throws -> String {
    jsonSchema ? fields.schema().serialized(indented: true) + "\n" : fields.outline()
  }

  private func form(of definition: KindDefinition, _ log: DiagnosticLog) throws -> String {
    guard jsonSchema else { return definition.outline() }
    do throws(FileError) {
      let language: LetterLanguage = options.language == .ru ? .ru : .kk
      let schema = definition.schema(in: language, reference: try options.library.reference())
      return schema.serialized(indented: true) + "\n"
    } catch {
      throw log.failure(reading: error)
    }
  }
}
