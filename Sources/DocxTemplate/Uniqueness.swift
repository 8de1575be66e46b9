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

  init(_ package: PartReader) throws(OfficePackageError) {
    let main = try package.mainDocument()
    for relationship in try package.relationships(of: main) where !relationship.isExternal {
      if let kind = NoteKind.allCases.first(where: { $0.relationship == relationship.kind }),
        let part = package.partName(relationship.target)
      {
        readNotes(part, kind, WordTree(try package.tree(of: part)))
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
  func numbers() -> UniqueNumbers {
    UniqueNumbers(lastNotes: notes.mapValues(\.last))
  }
}

extension StyleLists {
  /// The lists of the styles of a document.
  init(of package: PartReader) throws(OfficePackageError) {
    self.init()
    for relationship in try package.relationships(of: try package.mainDocument())
    where relationship.kind == "styles" && !relationship.isExternal {
      guard let part = package.partName(relationship.target) else { continue }
      self.init(WordTree(try package.tree(of: part)))
    }
  }
}
