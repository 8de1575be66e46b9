import CivilDates
import Diagnostics

/// Reads the cells of one row, noting every cell that is wrong.
struct RowReader {
  let table: CSVTable
  let header: TableHeader
  let row: CSVRow
  private(set) var diagnostics: [Diagnostic] = []
  /// What the row's address was read as before.
  private let knownAddress: CanonicalURL?

  init(table: CSVTable, header: TableHeader, row: CSVRow, knownAddress: CanonicalURL? = nil) {
    self.table = table
    self.header = header
    self.row = row
    self.knownAddress = knownAddress
  }

  /// The cell of a column, or `nil` if the file does not have the column.
  func cell(_ column: String) -> CSVCell? {
    header.position(of: column).map { row.cells[$0] }
  }

  /// The text of a cell as it was before an export; empty if the file does not have the column.
  func text(_ column: String) -> String {
    cell(column).map { FormulaGuard.removed(from: $0.text) } ?? ""
  }

  /// The text of a cell without blanks around it.
  func word(_ column: String) -> String { Self.trimmed(text(column)) }

  mutating func note(_ finding: ImportFinding, _ column: String) {
    guard let cell = cell(column) else { return }
    diagnostics.append(finding.diagnostic(at: table.place(of: cell, column: column)))
  }

  mutating func required(_ column: String) -> String? {
    let word = word(column)
    guard word.isEmpty else { return word }
    note(.empty(column: column), column)
    return nil
  }

  mutating func date(_ column: String) -> CivilDate? {
    guard let word = required(column) else { return nil }
    if let date = CivilDate(iso: word) { return date }
    note(.date(column: column), column)
    return nil
  }

  mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ column: String, of type: Value.Type
  ) -> Value? {
    guard let word = required(column) else { return nil }
    if let value = Value(rawValue: word.lowercased()) { return value }
    note(.word(column: column, allowed: Value.allCases.map(\.rawValue)), column)
    return nil
  }

  mutating func url(_ column: String) -> CanonicalURL? {
    if let knownAddress { return knownAddress }
    do throws(URLProblem) {
      return try CanonicalURL(parsing: text(column))
    } catch {
      note(.url(error), column)
      return nil
    }
  }

  /// Without spaces and tabs around it.
  static func trimmed(_ text: String) -> String {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, isBlank(first) || isBlank(last) else {
      return text
    }
    guard let start = bytes.firstIndex(where: { !isBlank($0) }),
      let end = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[start...end])
  }
}
