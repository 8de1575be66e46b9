/// The numbers and names that must be unique in a document, while loops repeat what carries them.
///
/// One for each document, used by one thread; shared by the outputs of its parts.
final class UniqueNumbers {
  /// A footnote or endnote that is referred to once more.
  struct NoteCopy: Hashable {
    let kind: NoteKind
    let original: Int
    let copy: Int
  }

  var lists = ListNumbers()
  private(set) var noteCopies: [NoteCopy] = []
  private var bookmarkNames: Set<String> = []
  private var met: Set<String> = []
  private var notes: [NoteKind: (seen: Set<Int>, last: Int)]

  /// - Parameter lastNotes: The highest numbers of the template's notes.
  init(lastNotes: [NoteKind: Int]) { notes = lastNotes.mapValues { ([], $0) } }

  /// A name for a bookmark: the first of a name keeps it.
  func bookmark(_ name: String) -> String {
    var unique = name
    while !bookmarkNames.insert(unique.lowercased()).inserted {
      // Each copy begins with the number after the last one's: many copies take no quadratic time.
      let number = copies[name, default: 2]
      copies[name] = number + 1
      // Word knows no names of more than 40 characters.
      unique = "\(name.prefix(32))_\(number)"
    }
    return unique
  }

  private var copies: [String: Int] = [:]

  /// Whether what is numbered so within a part is met for the first time.
  func isFirst(_ number: Int, in part: String) -> Bool { met.insert("\(number) \(part)").inserted }

  /// The number of the note that a reference leads to: each further reference gets a note of its own.
  func note(_ original: Int, _ kind: NoteKind) -> Int {
    var known = notes[kind] ?? ([], 0)
    defer { notes[kind] = known }
    if known.seen.insert(original).inserted { return original }
    known.last = max(known.last, original) + 1
    noteCopies.append(NoteCopy(kind: kind, original: original, copy: known.last))
    return known.last
  }

  /// A number for a note that is added.
  func newNote(_ kind: NoteKind) -> Int {
    notes[kind, default: ([], 0)].last += 1
    return notes[kind]?.last ?? 0
  }
}

extension UniqueNumbers {
  /// Whether references to notes of a kind were repeated.
  func copies(notes kind: NoteKind) -> Bool { noteCopies.contains { $0.kind == kind } }
}

/// Footnotes and endnotes.
enum NoteKind: String, Hashable, Sendable, CaseIterable {
  case footnote, endnote

  /// The kind of the notes that elements of this name refer to.
  init?(reference name: String) {
    guard name.hasSuffix("Reference") else { return nil }
    self.init(rawValue: String(name.dropLast("Reference".count)))
  }

  /// The kind of the relationship to their part.
  var relationship: String { rawValue + "s" }
}

extension UniqueNumbers {
  /// The part of the notes with those that are referred to more than once copied, and with `added` behind them.
  func notes(
    _ bytes: [UInt8], _ kind: NoteKind, prefix: String, adding added: [UInt8]
  ) -> [UInt8] {
    let copies = noteCopies.filter { $0.kind == kind }
    var ranges: [Int: Range<Int>] = [:]
    var scanner = MarkupScanner(bytes)
    var open: (id: Int, start: Int)?
    var end = bytes.count
    while true {
      let start = scanner.offset
      guard let item = scanner.next() else { break }
      switch item {
      case .start(prefix + kind.rawValue, _, let tag):
        open = scanner.attribute(prefix + "id", of: tag).flatMap { Int($0) }.map { ($0, start) }
      case .end(prefix + kind.rawValue):
        if let note = open { ranges[note.id] = note.start..<scanner.offset }
      case .end(prefix + kind.relationship): end = start
      default: continue
      }
    }
    var result = Array(bytes[..<end])
    for copy in copies {
      guard let range = ranges[copy.original] else { continue }
      let note = Array(bytes[range])
      let old = Array("\(prefix)id=\"\(copy.original)\"".utf8)
      guard let place = note.indices.first(where: { note[$0...].starts(with: old) }) else {
        continue
      }
      result += note[..<place]
      result += "\(prefix)id=\"\(copy.copy)\"".utf8
      result += note[(place + old.count)...]
    }
    return result + added + bytes[end...]
  }
}
