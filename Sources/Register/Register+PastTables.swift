extension Register {
  /// Put before a statement, makes it see the register as it was after the revision bound to `:revision`.
  ///
  /// The names shadow the tables, so that the statement itself stays what it is for today. Columns that no figure is made
  /// of are left out: they would be carried through every join.
  static let pastTables = """
    WITH \(past("resource", resourceColumns)),
    \(past("document", documentColumns)),
    \(past("document_resource", "document, resource"))

    """

  private static let resourceColumns = """
    id, canonical_url, host, platform, url, title, object_type, resource_type, violation, language, \
    "group", court_decision, court_act, evidence_hash, entered_at, body, channel
    """

  private static let documentColumns = """
    id, external_id, kind, status, number, addressee, deadline, prepared_at, agreed_at, signed_at, \
    registered_at, sent_at, delivered_at, executed_at, refused_at, revoked_at
    """

  static func past(_ table: String, _ columns: String) -> String {
    """
    \(table) AS (
      SELECT \(columns), revision FROM main.\(table) WHERE revision <= :revision
      UNION ALL
      SELECT \(columns), since FROM main.\(table)_past
      WHERE since <= :revision AND :revision < until)
    """
  }
}
