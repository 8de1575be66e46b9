import CivilDates
import GRDB

/// One write inside its transaction.
struct RegisterChange {
  private let database: Database
  private let previous: Int
  private let revision: Int
  private var added: [RecordKind: Int] = [:]
  private var replaced: [RecordKind: Int] = [:]
  private var linksAdded = 0
  private var linksEnded = 0

  init(_ database: Database, _ action: RevisionAction, _ note: RevisionNote) throws {
    self.database = database
    previous = try Register.revision(in: database)
    revision = previous + 1
    try database.execute(
      sql: """
        INSERT INTO revision (number, action, author, reason, recorded_on) VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [revision, action.rawValue, note.author, note.reason, note.recordedOn?.iso])
  }

  /// Whether the register is as it was.
  var isEmpty: Bool { added.isEmpty && replaced.isEmpty && linksAdded + linksEnded == 0 }

  func row(of kind: RecordKind, _ key: String) throws -> Row? {
    try Row.fetchOne(
      database, sql: "SELECT * FROM \(kind.rawValue) WHERE \(kind.keyColumn) = ?",
      arguments: [key])
  }

  func document(_ id: String) throws -> (row: Row, record: DocumentRecord) {
    guard let row = try row(of: .document, id) else { throw RegisterError.notInRegister(id) }
    return (row, try DocumentRecord(row: row))
  }

  /// Adds a record that is not there yet.
  mutating func add(_ entry: RegisterEntry, file: String) throws {
    guard try row(of: entry.kind, entry.key) == nil else {
      throw RegisterError.alreadyInRegister(entry.key)
    }
    try insert(entry, file: file)
  }

  /// Puts a record in the place of the one of its key, which must still have `version` if one is given: a number that was given
  /// stays, and what was withdrawn.
  mutating func supersede(
    _ entry: RegisterEntry, of version: Int? = nil, file: String
  ) throws {
    guard let held = try row(of: entry.kind, entry.key) else {
      throw RegisterError.notInRegister(entry.key)
    }
    if let version, try Register.version(of: entry.kind, held, in: database) != version {
      throw RegisterError.changedMeanwhile(entry.key)
    }
    if case .document(let record, _) = entry {
      let number: String = held["number"]
      guard number.isEmpty || record.number == number else {
        throw RegisterError.numberGiven(number, document: record.id)
      }
      let status: String = held["status"]
      if let from = DocumentStatus(rawValue: status), from.next.isEmpty, record.status != from {
        throw RegisterError.unlawfulStatus(record.id, from: from, to: record.status)
      }
    }
    try replace(held, with: entry, file: file)
  }

  private mutating func insert(_ entry: RegisterEntry, file: String) throws {
    let values = try values(of: entry) + [file, 1, revision]
    let columns = entry.kind.columns + ["file", "line", "revision"]
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try refusing(entry.key) {
      try database.execute(
        sql: "INSERT INTO \(entry.kind.rawValue) (\(Self.list(columns))) VALUES (\(marks))",
        arguments: StatementArguments(values))
    }
    added[entry.kind, default: 0] += 1
    if case .document(let record, let resources) = entry {
      try link(record.id, to: resources)
    }
    // What an import left waiting for this record finds it now.
    let writer = try RegisterWriter(database, revision: revision)
    try writer.resolvePendingLinks()
  }

  private mutating func replace(_ held: Row, with entry: RegisterEntry, file: String) throws {
    let columns = entry.kind.columns
    let values = try values(of: entry)
    let differs = zip(columns, values).contains {
      held[$0] as DatabaseValue != ($1?.databaseValue ?? .null)
    }
    if differs {
      let assignments = (columns + ["file", "line", "revision"]).map { "\"\($0)\" = ?" }
      let id: Int64 = held["id"]
      try refusing(entry.key) {
        try database.execute(
          sql:
            "UPDATE \(entry.kind.rawValue) SET \(assignments.joined(separator: ", ")) WHERE id = ?",
          arguments: StatementArguments(values + [file, 1, revision, id]))
      }
      replaced[entry.kind, default: 0] += 1
    }
    if case .document(let record, let resources) = entry {
      try endLinks(of: record.id, except: resources)
      try link(record.id, to: resources)
    }
  }

  /// Sets some columns of a row and its revision.
  mutating func set(_ values: [String: String], on row: Row, of kind: RecordKind) throws {
    let columns = values.keys.sorted()
    let assignments = columns.map { "\"\($0)\" = ?" } + ["revision = ?"]
    let arguments: [(any DatabaseValueConvertible)?] =
      columns.map { values[$0] } + [revision, row["id"] as Int64]
    try refusing(row[kind.keyColumn]) {
      try database.execute(
        sql: "UPDATE \(kind.rawValue) SET \(assignments.joined(separator: ", ")) WHERE id = ?",
        arguments: StatementArguments(arguments))
    }
    replaced[kind] = 1
  }

  /// Writes the numbers of the revision and returns the one that the register has now.
  func finish() throws -> Int {
    guard !isEmpty else { return previous }
    try database.execute(
      sql: """
        UPDATE revision SET resources_added = ?, resources_replaced = ?, documents_added = ?,
          documents_replaced = ?, links_added = ?
        WHERE number = ?
        """,
      arguments: [
        added[.resource] ?? 0, replaced[.resource] ?? 0, added[.document] ?? 0,
        replaced[.document] ?? 0, linksAdded, revision,
      ])
    return revision
  }

  private func values(
    of entry: RegisterEntry
  ) throws -> [(any DatabaseValueConvertible)?] {
    var values = entry.values
    if case .inquiry(let record) = entry, let reply = record.reply {
      guard let row = try row(of: .document, reply) else {
        throw RegisterError.notInRegister(reply)
      }
      let id: Int64 = row["id"]
      values[values.count - 1] = id
    }
    for case let text as String in values where text.utf8.contains(0) {
      throw RegisterError.zeroCharacter(entry.key)
    }
    return values
  }

  private mutating func link(_ document: String, to resources: [CanonicalURL]) throws {
    for url in resources {
      try database.execute(
        sql: """
          INSERT INTO document_resource (document, resource, revision)
          SELECT document.id, resource.id, :revision FROM document, resource
          WHERE document.external_id = :document AND resource.canonical_url = :url
          ON CONFLICT DO NOTHING
          """,
        arguments: ["revision": revision, "document": document, "url": url.text])
      linksAdded += database.changesCount
      if database.changesCount == 0, try row(of: .resource, url.text) == nil {
        throw RegisterError.notInRegister(url.text)
      }
    }
  }

  private mutating func endLinks(of document: String, except resources: [CanonicalURL]) throws {
    let kept = Set(resources.map(\.text))
    let linked = try Row.fetchAll(
      database,
      sql: """
        SELECT link.document, link.resource, resource.canonical_url FROM document_resource AS link
        JOIN document ON document.id = link.document
        JOIN resource ON resource.id = link.resource
        WHERE document.external_id = ?
        """,
      arguments: [document])
    for row in linked where !kept.contains(row["canonical_url"]) {
      try database.execute(
        sql: "DELETE FROM document_resource WHERE document = ? AND resource = ?",
        arguments: [row["document"] as Int64, row["resource"] as Int64])
      linksEnded += 1
    }
  }

  /// What the schema's own constraints refuse is a contradiction in the record.
  private func refusing(_ key: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw RegisterError.contradiction(key, detail: error.message)
    }
  }

  private static func list(_ columns: [String]) -> String {
    columns.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
