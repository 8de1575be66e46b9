import Diagnostics
import OfficePackage
import WordprocessingML
import XML

/// Where in the main document's tree the marks of comments go.
struct CommentAnchors {
  /// A point between two characters or elements.
  enum Point: Hashable {
    /// Before or after an element; where that is part of a run, the run is cut in two.
    case before(XMLTree.NodeID)
    case after(XMLTree.NodeID)
    /// Within a text, before the byte with this offset.
    case inText(XMLTree.NodeID, Int)
    /// After an element's start tag, and before its end tag.
    case beginning(XMLTree.NodeID)
    case ending(XMLTree.NodeID)
  }

  /// The comments that begin and end at a point.
  struct Marks {
    var begins: [Int] = []
    var ends: [Int] = []
  }

  /// Why a comment is not at the words that it is about.
  enum Displacement: Hashable {
    case header, footer, footnote, endnote, comment, textBox
    /// Another part of the package, by its name.
    case part(String)
  }

  private(set) var points: [Point: Marks] = [:]
  private let tree: WordTree
  private let main: String
  private let package: OfficePackage
  private let paragraphs: [Paragraph]
  /// The paragraphs as the finished document shows them, where places are about that.
  private let traced: [Int: Paragraph]?
  /// The notes or comments of each part that was asked for: the ids of those that its paragraphs stand in.
  private var notes: [String: [String?]] = [:]
  /// The paragraphs that refer to notes and comments, by the element's name and the id.
  private lazy var references: [String: XMLTree.NodeID] = noteReferences()

  init(tree: WordTree, main: String, package: OfficePackage, traced: [Int: Paragraph]? = nil) {
    self.traced = traced
    self.tree = tree
    self.main = main
    self.package = package
    paragraphs = tree.paragraphs()
  }

  /// Marks the place for the comment `id`; returns where the words really are if a comment cannot be there.
  mutating func add(_ id: Int, at place: Place?) throws(OfficePackageError) -> Displacement? {
    guard let place, let part = place.part, let number = place.paragraph else {
      mark(firstParagraph, id)
      return nil
    }
    guard part == main else {
      let (displacement, paragraph) = try target(in: part, paragraph: number)
      mark(paragraph ?? firstParagraph, id)
      return displacement
    }
    guard paragraphs.indices.contains(number - 1) else {
      mark(firstParagraph, id)
      return nil
    }
    let paragraph = paragraphs[number - 1]
    if let box = outermost(.txbxContent, around: paragraph.node) {
      mark(tree.tree.parent(of: box).flatMap { tree.enclosing(.p, of: $0) } ?? firstParagraph, id)
      return .textBox
    }
    guard let traced else {
      mark(paragraph, place.marked, id)
      return nil
    }
    if let shown = traced[number], place.excerpt.utf8.elementsEqual(shown.text) {
      mark(shown, place.marked, id)
    } else {
      mark(paragraph.node, id)
    }
    return nil
  }

  // MARK: Points

  /// The first paragraph of the body that can hold a comment.
  private var firstParagraph: XMLTree.NodeID? {
    paragraphs.first { tree.enclosing(.txbxContent, of: $0.node) == nil }?.node
  }

  /// Marks a whole paragraph; a body without any is marked itself, and gets a paragraph for it.
  private mutating func mark(_ paragraph: XMLTree.NodeID?, _ id: Int) {
    guard let node = paragraph ?? tree.child(.body, of: tree.tree.root) else { return }
    let properties = tree.child(.pPr, of: node)
    points[properties.map { .after($0) } ?? .beginning(node), default: Marks()].begins.append(id)
    let end: Point = tree.element(node) == .p ? .ending(node) : .beginning(node)
    points[end, default: Marks()].ends.append(id)
  }

