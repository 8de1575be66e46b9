public import CivilDates
import GRDB

/// Where a page of a list ended: the next one begins behind it, however far down the list it is.
///
///     2021-12-15.1024
public struct ListMark: Hashable, Sendable, LosslessStringConvertible {
  let day: CivilDate
  let row: Int

  init(day: CivilDate, row: Int) {
    self.day = day
    self.row = row
  }

  public init?(_ description: String) {
    let halves = description.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = CivilDate(iso: halves[0]), let row = Int(halves[1]) else {
      return nil
    }
    self.init(day: day, row: row)
  }

  public var description: String { "\(day.iso).\(row)" }
}

/// A page of a list, the newest record first.
public struct RecordPage<Item: Sendable>: Sendable {
  public let items: [Item]
  /// Where the next page begins; `nil` on the last one.
  public let next: ListMark?
}

/// A resource as lists show it.
public struct ListedResource: Hashable, Sendable {
  /// The number by which the register knows it; it never changes.
  public let row: Int
  public let record: ResourceRecord
  /// How many documents name it.
  public let documents: Int
}

/// A document as lists show it.
public struct ListedDocument: Hashable, Sendable {
  public let outline: DocumentOutline
  /// The day on which it left the house, if it did.
  public let sentAt: CivilDate?
  /// How many resources it names.
  public let resources: Int
}

extension Register {
  /// What makes a list begin anywhere as fast as at its beginning: the index has the rows in the order of the list, those of
  /// one day by their numbers.
  static let listIndexes = """
    CREATE INDEX resource_by_host ON resource (host, entered_at);
    CREATE INDEX document_by_day ON document (prepared_at);
    CREATE INDEX document_by_day_of_sending ON document (sent_at) WHERE sent_at IS NOT NULL;
    CREATE INDEX document_by_number ON document (number) WHERE number <> '';
    """

  /// Resources by day of entry, the newest first, `limit` of them behind `mark`.
  ///
  /// - Complexity: O(`limit`) without ``RecordFilter/search``, where most resources match; else a look at those that do not.
  public func resourcePage(
    matching filter: RecordFilter, after mark: ListMark? = nil, limit: Int
  ) throws(RegisterError) -> RecordPage<ListedResource> {
    try page(Self.resourceList(filter), after: mark, limit: limit, day: "entered_at") { row in
      ListedResource(
        row: row["id"], record: try ResourceRecord(row: row), documents: row["links"])
    }
  }

  /// Documents by the day of ``RecordFilter/dating``, the newest first, `limit` of them behind `mark`.
  ///
  /// - Complexity: see ``resourcePage(matching:after:limit:)``.
  public func documentPage(
    matching filter: RecordFilter, after mark: ListMark? = nil, limit: Int
  ) throws(RegisterError) -> RecordPage<ListedDocument> {
    let day = filter.dating == .sent ? "sent_at" : "prepared_at"
    return try page(Self.documentList(filter), after: mark, limit: limit, day: day) { row in
      let sentAt: String? = row["sent_at"]
      return ListedDocument(
        outline: try DocumentOutline(row: row), sentAt: sentAt.flatMap { CivilDate(iso: $0) },
        resources: row["links"])
    }
  }

  /// How many resources, or documents, match; no more than `most`, so that nobody waits for a number that he does not need.
  public func count(
    of kind: RecordKind, matching filter: RecordFilter, atMost most: Int
  ) throws(RegisterError) -> Int {
    let conditions =
      kind == .document ? filter.documentConditions : filter.resourceConditions
    let table = kind == .document ? "document" : "resource"
    return try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM (
            SELECT 1 FROM \(table) WHERE \(conditions.sql) LIMIT \(most))
          """, arguments: conditions.arguments) ?? 0
    }
  }

  /// A list without its beginning and end.
  struct List {
    let columns: String
    let table: String
    /// The column by which it is ordered.
    let day: String
    let conditions: RecordConditions

    /// The statement that lists the rows for which `place` holds too.
    func sql(_ place: String, limit: Int) -> String {
      """
      SELECT \(columns) FROM \(table)
      WHERE \(conditions.sql) AND \(place)
      ORDER BY \(day) DESC, \(table).id DESC LIMIT \(limit)
      """
    }

    /// The statements that together list what is behind a mark: the rest of its day, and the days before.
    func continuations(limit: Int) -> [String] {
      // As one condition, `(day, id) < (:mark_day, :mark_row)`, SQLite would begin with the first row of the day.
      [
        sql("\(day) = :mark_day AND \(table).id < :mark_row", limit: limit),
        sql("\(day) < :mark_day", limit: limit),
      ]
    }
  }

  static func resourceList(_ filter: RecordFilter) -> List {
    List(
      columns: """
        resource.*, (SELECT count(*) FROM document_resource AS link
          WHERE link.resource = resource.id) AS links
        """,
      table: "resource", day: "resource.entered_at", conditions: filter.resourceConditions)
  }

  static func documentList(_ filter: RecordFilter) -> List {
    List(
      columns: """
        id, external_id, kind, status, prepared_at, sent_at, number, addressee,
        (SELECT count(*) FROM document_resource AS link
          WHERE link.document = document.id) AS links
        """,
      table: "document", day: filter.documentDay, conditions: filter.documentConditions)
  }

  private func page<Item>(
    _ list: List, after mark: ListMark?, limit: Int, day: String, _ item: (Row) throws -> Item
  ) throws(RegisterError) -> RecordPage<Item> {
    try read { database in
      var rows: [Row] = []
      if let mark {
        var arguments = list.conditions.arguments
        arguments += ["mark_day": mark.day.iso]
        let statements = list.continuations(limit: limit + 1)
        rows = try Row.fetchAll(
          database, sql: statements[0], arguments: arguments + ["mark_row": mark.row])
        if rows.count <= limit {
          rows += try Row.fetchAll(database, sql: statements[1], arguments: arguments)
        }
      } else {
        rows = try Row.fetchAll(
          database, sql: list.sql("true", limit: limit + 1), arguments: list.conditions.arguments)
      }
      let shown = rows.prefix(limit)
      var next: ListMark?
      if rows.count > limit, let last = shown.last,
        let date = CivilDate(iso: last[day] as String)
      {
        next = ListMark(day: date, row: last["id"])
      }
      return RecordPage(items: try shown.map(item), next: next)
    }
  }
}
