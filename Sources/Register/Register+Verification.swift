public import Diagnostics
import GRDB

extension Register {
  /// Looks for everything that no write of this program could have left: damage of the file, rows that point nowhere,
  /// addresses under another name than their own, gaps in the history.
  ///
  /// Sees the register at one moment, while others go on writing.
  ///
  /// - Returns: nothing for a sound register; else errors, of one kind at most a hundred.
  /// - Complexity: reads the whole file.
  public func verify() throws(RegisterError) -> [Diagnostic] {
    do throws(RegisterError) {
      return try findings()
    } catch  where error.code == .damaged {
      // Some damage ends the search for it.
      return [IntegrityFinding.damage(error.detail ?? "").diagnostic(file: path)]
    }
  }

  private func findings() throws(RegisterError) -> [Diagnostic] {
    try read { database in
      let damage = try String.fetchAll(
        database, sql: "PRAGMA integrity_check(\(Self.limit))"
      )
      .filter { $0 != "ok" }
      .map { IntegrityFinding.damage($0) }
      // What follows would trip over the same damage.
      let findings =
        damage.isEmpty
        ? try Self.danglingRows(in: database) + Self.wrongAddresses(in: database)
          + Self.brokenHistory(in: database) + Self.miscountedDocuments(in: database)
          + Self.changedOriginals(in: database) + Self.brokenLetters(in: database)
        : damage
      return findings.map { $0.diagnostic(file: path) }
    }
  }

  static let limit = 100

  private static func danglingRows(in database: Database) throws -> [IntegrityFinding] {
    try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(limit).map { row in
      let id: Int64? = row["rowid"]
      return .dangling(table: row["table"], row: id, parent: row["parent"])
    }
  }

