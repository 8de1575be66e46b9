import CivilDates
import Diagnostics
import GRDB

extension Register {
  /// Takes the rows of `files`, all in one transaction.
  ///
  /// Tables are recognised by their columns and may come in any order, also over several imports: a link waits for its
  /// document and its resource. Rows that the register has already change nothing. A row that is wrong is
  /// reported and left out; the others are taken.
  ///
  /// - Throws: ``RegisterError/Code/unreadableInput`` or ``RegisterError/Code/missingOptions`` before anything is written;
  ///   ``RegisterError/Code/locked``, ``RegisterError/Code/diskFull`` and the like with the register as it was before.
  /// - Complexity: O(*n* log *m*) for *n* rows in a register of *m*.
  public func importFiles(
    _ files: [RegisterFile], options: ImportOptions = ImportOptions()
  ) throws(RegisterError) -> ImportReport {
    let files = try ImportFiles(files, options: options)
    do {
      var report = ImportReport()
      try pool.writeInTransaction { database in
        var session = ImportSession(files: files, options: options)
        report = try session.run(in: database)
        return report.hasChanges ? .commit : .rollback
      }
      return report
    } catch {
      throw RegisterError(error, path: path)
    }
  }
}

/// One import inside its transaction.
private struct ImportSession {
  let files: ImportFiles
  let options: ImportOptions
  private var report = ImportReport()
  private var findings: [ImportFiles.Located]

  init(files: ImportFiles, options: ImportOptions) {
    self.files = files
    self.options = options
    findings = files.diagnostics
    report.resources.refused = files.refused[.resources] ?? 0
    report.documents.refused = files.refused[.documents] ?? 0
    report.links.refused = files.refused[.links] ?? 0
  }

  mutating func run(in database: Database) throws -> ImportReport {
    let previous = try Register.revision(in: database)
    let revision = previous + 1
    try database.execute(
      sql: "INSERT INTO revision (number, action, author, recorded_on) VALUES (?, 'import', ?, ?)",
      arguments: [revision, options.author, options.today?.iso])
    let writer = try RegisterWriter(
      database, revision: revision, onDifference: options.onDifference)
    try write(with: writer)
    try writer.resolvePendingLinks()
    try notePendingLinks(in: database)

    let tallies = [report.resources, report.documents, report.links]
    report.hasChanges = tallies.contains { $0.added + $0.replaced > 0 }
    report.revision = report.hasChanges ? revision : previous
    if report.hasChanges { try log(revision, in: database) }
    report.diagnostics = inOrder(findings)
    return report
  }

  private mutating func write(with writer: RegisterWriter) throws {
    for row in files.resources {
      let outcome = try writer.write(row, file: name(row.origin))
      count(outcome, in: \.resources)
      note(outcome, row.origin, column: "url") { .differingResource(columns: $0) }
    }
    for row in files.documents {
      let outcome = try writer.write(row, file: name(row.origin))
      count(outcome, in: \.documents)
      note(outcome, row.origin, column: "id") { .differingDocument(columns: $0) }
    }
    for row in files.links {
      let outcome = try writer.write(row, file: name(row.origin))
      count(outcome, in: \.links)
    }
  }

  private func name(_ origin: RowOrigin) -> String { files.sources[origin.file].table.file }

  private mutating func count(
    _ outcome: RegisterWriter.Outcome, in tally: WritableKeyPath<ImportReport, ImportReport.Tally>
  ) {
    switch outcome {
    case .added: report[keyPath: tally].added += 1
    case .replaced: report[keyPath: tally].replaced += 1
    case .unchanged: report[keyPath: tally].unchanged += 1
    case .differing: report[keyPath: tally].refused += 1
    }
  }

  private mutating func note(
    _ outcome: RegisterWriter.Outcome, _ origin: RowOrigin, column: String,
    _ finding: ([String]) -> ImportFinding
  ) {
    guard case .differing(let columns, let file, let line, let entered) = outcome else { return }
    let place = files.sources[origin.file].table.place(of: origin.key, column: column)
    let holder = Place(
      file: file, block: column, line: line, excerpt: entered, marked: 0..<entered.utf8.count)
    let diagnostic = finding(columns).diagnostic(at: place, holder)
    findings.append(ImportFiles.Located(file: origin.file, diagnostic: diagnostic))
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
    let waiting = Dictionary(
      grouping: files.links.filter {
        pending.contains(Link(document: $0.document, url: $0.url.text))
      }, by: \.origin.file)
    for (file, links) in waiting {
      guard let first = links.first else { continue }
      let count = Set(links.map { Link(document: $0.document, url: $0.url.text) }).count
      let place = files.sources[file].table.place(of: first.origin.key, column: "url")
      let diagnostic = ImportFinding.pendingLinks(count).diagnostic(at: place)
      findings.append(ImportFiles.Located(file: file, diagnostic: diagnostic))
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

  private func inOrder(_ findings: [ImportFiles.Located]) -> [Diagnostic] {
    findings.enumerated()
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
