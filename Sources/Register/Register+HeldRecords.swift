import CivilDates
import GRDB

/// A record as it stands in the register, with what a change of it needs to know.
public struct HeldRecord: Hashable, Sendable {
  /// The number by which the register knows it; it never changes.
  public let row: Int
  public let entry: RegisterEntry
  /// The number of the last write that touched it, or a link of it where it is a document.
  public let version: Int
}

extension Register {
  /// The resource with that number, or `nil`.
  public func heldResource(row: Int) throws(RegisterError) -> HeldRecord? {
    try read { database in
      guard
        let found = try Row.fetchOne(
          database, sql: "SELECT * FROM resource WHERE id = ?", arguments: [row])
      else { return nil }
      return HeldRecord(
        row: row, entry: .resource(try ResourceRecord(row: found)),
        version: try Self.version(of: .resource, found, in: database))
    }
  }

  /// The document of that id with its resources, or `nil`.
  public func heldDocument(_ id: String) throws(RegisterError) -> HeldRecord? {
    try read { database in
      guard
        let found = try Row.fetchOne(
          database, sql: "SELECT * FROM document WHERE external_id = ?", arguments: [id])
      else { return nil }
      return HeldRecord(
        row: found["id"],
        entry: .document(
          try DocumentRecord(row: found), resources: try Self.urls(of: found["id"], in: database)),
        version: try Self.version(of: .document, found, in: database))
    }
  }

  /// The number of the resource at that address, or `nil`.
  public func row(of url: CanonicalURL) throws(RegisterError) -> Int? {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT id FROM resource WHERE canonical_url = ?", arguments: [url.text])
    }
  }

  /// The documents that name the resource, by their ids, at most `limit`.
  public func documents(naming row: Int, limit: Int) throws(RegisterError) -> [ListedDocument] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT document.*, 0 AS links FROM document_resource AS link
          JOIN document ON document.id = link.document
          WHERE link.resource = ? ORDER BY external_id LIMIT ?
          """,
        arguments: [row, limit]
      ).map { row in
        let sentAt: String? = row["sent_at"]
        return ListedDocument(
          outline: try DocumentOutline(row: row), sentAt: sentAt.flatMap { CivilDate(iso: $0) },
          resources: row["links"])
      }
    }
  }

  /// The resources that the document names, by their numbers, `limit` of them behind the one with the number `row`.
  public func resources(
    ofDocument id: String, after row: Int = 0, limit: Int
  ) throws(RegisterError) -> [ListedResource] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT resource.* FROM document
          CROSS JOIN document_resource AS link ON link.document = document.id
          CROSS JOIN resource ON resource.id = link.resource
          WHERE document.external_id = ? AND link.resource > ?
          ORDER BY link.resource LIMIT ?
          """,
        arguments: [id, row, limit]
      ).map { row in
        ListedResource(row: row["id"], record: try ResourceRecord(row: row), documents: 0)
      }
    }
  }

  static func urls(of document: Int64, in database: Database) throws -> [CanonicalURL] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT canonical_url, host FROM resource
        JOIN document_resource AS link ON link.resource = resource.id
        WHERE link.document = ? ORDER BY canonical_url
        """,
      arguments: [document]
    ).map { CanonicalURL(stored: $0["canonical_url"], host: $0["host"]) }
  }

  /// The number of the last write that touched a record.
  static func version(of kind: RecordKind, _ row: Row, in database: Database) throws -> Int {
    let own: Int = row["revision"]
    guard kind == .document else { return own }
    let ofLinks = try Int.fetchOne(
      database,
      sql: """
        SELECT max(number) FROM (
          SELECT max(revision) AS number FROM document_resource WHERE document = :row
          UNION ALL
          SELECT max(until) FROM document_resource_past WHERE document = :row)
        """,
      arguments: ["row": row["id"] as Int64])
    return max(own, ofLinks ?? 0)
  }
}
