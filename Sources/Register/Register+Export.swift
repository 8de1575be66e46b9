import GRDB

extension Register {
  /// The register as the files of an import: `resources.csv`, `documents.csv`, `links.csv` and the case data that documents
  /// name. Importing them into an empty register gives the same resources, documents and links.
  ///
  /// Rows are in the order of addresses and ids, so that equal registers give equal files. Two documents whose case data
  /// differ but have one file name get files of different names.
  ///
  /// - Complexity: O(*n* log *n*) for *n* rows, and memory for the files.
  public func exportedFiles() throws(RegisterError) -> [RegisterFile] {
    try read { database in
      var cases = ExportedCases()
      return try [
        RegisterFile(name: "resources.csv", bytes: Self.resources(in: database)),
        RegisterFile(name: "documents.csv", bytes: Self.documents(in: database, &cases)),
        RegisterFile(name: "links.csv", bytes: Self.links(in: database)),
      ] + cases.files
    }
  }

  private static func resources(in database: Database) throws -> [UInt8] {
    let columns = ImportTable.resources.columns
    var text = CSVText(header: columns)
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      database, sql: "SELECT \(names) FROM resource ORDER BY canonical_url")
    while let row = try rows.next() {
      text.append(columns.indices.map { row[$0] ?? "" })
    }
    return text.bytes
  }

  private static func documents(
    in database: Database, _ cases: inout ExportedCases
  ) throws -> [UInt8] {
    let columns = ImportTable.documents.columns
    var text = CSVText(header: columns)
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM document ORDER BY external_id")
    while let row = try rows.next() {
      text.append(
        columns.map { column in
          switch column {
          case "id": return row["external_id"]
          case "case":
            let data: String? = row["case_data"]
            return data.map { cases.name(row["case_file"], for: $0) } ?? ""
          default: return row[column] ?? ""
          }
        })
    }
    return text.bytes
  }

  private static func links(in database: Database) throws -> [UInt8] {
    var text = CSVText(header: ImportTable.links.columns)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT document.external_id, resource.canonical_url FROM document_resource AS link
        JOIN document ON document.id = link.document
        JOIN resource ON resource.id = link.resource
        UNION SELECT document, canonical_url FROM pending_link
        ORDER BY 1, 2
        """)
    while let row = try rows.next() {
      text.append([row[0], row[1]])
    }
    return text.bytes
  }
}

/// The files of case data of an export, each under a name of its own.
private struct ExportedCases {
  private(set) var files: [RegisterFile] = []
  private var data: [String: String] = [:]

  /// The name under which `text` is written: `name`, unless other data have it.
  mutating func name(_ name: String, for text: String) -> String {
    let stem = name.dropLast(".json".count)
    var candidate = name
    var attempt = 1
    while let held = data[candidate], !held.utf8.elementsEqual(text.utf8) {
      attempt += 1
      candidate = "\(stem)-\(attempt).json"
    }
    if data[candidate] == nil {
      data[candidate] = text
      files.append(RegisterFile(name: candidate, bytes: Array(text.utf8)))
    }
    return candidate
  }
}
