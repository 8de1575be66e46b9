import XML

extension TextReader {
  /// Adds the text of the runs in `parent`, a paragraph of `style`, to `runs`.
  mutating func collect(_ parent: XMLTree.NodeID, style: String?, into runs: inout RunText) {
    var walk = ElementWalk(below: parent, in: tree)
    /// What is to be added behind the elements that are open, innermost last.
    var closings: [(end: XMLTree.NodeID, text: String)] = []
    var font: SymbolFont?
    while let node = walk.next(in: tree) {
      while let closing = closings.last, closing.end <= node {
        runs.append(closing.text, from: parent)
        closings.removeLast()
      }
      let element = tree.element(node)
      if options.changes.leavesOut(element) {
        walk.skip()
        continue
      }
      switch element {
      case .pPr, .rPr, .p: walk.skip()
      case .ins, .del, .moveFrom, .moveTo:
        guard options.changes == .all, let mark = ChangeMark.pair(of: element) else { continue }
        runs.append(mark.open, from: node)
        closings.append((tree.tree.end(of: node), mark.close))
      case .r:
        let properties = tree.child(.rPr, of: node)
        font = properties.flatMap { tree.symbolFont(in: $0) }
        let shown = tree.shown(properties, before: .rPrChange, options.changes)
        if tree.isHidden(shown, style, document.styles) {
          followFields(node, into: &runs)
          walk.skip()
        }
      case .t, .delText:
        tree.append(textOf: node, font, to: &runs)
        walk.skip()
      case .instrText, .delInstrText, .fldChar:
        follow(node, into: &runs)
        walk.skip()
      case .fldSimple:
        if !runs.shows(resultOf: tree.attribute("instr", of: node) ?? "") { walk.skip() }
      case .sym: runs.append(tree.symbol(node), from: node)
      case .br:
        let isPage = options.hasPageBreaks && tree.attribute("type", of: node) == "page"
        runs.append(isPage ? "\n\u{0C}\n" : "\n", from: node)
      case .footnoteReference, .endnoteReference:
        refer(to: node, isEndnote: element == .endnoteReference, in: &runs)
      case .softHyphen:
        if options.hasSoftHyphens { runs.append("\u{AD}", from: node) }
      case .rt:
        let reading = tree.tree.string(of: node)
        let base = tree.tree.parent(of: node) ?? node
        closings.append((tree.tree.end(of: base), "(\(reading))"))
        walk.skip()
      case .txbxContent:
        runs.boxes.append(.element(node))
        walk.skip()
      case .drawing, .pict, .object:
        if options.hasAlternativeText, let text = alternativeText(of: node) {
          runs.append("[\(text)]", from: node)
        }
      case .other: readOther(node, &walk, into: &runs)
      default:
        if let character = WordTree.character(of: element) {
          runs.append(character.description, from: node)
        }
      }
    }
    for closing in closings.reversed() { runs.append(closing.text, from: parent) }
  }

  /// What the main language of documents does not have: equations, and the text of diagrams.
  private func readOther(
    _ node: XMLTree.NodeID, _ walk: inout ElementWalk, into runs: inout RunText
  ) {
    switch tree.tree.name(of: node).local {
    case "oMath":
      runs.append(EquationText(tree.tree).text(of: node), from: node)
      walk.skip()
    case "relIds":
      let id = tree.tree.attribute(named: "dm", of: node)
      if let id { runs.boxes.append(.diagram(id)) }
    default: break
    }
  }

  private mutating func refer(to node: XMLTree.NodeID, isEndnote: Bool, in runs: inout RunText) {
    guard !runs.isSuppressed, let id = tree.attribute("id", of: node) else { return }
    let mark = notes.refer(
      to: id, isEndnote: isEndnote, hasOwnMark: tree.isTrue("customMarkFollows", of: node))
    if !mark.isEmpty { runs.append("[\(mark)]", from: node) }
  }

  /// What a picture's author wrote for those who do not see it.
  private func alternativeText(of drawing: XMLTree.NodeID) -> String? {
    let names = ["docPr": ["descr", "title"], "shape": ["alt"]]
    for node in drawing..<tree.tree.end(of: drawing) where tree.tree.kind(of: node) == .element {
      for name in names[tree.tree.name(of: node).local] ?? [] {
        let text = tree.tree.attribute(name, of: node)
        if let text, !text.allSatisfy(\.isWhitespace) { return Self.unbroken(text) }
      }
    }
    return nil
  }

  /// Hidden runs say nothing, but a field may begin in one and end in another that is not hidden.
  private func followFields(_ run: XMLTree.NodeID, into runs: inout RunText) {
    for node in tree.tree.children(of: run) { follow(node, into: &runs) }
  }

  private func follow(_ node: XMLTree.NodeID, into runs: inout RunText) {
    switch tree.element(node) {
    case .instrText, .delInstrText: runs.instruct(tree.tree.string(of: node))
    case .fldChar:
      switch tree.attribute("fldCharType", of: node) {
      case "begin": runs.begin(shownByForm: tree.formText(of: node))
      case "separate": runs.separate()
      case "end": runs.end(node)
      default: break
      }
    default: break
    }
  }

  /// A line end in the XML is a space on the page; only an element breaks a line.
  static func unbroken(_ text: String) -> String {
    guard text.holds({ $0 == 0x0A || $0 == 0x0D }) else { return text }
    return text.replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
  }
}

extension WordTree {
  /// Whether a run with these properties in a paragraph of `style` is hidden; a direct property wins over styles, and one style's turns the other's off again (ECMA-376 part 1, §17.7.3).
  func isHidden(_ properties: XMLTree.NodeID?, _ style: String?, _ styles: StyleSheet) -> Bool {
    if let properties, let direct = toggle(.vanish, in: properties) { return direct }
    guard styles.hides else { return false }
    let own = properties.flatMap { value(of: .rStyle, in: $0) }
    let isOwnHidden = own.map { styles.isHidden($0) } ?? false
    let name = style ?? styles.defaultParagraphStyle
    return isOwnHidden != (name.map { styles.isHidden($0) } ?? false)
  }

  /// The properties as they are to be shown: before a change of them that is rejected, their former ones.
  func shown(
    _ properties: XMLTree.NodeID?, before change: WordElement, _ changes: TrackedChanges
  ) -> XMLTree.NodeID? {
    guard changes == .reject, let properties, let change = child(change, of: properties) else {
      return properties
    }
    return tree.children(of: change).first { tree.kind(of: $0) == .element }
  }

  fileprivate func append(textOf node: XMLTree.NodeID, _ font: SymbolFont?, to runs: inout RunText)
  {
    var child = node + 1
    while child < tree.end(of: node) {
      defer { child = tree.end(of: child) }
      guard tree.kind(of: child) == .text else { continue }
      let bytes = tree.bytes(of: child)
      let isBroken = bytes.withUnsafeBufferPointer { $0.holdOne(of: 0x0A, 0x0D) }
      guard font != nil || isBroken else {
        runs.append(bytes, from: child, isText: true)
        continue
      }
      let text = TextReader.unbroken(String(decoding: bytes, as: UTF8.self))
      runs.append(font?.signs(of: text) ?? text, from: child, isText: font == nil)
    }
  }

  /// The font of a run with these properties, if it is one of signs.
  fileprivate func symbolFont(in properties: XMLTree.NodeID) -> SymbolFont? {
    guard let fonts = child(.rFonts, of: properties) else { return nil }
    return (attribute("ascii", of: fonts) ?? attribute("hAnsi", of: fonts))
      .flatMap { SymbolFont(name: $0) }
  }
}
