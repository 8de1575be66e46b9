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

  /// How many bytes the file at `path` has, or `nil` if there is none.
  public static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// What is another as soon as somebody writes the file or puts another in its place; `nil` if there is none.
  public static func stamp(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let time = status.st_mtim
    return "\(status.st_ino).\(status.st_size).\(time.tv_sec).\(time.tv_nsec)"
  }

  /// Who may read and write the file at `path`, or `nil` if there is none.
  static func permissions(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  /// Whether both paths lead to one file, by whatever names and links.
  public static func areSame(_ first: String, _ second: String) -> Bool {
    var one = stat()
    var other = stat()
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// The path from the root with every link followed, or `nil` if nothing stands there.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
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
    let bytes = try bytes(of: descriptor, path, atMost: limit == .max ? limit : limit + 1)
    guard bytes.count <= limit else { throw FileError(.tooLarge, path) }
    return bytes
  }

  /// The first `count` bytes of a file, or all of a shorter one.
  public static func beginning(of path: String, count: Int) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(for: path) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, path, atMost: count)
  }

  private static func bytes(
    of descriptor: Int32, _ path: String, atMost limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    // What grows by doubling is there twice for a while.
    var status = stat()
    if fstat(descriptor, &status) == 0 { bytes.reserveCapacity(min(Int(status.st_size), limit)) }
    try read(descriptor, path, atMost: limit) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands the bytes of a file to `take` piece by piece, so that its size costs no memory.
  public static func read(
    _ path: String, _ take: (UnsafeRawBufferPointer) -> Void
  ) throws(FileError) {
    guard kind(of: path) != .folder else { throw FileError(.notAFile, path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(for: path) }
    defer { close(descriptor) }
    try read(descriptor, path, atMost: .max, take)
  }

  private static func read(
    _ descriptor: Int32, _ path: String, atMost limit: Int,
    _ take: (UnsafeRawBufferPointer) -> Void
  ) throws(FileError) {
    // Not set to zero first, which takes longer than reading a small file.
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: min(limit, 1 << 18), alignment: 1)
    defer { chunk.deallocate() }
    var rest = limit
    while rest > 0 {
      let count = Glibc.read(descriptor, chunk.baseAddress, min(chunk.count, rest))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw error(for: path) }
      guard count > 0 else { break }
      rest -= count
      take(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
  }

  /// The names in a folder, in the order of their bytes.
  public static func names(in folder: String) throws(FileError) -> [String] {
    try unsortedNames(in: folder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names in a folder, in no order; or only those of what may be a folder, as far as its file system tells.
  static func unsortedNames(
    in folder: String, foldersOnly: Bool = false
  ) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw error(for: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let type = Int(entry.pointee.d_type)
      guard !foldersOnly || type == Int(DT_DIR) || type == Int(DT_UNKNOWN) else { continue }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The files that lie in a folder itself, with their contents, in the order of their names; hidden ones are left out, and what Word keeps beside a document that is open.
  public static func files(
    in folder: String
  ) throws(FileError) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for name in try names(in: folder) where !name.hasPrefix(".") && !name.hasPrefix("~$") {
      let path = "\(folder)/\(name)"
      if kind(of: path) == .file { files.append((name, try read(path))) }
    }
    return files
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

  /// Throws unless files may be made in the folder; a folder that is not there is an error too.
  public static func checkWritable(folder: String) throws(FileError) {
    guard let kind = kind(of: folder) else { throw error(for: folder) }
    guard kind == .folder else { throw FileError(.notAFolder, folder) }
    guard access(folder, W_OK | X_OK) == 0 else { throw error(for: folder) }
  }

  /// Removes a file, if there is one.
  public static func remove(_ path: String) {
    unlink(path)
  }

  /// Gives the file at `path` the name `name` unless something has it; returns whether nothing had.
  ///
  /// Of two programs that want the same name one gets it, and what was there is never replaced.
  public static func rename(_ path: String, to name: String) throws(FileError) -> Bool {
    // A hard link fails where the name is taken, which a rename would not.
    if link(path, name) == 0 {
      unlink(path)
      return true
    }
    if errno == EEXIST { return false }
    // Not every file system has hard links.
    guard errno == EPERM || errno == ENOTSUP || errno == EMLINK else { throw error(for: name) }
    guard kind(of: name) == nil else { return false }
    guard Glibc.rename(path, name) == 0 else { throw error(for: name) }
    return true
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
