import XML

extension WordDocument {
  /// The document's text, block by block in reading order: the headers of the first page and of those that follow, the body, notes, footers.
  ///
  /// Tracked changes count as accepted; hidden text, deleted text and the page numbers of headers and footers are left out; a text box stands after the paragraph that anchors it; a header that several sections share stands once.
  ///
  /// - Complexity: linear in the document.
  public func textBlocks() -> [TextBlock] {
    var reader = TextReader(document: self)
    readAll(&reader)
    return reader.blocks
  }

  /// The paragraphs behind ``textBlocks()``, by part and number: the same text, with the way back into the part's tree.
  ///
  /// What a list or a note's number puts in front of a row's cell stands in its text and comes from nowhere.
  public func tracedParagraphs() -> [String: [Int: Paragraph]] {
    var reader = TextReader(document: self, isTraced: true)
    readAll(&reader)
    return reader.traced ?? [:]
  }

  private func readAll(_ reader: inout TextReader) {
    for story in marginalStories(.hdr) { reader.read(story) }
    reader.read(body)
    reader.readNotes()
    for story in marginalStories(.ftr) { reader.read(story) }
  }

  /// The plain text of ``textBlocks()``.
  public func plainText() -> String { textBlocks().plainText }

  /// The headers or footers that the document's sections show, each part once, those of first pages before the others.
  private func marginalStories(_ kind: WordElement) -> [Story] {
    let tree = body.tree.tree
    let wanted = kind == .hdr ? "headerReference" : "footerReference"
    var found: [(rank: Int, story: Story)] = []
    for node in 0..<tree.count
    where tree.kind(of: node) == .element && tree.name(of: node).local == wanted {
      let id = tree.attributes(of: node).first { $0.name.local == "id" }?.value
      guard let id, let story = marginals[id],
        !found.contains(where: { $0.story.part == story.part })
      else { continue }
      let isFirst = body.tree.attribute("type", of: node) == "first"
      found.append((isFirst ? 0 : 1, story))
    }
    return (found.filter { $0.rank == 0 } + found.filter { $0.rank == 1 }).map(\.story)
  }
}
