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
  /// The parts that the two were read from.
  let styleTree: WordTree?
  let numberingTree: WordTree?
  let settings: DocumentSettings
  /// The properties of the body's sections, in their order.
  let sections: [XMLTree.NodeID]
  /// The texts of diagrams by part and relationship id.
  let diagrams: [String: [String: [String]]]

  /// Reads the parts of a package that hold text.
  public init(_ package: OfficePackage) throws(OfficePackageError) {
    self.package = package
    let main = try package.mainDocument()
    body = Story(part: main, tree: WordTree(try package.tree(of: main)))
    guard body.tree.element(body.tree.tree.root) == .document else {
      throw OfficePackageError(.notADocument, part: main)
    }
    var marginals: [String: Story] = [:]
    var trees: [String: WordTree] = [:]
    var notes: [String: Story] = [:]
    var relationships = [main: try package.relationships(of: main)]
    for relationship in relationships[main] ?? [] where !relationship.isExternal {
      guard
        ["header", "footer", "footnotes", "endnotes", "styles", "numbering", "settings"]
          .contains(relationship.kind),
        let part = package.partName(relationship.target)
      else { continue }
      let tree = WordTree(try package.tree(of: part))
      switch relationship.kind {
      case "header", "footer": marginals[relationship.id] = Story(part: part, tree: tree)
      case "styles", "numbering", "settings": trees[relationship.kind] = tree
      default: notes[relationship.kind] = Story(part: part, tree: tree)
      }
    }
    self.marginals = marginals
    footnotes = notes["footnotes"]
    endnotes = notes["endnotes"]
    styleTree = trees["styles"]
    numberingTree = trees["numbering"]
    styles = styleTree.map { StyleSheet($0) } ?? StyleSheet()
    numbering = numberingTree.map { Numbering($0) } ?? Numbering()
    settings = trees["settings"].map { DocumentSettings($0) } ?? DocumentSettings()
    sections = Self.sections(of: body.tree)
    for story in Array(marginals.values) + notes.values where relationships[story.part] == nil {
      relationships[story.part] = try package.relationships(of: story.part)
    }
    self.relationships = relationships
    diagrams = try Self.diagrams(relationships, in: package)
  }

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
