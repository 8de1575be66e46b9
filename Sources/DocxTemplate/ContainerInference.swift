import Jinja
import WordprocessingML
import XML

/// Finds for blocks without a prefix what is to be repeated or left out: what `{%p`, `{%tr` and `{%tc` say in so many letters.
///
/// Paragraphs and rows with nothing in them but tags of blocks vanish; a block that begins in the first cell of a row and ends in the last is of rows; one whose tags fill cells of one row is of cells.
struct ContainerInference {
  /// Where a tag begins.
  struct Position: Hashable {
    let paragraph: Int
    let offset: Int
  }

  enum Decision {
    /// The tag stands in the place of what it is in.
    case replaces(WordElement)
    /// The tag stands before or after a row.
    case before(XMLTree.NodeID)
    case after(XMLTree.NodeID)
  }

  private struct Tag {
    let position: Position
    let whole: Range<Int>
    let word: String
  }

  /// A block with all its tags, as indices into `tags`, its first and last tag among them.
  private struct Block {
    var tags: [Int]
  }

  private(set) var decisions: [Position: Decision] = [:]
  private let tree: WordTree
  private let paragraphs: [Paragraph]
  private var tags: [Tag] = []
  private var blocks: [Block] = []
  /// The tags of each paragraph that has nothing else in it.
  private var pureParagraphs: [Int: [Int]] = [:]

  init(tree: WordTree, paragraphs: [Paragraph]) {
    self.tree = tree
    self.paragraphs = paragraphs
    collect()
    pair()
    inferParagraphs()
    inferRows()
  }

  // MARK: What there is

  private static let openers: Set<String> = [
    "for", "if", "macro", "call", "filter", "with", "block",
  ]
  private static let branches: Set<String> = ["else", "elif"]
  /// Statements that are whole by themselves.
  private static let single: Set<String> = ["set", "do", "import", "from", "include", "restart"]

  private mutating func collect() {
    for (index, paragraph) in paragraphs.enumerated()
    where TagMarkup.mayHoldTag(paragraph.text[...]) {
      var isPure = true
      var position = 0
      var own: [Int] = []
      for match in TagScanner.tags(in: paragraph.text) {
        guard let end = match.end else {
          isPure = false
          break
        }
        if !Self.isBlank(paragraph.text[position..<match.start]) { isPure = false }
        position = end
        let text = paragraph.text[match.inner(of: paragraph.text).range]
        let word = String(
          decoding: text.drop { !Self.isLetter($0) }.prefix(while: Self.isLetter), as: UTF8.self)
        // A prefix says more plainly what the tag is of.
        let hasPrefix =
          ["p", "tr", "tc", "r"].contains(word) && text.first.map(Self.isLetter) == true
        guard match.kind == .statement, !hasPrefix else {
          if match.kind != .comment || hasPrefix { isPure = false }
          continue
        }
        own.append(tags.count)
        tags.append(
          Tag(
            position: Position(paragraph: index, offset: match.start), whole: match.start..<end,
            word: word))
      }
      if !Self.isBlank(paragraph.text[position...]) { isPure = false }
      if isPure, !own.isEmpty, !holdsMore(paragraph.node) { pureParagraphs[index] = own }
    }
  }

  private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool { text.allSatisfy { $0 <= 0x20 } }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a paragraph has content besides its text.
  private func holdsMore(_ paragraph: XMLTree.NodeID) -> Bool {
    (paragraph..<tree.tree.end(of: paragraph)).contains {
      switch tree.element($0) {
      case .drawing, .pict, .object, .footnoteReference, .endnoteReference, .fldChar, .fldSimple,
        .sym:
        true
      default: false
      }
    }
  }

  private mutating func pair() {
    var open: [Block] = []
    for (index, tag) in tags.enumerated() {
      if Self.openers.contains(tag.word) {
        open.append(Block(tags: [index]))
      } else if Self.branches.contains(tag.word), !open.isEmpty {
        open[open.count - 1].tags.append(index)
      } else if tag.word.hasPrefix("end"), let last = open.last,
        tags[last.tags[0]].word == tag.word.dropFirst(3)
      {
        var block = open.removeLast()
        block.tags.append(index)
        blocks.append(block)
      } else if Self.single.contains(tag.word) {
        blocks.append(Block(tags: [index]))
      }
    }
  }

  // MARK: Paragraphs

  /// Blocks whose tags all stand in paragraphs of nothing else, which are children of one element.
  private mutating func inferParagraphs() {
    let places = tags.map {
      pureParagraphs[$0.position.paragraph] == nil ? nil : $0.position.paragraph
    }
    let chosen = agreeing(places: places) { block in
      let parents = Set(
        block.tags.map { tree.tree.parent(of: paragraphs[tags[$0].position.paragraph].node) })
      let distinct = Set(block.tags.map { tags[$0].position.paragraph })
      return parents.count == 1 && (block.tags.count == 1 || distinct.count > 1)
    }
    for block in chosen {
      for tag in blocks[block].tags { decisions[tags[tag].position] = .replaces(.p) }
    }
  }

