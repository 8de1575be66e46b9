import Glibc

extension FileSystem {
  /// Makes the folder `path` with `files` in it, unless something has its name; returns whether nothing had.
  ///
  /// The files are written into a hidden folder beside it, which takes the name when all of them are complete and on the disk: whatever happens, nobody meets a folder with some of its files.
  public static func makeFolder(
    _ path: String, holding files: [(name: String, bytes: [UInt8])]
  ) throws(FileError) -> Bool {
    guard kind(of: path) == nil else { return false }
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    let hidden = "\(parent).qoshat-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
    guard mkdir(hidden, 0o777) == 0 else { throw error(for: path) }
    var isMade = false
    defer {
      if !isMade {
        for file in files { unlink("\(hidden)/\(file.name)") }
        rmdir(hidden)
      }
    }
    do throws(FileError) {
      var set = FileSet()
      for file in files { try set.add(file.bytes, as: "\(hidden)/\(file.name)") }
      try set.commit()
    } catch {
      // Of the hidden folder the user knows nothing.
      throw FileError(error.code, path, detail: error.detail)
    }
    isMade = Glibc.rename(hidden, path) == 0
    // A rename replaces no folder but an empty one: what took the name meanwhile stays.
    guard isMade || [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno) else { throw error(for: path) }
    try? synchronizeNames(in: parent)
    return isMade
  }
}
