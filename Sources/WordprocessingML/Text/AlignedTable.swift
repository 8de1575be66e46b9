/// A table drawn with characters: columns of equal width, a rule above, between and below the rows.
struct AlignedTable {
  struct Cell {
    var lines: [String]
    /// How many columns of the grid it takes.
    var span: Int
  }

  private var rows: [[Cell]] = []

  mutating func append(_ row: [Cell]) {
    if !row.isEmpty { rows.append(row) }
  }

  /// The lines of the drawing, none wider than `width` as far as words and columns allow.
  func lines(width: Int?) -> [String] {
    guard !rows.isEmpty else { return [] }
    let widths = columnWidths(within: width)
    let laid = rows.map { row in
      var column = 0
      return row.map { cell in
        let columns = column..<min(column + cell.span, widths.count)
        column = columns.upperBound
        let room = Self.room(widths[columns])
        return (columns, lines: cell.lines.flatMap { TextLayout.wrapped($0, width: room) })
      }
    }
    let rule = "+" + widths.map { String(repeating: "-", count: $0 + 2) + "+" }.joined()
    var output = [rule]
    for row in laid {
      for line in 0..<max(row.map(\.lines.count).max() ?? 0, 1) {
        output.append(
          row.reduce(into: "|") { text, cell in
            let content = cell.lines.indices.contains(line) ? cell.lines[line] : ""
            let room = Self.room(widths[cell.0])
            let blank = String(repeating: " ", count: max(room - TextLayout.width(of: content), 0))
            text += " " + content + blank + " |"
          })
      }
      output.append(rule)
    }
    return output
  }

  /// What `columns` have room for together, the borders between them included.
  private static func room(_ widths: ArraySlice<Int>) -> Int {
    widths.reduce(0, +) + 3 * max(widths.count - 1, 0)
  }

  /// As wide as their widest lines, or shares of what there is, none below its longest word while there is room.
  private func columnWidths(within width: Int?) -> [Int] {
    let count = min(rows.map { $0.reduce(0) { $0 + $1.span } }.max() ?? 1, Self.columns)
    var wanted = [Int](repeating: 1, count: count)
    var needed = wanted
    func require(_ width: Int, of columns: Range<Int>, in widths: inout [Int]) {
      let missing = width - Self.room(widths[columns])
      guard missing > 0, let last = columns.last else { return }
      let share = missing / columns.count
      for column in columns { widths[column] += share }
      widths[last] += missing % columns.count
    }
    for isSpanning in [false, true] {
      for row in rows {
        var column = 0
        for cell in row {
          let columns = min(column, count)..<min(column + cell.span, count)
          column += cell.span
          guard (columns.count > 1) == isSpanning, !columns.isEmpty else { continue }
          for line in cell.lines {
            require(TextLayout.width(of: line), of: columns, in: &wanted)
            for word in line.split(separator: " ") {
              require(TextLayout.width(of: String(word)), of: columns, in: &needed)
            }
          }
        }
      }
    }
    guard let width else { return wanted }
    var surplus = wanted.reduce(0, +) + 3 * count + 1 - width
    // The widest column gives first, so that short ones stay on one line.
    while surplus > 0 {
      let giving = wanted.indices.filter { wanted[$0] > needed[$0] }
      guard let widest = giving.map({ wanted[$0] }).max() else { break }
      let widestColumns = giving.filter { wanted[$0] == widest }
      let next = giving.map { wanted[$0] }.filter { $0 < widest }.max() ?? 1
      for column in widestColumns where surplus > 0 {
        let share = max(surplus / widestColumns.count, 1)
        let step = min(widest - max(next, needed[column]), share)
        wanted[column] -= max(step, 1)
        surplus -= max(step, 1)
      }
    }
    return wanted
  }

  /// Word knows 63 columns; what claims more is drawn with as many.
  private static let columns = 256
}
