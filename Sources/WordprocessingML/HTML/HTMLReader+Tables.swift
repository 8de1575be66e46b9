import XML

extension HTMLReader {
  /// A cell as it stands in the grid.
  private struct Cell {
    var node: XMLTree.NodeID
    var column: Int
    var span: Int
    var rows = 1
    var isCovered = false
    var format: TableFormat
  }

  private struct Row {
    var node: XMLTree.NodeID
    var properties: XMLTree.NodeID?
    var cells: [Cell] = []
    var before = 0
    var after = 0
    var height: Int?
    var isHeader = false
  }

  /// A table as it is laid out.
  private struct Grid {
    var rows: [Row]
    var format: TableFormat
    var style: Appearance.Style
    /// Where columns begin, and where the last one ends.
    var edges: [Int]

    func width(_ column: Int, _ span: Int) -> Int {
      edges[min(column + span, edges.count - 1)] - edges[min(column, edges.count - 1)]
    }
  }

  mutating func read(table: XMLTree.NodeID) {
    let properties = tree.child(.tblPr, of: table)
    let direct = properties.map { TableFormat($0, in: tree, appearance.theme) } ?? TableFormat()
    let style = appearance.style(direct.style ?? appearance.defaultTableStyle)
    var rows = rows(of: table)
    join(&rows)
    guard rows.contains(where: { !$0.cells.isEmpty }) else { return }
    let format = direct.over(style.table)
    var grid = Grid(rows: rows, format: format, style: style, edges: [])
    grid.edges = edges(of: table, rows, format)
    write(grid)
  }

  private func rows(of table: XMLTree.NodeID) -> [Row] {
    var rows: [Row] = []
    for node in tree.inner(.tr, of: table) {
      var row = Row(node: node, properties: tree.child(.trPr, of: node))
      guard !tree.isLeftOut(row.properties, options.changes) else { continue }
      if let properties = row.properties {
        row.before = columns(.gridBefore, in: properties)
        row.after = columns(.gridAfter, in: properties)
        row.isHeader = tree.isOn(.tblHeader, in: properties)
        row.height = tree.child(.trHeight, of: properties)
          .flatMap { tree.length("val", of: $0) }.map { max($0, 0) }
      }
      var column = row.before
      for cell in tree.inner(.tc, of: node) {
        let properties = tree.child(.tcPr, of: cell)
        let span = max(properties.map { columns(.gridSpan, in: $0) } ?? 1, 1)
        let format = properties.map { TableFormat($0, in: tree, appearance.theme) }
        row.cells.append(
          Cell(node: cell, column: column, span: span, format: format ?? TableFormat()))
        column += span
      }
      rows.append(row)
    }
    return rows
  }

  /// How many columns of the grid something takes; Word has at most 63.
  private func columns(_ property: WordElement, in properties: XMLTree.NodeID) -> Int {
    min(max(tree.value(of: property, in: properties).flatMap { Int($0) } ?? 0, 0), 63)
  }

  /// Joins cells that go on below.
  private func join(_ rows: inout [Row]) {
    var open: [Int: (row: Int, cell: Int)] = [:]
    for row in rows.indices {
      var next: [Int: (row: Int, cell: Int)] = [:]
      for cell in rows[row].cells.indices {
        let column = rows[row].cells[cell].column
        let merge = tree.child(.tcPr, of: rows[row].cells[cell].node)
          .flatMap { tree.child(.vMerge, of: $0) }
        guard let merge else { continue }
        let isStart = tree.attribute("val", of: merge) == "restart"
        if !isStart, let above = open[column],
          rows[above.row].cells[above.cell].span == rows[row].cells[cell].span
        {
          rows[above.row].cells[above.cell].rows += 1
          rows[row].cells[cell].isCovered = true
          next[column] = above
        } else {
          next[column] = (row, cell)
        }
      }
      open = next
    }
  }

