import Diagnostics
import Jinja
import WordprocessingML
import XML

/// The tags of a part, and what their writing does to its tree: text nodes cut up, containers replaced, nodes dropped.
///
/// Tags are looked for in each paragraph's joined text, so that it does not matter how Word cut the text into runs; a tag never reaches over the end of a paragraph.
struct TagMarkup {
  struct FoundTag {
    let kind: TemplateSource.Tag.Kind
    let text: [UInt8]
    let place: TemplatePart.TagPlace

    /// Whether the tag closes a block.
    var isEnd: Bool {
      kind == .statement
        && text.drop { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }.starts(with: "end".utf8)
    }
  }

  /// What a text node becomes.
  enum TextItem {
    case literal(Range<Int>)
    case tag(Int)
    /// A tag that stands between two runs.
    case runTag(Int)
  }

  /// A stretch of a paragraph's text that is taken out, and the tag that stands where it began.
  private struct Cut {
    let range: Range<Int>
    var tag: Int?
    var splitsRun = false
  }

  let tree: WordTree
  let paragraphs: [Paragraph]
  private(set) var tags: [FoundTag] = []
  private(set) var findings: [Finding] = []
  /// Text nodes that hold tags or parts of them, cut up; ranges are offsets into the node's bytes.
  private(set) var texts: [XMLTree.NodeID: [TextItem]] = [:]
  /// Paragraphs, rows, cells and runs that tags with a prefix take the place of.
  private(set) var replaced: [XMLTree.NodeID: [Int]] = [:]
  /// Breaks and tabs inside a tag, and what describes an element that is unwrapped.
  private(set) var dropped: Set<XMLTree.NodeID> = []
  /// Tracked insertions and smart tags around a block's tag: their content stands without them, so that it does not matter with which word the tracking began.
  private(set) var unwrapped: Set<XMLTree.NodeID> = []

  init(tree: WordTree, paragraphs: [Paragraph]) {
    self.tree = tree
    self.paragraphs = paragraphs
  }

  mutating func findTags() {
    for index in paragraphs.indices where paragraphs[index].text.contains(UInt8(ascii: "{")) {
      findTags(in: index)
    }
    reportLostContent()
  }

