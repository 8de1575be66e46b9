import Jinja
import WordprocessingML
import XML

/// Writes a part's tree out as constant bytes with its tags between them.
struct SegmentWriter {
  private let tree: WordTree
  private let markup: TagMarkup
  private(set) var source = TemplateSource()
  private(set) var hooks: [Hook] = []
  /// The markup's number of each tag of `source`, in the order written.
  private var tagNumbers: [Int] = []
  private var containers: [String: Int] = [:]
  private var buffer: [UInt8] = []
  /// Attributes that must be unique in a document and that Word does without: a loop would repeat them.
  private let omitted: Set<Int>
  /// Containers that could be left without the content that they must have.
  private var guarded: Set<XMLTree.NodeID> = []

  init(tree: WordTree, markup: TagMarkup) {
    self.tree = tree
    self.markup = markup
    let word14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    omitted = Set(
      tree.tree.names.indices.filter {
        let name = tree.tree.names[$0]
        return name.namespace == word14 && (name.local == "paraId" || name.local == "textId")
      })
    for node in markup.replaced.keys {
      var ancestor = tree.tree.parent(of: node)
      while let current = ancestor {
        guarded.insert(current)
        ancestor = tree.tree.parent(of: current)
      }
    }
  }

  mutating func write() {
    buffer = Array(XMLTree.declaration.utf8)
    let xml = tree.tree
    var open: [XMLTree.NodeID] = []
    var node = 0
    while node < xml.count {
      while let last = open.last, xml.end(of: last) <= node { close(open.removeLast()) }
      if let tags = markup.replaced[node] {
        writeReplaced(node, tags, container: path(open))
        node = xml.end(of: node)
        continue
      }
      if markup.unwrapped.contains(node) {
        node += 1
        continue
      }
      if markup.dropped.contains(node) {
        node = xml.end(of: node)
        continue
      }
      if let items = markup.texts[node] {
        write(items, of: node, inside: open)
      } else if xml.kind(of: node) != .element {
        xml.writeLeaf(node, into: &buffer)
      } else if self.open(node) {
        open.append(node)
      }
      node += 1
    }
    while let last = open.popLast() { close(last) }
    flush()
  }

  /// The findings of the language, with the numbers that the markup gives its tags.
  func findings(_ findings: [Finding]) -> [Finding] {
    findings.map { finding in
      var finding = finding
      finding.spans = finding.spans.map { Span(tag: tagNumbers[$0.tag], range: $0.range) }
      return finding
    }
  }

  /// Writes a start tag; returns whether an end tag is due.
  private mutating func open(_ node: XMLTree.NodeID) -> Bool {
    let xml = tree.tree
    let element = tree.element(node)
    if guarded.contains(node), let hook = Hook.opening(element) { write(hook: hook) }
    let holdsTag = xml.children(of: node).contains { markup.texts[$0] != nil }
    let keepsSpace =
      element == .t && holdsTag
      && xml.attribute("space", namespace: "http://www.w3.org/XML/1998/namespace", of: node) == nil
    // An empty paragraph is written in full, so that the end of one is told by its end tag alone.
    let isEmpty = xml.end(of: node) == node + 1 && element != .p
    xml.writeStartTag(
      node, selfClosing: isEmpty, omitting: omitted,
      adding: keepsSpace ? "xml:space=\"preserve\"" : nil, into: &buffer)
    if guarded.contains(node), holdsBlocks(node), let hook = Hook.afterStart(element) {
      write(hook: hook)
    }
    return !isEmpty
  }

  /// Whether the content of `node` is paragraphs and tables; that of a content control may also be runs, rows or cells.
  private func holdsBlocks(_ node: XMLTree.NodeID) -> Bool {
    guard tree.element(node) == .sdtContent else { return true }
    return tree.child(.p, of: node) != nil || tree.child(.tbl, of: node) != nil
  }

  private mutating func close(_ node: XMLTree.NodeID) {
    let element = tree.element(node)
    let isGuarded = guarded.contains(node)
    if isGuarded, holdsBlocks(node), let hook = Hook.beforeEnd(element) { write(hook: hook) }
    tree.tree.writeEndTag(node, into: &buffer)
    if isGuarded, let hook = Hook.closing(element) { write(hook: hook) }
  }

  /// Writes the tags that take the place of a paragraph, row, cell or run.
  private mutating func writeReplaced(_ node: XMLTree.NodeID, _ tags: [Int], container: Int) {
    let properties = tree.element(node) == .p ? tree.child(.pPr, of: node) : nil
    guard let section = properties.flatMap({ tree.child(.sectPr, of: $0) }) else {
      for tag in tags { write(tag: tag, container: container) }
      return
    }
    // The paragraph ends a section: what it says of the pages before it must stay, outside of the block.
    let closes = tags.first.map { markup.tags[$0].isEnd } ?? false
    if closes { for tag in tags { write(tag: tag, container: container) } }
    writeParagraph(node, with: section)
    if !closes { for tag in tags { write(tag: tag, container: container) } }
  }

  private mutating func writeParagraph(_ node: XMLTree.NodeID, with section: XMLTree.NodeID) {
    guard let properties = tree.child(.pPr, of: node) else { return }
    tree.tree.writeStartTag(node, omitting: omitted, into: &buffer)
    tree.tree.writeStartTag(properties, into: &buffer)
    tree.tree.write(section, into: &buffer)
    tree.tree.writeEndTag(properties, into: &buffer)
    tree.tree.writeEndTag(node, into: &buffer)
  }

  private mutating func write(
    _ items: [TagMarkup.TextItem], of node: XMLTree.NodeID, inside open: [XMLTree.NodeID]
  ) {
    let bytes = tree.tree.bytes(of: node)
    for item in items {
      switch item {
      case .tag(let tag): write(tag: tag, container: path(open))
      case .runTag(let tag): write(runTag: tag, inside: open)
      case .literal(let range):
        let slice = bytes.dropFirst(range.lowerBound).prefix(range.count)
        XMLEscaping.text(slice, into: &buffer)
      }
    }
  }

  /// Writes a tag between two runs: the one that it stands in is ended before it and begun anew after it.
  private mutating func write(runTag number: Int, inside open: [XMLTree.NodeID]) {
    guard open.count >= 2, let text = open.last, tree.element(open[open.count - 2]) == .r else {
      return write(tag: number, container: path(open))
    }
    let run = open[open.count - 2]
    tree.tree.writeEndTag(text, into: &buffer)
    tree.tree.writeEndTag(run, into: &buffer)
    write(tag: number, container: path(open.dropLast(2)))
    tree.tree.writeStartTag(run, omitting: omitted, into: &buffer)
    if let properties = tree.child(.rPr, of: run) { tree.tree.write(properties, into: &buffer) }
    _ = self.open(text)
  }

  private mutating func write(tag number: Int, container: Int) {
    flush()
    let tag = markup.tags[number]
    tagNumbers.append(number)
    source.append(TemplateSource.Tag(kind: tag.kind, text: tag.text, container: container))
  }

  private mutating func write(hook: Hook) {
    flush()
    source.segments.append(.hook(hooks.count))
    hooks.append(hook)
  }

  private mutating func flush() {
    source.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// A number for the chain of elements that are open: what opens and closes under like chains can be left out or repeated as a whole.
  private mutating func path(_ open: some Sequence<XMLTree.NodeID>) -> Int {
    let key = open.map { tree.tree.name(of: $0).qualified }.joined(separator: "/")
    if let number = containers[key] { return number }
    containers[key] = containers.count
    return containers.count - 1
  }
}
