public import OfficePackage
import XML

/// A Word document opened for reading.
public struct WordDocument: Sendable {
  /// A part that is a text flow of its own.
  struct Story: Sendable {
    let part: String
    let tree: WordTree

    /// The notes of a part of footnotes or endnotes by their ids, the first of each.
    var notes: [String: XMLTree.NodeID] {
      var nodes: [String: XMLTree.NodeID] = [:]
      for node in tree.tree.children(of: tree.tree.root) where tree.tree.kind(of: node) == .element
      {
        if let id = tree.attribute("id", of: node), nodes[id] == nil { nodes[id] = node }
      }
      return nodes
    }
  }

  let package: OfficePackage
  let body: Story
  /// The relationships of the parts that hold text, by the part.
  let relationships: [String: [Relationship]]
  /// Headers and footers by relationship id.
  let marginals: [String: Story]
  let footnotes: Story?
  let endnotes: Story?
  let styles: StyleSheet
  let numbering: Numbering
  /// The trees of all parts but the body's, by the part, and which of these are the styles, the numbering and the settings.
  private let trees: [String: WordTree]
  private let kinds: [String: String]
  let settings: DocumentSettings
  /// The properties of the body's sections, in their order.
  let sections: [XMLTree.NodeID]
  /// The texts of diagrams by part and relationship id.
  let diagrams: [String: [String: [String]]]

  /// Reads the parts of a package that hold text.
  ///
  /// Of `known`, a document made from the same template, whatever is the same is not read again.
  public init(
    _ package: OfficePackage, like known: WordDocument? = nil
  ) throws(OfficePackageError) {
    self.package = package
    let known = known.flatMap { $0.package.partNames == package.partNames ? $0 : nil }
    func relationships(of part: String) throws(OfficePackageError) -> [Relationship] {
      if let known, let links = known.relationships[part],
        package.sharesRelationships(of: part, with: known.package)
      {
        return links
      }
      return try package.relationships(of: part)
    }
    let isSame =
      known.map {
        package.sharesRelationships(of: "", with: $0.package)
          && package.shares("[Content_Types].xml", with: $0.package)
      } ?? false
    let main = if isSame, let known { known.body.part } else { try package.mainDocument() }
    body = Story(part: main, tree: WordTree(try package.tree(of: main)))
    guard body.tree.element(body.tree.tree.root) == .document else {
      throw OfficePackageError(.notADocument, part: main)
    }
    var marginals: [String: Story] = [:]
    var trees: [String: WordTree] = [:]
    var kinds: [String: String] = [:]
    var same: Set<String> = []
    var notes: [String: Story] = [:]
    var links = [main: try relationships(of: main)]
    for relationship in links[main] ?? [] where !relationship.isExternal {
      guard
        ["header", "footer", "footnotes", "endnotes", "styles", "numbering", "settings"]
          .contains(relationship.kind),
        let part = package.partName(relationship.target)
      else { continue }
      let tree: WordTree
      if let read = known?.trees[part], let other = known?.package,
        package.shares(part, with: other)
      {
        tree = read
        same.insert(part)
      } else {
        tree = WordTree(try package.tree(of: part))
      }
      trees[part] = tree
      switch relationship.kind {
      case "header", "footer": marginals[relationship.id] = Story(part: part, tree: tree)
      case "styles", "numbering", "settings": kinds[relationship.kind] = part
      default: notes[relationship.kind] = Story(part: part, tree: tree)
      }
    }
    self.marginals = marginals
    footnotes = notes["footnotes"]
    endnotes = notes["endnotes"]
    self.trees = trees
    self.kinds = kinds
    func read<Value>(
      _ kind: String, _ path: KeyPath<WordDocument, Value>, _ make: (WordTree) -> Value
    ) -> Value? {
      guard let part = kinds[kind], let tree = trees[part] else { return nil }
      if let known, known.kinds[kind] == part, same.contains(part) { return known[keyPath: path] }
      return make(tree)
    }
    styles = read("styles", \.styles) { StyleSheet($0) } ?? StyleSheet()
    numbering = read("numbering", \.numbering) { Numbering($0) } ?? Numbering()
    settings = read("settings", \.settings) { DocumentSettings($0) } ?? DocumentSettings()
    sections = Self.sections(of: body.tree)
    for story in Array(marginals.values) + notes.values where links[story.part] == nil {
      links[story.part] = try relationships(of: story.part)
    }
    self.relationships = links
    diagrams = try Self.diagrams(links, in: package)
  }

  /// What the styles were read from.
  var styleTree: WordTree? { kinds["styles"].flatMap { trees[$0] } }

  /// What the numbering was read from.
  var numberingTree: WordTree? { kinds["numbering"].flatMap { trees[$0] } }

  /// All text flows.
  var stories: [Story] {
    [body] + Array(marginals.values) + [footnotes, endnotes].compactMap { $0 }
  }

  private static func sections(of tree: WordTree) -> [XMLTree.NodeID] {
    (0..<tree.tree.count).filter { node in
      guard tree.element(node) == .sectPr, let parent = tree.tree.parent(of: node) else {
        return false
      }
      return [.pPr, .body].contains(tree.element(parent))
    }
  }

  /// A diagram's text is what a person sees of it; the drawing is made from it (ECMA-376 part 1, §21.4).
  private static func diagrams(
    _ relationships: [String: [Relationship]], in package: OfficePackage
  ) throws(OfficePackageError) -> [String: [String: [String]]] {
    var diagrams: [String: [String: [String]]] = [:]
    for (part, links) in relationships.sorted(by: { $0.key < $1.key }) {
      for relationship in links
      where relationship.kind == "diagramData" && !relationship.isExternal {
        guard let data = package.partName(relationship.target) else { continue }
        diagrams[part, default: [:]][relationship.id] = texts(of: try package.tree(of: data))
      }
    }
    return diagrams
  }

  private static func texts(of diagram: XMLTree) -> [String] {
    (0..<diagram.count).filter { node in
      guard diagram.kind(of: node) == .element, diagram.name(of: node).local == "p" else {
        return false
      }
      return diagram.name(of: node).namespace.hasSuffix("/main")
    }.map { paragraph in
      (paragraph..<diagram.end(of: paragraph)).filter {
        diagram.kind(of: $0) == .element && diagram.name(of: $0).local == "t"
      }.map { diagram.string(of: $0) }.joined()
    }.filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
