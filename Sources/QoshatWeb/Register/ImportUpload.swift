import Files
import Register

/// Files that came from a browser to be imported, kept on the disk until they are.
struct ImportUpload: Sendable {
  /// The names as the user has them, in the order of the files on the disk.
  private let names: [String]
  private let folder: String
  let options: ImportOptions

  /// Keeps `files` in `folder`, under numbers: what somebody calls a file is nothing to go by.
  init(_ files: [FormFields.File], in folder: String, options: ImportOptions) throws(FileError) {
    names = files.map(\.name)
    self.folder = folder
    self.options = options
    for (index, file) in files.enumerated() {
      try FileSystem.writeUnsynced(file.bytes, to: "\(folder)/\(index)")
    }
  }

  /// The files again.
  func files() throws(FileError) -> [RegisterFile] {
    var files: [RegisterFile] = []
    for (index, name) in names.enumerated() {
      files.append(RegisterFile(name: name, bytes: try FileSystem.read("\(folder)/\(index)")))
    }
    return RegisterFile.filed(files)
  }

  /// Whether the files are still there: after an import they are not.
  var isKept: Bool { FileSystem.kind(of: "\(folder)/0") == .file }

  func remove() { FileSystem.removeTree(folder) }
}
