import Jinja
import WordprocessingML
import XML

/// An attribute's value that holds tags.
struct AttributeText {
  /// The number of the attribute's name in the tree.
  let name: Int
  let value: [UInt8]
  let items: [TagMarkup.TextItem]
  /// The kind of the relationship whose address this is; `nil` for any other attribute.
  var link: String?
}

extension TagMarkup {
  /// Finds tags in properties of the document.
  mutating func findPropertyTags() {
    for index in paragraphs.indices where Self.mayHoldTag(paragraphs[index].text[...]) {
      findTags(in: paragraphs[index], index: index, form: .property)
    }
  }

  /// Finds tags in text that is no text of a run: instructions of fields, formulas, texts of drawings.
  mutating func findLeafTags() {
    let xml = tree.tree
    var node = 0
    var instruction: [XMLTree.NodeID] = []
    while node < xml.count {
      switch tree.element(node) {
      case .del, .moveFrom, .t:
        node = xml.end(of: node)
        continue
      case .instrText:
        instruction += (node..<xml.end(of: node)).filter { xml.kind(of: $0) == .text }
        node = xml.end(of: node)
        continue
      case .fldChar, .p:
        findTags(inInstruction: instruction)
        instruction = []
      default: break
      }
      if xml.kind(of: node) == .text, let parent = xml.parent(of: node),
        tree.element(parent) == .other
      {
        findTags(inLeaf: [node], form: .leaf)
      }
      node += 1
    }
    findTags(inInstruction: instruction)
  }

  private mutating func findTags(inInstruction nodes: [XMLTree.NodeID]) {
    if !nodes.isEmpty { findTags(inLeaf: nodes, form: .instruction) }
  }

  private mutating func findTags(inLeaf nodes: [XMLTree.NodeID], form: Form) {
    guard nodes.contains(where: { Self.mayHoldTag(tree.tree.bytes(of: $0)) }) else { return }
    let around = max(paragraphs.index(from: nodes[0]) - 1, 0)
    let leaf = Paragraph(joining: nodes, of: tree.tree, number: around + 1)
    // A brace that opens nothing is no tag where nobody would look for one.
    guard !TagScanner.tags(in: leaf.text).isEmpty else { return }
    findTags(in: leaf, index: around, form: form)
  }

  /// Finds tags in the values of attributes: alternative texts, tips, addresses of fields.
  mutating func findAttributeTags() {
    let xml = tree.tree
    for node in xml.elements(withAttributesHolding: UInt8(ascii: "{")) {
      guard !isDeleted(node) else { continue }
      var found: [AttributeText] = []
      for (name, value) in xml.attributeBytes(of: node) {
        let value = Array(value)
        let matches = TagScanner.tags(in: value)
        guard !matches.isEmpty, !xml.names[name].qualified.hasPrefix("xmlns") else { continue }
        let around = max(paragraphs.index(from: node + 1) - 1, 0)
        let isInstruction = xml.names[name].local == "instr"
        found.append(
          attribute(name, value, matches, around, isInstruction ? .instruction : .attribute))
      }
      if !found.isEmpty { attributes[node] = found }
    }
  }

  private mutating func attribute(
    _ name: Int, _ value: [UInt8], _ matches: [TagScanner.Match], _ paragraph: Int, _ form: Form
  ) -> AttributeText {
    var items: [TextItem] = []
    var position = 0
    for match in matches {
      let end = match.end ?? value.count
      let inner = match.end == nil ? match.start + 2..<end : match.inner(of: value).range
      items.append(.literal(position..<match.start))
      position = end
      let number = append(
        FoundTag(
          kind: match.kind, text: Array(value[inner]),
          place: TemplatePart.TagPlace(
            paragraph: paragraph, innerStart: 0, whole: 0..<0, isMade: true),
          form: form == .address && match.start == 0 ? .addressStart : form))
      guard match.end != nil else {
        findings.append(TagScanner.unclosed(Span(tag: number, range: 0..<0)))
        continue
      }
      items.append(.tag(number))
    }
    items.append(.literal(position..<value.count))
    return AttributeText(name: name, value: value, items: items)
  }

  /// Finds the elements that refer to relationships whose addresses hold tags.
  mutating func findLinkTags() {
    guard !links.isEmpty else { return }
    let xml = tree.tree
    let names = Set(
      xml.names.indices.filter { xml.names[$0].namespace.hasSuffix("/relationships") })
    for node in 0..<xml.count where xml.kind(of: node) == .element && !isDeleted(node) {
      for (name, value) in xml.attributeBytes(of: node) where names.contains(name) {
        guard let link = links[String(decoding: value, as: UTF8.self)] else { continue }
        let matches = TagScanner.tags(in: link.address)
        guard !matches.isEmpty else { continue }
        let around = max(paragraphs.index(from: node + 1) - 1, 0)
        var text = attribute(name, link.address, matches, around, .address)
        text.link = link.kind
        attributes[node, default: []].append(text)
      }
    }
  }

  private func isDeleted(_ node: XMLTree.NodeID) -> Bool {
    var current: XMLTree.NodeID? = node
    while let node = current {
      if [.del, .moveFrom].contains(tree.element(node)) { return true }
      current = tree.tree.parent(of: node)
    }
    return false
  }
}