  private static func wrongAddresses(in database: Database) throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT canonical_url, host, url FROM resource")
    while let row = try rows.next(), findings.count < limit {
      let (stored, entered): (String, String) = (row["canonical_url"], row["url"])
      let computed = try? CanonicalURL(parsing: entered)
      if computed?.text != stored || computed?.host != row["host"] as String {
        findings.append(.address(stored: stored, computed: computed?.text))
      }
    }
    return findings
  }

  private static func brokenHistory(in database: Database) throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let (count, last) = try (
      Int.fetchOne(database, sql: "SELECT count(*) FROM revision") ?? 0, revision(in: database)
    )
    if count != last { findings.append(.history(table: "revision", key: String(last))) }
    for kind in RecordKind.allCases {
      // Each version ends where the next begins, the last of the past ones where the current row begins.
      let keys = try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT current.\(kind.keyColumn) FROM (
            SELECT id, until,
              lead(since) OVER (PARTITION BY id ORDER BY since) AS next
            FROM \(kind.rawValue)_past
          ) AS past
          JOIN \(kind.rawValue) AS current ON current.id = past.id
          WHERE past.until <> coalesce(past.next, current.revision)
          LIMIT \(limit)
          """)
      findings += keys.map { .history(table: kind.rawValue, key: $0) }
    }
    // A link may end and be made again later, but it cannot be there twice.
    let links = try String.fetchAll(
      database,
      sql: """
        SELECT DISTINCT document.external_id FROM (
          SELECT document, resource, until,
            lead(since) OVER (PARTITION BY document, resource ORDER BY since) AS next
          FROM document_resource_past
        ) AS past
        JOIN document ON document.id = past.document
        LEFT JOIN document_resource AS current
          ON current.document = past.document AND current.resource = past.resource
        WHERE past.until > coalesce(past.next, current.revision, past.until)
        LIMIT \(limit)
        """)
    findings += links.map { .history(table: "document_resource", key: $0) }
    let waiting = try String.fetchAll(
      database,
      sql: """
        SELECT link.document FROM pending_link AS link
        JOIN document ON document.external_id = link.document
        JOIN resource ON resource.canonical_url = link.canonical_url
        LIMIT \(limit)
        """)
    return findings + waiting.map { .waiting(document: $0) }
  }

  private static func miscountedDocuments(in database: Database) throws -> [IntegrityFinding] {
    try String.fetchAll(database, sql: miscounted + " LIMIT \(limit)").map { .count(document: $0) }
  }
}

/// What a verification can find.
enum IntegrityFinding {
  /// R132: SQLite itself finds the file damaged.
  case damage(String)
  /// R133: a row that points to none.
  case dangling(table: String, row: Int64?, parent: String)
  /// R134: the canonical address is not that of the entered one.
  case address(stored: String, computed: String?)
  /// R135: versions of a record that leave a gap or overlap.
  case history(table: String, key: String)
  /// R136: a link that waits though both of its ends are there.
  case waiting(document: String)
  /// R137: the kept number of resources is not that of the links.
  case count(document: String)
  /// R140: an original is not the one that was approved or uploaded.
  case original(letter: Int, language: String)
  /// R141: an approved letter lacks its document, an original or its correction.
  case letter(Int)

  func diagnostic(file: String) -> Diagnostic {
    Diagnostic(rule, message, at: [Place(file: file)], hint: hint)
  }

  private var rule: String {
    switch self {
    case .damage: "R132"
    case .dangling: "R133"
    case .address: "R134"
    case .history: "R135"
    case .waiting: "R136"
    case .count: "R137"
    case .original: "R140"
    case .letter: "R141"
    }
  }

  private var hint: Message? {
    guard case .damage(let detail) = self else { return nil }
    return Message(kk: detail, ru: detail, en: detail)
  }

  private var message: Message {
    switch self {
    case .damage:
      Message(
        kk: "тізілім файлы бүлінген, сақтық көшірмеден қалпына келтіріңіз",
        ru: "файл реестра повреждён, восстановите его из резервной копии",
        en: "the file of the register is damaged, restore it from a backup")
    case .dangling(let table, let row, let parent):
      Message(
        kk:
          "`\(table)` кестесінің \(Self.name(row)) жолы `\(parent)` кестесінде жоқ жолға сілтейді",
        ru:
          "строка \(Self.name(row)) таблицы `\(table)` ссылается на строку таблицы `\(parent)`, которой нет",
        en: "row \(Self.name(row)) of `\(table)` points to a row of `\(parent)` that is not there")
    case .address(let stored, let computed):
      Message(
        kk:
          "`\(stored)` мекенжайы енгізілген мекенжайға сәйкес келмейді, дұрысы: `\(computed ?? "–")`",
        ru: "адрес `\(stored)` не соответствует введённому, должен быть `\(computed ?? "–")`",
        en: "the address `\(stored)` is not that of the entered one, which is `\(computed ?? "–")`")
    case .history(let table, let key):
      Message(
        kk: "`\(key)` жазбасының тарихында (`\(table)`) үзіліс не қабаттасу бар",
        ru: "в истории записи `\(key)` (`\(table)`) есть разрыв или наложение",
        en: "the history of `\(key)` (`\(table)`) has a gap or an overlap")
    case .waiting(let document):
      Message(
        kk: "`\(document)` құжаты мен ресурсы тізілімде бар, бірақ олардың байланысы әлі күтуде",
        ru: "документ `\(document)` и ресурс есть в реестре, но их связь всё ещё ожидает",
        en: "the document `\(document)` and the resource are there but their link still waits")
    case .count(let document):
      Message(
        kk: "`\(document)` құжаты бойынша сақталған ресурстар саны оның байланыстарына сәйкес емес",
        ru: "сохранённое число ресурсов документа `\(document)` не соответствует его связям",
        en: "the kept number of resources of the document `\(document)` is not that of its links")
    case .original(let letter, let language):
      Message(
        kk: "№ \(letter) хаттың түпнұсқасы (\(language)) сақталған SHA-256 қосындысына сәйкес емес",
        ru: "подлинник письма № \(letter) (\(language)) не соответствует сохранённой сумме SHA-256",
        en:
          "the original of the letter \(letter) (\(language)) does not have the SHA-256 kept of it")
    case .letter(let id):
      Message(
        kk: "бекітілген № \(id) хаттың түпнұсқасы, тізілімдегі құжаты не түзетуі орнында емес",
        ru: "у утверждённого письма № \(id) нет подлинника, документа в реестре или исправления",
        en: "the approved letter \(id) lacks an original, its document or its correction")
    }
  }

  private static func name(_ row: Int64?) -> String { row.map(String.init) ?? "–" }
}
