import XML

extension TextReader {
  /// Adds the text of the runs in `parent`, a paragraph of `style`, to `runs`.
  mutating func collect(_ parent: XMLTree.NodeID, style: String?, into runs: inout RunText) {
    var walk = ElementWalk(tree.tree, below: parent)
    while let node = walk.next() {
      let element = tree.element(node)
      switch element {
      case .pPr, .rPr, .del, .moveFrom, .p: walk.skip(node)
      case .r:
        if isHidden(tree.child(.rPr, of: node), style) {
          followFields(node, into: &runs)
          walk.skip(node)
        }
      case .t:
        for child in tree.tree.children(of: node) where tree.tree.kind(of: child) == .text {
          runs.append(Self.unbroken(tree.tree.string(of: child)), from: child, isText: true)
        }
        walk.skip(node)
      case .instrText, .fldChar: follow(node, into: &runs)
      case .fldSimple:
        if !runs.shows(resultOf: tree.attribute("instr", of: node) ?? "") { walk.skip(node) }
      case .sym: runs.append(symbol(node), from: node)
      case .footnoteReference, .endnoteReference:
        guard let id = tree.attribute("id", of: node) else { continue }
        notes.append((id, element == .endnoteReference))
        runs.append("[\(notes.count)]", from: node)
      case .softHyphen: continue
      case .txbxContent:
        runs.boxes.append(node)
        walk.skip(node)
      default:
        if let character = WordTree.character(of: element) {
          runs.append(character.description, from: node)
        }
      }
    }
  }

  /// Whether a run with these properties is hidden; a direct property wins over styles, and one style's turns the other's off again (ECMA-376 part 1, §17.7.3).
  func isHidden(_ properties: XMLTree.NodeID?, _ style: String?) -> Bool {
    if let direct = properties.flatMap({ tree.toggle(.vanish, in: $0) }) { return direct }
    let own = properties.flatMap { tree.value(of: .rStyle, in: $0) }
    let isOwnHidden = own.map { document.styles.isHidden($0) } ?? false
    let name = style ?? document.styles.defaultParagraphStyle
    return isOwnHidden != (name.map { document.styles.isHidden($0) } ?? false)
  }

  /// Hidden runs say nothing, but a field may begin in one and end in another that is not hidden.
  private func followFields(_ run: XMLTree.NodeID, into runs: inout RunText) {
    for node in tree.tree.children(of: run) { follow(node, into: &runs) }
  }

  private func follow(_ node: XMLTree.NodeID, into runs: inout RunText) {
    switch tree.element(node) {
    case .instrText: runs.instruct(tree.tree.string(of: node))
    case .fldChar:
      switch tree.attribute("fldCharType", of: node) {
      case "begin": runs.begin()
      case "separate": runs.separate()
      case "end": runs.end()
      default: break
      }
    default: break
    }
  }

  private func symbol(_ node: XMLTree.NodeID) -> String {
    let code = tree.attribute("char", of: node).flatMap { UInt32($0, radix: 16) }
    guard let scalar = code.flatMap({ Unicode.Scalar($0) }), scalar.value >= 0x20 else { return "" }
    // Without its font a character of the private use area means nothing.
    return (0xE000...0xF8FF).contains(scalar.value) ? "•" : String(Character(scalar))
  }

  /// A line end in the XML is a space on the page; only an element breaks a line.
  private static func unbroken(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    return text.replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
  }
}
