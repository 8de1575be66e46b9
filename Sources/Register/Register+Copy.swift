import Files
import GRDB

extension Register {
  /// Copies the register into a new file, as it is at one moment, while others go on writing.
  ///
  /// The copy appears under its name only when it is whole.
  ///
  /// - Throws: ``RegisterError/Code/alreadyExists``, or what the disk refuses.
  /// - Complexity: O(size of the file).
  public func backup(to path: String) throws(RegisterError) {
    do {
      guard try Self.copy(pool, to: path) else { throw RegisterError.alreadyExists(path) }
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  /// Leaves `register.before-5.sqlite` beside a register that is about to be changed to the tables of version 5.
  ///
  /// A copy from an earlier attempt is kept, and the new one numbered.
  static func keepCopy(of pool: DatabasePool, path: String) throws {
    let stem = path.hasSuffix(".sqlite") ? String(path.dropLast(".sqlite".count)) : path
    let name = "\(stem).before-\(migrator.migrations.count)"
    var attempt = 1
    while try !copy(pool, to: attempt == 1 ? "\(name).sqlite" : "\(name)-\(attempt).sqlite") {
      attempt += 1
    }
  }

  /// Returns `false` if there is a file of that name, which stays as it is.
  private static func copy(_ pool: DatabasePool, to path: String) throws -> Bool {
    guard FileSystem.kind(of: path) == nil else { return false }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    try RegisterError.mapping { () throws(FileError) in
      try FileSystem.checkWritable(folder: folder)
    }
    let unfinished = "\(path).\(UInt32.random(in: 0 ... .max)).unfinished"
    defer {
      for suffix in ["", "-journal", "-wal", "-shm"] { FileSystem.remove(unfinished + suffix) }
    }
    do {
      let queue = try DatabaseQueue(path: unfinished)
      try pool.backup(to: queue)
      try queue.close()
    }
    return try RegisterError.mapping { () throws(FileError) in
      try FileSystem.rename(unfinished, to: path)
    }
  }
}
