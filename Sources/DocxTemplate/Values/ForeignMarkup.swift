import Jinja
import WordprocessingML
import XML

/// Writes pieces of one document's tree so that they are right in another.
struct ForeignMarkup {
  /// What the markup of a piece refers to, by its new name.
  protocol Names {
    mutating func style(_ id: String) throws(Fault) -> String?
    mutating func list(_ id: String) throws(Fault) -> String?
    mutating func relationship(_ id: String) throws(Fault) -> String?
    /// The number of the note that a reference leads to; `nil` where there is no such note, or where it cannot stand.
    mutating func note(_ id: String, _ kind: NoteKind) throws(Fault) -> String?
    mutating func bookmark(id: String) -> String
    mutating func bookmark(name: String) -> String
    mutating func drawingID() -> String
    mutating func shape(id: String) -> String
    /// The new id of a kind of shapes, or the old one of a kind that the document does not define itself.
    func shape(kind: String) -> String
    /// The list and level of a paragraph that belongs to a list by its style alone, where it shall be said again.
    mutating func membership(style: String) throws(Fault) -> StyleLists.Membership?
  }

  private static let styleReferences: Set<String> = [
    "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink",
  ]

  /// The language of Word's older drawings.
  private static let vector = "urn:schemas-microsoft-com:vml"

  let tree: XMLTree
  let dropped: Set<XMLTree.NodeID>
  let unwrapped: Set<XMLTree.NodeID>
  private let ignorable: Set<String>
  /// Styles of paragraphs that are in a list by their style alone: by the property before which, and by the properties at whose end, a list can be named.
  private let due: [XMLTree.NodeID: (id: String, prefix: String)]
  private let dueAtEnd: [XMLTree.NodeID: (id: String, prefix: String)]

  init(
    _ tree: XMLTree, dropped: Set<XMLTree.NodeID> = [], unwrapped: Set<XMLTree.NodeID> = [],
    lists: ListPlaces = ListPlaces()
  ) {
    due = lists.before
    dueAtEnd = lists.atEnd
    self.tree = tree
    self.dropped = dropped
    self.unwrapped = unwrapped
    ignorable = tree.ignorableNamespaces
  }

  /// Appends `node` and what comes along of its content; `declarations` stand on its start tag.
  func write(
    _ node: XMLTree.NodeID, _ declarations: String, names: inout some Names,
    into output: inout [UInt8]
  ) throws(Fault) {
    var open: [XMLTree.NodeID] = []
    var inner = node
    while inner < tree.end(of: node) {
      while let last = open.last, tree.end(of: last) <= inner {
        try close(last, names: &names, into: &output)
        open.removeLast()
      }
      guard tree.kind(of: inner) == .element else {
        if tree.kind(of: inner) == .text { tree.writeLeaf(inner, into: &output) }
        inner += 1
        continue
      }
      if let due = due[inner] {
        try write(listOf: due, names: &names, into: &output)
      }
      if isDropped(inner) {
        inner = tree.end(of: inner)
        continue
      }
      if unwrapped.contains(inner) {
        inner += 1
        continue
      }
      guard try start(inner, inner == node ? declarations : "", names: &names, into: &output)
      else {
        inner = tree.end(of: inner)
        continue
      }
      open.append(inner)
      inner += 1
    }
    while let last = open.popLast() { try close(last, names: &names, into: &output) }
  }

  private func close(
    _ node: XMLTree.NodeID, names: inout some Names, into output: inout [UInt8]
  ) throws(Fault) {
    if let due = dueAtEnd[node] { try write(listOf: due, names: &names, into: &output) }
    tree.writeEndTag(node, into: &output)
  }

  private func write(
    listOf style: (id: String, prefix: String), names: inout some Names,
    into output: inout [UInt8]
  ) throws(Fault) {
    guard let membership = try names.membership(style: style.id) else { return }
    let prefix = style.prefix
    output += "<\(prefix)numPr><\(prefix)ilvl \(prefix)val=\"\(membership.level)\"/>".utf8
    output += "<\(prefix)numId \(prefix)val=\"\(membership.list)\"/></\(prefix)numPr>".utf8
  }

  private func isDropped(_ node: XMLTree.NodeID) -> Bool {
    if dropped.contains(node) { return true }
    let name = tree.name(of: node)
    if ignorable.contains(name.namespace) { return true }
    return WordTree.namespaces.contains(name.namespace)
      && SubdocumentSelection.droppedNames.contains(name.local)
  }

  /// Writes a start tag; `false` where the element refers to what is not there, and is left out.
  private func start(
    _ node: XMLTree.NodeID, _ declarations: String, names: inout some Names,
    into output: inout [UInt8]
  ) throws(Fault) -> Bool {
    let element = tree.name(of: node)
    let isWord = WordTree.namespaces.contains(element.namespace)
    var tag = "<" + element.qualified + declarations
    for (name, value) in tree.attributes(of: node) {
      if ignorable.contains(name.namespace) || name.local == "Ignorable" { continue }
      var value = value
      if OfficeNamespaces.isRelationship(name) {
        guard let id = try names.relationship(value) else { return false }
        value = id
      } else if isWord, WordTree.namespaces.contains(name.namespace) {
        guard let renamed = try renamed(value, name.local, of: element.local, names: &names) else {
          return false
        }
        value = renamed
      } else if element.local == "docPr", name.local == "id" {
        value = names.drawingID()
      } else if element.namespace == Self.vector, name.local == "id" {
        value = names.shape(id: value)
      } else if element.namespace == Self.vector, name.local == "type", value.hasPrefix("#") {
        value = "#" + names.shape(kind: String(value.dropFirst()))
      }
      tag += " \(name.qualified)=\"\(WordMarkup.attribute(value))\""
    }
    output.append(contentsOf: (tag + ">").utf8)
    return true
  }

  private func renamed(
    _ value: String, _ attribute: String, of element: String, names: inout some Names
  ) throws(Fault) -> String? {
    switch (element, attribute) {
    case ("numId", "val"): try names.list(value)
    case ("footnoteReference", "id"): try names.note(value, .footnote)
    case ("endnoteReference", "id"): try names.note(value, .endnote)
    case ("bookmarkStart", "id"), ("bookmarkEnd", "id"): names.bookmark(id: value)
    case ("bookmarkStart", "name"), ("hyperlink", "anchor"): names.bookmark(name: value)
    case (_, "val") where Self.styleReferences.contains(element): try names.style(value)
    default: value
    }
  }
}
