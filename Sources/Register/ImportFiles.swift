import CivilDates
import Diagnostics

/// The files of one import, recognised but not read yet: their rows are read as often as they are needed.
struct ImportFiles: Sendable {
  /// A file that is one of the three tables.
  struct Source: Sendable {
    var table: CSVTable
    var header: TableHeader
    /// Where the rows begin.
    var start: Int
  }

  /// A diagnostic with the number of its file, by which a report is put in order.
  struct Located: Sendable {
    var file: Int
    var diagnostic: Diagnostic
  }

  private(set) var sources: [Source] = []
  /// What there is to say of files as a whole.
  private(set) var notices: [Located] = []
  let options: ImportOptions
  private let caseFiles: [String: [UInt8]]

  /// Recognises `files`, tables and case data, in any order.
  ///
  /// - Throws: ``RegisterError/Code/unreadableInput`` if one of them is not text or not a table of ours,
  ///   ``RegisterError/Code/missingOptions`` if a card file needs them.
  init(_ files: [RegisterFile], options: ImportOptions) throws(RegisterError) {
    self.options = options
    caseFiles = Dictionary(
      files.filter(\.isCaseData).map { ($0.name, $0.bytes) },
      uniquingKeysWith: { first, _ in first })
    var unreadable: [Diagnostic] = []
    var incomplete: [Diagnostic] = []
    for file in files where !file.isCaseData {
      switch Self.source(of: file) {
      case .failure(let refusal): unreadable.append(refusal.diagnostic)
      case .success(let (source, encoding)):
        for column in Self.missingColumns(of: source.header, options: options) {
          let finding = ImportFinding.missingOption(column: column)
          incomplete.append(finding.diagnostic(at: source.table.firstLine))
        }
        if encoding == .windows1251 {
          let diagnostic = ImportFinding.readAsWindows1251.diagnostic(at: source.table.firstLine)
          notices.append(Located(file: sources.count, diagnostic: diagnostic))
        }
        sources.append(source)
      }
    }
    guard unreadable.isEmpty else { throw .unreadableInput(unreadable) }
    guard incomplete.isEmpty else { throw .missingOptions(incomplete) }
  }

  /// The number of rows as far as the number of lines tells it.
  var estimatedRows: Int { sources.reduce(0) { $0 + max($1.table.lines.count - 2, 0) } }

  /// The numbers of the files, links last, so that both ends of most of them are there before.
  var reading: [Int] {
    ImportTable.allCases.flatMap { table in
      sources.indices.filter { sources[$0].header.table == table }
    }
  }

  /// Reads all rows of a file.
  func forEachRow(of file: Int, _ body: (RowPosition, CSVItem) throws -> Void) rethrows {
    var parser = CSVParser(sources[file].table.bytes, from: sources[file].start)
    while let item = parser.next() {
      try body(RowPosition(file: file, offset: item.offset), item)
    }
  }

  /// The rows of a file with the `addresses` that they were found to have, each read only if it is asked for.
  func forEachRow(
    of file: Int, addresses: [CanonicalURL?],
    _ body: (RowPosition, _ row: () -> ImportRow?) throws -> Void
  ) rethrows {
    var addresses = addresses.makeIterator()
    try forEachRow(of: file) { position, item in
      let address = addresses.next() ?? nil
      try body(position) { read(item, file: file, address: address).row }
    }
  }

  /// The row at a position where there is one.
  func item(at position: RowPosition) -> CSVItem? {
    var parser = CSVParser(sources[position.file].table.bytes, from: position.offset)
    return parser.next()
  }

  /// The good row at a position where there is one.
  func row(at position: RowPosition) -> ImportRow? {
    item(at: position).flatMap { read($0, file: position.file).row }
  }

  /// What a row says, or what is wrong with it; `address` is what its address was read as before.
  func read(
    _ item: CSVItem, file: Int, address: CanonicalURL? = nil
  ) -> (row: ImportRow?, diagnostics: [Diagnostic]) {
    let source = sources[file]
    let row: CSVRow
    switch item {
    case .row(let found): row = found
    case .fault(let fault):
      let finding = ImportFinding.brokenRow(fault.kind)
      return (nil, [finding.diagnostic(at: source.table.place(of: fault))])
    }
    guard row.cells.count == source.header.width else {
      let finding = ImportFinding.cellCount(found: row.cells.count, expected: source.header.width)
      return (nil, [finding.diagnostic(at: source.table.place(of: row))])
    }
    var reader = RowReader(
      table: source.table, header: source.header, row: row, knownAddress: address)
    let result: ImportRow? =
      switch source.header.table {
      case .resources: reader.resource(options: options, file: file).map { .resource($0) }
      case .documents: reader.document(caseFiles: caseFiles, file: file).map { .document($0) }
      case .links: reader.link(file: file).map { .link($0) }
      }
    return (result, reader.diagnostics)
  }

  /// The row at a position with the reasons for which it was refused.
  func refused(_ position: RowPosition, _ diagnostics: [Diagnostic]) -> RefusedRow {
    let source = sources[position.file]
    let table = source.header.table
    let place = "\(source.table.file):\(source.table.line(at: position.offset))"
    return RefusedRow(
      table: table, place: place, values: values(at: position, of: source),
      reasons: diagnostics.map(\.message))
  }

  private func values(at position: RowPosition, of source: Source) -> [String] {
    let columns = source.header.table.columns
    guard case .row(let row) = item(at: position), row.cells.count == source.header.width else {
      let line = source.table.excerpt(at: position.offset)
      return [line] + [String](repeating: "", count: columns.count - 1)
    }
    let reader = RowReader(table: source.table, header: source.header, row: row)
    return columns.map { column in
      guard reader.cell(column) == nil else { return reader.text(column) }
      return switch column {
      case "body": options.body ?? ""
      case "entered_at": options.enteredAt?.iso ?? ""
      case "channel": options.channel.rawValue
      default: ""
      }
    }
  }

  private struct Refusal: Error { var diagnostic: Diagnostic }

  private static func source(
    of file: RegisterFile
  ) -> Result<(Source, DecodedText.Encoding), Refusal> {
    let text: DecodedText
    switch DecodedText.decoded(file.bytes) {
    case .success(let decoded): text = decoded
    case .failure(let fault):
      let diagnostic = ImportFinding.encoding(fault).diagnostic(at: fault.place(in: file))
      return .failure(Refusal(diagnostic: diagnostic))
    }
    let table = CSVTable(file: file.name, bytes: text.bytes)
    var parser = CSVParser(text.bytes)
    switch parser.next() {
    case nil:
      let finding = ImportFinding.header(missing: [], unknown: [])
      return .failure(Refusal(diagnostic: finding.diagnostic(at: table.firstLine)))
    case .fault(let fault):
      let finding = ImportFinding.brokenRow(fault.kind)
      return .failure(Refusal(diagnostic: finding.diagnostic(at: table.place(of: fault))))
    case .row(let row):
      switch TableHeader.recognized(in: row.cells) {
      case .failure(let mismatch):
        let finding = ImportFinding.header(missing: mismatch.missing, unknown: mismatch.unknown)
        return .failure(Refusal(diagnostic: finding.diagnostic(at: table.place(of: row))))
      case .success(let header):
        let source = Source(table: table, header: header, start: parser.position)
        return .success((source, text.encoding))
      }
    }
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
}

extension TextEncodingFault {
  /// The line of the first wrong byte; there is no text to show.
  func place(in file: RegisterFile) -> Place {
    Place(file: file.name, line: LineIndex(file.bytes).line(at: offset))
  }
}
