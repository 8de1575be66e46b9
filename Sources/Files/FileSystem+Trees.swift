import CLinux
import Glibc

extension FileSystem {
  /// `RENAME_EXCHANGE`, a macro that does not reach Swift.
  private static let exchanging: UInt32 = 2

  /// Writes a file that nobody looks at before it is known to be complete: without a temporary name, without a sync. One that
  /// fails is removed.
  public static func writeUnsynced(_ bytes: [UInt8], to path: String) throws(FileError) {
    var file = try AppendedFile(path)
    do throws(FileError) {
      try file.append(bytes)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Brings everything that was written to the file system of `folder` to its disk.
  public static func synchronize(_ folder: String) throws(FileError) {
    try synchronize(folder, syncfs)
  }

  /// Brings the names that files have got in `folder` to the disk.
  public static func synchronizeNames(in folder: String) throws(FileError) {
    try synchronize(folder, fsync)
  }

  private static func synchronize(
    _ folder: String, _ call: (Int32) -> Int32
  ) throws(FileError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(for: folder) }
    defer { close(descriptor) }
    guard call(descriptor) == 0 else { throw error(for: folder) }
  }

  /// Removes a file, or a folder with all that is in it; a link is removed, not what it leads to. What cannot be removed stays.
  public static func removeTree(_ path: String) {
    guard isFolder(path) else {
      unlink(path)
      return
    }
    for name in (try? names(in: path)) ?? [] { removeTree("\(path)/\(name)") }
    rmdir(path)
  }

  /// Removes the folders below `folder` in which no file is.
  public static func removeEmptyFolders(in folder: String) {
    let names = (try? unsortedNames(in: folder, foldersOnly: true)) ?? []
    for name in names where isFolder("\(folder)/\(name)") {
      removeEmptyFolders(in: "\(folder)/\(name)")
      rmdir("\(folder)/\(name)")
    }
  }

  /// Removes a folder if nothing is in it.
  public static func removeEmptyFolder(_ path: String) { rmdir(path) }

  /// The paths of all files below a folder, each from there, in the order of their bytes; links are not followed.
  ///
  /// `entered` says of a folder whether to look into it.
  public static func tree(
    _ folder: String, entered: (String) -> Bool = { _ in true }
  ) throws(FileError) -> [String] {
    var files: [String] = []
    var folders = [""]
    while let prefix = folders.popLast() {
      for name in try names(in: prefix.isEmpty ? folder : "\(folder)/\(prefix)") {
        let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
        if !isFolder("\(folder)/\(path)") {
          files.append(path)
        } else if entered(path) {
          folders.append(path)
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Gives `path` the name `name`, and what had it, if anything had, the name `path`: nobody ever finds nothing there.
  public static func exchange(_ path: String, with name: String) throws(FileError) {
    if renameat2(AT_FDCWD, path, AT_FDCWD, name, exchanging) == 0 { return }
    // Not every file system can exchange two names at once.
    guard errno == EINVAL || errno == ENOSYS else { throw error(for: name) }
    let aside = path + ".old"
    guard Glibc.rename(name, aside) == 0, Glibc.rename(path, name) == 0,
      Glibc.rename(aside, path) == 0
    else { throw error(for: name) }
  }

  /// Gives the file or folder at `path` the name `name`, where a file may stand, which is then gone.
  public static func replace(_ name: String, by path: String) throws(FileError) {
    guard Glibc.rename(path, name) == 0 else { throw error(for: name) }
  }

  /// Makes `name` a second name of the file at `path`, or a copy where the file system has no second names.
  public static func addName(_ name: String, to path: String) throws(FileError) {
    if Glibc.link(path, name) == 0 || errno == EEXIST { return }
    guard errno == EPERM || errno == ENOTSUP || errno == EXDEV || errno == EMLINK else {
      throw error(for: name)
    }
    try copy(path, to: name)
  }

  /// Copies the file at `path` to `name`, where nothing may stand that is to be kept; not synced.
  public static func copy(_ path: String, to name: String) throws(FileError) {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw error(for: path) }
    defer { close(source) }
    let target = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard target >= 0 else { throw error(for: name) }
    defer { close(target) }
    while true {
      let count = sendfile(target, source, nil, 1 << 30)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw error(for: name) }
      if count == 0 { return }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
