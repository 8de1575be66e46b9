import OfficePackage
import WordprocessingML
import XML

/// A Word document whose text goes into another: read once, however often it is inserted.
final class SubdocumentFile: Sendable {
  /// A style of the document.
  struct Style: Sendable {
    let node: XMLTree.NodeID
    let name: String
    let kind: TemplateFacts.StyleKind
  }

  /// What is in the document and cannot come along.
  enum Loss: String, CaseIterable, Sendable {
    case notes, comments, embeddedObjects, unsafeLinks
  }

  let package: OfficePackage
  let isStrict: Bool
  let body: SubdocumentStory
  let blocks: [SubdocumentStory.Block]
  let notes: [NoteKind: SubdocumentStory]
  let losses: Set<Loss>

  let styleTree: WordTree?
  let styles: [String: Style]
  let styleLists: StyleLists
  let numberingTree: WordTree?
  /// The definition, by its id, and the list, by its id, of each list.
  let lists: [String: XMLTree.NodeID]
  let abstractLists: [String: XMLTree.NodeID]

  private static let limits: OfficePackageLimits = {
    var limits = OfficePackageLimits()
    limits.entries = 2_000
    limits.partBytes = 64 << 20
    limits.totalBytes = 128 << 20
    return limits
  }()

  init(_ bytes: [UInt8]) throws(OfficePackageError) {
    let package = try OfficePackage(reading: bytes, limits: Self.limits)
    self.package = package
    let main = try package.mainDocument()
    let tree = WordTree(try package.tree(of: main))
    isStrict = tree.tree.name(of: tree.tree.root).namespace == WordTree.namespaces[1]
    let relationships = try package.relationships(of: main)
    guard let body = tree.child(.body, of: tree.tree.root) else {
      throw OfficePackageError(.notADocument)
    }

    func part(_ kind: String) throws(OfficePackageError) -> (name: String, tree: WordTree)? {
      let link = relationships.first { $0.kind == kind && !$0.isExternal }
      guard let name = link.flatMap({ package.partName($0.target) }) else { return nil }
      return (name, WordTree(try package.tree(of: name)))
    }
    let styleTree = try part("styles")?.tree
    let numberingTree = try part("numbering")?.tree
    (self.styleTree, self.numberingTree) = (styleTree, numberingTree)
    styles = styleTree.map(Self.styles) ?? [:]
    let styleLists = styleTree.map { StyleLists($0) } ?? StyleLists()
    self.styleLists = styleLists
    var notes: [NoteKind: SubdocumentStory] = [:]
    for kind in NoteKind.allCases {
      guard let (name, tree) = try part(kind.relationship) else { continue }
      notes[kind] = SubdocumentStory(
        tree, links: try package.relationships(of: name), styleLists)
    }
    self.notes = notes
    let story = SubdocumentStory(tree, links: relationships, notes: notes, styleLists)
    self.body = story
    blocks = story.blocks(in: body)
    losses = notes.values.reduce(story.losses) { $0.union($1.losses) }
    lists = numberingTree.map { Self.nodes(.num, by: "numId", in: $0) } ?? [:]
    abstractLists =
      numberingTree.map { Self.nodes(.abstractNum, by: "abstractNumId", in: $0) } ?? [:]
  }

  private static func styles(_ tree: WordTree) -> [String: Style] {
    var styles: [String: Style] = [:]
    for (id, node) in nodes(.style, by: "styleId", in: tree) {
      let kind = TemplateFacts.StyleKind(rawValue: tree.attribute("type", of: node) ?? "paragraph")
      guard let kind else { continue }
      styles[id] = Style(node: node, name: tree.value(of: .name, in: node) ?? id, kind: kind)
    }
    return styles
  }

  private static func nodes(
    _ element: WordElement, by attribute: String, in tree: WordTree
  ) -> [String: XMLTree.NodeID] {
    var nodes: [String: XMLTree.NodeID] = [:]
    for node in tree.tree.children(of: tree.tree.root) where tree.element(node) == element {
      if let id = tree.attribute(attribute, of: node) { nodes[id] = node }
    }
    return nodes
  }
}

extension XMLTree {
  private static let declarations = "http://www.w3.org/2000/xmlns/"

  /// The namespaces by their prefixes that some elements, outermost first, declare.
  func namespaces(declaredBy nodes: [NodeID]) -> [String: String] {
    var scope: [String: String] = [:]
    for node in nodes {
      for (name, value) in attributes(of: node) where name.namespace == Self.declarations {
        scope[name.local] = value
      }
    }
    return scope
  }

  /// What must be declared for `node` to mean elsewhere what it means in `scope`.
  func declarations(neededBy node: NodeID, in scope: [String: String]) -> String {
    var prefixes: Set<String> = []
    func note(_ qualified: String, isElement: Bool) {
      if let colon = qualified.firstIndex(of: ":") {
        prefixes.insert(String(qualified[..<colon]))
      } else if isElement {
        prefixes.insert("")
      }
    }
    for inner in node..<end(of: node) where kind(of: inner) == .element {
      note(name(of: inner).qualified, isElement: true)
      for (name, value) in attributes(of: inner) where name.namespace != Self.declarations {
        note(name.qualified, isElement: false)
        // Alternatives name the prefixes that whoever chooses one must understand.
        if name.local == "Requires" {
          value.split(separator: " ").forEach { prefixes.insert(String($0)) }
        }
      }
    }
    for (name, _) in attributes(of: node) where name.namespace == Self.declarations {
      prefixes.remove(name.local)
    }
    return prefixes.sorted().compactMap { prefix in
      scope[prefix].map {
        " xmlns\(prefix.isEmpty ? "" : ":" + prefix)=\"\(WordMarkup.attribute($0))\""
      }
    }.joined()
  }
}
