#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few calls that the register makes to the system, with its errors for their failures.
enum FileSystem {
  enum Kind { case file, folder, other }

  /// What stands at `path`, or `nil` if nothing does or it cannot be seen.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Reads a regular file; one longer than `limit` bytes is an error, unless only its beginning is wanted.
  static func read(
    _ path: String, limit: Int, isWhole: Bool = true
  ) throws(RegisterError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(for: path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(limit, 1 << 16))
    while bytes.count < limit {
      let count = chunk.withUnsafeMutableBytes { buffer in
        Self.read(descriptor, into: buffer)
      }
      guard count >= 0 else { throw error(for: path) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
    if isWhole { throw .tooLarge(path) }
    return bytes.count > limit ? Array(bytes[..<limit]) : bytes
  }

  private static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(RegisterError) -> [String] {
    guard let stream = opendir(folder) else { throw error(for: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Tells a folder that is missing or closed to us from whatever SQLite would say about a file in it.
  static func checkFolder(of path: String) throws(RegisterError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? "."
    guard kind(of: folder) == .folder else { throw .missingFile(folder) }
    guard access(folder, W_OK | X_OK) == 0 else { throw error(for: folder) }
  }

  static func remove(_ path: String) {
    unlink(path)
  }

  private static func error(for path: String) -> RegisterError {
    let code = errno
    let detail = String(cString: strerror(code))
    return switch code {
    case ENOENT, ENOTDIR: .missingFile(path)
    case EACCES, EPERM, EROFS: .permission(path, detail: detail)
    case ENOSPC, EDQUOT: .diskFull(path, detail: detail)
    default: .inputOutput(path, detail: detail)
    }
  }
}
