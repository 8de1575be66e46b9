import Files

/// Moves the files of an export from where they were made to where they belong.
///
/// A folder that is new takes its name at once. Where there is one already, a whole new folder is put together, with the files
/// that stay as further names of the same, and exchanged for the old one in one step.
struct Publication {
  let folder: String
  let staged: String
  /// The files that belonged to the export before and do no longer.
  let obsolete: Set<String>

  func publish() throws(FileError) {
    guard FileSystem.kind(of: staged) == .folder else { return try removeObsolete() }
    for name in try FileSystem.names(in: staged) {
      let (source, target) = ("\(staged)/\(name)", "\(folder)/\(name)")
      switch (FileSystem.kind(of: source), FileSystem.kind(of: target)) {
      case (.folder, .folder): try exchange(name)
      default: try FileSystem.replace(target, by: source)
      }
    }
    try removeObsolete()
  }

  private func exchange(_ name: String) throws(FileError) {
    let (source, target) = ("\(staged)/\(name)", "\(folder)/\(name)")
    for file in try FileSystem.tree(target) where !obsolete.contains("\(name)/\(file)") {
      let copy = "\(source)/\(file)"
      guard FileSystem.kind(of: copy) == nil else { continue }
      if let slash = copy.lastIndex(of: "/") {
        try FileSystem.makeFolder(String(copy[..<slash]))
      }
      try FileSystem.addName(copy, to: "\(target)/\(file)")
    }
    try FileSystem.exchange(source, with: target)
    FileSystem.removeTree(source)
  }

  private func removeObsolete() throws(FileError) {
    for file in obsolete {
      FileSystem.remove("\(folder)/\(file)")
      var path = file[...]
      while let slash = path.lastIndex(of: "/") {
        path = path[..<slash]
        FileSystem.removeEmptyFolder("\(folder)/\(path)")
      }
    }
  }
}
