import GRDB

/// Which letters are wanted; what is `nil` or empty does not matter.
public struct LetterFilter: Hashable, Sendable {
  /// Letters in one of these states.
  public var states: Set<LetterState> = []
  /// Letters of this account.
  public var author: Int?
  /// Letters of this kind.
  public var kind: String?
  /// Words that the title, the data, the number of the letter or the id of its document has, whatever the case of letters.
  public var search: String?

  /// All letters, until something is set.
  public init() {}
}

/// One page of a list of letters, the one changed last first.
public struct LetterPage: Hashable, Sendable {
  /// Where a page ends and the next one begins.
  public struct End: Hashable, Sendable {
    /// When the last letter was changed.
    public let changed: Int
    /// The number of the last letter.
    public let id: Int

    /// A place in the list, as it was handed to a browser.
    public init(changed: Int, id: Int) {
      self.changed = changed
      self.id = id
    }
  }

  public let letters: [LetterOutline]
  /// Where the next page begins; `nil` if there is none.
  public let next: End?
}

extension Register {
  /// A page of letters: the first, or the one after the end of another.
  ///
  /// - Complexity: a look at the letters that were changed since, and into their data with ``LetterFilter/search``.
  public func letters(
    matching filter: LetterFilter = LetterFilter(), after end: LetterPage.End? = nil,
    limit: Int = 50
  ) throws(RegisterError) -> LetterPage {
    let states = "[" + filter.states.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
    let search = filter.search.flatMap { $0.isEmpty ? nil : $0.lowercased() }
    return try read { database in
      let found = try Row.fetchAll(
        database,
        sql: """
          SELECT \(LetterOutline.columns) FROM letter
          WHERE (:states = '[]' OR state IN (SELECT value FROM json_each(:states)))
            AND (:author IS NULL OR author = :author) AND (:kind IS NULL OR kind = :kind)
            AND (:changed IS NULL OR (changed, id) < (:changed, :id))
            AND (:search IS NULL
              OR contains_word(
                id || char(10) || title || char(10) || coalesce(document, '') || char(10) || data,
                :search))
          ORDER BY changed DESC, id DESC LIMIT :limit
          """,
        arguments: [
          "states": states, "author": filter.author, "kind": filter.kind, "search": search,
          "changed": end?.changed, "id": end?.id, "limit": limit + 1,
        ]
      ).map(LetterOutline.init(row:))
      let letters = Array(found.prefix(limit))
      let last = found.count > limit ? letters.last : nil
      return LetterPage(
        letters: letters, next: last.map { LetterPage.End(changed: $0.changed, id: $0.id) })
    }
  }

  /// How many letters there are in each state, of one author or of all.
  public func letterCounts(of author: Int? = nil) throws(RegisterError) -> [LetterState: Int] {
    try read { database in
      var counts: [LetterState: Int] = [:]
      for row in try Row.fetchAll(
        database,
        sql: """
          SELECT state, count(*) AS letters FROM letter
          WHERE :author IS NULL OR author = :author GROUP BY state
          """,
        arguments: ["author": author])
      {
        counts[try row.value("state") { LetterState(rawValue: $0) }] = row["letters"]
      }
      return counts
    }
  }

  /// The letter of that number, or `nil`.
  public func letter(_ id: Int) throws(RegisterError) -> LetterRecord? {
    try read { try Self.letter(id, in: $0) }
  }

  /// What was done to a letter, oldest first.
  public func events(ofLetter id: Int) throws(RegisterError) -> [LetterEvent] {
    try read { database in
      var data = ""
      return try Row.fetchAll(
        database, sql: "SELECT * FROM letter_event WHERE letter = ? ORDER BY id", arguments: [id]
      ).map { row in
        // Data are kept where they differ from those of the event before.
        data = row["data"] ?? data
        return LetterEvent(
          id: row["id"], began: row["began"], moment: row["moment"], account: row["account"],
          name: row["name"], action: try row.value("action") { LetterAction(rawValue: $0) },
          remark: row["remark"], version: row["version"], data: data)
      }
    }
  }

  /// The originals of a letter: both of an approved one, else those that were uploaded.
  public func originals(ofLetter id: Int) throws(RegisterError) -> [LetterOriginal] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM letter_original WHERE letter = ? ORDER BY language",
        arguments: [id]
      ).map(LetterOriginal.init(row:))
    }
  }

  static func letter(_ id: Int, in database: Database) throws -> LetterRecord? {
    try Row.fetchOne(
      database, sql: "SELECT \(LetterRecord.columns) FROM letter WHERE id = ?", arguments: [id]
    ).map(LetterRecord.init(row:))
  }
}

extension LetterOriginal {
  init(row: Row) throws {
    content = Content(
      try row.value("language") { OfficialLanguage(rawValue: $0) },
      docx: Blob.bytes(of: row["docx"]), text: row["text"], isUploaded: row["is_uploaded"],
      fileName: row["file_name"])
    sha256 = row["sha256"]
    moment = row["moment"]
    account = row["account"]
    name = row["name"]
  }
}

/// Bytes in the database. The type that GRDB has for them is Foundation's, which this module does without naming.
enum Blob {
  static func value(_ bytes: [UInt8]) -> DatabaseValue {
    value(bytes, as: DatabaseValue.Storage.blob)
  }

  static func bytes(of value: DatabaseValue) -> [UInt8] {
    if case .blob(let bytes) = value.storage { Array(bytes) } else { [] }
  }

  private static func value<Bytes: RangeReplaceableCollection & DatabaseValueConvertible>(
    _ bytes: [UInt8], as _: (Bytes) -> DatabaseValue.Storage
  ) -> DatabaseValue where Bytes.Element == UInt8 {
    Bytes(bytes).databaseValue
  }
}
