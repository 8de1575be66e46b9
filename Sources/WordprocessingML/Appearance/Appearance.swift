import OfficePackage
import XML

/// What the text of a document looks like: its styles, its lists and its design, resolved.
///
/// What is nearer to the text goes before what is farther: the document's defaults, the style of the table, the style of the paragraph, the list, the style of the run, what is said at the place itself (ECMA-376 part 1, §17.7.2).
struct Appearance: Sendable {
  /// A style with everything that it is based on.
  struct Style: Sendable {
    var run = RunFormat()
    var paragraph = ParagraphFormat()
    var table = TableFormat()
    /// Of a table's parts.
    var parts: [TablePart: Part] = [:]
  }

  /// What a table's style says of one of its parts.
  struct Part: Sendable {
    var run = RunFormat()
    var paragraph = ParagraphFormat()
    var table = TableFormat()
    var cell = TableFormat()

    func over(_ other: Part) -> Part {
      Part(
        run: run.over(other.run), paragraph: paragraph.over(other.paragraph),
        table: table.over(other.table), cell: cell.over(other.cell))
    }
  }

  /// What the label of a list's level looks like, and where it puts its paragraphs.
  struct Label: Sendable {
    var run = RunFormat()
    var paragraph = ParagraphFormat()
    var alignment = ParagraphFormat.Alignment.start
  }

  private(set) var theme = Theme()
  private(set) var defaultRun = RunFormat()
  private(set) var defaultParagraph = ParagraphFormat()
  private(set) var defaultTableStyle: String?
  private var styles: [String: Style] = [:]
  private var numbering: (lists: Numbering, tree: WordTree)?
  private var labels: [String: [Int: Label]] = [:]

  init(of document: WordDocument) {
    let links = document.relationships[document.body.part] ?? []
    if let link = links.last(where: { $0.kind == "theme" && !$0.isExternal }),
      let part = document.package.partName(link.target),
      let tree = try? document.package.tree(of: part)
    {
      theme = Theme(tree)
    }
    numbering = document.numberingTree.map { (document.numbering, $0) }
    if let tree = document.styleTree { read(tree) }
  }

  /// The style of that id, or one that says nothing.
  func style(_ id: String?) -> Style { id.flatMap { styles[$0] } ?? Style() }

  /// What a level of a list looks like.
  mutating func label(of list: String, level: Int) -> Label {
    if let label = labels[list]?[level] { return label }
    let label = readLabel(of: list, level: level)
    labels[list, default: [:]][level] = label
    return label
  }

  private func readLabel(of list: String, level: Int) -> Label {
    var label = Label()
    guard let (lists, tree) = numbering, let node = lists.level(level, of: list)?.node else {
      return label
    }
    for child in tree.tree.children(of: node) {
      switch tree.element(child) {
      case .pPr: label.paragraph = ParagraphFormat(child, in: tree, theme)
      case .rPr: label.run = RunFormat(child, in: tree, theme)
      case .lvlJc:
        switch tree.attribute("val", of: child) {
        case "right", "end": label.alignment = .end
        case "center": label.alignment = .center
        default: label.alignment = .start
        }
      default: continue
      }
    }
    // A list belongs to paragraphs, not the other way round.
    label.paragraph.list = nil
    label.paragraph.level = nil
    return label
  }

  // MARK: Styles

  /// Word has room for 4,079 styles; what a file claims beyond many more looks like nothing.
  private static let mostStyles = 20_000

  private mutating func read(_ tree: WordTree) {
    var own: [String: (style: Style, parent: String?)] = [:]
    for node in tree.tree.children(of: tree.tree.root) {
      switch tree.element(node) {
      case .docDefaults: readDefaults(node, in: tree)
      case .style:
        guard let id = tree.attribute("styleId", of: node), own[id] == nil,
          own.count < Self.mostStyles
        else { continue }
        own[id] = (readStyle(node, in: tree), tree.value(of: .basedOn, in: node))
        if tree.attribute("type", of: node) == "table",
          tree.isTrue("default", of: node)
        {
          defaultTableStyle = id
        }
      default: continue
      }
    }
    for id in own.keys {
      var line: [Style] = []
      var current: String? = id
      // A style that is its own ancestor would go round for ever.
      while let name = current, let found = own[name], line.count < 32 {
        line.append(found.style)
        current = found.parent
      }
      styles[id] = line.reversed().reduce(into: Style()) { resolved, style in
        merge(style, into: &resolved)
      }
    }
  }

  private mutating func merge(_ style: Style, into resolved: inout Style) {
    resolved.run = style.run.over(resolved.run)
    var paragraph = style.paragraph
    // The indents of a list are those of the style that names it, unless the style has its own.
    if let list = paragraph.list ?? (paragraph.level == nil ? nil : resolved.paragraph.list) {
      let level = paragraph.level ?? resolved.paragraph.level ?? 0
      paragraph = paragraph.over(label(of: list, level: level).paragraph)
    }
    resolved.paragraph = paragraph.over(resolved.paragraph)
    resolved.table = style.table.over(resolved.table)
    resolved.parts.merge(style.parts) { base, derived in derived.over(base) }
  }

  private mutating func readDefaults(_ defaults: XMLTree.NodeID, in tree: WordTree) {
    var walk = ElementWalk(below: defaults, in: tree)
    while let node = walk.next(in: tree) {
      switch tree.element(node) {
      case .rPr: defaultRun = RunFormat(node, in: tree, theme)
      case .pPr: defaultParagraph = ParagraphFormat(node, in: tree, theme)
      default: continue
      }
      walk.skip()
    }
  }

  private func readStyle(_ node: XMLTree.NodeID, in tree: WordTree) -> Style {
    var style = Style()
    for child in tree.tree.children(of: node) {
      switch tree.element(child) {
      case .rPr: style.run = RunFormat(child, in: tree, theme)
      case .pPr: style.paragraph = ParagraphFormat(child, in: tree, theme)
      case .tblPr: style.table = TableFormat(child, in: tree, theme)
      case .tcPr:
        style.parts[.wholeTable, default: Part()].cell = TableFormat(child, in: tree, theme)
      case .tblStylePr:
        guard let part = tree.attribute("type", of: child).flatMap({ TablePart(rawValue: $0) })
        else { continue }
        style.parts[part] = readPart(child, in: tree).over(style.parts[part] ?? Part())
      default: continue
      }
    }
    return style
  }

  private func readPart(_ node: XMLTree.NodeID, in tree: WordTree) -> Part {
    var part = Part()
    for child in tree.tree.children(of: node) {
      switch tree.element(child) {
      case .rPr: part.run = RunFormat(child, in: tree, theme)
      case .pPr: part.paragraph = ParagraphFormat(child, in: tree, theme)
      case .tblPr: part.table = TableFormat(child, in: tree, theme)
      case .tcPr: part.cell = TableFormat(child, in: tree, theme)
      default: continue
      }
    }
    return part
  }
}
