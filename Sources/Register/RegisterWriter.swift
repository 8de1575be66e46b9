import CivilDates
import GRDB

/// Writes rows inside one transaction, with statements prepared once.
struct RegisterWriter {
  /// What became of a row.
  enum Outcome {
    case added
    case replaced
    case unchanged
    /// The register has other data: which columns differ, and the row that holds them.
    case differing(columns: [String], holder: Holder)
  }

  /// The row by which the register came to what it holds.
  struct Holder {
    var file: String
    var line: Int
    /// The address or id as it was entered.
    var entered: String
    /// The day of entry or preparation.
    var date: String
  }

  private let database: Database
  private let revision: Int
  private let onDifference: ImportOptions.Difference
  private let insertResource: Statement
  private let insertDocument: Statement
  private let insertLink: Statement

  init(_ database: Database, revision: Int, onDifference: ImportOptions.Difference) throws {
    self.database = database
    self.revision = revision
    self.onDifference = onDifference
    insertResource = try database.makeStatement(
      sql: Self.insert(into: "resource", Self.resourceColumns, key: "canonical_url"))
    insertDocument = try database.makeStatement(
      sql: Self.insert(into: "document", Self.documentColumns, key: "external_id"))
    insertLink = try database.makeStatement(
      sql: """
        INSERT INTO pending_link (document, canonical_url, file, line, revision)
        SELECT :document, :url, :file, :line, :revision
        WHERE NOT EXISTS (
          SELECT 1 FROM document_resource AS link
          JOIN document ON document.id = link.document
          JOIN resource ON resource.id = link.resource
          WHERE document.external_id = :document AND resource.canonical_url = :url)
        ON CONFLICT DO NOTHING
        """)
  }

  func write(_ row: ResourceRow, file: String) throws -> Outcome {
    let values = Self.values(of: row.record) + [file, row.origin.line, revision]
    try insertResource.execute(arguments: StatementArguments(values))
    guard database.changesCount == 0 else { return .added }
    return try settle(
      table: "resource", columns: Self.resourceColumns, values: values,
      identity: "canonical_url", shown: "url", date: "entered_at")
  }

  func write(_ row: DocumentRow, file: String) throws -> Outcome {
    let values = Self.values(of: row.record) + [file, row.origin.line, revision]
    try insertDocument.execute(arguments: StatementArguments(values))
    guard database.changesCount == 0 else { return .added }
    return try settle(
      table: "document", columns: Self.documentColumns, values: values,
      identity: "external_id", shown: "external_id", date: "prepared_at")
  }

  /// A link waits until both of its ends are there; ``resolvePendingLinks()`` then makes it one.
  func write(_ row: LinkRow, file: String) throws -> Outcome {
    try insertLink.execute(arguments: [
      "document": row.document, "url": row.url.text, "file": file, "line": row.origin.line,
      "revision": revision,
    ])
    return database.changesCount == 0 ? .unchanged : .added
  }

  func resolvePendingLinks() throws {
    try database.execute(
      sql: """
        INSERT INTO document_resource (document, resource, revision)
        SELECT document.id, resource.id, :revision FROM pending_link AS link
        JOIN document ON document.external_id = link.document
        JOIN resource ON resource.canonical_url = link.canonical_url
        WHERE true
        ON CONFLICT DO NOTHING;

        DELETE FROM pending_link
        WHERE EXISTS (SELECT 1 FROM document WHERE external_id = pending_link.document)
          AND EXISTS (SELECT 1 FROM resource WHERE canonical_url = pending_link.canonical_url);
        """,
      arguments: ["revision": revision])
  }

  /// Compares the row that the register holds with the one offered.
  private func settle(
    table: String, columns: [String], values: [(any DatabaseValueConvertible)?],
    identity: String, shown: String, date: String
  ) throws -> Outcome {
    guard let position = columns.firstIndex(of: identity) else { return .unchanged }
    let key = values[position]
    let select = try database.cachedStatement(
      sql: "SELECT \(Self.list(columns)) FROM \(table) WHERE \(identity) = ?")
    guard let held = try Row.fetchOne(select, arguments: [key]) else {
      return .unchanged
    }
    // The last three columns say where the row came from, which is no part of the data.
    let compared = columns.dropLast(Self.originColumns.count)
    let differing = zip(compared, values)
      .filter { held[$0] as DatabaseValue != ($1?.databaseValue ?? .null) }
      .map(\.0)
    if differing.isEmpty { return .unchanged }
    guard onDifference == .replace else {
      return .differing(
        columns: differing,
        holder: Holder(
          file: held["file"], line: held["line"], entered: held[shown], date: held[date]))
    }
    let assignments = columns.map { "\"\($0)\" = ?" }.joined(separator: ", ")
    let update = try database.cachedStatement(
      sql: "UPDATE \(table) SET \(assignments) WHERE \(identity) = ?")
    do {
      try update.execute(arguments: StatementArguments(values + [key]))
    } catch let error as DatabaseError
      where table == "document" && error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK
    {
      // The file knows better than the days noted before it: those that it contradicts cannot stay.
      let others = DocumentStatus.allCases.map(\.dateColumn).filter { !columns.contains($0) }
      let clearing = others.map { ", \($0) = NULL" }.joined()
      try database.execute(
        sql: "UPDATE \(table) SET \(assignments)\(clearing), deadline = NULL WHERE \(identity) = ?",
        arguments: StatementArguments(values + [key]))
    }
    return .replaced
  }

  /// What is compared of a row: all but where it came from.
  static func values(of row: ImportRow) -> [DatabaseValue] {
    let values: [(any DatabaseValueConvertible)?] =
      switch row {
      case .resource(let row): values(of: row.record)
      case .document(let row): values(of: row.record)
      case .link(let row): [row.document, row.url.text]
      }
    return values.map { $0?.databaseValue ?? .null }
  }

  /// The columns in which two rows of one table differ.
  static func differences(between one: ImportRow, and other: ImportRow) -> [String] {
    let columns =
      if case .document = one { documentColumns } else { resourceColumns }
    return zip(columns, zip(values(of: one), values(of: other)))
      .filter { $0.1.0 != $0.1.1 }
      .map(\.0)
  }

  private static let originColumns = ["file", "line", "revision"]

  private static let resourceColumns =
    ["canonical_url", "host"] + ResourceCard.columns
    + ["entered_at", "body", "channel", "platform"] + originColumns

  private static let documentColumns =
    [
      "external_id", "kind", "status", "prepared_at", "sent_at", "number", "addressee", "case_file",
      "case_data",
    ] + originColumns

  private static func values(of record: ResourceRecord) -> [(any DatabaseValueConvertible)?] {
    [record.canonicalURL.text, record.canonicalURL.host] + record.card.values
      + [
        record.enteredAt.iso, record.body, record.channel.rawValue, record.platform?.rawValue,
      ]
  }

  private static func values(of record: DocumentRecord) -> [(any DatabaseValueConvertible)?] {
    [
      record.id, record.kind.rawValue, record.status.rawValue, record.preparedAt.iso,
      record.sentAt?.iso, record.number, record.addressee, record.caseFile, record.caseData,
    ]
  }

  private static func insert(into table: String, _ columns: [String], key: String) -> String {
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return
      "INSERT INTO \(table) (\(list(columns))) VALUES (\(marks)) ON CONFLICT (\(key)) DO NOTHING"
  }

  private static func list(_ columns: [String]) -> String {
    columns.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
