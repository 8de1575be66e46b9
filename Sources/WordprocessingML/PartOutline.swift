public import OfficePackage
import XML

/// Where the paragraphs of a part stand, as a person finds them: under which heading, in which cell of which table.
///
/// Made when something is to be said of a paragraph, never for a document that is in order.
public struct PartOutline: Sendable {
  /// A cell of a table, all numbers from 1.
  public struct Cell: Hashable, Sendable {
    /// The table's number in its part, in the order in which tables begin.
    public var table: Int
    public var row = 0
    /// The cell's number in its row.
    public var column = 0
  }

  /// Where one paragraph stands.
  public struct Position: Hashable, Sendable {
    /// The text of the nearest heading above.
    public let heading: String?
    /// The innermost cell around the paragraph.
    public let cell: Cell?
    /// The name of the paragraph style as Word shows it; `nil` where the paragraph names none.
    public let style: String?
    /// Whether only programs see the paragraph that do not know the newer form beside it (ECMA-376 part 3, §7.6).
    public let isFallback: Bool
  }

  private var positions: [Position] = []

  /// Looks at a part of `package`.
  ///
  /// - Throws: `OfficePackageError` where the part or the styles cannot be read.
  /// - Complexity: linear in the part.
  public init(of part: String, in package: OfficePackage) throws(OfficePackageError) {
    let main = try package.mainDocument()
    var styles = StyleSheet()
    for relationship in try package.relationships(of: main)
    where relationship.kind == "styles" && !relationship.isExternal {
      if let name = package.partName(relationship.target) {
        styles = StyleSheet(WordTree(try package.tree(of: name)))
      }
    }
    read(WordTree(try package.tree(of: part)), styles)
  }

  /// Where the paragraph with this number stands, from 1, or `nil` where there is no such paragraph.
  public subscript(paragraph: Int) -> Position? {
    positions.indices.contains(paragraph - 1) ? positions[paragraph - 1] : nil
  }

  private mutating func read(_ tree: WordTree, _ styles: StyleSheet) {
    let xml = tree.tree
    var cells: [(cell: Cell, end: XMLTree.NodeID)] = []
    var tables = 0
    var fallbackEnd = 0
    var heading: String?
    for node in 0..<xml.count where xml.kind(of: node) == .element {
      while let last = cells.last, last.end <= node { cells.removeLast() }
      switch tree.element(node) {
      case .tbl:
        tables += 1
        cells.append((Cell(table: tables), xml.end(of: node)))
      case .tr where !cells.isEmpty:
        cells[cells.count - 1].cell.row += 1
        cells[cells.count - 1].cell.column = 0
      case .tc where !cells.isEmpty: cells[cells.count - 1].cell.column += 1
      case .p:
        positions.append(
          Position(
            heading: heading, cell: cells.last?.cell, style: tree.style(of: node, styles),
            isFallback: node < fallbackEnd))
        if let text = tree.heading(node, styles) { heading = text }
      case .other where xml.name(of: node).local == "Fallback" && node >= fallbackEnd:
        fallbackEnd = xml.end(of: node)
      default: break
      }
    }
  }
}

extension WordTree {
  /// The level in the outline that paragraph properties name: 0 for the highest, 9 for none.
  func outlineLevel(in properties: XMLTree.NodeID) -> Int? {
    value(of: .outlineLvl, in: properties).flatMap { Int($0) }
  }

  fileprivate func style(of paragraph: XMLTree.NodeID, _ styles: StyleSheet) -> String? {
    let style = child(.pPr, of: paragraph).flatMap { value(of: .pStyle, in: $0) }
    return style.map { styles.name(of: $0) }
  }

  /// The text of a paragraph that is a heading and has one.
  fileprivate func heading(_ paragraph: XMLTree.NodeID, _ styles: StyleSheet) -> String? {
    guard let properties = child(.pPr, of: paragraph) else { return nil }
    if let level = outlineLevel(in: properties) {
      guard level < 9 else { return nil }
    } else {
      guard let style = value(of: .pStyle, in: properties), styles.isHeading(style) else {
        return nil
      }
    }
    var text = ""
    for node in paragraph..<tree.end(of: paragraph) where element(node) == .t {
      text += tree.string(of: node)
    }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }
}
