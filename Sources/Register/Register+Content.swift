import Cryptography
import GRDB
import GRDBSQLite

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
          columns, "FROM \(kind.rawValue) ORDER BY \(kind.keyColumn)", [PastTables.Table(kind)],
          revision, database, to: &sum)
      }
      try Self.add(
        ["document.external_id", "resource.canonical_url"],
        """
        FROM document_resource AS link
        JOIN main.document ON document.id = link.document
        JOIN main.resource ON resource.id = link.resource
        ORDER BY document.external_id, resource.canonical_url
        """, [.links], revision, database, to: &sum)
      return SHA256.hexadecimal(digest: sum.digest())
    }
  }

  /// Adds the rows of a table, all of whose `columns` are texts or nothing.
  private static func add(
    _ columns: [String], _ source: String, _ tables: [PastTables.Table], _ revision: Int,
    _ database: Database, to sum: inout SHA256
  ) throws {
    let past = try PastTables(tables, after: revision, in: database)
    let statement = try database.makeStatement(
      sql: "\(past.prefix)SELECT \(columns.joined(separator: ", ")) \(source)")
    let rows = try Row.fetchCursor(statement, arguments: ["revision": revision])
    var lines: [UInt8] = []
    while try rows.next() != nil {
      for column in columns.indices {
        if column > 0 { lines.append(UInt8(ascii: ",")) }
        // As it lies in SQLite's memory: texts of a million rows made one by one would take longer than reading them.
        add(Self.text(statement.sqliteStatement, Int32(column)), to: &lines)
      }
      lines.append(0x0A)
      if lines.count >= 1 << 16 {
        sum.update(lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    // The empty line tells where one table ends.
    lines.append(0x0A)
    sum.update(lines)
  }

  /// Adds a text in quotes, each quote in it twice, so that no two rows that differ are the same line; or that there is none.
  private static func add(_ text: UnsafeBufferPointer<UInt8>?, to line: inout [UInt8]) {
    guard let text else { return line.append(contentsOf: "NULL".utf8) }
    let quote = UInt8(ascii: "'")
    line.append(quote)
    if text.contains(where: { $0 == quote || $0 == 0 }) {
      // As SQLite's own `quote` has it: to the first zero.
      for byte in text.prefix(while: { $0 != 0 }) {
        if byte == quote { line.append(quote) }
        line.append(byte)
      }
    } else {
      line.append(contentsOf: text)
    }
    line.append(quote)
  }

  /// The text of a column of a statement's row, where it lies until the next row; `nil` for none.
  private static func text(
    _ statement: SQLiteStatement, _ column: Int32
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let start = sqlite3_column_text(statement, column) else { return nil }
    return UnsafeBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }
}
