import Jinja
import OfficePackage
import WordprocessingML
import XML

/// What a rendering has taken over from one document: once, however often the document is inserted.
final class SubdocumentImport {
  private let file: SubdocumentFile
  private var styles: [String: String] = [:]
  private var abstractLists: [String: Int] = [:]
  private var usedLists: Set<String> = []
  private var pictures: [String: String?] = [:]
  private var partsWithoutNotes: Set<String> = []
  private let styleDeclarations: [String: String]
  private let listDeclarations: [String: String]

  init(_ file: SubdocumentFile) {
    self.file = file
    styleDeclarations = file.styleTree.map { $0.tree.namespaces(declaredBy: [$0.tree.root]) } ?? [:]
    listDeclarations =
      file.numberingTree.map { $0.tree.namespaces(declaredBy: [$0.tree.root]) } ?? [:]
  }

  /// The template's style of the same name, which goes before the document's own; else a copy of that one.
  func style(_ id: String, in session: RenderSession) throws(Fault) -> String? {
    if let known = styles[id] { return known }
    guard let style = file.styles[id], let tree = file.styleTree?.tree else { return nil }
    if let same = session.facts.style(style.name, style.kind) {
      styles[id] = same
      return same
    }
    if let added = session.addedStyle(style.name, style.kind) {
      styles[id] = added
      return added
    }
    let new = session.reserveStyle(like: id, name: style.name, style.kind)
    // Before the style is copied, which may refer to itself by way of others.
    styles[id] = new
    var names = ImportedNames(file: self, session: session)
    var bytes: [UInt8] = []
    let declarations = tree.declarations(neededBy: style.node, in: styleDeclarations)
    try ForeignMarkup(tree).write(style.node, declarations, names: &names, into: &bytes)
    session.addStyle(StyleCopy.renamed(bytes, to: new))
    return new
  }

  /// A list of its own that looks like the document's list `id`.
  func newList(_ id: String, in session: RenderSession) throws(Fault) -> String? {
    guard let tree = file.numberingTree, let node = file.lists[id],
      let abstractID = tree.value(of: .abstractNumId, in: node),
      let abstract = try copy(ofAbstract: abstractID, tree, in: session)
    else { return nil }
    var overrides: [UInt8] = []
    var names = ImportedNames(file: self, session: session)
    for child in tree.tree.children(of: node) where tree.element(child) == .lvlOverride {
      let declarations = tree.tree.declarations(neededBy: child, in: listDeclarations)
      try ForeignMarkup(tree.tree).write(child, declarations, names: &names, into: &overrides)
    }
    // Lists of one definition count on from each other; this one begins anew.
    let isFirst = usedLists.insert(abstractID).inserted
    if !isFirst, overrides.isEmpty, let definition = file.abstractLists[abstractID] {
      overrides = NumberingAdditions.restarts(
        of: definition, tree, namespace: session.namespaces.word)
    }
    return String(try session.withNumbering { $0.addList(abstract, overrides) })
  }

  private func copy(
    ofAbstract id: String, _ tree: WordTree, in session: RenderSession
  ) throws(Fault) -> Int? {
    if let known = abstractLists[id] { return known }
    guard let node = file.abstractLists[id] else { return nil }
    let new = try session.withNumbering { $0.reserveAbstract() }
    abstractLists[id] = new
    var names = ImportedNames(file: self, session: session)
    var bytes: [UInt8] = []
    let declarations = tree.tree.declarations(neededBy: node, in: listDeclarations)
    try ForeignMarkup(tree.tree).write(node, declarations, names: &names, into: &bytes)
    try session.withNumbering { $0.addAbstract(bytes, as: new) }
    return new
  }

  /// Says once that the document's notes cannot stand in `part`.
  func leaveNotes(of part: String, in session: RenderSession) {
    guard partsWithoutNotes.insert(part).inserted else { return }
    session.remarks.append(Fault("V126", SubdocumentFile.Loss.message(for: [.notes])))
  }

  /// The name in the new package of a picture of the document.
  func picture(_ part: String, in session: RenderSession) throws(Fault) -> String? {
    if let known = pictures[part] { return known }
    let name = try session.damaged { () throws(OfficePackageError) in
      try session.copyPicture(part, of: file.package)
    }
    pictures[part] = name
    return name
  }
}

/// The new names of what copied styles and lists refer to.
private struct ImportedNames: ForeignMarkup.Names {
  let file: SubdocumentImport
  let session: RenderSession

  func style(_ id: String) throws(Fault) -> String? { try file.style(id, in: session) }
  func list(_ id: String) throws(Fault) -> String? {
    id == "0" ? id : try file.newList(id, in: session)
  }
  func relationship(_ id: String) -> String? { nil }
  func note(_ id: String, _ kind: NoteKind) -> String? { nil }
  func bookmark(id: String) -> String { id }
  func bookmark(name: String) -> String { name }
  func drawingID() -> String { String(session.nextDrawingID()) }
  func shape(id: String) -> String { id }
  func shape(kind: String) -> String { kind }
  func membership(style: String) -> StyleLists.Membership? { nil }
}

/// Gives the copy of a style its id.
private enum StyleCopy {
  /// The style's markup with another `w:styleId`, and no longer the default of its kind, nor one of Word's own.
  static func renamed(_ style: [UInt8], to id: String) -> [UInt8] {
    let end = style.firstIndex(of: UInt8(ascii: ">")) ?? 0
    var tag = String(decoding: style[..<end], as: UTF8.self)
    tag.replace(/\s[^ =]*:default="[^"]*"/, with: "")
    tag.replace(/([^ =]*:styleId)="[^"]*"/) { "\($0.1)=\"\(WordMarkup.attribute(id))\"" }
    return Array(tag.utf8) + style[end...]
  }
}
