import OfficePackage
import WordprocessingML
import XML

/// Decides what of a document comes along into another: changes as accepted, and nothing that hangs on parts which stay behind.
struct SubdocumentSelection {
  let tree: XMLTree
  let links: [String: Relationship]
  /// The ids of the notes that references may lead to.
  let notes: [NoteKind: Set<String>]
  /// Nodes that are left out with all that is in them, and nodes of which only the content is kept.
  private(set) var dropped: Set<XMLTree.NodeID> = []
  private(set) var unwrapped: Set<XMLTree.NodeID> = []
  private(set) var losses: Set<SubdocumentFile.Loss> = []

  init(tree: XMLTree, links: [String: Relationship], notes: [NoteKind: Set<String>]) {
    self.tree = tree
    self.links = links
    self.notes = notes
  }

  /// What a document does without in another: sections, records of changes, and what Word makes anew.
  static let droppedNames: Set<String> = [
    "sectPr", "del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange",
    "trPrChange", "tcPrChange", "tblGridChange", "sectPrChange", "numberingChange",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
    "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "permStart", "permEnd", "proofErr",
    "lastRenderedPageBreak", "id", "dataBinding", "cellIns", "cellDel", "cellMerge", "placeholder",
    "subDoc", "lvlPicBulletId",
  ]
  private static let comments: Set<String> = [
    "commentRangeStart", "commentRangeEnd", "commentReference",
  ]
  private static let word14 = "http://schemas.microsoft.com/office/word/2010/wordml"

  /// Looks at everything in `root`.
  mutating func look(in root: XMLTree.NodeID) {
    let ignorable = tree.ignorableNamespaces
    var node = root + 1
    while node < tree.end(of: root) {
      guard tree.kind(of: node) == .element else {
        if tree.kind(of: node) != .text { dropped.insert(node) }
        node += 1
        continue
      }
      let name = tree.name(of: node)
      if ignorable.contains(name.namespace) || isLeftOut(node, name) {
        dropped.insert(node)
        node = tree.end(of: node)
        continue
      }
      if WordTree.namespaces.contains(name.namespace), name.local == "ins" || name.local == "moveTo"
      {
        unwrapped.insert(node)
      }
      lookAtLinks(of: node)
      node += 1
    }
    dropEmptyTables()
  }

  /// A table has rows (ECMA-376 part 1, §17.4.37).
  private mutating func dropEmptyTables() {
    for node in dropped where tree.name(of: node).local == "tr" && tree.kind(of: node) == .element {
      guard let table = tree.parent(of: node) else { continue }
      let hasRow = tree.children(of: table).contains {
        tree.kind(of: $0) == .element && !dropped.contains($0)
          && ["tr", "sdt", "customXml"].contains(tree.name(of: $0).local)
      }
      if !hasRow { dropped.insert(table) }
    }
  }

  private mutating func isLeftOut(_ node: XMLTree.NodeID, _ name: XMLTree.Name) -> Bool {
    guard WordTree.namespaces.contains(name.namespace) else { return false }
    let parent = tree.parent(of: node)
    if name.local == "del", let parent, tree.name(of: parent).local == "trPr",
      let row = tree.parent(of: parent)
    {
      // The mark is that of the row, which is there no more.
      dropped.insert(row)
    }
    if let kind = NoteKind(reference: name.local) {
      // A note has no notes, and what leads nowhere keeps Word from opening the document.
      let id = tree.attribute("id", namespace: name.namespace, of: node)
      return id.map { notes[kind]?.contains($0) != true } ?? true
    }
    if Self.comments.contains(name.local) {
      losses.insert(.comments)
    } else if !Self.droppedNames.contains(name.local) {
      return false
    }
    return true
  }

  /// Pictures and links come along; what else an element refers to stays behind, and the element with it.
  private mutating func lookAtLinks(of node: XMLTree.NodeID) {
    for (name, id) in tree.attributes(of: node) where OfficeNamespaces.isRelationship(name) {
      let link = links[id]
      let isLink =
        tree.name(of: node).local.lowercased().hasPrefix("hlink")
        || tree.name(of: node).local == "hyperlink"
      if isLink {
        let isSafe = link.map { $0.isExternal && WebAddress($0.target) != nil } ?? false
        if isSafe || id.isEmpty { continue }
        losses.insert(.unsafeLinks)
        // The text of a link stays, a picture's link goes.
        if tree.name(of: node).local == "hyperlink" {
          unwrapped.insert(node)
        } else {
          dropped.insert(node)
        }
      } else if link?.kind != "image" || link?.isExternal != false {
        losses.insert(.embeddedObjects)
        dropped.insert(object(around: node))
      }
    }
  }

  /// The whole drawing or object that `node` is a piece of.
  private func object(around node: XMLTree.NodeID) -> XMLTree.NodeID {
    var found = node
    var current = tree.parent(of: node)
    while let ancestor = current {
      let local = tree.name(of: ancestor).local
      if ["drawing", "object", "pict", "AlternateContent"].contains(local) { found = ancestor }
      if local == "r" || local == "p" || local == "body" { break }
      current = tree.parent(of: ancestor)
    }
    return found
  }
}

extension XMLTree {
  /// The namespaces that the document says may be passed over (ECMA-376 part 3, §7.2).
  var ignorableNamespaces: Set<String> {
    let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    let scope = namespaces(declaredBy: [root])
    let prefixes = attribute("Ignorable", namespace: compatibility, of: root) ?? ""
    return Set(prefixes.split(separator: " ").compactMap { scope[String($0)] })
  }
}

extension OfficeNamespaces {
  /// Whether an attribute refers to a relationship.
  static func isRelationship(_ name: XMLTree.Name) -> Bool {
    [OfficeNamespaces(isStrict: false), OfficeNamespaces(isStrict: true)]
      .contains { $0.relationships == name.namespace }
  }
}
