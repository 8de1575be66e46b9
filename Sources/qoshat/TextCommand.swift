import ArgumentParser
import OfficePackage
import WordprocessingML

struct TextCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print the plain text of any Word document.")

  @Argument(help: "A .docx file.")
  var file: String

  @Option(help: "Tracked changes: accept, reject, or all to show both.")
  var changes = TrackedChanges.accept

  @Option(help: "Tables: a line for each row with tabs between cells, or aligned columns.")
  var tables = TextOptions.Tables.tabs

  @Option(help: "Break lines at this many columns.")
  var width: Int?

  @Flag(help: "Name pictures by their alternative text, in square brackets.")
  var alternativeText = false

  @Flag(help: "Mark the ends of pages that the author set, by a form feed on a line of its own.")
  var pageBreaks = false

  @Flag(help: "Keep soft hyphens.")
  var softHyphens = false

  @Flag(help: "Write no-break spaces and hyphens as plain ones.")
  var plainSpaces = false

  @Flag(help: "Leave out headers and footers.")
  var bodyOnly = false

  @Flag(
    help:
      "Print the properties that its author gave it instead: of a letter, where its figures are from."
  )
  var properties = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let width, !(20...1000).contains(width) {
      throw ValidationError("The width is a number from 20 to 1000.")
    }
  }

  func perform(_ log: DiagnosticLog) throws {
    let bytes = try log.read(file)
    let text: String
    do throws(OfficePackageError) {
      let package = try OfficePackage(reading: bytes)
      text =
        properties
        ? Self.lines(of: try package.customProperties())
        : try WordDocument(package).plainText(form)
    } catch {
      throw log.failure(error, file: file)
    }
    StandardStreams.write(text, to: .output)
  }

  private var form: TextOptions {
    var form = TextOptions()
    form.changes = changes
    form.tables = tables
    form.width = width
    form.hasAlternativeText = alternativeText
    form.hasPageBreaks = pageBreaks
    form.hasSoftHyphens = softHyphens
    form.keepsNoBreak = !plainSpaces
    form.hasMarginals = !bodyOnly
    return form
  }

  /// A line for each property.
  private static func lines(of properties: [CustomProperty]) -> String {
    properties.map { property in
      let value =
        switch property.value {
        case .text(let text): text
        case .integer(let number): String(number)
        case nil: ""
        }
      return TextTable.visible("\(property.name): \(value)") + "\n"
    }.joined()
  }
}
