import Diagnostics
import Jinja
import WordprocessingML
import XML

extension TagMarkup {
  /// Cuts the tags out of the text nodes that they stand in. A tag is put where its first character stands, so that its value has that character's formatting.
  mutating func cut(_ paragraph: Paragraph, at cuts: [Cut]) {
    var next = 0
    for piece in paragraph.pieces {
      var items: [TextItem] = []
      var position = piece.range.lowerBound
      var isTouched = false
      while next < cuts.count, cuts[next].range.lowerBound < piece.range.upperBound {
        let range = cuts[next].range
        isTouched = true
        if range.lowerBound >= piece.range.lowerBound {
          items.append(.literal(offsets(position..<range.lowerBound, in: piece)))
          if let tag = cuts[next].tag {
            items.append(cuts[next].splitsRun ? .runTag(tag) : .tag(tag))
          }
        }
        position = min(range.upperBound, piece.range.upperBound)
        guard range.upperBound <= piece.range.upperBound else { break }
        next += 1
      }
      guard isTouched else { continue }
      if piece.isText {
        items.append(.literal(offsets(position..<piece.range.upperBound, in: piece)))
        texts[piece.node] = items
        replaceRun(of: piece.node, items)
      } else {
        dropped.insert(piece.node)
      }
    }
  }

  /// A run with nothing in it but tags that stand between runs is replaced by them.
  private mutating func replaceRun(of text: XMLTree.NodeID, _ items: [TextItem]) {
    var tags: [Int] = []
    for item in items {
      switch item {
      case .runTag(let tag): tags.append(tag)
      case .literal(let range) where range.isEmpty: continue
      default: return
      }
    }
    guard !tags.isEmpty, let run = tree.enclosing(.r, of: text) else { return }
    let content = tree.tree.children(of: run).filter {
      tree.tree.kind(of: $0) == .element && tree.element($0) != .rPr
    }
    if content.count == 1 { replaced[run] = tags }
  }

  private func offsets(_ range: Range<Int>, in piece: Paragraph.Piece) -> Range<Int> {
    range.lowerBound - piece.range.lowerBound..<range.upperBound - piece.range.lowerBound
  }
}