  // MARK: Rows and cells

  private mutating func inferRows() {
    inferWholeRows()
    for (index, block) in blocks.enumerated() where block.tags.count == 2 {
      if let decided = wrapping(block) {
        decisions[tags[block.tags[0]].position] = .before(decided.0)
        decisions[tags[block.tags[1]].position] = .after(decided.1)
      } else if isOfCells(index) {
        for tag in block.tags { decisions[tags[tag].position] = .replaces(.tc) }
      }
    }
  }

  /// Blocks whose tags all stand in rows of nothing else.
  private mutating func inferWholeRows() {
    var purity: [XMLTree.NodeID: Bool] = [:]
    let places = tags.map { tag -> Int? in
      guard let row = tree.enclosing(.tr, of: paragraphs[tag.position.paragraph].node) else {
        return nil
      }
      if purity[row] == nil { purity[row] = isPure(row) }
      return purity[row] == true ? row : nil
    }
    let chosen = agreeing(places: places) { block in
      let rows = block.tags.compactMap { places[$0] }
      let isDecided = block.tags.contains { decisions[tags[$0].position] != nil }
      return !isDecided && Set(rows.map { tree.tree.parent(of: $0) }).count == 1
        && (block.tags.count == 1 || Set(rows).count > 1)
    }
    for block in chosen {
      for tag in blocks[block].tags { decisions[tags[tag].position] = .replaces(.tr) }
    }
  }

  private func isPure(_ row: XMLTree.NodeID) -> Bool {
    let indices = paragraphs.indices(in: row..<tree.tree.end(of: row))
    let isPlain = !(row..<tree.tree.end(of: row)).contains { tree.element($0) == .tbl }
    return isPlain
      && indices.allSatisfy {
        pureParagraphs[$0] != nil
          || (Self.isBlank(paragraphs[$0].text[...]) && !holdsMore(paragraphs[$0].node))
      }
  }

  /// The first and the last row of a block that begins in a row's first cell and ends in a row's last.
  private func wrapping(_ block: Block) -> (XMLTree.NodeID, XMLTree.NodeID)? {
    guard let first = cell(of: block.tags[0]), let last = cell(of: block.tags[1]), first != last,
      let begin = tree.tree.parent(of: first), let end = tree.tree.parent(of: last),
      tree.element(begin) == .tr, tree.element(end) == .tr,
      tree.tree.parent(of: begin) == tree.tree.parent(of: end),
      decisions[tags[block.tags[0]].position] == nil, tree.child(.tc, of: begin) == first,
      tree.tree.children(of: end).filter({ tree.element($0) == .tc }).last == last
    else { return nil }
    return (begin, end)
  }

  private func isOfCells(_ index: Int) -> Bool {
    let places = blocks[index].tags.map { cell(of: $0) }
    guard places.allSatisfy({ $0 != nil }), Set(places).count > 1,
      Set(places.map { $0.flatMap { tree.tree.parent(of: $0) } }).count == 1,
      blocks[index].tags.allSatisfy({ decisions[tags[$0].position] == nil })
    else { return false }
    return places.allSatisfy { place in
      guard let cell = place else { return false }
      let indices = paragraphs.indices(in: cell..<tree.tree.end(of: cell))
      return indices.allSatisfy {
        pureParagraphs[$0]?.count == 1 || Self.isBlank(paragraphs[$0].text[...])
      } && indices.filter { pureParagraphs[$0] != nil }.count == 1
    }
  }

  private func cell(of tag: Int) -> XMLTree.NodeID? {
    tree.enclosing(.tc, of: paragraphs[tags[tag].position.paragraph].node)
  }

  // MARK: Agreement

  /// The blocks that may vanish into their places: all tags of a block must, and all blocks with a tag in a place.
  private func agreeing(places: [Int?], _ isFit: (Block) -> Bool) -> [Int] {
    var blocksOfPlace: [Int: [Int]] = [:]
    var paired: Set<Int> = []
    var refused: Set<Int> = []
    for (index, block) in blocks.enumerated() {
      paired.formUnion(block.tags)
      for tag in block.tags {
        if let place = places[tag] { blocksOfPlace[place, default: []].append(index) }
      }
    }
    var waiting: [Int] = []
    for (index, block) in blocks.enumerated()
    where block.tags.contains(where: { places[$0] == nil }) || !isFit(block) {
      if refused.insert(index).inserted { waiting.append(index) }
    }
    // A tag without its block keeps its place from vanishing.
    for (tag, place) in places.enumerated() where !paired.contains(tag) {
      for block in place.flatMap({ blocksOfPlace[$0] }) ?? []
      where refused.insert(block).inserted { waiting.append(block) }
    }
    while let block = waiting.popLast() {
      for tag in blocks[block].tags {
        guard let place = places[tag] else { continue }
        for other in blocksOfPlace.removeValue(forKey: place) ?? []
        where refused.insert(other).inserted { waiting.append(other) }
      }
    }
    return blocks.indices.filter { !refused.contains($0) }
  }
}
