import ArgumentParser
import OfficePackage
import WordprocessingML

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print the plain text of any Word document.")

  @Argument(help: "A .docx file.")
  var file: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let bytes = try options.read(file)
    let text: String
    do throws(OfficePackageError) {
      text = try WordDocument(try OfficePackage(reading: bytes)).plainText()
    } catch {
      throw options.failure(error, file: file)
    }
    StandardStreams.write(text, to: .output)
  }
}
