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
  }

  /// What a text node becomes.
  enum TextItem {
    case literal(Range<Int>)
    case tag(Int)
  }

  let tree: WordTree
  let paragraphs: [Paragraph]
  private(set) var tags: [FoundTag] = []
  private(set) var findings: [Finding] = []
  /// Text nodes that hold tags or parts of them, cut up; ranges are offsets into the node's bytes.
  private(set) var texts: [XMLTree.NodeID: [TextItem]] = [:]
  /// Paragraphs, rows, cells and runs that tags with a prefix take the place of.
  private(set) var replaced: [XMLTree.NodeID: [Int]] = [:]
  /// Breaks and tabs inside a tag.
  private(set) var dropped: Set<XMLTree.NodeID> = []

  init(tree: WordTree, paragraphs: [Paragraph]) {
    self.tree = tree
    self.paragraphs = paragraphs
  }

  mutating func findTags() {
    for index in paragraphs.indices where paragraphs[index].text.contains(UInt8(ascii: "{")) {
      findTags(in: index)
    }
  }

  private mutating func findTags(in index: Int) {
    let paragraph = paragraphs[index]
    let matches = TagScanner.tags(in: paragraph.text)
    guard !matches.isEmpty else { return }
    var cuts: [(range: Range<Int>, tag: Int)] = []
    var containers: [WordElement] = []
    for match in matches {
      let whole = match.start..<(match.end ?? paragraph.text.count)
      let inner = match.end == nil ? match.start + 2..<whole.upperBound : Self.inner(of: match, paragraph)
      let (container, length) = Self.prefix(of: paragraph.text[inner])
      let textStart = inner.lowerBound + length
      let number = tags.count
      tags.append(
        FoundTag(
          kind: match.kind, text: Array(paragraph.text[textStart..<inner.upperBound]),
          place: TemplatePart.TagPlace(paragraph: index, innerStart: textStart, whole: whole)))
      let span = Span(tag: number, range: 0..<0)
      guard match.end != nil else {
        findings.append(TagScanner.unclosed(span))
        continue
      }
      if let container {
        replace(container, with: number, in: paragraph, at: whole.lowerBound)
        containers.append(container)
        if match.kind == .output { findings.append(Self.unsupportedOutput(span)) }
      } else {
        cuts.append((whole, number))
      }
    }
    if containers.contains(where: { $0 != .r }) {
      reportLostText(paragraph, firstTag: tags.count - matches.count)
    }
    if !cuts.isEmpty { cut(paragraph, at: cuts) }
  }

  private static func inner(of match: TagScanner.Match, _ paragraph: Paragraph) -> Range<Int> {
    match.inner(of: paragraph.text).range
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
  private mutating func cut(_ paragraph: Paragraph, at cuts: [(range: Range<Int>, tag: Int)]) {
    var next = 0
    for piece in paragraph.pieces {
      var items: [TextItem] = []
      var position = piece.range.lowerBound
      var isTouched = false
      while next < cuts.count, cuts[next].range.lowerBound < piece.range.upperBound {
        let (range, tag) = cuts[next]
        isTouched = true
        if range.lowerBound >= piece.range.lowerBound {
          items.append(.literal(offsets(position..<range.lowerBound, in: piece)))
          items.append(.tag(tag))
        }
        position = min(range.upperBound, piece.range.upperBound)
        guard range.upperBound <= piece.range.upperBound else { break }
        next += 1
      }
      guard isTouched else { continue }
      if piece.isText {
        items.append(.literal(offsets(position..<piece.range.upperBound, in: piece)))
        texts[piece.node] = items
      } else {
        dropped.insert(piece.node)
      }
    }
  }

  private func offsets(_ range: Range<Int>, in piece: Paragraph.Piece) -> Range<Int> {
    range.lowerBound - piece.range.lowerBound..<range.upperBound - piece.range.lowerBound
  }

  /// Text beside a tag that takes the paragraph's or row's place is in the document no more; its author should know.
  private mutating func reportLostText(_ paragraph: Paragraph, firstTag: Int) {
    var covered = 0
    for tag in tags[firstTag...] {
      let gap = paragraph.text[covered..<tag.place.whole.lowerBound]
      covered = tag.place.whole.upperBound
      if !gap.allSatisfy({ $0 <= 0x20 }) { return lost(firstTag) }
    }
    if !paragraph.text[covered...].allSatisfy({ $0 <= 0x20 }) { lost(firstTag) }
  }

  private mutating func lost(_ tag: Int) {
    findings.append(
      Finding(
        .syntax, "E112",
        Message(
          kk: "абзацтың немесе жолдың орнына тұратын тегтің қасындағы мәтін құжатқа шықпайды",
          ru: "текст рядом с тегом, который заменяет абзац или строку, в документ не попадёт",
          en: "text beside a tag that takes the place of its paragraph or row is lost"),
        at: [Span(tag: tag, range: 0..<0)]))
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
