import GRDB

/// What makes a statement see the register as it was after one of its writes.
///
/// The names shadow the tables, so that the statement itself stays what it is for today. Columns that no figure is made of are
/// left out: they would be carried through every join.
struct PastTables {
  /// Put before a statement in which `:revision` is bound to the write.
  let prefix: String

  /// A table and the columns that a statement may read of it.
  struct Table {
    let name: String
    let columns: String

    init(_ name: String, _ columns: String) {
      self.name = name
      self.columns = columns
    }

    /// All that is told of a record of the kind.
    init(_ kind: RecordKind) {
      self.init(
        kind.rawValue, "id, " + kind.columns.map { "\"\($0)\"" }.joined(separator: ", "))
    }

    static let links = Table("document_resource", "document, resource")
  }

  /// `tables` are those that the statement reads; what figures are made of unless told otherwise.
  ///
  /// - Complexity: O(rows that were replaced).
  init(
    _ tables: [Table] = Self.ofFigures, after revision: Int, in database: Database
  ) throws {
    prefix =
      try "WITH "
      + tables.map { try Self.past($0.name, $0.columns, after: revision, in: database) }
      .joined(separator: ",\n") + "\n"
  }

  static let ofFigures = [
    Table(
      "resource",
      """
      id, canonical_url, host, platform, url, title, object_type, resource_type, violation, language, \
      "group", court_decision, court_act, evidence_hash, entered_at, body, channel
      """),
    Table(
      "document",
      """
      id, external_id, kind, status, number, addressee, deadline, prepared_at, agreed_at, signed_at, \
      registered_at, sent_at, delivered_at, executed_at, refused_at, revoked_at
      """),
    .links,
  ]

  private static func past(
    _ table: String, _ columns: String, after revision: Int, in database: Database
  ) throws -> String {
    // Where the register has only grown since, its rows of today will do: SQLite then looks them up by their indexes, which
    // it does not do in two tables put together.
    let statement = try database.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM \(table)_past WHERE since <= :revision AND :revision < until)
        """)
    let hasOthers = try Bool.fetchOne(statement, arguments: ["revision": revision]) ?? false
    let others = """

        UNION ALL
        SELECT \(columns), since FROM main.\(table)_past
        WHERE since <= :revision AND :revision < until
      """
    return """
      \(table) AS NOT MATERIALIZED (
        SELECT \(columns), revision FROM main.\(table) WHERE revision <= :revision\(hasOthers ? others : ""))
      """
  }
}
