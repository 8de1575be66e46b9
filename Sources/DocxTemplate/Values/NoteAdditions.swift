import Jinja
import OfficePackage
import XML

/// The footnotes and endnotes that a rendering adds to a document.
struct NoteAdditions {
  /// The parts of notes, and those that were made because the template has none.
  private(set) var parts: [NoteKind: Uniqueness.Notes]
  private(set) var made: [NoteKind: [UInt8]] = [:]
  /// The notes of each kind in the order in which they were added.
  private(set) var markup: [NoteKind: [UInt8]] = [:]

  init(_ parts: [NoteKind: Uniqueness.Notes]) { self.parts = parts }

  mutating func add(_ note: [UInt8], _ kind: NoteKind) { markup[kind, default: []] += note }

  mutating func make(_ kind: NoteKind, part: String, _ bytes: [UInt8]) {
    parts[kind] = Uniqueness.Notes(part: part, prefix: "w:", last: 0)
    made[kind] = bytes
  }
}

extension RenderSession {
  /// The part with the notes of a kind, which is made where the template has none.
  func notesPart(_ kind: NoteKind) throws(Fault) -> String {
    if let known = notes.parts[kind] { return known.part }
    let bytes = Self.emptyPart(kind, namespace: namespaces.word)
    return try damaged { () throws(OfficePackageError) in
      let part = try add(kind.relationship, bytes)
      notes.make(kind, part: part, bytes)
      return part
    }
  }

  /// Adds a note of these paragraphs and tables, and returns its number.
  func addNote(_ blocks: [UInt8], _ kind: NoteKind) -> Int {
    let number = numbers.newNote(kind)
    let name = "w:\(kind.rawValue)"
    let start = "<\(name) xmlns:w=\"\(namespaces.word)\" w:id=\"\(number)\">"
    let content = blocks.isEmpty ? Array("<w:p/>".utf8) : blocks
    notes.add(Array(start.utf8) + content + Array("</\(name)>".utf8), kind)
    return number
  }

  /// Gives every reference to a note that a loop has repeated a note of its own, and puts the notes of other documents behind those of the template; `rendered` are the parts of notes that were filled.
  func finishNotes(_ rendered: [NoteKind: [UInt8]]) throws(OfficePackageError) {
    for kind in NoteKind.allCases {
      let added = notes.markup[kind] ?? []
      guard let known = notes.parts[kind], numbers.copies(notes: kind) || !added.isEmpty else {
        continue
      }
      var bytes = rendered[kind] ?? notes.made[kind] ?? []
      if bytes.isEmpty {
        // What the copies are found by is written as this project writes it, whoever wrote the part.
        bytes = try edit.package.tree(of: known.part).serialized()
      }
      try edit.replace(
        known.part, bytes: numbers.notes(bytes, kind, prefix: known.prefix, adding: added))
    }
    try nameSeparators()
  }

  /// The numbers of what stands between the text and the notes, and of the same where notes go on from the page before.
  private static let separators = [("separator", -1), ("continuationSeparator", 0)]

  /// A part of nothing but what stands between the text and the notes.
  private static func emptyPart(_ kind: NoteKind, namespace: String) -> [UInt8] {
    let notes = separators.map { name, number in
      """
      <w:\(kind.rawValue) w:type="\(name)" w:id="\(number)"><w:p><w:pPr>\
      <w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:\(name)/></w:r></w:p></w:\(kind.rawValue)>
      """
    }
    let root = "w:\(kind.relationship)"
    return Array(
      "\(XMLTree.declaration)<\(root) xmlns:w=\"\(namespace)\">\(notes.joined())</\(root)>".utf8)
  }

  /// Names the separators of the parts that were made in the settings of the document, where it has any.
  private func nameSeparators() throws(OfficePackageError) {
    let made = NoteKind.allCases.filter { notes.made[$0] != nil }
    guard !made.isEmpty else { return }
    let link = try edit.package.relationships(of: facts.mainPart)
      .first { $0.kind == "settings" && !$0.isExternal }
    guard let part = link.flatMap({ edit.package.partName($0.target) }) else { return }
    let settings = NoteSettings(try edit.package.tree(of: part))
    let separators = Self.separators.map(\.1)
    try edit.replace(part, bytes: settings.serialized(naming: separators, of: made))
  }
}
