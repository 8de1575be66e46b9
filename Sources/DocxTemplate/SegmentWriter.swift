import Jinja
import WordprocessingML
import XML

/// Writes a part's tree out as constant bytes with its tags between them.
struct SegmentWriter {
  let tree: WordTree
  let markup: TagMarkup
  let part: String
  let prefix: String
  private(set) var source = TemplateSource()
  private(set) var hooks: [Hook] = []
  /// In what each tag of `source` stands.
  private(set) var sites: [TagSite] = []
  /// The markup's number of each tag of `source`, in the order written.
  private(set) var tagNumbers: [Int] = []
  private var containers: [String: Int] = [:]
  var buffer: [UInt8] = []
  /// Attributes that must be unique in a document and that Word does without: a loop would repeat them.
  let omitted: Set<Int>
  /// Containers that could be left without the content that they must have.
  private var guarded: Set<XMLTree.NodeID> = []
  /// Pictures that the data may replace, by their drawings.
  private let pictures: [XMLTree.NodeID: (tag: Int, placeholder: PicturePlaceholder)]
  /// Whether lists begin anew somewhere in the part.
  let restartsLists: Bool
  /// The lists that styles belong to.
  let styleLists: StyleLists
  /// Nodes that were written with others.
  private var written: Set<XMLTree.NodeID> = []
  /// By node, whether it is looked up in `markup`, `pictures`, `guarded` or `written`: most are found in none of them.
  private var isMarked: [Bool] = []
  /// Whether what is written now may be written more than once.
  private(set) var repetition = Repetition()
  /// The frames of runs, so that the tags of one share its own.
  private var frames: [XMLTree.NodeID: TextFrame] = [:]
  private let surroundings: TextFrame.Surroundings

  init(
    tree: WordTree, markup: TagMarkup, part: String, prefix: String,
    styleLists: StyleLists = StyleLists()
  ) {
    self.styleLists = styleLists
    self.tree = tree
    self.markup = markup
    restartsLists = markup.tags.contains(where: \.restartsLists)
    self.part = part
    self.prefix = prefix
    pictures = Self.pictures(in: markup, tree, part: part)
    let word14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    // Word finds the threads of comments by these.
    let isOfComments = tree.tree.name(of: tree.tree.root).local == "comments"
    omitted = Set(
      isOfComments
        ? []
        : tree.tree.names.indices.filter {
          let name = tree.tree.names[$0]
          return name.namespace == word14 && (name.local == "paraId" || name.local == "textId")
        })
    surroundings = TextFrame.Surroundings(
      tree, part: part, prefix: prefix, omitting: omitted, unwrapped: markup.unwrapped)
    for node in [Array(markup.replaced.keys), Array(markup.before.keys)].joined() {
      var ancestor = tree.tree.parent(of: node)
      while let current = ancestor, guarded.insert(current).inserted {
        ancestor = tree.tree.parent(of: current)
      }
    }
    isMarked = [Bool](repeating: false, count: tree.tree.count)
    for node in markup.markedNodes { isMarked[node] = true }
    for node in pictures.keys { isMarked[node] = true }
    for node in guarded { isMarked[node] = true }
  }

  mutating func write() {
    buffer = Array(XMLTree.declaration.utf8)
    let xml = tree.tree
    var open: [XMLTree.NodeID] = []
    var node = 0
    while node < xml.count {
      while let last = open.last, xml.end(of: last) <= node {
        close(open.removeLast(), inside: open)
      }
      guard isMarked[node] else {
        if xml.kind(of: node) != .element {
          xml.writeLeaf(node, into: &buffer)
        } else if self.open(node, inside: open) {
          open.append(node)
        }
        node += 1
        continue
      }
      if let tags = markup.replaced[node] {
        writeReplaced(node, tags, container: path(open))
        node = xml.end(of: node)
        continue
      }
      if markup.unwrapped.contains(node) {
        node += 1
        continue
      }
      if let (tag, placeholder) = pictures[node] {
        write(tag: tag, container: path(open), at: .picture(placeholder))
        node = xml.end(of: node)
        continue
      }
      if markup.dropped.contains(node) || written.contains(node) {
        node = xml.end(of: node)
        continue
      }
      if let tag = markup.standIns[node] {
        buffer += "<\(prefix)t xml:space=\"preserve\">".utf8
        write(tag: tag, container: path(open))
        buffer += "</\(prefix)t>".utf8
        node = xml.end(of: node)
        continue
      }
      if let items = markup.texts[node] {
        write(items, of: node, inside: open)
      } else if xml.kind(of: node) != .element {
        xml.writeLeaf(node, into: &buffer)
      } else if self.open(node, inside: open) {
        open.append(node)
      }
      node += 1
    }
    while let last = open.popLast() { close(last, inside: open) }
    flush()
  }