  private func edges(of table: XMLTree.NodeID, _ rows: [Row], _ format: TableFormat) -> [Int] {
    let count =
      rows.map { row in
        (row.cells.last.map { $0.column + $0.span } ?? row.before) + row.after
      }.max() ?? 1
    var widths =
      tree.child(.tblGrid, of: table).map { grid in
        tree.tree.children(of: grid).compactMap { node in
          tree.element(node) == .gridCol ? max(tree.length("w", of: node) ?? 0, 0) : nil
        }
      } ?? []
    widths = Array(widths.prefix(count))
    widths += Array(repeating: 0, count: count - widths.count)
    if widths.contains(0) {
      for cell in rows.lazy.flatMap(\.cells) where cell.span == 1 && widths[cell.column] == 0 {
        if case .length(let width) = cell.format.width { widths[cell.column] = max(width, 0) }
      }
    }
    var total: Int? =
      switch format.width {
      case .length(let width) where width > 0: width
      case .share(let share) where share > 0: flow.width * min(share, 10_000) / 5000
      default: nil
      }
    let known = widths.reduce(0, +)
    let missing = widths.count { $0 == 0 }
    if missing > 0 {
      let room = max((total ?? flow.width) - known, 0) / missing
      for index in widths.indices where widths[index] == 0 { widths[index] = max(room, 200) }
    }
    let sum = widths.reduce(0, +)
    // The grid is what was measured last; a width that is a share of the text's follows the text.
    if case .share = format.width {} else if missing == 0 { total = nil }
    if let total, sum > 0, abs(sum - total) > 20 { widths = widths.map { $0 * total / sum } }
    return widths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  private mutating func write(_ grid: Grid) {
    let format = grid.format
    var css = Declarations()
    let width = grid.edges.last ?? 0
    css.add("width", points: width)
    let margin = format.margins.left ?? 108
    switch format.alignment ?? .start {
    case .center: css.add("margin", "0 auto")
    case .end: css.add("margin", "0 0 0 auto")
    default:
      // Before Word 2013 the text of a table stood in line with that around it, not its border.
      let isOld = document.settings.compatibility < 15 && depth == 0
      let indent = (format.indent ?? 0) - (isOld ? margin : 0)
      if indent != 0 { css.add("margin-inline-start", points: indent) }
    }
    if let spacing = format.cellSpacing, spacing > 0 {
      css.add("border-collapse", "separate")
      css.add("border-spacing", points: spacing * 2)
    }
    output +=
      "<table\(classes.attribute(css))\(format.isRightToLeft == true ? " dir=\"rtl\"" : "")>\n"
    output += "<colgroup>"
    for (from, to) in zip(grid.edges, grid.edges.dropFirst()) {
      output += "<col style=\"width:\(CSS.points(to - from))\">"
    }
    output += "</colgroup>\n"
    let headers = headerCount(grid.rows)
    if headers > 0 { output += "<thead>\n" }
    for index in grid.rows.indices {
      if index == headers { output += (headers > 0 ? "</thead>\n" : "") + "<tbody>\n" }
      write(row: index, of: grid)
    }
    output += headers == grid.rows.count ? "</thead>\n" : "</tbody>\n"
    output += "</table>\n"
  }

  /// How many rows at the top are repeated on every page.
  private func headerCount(_ rows: [Row]) -> Int {
    let count = rows.prefix { $0.isHeader }.count
    let isDivided = rows.prefix(count).enumerated().contains { index, row in
      row.cells.contains { index + $0.rows > count }
    }
    return isDivided || count == rows.count ? 0 : count
  }

  private mutating func write(row index: Int, of grid: Grid) {
    let row = grid.rows[index]
    var css = Declarations()
    if let height = row.height, height > 0 { css.add("height", points: height) }
    var mark = ""
    if options.changes == .all, let properties = row.properties {
      if tree.child(.ins, of: properties) != nil { mark = "ins" }
      if tree.child(.del, of: properties) != nil { mark = "del" }
    }
    output += "<tr\(classes.attribute(css, mark))>\n"
    if row.before > 0 { output += "<td colspan=\"\(row.before)\"></td>" }
    for cell in row.cells where !cell.isCovered { write(cell, row: index, of: grid) }
    if row.after > 0 { output += "<td colspan=\"\(row.after)\"></td>" }
    output += "</tr>\n"
  }

