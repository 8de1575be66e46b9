/// Writes `;`-separated rows that ``CSVParser`` and spreadsheets read alike: UTF-8 with a byte order mark, `\r\n` at the
/// end of a row, formulas disarmed.
public struct CSVText {
  /// The file so far.
  public private(set) var bytes = CSVParser.byteOrderMark

  /// A file of one row, the names of its columns.
  public init(header: [String]) { append(header) }

  /// Adds a row.
  public mutating func append(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(CSVParser.separator) }
      append(cell)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private mutating func append(_ cell: String) {
    let quote = UInt8(ascii: "\"")
    let text = FormulaGuard.added(to: cell)
    let needsQuotes = text.utf8.contains {
      $0 == CSVParser.separator || $0 == quote || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
