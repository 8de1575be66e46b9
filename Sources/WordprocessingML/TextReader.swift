import XML

extension WordDocument {
  /// The document's text, block by block in reading order: the headers of the first page and of those that follow, the body, notes, footers.
  ///
  /// Tracked changes count as accepted; hidden text, deleted text and the numbers of pages are left out; a text box stands after the paragraph that anchors it; a header that repeats another is not repeated.
  ///
  /// - Complexity: linear in the document.
  public func textBlocks() -> [TextBlock] {
    var reader = TextReader(document: self)
    for story in marginalStories(.hdr) { reader.read(story) }
    reader.read(body)
    reader.readNotes()
    for story in marginalStories(.ftr) { reader.read(story) }
    return reader.blocks
  }

  /// The document's plain text: a line for each block, a line feed after each; white space at the ends of lines and blank lines at both ends are left out.
  public func plainText() -> String {
    var lines = textBlocks().flatMap { block in
      block.line.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.reversed())
      }
    }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The headers or footers that the document's sections show, each part once, those of first pages before the others.
  private func marginalStories(_ kind: WordElement) -> [Story] {
    let tree = body.tree.tree
    let wanted = kind == .hdr ? "headerReference" : "footerReference"
    var found: [(rank: Int, story: Story)] = []
    for node in 0..<tree.count
    where tree.kind(of: node) == .element && tree.name(of: node).local == wanted {
      let id = tree.attributes(of: node).first { $0.name.local == "id" }?.value
      guard let id, let story = marginals[id],
        !found.contains(where: { $0.story.part == story.part })
      else { continue }
      let isFirst = body.tree.attribute("type", of: node) == "first"
      found.append((isFirst ? 0 : 1, story))
    }
    return (found.filter { $0.rank == 0 } + found.filter { $0.rank == 1 }).map(\.story)
  }
}

/// Walks stories and collects their text.
private struct TextReader {
  let document: WordDocument
  private(set) var blocks: [TextBlock] = []
  private var counter: ListCounter
  private var notes: [(id: String, isEndnote: Bool)] = []
  private var tree: WordTree
  private var part = ""
  private var paragraphNumbers: [XMLTree.NodeID: Int] = [:]

  init(document: WordDocument) {
    self.document = document
    counter = ListCounter(document.numbering)
    tree = document.body.tree
  }

  mutating func read(_ story: WordDocument.Story) {
    enter(story)
    if let body = tree.child(.body, of: tree.tree.root) {
      readBlocks(of: body)
    } else {
      let isMarginal = [.hdr, .ftr].contains(tree.element(tree.tree.root))
      let start = blocks.count
      readBlocks(of: tree.tree.root)
      // A header with nothing but a page number says nothing here.
      if isMarginal, blocks[start...].allSatisfy({ $0.line.allSatisfy(\.isWhitespace) }) {
        blocks.removeSubrange(start...)
      }
    }
  }

  mutating func readNotes() {
    for (index, note) in notes.enumerated() {
      guard let story = note.isEndnote ? document.endnotes : document.footnotes else { continue }
      enter(story)
      let node = tree.tree.children(of: tree.tree.root).first {
        tree.tree.kind(of: $0) == .element && tree.attribute("id", of: $0) == note.id
      }
      guard let node else { continue }
      let start = blocks.count
      readBlocks(of: node)
      if start < blocks.count {
        let first = blocks[start]
        blocks[start] = TextBlock(
          part: part, paragraph: first.paragraph, style: first.style, label: "[\(index + 1)]",
          text: String(first.text.drop(while: \.isWhitespace)))
      }
    }
  }

  private mutating func enter(_ story: WordDocument.Story) {
    tree = story.tree
    part = story.part
    paragraphNumbers = [:]
    for node in 0..<tree.tree.count where tree.element(node) == .p {
      paragraphNumbers[node] = paragraphNumbers.count + 1
    }
  }

  private mutating func readBlocks(of parent: XMLTree.NodeID) {
    for node in tree.tree.children(of: parent) where tree.tree.kind(of: node) == .element {
      switch tree.element(node) {
      case .p: read(paragraph: node)
      case .tbl: read(table: node)
      case .sectPr, .del, .moveFrom, .tblPr, .tblGrid, .trPr, .tcPr: continue
      default:
        if tree.tree.name(of: node).local != "Fallback" { readBlocks(of: node) }
      }
    }
  }