  private mutating func write(_ cell: Cell, row: Int, of grid: Grid) {
    let parts = parts(of: cell, row: row, grid)
    let part = parts.reduce(Appearance.Part()) { $1.over($0) }
    let format = cell.format.over(part.cell)
    let table = grid.format
    let isFirstColumn = cell.column == 0
    let isLastColumn = cell.column + cell.span >= grid.edges.count - 1
    let isFirstRow = row == 0
    let isLastRow = row + cell.rows >= grid.rows.count
    let outer = part.table.borders.over(table.borders)
    let partBorders = part.cell.borders
    let top =
      cell.format.borders.top ?? partBorders.top ?? (isFirstRow ? outer.top : outer.horizontal)
    let bottom =
      cell.format.borders.bottom ?? partBorders.bottom
      ?? (isLastRow ? outer.bottom : outer.horizontal)
    let left =
      cell.format.borders.left
      ?? (isFirstColumn ? partBorders.left : partBorders.vertical ?? partBorders.left)
      ?? (isFirstColumn ? outer.left : outer.vertical)
    let right =
      cell.format.borders.right
      ?? (isLastColumn ? partBorders.right : partBorders.vertical ?? partBorders.right)
      ?? (isLastColumn ? outer.right : outer.vertical)

    var css = Declarations()
    for (side, border) in [("top", top), ("right", right), ("bottom", bottom), ("left", left)] {
      if let border, border.isVisible { css.add("border-\(side)", CSS.border(border)) }
    }
    let margins = format.margins.over(part.table.margins).over(table.margins)
    let (inStart, inEnd) = (margins.left ?? 108, margins.right ?? 108)
    // A line stands half in the cell and takes none of the text's room in Word.
    func padding(_ margin: Int, _ border: Border?) -> Int {
      let width = border.map { $0.isVisible ? max($0.width, 6) : 0 } ?? 0
      return max(margin - width * 20 / 16, 0)
    }
    let sides = [
      margins.top ?? 0, padding(inEnd, right), margins.bottom ?? 0, padding(inStart, left),
    ]
    css.add("padding", sides.map { CSS.points($0) }.joined(separator: " "))
    if case .fill(let color) = format.shading ?? part.table.shading ?? table.shading {
      css.add("background-color", CSS.color(color))
    }
    switch format.verticalAlignment {
    case "center": css.add("vertical-align", "middle")
    case "bottom": css.add("vertical-align", "bottom")
    default: break
    }
    if format.isUnbroken == true { css.add("white-space", "nowrap") }
    let turn: String? =
      switch format.textDirection {
      case "btLr", "lrTbV": "writing-mode:vertical-rl;transform:rotate(180deg)"
      case "tbRl", "tbRlV", "tbLrV", "rl": "writing-mode:vertical-rl"
      default: nil
      }
    let spans =
      (cell.span > 1 ? " colspan=\"\(cell.span)\"" : "")
      + (cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : "")
    output += "<td\(classes.attribute(css))\(spans)>"
    if let turn { output += "<div style=\"\(turn)\">" }
    var inner = Flow(width: max(grid.width(cell.column, cell.span) - inStart - inEnd, 200))
    inner.tableRun = part.run.over(grid.style.run).over(flow.tableRun)
    inner.tableParagraph = part.paragraph.over(grid.style.paragraph).over(flow.tableParagraph)
    read(cell.node, in: inner)
    if turn != nil { output += "</div>" }
    output += "</td>\n"
  }

  /// What the table's style says of the parts that a cell belongs to, what goes before last.
  private func parts(of cell: Cell, row: Int, _ grid: Grid) -> [Appearance.Part] {
    guard !grid.style.parts.isEmpty else { return [] }
    let look = grid.format.look ?? [.wholeTable, .firstRow, .firstCol, .band1Horz, .band2Horz]
    let isFirstRow = row == 0 && look.contains(.firstRow)
    let isLastRow = row + cell.rows >= grid.rows.count && look.contains(.lastRow)
    let isFirstColumn = cell.column == 0 && look.contains(.firstCol)
    let isLastColumn =
      cell.column + cell.span >= grid.edges.count - 1 && look.contains(.lastCol)
    var wanted: Set<TablePart> = [.wholeTable]
    let band = max(grid.format.rowBand ?? 1, 1)
    let bandRow = row - (look.contains(.firstRow) ? 1 : 0)
    if bandRow >= 0, !isLastRow { wanted.insert(bandRow / band % 2 == 0 ? .band1Horz : .band2Horz) }
    let columnBand = max(grid.format.columnBand ?? 1, 1)
    let bandColumn = cell.column - (look.contains(.firstCol) ? 1 : 0)
    if bandColumn >= 0, !isLastColumn {
      wanted.insert(bandColumn / columnBand % 2 == 0 ? .band1Vert : .band2Vert)
    }
    wanted.formIntersection(look.union([.wholeTable]))
    if isFirstRow { wanted.insert(.firstRow) }
    if isLastRow { wanted.insert(.lastRow) }
    if isFirstColumn { wanted.insert(.firstCol) }
    if isLastColumn { wanted.insert(.lastCol) }
    if isFirstRow, isFirstColumn { wanted.insert(.nwCell) }
    if isFirstRow, isLastColumn { wanted.insert(.neCell) }
    if isLastRow, isFirstColumn { wanted.insert(.swCell) }
    if isLastRow, isLastColumn { wanted.insert(.seCell) }
    return TablePart.allCases.compactMap { wanted.contains($0) ? grid.style.parts[$0] : nil }
  }
}
