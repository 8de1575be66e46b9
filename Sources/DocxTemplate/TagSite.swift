import WordprocessingML
import XML

/// In what a tag stands, which decides how a value is written there.
enum TagSite: Sendable {
  /// In the text of a run.
  case text(TextFrame)
  /// In an attribute's value.
  case attribute
  /// In text that is no text of a run: a field's instruction, a formula, a property of the document.
  case leaf
  /// In a field's instruction, where quotes bound what belongs together.
  case instruction
  /// In an address that the document leads to; at its beginning the value says where, later it is a part of it.
  case address(isFirst: Bool)
  /// In the place of a run.
  case run(TextFrame)
  /// In the place of a paragraph.
  case paragraph(TextFrame)
  /// In the place of a row or a cell.
  case row, cell
  /// How many columns a cell spans.
  case span
  /// The colour behind a cell.
  case fill
  /// In the place of a picture.
  case picture(PicturePlaceholder)

  /// Whether any text can stand here: what is not known yet stands nowhere else.
  var isText: Bool {
    switch self {
    case .text, .leaf, .run, .paragraph, .picture: true
    case .attribute, .instruction, .address, .row, .cell, .span, .fill: false
    }
  }
}

/// What stands around the text that a tag is in: how to close it and to open it again, so that a run, a paragraph or a table can stand in between.
final class TextFrame: Sendable {
  /// `</w:t></w:r>`, and the same run opened again.
  let runEnd: [UInt8]
  let runStart: [UInt8]
  /// The same up to the paragraph.
  let paragraphEnd: [UInt8]
  let paragraphStart: [UInt8]
  /// Names of the elements around the text as written, innermost first.
  let names: [String]
  let site: InsertionSite

  init(
    run: (end: [UInt8], start: [UInt8]), paragraph: (end: [UInt8], start: [UInt8]),
    names: [String], site: InsertionSite
  ) {
    (runEnd, runStart) = run
    (paragraphEnd, paragraphStart) = paragraph
    self.names = names
    self.site = site
  }
}

extension TextFrame {
  /// The frame of a text node's element `text`, as a `SegmentWriter` writes it.
  convenience init(
    text: XMLTree.NodeID, in tree: WordTree, part: String, prefix: String,
    omitting omitted: Set<Int>,
    unwrapped: Set<XMLTree.NodeID>
  ) {
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
    var ends: ([UInt8], [UInt8]) = ([], [])
    // Whatever the element is now, it is written as a text.
    let textEnd = Array("</\(prefix)t>".utf8)
    ends = (textEnd, textEnd)
    for node in chain.prefix(runLength).dropFirst() { xml.writeEndTag(node, into: &ends.0) }
    for node in chain.prefix(paragraphLength).dropFirst() { xml.writeEndTag(node, into: &ends.1) }

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
    self.init(
      run: (ends.0, runStart), paragraph: (ends.1, paragraphStart),
      names: [prefix + "t"] + chain.dropFirst().map { xml.name(of: $0).qualified },
      site: InsertionSite(
        part: part, prefix: prefix, runProperties: runProperties,
        paragraphProperties: paragraphProperties,
        availableWidth: Self.width(around: text, tree),
        isInTextBox: tree.enclosing(.txbxContent, of: text) != nil))
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
