import Glibc

extension FileSystem {
  /// Where the system keeps what is needed for a while.
  public static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }

  /// Makes an empty folder with a name that nothing has, which begins with `path`.
  public static func makeUniqueFolder(beginning path: String) throws(FileError) -> String {
    var template = Array("\(path)XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw error(for: path) }
    return String(cString: made)
  }
}
