import Diagnostics
import Jinja
import OfficePackage
import WordprocessingML
import XML

/// Another document's text, with the styles, lists, pictures and links that it needs.
final class SubdocumentValue: WordValue {
  let file: SubdocumentFile

  init(_ file: SubdocumentFile) { self.file = file }

  var text: String {
    file.blocks.map { file.body.tree.tree.string(of: $0.node) }.joined(separator: "\n")
  }

  func attribute(_ name: String) -> Value? { name == "text" ? .string(text) : nil }

  func content(
    at site: InsertionSite, in session: RenderSession
  ) throws(Fault) -> InsertedContent {
    guard file.isStrict == session.namespaces.isStrict else {
      throw Fault(
        "E141",
        Message(
          kk:
            "қосымша құжат пен үлгі стандарттың әртүрлі түрінде (strict және transitional) сақталған",
          ru:
            "вложенный документ и шаблон сохранены в разных видах стандарта (strict и transitional)",
          en:
            "the sub-document and the template are saved in different forms of the standard (strict and transitional)"
        ))
    }
    var names = SubdocumentNames(file, at: site, session: session)
    var bytes: [UInt8] = []
    try file.body.write(file.blocks, names: &names, into: &bytes)
    return .blocks(bytes)
  }
}

/// The new names of what one insertion of a document refers to.
struct SubdocumentNames: ForeignMarkup.Names {
  private let file: SubdocumentFile
  /// What is written now, and the part that it is written to.
  private var story: SubdocumentStory
  private var part: String
  private let allowsNotes: Bool
  private let session: RenderSession
  private let imported: SubdocumentImport
  /// Lists of this insertion: a document that is inserted twice counts from the beginning twice.
  private var lists: [String: String] = [:]
  /// The same for the template's lists that paragraphs are in by their style.
  private var templateLists: [String: String] = [:]
  private var shapes: [String: String] = [:]
  private var bookmarkIDs: [String: String] = [:]
  private var bookmarkNames: [String: String] = [:]

  init(_ file: SubdocumentFile, at site: InsertionSite, session: RenderSession) {
    self.file = file
    story = file.body
    part = site.part
    // Word knows notes to the text of the body alone.
    allowsNotes = site.part == session.facts.mainPart && !site.isInTextBox
    self.session = session
    imported = session.imported(file)
  }

  func style(_ id: String) throws(Fault) -> String? { try imported.style(id, in: session) }

  mutating func list(_ id: String) throws(Fault) -> String? {
    // No list at all is a list of its own (ECMA-376 part 1, §17.9.18).
    if id == "0" { return id }
    if let list = lists[id] { return list }
    let list = try imported.newList(id, in: session)
    lists[id] = list
    return list
  }

  func relationship(_ id: String) throws(Fault) -> String? {
    // An action without a target has an empty id.
    guard !id.isEmpty else { return id }
    guard let link = story.links[id] else { return nil }
    if link.isExternal {
      guard let address = WebAddress(link.target) else { return nil }
      return try session.relationship(from: part, to: address)
    }
    guard link.kind == "image" else { return nil }
    let name = try imported.picture(link.target, in: session)
    return try name.map { name throws(Fault) in
      try session.damaged { () throws(OfficePackageError) in
        try session.edit.relate(part, to: name, kind: "image")
      }
    }
  }

  mutating func bookmark(id: String) -> String {
    if let known = bookmarkIDs[id] { return known }
    let new = session.nextBookmarkID()
    bookmarkIDs[id] = new
    return new
  }

  mutating func bookmark(name: String) -> String {
    if let known = bookmarkNames[name] { return known }
    let new = session.bookmark(like: name)
    bookmarkNames[name] = new
    return new
  }

  mutating func note(_ id: String, _ kind: NoteKind) throws(Fault) -> String? {
    guard let notes = file.notes[kind], let note = notes.notes[id] else { return nil }
    guard allowsNotes else {
      imported.leaveNotes(of: part, in: session)
      return nil
    }
    let notesPart = try session.notesPart(kind)
    let outer = (story, part)
    (story, part) = (notes, notesPart)
    defer { (story, part) = outer }
    var bytes: [UInt8] = []
    try notes.write(notes.blocks(in: note), names: &self, into: &bytes)
    return String(session.addNote(bytes, kind))
  }

  func drawingID() -> String { String(session.nextDrawingID()) }

  mutating func shape(id: String) -> String {
    if let known = shapes[id] { return known }
    let new = session.nextShapeID()
    shapes[id] = new
    return new
  }

  func shape(kind: String) -> String { shapes[kind] ?? kind }

  mutating func membership(style: String) throws(Fault) -> StyleLists.Membership? {
    guard let own = file.styleLists[style], let new = try self.style(style) else { return nil }
    guard session.facts.styleIDs.contains(new) else {
      return try list(own.list).map { StyleLists.Membership(list: $0, level: own.level) }
    }
    guard let membership = session.facts.styleLists[new] else { return nil }
    let list: String?
    if let known = templateLists[membership.list] {
      list = known
    } else {
      list = try session.restartedList(membership.list)
      templateLists[membership.list] = list
    }
    return list.map { StyleLists.Membership(list: $0, level: membership.level) }
  }
}
