import Glibc

/// Says that one process at a time works in a folder; who dies without saying so leaves no lock behind.
public struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock whose file is `path`; `nil` if another process holds it.
  public static func take(_ path: String) throws(FileError) -> FolderLock? {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw FileSystem.error(for: path) }
      while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        if errno == EINTR { continue }
        let error = errno == EWOULDBLOCK ? nil : FileSystem.error(for: path)
        close(descriptor)
        if let error { throw error }
        return nil
      }
      // Who held it before may have removed the file meanwhile: then another has made a new one, or will.
      var own = stat()
      var there = stat()
      if fstat(descriptor, &own) == 0, stat(path, &there) == 0, own.st_ino == there.st_ino {
        return FolderLock(descriptor: descriptor)
      }
      close(descriptor)
    }
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
