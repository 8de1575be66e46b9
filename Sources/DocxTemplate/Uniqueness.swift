import OfficePackage
import WordprocessingML
import XML

/// What numbers and names a template has that must stay unique: gathered once, shared by all documents made from it.
struct Uniqueness: Sendable {
  /// A part with notes.
  struct Notes: Sendable {
    let part: String
    let prefix: String
    let last: Int
  }

  private(set) var notes: [NoteKind: Notes] = [:]
  /// The part with the lists.
  private(set) var numbering: String?
  private var lists: [Int] = []
  private var lastBookmark = 0

  init(_ package: OfficePackage) throws(OfficePackageError) {
    let main = try package.mainDocument()
    var stories = [main]
    for relationship in try package.relationships(of: main) where !relationship.isExternal {
      guard let part = package.partName(relationship.target) else { continue }
      if let kind = NoteKind.allCases.first(where: { $0.relationship == relationship.kind }) {
        readNotes(part, kind, WordTree(try package.tree(of: part)))
        stories.append(part)
      } else if relationship.kind == "numbering" {
        numbering = part
        let tree = WordTree(try package.tree(of: part))
        for node in tree.tree.children(of: tree.tree.root) where tree.element(node) == .num {
          lists += tree.attribute("numId", of: node).flatMap { Int($0) }.map { [$0] } ?? []
        }
      } else if ["header", "footer"].contains(relationship.kind) {
        stories.append(part)
      }
    }
    for part in stories {
      let tree = WordTree(try package.tree(of: part))
      for node in 0..<tree.tree.count where tree.element(node) == .bookmarkStart {
        let id = tree.attribute("id", of: node).flatMap { Int($0) } ?? 0
        lastBookmark = max(lastBookmark, min(id, 1 << 30))
      }
    }
  }

  private mutating func readNotes(_ part: String, _ kind: NoteKind, _ tree: WordTree) {
    let xml = tree.tree
    var last = 0
    for node in xml.children(of: xml.root) where xml.kind(of: node) == .element {
      last = max(last, min(tree.attribute("id", of: node).flatMap { Int($0) } ?? 0, 1 << 30))
    }
    let qualified = xml.name(of: xml.root).qualified
    let prefix = qualified.contains(":") ? String(qualified.prefix { $0 != ":" }) + ":" : ""
    notes[kind] = Notes(part: part, prefix: prefix, last: last)
  }

  /// The numbers of one document.
  func numbers() -> DocumentNumbers {
    DocumentNumbers(
      lists: lists, lastBookmark: lastBookmark, lastNotes: notes.mapValues(\.last))
  }
}
