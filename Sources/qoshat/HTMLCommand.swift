import ArgumentParser
import Files
import OfficePackage
import WordprocessingML

struct HTMLCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "html",
    abstract: "Show any Word document as one HTML file.",
    discussion:
      "The file needs nothing beside it, and nothing in it runs or is loaded from outside."
  )

  @Argument(help: "A .docx file.")
  var file: String

  @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
  var output: String?

  @Option(help: "Tracked changes: accept, reject, or all with marks.")
  var changes: TrackedChanges = .accept

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    if let output { try log.keep([file], from: [output]) }
    let bytes = try log.read(file)
    let page: [UInt8]
    do throws(OfficePackageError) {
      let document = try WordDocument(OfficePackage(reading: bytes))
      page = document.html(HTMLOptions(changes: changes, title: Self.title(of: file)))
    } catch {
      throw log.failure(error, file: file)
    }
    guard let output else {
      StandardStreams.write(String(decoding: page, as: UTF8.self), to: .output)
      return
    }
    do throws(FileError) {
      var files = FileSet()
      try files.add(page, as: output)
      try files.commit()
    } catch {
      throw log.failure(writing: error)
    }
  }

  /// A window with a document bears the name of its file.
  static func title(of file: String) -> String {
    file.split(separator: "/").last.map(String.init) ?? file
  }
}
