import GRDB

/// Records as they were after a write, for a letter that is to come out again as it was.
extension Register {
  /// The document of that id as of `revision`, or `nil`.
  public func document(
    _ id: String, at revision: Int
  ) throws(RegisterError) -> DocumentRecord? {
    try past(
      [.document], "SELECT * FROM document WHERE external_id = :id", id, revision,
      DocumentRecord.init(row:)
    ).first
  }

  /// The resources that a document named as of `revision`, ordered by canonical URL.
  public func resources(
    of document: String, at revision: Int
  ) throws(RegisterError) -> [LetterResource] {
    try past(
      [.document, .resource],
      """
      SELECT \(LetterResource.columns) FROM document
      CROSS JOIN document_resource AS link ON link.document = document.id
      CROSS JOIN resource ON resource.id = link.resource
      WHERE document.external_id = :id
      ORDER BY resource.canonical_url
      """, document, revision, LetterResource.init(row:))
  }

  /// The inquiry of that id as of `revision`, or `nil`.
  public func inquiry(_ id: String, at revision: Int) throws(RegisterError) -> InquiryRecord? {
    try past(
      [.inquiry],
      """
      SELECT inquiry.*, document.external_id AS reply_id
      FROM inquiry LEFT JOIN main.document ON document.id = inquiry.reply
      WHERE inquiry.external_id = :id
      """, id, revision, InquiryRecord.init(row:)
    ).first
  }

  /// The foreign organisers of gambling as of `revision`, by name.
  public func organisers(at revision: Int) throws(RegisterError) -> [OrganiserRecord] {
    try past(
      [.organiser], "SELECT * FROM organiser ORDER BY name, external_id", nil, revision,
      OrganiserRecord.init(row:))
  }

  private func past<Record>(
    _ kinds: [RecordKind], _ sql: String, _ id: String?, _ revision: Int,
    _ record: (Row) throws -> Record
  ) throws(RegisterError) -> [Record] {
    try read { database in
      let last = try requireKnown(revision, in: database)
      var arguments: StatementArguments = ["revision": revision]
      if let id { arguments += ["id": id] }
      let statement = try database.cachedStatement(
        sql: try pastStatements.statement(
          sql, on: kinds, after: revision, of: last, in: database))
      // Of a row that is read where it lies columns are known by their names, of a copied one they are looked for.
      let rows = try Row.fetchCursor(statement, arguments: arguments)
      var records: [Record] = []
      while let row = try rows.next() { records.append(try record(row)) }
      return records
    }
  }
}
