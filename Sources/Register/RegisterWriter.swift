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
    /// The days of its statuses contradict each other.
    case contradicting
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
  /// How the rows of each file are written, by the file's number; nothing for links.
  private let plans: [Plan?]
  private let insertLink: Statement
  private let insertPendingLink: Statement

  init(_ database: Database, revision: Int, files: ImportFiles? = nil) throws {
    self.database = database
    self.revision = revision
    onDifference = files?.options.onDifference ?? .report
    plans = (files?.sources ?? []).map { Plan($0.header) }
    insertLink = try database.makeStatement(
      sql: """
        INSERT INTO document_resource (document, resource, revision)
        SELECT document.id, resource.id, ?3 FROM document CROSS JOIN resource
        WHERE document.external_id = ?1 AND resource.canonical_url = ?2
        ON CONFLICT DO NOTHING
        """)
    insertPendingLink = try database.makeStatement(
      sql: """
        INSERT INTO pending_link (document, canonical_url, revision, file, line)
        SELECT ?1, ?2, ?3, ?4, ?5
        WHERE NOT EXISTS (SELECT 1 FROM document WHERE external_id = ?1)
          OR NOT EXISTS (SELECT 1 FROM resource WHERE canonical_url = ?2)
        ON CONFLICT DO NOTHING
        """)
  }

  func write(_ row: ImportRow, file: String) throws -> Outcome {
    if case .link(let link) = row { return try write(link, file: file) }
    guard let plan = plans[row.origin.file], let entry = row.entry else { return .unchanged }
    let all = entry.values
    var values: [DatabaseValue] = []
    values.reserveCapacity(plan.columns.count)
    for position in plan.positions { values.append(all[position]?.databaseValue ?? .null) }
    for value in [file.databaseValue, row.origin.line.databaseValue, revision.databaseValue] {
      values.append(value)
    }
    do {
      // From the cache, which forgets a statement that failed: SQLite does not let it be used again.
      try database.cachedStatement(sql: plan.insert).execute(arguments: StatementArguments(values))
      guard database.changesCount == 0 else { return .added }
      return try settle(plan, values)
    } catch let error as DatabaseError
      where plan.hasExtra && error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK
    {
      return .contradicting
    }
  }

  /// A link waits until both of its ends are there; ``resolvePendingLinks()`` then makes it one.
  private func write(_ row: LinkRow, file: String) throws -> Outcome {
    try insertLink.execute(arguments: [row.document, row.url.text, revision])
    guard database.changesCount == 0 else { return .added }
    try insertPendingLink.execute(
      arguments: [row.document, row.url.text, revision, file, row.origin.line])
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
    _ plan: Plan, _ values: [DatabaseValue]
  ) throws -> Outcome {
    let (table, columns, identity) = (plan.kind.rawValue, plan.columns, plan.kind.keyColumn)
    // The key is the first column.
    let key = values[0]
    let select = try database.cachedStatement(sql: plan.select)
    guard let held = try Row.fetchOne(select, arguments: [key]) else {
      return .unchanged
    }
    // The last three columns say where the row came from, which is no part of the data.
    let compared = columns.dropLast(Self.originColumns.count)
    let differing = compared.indices.filter { held[$0] as DatabaseValue != values[$0] }
      .map { columns[$0] }
    if differing.isEmpty { return .unchanged }
    guard onDifference == .replace else {
      return .differing(
        columns: differing,
        holder: Holder(
          file: held["file"], line: held["line"], entered: held[plan.shown],
          date: held[plan.date]))
    }
    let assignments = columns.map { "\"\($0)\" = ?" }.joined(separator: ", ")
    let update = try database.cachedStatement(
      sql: "UPDATE \(table) SET \(assignments) WHERE \(identity) = ?")
    do {
      try update.execute(arguments: StatementArguments(values + [key]))
    } catch let error as DatabaseError
      where plan.kind == .document && !plan.hasExtra
      && error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK
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
    (row.entry?.values ?? []).map { $0?.databaseValue ?? .null }
  }

  /// The columns in which two rows of one table differ.
  static func differences(between one: ImportRow, and other: ImportRow) -> [String] {
    zip(one.entry?.kind.columns ?? [], zip(values(of: one), values(of: other)))
      .filter { $0.1.0 != $0.1.1 }
      .map(\.0)
  }

  private static let originColumns = ["file", "line", "revision"]

  /// How rows with the columns of one file are written.
  private struct Plan {
    let kind: RecordKind
    /// The columns written, the key first, those of the origin last.
    let columns: [String]
    /// Where their values stand among all of a record's.
    let positions: [Int]
    /// Whether the file has columns of which the tables know more than the row itself.
    let hasExtra: Bool
    /// The statement that adds a row unless the key is there.
    let insert: String
    /// The statement that fetches the row of a key.
    let select: String

    /// What people know the row by, and the day that tells which was first.
    var shown: String { kind == .resource ? "url" : "external_id" }
    var date: String { kind == .resource ? "entered_at" : "prepared_at" }

    init?(_ header: TableHeader) {
      switch header.table {
      case .resources: kind = .resource
      case .documents: kind = .document
      case .links: return nil
      }
      let absent = Set(header.table.extra).subtracting(header.extra)
      let all = kind.columns
      positions = all.indices.filter { !absent.contains(all[$0]) }
      columns = positions.map { all[$0] } + RegisterWriter.originColumns
      hasExtra = !header.extra.isEmpty
      insert = RegisterWriter.insert(into: kind.rawValue, columns, key: kind.keyColumn)
      select =
        "SELECT \(RegisterWriter.list(columns)) FROM \(kind.rawValue) WHERE \(kind.keyColumn) = ?"
    }
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
