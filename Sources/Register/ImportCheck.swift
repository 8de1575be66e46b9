import CivilDates
import Diagnostics
import GRDB

/// The first reading of an import's rows: which of them are wrong, and which are about the same thing.
///
/// Of two rows that say different things of one resource or document the earlier is taken, by its date and then by its
/// cells, never by its place: so the order of rows and files makes no difference to the register.
struct ImportCheck {
  /// The rows that are not to be written, with the reasons.
  private(set) var refused: [RowPosition: [Diagnostic]] = [:]
  /// The addresses of the rows of each file: making them is half of the reading.
  private(set) var addresses: [[CanonicalURL?]]
  private var holders: [ImportTable: [String: RowPosition]] = [:]
  /// Rows that say exactly what a holder says.
  private var repeats: [RowPosition: [RowPosition]] = [:]
  private var losers: [RowPosition: String] = [:]
  private let files: ImportFiles

  /// Reads every row once.
  ///
  /// - Complexity: O(*n*) time; memory for the keys of the rows, and for what is wrong.
  init(_ files: ImportFiles, progress: (Int) throws -> Void) rethrows {
    self.files = files
    addresses = files.sources.map { _ in [] }
    var count = 0
    for file in files.reading {
      let hasAddresses = files.sources[file].header.table != .documents
      try files.forEachRow(of: file) { position, item in
        let (row, diagnostics) = files.read(item, file: file)
        if let row { note(row, at: position) } else { refused[position] = diagnostics }
        if hasAddresses { addresses[file].append(row?.address) }
        count += 1
        try progress(count)
      }
    }
    for (position, identity) in losers {
      refuse(position, identity)
    }
    holders = [:]
    repeats = [:]
  }

  private mutating func note(_ row: ImportRow, at position: RowPosition) {
    guard let identity = row.identity else { return }
    let table = files.sources[position.file].header.table
    guard let holder = holders[table]?[identity] else {
      holders[table, default: [:]][identity] = position
      return
    }
    guard let held = files.row(at: holder) else { return }
    let (old, new) = (RegisterWriter.values(of: held), RegisterWriter.values(of: row))
    if old == new {
      repeats[holder, default: []].append(position)
    } else if row.precedes(held, new, old) {
      for loser in [holder] + (repeats[holder] ?? []) { losers[loser] = identity }
      repeats[holder] = nil
      holders[table, default: [:]][identity] = position
    } else {
      losers[position] = identity
    }
  }

  private mutating func refuse(_ position: RowPosition, _ identity: String) {
    let table = files.sources[position.file].header.table
    guard let holder = holders[table]?[identity], let held = files.row(at: holder),
      let row = files.row(at: position)
    else { return }
    let columns = RegisterWriter.differences(between: held, and: row)
    let source = files.sources[holder.file].table
    let origin = RegisterWriter.Holder(
      file: source.file, line: held.origin.line, entered: held.origin.key.text, date: held.date)
    refused[position] = [files.diagnostic(of: row, differingIn: columns, from: origin)]
  }
}

extension ImportRow {
  /// The day of entry or preparation.
  var date: String {
    switch self {
    case .resource(let row): row.record.enteredAt.iso
    case .document(let row): row.record.preparedAt.iso
    case .link: ""
    }
  }

  fileprivate func precedes(
    _ other: ImportRow, _ values: [DatabaseValue], _ others: [DatabaseValue]
  ) -> Bool {
    if date != other.date { return date < other.date }
    for (value, other) in zip(values, others) where value != other {
      let text = String.fromDatabaseValue(value) ?? ""
      return text.utf8.lexicographicallyPrecedes((String.fromDatabaseValue(other) ?? "").utf8)
    }
    return false
  }
}

extension ImportFiles {
  /// The finding that a row differs from the one that holds its resource or document.
  func diagnostic(
    of row: ImportRow, differingIn columns: [String], from holder: RegisterWriter.Holder
  ) -> Diagnostic {
    let (column, finding): (String, ImportFinding) =
      switch row {
      case .document: ("id", .differingDocument(columns: columns, since: holder.date))
      case .resource, .link: ("url", .differingResource(columns: columns, since: holder.date))
      }
    let place = sources[row.origin.file].table.place(of: row.origin.key, column: column)
    let other = Place(
      file: holder.file, block: column, line: holder.line, excerpt: holder.entered,
      marked: 0..<holder.entered.utf8.count)
    return finding.diagnostic(at: place, other)
  }
}
