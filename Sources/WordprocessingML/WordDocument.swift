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

  private(set) var package: OfficePackage
  private(set) var body: Story
  /// The relationships of the parts that hold text, by the part.
  let relationships: [String: [Relationship]]
  /// Headers and footers by relationship id.
  private(set) var marginals: [String: Story]
  private(set) var footnotes: Story?
  private(set) var endnotes: Story?
  let styles: StyleSheet
  let numbering: Numbering
  /// What the styles were read from.
  let styleTree: WordTree?
  /// What the numbering was read from.
  let numberingTree: WordTree?
  let settings: DocumentSettings
  /// The parts that the styles, the numbering and the settings were read from.
  private let definitions: [String]
  /// The properties of the body's sections, in their order.
  private(set) var sections: [XMLTree.NodeID]
  /// The texts of diagrams by part and relationship id.
  let diagrams: [String: [String: [String]]]
  /// What was found out of the parts that this document has in common with others made from the same template.
  private(set) var memory = DocumentMemory()
  /// The tags and names of the bodies of such documents.
  private let vocabulary = XMLVocabulary()

  /// Reads the parts of a package that hold text.
  ///
  /// Of `known`, a document made from the same template, whatever is the same is not read again.
  public init(
    _ package: OfficePackage, like known: WordDocument? = nil
  ) throws(OfficePackageError) {
    if let document = try known?.remade(from: package) {
      self = document
    } else {
      try self.init(reading: package)
    }
  }

  private init(reading package: OfficePackage) throws(OfficePackageError) {
    self.package = package
    let main = try package.mainDocument()
    body = try Self.body(main, of: package, vocabulary)
    sections = Self.sections(of: body.tree)
    var marginals: [String: Story] = [:]
    var notes: [String: Story] = [:]
    var definitions: [String: Story] = [:]
    var links = [main: try package.relationships(of: main)]
    var trees: [String: WordTree] = [:]
    for relationship in links[main] ?? [] where !relationship.isExternal {
      guard
        ["header", "footer", "footnotes", "endnotes", "styles", "numbering", "settings"]
          .contains(relationship.kind),
        let part = package.partName(relationship.target)
      else { continue }
      let tree = if let tree = trees[part] { tree } else { WordTree(try package.tree(of: part)) }
      trees[part] = tree
      let story = Story(part: part, tree: tree)
      switch relationship.kind {
      case "header", "footer": marginals[relationship.id] = story
      case "styles", "numbering", "settings": definitions[relationship.kind] = story
      default: notes[relationship.kind] = story
      }
    }
    self.marginals = marginals
    footnotes = notes["footnotes"]
    endnotes = notes["endnotes"]
    self.definitions = definitions.values.map(\.part)
    styleTree = definitions["styles"]?.tree
    numberingTree = definitions["numbering"]?.tree
    styles = styleTree.map { StyleSheet($0) } ?? StyleSheet()
    numbering = numberingTree.map { Numbering($0) } ?? Numbering()
    settings = definitions["settings"].map { DocumentSettings($0.tree) } ?? DocumentSettings()
    for story in Array(marginals.values) + notes.values where links[story.part] == nil {
      links[story.part] = try package.relationships(of: story.part)
    }
    relationships = links
    diagrams = try Self.diagrams(links, in: package)
  }

  /// The document in `package`, where that differs from the package of this one in nothing but texts and what is not read here.
  private func remade(from package: OfficePackage) throws(OfficePackageError) -> WordDocument? {
    guard let differing = package.partsDiffering(from: self.package), diagrams.isEmpty,
      !differing.contains(where: { definitions.contains($0) || Self.says($0) })
    else { return nil }
    var document = self
    document.package = package
    for part in differing where relationships[part] != nil {
      if part == body.part {
        document.replace(try Self.body(part, of: package, vocabulary, like: body.tree))
      } else {
        document.replace(Story(part: part, tree: WordTree(try package.tree(of: part))))
        document.memory = DocumentMemory()
      }
    }
    return document
  }

  private mutating func replace(_ story: Story) {
    if body.part == story.part {
      body = story
      sections = Self.sections(of: story.tree)
    }
    if footnotes?.part == story.part { footnotes = story }
    if endnotes?.part == story.part { endnotes = story }
    for (id, other) in marginals where other.part == story.part { marginals[id] = story }
  }

  /// Whether a part says of others what they are, or which belong to it.
  private static func says(_ part: String) -> Bool {
    let name = part.lowercased()
    return name.hasSuffix(".rels") || name == "[content_types].xml"
  }

  private static func body(
    _ part: String, of package: OfficePackage, _ vocabulary: XMLVocabulary,
    like known: WordTree? = nil
  ) throws(OfficePackageError) -> Story {
    let tree = WordTree(try package.tree(of: part, knowing: vocabulary), like: known)
    guard tree.element(tree.tree.root) == .document else {
      throw OfficePackageError(.notADocument, part: part)
    }
    return Story(part: part, tree: tree)
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
