import Jinja
import OfficePackage
import WordprocessingML
import XML

/// A flow of text of a document that goes into another: its body, its footnotes or its endnotes.
struct SubdocumentStory: Sendable {
  /// A paragraph or table, with the namespaces that its markup needs.
  struct Block: Sendable {
    let node: XMLTree.NodeID
    /// Declarations as written, each with a space before it.
    let declarations: String
  }

  let tree: WordTree
  let links: [String: Relationship]
  let losses: Set<SubdocumentFile.Loss>
  /// The notes by their ids, without those that only separate notes from the text; none in a body.
  let notes: [String: XMLTree.NodeID]
  private let selection: SubdocumentSelection
  private let listPlaces: ListPlaces

  /// The story of a part with relationships, which may refer to some notes.
  init(
    _ tree: WordTree, links: [Relationship], notes: [NoteKind: SubdocumentStory] = [:],
    _ styleLists: StyleLists
  ) {
    let xml = tree.tree
    self.tree = tree
    self.links = Dictionary(links.map { ($0.id, $0) }) { first, _ in first }
    var selection = SubdocumentSelection(
      tree: xml, links: self.links, notes: notes.mapValues { Set($0.notes.keys) })
    selection.look(in: xml.root)
    self.selection = selection
    losses = selection.losses
    listPlaces = ListPlaces(in: xml.root, tree, styleLists)
    var own: [String: XMLTree.NodeID] = [:]
    for node in xml.children(of: xml.root)
    where tree.element(node) == .footnote || tree.element(node) == .endnote {
      let isText = ["normal", nil].contains(tree.attribute("type", of: node))
      if isText, let id = tree.attribute("id", of: node) { own[id] = node }
    }
    self.notes = own
  }

  /// The paragraphs and tables that stand in `parent`.
  func blocks(in parent: XMLTree.NodeID) -> [Block] {
    let xml = tree.tree
    var around = [parent]
    while let last = around.last, let outer = xml.parent(of: last) { around.append(outer) }
    let scope = xml.namespaces(declaredBy: around.reversed())
    return xml.children(of: parent)
      .filter { xml.kind(of: $0) == .element && !selection.dropped.contains($0) }
      .map { Block(node: $0, declarations: xml.declarations(neededBy: $0, in: scope)) }
  }

  /// Appends blocks as they are right in another document.
  func write(
    _ blocks: [Block], names: inout some ForeignMarkup.Names, into output: inout [UInt8]
  ) throws(Fault) {
    let markup = ForeignMarkup(
      tree.tree, dropped: selection.dropped, unwrapped: selection.unwrapped, lists: listPlaces)
    for block in blocks {
      try markup.write(block.node, block.declarations, names: &names, into: &output)
    }
  }
}
