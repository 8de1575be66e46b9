import Register

/// Rows as people read them in a terminal or open them in a spreadsheet.
struct TextTable {
  var headings: [String]
  var rows: [[String]]
  /// The columns of numbers, which stand to the right.
  var numbers: Set<Int> = []

  /// Longer cells are cut in a terminal.
  var widest = 60

  /// Columns aligned by characters, two spaces between them.
  var aligned: String {
    let lines = ([headings] + rows).map { $0.map { cut(Self.visible($0)) } }
    var widths = headings.map { _ in 0 }
    for line in lines {
      for (column, cell) in line.enumerated() where column < widths.count {
        widths[column] = max(widths[column], cell.count)
      }
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([lines[0], rule] + lines.dropFirst()).map { line in
      let cells = zip(line, widths).enumerated().map { column, cell in
        let (text, width) = cell
        let space = String(repeating: " ", count: width - text.count)
        return numbers.contains(column) ? space + text : text + space
      }
      let text = cells.joined(separator: "  ")
      let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.startIndex
      return text[..<end] + "\n"
    }.joined()
  }

  /// The rows as the register writes its files.
  var csv: String {
    var text = CSVText(header: headings)
    for row in rows { text.append(row) }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// Text on one line, with marks that would reorder or hide text written out.
  static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
        0xFEFF:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func cut(_ text: String) -> String {
    text.count > widest ? text.prefix(widest - 1) + "…" : text
  }
}
