import Diagnostics
import Language

/// N3: the last row of a table, «Барлығы» or «Итого», that is not the sum of the rows above.
struct TableTotals {
  private let letter: LetterFacts

  init(_ letter: LetterFacts) { self.letter = letter }

  func findings() -> [PlacedFinding] {
    var found: [PlacedFinding] = []
    var rows: [LetterParagraph] = []
    for paragraph in letter.paragraphs {
      guard paragraph.requisite == .tableRow else {
        rows = []
        continue
      }
      if Self.isTotal(paragraph) {
        found += findings(in: paragraph, above: rows)
        rows = []
      } else {
        rows.append(paragraph)
      }
    }
    return found
  }

  private static let words: WordSet = ["барлығы", "жиыны", "жалпы", "итого", "всего"]

  private static func isTotal(_ row: LetterParagraph) -> Bool {
    let first = row.text.tokens.first { $0.kind == .word }
    return first.map { words.contains($0.lowercased) } ?? false
  }

  private func findings(in total: LetterParagraph, above rows: [LetterParagraph]) -> [PlacedFinding]
  {
    let cells = cells(of: total)
    let above = rows.map { self.cells(of: $0) }.filter { row in
      row.count == cells.count && row.contains { $0 != nil }
    }
    return cells.indices.compactMap { column -> PlacedFinding? in
      guard let sum = cells[column] else { return nil }
      let parts = above.map { $0[column] }.drop { $0 == nil }.compactMap(\.self)
      guard parts.count > 1, parts.count == above.drop(while: { $0[column] == nil }).count,
        parts.allSatisfy({ $0.figure.isWhole }), sum.figure.isWhole
      else { return nil }
      let added = parts.reduce(Int?(0)) { sum, part in
        let (added, overflows) = (sum ?? 0).addingReportingOverflow(part.figure.significand)
        return sum == nil || overflows ? nil : added
      }
      guard let added, added != sum.figure.significand else { return nil }
      return BreakdownRules.finding(
        sum, parts, sum: Figure(added).text, severity: .error)
    }
  }

  /// The number of each cell that holds nothing but a number.
  private func cells(of row: LetterParagraph) -> [Breakdown.Number?] {
    var cells: [Breakdown.Number?] = []
    var start = 0
    for cell in row.text.text.split(separator: "\t", omittingEmptySubsequences: false) {
      let range = start..<start + cell.utf8.count
      let facts = letter[row].filter { range.contains($0.range.lowerBound) }
      let isNumber = !cell.unicodeScalars.contains { $0.isLetterOfWord }
      cells.append(
        isNumber && facts.count == 1 ? facts.first.flatMap { Breakdown.Number($0, row) } : nil)
      start = range.upperBound + 1
    }
    return cells
  }
}
