import CivilDates
import Diagnostics
import GRDB

/// One import inside its transaction.
struct ImportSession {
  static let rowsPerNotice = 500

  private let files: ImportFiles
  private let addresses: [[CanonicalURL?]]
  private var refused: [RowPosition: [Diagnostic]]
  private var notices: [ImportFiles.Located]
  private var report = ImportReport()

  init(files: ImportFiles, check: ImportCheck) {
    self.files = files
    addresses = check.addresses
    refused = check.refused
    notices = files.notices
  }

  /// Writes what can be written, under the next revision.
  mutating func run(in database: Database, progress: (Int) throws -> Void) throws -> ImportReport {
    let previous = try Register.revision(in: database)
    let revision = previous + 1
    try database.execute(
      sql: "INSERT INTO revision (number, action, author, recorded_on) VALUES (?, 'import', ?, ?)",
      arguments: [revision, files.options.author, files.options.today?.iso])
    let writer = try RegisterWriter(database, revision: revision, files: files)
    try write(with: writer, progress: progress)
    try writer.resolvePendingLinks()
    try notePendingLinks(in: database)

    report.refusedRows = refused.sorted { $0.key < $1.key }.map { files.refused($0.key, $0.value) }
    for row in report.refusedRows { report[keyPath: tally(of: row.table)].refused += 1 }
    report.diagnostics = diagnosticsInOrder()
    report.isRejected = files.options.isStrict && report.diagnostics.hasErrors
    if report.isRejected {
      for table in ImportTable.allCases {
        report[keyPath: tally(of: table)].added = 0
        report[keyPath: tally(of: table)].replaced = 0
      }
      report.pendingLinks = 0
    }
    let tallies = [report.resources, report.documents, report.links]
    report.hasChanges = tallies.contains { $0.added + $0.replaced > 0 }
    report.revision = report.hasChanges ? revision : previous
    if report.hasChanges { try log(revision, in: database) }
    return report
  }

  private mutating func write(with writer: RegisterWriter, progress: (Int) throws -> Void) throws {
    var count = 0
    for file in files.reading {
      let table = files.sources[file].table
      let tally = tally(of: files.sources[file].header.table)
      try files.forEachRow(of: file, addresses: addresses[file]) { position, row in
        count += 1
        if count.isMultiple(of: Self.rowsPerNotice) { try progress(count) }
        guard refused[position] == nil, let row = row() else { return }
        switch try writer.write(row, file: table.file) {
        case .added: report[keyPath: tally].added += 1
        case .replaced: report[keyPath: tally].replaced += 1
        case .unchanged: report[keyPath: tally].unchanged += 1
        case .differing(let columns, let holder):
          refused[position] = [files.diagnostic(of: row, differingIn: columns, from: holder)]
        case .contradicting:
          let place = table.place(of: row.origin.key, column: "status")
          refused[position] = [ImportFinding.contradiction(.statusDates).diagnostic(at: place)]
        }
      }
    }
    try progress(count)
  }

  private func tally(
    of table: ImportTable
  ) -> WritableKeyPath<ImportReport, ImportReport.Tally> {
    switch table {
    case .resources: \.resources
    case .documents: \.documents
    case .links: \.links
    }
  }

  /// One warning for each file of links, at its first link that waits.
  private mutating func notePendingLinks(in database: Database) throws {
    struct Link: Hashable {
      var document: String
      var url: String
    }
    let rows = try Row.fetchAll(database, sql: "SELECT document, canonical_url FROM pending_link")
    let pending = Set(rows.map { Link(document: $0[0], url: $0[1]) })
    report.pendingLinks = pending.count
    guard !pending.isEmpty else { return }
    var waiting: [Int: (first: RowOrigin, links: Set<Link>)] = [:]
    for file in files.reading where files.sources[file].header.table == .links {
      files.forEachRow(of: file, addresses: addresses[file]) { _, row in
        guard case .link(let row) = row() else { return }
        let link = Link(document: row.document, url: row.url.text)
        guard pending.contains(link) else { return }
        waiting[file, default: (row.origin, [])].links.insert(link)
      }
    }
    for (file, found) in waiting {
      let place = files.sources[file].table.place(of: found.first.key, column: "url")
      let diagnostic = ImportFinding.pendingLinks(found.links.count).diagnostic(at: place)
      notices.append(ImportFiles.Located(file: file, diagnostic: diagnostic))
    }
  }

  private func log(_ revision: Int, in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE revision SET resources_added = ?, resources_replaced = ?, documents_added = ?,
          documents_replaced = ?, links_added = ?
        WHERE number = ?
        """,
      arguments: [
        report.resources.added, report.resources.replaced, report.documents.added,
        report.documents.replaced, report.links.added, revision,
      ])
    for (index, source) in files.sources.enumerated() {
      try database.execute(
        sql: "INSERT INTO imported_file (revision, position, name, content) VALUES (?, ?, ?, ?)",
        arguments: [revision, index + 1, source.table.file, source.header.table.rawValue])
    }
  }

  private func diagnosticsInOrder() -> [Diagnostic] {
    let rows = refused.sorted { $0.key < $1.key }.flatMap { position, diagnostics in
      diagnostics.map { ImportFiles.Located(file: position.file, diagnostic: $0) }
    }
    return (notices + rows).enumerated()
      .sorted { left, right in
        let (leftPlace, rightPlace) = (
          left.element.diagnostic.places.first, right.element.diagnostic.places.first
        )
        return (left.element.file, leftPlace?.line ?? 0, leftPlace?.column ?? 0, left.offset)
          < (right.element.file, rightPlace?.line ?? 0, rightPlace?.column ?? 0, right.offset)
      }
      .map(\.element.diagnostic)
  }
}