  private mutating func mark(_ paragraph: Paragraph, _ marked: Range<Int>, _ id: Int) {
    let range = marked.clamped(to: 0..<paragraph.text.count)
    guard !range.isEmpty, let first = paragraph.pieceIndex(at: range.lowerBound) else {
      return mark(paragraph.node, id)
    }
    var last = paragraph.pieceIndex(at: range.upperBound - 1) ?? paragraph.pieces.count - 1
    // The number that Word counts comes from no piece.
    if paragraph.pieces[last].range.lowerBound >= range.upperBound { last -= 1 }
    guard first <= last else { return mark(paragraph.node, id) }
    let start = point(in: paragraph.pieces[first], at: range.lowerBound, isEnd: false, paragraph)
    let end = point(in: paragraph.pieces[last], at: range.upperBound, isEnd: true, paragraph)
    points[start, default: Marks()].begins.append(id)
    points[end, default: Marks()].ends.append(id)
  }

  private func point(
    in piece: Paragraph.Piece, at offset: Int, isEnd: Bool, _ paragraph: Paragraph
  ) -> Point {
    guard piece.isText else { return hoisted(piece.node, isEnd) }
    var local = min(max(0, offset - piece.range.lowerBound), piece.range.count)
    // Never inside a character.
    while local > 0, local < piece.range.count,
      paragraph.text[piece.range.lowerBound + local] & 0xC0 == 0x80
    {
      local -= 1
    }
    let text = tree.tree.parent(of: piece.node) ?? piece.node
    let isWhole = tree.tree.end(of: text) == text + 2
    if isWhole, local == 0 { return hoisted(text, false) }
    if isWhole, local == piece.range.count { return hoisted(text, true) }
    return .inText(piece.node, local)
  }

  /// The point before or after `node`, outside of its run where it is the first or last in that.
  private func hoisted(_ node: XMLTree.NodeID, _ isEnd: Bool) -> Point {
    guard let run = tree.tree.parent(of: node), tree.element(run) == .r else {
      return isEnd ? .after(node) : .before(node)
    }
    if isEnd {
      return tree.tree.end(of: node) == tree.tree.end(of: run) ? .after(run) : .after(node)
    }
    let first = tree.tree.children(of: run).first {
      tree.tree.kind(of: $0) == .element && tree.element($0) != .rPr
    }
    return first == node ? .before(run) : .before(node)
  }

  private func outermost(_ element: WordElement, around node: XMLTree.NodeID) -> XMLTree.NodeID? {
    var found: XMLTree.NodeID?
    var current = tree.tree.parent(of: node)
    while let node = current {
      if tree.element(node) == element { found = node }
      current = tree.tree.parent(of: node)
    }
    return found
  }

  // MARK: Other parts

  private mutating func target(
    in part: String, paragraph number: Int
  ) throws(OfficePackageError) -> (Displacement, XMLTree.NodeID?) {
    let kind = try package.relationships(of: main)
      .first { !$0.isExternal && package.partName($0.target) == part }?.kind
    switch kind {
    case "header": return (.header, nil)
    case "footer": return (.footer, nil)
    case "footnotes": return (.footnote, try note("footnoteReference", part, number))
    case "endnotes": return (.endnote, try note("endnoteReference", part, number))
    case "comments": return (.comment, try note("commentReference", part, number))
    default: return (.part(part), nil)
    }
  }

  /// The paragraph that refers to the note in which the paragraph of another part stands.
  private mutating func note(
    _ reference: String, _ part: String, _ number: Int
  ) throws(OfficePackageError) -> XMLTree.NodeID? {
    if notes[part] == nil {
      let tree = WordTree(try package.tree(of: part))
      notes[part] = tree.paragraphs().map { paragraph in
        var node = paragraph.node
        while let parent = tree.tree.parent(of: node), parent != tree.tree.root { node = parent }
        return tree.attribute("id", of: node)
      }
    }
    guard let ids = notes[part], ids.indices.contains(number - 1), let id = ids[number - 1] else {
      return nil
    }
    return references["\(reference) \(id)"]
  }

  private func noteReferences() -> [String: XMLTree.NodeID] {
    var references: [String: XMLTree.NodeID] = [:]
    for node in 0..<tree.tree.count {
      guard tree.tree.kind(of: node) == .element else { continue }
      let element = tree.tree.name(of: node).local
      guard ["footnoteReference", "endnoteReference", "commentReference"].contains(element),
        let id = tree.attribute("id", of: node), outermost(.txbxContent, around: node) == nil,
        let paragraph = tree.enclosing(.p, of: node)
      else { continue }
      references["\(element) \(id)"] = paragraph
    }
    return references
  }
}
