import XML

/// The text of a paragraph's runs, and the text boxes that they anchor.
struct RunText {
  /// Text that stands in a frame of its own.
  enum Box {
    /// The content of a text box.
    case element(XMLTree.NodeID)
    /// A diagram, by the relationship to its data.
    case diagram(String)
  }

  /// The text in UTF-8.
  private(set) var text: [UInt8] = []
  var boxes: [Box] = []
  /// The fields that are open, innermost last.
  private var fields: [ComplexField] = []
  /// How many of them say nothing yet, or nothing at all.
  private var silentFields = 0
  /// Where the text is from, if somebody asks.
  var pieces: [Paragraph.Piece]?
  /// Whether the numbers of pages belong to the text: in the body somebody wrote them, in a margin they change from page to page.
  let keepsPageNumbers: Bool

  init(keepsPageNumbers: Bool, isTraced: Bool) {
    self.keepsPageNumbers = keepsPageNumbers
    pieces = isTraced ? [] : nil
  }

  /// Whether what stands here is part of an instruction or the number of a page.
  var isSuppressed: Bool { silentFields > 0 }

  private func isSilent(_ field: ComplexField) -> Bool {
    !field.isResult || !shows(resultOf: field.instruction)
  }

  func shows(resultOf instruction: String) -> Bool {
    switch ComplexField.command(of: instruction) {
    case "PAGE", "NUMPAGES", "SECTIONPAGES": keepsPageNumbers
    case let command: !ComplexField.remembers(command)
    }
  }

  /// Adds what `node` says: a text node itself, or an element that stands for it.
  mutating func append(_ addition: String, from node: XMLTree.NodeID, isText: Bool = false) {
    append(addition.utf8, from: node, isText: isText)
  }

  mutating func append(
    _ addition: some Collection<UInt8>, from node: XMLTree.NodeID, isText: Bool
  ) {
    guard !isSuppressed else { return }
    let start = text.count
    text.append(contentsOf: addition)
    pieces?.append(Paragraph.Piece(node: node, range: start..<text.count, isText: isText))
  }

  mutating func begin(shownByForm formText: String = "") {
    fields.append(ComplexField(formText: formText, start: text.count))
    silentFields += 1
  }

  mutating func instruct(_ instruction: String) {
    guard let last = fields.indices.last, !fields[last].isResult else { return }
    fields[last].instruction += instruction
  }

  mutating func separate() {
    guard let last = fields.indices.last, !fields[last].isResult else { return }
    fields[last].isResult = true
    if !isSilent(fields[last]) { silentFields -= 1 }
  }

  mutating func end(_ node: XMLTree.NodeID) {
    guard let field = fields.popLast() else { return }
    if isSilent(field) { silentFields -= 1 }
    guard text.count == field.start else { return }
    if !field.formText.isEmpty { append(field.formText, from: node) }
  }
}
