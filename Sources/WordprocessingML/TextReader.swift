import XML

/// Walks stories and collects their text.
struct TextReader {
  let document: WordDocument
  var blocks: [TextBlock] = []
  /// The notes that the text refers to, in reading order.
  var notes: [(id: String, isEndnote: Bool)] = []
  /// The paragraphs that were read, by part and number, if somebody asks.
  var traced: [String: [Int: Paragraph]]?
  private(set) var tree: WordTree
  private var part = ""
  private var counter: ListCounter
  private var paragraphNumbers: [XMLTree.NodeID: Int] = [:]
  private var isMarginal = false
  /// What stands before a paragraph mark that is deleted or hidden: it runs on into the next paragraph.
  private var carried: Carried?

  private struct Carried {
    var runs: RunText
    var label: String
    let node: XMLTree.NodeID
    let paragraph: Int
    let style: String?
  }

  init(document: WordDocument, isTraced: Bool = false) {
    self.document = document
    traced = isTraced ? [:] : nil
    counter = ListCounter(document.numbering)
    tree = document.body.tree
  }

  mutating func read(_ story: WordDocument.Story) {
    enter(story)
    if let body = tree.child(.body, of: tree.tree.root) {
      readBlocks(of: body)
    } else {
      let start = blocks.count
      readBlocks(of: tree.tree.root)
      // A header with nothing but a page number says nothing here.
      if isMarginal, blocks[start...].allSatisfy({ $0.line.allSatisfy(\.isWhitespace) }) {
        blocks.removeSubrange(start...)
      }
    }
  }

  /// Reads the notes that were referred to, each labelled as the reference to it.
  mutating func readNotes() {
    let footnotes = document.footnotes.map { ($0, Self.notes(in: $0)) }
    let endnotes = document.endnotes.map { ($0, Self.notes(in: $0)) }
    for (index, note) in notes.enumerated() {
      guard let (story, nodes) = note.isEndnote ? endnotes : footnotes, let node = nodes[note.id]
      else { continue }
      if part != story.part { enter(story) }
      let start = blocks.count
      readBlocks(of: node)
      if start < blocks.count {
        let first = blocks[start]
        let text = String(first.text.drop(while: \.isWhitespace))
        blocks[start] = TextBlock(
          part: part, paragraph: first.paragraph, style: first.style, label: "[\(index + 1)]",
          text: text, cells: first.cells)
        shift(first.paragraph, by: text.utf8.count - first.text.utf8.count, in: text)
      }
    }
  }

  private static func notes(in story: WordDocument.Story) -> [String: XMLTree.NodeID] {
    let tree = story.tree
    var nodes: [String: XMLTree.NodeID] = [:]
    for node in tree.tree.children(of: tree.tree.root) where tree.tree.kind(of: node) == .element {
      if let id = tree.attribute("id", of: node), nodes[id] == nil { nodes[id] = node }
    }
    return nodes
  }

  private mutating func enter(_ story: WordDocument.Story) {
    tree = story.tree
    part = story.part
    isMarginal = [.hdr, .ftr].contains(tree.element(tree.tree.root))
    paragraphNumbers = [:]
    for node in 0..<tree.tree.count where tree.element(node) == .p {
      paragraphNumbers[node] = paragraphNumbers.count + 1
    }
  }

  private mutating func readBlocks(of parent: XMLTree.NodeID) {
    var walk = ElementWalk(tree.tree, below: parent)
    while let node = walk.next() {
      switch tree.element(node) {
      case .p: read(paragraph: node)
      case .tbl:
        finishCarried()
        read(table: node)
      case .sectPr, .del, .moveFrom, .tcPr: break
      default: continue
      }
      walk.skip(node)
    }
    finishCarried()
  }

  private mutating func read(table: XMLTree.NodeID) {
    for row in descendants(.tr, of: table) where !isDeleted(row: row) {
      let cells = descendants(.tc, of: row)
      let start = blocks.count
      var isSimple = cells.count > 1
      for cell in cells {
        let before = blocks.count
        readBlocks(of: cell)
        if before == blocks.count {
          let first = (cell..<tree.tree.end(of: cell)).first { tree.element($0) == .p }
          append("", label: "", style: nil, first.flatMap { paragraphNumbers[$0] } ?? 1)
        }
        isSimple = isSimple && blocks.count - before == 1 && !blocks[before].text.contains("\n")
      }
      guard isSimple else { continue }
      for block in blocks[start...] where !block.label.isEmpty {
        let line = block.line
        shift(block.paragraph, by: line.utf8.count - block.text.utf8.count, in: line)
      }
      let text = blocks[start...].map(\.line).joined(separator: "\t")
      let paragraphs = blocks[start...].map(\.paragraph)
      blocks.removeSubrange(start...)
      append(text, label: "", style: nil, paragraphs[0], cells: paragraphs)
    }
  }

