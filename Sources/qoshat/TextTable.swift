/// Rows of text with their columns one below the other, for a terminal.
struct TextTable {
  enum Alignment {
    case left, right
  }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// A table with a heading; numbers belong to the right.
  init(_ columns: [(heading: String, alignment: Alignment)]) {
    alignments = columns.map(\.alignment)
    rows = [columns.map(\.heading)]
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines; below the heading a rule, two spaces between columns, none at a line's end.
  var text: String {
    let widths = alignments.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (column, cell) in cells.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.count)
        line += (column == 0 ? "" : "  ")
        line += alignments[column] == .left ? cell + space : space + cell
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    let rule = line(widths.map { String(repeating: "─", count: $0) })
    return line(rows[0]) + rule + rows.dropFirst().map(line).joined()
  }
}
