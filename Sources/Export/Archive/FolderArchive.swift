public import Files
import OfficePackage

/// One zip file of many files of a folder.
///
/// The same files give the same bytes. Memory is that of the largest file, and a hundred bytes for each.
public enum FolderArchive {
  /// What is compressed already, and would only take time.
  private static let compressed: Set = ["docx", "pdf", "zip", "png"]
  /// How many bytes are written at once.
  private static let chunk = 1 << 20

  /// Writes the archive to `path`, where it appears when it is complete and on the disk.
  ///
  /// - Parameters:
  ///   - files: The paths of the files from the folder, in the order in which they shall stand; each once.
  ///   - folder: The folder.
  ///   - path: Where the archive shall be; a file that is there is replaced.
  /// - Throws: `FileError` of the file that cannot be read, or of `path`.
  public static func write(
    _ files: some Sequence<String>, of folder: String, to path: String
  ) throws(FileError) {
    var set = FileSet()
    try set.add(as: path) { (write) throws(FileError) in
      var archive = ArchiveEncoder()
      var waiting: [UInt8] = []
      for file in files {
        archive.append(try entry(file, of: folder), to: &waiting)
        if waiting.count >= chunk {
          try write(waiting)
          waiting.removeAll(keepingCapacity: true)
        }
      }
      try write(waiting + archive.finish())
    }
    try set.commit()
  }

  private static func entry(
    _ file: String, of folder: String
  ) throws(FileError) -> PackageEntry {
    let bytes = try FileSystem.read("\(folder)/\(file)", limit: .max)
    let ending = file.split(separator: ".").last?.lowercased() ?? ""
    guard !bytes.isEmpty, !compressed.contains(ending) else {
      return PackageEntry(storing: bytes, name: file)
    }
    var writer = EntryWriter()
    writer.write(bytes[...])
    return writer.finish(name: file)
  }
}
