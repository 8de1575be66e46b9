import Glibc

/// Reading files and looking at folders: the few calls to the system that the rim of the program needs.
public enum FileSystem {
  public enum Kind: Sendable {
    case file, folder, other
  }

  /// What stands at `path`, or `nil` if nothing does or it cannot be seen.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Whether both paths lead to one file, by whatever names and links.
  public static func areSame(_ first: String, _ second: String) -> Bool {
    var one = stat()
    var other = stat()
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// The bytes of a file; those of standard input for `-`.
  public static func read(_ path: String, limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
    if path != "-" {
      guard let kind = kind(of: path) else { throw error(for: path) }
      guard kind != .folder else { throw FileError(.notAFile, path) }
    }
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(for: path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw error(for: path) }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { throw FileError(.tooLarge, path) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// The names in a folder, in the order of their bytes.
  public static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw error(for: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes the folder and those above it that are missing.
  public static func makeFolder(_ path: String) throws(FileError) {
    if let kind = kind(of: path) {
      guard kind == .folder else { throw FileError(.notAFolder, path) }
      return
    }
    if let slash = path.dropLast().lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw error(for: path) }
  }

  static func error(for path: String) -> FileError {
    let code = errno
    let detail = String(cString: strerror(code))
    return switch code {
    case ENOENT: FileError(.missing, path)
    case ENOTDIR: FileError(.notAFolder, path)
    case EACCES, EPERM, EROFS: FileError(.forbidden, path, detail: detail)
    case ENOSPC, EDQUOT: FileError(.diskFull, path, detail: detail)
    default: FileError(.failed, path, detail: detail)
    }
  }
}
