import GRDB

extension Register {
  /// Takes the rows of `files`, all in one transaction.
  ///
  /// Tables are recognised by their columns and may come in any order, also over several imports: a link waits for its
  /// document and its resource. Rows that the register has already change nothing. A row that is wrong is
  /// reported and left out; the others are taken, unless the import is strict. The order of rows and files makes no
  /// difference to what the register then holds.
  ///
  /// - Parameters:
  ///   - files: the tables, and the case data that they name.
  ///   - options: what the files do not say.
  ///   - progress: is told now and then how far the import has come; what it throws ends the import.
  /// - Returns: what became of the rows, or would become of them in a trial.
  /// - Throws: ``RegisterError/Code/unreadableInput`` or ``RegisterError/Code/missingOptions`` before anything is written;
  ///   ``RegisterError/Code/interrupted`` where `progress` threw; ``RegisterError/Code/locked``, ``RegisterError/Code/diskFull`` and the like with the register as it was before.
  /// - Complexity: O(*n* log *m*) for *n* rows in a register of *m*. Memory for the files and the keys of their rows, not
  ///   for the rows themselves.
  public func importFiles(
    _ files: [RegisterFile], options: ImportOptions = ImportOptions(),
    progress: (ImportProgress) throws(CancellationError) -> Void = { _ in }
  ) throws(RegisterError) -> ImportReport {
    let files = try ImportFiles(files, options: options)
    let total = files.estimatedRows
    var rows = 0
    do {
      // Before the transaction: others may write meanwhile.
      let check = try ImportCheck(files) { count in
        rows = count
        guard count.isMultiple(of: ImportSession.rowsPerNotice) else { return }
        try progress(ImportProgress(phase: .checking, rows: count, total: max(total, count)))
      }
      try progress(ImportProgress(phase: .checking, rows: rows, total: rows))
      var report = ImportReport()
      try pool.writeInTransaction { database in
        // Keys come in no order, so that every page of the indexes is changed again and again: with two megabytes, as usual,
        // most of them would be written and read each time.
        try database.execute(sql: "PRAGMA cache_size = -65536")
        defer { try? database.execute(sql: "PRAGMA cache_size = -2000") }
        var session = ImportSession(files: files, check: check)
        report = try session.run(in: database) { count in
          try progress(ImportProgress(phase: .writing, rows: count, total: rows))
        }
        return report.hasChanges && !files.options.isTrial ? .commit : .rollback
      }
      return report
    } catch {
      throw RegisterError(error, path: path)
    }
  }
}
