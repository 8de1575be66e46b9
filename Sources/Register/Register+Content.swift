import Cryptography
import GRDB

extension Register {
  /// The SHA-256 of all that letters and figures can be made of, as it was after `revision`: every record and every link, but
  /// for the files that they came from and the machine's clock. Registers with equal content have equal sums.
  ///
  /// - Complexity: O(*n* log *n*) for *n* rows, some seconds for a million; a row at a time is held.
  public func contentSum(at revision: Int) throws(RegisterError) -> String {
    try requireKnown(revision)
    return try read { database in
      var sum = SHA256()
      for kind in RecordKind.allCases {
        let columns = kind.columns.map { column in
          // The row number of a reply says nothing about the reply.
          column == "reply"
            ? "(SELECT external_id FROM main.document WHERE id = inquiry.reply)" : "\"\(column)\""
        }
        try Self.add(
          "SELECT \(Self.line(of: columns)) FROM \(kind.rawValue) ORDER BY \(kind.keyColumn)",
          [PastTables.Table(kind)], revision, database, to: &sum)
      }
      try Self.add(
        """
        SELECT \(Self.line(of: ["document.external_id", "resource.canonical_url"]))
        FROM document_resource AS link
        JOIN main.document ON document.id = link.document
        JOIN main.resource ON resource.id = link.resource
        ORDER BY document.external_id, resource.canonical_url
        """, [.links], revision, database, to: &sum)
      return SHA256.hexadecimal(digest: sum.digest())
    }
  }

  /// The columns as one text in which no two rows that differ are the same.
  private static func line(of columns: [String]) -> String {
    let places = Array(repeating: "%s", count: columns.count).joined(separator: ",")
    // One text made of all at once: joined two by two, each would be copied again and again.
    return "printf('\(places)', " + columns.map { "quote(\($0))" }.joined(separator: ", ") + ")"
  }

  private static func add(
    _ sql: String, _ tables: [PastTables.Table], _ revision: Int, _ database: Database,
    to sum: inout SHA256
  ) throws {
    let past = try PastTables(tables, after: revision, in: database)
    let lines = try String.fetchCursor(
      database, sql: past.prefix + sql, arguments: ["revision": revision])
    // The empty line tells where one table ends.
    while var line = try lines.next() {
      line.withUTF8 { sum.update(UnsafeRawBufferPointer($0)) }
      sum.update([0x0A])
    }
    sum.update([0x0A])
  }
}
