import Foundation

/// Writes the hostile documents into a folder, for programs that measure or look at them.
///
/// Prints a line for each: its name, and the rule that must refuse it, or `read`.
@main struct HostileDocumentsCommand {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: HostileDocuments FOLDER")
      exit(2)
    }
    let folder = URL(fileURLWithPath: CommandLine.arguments[1])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for document in HostileDocument.refused + HostileDocument.read() {
      let bytes = Data(document.bytes())
      try bytes.write(to: folder.appendingPathComponent(document.name + ".docx"))
      switch document.outcome {
      case .refused(let rule, _, _): print("\(document.name)\t\(rule)")
      case .read: print("\(document.name)\tread")
      }
    }
  }
}
