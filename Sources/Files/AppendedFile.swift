import Glibc

/// A file to which whole pieces are appended, and of which any piece can be read again.
///
/// A piece that could not be written whole is taken back, so that the next one does not stand behind a torn one.
public struct AppendedFile: ~Copyable {
  public let path: String
  private let descriptor: Int32
  /// How many bytes it has.
  public private(set) var count: Int

  /// Opens the file, makes it if it is not there, cuts it after its first `count` bytes, and appends `bytes`.
  public init(
    _ path: String, keeping count: Int = 0, adding bytes: [UInt8] = []
  ) throws(FileError) {
    self.path = path
    self.count = count
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileSystem.error(for: path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0,
      // ext4 waits for the disk when a file is closed that was cut to nothing, even one that was empty before.
      status.st_size == count || ftruncate(descriptor, off_t(count)) == 0
    else { throw FileSystem.error(for: path) }
    if !bytes.isEmpty { try append(bytes) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends `bytes`, and tells where they begin.
  @discardableResult
  public mutating func append(_ bytes: [UInt8]) throws(FileError) -> Int {
    let start = count
    var written = 0
    while written < bytes.count {
      let result = bytes.withUnsafeBytes {
        pwrite(
          descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written,
          off_t(start + written))
      }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else {
        let error = FileSystem.error(for: path)
        ftruncate(descriptor, off_t(start))
        throw error
      }
      written += result
    }
    count += bytes.count
    return start
  }

  /// The bytes of a piece.
  public func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    try FileSystem.bytes(of: descriptor, path, at: offset, count: count)
  }
}
