import ArgumentParser
import OfficePackage
import WordprocessingML

struct TextCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print the plain text of any Word document.")

  @Argument(help: "A .docx file.")
  var file: String

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let bytes = try log.read(file)
    let text: String
    do throws(OfficePackageError) {
      text = try WordDocument(try OfficePackage(reading: bytes)).plainText()
    } catch {
      throw log.failure(error, file: file)
    }
    StandardStreams.write(text, to: .output)
  }
}
