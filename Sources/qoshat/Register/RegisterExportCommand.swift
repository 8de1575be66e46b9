import ArgumentParser
import Files
import Register

struct RegisterExportCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the register as resources.csv, documents.csv and links.csv.",
    discussion:
      "Importing the files into an empty register gives the same register. A cell that a spreadsheet would run as a formula gets an apostrophe before it, which import takes off again."
  )

  @Argument(help: "The folder to write into; made if it is not there.")
  var folder: String

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let files: [RegisterFile]
    do throws(RegisterError) {
      files = try Register.open(at: options.registerPath).exportedFiles()
    } catch {
      throw log.failure(error)
    }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let paths = files.map { prefix + $0.name }
    try log.keep([options.registerPath], from: paths)
    do throws(FileError) {
      try FileSystem.makeFolder(folder)
      var set = FileSet()
      for (file, path) in zip(files, paths) {
        if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
        try set.add(file.bytes, as: path)
      }
      try set.commit()
    } catch {
      throw log.failure(writing: error)
    }
    StandardStreams.write(paths.map { $0 + "\n" }.joined(), to: .output)
  }
}
