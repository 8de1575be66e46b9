import OfficePackage
import WordprocessingML
import XML

/// The lists of a document, and those that a rendering adds to them.
struct NumberingAdditions {
  /// The part's name, and whether the package has it.
  let part: String?
  private let tree: WordTree?
  private let namespace: String
  private var nextAbstract = 1
  private var nextList = 1
  private var abstracts: [UInt8] = []
  private var lists: [UInt8] = []

  /// The lists of the document whose main part is `main`.
  init(_ facts: TemplateFacts) throws(OfficePackageError) {
    let package = facts.edit.package
    namespace = facts.namespaces.word
    let link = try package.relationships(of: facts.mainPart)
      .first { $0.kind == "numbering" && !$0.isExternal }
    part = link.flatMap { package.partName($0.target) }
    tree = try part.map { part throws(OfficePackageError) in
      WordTree(try package.tree(of: part))
    }
    guard let tree else { return }
    for node in tree.tree.children(of: tree.tree.root) {
      func number(_ attribute: String) -> Int {
        tree.attribute(attribute, of: node).flatMap { Int($0) }.map { min($0, 1 << 30) } ?? 0
      }
      switch tree.element(node) {
      case .abstractNum: nextAbstract = max(nextAbstract, number("abstractNumId") + 1)
      case .num: nextList = max(nextList, number("numId") + 1)
      default: continue
      }
    }
  }

  var isChanged: Bool { !lists.isEmpty || !abstracts.isEmpty }

  /// A number for a definition that is added later.
  mutating func reserveAbstract() -> Int {
    defer { nextAbstract += 1 }
    return nextAbstract
  }

  /// Adds a definition under a reserved number. Word takes lists with one `w:nsid` for the same, so that it gets a new one.
  mutating func addAbstract(_ markup: [UInt8], as number: Int) {
    var text = String(decoding: markup, as: UTF8.self)
    text.replace(/([^ =<]*abstractNumId)="[^"]*"/, maxReplacements: 1) { "\($0.1)=\"\(number)\"" }
    let digits = String(0x5100_0000 + number, radix: 16, uppercase: true)
    text.replace(/(<[^ <>]*nsid [^ =<]*val)="[^"]*"/, maxReplacements: 1) {
      "\($0.1)=\"\(digits)\""
    }
    abstracts += Array(text.utf8)
  }

  /// Adds a list of a definition, with its own levels or starts.
  mutating func addList(_ abstract: Int, _ overrides: [UInt8]) -> Int {
    let number = nextList
    nextList += 1
    lists += Array(
      "<w:num xmlns:w=\"\(namespace)\" w:numId=\"\(number)\"><w:abstractNumId w:val=\"\(abstract)\"/>"
        .utf8)
    lists += overrides
    lists += Array("</w:num>".utf8)
    return number
  }

  /// A list like the document's list `id` that counts from its beginning, or `nil` where there is none.
  mutating func restarted(_ id: String) -> Int? {
    guard let tree else { return nil }
    let children = tree.tree.children(of: tree.tree.root)
    guard
      let list = children.first(where: {
        tree.element($0) == .num && tree.attribute("numId", of: $0) == id
      }), let abstract = tree.value(of: .abstractNumId, in: list).flatMap({ Int($0) })
    else { return nil }
    let definition = children.first {
      tree.element($0) == .abstractNum && tree.attribute("abstractNumId", of: $0) == "\(abstract)"
    }
    let overrides =
      definition.map { Self.restarts(of: $0, tree, namespace: namespace) } ?? []
    return addList(abstract, overrides)
  }

  /// The elements that let each level of a definition begin with its first number.
  static func restarts(
    of definition: XMLTree.NodeID, _ tree: WordTree, namespace: String
  ) -> [UInt8] {
    var starts = [Int](repeating: 1, count: 9)
    for level in tree.tree.children(of: definition) where tree.element(level) == .lvl {
      guard let index = tree.attribute("ilvl", of: level).flatMap({ Int($0) }),
        starts.indices.contains(index)
      else { continue }
      starts[index] = tree.value(of: .start, in: level).flatMap { Int($0) } ?? 0
    }
    let markup = starts.enumerated().map { index, start in
      "<w:lvlOverride xmlns:w=\"\(namespace)\" w:ilvl=\"\(index)\"><w:startOverride w:val=\"\(start)\"/></w:lvlOverride>"
    }.joined()
    return Array(markup.utf8)
  }

  /// The part with what was added, in the order that the schema demands: definitions before lists.
  func serialized() -> [UInt8] {
    var output = Array(XMLTree.declaration.utf8)
    guard let tree else {
      output += Array("<w:numbering xmlns:w=\"\(namespace)\">".utf8) + abstracts + lists
      return output + Array("</w:numbering>".utf8)
    }
    let xml = tree.tree
    xml.writeStartTag(xml.root, into: &output)
    var due = [abstracts, lists]
    for child in xml.children(of: xml.root) {
      let isLast =
        xml.kind(of: child) == .element && xml.name(of: child).local == "numIdMacAtCleanup"
      while due.count > (tree.element(child) == .num ? 1 : isLast ? 0 : 2) {
        output += due.removeFirst()
      }
      xml.write(child, into: &output)
    }
    for markup in due { output += markup }
    xml.writeEndTag(xml.root, into: &output)
    return output
  }
}
