import ArgumentParser
import OfficePackage
import WordprocessingML

struct TextCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print the plain text of any Word document.")

  @Argument(help: "A .docx file.")
  var file: String

  @Flag(
    help:
      "Print the properties that its author gave it instead: of a letter, where its figures are from."
  )
  var properties = false

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let bytes = try log.read(file)
    let text: String
    do throws(OfficePackageError) {
      let package = try OfficePackage(reading: bytes)
      text =
        properties
        ? Self.lines(of: try package.customProperties()) : try WordDocument(package).plainText()
    } catch {
      throw log.failure(error, file: file)
    }
    StandardStreams.write(text, to: .output)
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
