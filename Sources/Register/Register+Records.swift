public import CivilDates
import GRDB

extension Register {
  /// The document of that id, or `nil`.
  public func document(_ id: String) throws(RegisterError) -> DocumentRecord? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM document WHERE external_id = ?", arguments: [id]
      ).map(DocumentRecord.init(row:))
    }
  }

  /// The documents prepared in a period, ordered by day and id; all of them if there is no period.
  public func documents(preparedIn period: Period? = nil) throws(RegisterError) -> [DocumentRecord]
  {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM document
          WHERE :from IS NULL OR prepared_at BETWEEN :from AND :to
          ORDER BY prepared_at, external_id
          """,
        arguments: ["from": period?.from.iso, "to": period?.to.iso]
      ).map(DocumentRecord.init(row:))
    }
  }

  /// The resources that a document names, ordered by canonical URL.
  public func resources(of document: String) throws(RegisterError) -> [ResourceRecord] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT resource.* FROM resource
          JOIN document_resource AS link ON link.resource = resource.id
          JOIN document ON document.id = link.document
          WHERE document.external_id = ?
          ORDER BY resource.canonical_url
          """,
        arguments: [document]
      ).map(ResourceRecord.init(row:))
    }
  }

  /// The resource of that address, or `nil`.
  public func resource(_ url: CanonicalURL) throws(RegisterError) -> ResourceRecord? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM resource WHERE canonical_url = ?", arguments: [url.text]
      ).map(ResourceRecord.init(row:))
    }
  }

  /// The links whose document or resource is not in the register yet, ordered by document and URL.
  public func pendingLinks() throws(RegisterError) -> [PendingLink] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM pending_link ORDER BY document, canonical_url"
      ).map { row in
        PendingLink(
          document: row["document"], canonicalURL: row["canonical_url"], file: row["file"],
          line: row["line"])
      }
    }
  }
}

/// A link that waits for its document or its resource.
public struct PendingLink: Hashable, Sendable {
  /// The id of the document.
  public let document: String
  /// The address of the resource, see ``CanonicalURL``.
  public let canonicalURL: String
  /// Where the link was read.
  public let file: String
  /// The line of ``file``, from 1.
  public let line: Int
}
