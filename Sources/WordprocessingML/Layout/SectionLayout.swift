import XML

extension WordDocument {
  /// How many pages the document's last section takes, where it begins on a page of its own; `nil` for a document of one section.
  ///
  /// Word and LibreOffice count pages when they lay them out, which is after a letter is signed; this counts them from the
  /// same properties: the page's size, the widths of columns, the spacing of styles, rows that repeat at the top of a page. It
  /// knows the measures of Times New Roman only, and neither pictures nor notes nor tables in tables. It is right where rows
  /// are kept whole and lines have an exact height, as in an annex.
  ///
  /// - Complexity: O(size of the section).
  public func pagesOfLastSection() -> Int? {
    let tree = body.tree
    guard let story = tree.child(.body, of: tree.tree.root) else { return nil }
    var blocks: [XMLTree.NodeID] = []
    var last: XMLTree.NodeID?
    var hasBreak = false
    for node in tree.tree.children(of: story) {
      switch tree.element(node) {
      case .p:
        blocks.append(node)
        if let properties = tree.properties(.pPr, of: node),
          tree.child(.sectPr, of: properties) != nil
        {
          blocks = []
          hasBreak = true
        }
      case .tbl: blocks.append(node)
      case .sectPr: last = node
      default: break
      }
    }
    guard hasBreak, let last else { return nil }
    var layout = SectionLayout(
      page: last, of: tree, styles: memory.looks { StyleLooks(styles, in: styleTree) })
    for block in blocks { layout.add(block) }
    return layout.pages
  }
}

/// Pages as they fill, one block after the other.
private struct SectionLayout {
  private(set) var pages = 1
  private let tree: WordTree
  private let styles: StyleLooks
  /// Of the text on a page, in twentieths of a point.
  private let width: Int
  private let height: Double
  private var used = 0.0
  /// The space below the last paragraph, of which the larger one counts where two meet.
  private var trailing = 0.0

  init(page section: XMLTree.NodeID, of tree: WordTree, styles: StyleLooks) {
    self.tree = tree
    self.styles = styles
    // A4 with margins of an inch, as Word has it where nothing is said.
    let size = tree.child(.pgSz, of: section)
    let margins = tree.child(.pgMar, of: section)
    func margin(_ side: String) -> Int {
      margins.flatMap { tree.number(side, of: $0) }.map(abs) ?? 1440
    }
    width =
      (size.flatMap { tree.number("w", of: $0) } ?? 11906) - margin("left") - margin("right")
    height = Double(
      (size.flatMap { tree.number("h", of: $0) } ?? 16838) - margin("top") - margin("bottom"))
  }

  mutating func add(_ block: XMLTree.NodeID) {
    if tree.element(block) == .tbl {
      add(table: block)
    } else {
      let measured = measure(block, width: width)
      // Lines go over to the next page one by one.
      used += max(0, measured.before - trailing)
      for _ in 0..<measured.lines { place(measured.lineHeight) }
      used += measured.after
      trailing = measured.after
    }
  }

  /// Puts something that is not divided on the page, or on the next one below `header`.
  private mutating func place(_ height: Double, below header: Double = 0) {
    if used + height > self.height, used > header {
      pages += 1
      used = header
    }
    used += height
    trailing = 0
  }

  // MARK: Paragraphs

  private struct Measured {
    var before: Double
    var after: Double
    var lines: Int
    var lineHeight: Double
    var total: Double { before + Double(lines) * lineHeight + after }
  }

  private func measure(_ paragraph: XMLTree.NodeID, width: Int) -> Measured {
    let properties = tree.properties(.pPr, of: paragraph)
    let style = properties.flatMap { tree.value(of: .pStyle, in: $0) }
    let look = ParagraphLook(of: paragraph, in: tree).over(styles.look(of: style))
    let measure = TextMeasure(
      width: width - (look.left ?? 0) - (look.right ?? 0), size: look.size ?? 20,
      isBold: look.isBold ?? false)
    return Measured(
      before: Double(look.before ?? 0), after: Double(look.after ?? 0),
      lines: measure.lines(of: text(of: paragraph)), lineHeight: look.lineHeight)
  }

  /// The text of the runs, without what fields are told to do.
  private func text(of paragraph: XMLTree.NodeID) -> String {
    var text = ""
    var walk = ElementWalk(below: paragraph, in: tree)
    while let node = walk.next(in: tree) {
      switch tree.element(node) {
      case .t:
        text += tree.tree.string(of: node)
        walk.skip()
      case .br, .cr: text += "\n"
      case .noBreakHyphen: text += "\u{2011}"
      case .pPr, .rPr, .instrText: walk.skip()
      default: break
      }
    }
    return text
  }

  // MARK: Tables

  private mutating func add(table: XMLTree.NodeID) {
    let properties = tree.child(.tblPr, of: table)
    let margins = CellMargins(of: properties, in: tree, styles: styles)
    let columns =
      tree.child(.tblGrid, of: table).map { grid in
        tree.tree.children(of: grid).compactMap { tree.number("w", of: $0) }
      } ?? []
    var header = 0.0
    var isHeader = true
    trailing = 0
    for row in tree.tree.children(of: table) where tree.element(row) == .tr {
      let height = height(of: row, columns: columns, margins)
      isHeader = isHeader && repeats(row)
      if isHeader { header += height }
      place(height, below: isHeader ? 0 : header)
    }
  }

  private func repeats(_ row: XMLTree.NodeID) -> Bool {
    tree.child(.trPr, of: row).map { tree.isOn(.tblHeader, in: $0) } ?? false
  }

  private func height(
    of row: XMLTree.NodeID, columns: [Int], _ margins: CellMargins
  ) -> Double {
    var height = 0.0
    var column = 0
    for cell in tree.tree.children(of: row) where tree.element(cell) == .tc {
      let properties = tree.child(.tcPr, of: cell)
      let span = properties.map(columnCount) ?? 1
      let own = properties.flatMap { tree.child(.tcW, of: $0) }.flatMap { tree.number("w", of: $0) }
      let grid = columns.dropFirst(column).prefix(span).reduce(0, +)
      column += span
      let width = (grid > 0 ? grid : own ?? 0) - margins.left - margins.right
      let content = tree.tree.children(of: cell).reduce(0.0) { sum, node in
        tree.element(node) == .p ? sum + measure(node, width: width).total : sum
      }
      height = max(height, content + Double(margins.top + margins.bottom))
    }
    guard let properties = tree.child(.trPr, of: row),
      let asked = tree.child(.trHeight, of: properties),
      let value = tree.number("val", of: asked).map(Double.init)
    else { return height + Self.border }
    return (tree.attribute("hRule", of: asked) == "exact" ? value : max(height, value))
      + Self.border
  }

  /// How many columns of the grid a cell takes; Word has at most 63.
  private func columnCount(_ properties: XMLTree.NodeID) -> Int {
    let asked = tree.value(of: .gridSpan, in: properties).flatMap { Int($0) } ?? 1
    return min(max(asked, 1), 63)
  }

  /// A line of half a point between rows.
  private static let border = 10.0
}
