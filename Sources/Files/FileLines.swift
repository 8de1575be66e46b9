import Glibc

/// The lines of a file, one after the other, in bounded memory.
public final class FileLines {
  /// A line, without its line feed.
  public struct Line: Sendable {
    /// Where it begins in the file.
    public let offset: Int
    public let bytes: [UInt8]
    /// Whether a line feed ends it; a writer that was interrupted leaves a last line without one.
    public let isEnded: Bool
  }

  /// A longer line is no text that a program wrote line by line.
  private static let longest = 64 << 20

  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var offset: Int

  /// Opens the file, to read the lines from `offset` on, where one begins.
  public init(of path: String, from offset: Int = 0) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else {
      throw FileSystem.error(for: path)
    }
    self.path = path
    self.offset = offset
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The next line, or `nil` at the end.
  public func next() throws(FileError) -> Line? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer {
          offset += end + 1 - start
          start = end + 1
        }
        return Line(offset: offset, bytes: Array(buffer[start..<end]), isEnded: true)
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      guard buffer.count <= Self.longest else { throw FileError(.tooLarge, path) }
      let chunk = try chunk()
      guard !chunk.isEmpty else { break }
      buffer += chunk
    }
    guard !buffer.isEmpty else { return nil }
    defer {
      offset += buffer.count
      buffer = []
    }
    return Line(offset: offset, bytes: buffer, isEnded: false)
  }

  private func chunk() throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { memory, count in
      var read: Int
      repeat {
        read = Glibc.read(descriptor, memory.baseAddress, memory.count)
      } while read < 0 && errno == EINTR
      failure = read < 0 ? errno : 0
      count = max(read, 0)
    }
    guard failure == 0 else {
      errno = failure
      throw FileSystem.error(for: path)
    }
    return chunk
  }
}
