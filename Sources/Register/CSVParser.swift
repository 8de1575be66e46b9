/// Reads `;`-separated rows: RFC 4180 with another separator, either line ending, and a byte order mark or none.
///
/// It never fails: a row that cannot be read becomes a fault, and reading goes on at the next line.
struct CSVParser {
  static let separator = UInt8(ascii: ";")
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// No cell of a register is that long; a stray quote would otherwise swallow the file.
  static let maximumCell = 65_536

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let bytes: [UInt8]
  private var index: Int
  private var rows: [CSVRow] = []
  private var faults: [CSVFault] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
  }

  /// Reads at most `limit` rows of UTF-8 text.
  static func parse(_ file: RegisterFile, limit: Int = .max) -> CSVTable {
    var parser = CSVParser(file.bytes)
    while parser.index < parser.bytes.count, parser.rows.count < limit {
      parser.parseRow()
    }
    return CSVTable(
      file: file.name, bytes: file.bytes, lines: LineIndex(file.bytes), rows: parser.rows,
      faults: parser.faults)
  }

  private mutating func parseRow() {
    let start = index
    var cells: [CSVCell] = []
    while true {
      let offset = index
      switch parseCell() {
      case .success(let text):
        cells.append(CSVCell(text: text, offset: offset))
      case .failure(let fault):
        faults.append(CSVFault(kind: fault.kind, offset: offset))
        index = start
        skipLine()
        return
      }
      guard index < bytes.count, bytes[index] == Self.separator else { break }
      index += 1
    }
    skipLineEnd()
    // Blank lines, and the rows of bare separators that spreadsheets leave at the end.
    guard cells.contains(where: { !$0.text.isEmpty }) else { return }
    rows.append(CSVRow(cells: cells, offset: start))
  }

  private struct Fault: Error { var kind: CSVFault.Kind }

  private mutating func parseCell() -> Result<String, Fault> {
    guard index < bytes.count, bytes[index] == Self.quote else { return parseBareCell() }
    let limit = min(bytes.count, index + Self.maximumCell)
    var content: [UInt8] = []
    var cursor = index + 1
    while cursor < limit {
      guard bytes[cursor] == Self.quote else {
        content.append(bytes[cursor])
        cursor += 1
        continue
      }
      if cursor + 1 < bytes.count, bytes[cursor + 1] == Self.quote {
        content.append(Self.quote)
        cursor += 2
        continue
      }
      index = cursor + 1
      guard isAtCellEnd(index) else { return .failure(Fault(kind: .textAfterQuote)) }
      return .success(String(decoding: content, as: UTF8.self))
    }
    return .failure(Fault(kind: limit == bytes.count ? .unclosedQuote : .tooLong))
  }

  private mutating func parseBareCell() -> Result<String, Fault> {
    let start = index
    while index < bytes.count, bytes[index] != Self.separator, bytes[index] != Self.newline {
      index += 1
    }
    var end = index
    let endsLine = index == bytes.count || bytes[index] == Self.newline
    if endsLine, end > start, bytes[end - 1] == Self.carriageReturn { end -= 1 }
    guard end - start <= Self.maximumCell else { return .failure(Fault(kind: .tooLong)) }
    return .success(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  private func isAtCellEnd(_ position: Int) -> Bool {
    guard position < bytes.count else { return true }
    switch bytes[position] {
    case Self.separator, Self.newline: return true
    case Self.carriageReturn:
      return position + 1 == bytes.count || bytes[position + 1] == Self.newline
    default: return false
    }
  }

  private mutating func skipLineEnd() {
    if index < bytes.count, bytes[index] == Self.carriageReturn { index += 1 }
    if index < bytes.count, bytes[index] == Self.newline { index += 1 }
  }

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != Self.newline { index += 1 }
    skipLineEnd()
  }
}
