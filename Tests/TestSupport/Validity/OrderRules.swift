import XML

/// Whether the elements of a part stand where they may, with the attributes that they must have.
struct OrderRules {
  private(set) var faults: [DocumentFault] = []
  private let part: WordPart
  private let orders: [ElementOrder?]

  init(_ part: WordPart) {
    self.part = part
    orders = part.tree.names.map { name in
      if name.namespace.hasSuffix("/chart") { return ElementOrder.ofCharts[name.local] }
      return name.namespace.contains("drawing")
        ? ElementOrder.ofDrawings[name.local] : ElementOrder.ofElements[name.local]
    }
  }

  private mutating func report(_ rule: String, _ node: XMLTree.NodeID, _ message: String) {
    faults.append(
      DocumentFault(rule: rule, part: part.name, place: part.place(of: node), message: message))
  }

  private static let known: Set<WordPart.Language> = [.word, .drawing, .chart]

  mutating func check() {
    for node in 0..<part.tree.count where part.tree.kind(of: node) == .element {
      checkPrefixes(node)
      let language = part.language(node)
      guard Self.known.contains(language) else { continue }
      if let order = orders[part.tree.nameIndex(of: node)] { checkChildren(of: node, order) }
      if language == .word { checkAttributes(of: node) }
    }
  }

  private mutating func checkChildren(of node: XMLTree.NodeID, _ order: ElementOrder) {
    let parent = part.tree.name(of: node).local
    var last = -1
    var before = ""
    var names: Set<String> = []
    for child in part.children(of: node) {
      let language = part.language(child)
      // Extensions of Word and mathematics stand where they want.
      guard Self.known.contains(language) else { continue }
      let name = part.tree.name(of: child).local
      guard let place = order.places[name] else {
        report("order", child, "\(name) has no place in \(parent)")
        continue
      }
      if place < last {
        report("order", child, "\(name) stands after \(before) in \(parent)")
      } else if place == last, !order.repeatable.contains(place) {
        report("order", child, "\(name) stands beside \(before) in \(parent)")
      }
      last = max(last, place)
      before = name
      names.insert(name)
    }
    for required in order.required where !ElementOrder.isTaken(required, by: names) {
      report("missing", node, "\(parent) has no \(required)")
    }
    if let text = part.tree.children(of: node).first(where: { part.tree.kind(of: $0) == .text }),
      !part.tree.bytes(of: text).allSatisfy({ $0 <= 0x20 })
    {
      report("order", node, "text stands directly in \(parent)")
    }
  }

  private mutating func checkAttributes(of node: XMLTree.NodeID) {
    let name = part.tree.name(of: node).local
    for attribute in ElementOrder.requiredAttributes[name] ?? []
    where part.attribute(attribute, of: node) == nil {
      report("missing", node, "\(name) has no \(attribute)")
    }
    if let range = ElementOrder.numbers[name], let value = part.attribute("val", of: node),
      Int(value).map({ range.contains($0) }) != true
    {
      report("value", node, "\(name) is \(value)")
    }
  }

  /// The prefixes that the rules of compatibility name must mean something (ECMA-376 part 3, §7.2).
  private mutating func checkPrefixes(_ node: XMLTree.NodeID) {
    let isChoice = part.language(node) == .compatibility
    let lists = [
      part.tree.attribute("Ignorable", namespace: WordPart.compatibility, of: node),
      isChoice ? part.tree.attribute("Requires", of: node) : nil,
    ]
    for prefix in lists.compactMap({ $0 }).flatMap({ $0.split(separator: " ") })
    where !isDeclared(String(prefix), at: node) {
      report("prefix", node, "\(prefix) is not declared")
    }
  }

  private func isDeclared(_ prefix: String, at node: XMLTree.NodeID) -> Bool {
    var current: XMLTree.NodeID? = node
    while let element = current {
      if part.tree.attribute(prefix, namespace: "http://www.w3.org/2000/xmlns/", of: element) != nil
      {
        return true
      }
      current = part.tree.parent(of: element)
    }
    return false
  }
}
