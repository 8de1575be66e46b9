import WordprocessingML
import XML

extension TagMarkup {
  /// Joins paragraphs whose last or first tag asks for it: the text of the second goes on in the first.
  ///
  /// Empty paragraphs between the two vanish. Nothing that can be seen does: where a table, a picture or the end of a section stands between them, they stay apart.
  mutating func joinParagraphs() {
    for index in joinsAfter.sorted() {
      guard let next = neighbour(of: index, step: 1) else { continue }
      join(index, next)
    }
    for index in joinsBefore.sorted() {
      guard let previous = neighbour(of: index, step: -1) else { continue }
      join(previous, index)
    }
  }

  /// Lets a comment that its paragraph does not end go on to the paragraph that does, which is joined to its first; returns whether there is one.
  mutating func continueComment(from index: Int) -> Bool {
    // What was searched for one comment in vain is not searched again for the next.
    guard index >= commentlessUntil else { return false }
    let parent = tree.tree.parent(of: paragraphs[index].node)
    var edge = tree.tree.end(of: paragraphs[index].node)
    for next in paragraphs.indices.dropFirst(index + 1) {
      let (node, text) = (paragraphs[next].node, paragraphs[next].text)
      guard tree.tree.parent(of: node) == parent, edge <= node, isPassable(edge..<node),
        !hasSection(node)
      else {
        commentlessUntil = next
        return false
      }
      edge = tree.tree.end(of: node)
      let mark = [UInt8(ascii: "#"), UInt8(ascii: "}")]
      guard let end = text.indices.first(where: { text[$0...].starts(with: mark) }) else {
        continue
      }
      commentEnds[next] = end + 2
      for between in index + 1..<next { commentEnds[between] = .max }
      join(index, next)
      return true
    }
    commentlessUntil = paragraphs.count
    return false
  }

  private mutating func join(_ first: Int, _ second: Int) {
    let (one, other) = (paragraphs[first].node, paragraphs[second].node)
    guard continued.insert(one).inserted else { return }
    continuing.insert(other)
    for index in first + 1..<second { dropped.insert(paragraphs[index].node) }
    if let properties = tree.properties(.pPr, of: other) { dropped.insert(properties) }
  }

  /// The nearest paragraph before or after one, with the same parent, that has text; `nil` where something else comes first.
  private func neighbour(of index: Int, step: Int) -> Int? {
    let xml = tree.tree
    let parent = xml.parent(of: paragraphs[index].node)
    guard replaced[paragraphs[index].node] == nil else { return nil }
    var current = index
    var edge = paragraphs[index].node
    while true {
      current += step
      // Text boxes are paragraphs within paragraphs.
      while paragraphs.indices.contains(current), paragraphs[current].node > edge,
        paragraphs[current].node < xml.end(of: edge)
      { current += step }
      guard paragraphs.indices.contains(current) else { return nil }
      let node = paragraphs[current].node
      guard xml.parent(of: node) == parent, replaced[node] == nil else { return nil }
      let between = step > 0 ? xml.end(of: edge)..<node : xml.end(of: node)..<edge
      guard isPassable(between) else { return nil }
      let second = step > 0 ? node : paragraphs[index].node
      guard !hasSection(second) else { return nil }
      if !paragraphs[current].text.isEmpty { return current }
      guard isPassable(node + 1..<xml.end(of: node)), !hasSection(node) else { return nil }
      edge = node
    }
  }

  private func hasSection(_ paragraph: XMLTree.NodeID) -> Bool {
    tree.properties(.pPr, of: paragraph).flatMap { tree.child(.sectPr, of: $0) } != nil
  }

  /// Whether nothing that is seen stands in a stretch of the tree.
  private func isPassable(_ range: Range<XMLTree.NodeID>) -> Bool {
    var node = range.lowerBound
    while node < range.upperBound {
      switch tree.element(node) {
      case .pPr, .rPr, .bookmarkStart, .bookmarkEnd, .proofErr: node = tree.tree.end(of: node)
      // An empty text, since the paragraph has none.
      case .r, .t: node += 1
      case .other where tree.tree.kind(of: node) != .element: node += 1
      default: return false
      }
    }
    return true
  }
}
