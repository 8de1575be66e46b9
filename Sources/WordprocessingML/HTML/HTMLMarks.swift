public import Diagnostics
import XML

/// Words of a document that its page sets apart: values, by the marks around them, and what somebody has something to say about.
public struct HTMLMarks: Sendable {
  /// An element around words. Its `id` stands at the first piece only where several elements are needed for the words.
  public struct Element: Sendable {
    public enum Name: String, Sendable {
      case a, mark, span
    }

    public var name: Name
    public var attributes: [(name: String, value: String)]

    public init(_ name: Name, _ attributes: [(name: String, value: String)]) {
      self.name = name
      self.attributes = attributes
    }
  }

  /// Which words an element is around.
  public enum Words: Sendable {
    /// The marked words of a paragraph as ``WordDocument/textBlocks(_:)`` gives it, or all of it where those are not to be found.
    case at(Place)
    /// The value of this number.
    case value(Int)
  }

  /// By the numbers of ``PrintMark``.
  public var values: [Int: Element] = [:]
  /// Within the values, or across them.
  public var remarks: [(words: Words, element: Element)] = []
  /// What the elements look like.
  public var styleSheet = ""

  public init() {}

  /// A text as HTML has it.
  public static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}

/// Where in the trees of a document the words stand that are set apart.
struct MarkedTexts {
  let marks: HTMLMarks
  /// By part and text node.
  private var values: [String: [XMLTree.NodeID: Int]] = [:]
  /// The remarks of a text node by their indices, with UTF-8 offsets in it.
  private var remarks: [String: [XMLTree.NodeID: [(range: Range<Int>, remark: Int)]]] = [:]
  private var writtenIDs: Set<String> = []

  init(_ marks: HTMLMarks, in document: WordDocument) {
    self.marks = marks
    for story in document.stories { values[story.part] = PrintMark.texts(in: story.tree.tree) }
    let paragraphs = marks.remarks.isEmpty ? [:] : document.tracedParagraphs()
    for (index, remark) in marks.remarks.enumerated() {
      switch remark.words {
      case .at(let place):
        guard let part = place.part, let number = place.paragraph,
          let paragraph = paragraphs[part]?[number]
        else { continue }
        add(index, at: place, in: paragraph, of: part)
      case .value(let number):
        for (part, nodes) in values {
          for (node, value) in nodes where value == number { add(index, 0..<Int.max, node, part) }
        }
      }
    }
  }

  private mutating func add(
    _ remark: Int, at place: Place, in paragraph: Paragraph, of part: String
  ) {
    let isFound = !place.marked.isEmpty && place.excerpt.utf8.elementsEqual(paragraph.text)
    let marked = isFound ? place.marked : 0..<paragraph.text.count
    for piece in paragraph.pieces where piece.isText && piece.range.overlaps(marked) {
      let words = piece.range.clamped(to: marked)
      let start = piece.range.lowerBound
      add(remark, words.lowerBound - start..<words.upperBound - start, piece.node, part)
    }
  }

  private mutating func add(
    _ remark: Int, _ range: Range<Int>, _ node: XMLTree.NodeID, _ part: String
  ) {
    remarks[part, default: [:]][node, default: []].append((range, remark))
  }

  /// A stretch of text of which the same is to be said.
  typealias Piece = (text: String, value: Int?, remarks: [Int])

  /// The text of a `w:t`, cut wherever something begins or ends.
  func pieces(of element: XMLTree.NodeID, in source: HTMLReader.Source) -> [Piece] {
    let tree = source.tree.tree
    var pieces: [Piece] = []
    for node in tree.children(of: element) where tree.kind(of: node) == .text {
      let value = values[source.part]?[node]
      let bytes = tree.bytes(of: node)
      let remarks = remarks[source.part]?[node] ?? []
      let bounds = Set(remarks.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
      var start = 0
      for end in bounds.filter({ $0 > 0 && $0 < bytes.count }).sorted() + [bytes.count] {
        let piece = bytes.dropFirst(start).prefix(end - start)
        // Never inside a character.
        guard end == bytes.count || bytes[bytes.startIndex + end] & 0xC0 != 0x80 else { continue }
        let own = remarks.filter { $0.range.lowerBound <= start && end <= $0.range.upperBound }
        pieces.append((String(decoding: piece, as: UTF8.self), value, own.map(\.remark)))
        start = end
      }
    }
    return pieces
  }

  /// The tags around a value; within a link it is none itself.
  mutating func tags(ofValue number: Int, isInLink: Bool) -> (start: String, end: String)? {
    guard var element = marks.values[number] else { return nil }
    if isInLink, element.name == .a {
      element.name = .span
      element.attributes.removeAll { ["href", "target"].contains($0.name) }
    }
    return tags(of: element)
  }

  /// Text with the elements of remarks around it.
  mutating func remarked(_ html: String, _ remarks: [Int]) -> String {
    remarks.reduce(html) { html, remark in
      let (start, end) = tags(of: marks.remarks[remark].element)
      return start + html + end
    }
  }

  private mutating func tags(of element: HTMLMarks.Element) -> (start: String, end: String) {
    let name = element.name.rawValue
    var start = "<\(name)"
    for (name, value) in element.attributes {
      guard name != "id" || writtenIDs.insert(value).inserted else { continue }
      start += " \(name)=\"\(HTMLText.quoted(value))\""
    }
    return (start + ">", "</\(name)>")
  }
}
