import XML

/// Walks stories and collects their text.
struct TextReader {
  let document: WordDocument
  let options: TextOptions
  var blocks: [TextBlock] = []
  var notes = NoteCounter()
  /// The paragraphs that were read, by part and number, if somebody asks.
  var traced: [String: [Int: Paragraph]]?
  private(set) var tree: WordTree
  private(set) var part = ""
  private var counter: ListCounter
  /// The part's paragraphs in their order.
  private var paragraphs: [XMLTree.NodeID] = []
  private var isMarginal = false
  /// How many sections of the body have ended.
  private var ended = 0
  /// What stands before a paragraph mark that is deleted or hidden: it runs on into the next paragraph.
  private var carried: Carried?

  private struct Carried {
    var runs: RunText
    var label = ListLabel.none
    let node: XMLTree.NodeID
    let paragraph: Int
    let style: String?
  }

  init(document: WordDocument, options: TextOptions = TextOptions(), isTraced: Bool = false) {
    self.document = document
    self.options = options
    traced = isTraced ? [:] : nil
    counter = ListCounter(document)
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

  /// Reads a header or footer, or takes what is known of its text: one that neither counts items nor refers to notes says the same
  /// in every document that has it.
  mutating func read(marginal story: WordDocument.Story) {
    let isUsual = traced == nil && options == TextOptions()
    if isUsual, let known = document.memory.blocks(of: story.part) {
      blocks += known
      return
    }
    let start = blocks.count
    read(story)
    if isUsual, counter.isUnused, notes.references.isEmpty {
      document.memory.keep(Array(blocks[start...]), of: story.part)
    }
  }

  /// Reads the notes that were referred to, each labelled as the reference to it.
  mutating func readNotes() {
    let footnotes = document.footnotes.map { ($0, $0.notes) }
    let endnotes = document.endnotes.map { ($0, $0.notes) }
    for reference in notes.references {
      guard let (story, nodes) = reference.isEndnote ? endnotes : footnotes,
        let node = nodes[reference.id]
      else { continue }
      if part != story.part { enter(story) }
      let start = blocks.count
      readBlocks(of: node)
      guard start < blocks.count, !reference.mark.isEmpty else { continue }
      let first = blocks[start]
      let text = String(first.text.drop(while: \.isWhitespace))
      blocks[start] = TextBlock(
        part: part, paragraph: first.paragraph, style: first.style, label: "[\(reference.mark)]",
        text: text, cells: first.cells)
      shift(first.paragraph, by: text.utf8.count - first.text.utf8.count, in: text)
    }
  }

  private mutating func enter(_ story: WordDocument.Story) {
    tree = story.tree
    part = story.part
    isMarginal = [.hdr, .ftr].contains(tree.element(tree.tree.root))
    paragraphs = (0..<tree.tree.count).filter { tree.element($0) == .p }
  }

  /// The number of a paragraph in its part, from 1.
  func number(of paragraph: XMLTree.NodeID) -> Int {
    var (low, high) = (0, paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle] < paragraph { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  mutating func readBlocks(of parent: XMLTree.NodeID) {
    var walk = ElementWalk(below: parent, in: tree)
    while let node = walk.next(in: tree) {
      switch tree.element(node) {
      case .p: read(paragraph: node)
      case .tbl:
        finishCarried()
        read(table: node)
      case .sectPr, .tcPr: break
      case let element where options.changes.leavesOut(element): break
      default: continue
      }
      walk.skip()
    }
    finishCarried()
  }

  private mutating func read(paragraph: XMLTree.NodeID) {
    let properties = tree.child(.pPr, of: paragraph)
    let shown = tree.shown(properties, before: .pPrChange, options.changes)
    let style = shown.flatMap { tree.value(of: .pStyle, in: $0) }
    var line =
      carried
      ?? Carried(
        runs: RunText(keepsPageNumbers: !isMarginal, isTraced: traced != nil),
        node: paragraph, paragraph: number(of: paragraph), style: style)
    carried = nil
    if options.hasPageBreaks, let shown, tree.isOn(.pageBreakBefore, in: shown) { breakPage() }
    collect(paragraph, style: style, into: &line.runs)

    let mark = properties.flatMap { tree.child(.rPr, of: $0) }
    let isLeftOut = tree.isLeftOut(mark, options.changes)
    let isHidden = !isLeftOut && tree.isHidden(mark, style, document.styles)
    // A paragraph that nobody sees is not counted by its list either.
    if line.label.text.isEmpty, !isLeftOut, !isHidden || !line.runs.text.isEmpty {
      line.label = label(shown, style)
    }
    if options.changes == .all, let change = mark.flatMap(changeOfMark) {
      line.runs.append(ChangeMark.around("¶", of: change), from: paragraph)
    }
    if isHidden || isLeftOut {
      carried = line
    } else {
      finish(line, style: style)
    }
    if let properties, tree.child(.sectPr, of: properties) != nil { endSection() }
  }

  /// The change of a paragraph's mark, inserted or deleted with the break between two paragraphs; the last one where it was inserted first.
  private func changeOfMark(_ properties: XMLTree.NodeID) -> WordElement? {
    let changes = tree.tree.children(of: properties).map { tree.element($0) }
    return changes.last { [.del, .moveFrom].contains($0) }
      ?? changes.last { [.ins, .moveTo].contains($0) }
  }

  private mutating func endSection() {
    ended += 1
    // How a section begins stands in its own properties, which follow it.
    guard options.hasPageBreaks, document.sections.indices.contains(ended) else { return }
    let type = tree.child(named: "type", of: document.sections[ended])
    let kind = type.flatMap { tree.attribute("val", of: $0) } ?? "nextPage"
    if !["continuous", "nextColumn"].contains(kind) { breakPage() }
  }

  /// Adds a line with a form feed, if there is anything before it.
  private mutating func breakPage() {
    guard let last = blocks.last, last.text != "\u{0C}" else { return }
    append("\u{0C}", label: .none, style: nil, last.paragraph)
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
        node: line.node, number: line.paragraph, text: line.runs.text, pieces: pieces, style: style)
    }
    append(
      String(decoding: line.runs.text, as: UTF8.self), label: line.label, style: style,
      line.paragraph)
    for box in line.runs.boxes {
      switch box {
      case .element(let node): readBlocks(of: node)
      case .diagram(let id):
        for text in document.diagrams[part]?[id] ?? [] {
          append(text, label: .none, style: nil, line.paragraph)
        }
      }
    }
  }

  /// Moves the trace of a paragraph whose own text stands `distance` bytes further on in `text`.
  mutating func shift(_ paragraph: Int, by distance: Int, in text: String) {
    guard let own = traced?[part]?[paragraph] else { return }
    let pieces = own.pieces.map { piece in
      let range = piece.range.lowerBound + distance..<piece.range.upperBound + distance
      return Paragraph.Piece(node: piece.node, range: range, isText: piece.isText)
    }
    traced?[part]?[paragraph] = Paragraph(
      node: own.node, number: own.number, text: Array(text.utf8),
      pieces: pieces.filter { $0.range.upperBound > 0 }, style: own.style)
  }

  mutating func append(
    _ text: String, label: ListLabel, style: String?, _ paragraph: Int, cells: [Int] = []
  ) {
    blocks.append(
      TextBlock(
        part: part, paragraph: paragraph, style: styleName(style), label: label.text,
        text: text, cells: cells))
  }

  private func styleName(_ style: String?) -> String? {
    guard let style, style != document.styles.defaultParagraphStyle else { return nil }
    return document.styles.name(of: style)
  }

  private mutating func label(_ properties: XMLTree.NodeID?, _ style: String?) -> ListLabel {
    guard let (list, level) = document.list(of: properties, style: style, in: tree) else {
      return .none
    }
    return counter.label(of: list, level: level)
  }
}
