/// The three tables that can be imported, told apart by their columns.
public enum ImportTable: String, CaseIterable, Sendable {
  /// `resources.csv`, `documents.csv` and `links.csv` of an export.
  case resources, documents, links

  /// Columns without which it is not this table.
  var required: [String] {
    switch self {
    case .resources: ResourceCard.columns
    case .documents:
      ["id", "kind", "status", "prepared_at", "sent_at", "number", "addressee", "case"]
    case .links: ["document", "url"]
    }
  }

  /// Columns that options may stand in for.
  var optional: [String] {
    self == .resources ? ["entered_at", "body", "channel"] : []
  }

  /// Columns that a file may have: what a file does not have stays as it is in the register.
  var extra: [String] {
    switch self {
    case .resources: ["evidence_hash", "court_act"]
    case .documents: Self.statusDates.map(\.dateColumn) + ["deadline", "legal_bases"]
    case .links: []
    }
  }

  /// The statuses whose days have columns of their own; those of drafts and of sending every file has.
  static let statusDates = DocumentStatus.allCases.filter { $0 != .draft && $0 != .sent }

  /// All columns, in the order in which they are written.
  public var columns: [String] { required + optional + extra }

  /// What a report of refused rows says in columns of its own, so that it can be mended and imported as it is.
  static let reportColumns = ["import_place", "import_error"]
}

/// Which table a file holds, and where each of its columns stands.
struct TableHeader: Sendable {
  let table: ImportTable
  let width: Int
  private let positions: [String: Int]

  /// Recognises the first row of a file; the order of the columns is free.
  ///
  /// - Returns: a failure that names what the nearest table lacks.
  static func recognized(in cells: [CSVCell]) -> Result<TableHeader, HeaderMismatch> {
    let names = cells.map { RowReader.trimmed($0.text).lowercased() }
    var nearest: HeaderMismatch?
    for table in ImportTable.allCases {
      let missing = table.required.filter { !names.contains($0) }
      let known = Set(table.columns + ImportTable.reportColumns)
      var seen: Set<String> = []
      let unknown = names.filter { !known.contains($0) || !seen.insert($0).inserted }
      if missing.isEmpty, unknown.isEmpty {
        let positions = Dictionary(
          names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return .success(TableHeader(table: table, width: names.count, positions: positions))
      }
      let mismatch = HeaderMismatch(missing: missing, unknown: unknown)
      if nearest.map({ mismatch.distance < $0.distance }) ?? true { nearest = mismatch }
    }
    return .failure(nearest ?? HeaderMismatch(missing: [], unknown: names))
  }

  /// Those of the table's extra columns that the file has.
  var extra: [String] { table.extra.filter { positions[$0] != nil } }

  /// The position of a column, or `nil` if the file does not have it.
  func position(of column: String) -> Int? { positions[column] }
}

/// How far the columns of a file are from a table's.
struct HeaderMismatch: Error, Hashable, Sendable {
  var missing: [String]
  var unknown: [String]

  var distance: Int { missing.count + unknown.count }
}
