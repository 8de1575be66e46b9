public import XML

/// A paragraph's own text, joined over its runs, with the way back from each byte to the place in the tree.
///
/// Deleted and moved-away text is left out, inserted text is in; text boxes are stories of their own.
public struct Paragraph: Sendable {
  /// A stretch of the joined text that comes from one node.
  public struct Piece: Sendable {
    /// The text node, or the element for what is written by an element: a tab, a break, a hyphen.
    public let node: XMLTree.NodeID
    /// Its bytes in the paragraph's joined text.
    public let range: Range<Int>
    /// Whether `node` is a text node, whose bytes are the piece.
    public let isText: Bool
  }

  /// The `w:p` element.
  public let node: XMLTree.NodeID
  /// The number among the paragraphs of its part, from 1.
  public let number: Int
  /// The joined text in UTF-8. A tab is U+0009, a break U+000A, a non-breaking hyphen U+2011, a soft hyphen U+00AD.
  public let text: [UInt8]
  public let pieces: [Piece]

  /// The id of the paragraph style; `nil` for the default style.
  public let style: String?

  /// Text nodes read as a paragraph's text, though they are none: the instruction of a field, a property.
  public init(joining nodes: [XMLTree.NodeID], of tree: XMLTree, number: Int) {
    var text: [UInt8] = []
    var pieces: [Piece] = []
    for node in nodes {
      let start = text.count
      text.append(contentsOf: tree.bytes(of: node))
      pieces.append(Piece(node: node, range: start..<text.count, isText: true))
    }
    self.init(
      node: nodes.first ?? tree.root, number: number, text: text, pieces: pieces, style: nil)
  }

  init(
    node: XMLTree.NodeID, number: Int, text: [UInt8], pieces: [Piece], style: String?
  ) {
    self.node = node
    self.number = number
    self.text = text
    self.pieces = pieces
    self.style = style
  }

  public var string: String { String(decoding: text, as: UTF8.self) }

  /// The index of the piece that holds the byte at `offset`.
  public func pieceIndex(at offset: Int) -> Int? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < pieces.count ? low : nil
  }
}

extension WordTree {
  /// The characters that stand in a paragraph's joined text for elements that are one character each.
  static func character(of element: WordElement) -> StaticString? {
    switch element {
    case .tab, .ptab: "\t"
    case .br, .cr: "\n"
    case .noBreakHyphen: "\u{2011}"
    case .softHyphen: "\u{AD}"
    default: nil
    }
  }

  /// All paragraphs of the part in document order, those of tables and text boxes among them.
  ///
  /// - Complexity: linear in the part.
  public func paragraphs() -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    for node in 0..<tree.count where element(node) == .p {
      paragraphs.append(paragraph(at: node, number: paragraphs.count + 1))
    }
    return paragraphs
  }

  private func paragraph(at paragraph: XMLTree.NodeID, number: Int) -> Paragraph {
    var text: [UInt8] = []
    var pieces: [Paragraph.Piece] = []
    var style: String?
    var node = paragraph + 1
    let end = tree.end(of: paragraph)
    while node < end {
      let element = element(node)
      switch element {
      case .pPr:
        style = value(of: .pStyle, in: node)
        node = tree.end(of: node)
      case .p, .del, .moveFrom, .rPr:
        node = tree.end(of: node)
      case .t:
        for child in tree.children(of: node) where tree.kind(of: child) == .text {
          let start = text.count
          text.append(contentsOf: tree.bytes(of: child))
          pieces.append(Paragraph.Piece(node: child, range: start..<text.count, isText: true))
        }
        node = tree.end(of: node)
      default:
        if let character = Self.character(of: element) {
          let start = text.count
          character.withUTF8Buffer { text.append(contentsOf: $0) }
          pieces.append(Paragraph.Piece(node: node, range: start..<text.count, isText: false))
        }
        node += 1
      }
    }
    return Paragraph(node: paragraph, number: number, text: text, pieces: pieces, style: style)
  }
}