  private mutating func read(table: XMLTree.NodeID) {
    for row in descendants(.tr, of: table) {
      let cells = descendants(.tc, of: row)
      let start = blocks.count
      var isSimple = cells.count > 1
      for cell in cells {
        let before = blocks.count
        readBlocks(of: cell)
        isSimple = isSimple && blocks.count - before == 1 && !blocks[before].text.contains("\n")
      }
      guard isSimple, start < blocks.count else { continue }
      let row = blocks[start...]
      let text = row.map(\.line).joined(separator: "\t")
      let first = row[start]
      blocks.replaceSubrange(
        start..., with: [TextBlock(
          part: part, paragraph: first.paragraph, style: first.style, label: "", text: text)])
    }
  }

  /// The rows of a table or the cells of a row, those in content controls among them, but not those of inner tables.
  private func descendants(
    _ element: WordElement, of parent: XMLTree.NodeID
  ) -> [XMLTree.NodeID] {
    tree.tree.children(of: parent).flatMap { node -> [XMLTree.NodeID] in
      switch tree.element(node) {
      case element: [node]
      case .sdt, .sdtContent, .customXml, .ins: descendants(element, of: node)
      default: []
      }
    }
  }

  private mutating func read(paragraph: XMLTree.NodeID) {
    var text = RunText()
    collect(paragraph, into: &text)
    let properties = tree.child(.pPr, of: paragraph)
    let style = properties.flatMap { tree.value(of: .pStyle, in: $0) }
    blocks.append(
      TextBlock(
        part: part, paragraph: paragraphNumbers[paragraph] ?? 0, style: style,
        label: label(properties, style), text: text.text))
    for box in text.boxes { readBlocks(of: box) }
  }

  private mutating func label(_ properties: XMLTree.NodeID?, _ style: String?) -> String {
    let own = properties.flatMap { tree.child(.numPr, of: $0) }
    let inherited = style.flatMap { document.styles.list(of: $0) }
    let list = own.flatMap { tree.value(of: .numId, in: $0) } ?? inherited?.id
    let level =
      own.flatMap { tree.value(of: .ilvl, in: $0) }.flatMap { Int($0) } ?? inherited?.level ?? 0
    guard let list, list != "0" else { return "" }
    return counter.label(of: list, level: level)
  }

  /// The text of a paragraph's runs, and the text boxes that they anchor.
  private struct RunText {
    var text = ""
    var boxes: [XMLTree.NodeID] = []
    /// The instructions of the fields that are open, innermost last, and whether each is past its instruction.
    var fields: [(instruction: String, isResult: Bool)] = []

    /// Whether the text here is the number of a page, which plain text has not.
    var isPageNumber: Bool {
      fields.contains { RunText.isPageField($0.instruction) }
    }

    static func isPageField(_ instruction: String) -> Bool {
      let name = instruction.split(separator: " ").first?.uppercased()
      return name == "PAGE" || name == "NUMPAGES" || name == "SECTIONPAGES"
    }
  }

  private mutating func collect(_ parent: XMLTree.NodeID, into text: inout RunText) {
    for node in tree.tree.children(of: parent) where tree.tree.kind(of: node) == .element {
      let element = tree.element(node)
      switch element {
      case .pPr, .rPr, .del, .moveFrom, .p: continue
      case .r:
        if let properties = tree.child(.rPr, of: node), tree.isOn(.vanish, in: properties) {
          continue
        }
        collect(node, into: &text)
      case .t:
        if !text.isPageNumber { text.text += tree.tree.string(of: node) }
      case .instrText:
        if let last = text.fields.indices.last, !text.fields[last].isResult {
          text.fields[last].instruction += tree.tree.string(of: node)
        }
      case .fldChar:
        switch tree.attribute("fldCharType", of: node) {
        case "begin": text.fields.append(("", false))
        case "separate": if let last = text.fields.indices.last { text.fields[last].isResult = true }
        case "end": _ = text.fields.popLast()
        default: continue
        }
      case .fldSimple:
        if RunText.isPageField(tree.attribute("instr", of: node) ?? "") { continue }
        collect(node, into: &text)
      case .sym:
        let code = tree.attribute("char", of: node).flatMap { UInt32($0, radix: 16) }
        if let scalar = code.flatMap({ Unicode.Scalar($0) }) {
          text.text += (0xE000...0xF8FF).contains(scalar.value) ? "•" : String(Character(scalar))
        }
      case .footnoteReference, .endnoteReference:
        guard let id = tree.attribute("id", of: node) else { continue }
        notes.append((id, element == .endnoteReference))
        text.text += "[\(notes.count)]"
      case .softHyphen: continue
      case .txbxContent: text.boxes.append(node)
      default:
        if let character = WordTree.character(of: element) {
          text.text += character.description
        } else if tree.tree.name(of: node).local != "Fallback" {
          collect(node, into: &text)
        }
      }
    }
  }
}
