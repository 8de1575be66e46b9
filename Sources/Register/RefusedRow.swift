public import Diagnostics

/// A row that an import did not take, as it can be mended and imported again.
public struct RefusedRow: Hashable, Sendable {
  /// The table that the row belongs to.
  public var table: ImportTable
  /// The file and line, `resources.csv:17`.
  public var place: String
  /// The cells in the order of ``ImportTable/columns``. A row that could not be split stands in the first cell, whole.
  public var values: [String]
  /// What is wrong with it.
  public var reasons: [Message]
}

extension ImportReport {
  /// The refused rows of each table as a file of that table, with two columns more: where the row stood and why it was
  /// refused. An import ignores these two, so that a mended file can be imported as it is.
  ///
  /// - Returns: tables without refused rows are left out.
  public func refusedTables(
    in language: MessageLanguage
  ) -> [(table: ImportTable, bytes: [UInt8])] {
    ImportTable.allCases.compactMap { table in
      let rows = refusedRows.filter { $0.table == table }
      guard !rows.isEmpty else { return nil }
      // A column that no row fills would empty what the register has there.
      let kept = table.columns.indices.filter { index in
        !table.extra.contains(table.columns[index]) || rows.contains { !$0.values[index].isEmpty }
      }
      var text = CSVText(header: kept.map { table.columns[$0] } + ImportTable.reportColumns)
      for row in rows {
        let reasons = row.reasons.map { $0[language] }.joined(separator: "; ")
        text.append(kept.map { row.values[$0] } + [row.place, reasons])
      }
      return (table, text.bytes)
    }
  }
}
