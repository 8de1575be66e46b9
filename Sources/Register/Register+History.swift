public import CivilDates
import GRDB

/// One write of the register.
public struct Revision: Hashable, Sendable {
  /// From 1, without gaps.
  public let number: Int
  /// What the write was for.
  public let action: RevisionAction
  /// Who wrote; empty if nobody was named.
  public let author: String
  /// Why; empty if no reason was given.
  public let reason: String
  /// The day of the write, if it was told.
  public let recordedOn: CivilDate?
  /// The moment of the write by the machine's clock, UTC, `2021-12-20T09:30:00Z`; `nil` for writes older than this column.
  public let recordedAt: String?
  /// New resources.
  public let resourcesAdded: Int
  /// Resources whose data were replaced.
  public let resourcesReplaced: Int
  /// New documents.
  public let documentsAdded: Int
  /// Documents whose data were replaced.
  public let documentsReplaced: Int
  /// New links, waiting ones among them.
  public let linksAdded: Int
  /// The tables that were imported, in their order.
  public let files: [String]

  fileprivate init(row: Row, files: [String]) {
    let recordedOn: String? = row["recorded_on"]
    let action: String = row["action"]
    number = row["number"]
    // The schema takes no other words; a register of a newer schema is not opened.
    self.action = RevisionAction(rawValue: action) ?? .edit
    author = row["author"]
    reason = row["reason"]
    self.recordedOn = recordedOn.flatMap { CivilDate(iso: $0) }
    recordedAt = row["recorded_at"]
    resourcesAdded = row["resources_added"]
    resourcesReplaced = row["resources_replaced"]
    documentsAdded = row["documents_added"]
    documentsReplaced = row["documents_replaced"]
    linksAdded = row["links_added"]
    self.files = files
  }
}

/// What one write did to one record.
public struct RecordVersion: Hashable, Sendable {
  /// A column with another value than before.
  public struct Change: Hashable, Sendable {
    /// The column's name in files; `resource` for a link that was made or ended.
    public let column: String
    /// The former value; `nil` if there was none.
    public let before: String?
    /// The new value; `nil` if there is none any more.
    public let after: String?
  }

  /// The write.
  public let revision: Revision
  /// What it changed, in the order of the columns; for a new record every column that is not empty.
  public let changes: [Change]
}

extension Register {
  /// Every write so far, oldest first; an import that changed nothing is none.
  public func history() throws(RegisterError) -> [Revision] {
    try read { try Self.revisions(in: $0) }
  }

  /// What was written about a record, oldest first; nothing for an unknown one.
  ///
  /// A column that was not kept at the time shows no change.
  ///
  /// - Complexity: O(versions of the record + revisions that touched it).
  public func versions(of entry: RegisterEntry) throws(RegisterError) -> [RecordVersion] {
    let kind = entry.kind
    return try read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT * FROM \(kind.rawValue) WHERE \(kind.keyColumn) = ?",
          arguments: [entry.key])
      else { return [] }
      let id: Int64 = row["id"]
      let past = try Row.fetchAll(
        database, sql: "SELECT * FROM \(kind.rawValue)_past WHERE id = ? ORDER BY since",
        arguments: [id])
      var changes: [Int: [RecordVersion.Change]] = [:]
      var former: Row?
      for (number, version) in past.map({ ($0["since"] as Int, $0) }) + [(row["revision"], row)] {
        changes[number] = Self.changes(from: former, to: version, columns: kind.columns)
        former = version
      }
      if kind == .document {
        for (number, change) in try Self.linkChanges(of: id, in: database) {
          changes[number, default: []].append(change)
        }
      }
      let numbers = changes.keys.sorted()
      let revisions = try Self.revisions(numbers, in: database)
      return revisions.map { RecordVersion(revision: $0, changes: changes[$0.number] ?? []) }
    }
  }

  private static func revisions(
    _ numbers: [Int]? = nil, in database: Database
  ) throws -> [Revision] {
    let chosen = numbers.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }
    let condition = ":chosen IS NULL OR number IN (SELECT value FROM json_each(:chosen))"
    let names = try Row.fetchAll(
      database,
      sql: """
        SELECT revision AS number, name FROM imported_file
        WHERE \(condition) ORDER BY revision, position
        """,
      arguments: ["chosen": chosen])
    let files = Dictionary(grouping: names) { row in row["number"] as Int }
    return try Row.fetchAll(
      database, sql: "SELECT * FROM revision WHERE \(condition) ORDER BY number",
      arguments: ["chosen": chosen]
    ).map { row in
      let number: Int = row["number"]
      return Revision(row: row, files: (files[number] ?? []).map { $0["name"] })
    }
  }

  private static func changes(
    from former: Row?, to version: Row, columns: [String]
  ) -> [RecordVersion.Change] {
    columns.compactMap { column in
      let before = former.flatMap { text(of: column, in: $0) }
      let after = text(of: column, in: version)
      if before == after || (former == nil && (after ?? "").isEmpty) { return nil }
      return RecordVersion.Change(column: column, before: before, after: after)
    }
  }

  private static func text(of column: String, in row: Row) -> String? {
    let value: DatabaseValue = row[column]
    return String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init)
  }

  private static func linkChanges(
    of document: Int64, in database: Database
  ) throws -> [(Int, RecordVersion.Change)] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT link.number, canonical_url, 1 AS made FROM (
          SELECT revision AS number, resource FROM document_resource WHERE document = :document
          UNION ALL
          SELECT since, resource FROM document_resource_past WHERE document = :document
        ) AS link JOIN resource ON resource.id = link.resource
        UNION ALL
        SELECT link.until, canonical_url, 0 FROM document_resource_past AS link
        JOIN resource ON resource.id = link.resource WHERE link.document = :document
        ORDER BY 1, 3, 2
        """,
      arguments: ["document": document]
    ).map { row in
      let url: String = row["canonical_url"]
      let isMade: Bool = row["made"]
      return (
        row["number"],
        RecordVersion.Change(
          column: "resource", before: isMade ? nil : url, after: isMade ? url : nil)
      )
    }
  }
}
