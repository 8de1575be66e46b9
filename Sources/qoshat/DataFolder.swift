import DocxTemplate
import Files

/// The folder that data lie in: what they name by a path is read from there and from nowhere else.
struct DataFolder: Sendable {
  /// The largest file that is read.
  private static let limit = 64 << 20

  private let path: String

  /// The folder of the file at `path`; the current one for standard input.
  init(of path: String) {
    guard path != "-", let slash = path.lastIndex(of: "/") else {
      self.path = "."
      return
    }
    self.path = slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The bytes of a file in the folder or below it.
  ///
  /// A path that begins at the root or leads upwards is refused, and a link that leads out.
  func read(_ name: String) throws(TypedValues.FileRefusal) -> [UInt8] {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.hasPrefix("/"), !steps.contains(".."), !name.utf8.contains(0) else {
      throw .outside
    }
    let full = path + "/" + name
    guard let folder = FileSystem.resolved(path), let file = FileSystem.resolved(full) else {
      throw .missing
    }
    guard file.hasPrefix(folder == "/" ? "/" : folder + "/") else { throw .outside }
    // What is no file could be endless, or wait for ever.
    guard FileSystem.kind(of: file) == .file else { throw .unreadable }
    do throws(FileError) {
      return try FileSystem.read(file, limit: Self.limit)
    } catch {
      throw error.code == .tooLarge ? .tooLarge : .unreadable
    }
  }
}
