import Jinja
import WordprocessingML
import XML

/// `{% colspan n %}`, `{% cellbg colour %}`, `{% vm %}` and `{% hm %}`: what a tag says of the cell that it stands in.
enum CellCommand {
  /// The argument's offsets in the tag's text.
  case span(Range<Int>)
  case fill(Range<Int>)
  /// The cell and its copies in a loop through rows become one.
  case mergeDown
  /// The cell takes the place of all its copies in a loop through cells.
  case mergeAcross

  /// Where a command was found.
  struct Position {
    let tag: Int
    let paragraph: Paragraph
    let whole: Range<Int>
  }

  init?(_ tag: TagMarkup.FoundTag) {
    guard tag.kind == .statement else { return nil }
    func isSpace(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0xC2 || byte == 0xA0
    }
    let start = tag.text.firstIndex { !isSpace($0) } ?? tag.text.count
    let word = tag.text[start...].prefix { !isSpace($0) }
    let rest = tag.text[word.endIndex...]
    let argument = rest.startIndex..<rest.endIndex
    let isAlone = rest.allSatisfy(isSpace)
    switch String(decoding: word, as: UTF8.self) {
    case "colspan" where !isAlone: self = .span(argument)
    case "cellbg" where !isAlone: self = .fill(argument)
    case "vm" where isAlone: self = .mergeDown
    case "hm" where isAlone: self = .mergeAcross
    default: return nil
    }
  }
}

/// The tags that decide on a cell's properties.
struct CellTags {
  /// How many columns the cell spans.
  var span: Int?
  /// The colour behind it.
  var fill: Int?
  /// Whether it begins or continues cells that are merged downwards.
  var merge: Int?
}

extension TagMarkup {
  /// Notes what a tag says of its cell; returns whether it stands in one.
  ///
  /// A second tag of the same kind in a cell is left to be reported as a statement that there is not.
  mutating func note(
    _ command: CellCommand, _ tag: FoundTag, at position: CellCommand.Position
  ) -> Bool {
    let paragraph = position.paragraph
    guard let cell = tree.enclosing(.tc, of: paragraph.node) else { return false }
    var noted = cells[cell] ?? CellTags()
    func argument(_ range: Range<Int>) -> FoundTag {
      FoundTag(
        kind: .output, text: Array(tag.text[range]),
        place: TemplatePart.TagPlace(
          paragraph: tag.place.paragraph, innerStart: tag.place.innerStart + range.lowerBound,
          whole: tag.place.whole),
        form: tag.form, anchor: tag.anchor)
    }
    switch command {
    case .span(let range):
      guard noted.span == nil else { return false }
      noted.span = append(argument(range))
      flexible(cell)
    case .fill(let range):
      guard noted.fill == nil else { return false }
      noted.fill = append(argument(range))
    case .mergeDown:
      guard noted.merge == nil else { return false }
      noted.merge = append(made(.output, "'restart' if loop.first else 'continue'", by: tag))
      let first = paragraphs[paragraphs.indices(in: cell..<paragraph.node)].first {
        tree.enclosing(.tc, of: $0.node) == cell && !$0.text.isEmpty
      }
      atStart[first?.node ?? paragraph.node, default: []].append(
        append(made(.statement, "if loop.first", by: tag)))
      atEnd[paragraph.node, default: []].append(append(made(.statement, "endif", by: tag)))
    case .mergeAcross:
      guard before[cell] == nil else { return false }
      before[cell] = [append(made(.statement, "if loop.first", by: tag))]
      after[cell] = [append(made(.statement, "endif", by: tag))]
      noted.span = append(made(.output, spread(cell, noted), by: tag))
      flexible(cell)
    }
    cells[cell] = noted
    return true
  }

  /// The expression of how many columns a cell spans that stands for all its copies.
  private func spread(_ cell: XMLTree.NodeID, _ noted: CellTags) -> String {
    if let span = noted.span {
      return "(\(String(decoding: tags[span].text, as: UTF8.self))) * loop.length"
    }
    let own = tree.properties(.tcPr, of: cell).flatMap { tree.value(of: .gridSpan, in: $0) }
    guard let count = own.flatMap({ Int($0) }), count > 1 else { return "loop.length" }
    return "\(count) * loop.length"
  }

  private mutating func flexible(_ cell: XMLTree.NodeID) {
    if let table = tree.enclosing(.tbl, of: cell) { flexibleTables.insert(table) }
  }

  /// A tag that the author did not write, in the place of the one that asked for it.
  private func made(
    _ kind: TemplateSource.Tag.Kind, _ text: String, by tag: FoundTag
  ) -> FoundTag {
    var place = tag.place
    place.isMade = true
    return FoundTag(
      kind: kind, text: Array(text.utf8), place: place, form: tag.form, anchor: tag.anchor)
  }

  mutating func append(_ tag: FoundTag) -> Int {
    tags.append(tag)
    return tags.count - 1
  }
}
