import OfficePackage
import XML

/// A part of a document, whose elements are told apart by namespace once.
struct WordPart {
  enum Language { case word, drawing, chart, compatibility, other }

  let name: String
  let tree: XMLTree
  let links: [String: Relationship]
  private let languages: [Language]

  private static let word: Set<String> = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]
  private static let drawing: Set<String> = [
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/main", "http://purl.oclc.org/ooxml/drawingml/picture",
  ]
  private static let chart: Set<String> = [
    "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "http://purl.oclc.org/ooxml/drawingml/chart",
  ]
  private static let relationships: Set<String> = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]
  static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  init(name: String, tree: XMLTree, links: [Relationship]) {
    self.name = name
    self.tree = tree
    self.links = Dictionary(links.map { ($0.id, $0) }) { first, _ in first }
    languages = tree.names.map { name in
      if Self.word.contains(name.namespace) { return .word }
      if Self.drawing.contains(name.namespace) { return .drawing }
      if Self.chart.contains(name.namespace) { return .chart }
      return name.namespace == Self.compatibility ? .compatibility : .other
    }
  }

  func language(_ node: XMLTree.NodeID) -> Language {
    tree.kind(of: node) == .element ? languages[tree.nameIndex(of: node)] : .other
  }

  /// The name of an element of WordprocessingML.
  func word(_ node: XMLTree.NodeID) -> String? {
    language(node) == .word ? tree.name(of: node).local : nil
  }

  /// The value of an attribute with the namespace of its element.
  func attribute(_ local: String, of node: XMLTree.NodeID) -> String? {
    tree.attribute(local, namespace: tree.name(of: node).namespace, of: node)
  }

  /// The relationships that an element refers to, by the attribute's name.
  func references(of node: XMLTree.NodeID) -> [(attribute: String, id: String)] {
    tree.attributes(of: node).filter { Self.relationships.contains($0.name.namespace) }
      .map { ($0.name.local, $0.value) }
  }

  /// The elements in an element; of alternatives those for a reader who knows them.
  func children(of node: XMLTree.NodeID) -> [XMLTree.NodeID] {
    tree.children(of: node).flatMap { child -> [XMLTree.NodeID] in
      guard tree.kind(of: child) == .element else { return [] }
      guard language(child) == .compatibility else { return [child] }
      return tree.children(of: child).first { tree.kind(of: $0) == .element }
        .map { children(of: $0) } ?? []
    }
  }

  func child(_ word: String, of node: XMLTree.NodeID) -> XMLTree.NodeID? {
    tree.children(of: node).first { self.word($0) == word }
  }

  /// The nearest element around `node` that is one of `words`.
  func ancestor(_ words: Set<String>, of node: XMLTree.NodeID) -> XMLTree.NodeID? {
    var current = tree.parent(of: node)
    while let ancestor = current {
      if let name = word(ancestor), words.contains(name) { return ancestor }
      current = tree.parent(of: ancestor)
    }
    return nil
  }

  /// Whether `node` is the form of something for readers who do not know the form before it.
  func isFallback(_ node: XMLTree.NodeID) -> Bool {
    var current = tree.parent(of: node)
    while let ancestor = current {
      if language(ancestor) == .compatibility, tree.name(of: ancestor).local == "Fallback" {
        return true
      }
      current = tree.parent(of: ancestor)
    }
    return false
  }

  /// The elements that lead to `node`, with their numbers among those of their name, and the text in it.
  func place(of node: XMLTree.NodeID) -> String {
    var path: [String] = []
    var current: XMLTree.NodeID? = node
    while let element = current {
      let parent = tree.parent(of: element)
      var name = tree.name(of: element).local
      if let parent {
        let same = tree.children(of: parent).filter {
          tree.kind(of: $0) == .element && tree.nameIndex(of: $0) == tree.nameIndex(of: element)
        }
        if same.count > 1 { name += "[\((same.firstIndex(of: element) ?? 0) + 1)]" }
      }
      path.append(name)
      current = parent
    }
    let text = tree.string(of: node).prefix(40)
    return "/" + path.reversed().joined(separator: "/") + (text.isEmpty ? "" : " “\(text)”")
  }
}
