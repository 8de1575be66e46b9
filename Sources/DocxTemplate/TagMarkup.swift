import Diagnostics
import Jinja
import WordprocessingML
import XML

/// The tags of a part, and what their writing does to its tree: text nodes cut up, containers replaced, nodes dropped.
///
/// Tags are looked for in each paragraph's joined text, so that it does not matter how Word cut the text into runs; a tag never reaches over the end of a paragraph.
struct TagMarkup {
  /// What kind of text a tag was found in.
  enum Form {
    case text, leaf, instruction, attribute, property
    /// An address, at whose beginning a tag may stand.
    case address, addressStart
  }

  struct FoundTag {
    let kind: TemplateSource.Tag.Kind
    let text: [UInt8]
    let place: TemplatePart.TagPlace
    let form: Form
    /// Whether lists begin anew at the tag.
    var restartsLists: Bool {
      kind == .statement
        && text.filter { $0 > 0x20 && $0 != 0xC2 && $0 != 0xA0 }.elementsEqual(
          "restart_numbering".utf8)
    }
    /// What the tag stands in the place of.
    var container: WordElement?
    /// The element of the text that its first character is in.
    var anchor: XMLTree.NodeID?

    /// Whether the tag closes a block.
    var isEnd: Bool { begins(with: "end") }
    /// Whether the statement itself writes something: what its block says, or the text of another template.
    var writesValue: Bool { ["call", "filter", "include"].contains { begins(with: $0) } }

