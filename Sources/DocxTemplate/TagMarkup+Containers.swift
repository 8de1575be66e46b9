import Diagnostics
import Jinja
import WordprocessingML
import XML

extension TagMarkup {
  /// Takes the tracked insertions and smart tags around a place away.
  mutating func unwrap(around offset: Int, in paragraph: Paragraph) {
    guard let piece = paragraph.pieceIndex(at: offset) else { return }
    var node = tree.tree.parent(of: paragraph.pieces[piece].node)
    while let current = node, current != paragraph.node {
      switch tree.element(current) {
      case .ins, .moveTo, .smartTag:
        unwrapped.insert(current)
        for child in tree.tree.children(of: current)
        where tree.tree.kind(of: child) == .element
          && tree.tree.name(of: child).local == "smartTagPr"
        { dropped.insert(child) }
      default: break
      }
      node = tree.tree.parent(of: current)
    }
  }

  mutating func replace(
    _ container: WordElement, with tag: Int, in paragraph: Paragraph, at offset: Int
  ) {
    guard let piece = paragraph.pieceIndex(at: offset),
      let node = tree.enclosing(container, of: paragraph.pieces[piece].node)
    else {
      findings.append(Self.outside(container, Span(tag: tag, range: 0..<0)))
      return
    }
    replaced[node, default: []].append(tag)
    if container == .tc, let table = tree.enclosing(.tbl, of: node) { flexibleTables.insert(table) }
  }

  /// What else is in a paragraph, row or cell that a tag takes the place of is in the document no more; its author should know.
  mutating func reportLostContent() {
    for node in replaced.keys.sorted() where tree.element(node) != .r {
      guard let own = replaced[node], let first = own.first else { continue }
      let range = node..<tree.tree.end(of: node)
      let isLost =
        range.contains { [.drawing, .pict, .object].contains(tree.element($0)) }
        || paragraphs.indices(in: range).contains { hasText(in: $0, besides: own) }
      guard isLost else { continue }
      findings.append(
        Finding(
          .syntax, "E112",
          Message(
            kk: "бұл тег абзацтың немесе жолдың орнына тұрады: қасындағы мазмұн құжатқа шықпайды",
            ru:
              "этот тег заменяет абзац или строку: содержимое рядом с ним в документ не попадёт",
            en: "this tag takes the place of its paragraph or row: what else is in there is lost"),
          at: [Span(tag: first, range: 0..<0)]))
    }
  }

  private func hasText(in paragraph: Int, besides own: [Int]) -> Bool {
    let text = paragraphs[paragraph].text
    var covered = 0
    for tag in own where tags[tag].place.paragraph == paragraph {
      let whole = tags[tag].place.whole
      if !text[covered..<whole.lowerBound].allSatisfy({ $0 <= 0x20 }) { return true }
      covered = whole.upperBound
    }
    return !text[covered...].allSatisfy { $0 <= 0x20 }
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
}

extension [Paragraph] {
  /// The indices of the paragraphs whose nodes are in `range`; paragraphs stand in the order of their nodes.
  func indices(in range: Range<XMLTree.NodeID>) -> Range<Int> {
    index(from: range.lowerBound)..<index(from: range.upperBound)
  }

  /// The index of the first paragraph that does not begin before `node`.
  func index(from node: XMLTree.NodeID) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