  /// The findings of the language, with the numbers that the markup gives its tags.
  func findings(_ findings: [Finding]) -> [Finding] {
    guard !findings.isEmpty else { return [] }
    let places = markup.tags.map(\.place)
    return findings.map { $0.renumbered(tagNumbers, places: places) }
  }

  /// Writes a start tag; returns whether an end tag is due.
  private mutating func open(_ node: XMLTree.NodeID, inside open: [XMLTree.NodeID]) -> Bool {
    let element = tree.element(node)
    let isMarked = isMarked[node]
    if isMarked {
      for tag in markup.before[node] ?? [] { write(tag: tag, container: path(open)) }
      if markup.flexibleTables.contains(node) { write(hook: .beginGrid) }
      if guarded.contains(node), let hook = Hook.opening(element) { write(hook: hook) }
    }
    if element == .tcPr, let cell = tree.tree.parent(of: node), let tags = markup.cells[cell] {
      writeCellProperties(node, tags, inside: open)
      passBy(tree.tree.children(of: node))
      return false
    }
    if restartsLists, element == .pPr, writeListOfStyle(node) {
      passBy(tree.tree.children(of: node))
      return false
    }
    // An empty paragraph is written in full, so that the end of one is told by its end tag alone.
    let isEmpty =
      tree.tree.end(of: node) == node + 1 && element != .p
      && !(isMarked && markup.cells[node] != nil)
    if let unique = unique(node, element) {
      return write(unique, node, isEmpty: isEmpty)
    }
    guard isMarked else {
      writeStartTag(node, isEmpty: isEmpty)
      return !isEmpty
    }
    if !markup.continuing.contains(node) { writeStartTag(node, isEmpty: isEmpty) }
    if let tags = markup.cells[node], tree.properties(.tcPr, of: node) == nil {
      writeCellProperties(nil, tags, inside: open + [node])
    }
    if let tags = markup.atStart[node] {
      if let properties = tree.properties(.pPr, of: node), !markup.dropped.contains(properties) {
        tree.tree.write(properties, into: &buffer)
        passBy(CollectionOfOne(properties))
      }
      for tag in tags { write(tag: tag, container: path(open + [node])) }
    }
    if guarded.contains(node), holdsBlocks(node), let hook = Hook.afterStart(element) {
      write(hook: hook)
    }
    return !isEmpty
  }

  /// Notes that nodes are written and are not to be written again.
  private mutating func passBy(_ nodes: some Sequence<XMLTree.NodeID>) {
    for node in nodes {
      written.insert(node)
      isMarked[node] = true
    }
  }

  private mutating func writeStartTag(_ node: XMLTree.NodeID, isEmpty: Bool) {
    let keepsSpace =
      tree.element(node) == .t
      && tree.tree.children(of: node).contains { isMarked[$0] && markup.texts[$0] != nil }
      && tree.tree.attribute("space", namespace: "http://www.w3.org/XML/1998/namespace", of: node)
        == nil
    guard isMarked[node], let texts = markup.attributes[node] else {
      return tree.tree.writeStartTag(
        node, selfClosing: isEmpty, omitting: omitted,
        adding: keepsSpace ? "xml:space=\"preserve\"" : nil, into: &buffer)
    }
    buffer += "<\(tree.tree.name(of: node).qualified)".utf8
    for (name, value) in tree.tree.attributeBytes(of: node) where !omitted.contains(name) {
      let text = texts.first { $0.name == name }
      if let text, let kind = text.link {
        write(hook: .beginAddress)
        write(text, of: node)
        write(hook: .endAddress(attribute: tree.tree.names[name].qualified, kind: kind))
        continue
      }
      buffer += " \(tree.tree.names[name].qualified)=\"".utf8
      if let text {
        write(text, of: node)
      } else {
        XMLEscaping.attribute(value, into: &buffer)
      }
      buffer.append(UInt8(ascii: "\""))
    }
    buffer += isEmpty ? "/>".utf8 : ">".utf8
  }

  /// Writes the value of an attribute that holds tags.
  mutating func write(_ text: AttributeText, of node: XMLTree.NodeID) {
    let container = number(of: "@\(node)/\(text.name)")
    for item in text.items {
      switch item {
      case .literal(let range) where text.link != nil: buffer += text.value[range]
      case .literal(let range): XMLEscaping.attribute(text.value[range], into: &buffer)
      case .tag(let tag), .runTag(let tag): write(tag: tag, container: container)
      }
    }
  }

