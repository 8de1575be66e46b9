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
  /// The first character of the row that can stand in no cell.
  private var stray: CSVFault?

  /// Reads UTF-8 text from `offset` on, where a row begins.
  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    let mark = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    index = max(offset, mark)
  }

  /// Where the next row begins.
  var position: Int { index }

  /// The next row that is not blank, or what is wrong with it; `nil` at the end.
  ///
  /// - Complexity: O(*n*) in the length of the row.
  mutating func next() -> CSVItem? {
    while index < bytes.count {
      if let item = parseRow() { return item }
    }
    return nil
  }

  private mutating func parseRow() -> CSVItem? {
    let start = index
    var cells: [CSVCell] = []
    stray = nil
    while true {
      let offset = index
      switch parseCell() {
      case .success(let text):
        cells.append(CSVCell(text: text, offset: offset))
      case .failure(let fault):
        index = start
        skipLine()
        return .fault(CSVFault(kind: fault.kind, offset: offset, row: start))
      }
      guard index < bytes.count, bytes[index] == Self.separator else { break }
      index += 1
    }
    skipLineEnd()
    if let stray { return .fault(CSVFault(kind: stray.kind, offset: stray.offset, row: start)) }
    // Blank lines, and the rows of bare separators that spreadsheets leave at the end.
    guard cells.contains(where: { !$0.text.isEmpty }) else { return nil }
    return .row(CSVRow(cells: cells, offset: start))
  }

  private mutating func note(_ kind: CSVFault.Kind, at offset: Int) {
    if stray == nil { stray = CSVFault(kind: kind, offset: offset, row: offset) }
  }

  private struct Fault: Error { var kind: CSVFault.Kind }

  private mutating func parseCell() -> Result<String, Fault> {
    guard index < bytes.count, bytes[index] == Self.quote else { return parseBareCell() }
    let limit = min(bytes.count, index + Self.maximumCell)
    var content: [UInt8] = []
    var cursor = index + 1
    while cursor < limit {
      guard bytes[cursor] == Self.quote else {
        if bytes[cursor] == 0 { note(.zeroByte, at: cursor) }
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
      if bytes[index] == 0 { note(.zeroByte, at: index) }
      if bytes[index] == Self.carriageReturn, index + 1 < bytes.count,
        bytes[index + 1] != Self.newline
      {
        note(.bareCarriageReturn, at: index)
      }
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
