import Files
import GRDB

/// The case register: resources, the documents that act on them, and the links between the two, in one SQLite file.
///
/// Any number of threads may read while one writes: a reader sees the register as it was when it began.
public final class Register: Sendable {
  /// The file, as the caller named it.
  public let path: String
  let pool: DatabasePool
  let pastStatements = PastStatements()

  /// How long a write waits for another program's, in seconds: as long as a large import takes.
  static let patience: Double = 20

  private init(path: String, pool: DatabasePool) throws {
    self.path = path
    self.pool = pool
    // What was confirmed must be on the disk though the power fails at once: each write waits for the log to be there.
    // Without this only the next copying of the log into the file would see to it.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
  }

  /// Makes an empty register in a file that does not exist yet.
  ///
  /// - Throws: ``RegisterError/Code/alreadyExists``, or what the disk refuses.
  public static func create(at path: String) throws(RegisterError) -> Register {
    guard FileSystem.kind(of: path) == nil else { throw .alreadyExists(path) }
    // SQLite would say of a folder that is missing or closed to us only that it cannot open the file.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    try RegisterError.mapping { () throws(FileError) in
      try FileSystem.checkWritable(folder: folder)
    }
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      try migrator.migrate(pool)
      // Into the file itself, where `open` looks before it lets SQLite touch anything.
      try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      return try Register(path: path, pool: pool)
    } catch {
      for suffix in ["", "-wal", "-shm"] { FileSystem.remove(path + suffix) }
      throw RegisterError(error, path: path)
    }
  }

  /// Opens a register and brings an older one up to date, of which it first leaves a copy beside it.
  ///
  /// A file that is no register is left exactly as it is.
  ///
  /// - Throws: ``RegisterError/Code/missingFile``, ``RegisterError/Code/notADatabase``, ``RegisterError/Code/notARegister``,
  ///   ``RegisterError/Code/newerSchema``, ``RegisterError/Code/damaged``, or what the disk refuses.
  public static func open(at path: String) throws(RegisterError) -> Register {
    try checkHeader(of: path)
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      let (isNewer, isComplete) = try pool.read { database in
        (try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database))
      }
      guard !isNewer else { throw RegisterError.newerSchema(path) }
      if !isComplete {
        try keepCopy(of: pool, path: path)
        try migrate(pool)
      }
      return try Register(path: path, pool: pool)
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  /// Two programs may open an old register at once: who comes second to a change of the tables finds it made, and goes on with the
  /// next one.
  private static func migrate(_ pool: DatabasePool) throws {
    var applied = try pool.read { try migrator.appliedMigrations($0) }
    while true {
      do {
        return try migrator.migrate(pool)
      } catch {
        let now = try pool.read { try migrator.appliedMigrations($0) }
        guard now != applied else { throw error }
        applied = now
      }
    }
  }

  /// The number of the last write; 0 for an empty register.
  public func revision() throws(RegisterError) -> Int {
    try read { try Self.revision(in: $0) }
  }

  /// Looks whether the register's file is there and is a register still: pages that SQLite remembers would hide that it is not.
  ///
  /// - Throws: ``RegisterError/Code/missingFile``, ``RegisterError/Code/notADatabase``, ``RegisterError/Code/notARegister``, or
  ///   what the disk refuses.
  public func checkFile() throws(RegisterError) {
    try Self.checkHeader(of: path)
  }

  /// Refuses to look at the register as it was after a write that never happened.
  func requireKnown(_ revision: Int?) throws(RegisterError) {
    guard let revision else { return }
    try read { _ = try requireKnown(revision, in: $0) }
  }

  /// The same within a snapshot; tells its last write.
  func requireKnown(_ revision: Int, in database: Database) throws -> Int {
    let last = try Self.revision(in: database)
    if !(0...last).contains(revision) {
      throw RegisterError.unknownRevision(path, revision, last: last)
    }
    return last
  }

  static func revision(in database: Database) throws -> Int {
    let statement = try database.cachedStatement(sql: "SELECT max(number) FROM revision")
    return try Int.fetchOne(statement) ?? 0
  }

  /// Runs `body` in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
    do {
      return try pool.read(body)
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  /// Runs `body` in a transaction, which is on the disk when this returns, or undone when it throws.
  func write<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
    do {
      return try pool.write(body)
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    configuration.label = "register"
    configuration.prepareDatabase { $0.add(function: contains) }
    return configuration
  }

  /// Opening a database with a write-ahead log changes its file, hence the look at the first hundred bytes before.
  ///
  /// - Source: SQLite database file format, §1.3: magic string at 0, application id at 68.
  private static func checkHeader(of path: String) throws(RegisterError) {
    switch FileSystem.kind(of: path) {
    case nil: throw .missingFile(path)
    case .file: break
    case .folder, .other: throw .notADatabase(path)
    }
    let header = try RegisterError.mapping { () throws(FileError) in
      try FileSystem.beginning(of: path, count: 100)
    }
    guard header.starts(with: Array("SQLite format 3\0".utf8)), header.count == 100 else {
      throw .notADatabase(path)
    }
    let id = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard id == UInt32(bitPattern: applicationID) else { throw .notARegister(path) }
  }
}
