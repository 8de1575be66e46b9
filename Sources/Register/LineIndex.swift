/// Where the lines of a file begin, so that any number of places can be found without reading the file again.
struct LineIndex: Sendable {
  /// Offsets of first bytes, rising; a byte order mark belongs to no line.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    var starts = [bytes.starts(with: CSVParser.byteOrderMark) ? 3 : 0]
    var rest = bytes[...]
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
      starts.append(newline + 1)
      rest = rest[(newline + 1)...]
    }
    self.starts = starts
  }

  /// The number of lines, an empty one after the last line feed among them.
  var count: Int { starts.count }

  /// The line, from 1, that `offset` belongs to.
  ///
  /// - Complexity: O(log *n*) in the lines of the file.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Where the line begins that `offset` belongs to.
  func start(ofLineAt offset: Int) -> Int { min(starts[line(at: offset) - 1], offset) }
}
