import XML

extension WordDocument {
  /// The document's text, block by block in reading order: the headers of the first page and of those that follow, the body, notes, footers.
  ///
  /// Tracked changes count as accepted; hidden text, deleted text and the page numbers of headers and footers are left out; a text box stands after the paragraph that anchors it; a header that several sections share stands once.
  ///
  /// - Complexity: linear in the document.
  public func textBlocks(_ options: TextOptions = TextOptions()) -> [TextBlock] {
    var reader = TextReader(document: self, options: options)
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
    let sections = reader.options.hasMarginals ? sectionFormats(showsOnly: true) : []
    for story in marginalStories(\.headers, of: sections) { reader.read(marginal: story) }
    reader.read(body)
    reader.readNotes()
    for story in marginalStories(\.footers, of: sections) { reader.read(marginal: story) }
  }

  /// The plain text of ``textBlocks(_:)``.
  public func plainText(_ options: TextOptions = TextOptions()) -> String {
    textBlocks(options).plainText(options)
  }

  /// The headers or footers that sections show, each part once, those of first pages before the others (ECMA-376 part 1, §17.10).
  private func marginalStories(
    _ marginals: KeyPath<SectionFormat, [String: String]>, of sections: [SectionFormat]
  ) -> [Story] {
    var shown: [(type: String, story: Story)] = []
    for section in sections {
      for type in ["first", "default", "even"] {
        guard let story = section[keyPath: marginals][type].flatMap({ self.marginals[$0] }),
          type != "first" || section.hasFirstPage, type != "even" || settings.hasEvenMarginals,
          !shown.contains(where: { $0.story.part == story.part })
        else { continue }
        shown.append((type, story))
      }
    }
    return ["first", "default", "even"].flatMap { type in
      shown.filter { $0.type == type }.map(\.story)
    }
  }
}