  private func isDeleted(row: XMLTree.NodeID) -> Bool {
    tree.child(.trPr, of: row).flatMap { tree.child(.del, of: $0) } != nil
  }

  /// The rows of a table or the cells of a row, those in content controls among them, but not those of inner tables.
  private func descendants(
    _ element: WordElement, of parent: XMLTree.NodeID
  ) -> [XMLTree.NodeID] {
    var found: [XMLTree.NodeID] = []
    var walk = ElementWalk(tree.tree, below: parent)
    while let node = walk.next() {
      switch tree.element(node) {
      case .sdt, .sdtContent, .customXml, .ins: continue
      case element: found.append(node)
      default: break
      }
      walk.skip(node)
    }
    return found
  }

  private mutating func read(paragraph: XMLTree.NodeID) {
    let properties = tree.child(.pPr, of: paragraph)
    let style = properties.flatMap { tree.value(of: .pStyle, in: $0) }
    var line =
      carried
      ?? Carried(
        runs: RunText(keepsPageNumbers: !isMarginal, isTraced: traced != nil), label: "",
        node: paragraph, paragraph: paragraphNumbers[paragraph] ?? 1, style: style)
    carried = nil
    collect(paragraph, style: style, into: &line.runs)

    let mark = properties.flatMap { tree.child(.rPr, of: $0) }
    let isDeleted = mark.map { tree.child(.del, of: $0) ?? tree.child(.moveFrom, of: $0) } ?? nil
    let isHidden = isDeleted == nil && isHidden(mark, style)
    // A paragraph that nobody sees is not counted by its list either.
    if line.label.isEmpty, isDeleted == nil, !isHidden || !line.runs.text.isEmpty {
      line.label = label(properties, style)
    }
    if isHidden || isDeleted != nil {
      carried = line
    } else {
      finish(line, style: style)
    }
  }

  /// Ends a line that has no paragraph to run on into.
  private mutating func finishCarried() {
    guard let line = carried else { return }
    carried = nil
    if !line.runs.text.isEmpty || !line.runs.boxes.isEmpty { finish(line, style: line.style) }
  }

  private mutating func finish(_ line: Carried, style: String?) {
    if let pieces = line.runs.pieces {
      traced?[part, default: [:]][line.paragraph] = Paragraph(
        node: line.node, number: line.paragraph, text: Array(line.runs.text.utf8), pieces: pieces,
        style: style)
    }
    append(line.runs.text, label: line.label, style: style, line.paragraph)
    for box in line.runs.boxes { readBlocks(of: box) }
  }

  /// Moves the trace of a paragraph whose own text stands `distance` bytes further on in `text`.
  private mutating func shift(_ paragraph: Int, by distance: Int, in text: String) {
    guard let own = traced?[part]?[paragraph] else { return }
    let pieces = own.pieces.map { piece in
      let range = piece.range.lowerBound + distance..<piece.range.upperBound + distance
      return Paragraph.Piece(node: piece.node, range: range, isText: piece.isText)
    }
    traced?[part]?[paragraph] = Paragraph(
      node: own.node, number: own.number, text: Array(text.utf8),
      pieces: pieces.filter { $0.range.upperBound > 0 }, style: own.style)
  }

  private mutating func append(
    _ text: String, label: String, style: String?, _ paragraph: Int, cells: [Int] = []
  ) {
    blocks.append(
      TextBlock(
        part: part, paragraph: paragraph, style: styleName(style), label: label, text: text,
        cells: cells))
  }

  private func styleName(_ style: String?) -> String? {
    guard let style, style != document.styles.defaultParagraphStyle else { return nil }
    return document.styles.name(of: style)
  }

  private mutating func label(_ properties: XMLTree.NodeID?, _ style: String?) -> String {
    let own = properties.flatMap { tree.child(.numPr, of: $0) }
    let name = style ?? document.styles.defaultParagraphStyle
    let inherited = name.flatMap { document.styles.list(of: $0, document.numbering) }
    let list = own.flatMap { tree.value(of: .numId, in: $0) } ?? inherited?.id
    let level =
      own.flatMap { tree.value(of: .ilvl, in: $0) }.flatMap { Int($0) } ?? inherited?.level ?? 0
    guard let list, list != "0" else { return "" }
    return counter.label(of: list, level: level)
  }
}
