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

  /// Removes the file or folder `path` with all that is in it; a link is removed and not followed.
  public static func removeAll(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in (try? names(in: path)) ?? [] { removeAll("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Gives the file at `path` the second name `name`; where the file system has no such names, it is copied.
  public static func duplicate(_ path: String, as name: String) throws(FileError) {
    if Glibc.link(path, name) == 0 { return }
    let bytes = try read(path, limit: .max)
    var copy = FileSet()
    try copy.add(bytes, as: name)
    try copy.commit()
  }
}
