public import CivilDates
import GRDB

/// Which records are wanted; what is `nil` does not matter.
public struct RecordFilter: Hashable, Sendable {
  /// Documents of this kind.
  public var kind: DocumentKind?
  /// Documents of this status.
  public var status: DocumentStatus?
  /// Documents whose number begins so.
  public var number: String?
  /// Resources that this body entered, and documents that concern one of them.
  public var body: String?
  /// Resources of this host, and documents that concern one of them; as ``CanonicalURL/host`` has it.
  public var host: String?
  /// Resources that came so, and documents that concern one of them.
  public var channel: Channel?
  /// Resources on this platform, and documents that concern one of them.
  public var platform: Platform?
  /// Whether the days of documents are those of preparation or of sending.
  public var dating = DocumentSelection.State.prepared
  /// The first day: of entry, preparation, receipt or the court act.
  public var from: CivilDate?
  /// The last day.
  public var to: CivilDate?
  /// Words that an id, number, name, title or address has, whatever the case of letters.
  public var search: String?
  /// At most so many.
  public var limit: Int?

  /// Everything, until something is set.
  public init() {}

  fileprivate var arguments: StatementArguments {
    [
      "kind": kind?.rawValue, "status": status?.rawValue, "body": body, "from": from?.iso,
      "to": to?.iso, "search": search?.lowercased(), "limit": limit ?? -1,
    ]
  }
}

extension Register {
  /// SQLite itself knows the case of Latin letters only.
  static let contains = DatabaseFunction("contains_word", argumentCount: 2, pure: true) { values in
    guard let text = String.fromDatabaseValue(values[0]),
      let word = String.fromDatabaseValue(values[1])
    else { return false }
    return WordSearch.contains(text, word)
  }

  /// Documents by day of preparation and id.
  ///
  /// - Complexity: a look at every document where no kind is given, and always with ``RecordFilter/search``.
  public func documents(matching filter: RecordFilter) throws(RegisterError) -> [DocumentRecord] {
    let conditions = filter.documentConditions
    return try rows(
      """
      SELECT * FROM document WHERE \(conditions.sql)
      ORDER BY prepared_at, external_id LIMIT \(filter.limit ?? -1)
      """, conditions.arguments, DocumentRecord.init(row:))
  }

  /// Resources by day of entry and address.
  ///
  /// - Complexity: a look at every resource of the days, of all days with ``RecordFilter/search`` alone.
  public func resources(matching filter: RecordFilter) throws(RegisterError) -> [ResourceRecord] {
    let conditions = filter.resourceConditions
    return try rows(
      """
      SELECT * FROM resource WHERE \(conditions.sql)
      ORDER BY entered_at, canonical_url LIMIT \(filter.limit ?? -1)
      """, conditions.arguments, ResourceRecord.init(row:))
  }

  /// Inquiries by day of receipt and id.
  public func inquiries(matching filter: RecordFilter) throws(RegisterError) -> [InquiryRecord] {
    try rows(
      """
      SELECT inquiry.*, document.external_id AS reply_id
      FROM inquiry LEFT JOIN document ON document.id = inquiry.reply
      WHERE (:body IS NULL) AND (:kind IS NULL) AND (:status IS NULL)
        AND (:from IS NULL OR received_at >= :from) AND (:to IS NULL OR received_at <= :to)
        AND (:search IS NULL
          OR contains_word(inquiry.external_id || char(10) || inquiry.number || char(10)
            || sender || char(10) || subject, :search))
      ORDER BY received_at, inquiry.external_id LIMIT :limit
      """, filter.arguments, InquiryRecord.init(row:))
  }

  /// Foreign organisers of gambling by name.
  public func organisers(matching filter: RecordFilter) throws(RegisterError) -> [OrganiserRecord] {
    try rows(
      """
      SELECT * FROM organiser
      WHERE (:body IS NULL) AND (:kind IS NULL) AND (:status IS NULL)
        AND (:from IS NULL OR act_date >= :from) AND (:to IS NULL OR act_date <= :to)
        AND (:search IS NULL
          OR contains_word(external_id || char(10) || name || char(10) || sites, :search))
      ORDER BY name, external_id LIMIT :limit
      """, filter.arguments, OrganiserRecord.init(row:))
  }

  private func rows<Record>(
    _ sql: String, _ arguments: StatementArguments, _ record: (Row) throws -> Record
  ) throws(RegisterError) -> [Record] {
    try read { database in
      try Row.fetchAll(database, sql: sql, arguments: arguments).map(record)
    }
  }

  /// The records that people know under `key`: an id, or an address however it is written. More than one if ids of
  /// different kinds are the same.
  public func entries(named key: String) throws(RegisterError) -> [RegisterEntry] {
    let url = try? CanonicalURL(parsing: key)
    return try read { database in
      var entries: [RegisterEntry] = []
      if let row = try Row.fetchOne(
        database, sql: "SELECT * FROM document WHERE external_id = ?", arguments: [key])
      {
        let urls = try Self.urls(of: row["id"], in: database)
        entries.append(.document(try DocumentRecord(row: row), resources: urls))
      }
      if let row = try Row.fetchOne(
        database, sql: "SELECT * FROM resource WHERE canonical_url = ?", arguments: [url?.text])
      {
        entries.append(.resource(try ResourceRecord(row: row)))
      }
      if let row = try Row.fetchOne(
        database,
        sql: """
          SELECT inquiry.*, document.external_id AS reply_id
          FROM inquiry LEFT JOIN document ON document.id = inquiry.reply
          WHERE inquiry.external_id = ?
          """,
        arguments: [key])
      {
        entries.append(.inquiry(try InquiryRecord(row: row)))
      }
      if let row = try Row.fetchOne(
        database, sql: "SELECT * FROM organiser WHERE external_id = ?", arguments: [key])
      {
        entries.append(.organiser(try OrganiserRecord(row: row)))
      }
      return entries
    }
  }
}