  private mutating func findTags(in index: Int) {
    let paragraph = paragraphs[index]
    let matches = TagScanner.tags(in: paragraph.text)
    guard !matches.isEmpty else { return }
    var cuts: [Cut] = []
    for match in matches {
      let whole = match.start..<(match.end ?? paragraph.text.count)
      let inner =
        match.end == nil
        ? (range: match.start + 2..<whole.upperBound, trimsBefore: false, trimsAfter: false)
        : match.inner(of: paragraph.text)
      let (container, length) = Self.prefix(of: paragraph.text[inner.range])
      let textStart = inner.range.lowerBound + length
      let number = tags.count
      tags.append(
        FoundTag(
          kind: match.kind, text: Array(paragraph.text[textStart..<inner.range.upperBound]),
          place: TemplatePart.TagPlace(paragraph: index, innerStart: textStart, whole: whole)))
      let span = Span(tag: number, range: 0..<0)
      guard match.end != nil else {
        findings.append(TagScanner.unclosed(span))
        continue
      }
      if container != nil, match.kind == .output { findings.append(Self.unsupportedOutput(span)) }
      if match.kind == .statement { unwrap(around: whole.lowerBound, in: paragraph) }
      if let container, container != .r {
        replace(container, with: number, in: paragraph, at: whole.lowerBound)
        continue
      }
      let previous = cuts.last?.range.upperBound ?? 0
      if inner.trimsBefore {
        let space = paragraph.text[previous..<whole.lowerBound].reversed().prefix(
          while: Self.isSpace)
        cuts.append(Cut(range: whole.lowerBound - space.count..<whole.lowerBound))
      }
      cuts.append(Cut(range: whole, tag: number, splitsRun: container == .r))
      if inner.trimsAfter {
        let space = paragraph.text[whole.upperBound...].prefix(while: Self.isSpace)
        cuts.append(Cut(range: space.startIndex..<space.endIndex))
      }
    }
    if !cuts.isEmpty { cut(paragraph, at: cuts) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Takes the tracked insertions and smart tags around a place away.
  private mutating func unwrap(around offset: Int, in paragraph: Paragraph) {
    guard let piece = paragraph.pieceIndex(at: offset) else { return }
    var node = tree.tree.parent(of: paragraph.pieces[piece].node)
    while let current = node, current != paragraph.node {
      switch tree.element(current) {
      case .ins, .moveTo, .smartTag:
        unwrapped.insert(current)
        for child in tree.tree.children(of: current)
        where tree.tree.kind(of: child) == .element
          && tree.tree.name(of: child).local == "smartTagPr"
        { dropped.insert(child) }
      default: break
      }
      node = tree.tree.parent(of: current)
    }
  }

  /// The container that a tag names right after its brace, as in `{%tr for`, and the prefix's length.
  private static func prefix(of text: ArraySlice<UInt8>) -> (WordElement?, length: Int) {
    for (name, container) in [("tr", WordElement.tr), ("tc", .tc), ("p", .p), ("r", .r)] {
      guard text.starts(with: name.utf8) else { continue }
      let rest = text.dropFirst(name.utf8.count)
      let isNoBreakSpace = rest.starts(with: [0xC2, 0xA0])
      guard rest.first == 0x20 || rest.first == 0x09 || rest.first == 0x0A || isNoBreakSpace else {
        continue
      }
      return (container, name.utf8.count)
    }
    return (nil, 0)
  }

  private mutating func replace(
    _ container: WordElement, with tag: Int, in paragraph: Paragraph, at offset: Int
  ) {
    guard let piece = paragraph.pieceIndex(at: offset),
      let node = tree.enclosing(container, of: paragraph.pieces[piece].node)
    else {
      findings.append(Self.outside(container, Span(tag: tag, range: 0..<0)))
      return
    }
    replaced[node, default: []].append(tag)
  }

  /// Cuts the tags out of the text nodes that they stand in. A tag is put where its first character stands, so that its value has that character's formatting.
  private mutating func cut(_ paragraph: Paragraph, at cuts: [Cut]) {
    var next = 0
    for piece in paragraph.pieces {
      var items: [TextItem] = []
      var position = piece.range.lowerBound
      var isTouched = false
      while next < cuts.count, cuts[next].range.lowerBound < piece.range.upperBound {
        let range = cuts[next].range
        isTouched = true
        if range.lowerBound >= piece.range.lowerBound {
          items.append(.literal(offsets(position..<range.lowerBound, in: piece)))
          if let tag = cuts[next].tag {
            items.append(cuts[next].splitsRun ? .runTag(tag) : .tag(tag))
          }
        }
        position = min(range.upperBound, piece.range.upperBound)
        guard range.upperBound <= piece.range.upperBound else { break }
        next += 1
      }
      guard isTouched else { continue }
      if piece.isText {
        items.append(.literal(offsets(position..<piece.range.upperBound, in: piece)))
        texts[piece.node] = items
        replaceRun(of: piece.node, items)
      } else {
        dropped.insert(piece.node)
      }
    }
  }

  /// A run with nothing in it but tags that stand between runs is replaced by them.
  private mutating func replaceRun(of text: XMLTree.NodeID, _ items: [TextItem]) {
    var tags: [Int] = []
    for item in items {
      switch item {
      case .runTag(let tag): tags.append(tag)
      case .literal(let range) where range.isEmpty: continue
      default: return
      }
    }
    guard !tags.isEmpty, let run = tree.enclosing(.r, of: text) else { return }
    let content = tree.tree.children(of: run).filter {
      tree.tree.kind(of: $0) == .element && tree.element($0) != .rPr
    }
    if content.count == 1 { replaced[run] = tags }
  }

  private func offsets(_ range: Range<Int>, in piece: Paragraph.Piece) -> Range<Int> {
    range.lowerBound - piece.range.lowerBound..<range.upperBound - piece.range.lowerBound
  }

  /// What else is in a paragraph, row or cell that a tag takes the place of is in the document no more; its author should know.
  private mutating func reportLostContent() {
    for node in replaced.keys.sorted() where tree.element(node) != .r {
      guard let own = replaced[node], let first = own.first else { continue }
      let range = node..<tree.tree.end(of: node)
      let isLost =
        range.contains { [.drawing, .pict, .object].contains(tree.element($0)) }
        || paragraphs.indices(in: range).contains { hasText(in: $0, besides: own) }
      guard isLost else { continue }
      findings.append(
        Finding(
          .syntax, "E112",
          Message(
            kk: "бұл тег абзацтың немесе жолдың орнына тұрады: қасындағы мазмұн құжатқа шықпайды",
            ru:
              "этот тег заменяет абзац или строку: содержимое рядом с ним в документ не попадёт",
            en: "this tag takes the place of its paragraph or row: what else is in there is lost"),
          at: [Span(tag: first, range: 0..<0)]))
    }
  }

  private func hasText(in paragraph: Int, besides own: [Int]) -> Bool {
    let text = paragraphs[paragraph].text
    var covered = 0
    for tag in own where tags[tag].place.paragraph == paragraph {
      let whole = tags[tag].place.whole
      if !text[covered..<whole.lowerBound].allSatisfy({ $0 <= 0x20 }) { return true }
      covered = whole.upperBound
    }
    return !text[covered...].allSatisfy { $0 <= 0x20 }
  }

  private static func outside(_ container: WordElement, _ span: Span) -> Finding {
    let name = container.rawValue
    return Finding(
      .syntax, "E113",
      Message(
        kk: "`\(name)` тегі кестенің ішінде тұруы керек",
        ru: "тег с `\(name)` должен стоять в таблице",
        en: "a tag with `\(name)` must stand in a table"), at: [span])
  }

  private static func unsupportedOutput(_ span: Span) -> Finding {
    Finding(
      .syntax, "E114",
      Message(
        kk: "`{{p …}}`, `{{r …}}` түріндегі тегтер бұл нұсқада жоқ",
        ru: "теги вида `{{p …}}`, `{{r …}}` в этой версии не поддерживаются",
        en: "tags such as `{{p …}}` and `{{r …}}` are not supported in this version"), at: [span])
  }
}

extension [Paragraph] {
  /// The indices of the paragraphs whose nodes are in `range`; paragraphs stand in the order of their nodes.
  fileprivate func indices(in range: Range<XMLTree.NodeID>) -> Range<Int> {
    func first(from node: XMLTree.NodeID) -> Int {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if self[middle].node < node { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: range.lowerBound)..<first(from: range.upperBound)
  }
}