    private func begins(with word: String) -> Bool {
      kind == .statement
        && text.drop { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }.starts(with: word.utf8)
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
  struct Cut {
    let range: Range<Int>
    var tag: Int?
    var splitsRun = false
  }

  let tree: WordTree
  let paragraphs: [Paragraph]
  var tags: [FoundTag] = []
  var findings: [Finding] = []
  /// Text nodes that hold tags or parts of them, cut up; ranges are offsets into the node's bytes.
  var texts: [XMLTree.NodeID: [TextItem]] = [:]
  /// The values of attributes that hold tags.
  var attributes: [XMLTree.NodeID: [AttributeText]] = [:]
  /// Paragraphs, rows, cells and runs that tags with a prefix take the place of.
  var replaced: [XMLTree.NodeID: [Int]] = [:]
  /// Breaks and tabs inside a tag, and what describes an element that is unwrapped.
  var dropped: Set<XMLTree.NodeID> = []
  /// Tracked insertions and smart tags around a block's tag: their content stands without them, so that it does not matter with which word the tracking began.
  var unwrapped: Set<XMLTree.NodeID> = []
  /// Cells whose spans, colours or merging tags in them decide.
  var cells: [XMLTree.NodeID: CellTags] = [:]
  /// Tags that stand before and after an element, and right within it.
  var before: [XMLTree.NodeID: [Int]] = [:]
  var after: [XMLTree.NodeID: [Int]] = [:]
  var atStart: [XMLTree.NodeID: [Int]] = [:]
  var atEnd: [XMLTree.NodeID: [Int]] = [:]
  /// Elements in whose place a text with a tag stands.
  var standIns: [XMLTree.NodeID: Int] = [:]
  /// Tables whose columns are counted only when they are filled.
  var flexibleTables: Set<XMLTree.NodeID> = []
  /// Paragraphs that `-%}` or `{%-` joins to the next, and those that are the next.
  var continued: Set<XMLTree.NodeID> = []
  var continuing: Set<XMLTree.NodeID> = []
  /// Paragraphs, by index, at whose end or start a tag asks for such a join.
  var joinsAfter: Set<Int> = []
  var joinsBefore: Set<Int> = []

  /// Relationships whose addresses hold tags, by id.
  let links: [String: LinkTemplate]
  /// Where a comment that began in a paragraph before ends, by the index of the paragraph; without bound where all of it is comment.
  var commentEnds: [Int: Int] = [:]
  /// No comment that begins before this paragraph ends in a later one.
  var commentlessUntil = 0
  /// What tags without a prefix are of, where that is to be found out.
  private let inference: ContainerInference?

  init(
    tree: WordTree, paragraphs: [Paragraph], links: [String: LinkTemplate] = [:],
    infersContainers: Bool = false
  ) {
    self.tree = tree
    self.links = links
    self.paragraphs = paragraphs
    inference =
      infersContainers ? ContainerInference(tree: tree, paragraphs: paragraphs) : nil
  }

  mutating func findTags() {
    for index in paragraphs.indices where Self.mayHoldTag(paragraphs[index].text[...]) {
      if commentEnds[index] != .max { findTags(in: paragraphs[index], index: index, form: .text) }
    }
    if inference != nil { addPlaceholders() }
    findLeafTags()
    findAttributeTags()
    findLinkTags()
    joinParagraphs()
    reportLostContent()
  }

  /// All nodes that are written otherwise than they were.
  var markedNodes: [XMLTree.NodeID] {
    [replaced, before, after, atStart, atEnd].flatMap(\.keys)
      + [dropped, unwrapped, flexibleTables, continued, continuing].flatMap { $0 }
      + Array(texts.keys) + Array(attributes.keys) + Array(cells.keys) + Array(standIns.keys)
  }

  /// Whether there are tags, or braces to be written otherwise.
  var changesAnything: Bool { !tags.isEmpty || !texts.isEmpty }

  static func mayHoldTag(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
  }

  /// Finds the tags of a paragraph or of what is read like one.
  mutating func findTags(in paragraph: Paragraph, index: Int, form: Form) {
    let matches = TagScanner.tags(in: paragraph.text)
    var cuts: [Cut] = []
    var previous = form == .text ? commentEnds[index] ?? 0 : 0
    if previous > 0 { cuts.append(Cut(range: 0..<previous)) }
    for match in matches where match.start >= previous {
      let whole = match.start..<(match.end ?? paragraph.text.count)
      cuts += Self.literalBraces(in: paragraph.text, previous..<whole.lowerBound)
      let inner =
        match.end == nil
        ? (range: match.start + 2..<whole.upperBound, trimsBefore: false, trimsAfter: false)
        : match.inner(of: paragraph.text)
      var (container, length) =
        form == .text ? Self.prefix(of: paragraph.text[inner.range], match.kind) : (nil, 0)
      let textStart = inner.range.lowerBound + length
      let number = tags.count
      let anchor = paragraph.pieceIndex(at: whole.lowerBound).flatMap {
        tree.tree.parent(of: paragraph.pieces[$0].node)
      }
      let isShown = form == .text || form == .property
      var tag = FoundTag(
        kind: match.kind,
        text: Self.joiningNames(paragraph.text[textStart..<inner.range.upperBound]),
        place: TemplatePart.TagPlace(
          paragraph: index, innerStart: textStart, whole: isShown ? whole : 0..<0,
          isMade: !isShown),
        form: form, anchor: anchor)
      previous = whole.upperBound
      let span = Span(tag: number, range: 0..<0)
      guard match.end != nil else {
        if form == .text, match.kind == .comment, continueComment(from: index) {
          cuts.append(Cut(range: whole))
          continue
        }
        tags.append(tag)
        findings.append(TagScanner.unclosed(span))
        continue
      }
      if form == .text, container == nil, let command = CellCommand(tag) {
        let position = CellCommand.Position(tag: number, paragraph: paragraph, whole: whole)
        if note(command, tag, at: position) {
          cuts.append(Cut(range: whole))
          continue
        }
      }
      if match.kind == .comment, container == .r { container = nil }
      let position = ContainerInference.Position(paragraph: index, offset: whole.lowerBound)
      switch form == .text && container == nil ? inference?.decisions[position] : nil {
      case .replaces(let element): container = element
      case .before(let row): before[row, default: []].append(append(tag))
      case .after(let row): after[row, default: []].append(append(tag))
      case nil: break
      }
      guard tags.count == number else {
        cuts.append(Cut(range: whole))
        continue
      }
      tag.container = container
      tags.append(tag)
      if form == .text, match.kind == .statement { unwrap(around: whole.lowerBound, in: paragraph) }
      if let container, container != .r {
        replace(container, with: number, in: paragraph, at: whole.lowerBound)
        continue
      }
      cutOut(
        whole, number, isBetweenRuns: container == .r, trims: (inner.trimsBefore, inner.trimsAfter),
        in: paragraph, index: index, joins: form == .text && match.kind == .statement, into: &cuts)
      previous = max(previous, cuts.last?.range.upperBound ?? 0)
    }
    if previous < paragraph.text.count {
      cuts += Self.literalBraces(in: paragraph.text, previous..<paragraph.text.count)
    }
    if !cuts.isEmpty { cut(paragraph, at: cuts) }
  }

  /// Cuts a tag out, with the white space that it takes along.
  private mutating func cutOut(
    _ whole: Range<Int>, _ number: Int, isBetweenRuns: Bool, trims: (before: Bool, after: Bool),
    in paragraph: Paragraph, index: Int, joins: Bool, into cuts: inout [Cut]
  ) {
    let previous = cuts.last?.range.upperBound ?? 0
    if trims.before {
      let space = paragraph.text[previous..<whole.lowerBound].reversed().prefix(
        while: Self.isSpace)
      cuts.append(Cut(range: whole.lowerBound - space.count..<whole.lowerBound))
      if joins, space.count == whole.lowerBound { joinsBefore.insert(index) }
    }
    cuts.append(Cut(range: whole, tag: number, splitsRun: isBetweenRuns))
    if trims.after {
      let space = paragraph.text[whole.upperBound...].prefix(while: Self.isSpace)
      cuts.append(Cut(range: space.startIndex..<space.endIndex))
      if joins, space.endIndex == paragraph.text.count { joinsAfter.insert(index) }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The underscores of `{_{`, `}_}`, `{_%` and `%_}`, which stand for braces that are no tag.
  private static func literalBraces(in text: [UInt8], _ range: Range<Int>) -> [Cut] {
    var cuts: [Cut] = []
    var index = range.lowerBound
    while index + 2 < range.upperBound {
      guard text[index + 1] == UInt8(ascii: "_") else {
        index += 1
        continue
      }
      switch (text[index], text[index + 2]) {
      case (UInt8(ascii: "{"), UInt8(ascii: "{")), (UInt8(ascii: "}"), UInt8(ascii: "}")),
        (UInt8(ascii: "{"), UInt8(ascii: "%")), (UInt8(ascii: "%"), UInt8(ascii: "}")):
        cuts.append(Cut(range: index + 1..<index + 2))
        index += 3
      default: index += 1
      }
    }
    return cuts
  }

  /// The text of a tag in which a tab or a break does not cut a name in two: it is moved behind the name.
  ///
  /// Between two words of which one belongs to the language it separates them.
  private static func joiningNames(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = Array(text)
    guard text.contains(where: { $0 == 0x09 || $0 == 0x0A }) else { return text }
    var index = 1
    while index + 1 < text.count {
      if text[index] == 0x09 || text[index] == 0x0A {
        let left = text[..<index].reversed().prefix(while: isNamePart).count
        let right = text[(index + 1)...].prefix(while: isNamePart).count
        let words = [text[(index - left)..<index], text[(index + 1)..<(index + 1 + right)]]
        if left > 0, right > 0,
          !words.contains(where: { keywords.contains(String(decoding: $0, as: UTF8.self)) })
        {
          text.insert(text.remove(at: index), at: index + right)
          index += right
        }
      }
      index += 1
    }
    return text
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
      || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Words that are no names.
  private static let keywords: Set<String> = [
    "if", "elif", "else", "endif", "for", "in", "endfor", "and", "or", "not", "is", "set", "endset",
    "macro", "endmacro", "call", "endcall", "filter", "endfilter", "with", "endwith", "block",
    "endblock", "include", "import", "from", "as", "do", "recursive", "extends", "raw", "endraw",
    "autoescape", "endautoescape",
  ]

  /// The container that a tag names right after its brace, as in `{%tr for`, and the prefix's length.
  private static func prefix(
    of text: ArraySlice<UInt8>, _ kind: TemplateSource.Tag.Kind
  ) -> (WordElement?, length: Int) {
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
}