  /// Whether the content of `node` is paragraphs and tables; that of a content control may also be runs, rows or cells.
  private func holdsBlocks(_ node: XMLTree.NodeID) -> Bool {
    guard tree.element(node) == .sdtContent else { return true }
    if let inner = tree.child(.sdt, of: node).flatMap({ tree.child(.sdtContent, of: $0) }) {
      return holdsBlocks(inner)
    }
    return tree.child(.p, of: node) != nil || tree.child(.tbl, of: node) != nil
  }

  private mutating func close(_ node: XMLTree.NodeID, inside open: [XMLTree.NodeID]) {
    guard isMarked[node] else { return tree.tree.writeEndTag(node, into: &buffer) }
    let element = tree.element(node)
    for tag in markup.atEnd[node] ?? [] { write(tag: tag, container: path(open + [node])) }
    let isGuarded = guarded.contains(node)
    if isGuarded, holdsBlocks(node), let hook = Hook.beforeEnd(element) { write(hook: hook) }
    if !markup.continued.contains(node) { tree.tree.writeEndTag(node, into: &buffer) }
    if markup.flexibleTables.contains(node) { write(hook: .endGrid) }
    if isGuarded, let hook = Hook.closing(element) { write(hook: hook) }
    for tag in markup.after[node] ?? [] { write(tag: tag, container: path(open)) }
  }

  /// Writes the tags that take the place of a paragraph, row, cell or run.
  private mutating func writeReplaced(_ node: XMLTree.NodeID, _ tags: [Int], container: Int) {
    let properties = tree.element(node) == .p ? tree.properties(.pPr, of: node) : nil
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
    guard let properties = tree.properties(.pPr, of: node) else { return }
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
    if let properties = tree.properties(.rPr, of: run) {
      tree.tree.write(properties, into: &buffer)
    }
    _ = self.open(text, inside: open.dropLast())
  }

  // MARK: Segments

  mutating func write(tag number: Int, container: Int, at site: TagSite? = nil) {
    let tag = markup.tags[number]
    if tag.restartsLists { return write(hook: .restartLists) }
    flush()
    repetition.note(tag)
    tagNumbers.append(number)
    sites.append(site ?? self.site(of: tag))
    source.append(TemplateSource.Tag(kind: tag.kind, text: tag.text, container: container))
  }

  private mutating func site(of tag: TagMarkup.FoundTag) -> TagSite {
    // Only what is put out has a value that is written somewhere.
    guard tag.kind == .output || tag.writesValue else { return .leaf }
    switch tag.form {
    case .leaf, .property: return .leaf
    case .instruction: return .instruction
    case .attribute: return .attribute
    case .address: return .address(isFirst: false)
    case .addressStart: return .address(isFirst: true)
    case .text: break
    }
    guard let frame = frame(of: tag) else { return .leaf }
    switch tag.container {
    case .r: return .run(frame)
    case .p: return .paragraph(frame)
    case .tr: return .row
    case .tc: return .cell
    default: return .text(frame)
    }
  }

  private mutating func frame(of tag: TagMarkup.FoundTag) -> TextFrame? {
    guard let text = tag.anchor else { return nil }
    if let frame = frames[text] { return frame }
    let frame = TextFrame(text, in: surroundings)
    frames[text] = frame
    return frame
  }

  mutating func write(hook: Hook) {
    flush()
    source.segments.append(.hook(hooks.count))
    hooks.append(hook)
  }

  private mutating func flush() {
    source.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// A number for the chain of elements that are open: what opens and closes under like chains can be left out or repeated as a whole.
  mutating func path(_ open: some Sequence<XMLTree.NodeID>) -> Int {
    number(of: open.map { tree.tree.name(of: $0).qualified }.joined(separator: "/"))
  }

  private mutating func number(of key: String) -> Int {
    if let number = containers[key] { return number }
    containers[key] = containers.count
    return containers.count - 1
  }
}

extension Finding {
  /// The finding with other numbers for its tags; the text of a tag that nobody wrote has no place of its own.
  func renumbered(_ numbers: [Int], places: [TemplatePart.TagPlace]) -> Finding {
    var finding = self
    finding.spans = spans.map { span in
      guard numbers.indices.contains(span.tag) else { return span }
      let number = numbers[span.tag]
      return Span(tag: number, range: places[number].isMade ? 0..<0 : span.range)
    }
    return finding
  }
}
