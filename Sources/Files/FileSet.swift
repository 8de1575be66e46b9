import Glibc

/// Files that are written together: each is complete before any takes its name, and what had that name before stands until then.
///
/// The bytes go to files without a name where the file system has them, so that a process killed at any moment leaves nothing half-written behind; then each is renamed into its place.
public struct FileSet: ~Copyable {
  /// `O_TMPFILE`, a macro that does not reach Swift.
  private static let unnamedFile = 0o20000000 | O_DIRECTORY

  private var staged: [(temporary: String, path: String)] = []

  public init() {}

  deinit { for file in staged { unlink(file.temporary) } }

  /// Writes `bytes` to the disk, still under another name than `path`.
  public mutating func add(_ bytes: [UInt8], as path: String) throws(FileError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let temporary = "\(folder)/.\(name).\(getpid())-\(staged.count).tmp"
    // Left over from a process of the same number that was killed.
    unlink(temporary)
    let unnamed = open(folder, Self.unnamedFile | O_WRONLY | O_CLOEXEC, 0o666)
    let descriptor =
      unnamed >= 0 ? unnamed : open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileSystem.error(for: path) }
    defer { close(descriptor) }
    if unnamed < 0 { staged.append((temporary, path)) }
    try Self.write(bytes, to: descriptor, path)
    guard fsync(descriptor) == 0 else { throw FileSystem.error(for: path) }
    if unnamed >= 0 {
      let link = "/proc/self/fd/\(descriptor)"
      guard linkat(AT_FDCWD, link, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0 else {
        throw FileSystem.error(for: path)
      }
      staged.append((temporary, path))
    }
  }

  /// Gives every file its name, in the order added.
  public consuming func commit() throws(FileError) {
    var folders: Set<String> = []
    while !staged.isEmpty {
      let (temporary, path) = staged[0]
      guard rename(temporary, path) == 0 else { throw FileSystem.error(for: path) }
      staged.removeFirst()
      folders.insert(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
    }
    // The names themselves are on the disk only after their folder is.
    for folder in folders {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      fsync(descriptor)
      close(descriptor)
    }
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(FileError) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileSystem.error(for: path) }
      offset += count
    }
  }
}
