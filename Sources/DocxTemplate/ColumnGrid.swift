/// The columns of a table whose cells were repeated, left out or merged: the grid is made to fit its rows (ECMA-376 part 1, §17.4.48).
struct ColumnGrid {
  private let prefix: String

  init(prefix: String) { self.prefix = prefix }

  /// The grid that fits the table that begins at `mark` and ends with `bytes`, and where it stands; `nil` where it fits already. The table's width is kept.
  func change(of bytes: [UInt8], from mark: Int) -> (grid: Range<Int>, bytes: [UInt8])? {
    guard let found = measure(bytes, from: mark), found.needed > 0,
      found.needed != found.widths.count
    else { return nil }
    var grid = "<\(prefix)tblGrid>"
    for width in Self.widths(found.widths, spread: found.needed) {
      grid += "<\(prefix)gridCol \(prefix)w=\"\(width)\"/>"
    }
    return (found.grid, Array((grid + "</\(prefix)tblGrid>").utf8))
  }

  /// The widths of `count` columns that are together as wide as `widths`.
  static func widths(_ widths: [Int], spread count: Int) -> [Int] {
    let total = widths.reduce(0, +)
    guard total > 0 else { return Array(repeating: 0, count: count) }
    if count < widths.count {
      let kept = widths.prefix(count)
      let extra = (total - kept.reduce(0, +)) / count
      return kept.map { $0 + extra }
    }
    let scaled = widths.map { $0 * widths.count / count }
    return scaled + Array(repeating: total / count, count: count - widths.count)
  }

  private func measure(
    _ bytes: [UInt8], from mark: Int
  ) -> (grid: Range<Int>, widths: [Int], needed: Int)? {
    var scanner = MarkupScanner(bytes, from: mark)
    var depth = 0
    var grid: Range<Int>?
    var gridStart = 0
    var widths: [Int] = []
    var needed = 0
    var row = 0
    let spans: Set = ["gridSpan", "gridBefore", "gridAfter"]
    while let item = scanner.next() {
      switch item {
      case .text: continue
      case .start(let name, let isEmpty, let tag):
        guard name.hasPrefix(prefix) else { continue }
        let local = String(name.dropFirst(prefix.count))
        if local == "tbl" { depth += 1 }
        guard depth == 1 else { continue }
        switch local {
        case "tblGrid" where grid == nil:
          gridStart = tag.lowerBound
          if isEmpty { grid = tag }
        case "gridCol" where grid == nil:
          widths.append(
            min(max(scanner.attribute(prefix + "w", of: tag).flatMap { Int($0) } ?? 0, 0), 1 << 20))
        case "tr": row = 0
        case "tc": row += 1
        case _ where spans.contains(local):
          let count = scanner.attribute(prefix + "val", of: tag).flatMap { Int($0) } ?? 0
          row += min(max(local == "gridSpan" ? count - 1 : count, 0), 1000)
        default: break
        }
      case .end(let name):
        if name == prefix + "tbl" { depth -= 1 }
        guard depth == 1 else { continue }
        if name == prefix + "tblGrid", grid == nil { grid = gridStart..<scanner.offset }
        if name == prefix + "tr" { needed = max(needed, row) }
      }
    }
    return grid.map { ($0, widths, needed) }
  }
}
