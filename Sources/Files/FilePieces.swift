import Glibc

/// A file of which pieces are read, in any order and by any number of threads.
public final class FilePieces: Sendable {
  private let path: String
  private let descriptor: Int32

  public init(of path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystem.error(for: path) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The bytes of a piece.
  public func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    try FileSystem.bytes(of: descriptor, path, at: offset, count: count)
  }
}

extension FileSystem {
  /// `count` bytes of an open file, from `offset` on.
  static func bytes(
    of descriptor: Int32, _ path: String, at offset: Int, count: Int
  ) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var read = 0
    while read < count {
      let result = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress?.advanced(by: read), count - read, off_t(offset + read))
      }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else { throw error(for: path) }
      read += result
    }
    return bytes
  }
}
