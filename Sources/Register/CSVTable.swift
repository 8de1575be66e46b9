import Diagnostics

/// One cell, and where in the file's bytes it begins.
struct CSVCell: Hashable, Sendable {
  var text: String
  var offset: Int
}

/// One row that could be read.
struct CSVRow: Hashable, Sendable {
  var cells: [CSVCell]
  var offset: Int
}

/// A row that could not be read.
struct CSVFault: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// The quote at the beginning of a cell is never closed.
    case unclosedQuote
    /// Something other than a separator follows a closing quote.
    case textAfterQuote
    /// The cell is longer than ``CSVParser/maximumCell``.
    case tooLong
    /// A zero byte, at which half of all programs would cut the text.
    case zeroByte
    /// A carriage return outside quotes that ends no line: some programs would see two rows.
    case bareCarriageReturn
  }
  var kind: Kind
  /// Where the cell begins, or the character stands.
  var offset: Int
  /// Where the row begins.
  var row: Int
}

/// What a parser finds next.
enum CSVItem: Hashable, Sendable {
  case row(CSVRow)
  case fault(CSVFault)

  /// Where the row begins.
  var offset: Int {
    switch self {
    case .row(let row): row.offset
    case .fault(let fault): fault.row
    }
  }
}

/// The text of a file, with what is needed to say where each cell stands. Its rows are read when they are needed, so that
/// a file costs no more memory than its bytes.
struct CSVTable: Sendable {
  let file: String
  let bytes: [UInt8]
  let lines: LineIndex

  /// A table of UTF-8 text.
  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  private static let longestExcerpt = 200

  /// The line, from 1, that `offset` belongs to.
  func line(at offset: Int) -> Int { lines.line(at: offset) }

  /// The place of a cell: its text is the excerpt, all of it marked; of a long one the beginning.
  func place(of cell: CSVCell, column: String? = nil) -> Place {
    let scalars = cell.text.unicodeScalars
    let isLong = cell.text.utf8.count > Self.longestExcerpt
    let shown = isLong ? String(scalars.prefix(Self.longestExcerpt / 4)) + "…" : cell.text
    return Place(
      file: file, block: column, line: line(at: cell.offset), column: self.column(at: cell.offset),
      excerpt: shown, marked: 0..<shown.utf8.count)
  }

  /// The place of a row that could not be read: its first line, marked from the faulty cell on.
  func place(of fault: CSVFault) -> Place {
    place(ofLineAt: fault.offset, markedFrom: fault.offset)
  }

  /// The place of a whole row: its first line.
  func place(of row: CSVRow) -> Place {
    place(ofLineAt: row.offset, markedFrom: row.offset)
  }

  /// The place of the header, for what is wrong with a file as a whole.
  var firstLine: Place {
    place(ofLineAt: lines.start(ofLineAt: 0), markedFrom: lines.start(ofLineAt: 0))
  }

  /// The text of the line at `offset`, as far as a report shows it.
  func excerpt(at offset: Int) -> String { place(ofLineAt: offset, markedFrom: offset).excerpt }

  private func place(ofLineAt offset: Int, markedFrom mark: Int) -> Place {
    let start = lines.start(ofLineAt: offset)
    let end = bytes[min(offset, bytes.count)...].firstIndex {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    var shown = bytes[start..<(end ?? bytes.endIndex)]
    if shown.count > Self.longestExcerpt {
      // Cut between characters: a continuation byte must not come first in what is left out.
      var cut = max(start + Self.longestExcerpt, mark)
      while cut > mark, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
      shown = bytes[start..<cut]
    }
    let excerpt = String(decoding: shown, as: UTF8.self)
    return Place(
      file: file, line: line(at: mark), column: column(at: mark), excerpt: excerpt,
      marked: mark - start..<excerpt.utf8.count)
  }

  private func column(at offset: Int) -> Int {
    bytes[lines.start(ofLineAt: offset)..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }
}
