import XML

/// The text of a paragraph's runs, and the text boxes that they anchor.
struct RunText {
  /// A complex field that is open (ECMA-376 part 1, §17.16.18).
  struct Field {
    var instruction = ""
    /// Whether the field is past its instruction.
    var isResult = false
  }

  var text = ""
  var boxes: [XMLTree.NodeID] = []
  /// The fields that are open, innermost last.
  var fields: [Field] = []
  /// Where the text is from, if somebody asks.
  var pieces: [Paragraph.Piece]?
  /// Whether the numbers of pages belong to the text: in the body somebody wrote them, in a margin they change from page to page.
  let keepsPageNumbers: Bool

  init(keepsPageNumbers: Bool, isTraced: Bool) {
    self.keepsPageNumbers = keepsPageNumbers
    pieces = isTraced ? [] : nil
  }

  /// Whether what stands here is part of an instruction or the number of a page.
  private var isSuppressed: Bool {
    fields.contains { !$0.isResult || !shows(resultOf: $0.instruction) }
  }

  func shows(resultOf instruction: String) -> Bool {
    switch instruction.drop(while: \.isWhitespace).prefix(while: \.isLetter).uppercased() {
    case "PAGE", "NUMPAGES", "SECTIONPAGES": keepsPageNumbers
    // They remember a value for other fields, and Word shows nothing of them.
    case "SET", "ASK": false
    default: true
    }
  }

  /// Adds what `node` says: a text node itself, or an element that stands for it.
  mutating func append(_ addition: String, from node: XMLTree.NodeID, isText: Bool = false) {
    guard !isSuppressed else { return }
    let start = text.utf8.count
    text += addition
    pieces?.append(
      Paragraph.Piece(node: node, range: start..<text.utf8.count, isText: isText))
  }

  mutating func begin() { fields.append(Field()) }

  mutating func instruct(_ instruction: String) {
    guard let last = fields.indices.last, !fields[last].isResult else { return }
    fields[last].instruction += instruction
  }

  mutating func separate() {
    if let last = fields.indices.last { fields[last].isResult = true }
  }

  mutating func end() { _ = fields.popLast() }
}
