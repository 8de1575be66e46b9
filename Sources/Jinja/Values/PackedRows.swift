import JSON

/// Rows of a table as they lie one after the other in memory: of each cell eight bytes, and all texts in one piece, one that comes again only once.
///
/// A hundred thousand rows with five texts take 15 MB, and whoever goes through them finds the next one beside the last.
final class PackedRows: Sendable {
  /// A text, by its place among the bytes, or another value.
  struct Cell {
    /// Instead of a length: a whole number, which is the place itself, or a value that is kept among others.
    static let integer = UInt32.max - 1
    static let other = UInt32.max

    let start: UInt32
    let count: UInt32

    var isText: Bool { count < Self.integer }
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// Written once, by who made the rows; a pointer, since taking hold of an array for each text takes longer than looking at it.
  private nonisolated(unsafe) let bytes: UnsafeMutableBufferPointer<UInt8>
  private let cells: [Cell]
  private let others: [Value]

  init(_ bytes: [UInt8], _ cells: [Cell], _ others: [Value]) {
    self.bytes = .allocate(capacity: bytes.count)
    _ = self.bytes.initialize(from: bytes)
    self.cells = cells
    self.others = others
  }

  deinit { bytes.deallocate() }

  @inline(__always)
  private func text(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.upperBound <= bytes.count)
    return UnsafeBufferPointer(rebasing: bytes[range])
  }

  func value(at index: Int) -> Value {
    let cell = cells[index]
    return switch cell.count {
    case Cell.integer: .integer(Int(Int32(bitPattern: cell.start)))
    case Cell.other: others[Int(cell.start)]
    default: .string(String(decoding: text(cell.range), as: UTF8.self))
    }
  }

  /// The bytes of the text at this place, which are there as long as these rows are, or `nil` if there is another value.
  @inline(__always)
  func text(at index: Int) -> UnsafeBufferPointer<UInt8>? {
    let cell = cells[index]
    return cell.isText ? text(cell.range) : nil
  }
}

/// Puts rows together that all have the same fields, as they are read.
struct RowPacker {
  /// So many bytes of text, or cells, are put into one piece.
  private static let pieceSize = 1 << 16
  /// Longer texts seldom come again.
  private static let maximumShared = 64
  private static let recentCount = 1 << 10

  let shape: ObjectShape
  /// The names of the fields as JSON has them, in quotes.
  let names: [[UInt8]]
  private var bytes: [UInt8] = []
  private var cells: [PackedRows.Cell] = []
  private var others: [Value] = []
  /// Texts that were read last, each at the place that its bytes lead to.
  private var recent: [PackedRows.Cell] = []

  /// A packer for rows of this shape, or `nil` if they have no fields, or one with a name that JSON may write in some other way.
  init?(_ shape: ObjectShape) {
    let isPlain = shape.names.allSatisfy { name in
      name.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
    guard isPlain, !shape.names.isEmpty else { return nil }
    self.shape = shape
    names = shape.names.map { Array("\"\($0)\"".utf8) }
    forgetTexts()
  }

  /// Whether there are enough rows for a piece.
  var isPiece: Bool { bytes.count >= Self.pieceSize || cells.count >= Self.pieceSize / 8 }

  private mutating func forgetTexts() {
    recent = Array(repeating: PackedRows.Cell(start: 0, count: 0), count: Self.recentCount)
  }

  /// Adds the text that stands next as a cell.
  mutating func appendText(from reader: inout JSONReader) throws(JSONSyntaxError) {
    let start = bytes.count
    try reader.appendText(to: &bytes)
    let count = bytes.count - start
    guard start < UInt32.max, count < PackedRows.Cell.integer else {
      // A text that long has a piece of its own.
      append(.string(String(decoding: bytes[start...], as: UTF8.self)))
      bytes.removeSubrange(start...)
      return
    }
    var cell = PackedRows.Cell(start: UInt32(start), count: UInt32(count))
    if count <= Self.maximumShared {
      let place = JSONReader.place(of: bytes[start...], among: Self.recentCount)
      let known = recent[place]
      if known.count == cell.count, bytes[known.range].elementsEqual(bytes[start...]) {
        bytes.removeSubrange(start...)
        cell = known
      } else {
        recent[place] = cell
      }
    }
    cells.append(cell)
  }

  /// Adds a cell.
  mutating func append(_ value: Value) {
    if case .integer(let number) = value, let number = Int32(exactly: number) {
      let start = UInt32(bitPattern: number)
      return cells.append(PackedRows.Cell(start: start, count: PackedRows.Cell.integer))
    }
    cells.append(PackedRows.Cell(start: UInt32(others.count), count: PackedRows.Cell.other))
    others.append(value)
  }

  /// Takes back the cells of a row that turns out to have other fields, so many of them.
  mutating func takeBack(_ count: Int) -> [Value] {
    let start = cells.count - count
    let row = PackedRows(bytes, cells, others)
    defer { cells.removeSubrange(start...) }
    return (start..<cells.count).map { row.value(at: $0) }
  }

  /// Hands over all rows.
  mutating func handOver(to elements: inout [Value]) {
    guard !cells.isEmpty else { return }
    // Copied, since a list that grows has more room than it needs.
    let rows = PackedRows(
      bytes, cells.withUnsafeBufferPointer { Array($0) },
      others.withUnsafeBufferPointer { Array($0) })
    for first in stride(from: 0, to: cells.count, by: names.count) {
      elements.append(.object(ObjectValue(shape, rows, first: first)))
    }
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    forgetTexts()
  }
}
