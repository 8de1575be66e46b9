import XML

/// What a table, a row or a cell looks like, as far as one place says so; `nil` where nothing is said. Lengths in twentieths of a point.
struct TableFormat: Hashable, Sendable {
  enum Width: Hashable, Sendable {
    case length(Int)
    /// In fiftieths of a hundredth.
    case share(Int)
    case automatic

    init?(_ node: XMLTree.NodeID, in tree: WordTree) {
      let text = tree.attribute("w", of: node) ?? ""
      switch tree.attribute("type", of: node) {
      case "auto", "nil": self = .automatic
      case "pct":
        self = .share(
          Int((Double(text.prefix { $0 != "%" }) ?? 0) * (text.hasSuffix("%") ? 50 : 1)))
      default:
        guard let length = tree.length("w", of: node) else { return nil }
        self = .length(length)
      }
    }
  }

  /// The space between a cell's border and what stands in it.
  struct Margins: Hashable, Sendable {
    var top: Int?
    var bottom: Int?
    var left: Int?
    var right: Int?

    init() {}

    init(_ node: XMLTree.NodeID, in tree: WordTree) {
      for side in tree.tree.children(of: node) {
        let width = tree.length("w", of: side).map { max($0, 0) }
        switch tree.element(side) {
        case .top: top = width
        case .bottom: bottom = width
        case .left, .start: left = width
        case .right, .end: right = width
        default: continue
        }
      }
    }

    func over(_ other: Margins) -> Margins {
      var margins = self
      margins.top = top ?? other.top
      margins.bottom = bottom ?? other.bottom
      margins.left = left ?? other.left
      margins.right = right ?? other.right
      return margins
    }
  }

  // Of a table.
  var style: String?
  var width: Width?
  var indent: Int?
  var alignment: ParagraphFormat.Alignment?
  var cellSpacing: Int?
  var rowBand: Int?
  var columnBand: Int?
  var isRightToLeft: Bool?
  var look: Set<TablePart>?
  // Of a table and a cell.
  var borders = Borders()
  var margins = Margins()
  var shading: Shading?
  // Of a cell.
  var verticalAlignment: String?
  var textDirection: String?
  var isUnbroken: Bool?

  init() {}

  /// Reads `w:tblPr` or `w:tcPr`.
  init(_ properties: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    for node in tree.tree.children(of: properties) { read(node, in: tree, theme) }
  }

  private mutating func read(_ node: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    let value = { tree.attribute("val", of: node) }
    switch tree.element(node) {
    case .tblStyle: style = value()
    case .tblW, .tcW: width = Width(node, in: tree)
    case .tblInd: indent = tree.length("w", of: node)
    case .jc:
      switch value() {
      case "center": alignment = .center
      case "right", "end": alignment = .end
      default: alignment = .start
      }
    case .tblCellSpacing: cellSpacing = tree.length("w", of: node)
    case .tblStyleRowBandSize: rowBand = value().flatMap { Int($0) }
    case .tblStyleColBandSize: columnBand = value().flatMap { Int($0) }
    case .bidiVisual: isRightToLeft = tree.isOn(node)
    case .tblLook: look = TablePart.look(node, in: tree)
    case .tblBorders, .tcBorders: borders = Borders(node, in: tree, theme)
    case .tblCellMar, .tcMar: margins = Margins(node, in: tree)
    case .shd: shading = Shading(node, in: tree, theme)
    case .vAlign: verticalAlignment = value()
    case .textDirection: textDirection = value()
    case .noWrap: isUnbroken = tree.isOn(node)
    default: return
    }
  }

  /// This, with the other's in place of what it does not say.
  func over(_ other: TableFormat) -> TableFormat {
    var format = self
    format.style = style ?? other.style
    format.width = width ?? other.width
    format.indent = indent ?? other.indent
    format.alignment = alignment ?? other.alignment
    format.cellSpacing = cellSpacing ?? other.cellSpacing
    format.rowBand = rowBand ?? other.rowBand
    format.columnBand = columnBand ?? other.columnBand
    format.isRightToLeft = isRightToLeft ?? other.isRightToLeft
    format.look = look ?? other.look
    format.borders = borders.over(other.borders)
    format.margins = margins.over(other.margins)
    format.shading = shading ?? other.shading
    format.verticalAlignment = verticalAlignment ?? other.verticalAlignment
    format.textDirection = textDirection ?? other.textDirection
    format.isUnbroken = isUnbroken ?? other.isUnbroken
    return format
  }
}

/// A part of a table that its style can give a look of its own (ECMA-376 part 1, §17.18.89), what goes before last.
enum TablePart: String, CaseIterable, Sendable {
  case wholeTable, band1Vert, band2Vert, band1Horz, band2Horz, lastCol, firstCol, lastRow, firstRow
  case seCell, swCell, neCell, nwCell

  /// The parts that a table asks for.
  static func look(_ node: XMLTree.NodeID, in tree: WordTree) -> Set<TablePart> {
    let bits = tree.attribute("val", of: node).flatMap { Int($0, radix: 16) } ?? 0
    func isOn(_ name: String, _ bit: Int) -> Bool {
      tree.attribute(name, of: node).map(WordTree.isYes) ?? (bits & bit != 0)
    }
    var look: Set<TablePart> = [.wholeTable]
    if isOn("firstRow", 0x20) { look.insert(.firstRow) }
    if isOn("lastRow", 0x40) { look.insert(.lastRow) }
    if isOn("firstColumn", 0x80) { look.insert(.firstCol) }
    if isOn("lastColumn", 0x100) { look.insert(.lastCol) }
    if !isOn("noHBand", 0x200) { look.formUnion([.band1Horz, .band2Horz]) }
    if !isOn("noVBand", 0x400) { look.formUnion([.band1Vert, .band2Vert]) }
    return look
  }
}
