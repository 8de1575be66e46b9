import Diagnostics

/// The files of one import, read and checked as far as that is possible without the register.
struct ImportFiles: Sendable {
  /// A file that is one of the three tables.
  struct Source: Sendable {
    var table: CSVTable
    var header: TableHeader
  }

  private(set) var sources: [Source] = []
  private(set) var resources: [ResourceRow] = []
  private(set) var documents: [DocumentRow] = []
  private(set) var links: [LinkRow] = []
  /// Rows that cannot be taken, by table.
  private(set) var refused: [ImportTable: Int] = [:]
  /// What is wrong with rows.
  private(set) var diagnostics: [Located] = []

  /// A diagnostic with the number of its file, by which a report is put in order.
  struct Located: Sendable {
    var file: Int
    var diagnostic: Diagnostic
  }

  private let caseFiles: [String: [UInt8]]
  private let options: ImportOptions

  /// Reads `files`, tables and case data, in any order.
  ///
  /// - Throws: ``RegisterError/Code/unreadableInput`` if one of them is not text or not a table of ours,
  ///   ``RegisterError/Code/missingOptions`` if a card file needs them.
  init(_ files: [RegisterFile], options: ImportOptions) throws(RegisterError) {
    self.options = options
    caseFiles = Dictionary(
      files.filter(\.isCaseData).map { ($0.name, $0.bytes) },
      uniquingKeysWith: { first, _ in first })
    let tables = files.filter { !$0.isCaseData }
    sources = try Self.sources(tables, options: options)
    for number in sources.indices {
      readRows(of: number)
    }
  }

  private static func sources(
    _ files: [RegisterFile], options: ImportOptions
  ) throws(RegisterError) -> [Source] {
    var sources: [Source] = []
    var unreadable: [Diagnostic] = []
    var incomplete: [Diagnostic] = []
    for file in files {
      if let fault = TextEncodingFault.found(in: file.bytes) {
        unreadable.append(ImportFinding.encoding(fault).diagnostic(at: fault.place(in: file)))
        continue
      }
      var table = CSVParser.parse(file)
      guard let first = table.rows.first else {
        let finding = ImportFinding.header(missing: [], unknown: [])
        unreadable.append(finding.diagnostic(at: Place(file: file.name, line: 1)))
        continue
      }
      switch TableHeader.recognized(in: first.cells) {
      case .failure(let mismatch):
        let finding = ImportFinding.header(missing: mismatch.missing, unknown: mismatch.unknown)
        unreadable.append(finding.diagnostic(at: table.place(of: first)))
      case .success(let header):
        for column in missingColumns(of: header, options: options) {
          let finding = ImportFinding.missingOption(column: column)
          incomplete.append(finding.diagnostic(at: table.place(of: first)))
        }
        table.rows.removeFirst()
        sources.append(Source(table: table, header: header))
      }
    }
    guard unreadable.isEmpty else { throw .unreadableInput(unreadable) }
    guard incomplete.isEmpty else { throw .missingOptions(incomplete) }
    return sources
  }

  private static func missingColumns(
    of header: TableHeader, options: ImportOptions
  ) -> [String] {
    guard header.table == .resources else { return [] }
    var missing: [String] = []
    // Own monitoring needs no body: the ministry itself found the resource.
    let isOwn = header.position(of: "channel") == nil && options.channel == .ownMonitoring
    if header.position(of: "body") == nil, (options.body ?? "").isEmpty, !isOwn {
      missing.append("body")
    }
    if header.position(of: "entered_at") == nil, options.enteredAt == nil {
      missing.append("entered_at")
    }
    return missing
  }

  private mutating func readRows(of number: Int) {
    let source = sources[number]
    for fault in source.table.faults {
      note(.brokenRow(fault.kind), at: source.table.place(of: fault), in: number)
      refused[source.header.table, default: 0] += 1
    }
    for row in source.table.rows {
      let line = source.table.line(at: row.offset)
      guard row.cells.count == source.header.width else {
        let finding = ImportFinding.cellCount(
          found: row.cells.count, expected: source.header.width)
        note(finding, at: source.table.place(of: row), in: number)
        refused[source.header.table, default: 0] += 1
        continue
      }
      var reader = RowReader(table: source.table, header: source.header, row: row)
      let isGood =
        switch source.header.table {
        case .resources: readResource(&reader, file: number, line: line)
        case .documents: readDocument(&reader, file: number, line: line)
        case .links: readLink(&reader, file: number, line: line)
        }
      if !isGood { refused[source.header.table, default: 0] += 1 }
      diagnostics += reader.diagnostics.map { Located(file: number, diagnostic: $0) }
    }
  }

  private mutating func note(_ finding: ImportFinding, at place: Place, in file: Int) {
    diagnostics.append(Located(file: file, diagnostic: finding.diagnostic(at: place)))
  }

  private mutating func readResource(_ reader: inout RowReader, file: Int, line: Int) -> Bool {
    guard let row = reader.resource(options: options, file: file, line: line) else { return false }
    resources.append(row)
    return true
  }

  private mutating func readDocument(_ reader: inout RowReader, file: Int, line: Int) -> Bool {
    guard let row = reader.document(caseFiles: caseFiles, file: file, line: line) else {
      return false
    }
    documents.append(row)
    return true
  }

  private mutating func readLink(_ reader: inout RowReader, file: Int, line: Int) -> Bool {
    guard let row = reader.link(file: file, line: line) else { return false }
    links.append(row)
    return true
  }
}

extension TextEncodingFault {
  /// The line of the first wrong byte; there is no text to show.
  func place(in file: RegisterFile) -> Place {
    Place(file: file.name, line: LineIndex(file.bytes).line(at: offset))
  }
}
