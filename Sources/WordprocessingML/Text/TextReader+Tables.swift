import XML

extension TextReader {
  mutating func read(table: XMLTree.NodeID) {
    var drawing = AlignedTable()
    let start = blocks.count
    for row in tree.inner(.tr, of: table) {
      guard !tree.isLeftOut(tree.child(.trPr, of: row), options.changes) else { continue }
      let cells = tree.inner(.tc, of: row).filter { !leavesOut(cell: $0) }
      switch options.tables {
      case .tabs: read(row: cells)
      case .aligned: drawing.append(read(row: row, cells))
      }
    }
    guard options.tables == .aligned else { return }
    let paragraph = (table..<tree.tree.end(of: table)).first { tree.element($0) == .p }
    let number = paragraph.map { self.number(of: $0) } ?? 1
    blocks.removeSubrange(start...)
    for line in drawing.lines(width: options.width) {
      append(line, label: .none, style: nil, number)
    }
  }

  /// Reads a row as one line, if each of its cells is one.
  private mutating func read(row cells: [XMLTree.NodeID]) {
    let start = blocks.count
    var isSimple = cells.count > 1
    for cell in cells {
      let before = blocks.count
      readBlocks(of: cell)
      if before == blocks.count {
        append("", label: .none, style: nil, firstParagraph(of: cell))
      }
      isSimple = isSimple && blocks.count - before == 1 && !isBroken(blocks[before].text)
    }
    guard isSimple else { return }
    for block in blocks[start...] where !block.label.isEmpty {
      let line = block.line
      shift(block.paragraph, by: line.utf8.count - block.text.utf8.count, in: line)
    }
    let text = blocks[start...].map(\.line).joined(separator: "\t")
    let paragraphs = blocks[start...].map(\.paragraph)
    blocks.removeSubrange(start...)
    append(text, label: .none, style: nil, paragraphs[0], cells: paragraphs)
  }

  /// Whether a text has several lines; looked at byte by byte first, since few have.
  private func isBroken(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "\n")) && text.contains("\n")
  }

  /// Reads a row's cells as the lines that they are drawn with.
  private mutating func read(row: XMLTree.NodeID, _ cells: [XMLTree.NodeID]) -> [AlignedTable.Cell]
  {
    let properties = tree.child(.trPr, of: row)
    var drawn: [AlignedTable.Cell] = []
    func blank(_ property: String) -> [AlignedTable.Cell] {
      let count = properties.flatMap { tree.child(named: property, of: $0) }
        .flatMap { tree.number("val", of: $0) }
      return count.map { $0 > 0 ? [AlignedTable.Cell(lines: [], span: Self.span($0))] : [] } ?? []
    }
    drawn += blank("gridBefore")
    for cell in cells {
      let start = blocks.count
      readBlocks(of: cell)
      let lines = blocks[start...].flatMap { block in
        block.line.replacing("\t", with: " ").split(
          separator: "\n", omittingEmptySubsequences: false
        )
        .map(String.init)
      }
      blocks.removeSubrange(start...)
      let span = tree.child(.tcPr, of: cell).flatMap { tree.value(of: .gridSpan, in: $0) }
      drawn.append(AlignedTable.Cell(lines: lines, span: Self.span(span.flatMap { Int($0) } ?? 1)))
    }
    return drawn + blank("gridAfter")
  }

  /// What a document says it spans, but not so much that it fills memory.
  private static func span(_ number: Int) -> Int { min(max(number, 1), 64) }

  private func firstParagraph(of cell: XMLTree.NodeID) -> Int {
    let first = (cell..<tree.tree.end(of: cell)).first { tree.element($0) == .p }
    return first.map { number(of: $0) } ?? 1
  }

  private func leavesOut(cell: XMLTree.NodeID) -> Bool {
    guard let properties = tree.child(.tcPr, of: cell) else { return false }
    return switch options.changes {
    case .accept: tree.child(named: "cellDel", of: properties) != nil
    case .reject: tree.child(named: "cellIns", of: properties) != nil
    case .all: false
    }
  }
}
