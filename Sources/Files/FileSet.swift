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
  ///
  /// A link is followed, so that the file behind it is the one replaced, with the permissions that it had; a device or folder is refused.
  public mutating func add(_ bytes: [UInt8], as path: String) throws(FileError) {
    try add(as: path) { (write) throws(FileError) in try write(bytes) }
  }

  /// Takes the bytes of a file that is too large for the memory: `fill` is given what writes a piece of it to the disk.
  public mutating func add(
    as path: String,
    _ fill: (_ write: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) {
    let target = Self.resolved(path)
    if let kind = FileSystem.kind(of: target) {
      guard kind == .file else { throw FileError(.notAFile, path) }
    } else if errno != ENOENT {
      // Such as a name too long: found out now, before any other file has taken its name.
      throw FileSystem.error(for: path)
    }
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    // Not made from the file's name, which may be as long as names can be, nor from the number of the process, which
    // another machine or container may have too.
    let temporary = "\(folder)/.qoshat-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
    let unnamed = open(folder, Self.unnamedFile | O_WRONLY | O_CLOEXEC, 0o666)
    let descriptor =
      unnamed >= 0 ? unnamed : open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileSystem.error(for: path) }
    defer { close(descriptor) }
    if unnamed < 0 { staged.append((temporary, target)) }
    if let permissions = FileSystem.permissions(of: target) { fchmod(descriptor, permissions) }
    try fill { (bytes) throws(FileError) in try Self.write(bytes, to: descriptor, path) }
    guard fsync(descriptor) == 0 else { throw FileSystem.error(for: path) }
    if unnamed >= 0 {
      let link = "/proc/self/fd/\(descriptor)"
      guard linkat(AT_FDCWD, link, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0 else {
        throw FileSystem.error(for: path)
      }
      staged.append((temporary, target))
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
    for folder in folders { try? FileSystem.synchronizeNames(in: folder) }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
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
