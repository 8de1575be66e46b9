import Synchronization
import WordprocessingML
import XML

/// What stands around the text that a tag is in: how to close it and to open it again, so that a run, a paragraph or a table can stand in between.
///
/// Most values are text without a break and stand between no two runs: the markup is made when it is first asked for.
final class TextFrame: Sendable {
  /// A part in which tags stand, as a `SegmentWriter` writes it.
  final class Surroundings: Sendable {
    let tree: WordTree
    let part: String
    let prefix: String
    let omitted: Set<Int>
    let unwrapped: Set<XMLTree.NodeID>

    init(
      _ tree: WordTree, part: String, prefix: String, omitting omitted: Set<Int>,
      unwrapped: Set<XMLTree.NodeID>
    ) {
      self.tree = tree
      self.part = part
      self.prefix = prefix
      self.omitted = omitted
      self.unwrapped = unwrapped
    }
  }

  fileprivate struct Markup {
    let runEnd: [UInt8]
    let runStart: [UInt8]
    let paragraphEnd: [UInt8]
    let paragraphStart: [UInt8]
    let names: [String]
    let site: InsertionSite
  }

  private let surroundings: Surroundings
  /// The text node's element.
  private let text: XMLTree.NodeID
  private let made = Mutex<Markup?>(nil)

  init(_ text: XMLTree.NodeID, in surroundings: Surroundings) {
    self.text = text
    self.surroundings = surroundings
  }

  /// `</w:t></w:r>`, and the same run opened again.
  var runEnd: [UInt8] { markup.runEnd }
  var runStart: [UInt8] { markup.runStart }
  /// The same up to the paragraph.
  var paragraphEnd: [UInt8] { markup.paragraphEnd }
  var paragraphStart: [UInt8] { markup.paragraphStart }
  /// Names of the elements around the text as written, innermost first.
  var names: [String] { markup.names }
  var site: InsertionSite { markup.site }

  private var markup: Markup {
    made.withLock { made in
      if let made { return made }
      let markup = Markup(around: text, in: surroundings)
      made = markup
      return markup
    }
  }
}

extension TextFrame.Markup {
  fileprivate init(around text: XMLTree.NodeID, in surroundings: TextFrame.Surroundings) {
    let (tree, prefix) = (surroundings.tree, surroundings.prefix)
    let (omitted, unwrapped) = (surroundings.omitted, surroundings.unwrapped)
    let xml = tree.tree
    var chain: [XMLTree.NodeID] = []
    var node: XMLTree.NodeID? = text
    while let current = node {
      if !unwrapped.contains(current) { chain.append(current) }
      node = xml.parent(of: current)
    }
    let run = chain.first { tree.element($0) == .r }
    let runLength = (chain.firstIndex { tree.element($0) == .r } ?? -1) + 1
    let paragraphLength = (chain.firstIndex { tree.element($0) == .p } ?? runLength - 1) + 1
    let paragraph = chain.first { tree.element($0) == .p }
    // Whatever the element is now, it is written as a text.
    var runEnd = Array("</\(prefix)t>".utf8)
    var paragraphEnd = runEnd
    for node in chain.prefix(runLength).dropFirst() { xml.writeEndTag(node, into: &runEnd) }
    for node in chain.prefix(paragraphLength).dropFirst() {
      xml.writeEndTag(node, into: &paragraphEnd)
    }

    var runProperties: [UInt8] = []
    if let properties = run.flatMap({ tree.properties(.rPr, of: $0) }) {
      xml.write(properties, into: &runProperties)
    }
    var paragraphProperties: [UInt8] = []
    if let properties = paragraph.flatMap({ tree.properties(.pPr, of: $0) }) {
      if tree.child(.sectPr, of: properties) == nil {
        xml.write(properties, into: &paragraphProperties)
      } else {
        // The end of a section belongs to one paragraph only.
        xml.writeStartTag(properties, into: &paragraphProperties)
        for child in xml.children(of: properties) where tree.element(child) != .sectPr {
          xml.write(child, into: &paragraphProperties)
        }
        xml.writeEndTag(properties, into: &paragraphProperties)
      }
    }
    var runStart: [UInt8] = []
    for node in chain.prefix(runLength).reversed() where tree.element(node) == .r {
      xml.writeStartTag(node, omitting: omitted, into: &runStart)
      runStart += runProperties
    }
    runStart += "<\(prefix)t xml:space=\"preserve\">".utf8
    var paragraphStart: [UInt8] = []
    for node in chain.prefix(paragraphLength).dropFirst(runLength).reversed() {
      xml.writeStartTag(node, omitting: omitted, into: &paragraphStart)
      if node == paragraph { paragraphStart += paragraphProperties }
    }
    paragraphStart += runStart
    self.runEnd = runEnd
    self.runStart = runStart
    self.paragraphEnd = paragraphEnd
    self.paragraphStart = paragraphStart
    names = [prefix + "t"] + chain.dropFirst().map { xml.name(of: $0).qualified }
    site = InsertionSite(
      part: surroundings.part, prefix: prefix, runProperties: runProperties,
      paragraphProperties: paragraphProperties,
      availableWidth: Self.width(around: text, tree),
      isInTextBox: tree.enclosing(.txbxContent, of: text) != nil)
  }

  /// The width of the innermost cell.
  private static func width(around node: XMLTree.NodeID, _ tree: WordTree) -> EMU? {
    guard let cell = tree.enclosing(.tc, of: node),
      let properties = tree.properties(.tcPr, of: cell),
      let width = tree.child(.tcW, of: properties),
      ["dxa", nil].contains(tree.attribute("type", of: width)),
      let twips = tree.attribute("w", of: width).flatMap(Int.init), (1...100_000).contains(twips)
    else { return nil }
    // Word keeps 108 twips free on both sides unless told otherwise.
    return EMU(twips: max(twips - 216, 1))
  }
}
