import WordprocessingML
import XML

/// Writes a part's tree with the marks of comments in it: a run that a mark falls into is cut in two with the same properties.
struct AnnotatedWriter {
  private let tree: WordTree
  private let points: [CommentAnchors.Point: CommentAnchors.Marks]
  private let markup: CommentMarkup
  private var output: [UInt8] = []
  private var open: [XMLTree.NodeID] = []
  /// The `w:t` elements that are cut.
  private let cut: Set<XMLTree.NodeID>
  /// Where in each text the marks are, in order.
  private var offsets: [XMLTree.NodeID: [Int]] = [:]

  init(
    tree: WordTree, points: [CommentAnchors.Point: CommentAnchors.Marks], markup: CommentMarkup
  ) {
    self.tree = tree
    self.points = points
    self.markup = markup
    var cut: Set<XMLTree.NodeID> = []
    for case .inText(let node, let offset) in points.keys {
      offsets[node, default: []].append(offset)
      if let text = tree.tree.parent(of: node) { cut.insert(text) }
    }
    self.cut = cut
  }

  mutating func written() -> [UInt8] {
    let xml = tree.tree
    output = Array(XMLTree.declaration.utf8)
    var node = 0
    while node < xml.count {
      while let last = open.last, xml.end(of: last) <= node { close(last) }
      mark(.before(node), splitsRun: true)
      if xml.kind(of: node) == .element {
        begin(node)
      } else if let offsets = offsets[node] {
        write(text: node, cutAt: offsets.sorted())
      } else {
        xml.writeLeaf(node, into: &output)
      }
      node += 1
    }
    while let last = open.last { close(last) }
    return output
  }

  private mutating func begin(_ node: XMLTree.NodeID) {
    let isEmpty =
      tree.tree.end(of: node) == node + 1 && points[.beginning(node)] == nil
      && points[.ending(node)] == nil
    writeStart(node, selfClosing: isEmpty)
    if isEmpty {
      mark(.after(node), splitsRun: true)
      return
    }
    open.append(node)
    let isBody = tree.element(node) == .body && points[.beginning(node)] != nil
    if isBody { output.append(contentsOf: "<\(markup.prefix)p\(markup.declaration)>".utf8) }
    // In a body without paragraphs the one that is made here holds the marks of both ends.
    mark(.beginning(node), endsLast: isBody)
    if isBody { output.append(contentsOf: "</\(markup.prefix)p>".utf8) }
  }

  private mutating func close(_ node: XMLTree.NodeID) {
    mark(.ending(node))
    tree.tree.writeEndTag(node, into: &output)
    open.removeLast()
    mark(.after(node), splitsRun: true)
  }

  private mutating func writeStart(_ node: XMLTree.NodeID, selfClosing: Bool = false) {
    let keepsSpace =
      cut.contains(node)
      && tree.tree.attribute(
        "space", namespace: "http://www.w3.org/XML/1998/namespace", of: node) == nil
    tree.tree.writeStartTag(
      node, selfClosing: selfClosing, adding: keepsSpace ? "xml:space=\"preserve\"" : nil,
      into: &output)
  }

  private mutating func write(text node: XMLTree.NodeID, cutAt offsets: [Int]) {
    let bytes = tree.tree.bytes(of: node)
    var start = 0
    for offset in offsets {
      XMLEscaping.text(bytes.dropFirst(start).prefix(offset - start), into: &output)
      start = offset
      guard let text = open.last, open.count >= 2 else { continue }
      let run = open[open.count - 2]
      tree.tree.writeEndTag(text, into: &output)
      endRun(run)
      mark(.inText(node, offset))
      beginRun(run)
      writeStart(text)
    }
    XMLEscaping.text(bytes.dropFirst(start), into: &output)
  }

  /// Writes the marks of a point. Comments end before others begin, so that neighbours do not overlap.
  private mutating func mark(
    _ point: CommentAnchors.Point, splitsRun: Bool = false, endsLast: Bool = false
  ) {
    guard let marks = points[point] else { return }
    let run = splitsRun ? open.last.flatMap { tree.element($0) == .r ? $0 : nil } : nil
    if let run { endRun(run) }
    let begins = marks.begins.map(markup.begin)
    let ends = marks.ends.map(markup.end)
    for mark in endsLast ? begins + ends : ends + begins {
      output.append(contentsOf: mark.utf8)
    }
    if let run { beginRun(run) }
  }

  private mutating func endRun(_ run: XMLTree.NodeID) {
    tree.tree.writeEndTag(run, into: &output)
  }

  private mutating func beginRun(_ run: XMLTree.NodeID) {
    tree.tree.writeStartTag(run, into: &output)
    if let properties = tree.child(.rPr, of: run) { tree.tree.write(properties, into: &output) }
  }
}
