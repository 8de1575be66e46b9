import XML

/// The notes that a text refers to, in reading order.
struct Notes {
  struct Note: Hashable {
    var id: String
    var isEndnote: Bool
  }

  var list = Interned<Note>()
  /// The number of each among those of its kind.
  var labels: [String] = []
  var footnotes = 0
  var endnotes = 0
  /// The note that is being written, and whether its number was.
  var current: Int?
  var isLabelled = false

  /// The note's own number, once.
  mutating func backReference() -> String? {
    guard let current, !isLabelled else { return nil }
    isLabelled = true
    return "<a href=\"#r\(current + 1)\">\(labels[current])</a>"
  }
}

extension HTMLReader {
  /// The mark that refers to a note.
  mutating func reference(_ node: XMLTree.NodeID, isEndnote: Bool) -> String? {
    guard let id = tree.attribute("id", of: node) else { return nil }
    let number = notes.list.number(of: Notes.Note(id: id, isEndnote: isEndnote))
    let isNew = number == notes.labels.count
    if isNew {
      let hasOwnMark = tree.isTrue("customMarkFollows", of: node)
      if hasOwnMark {
        notes.labels.append("")
      } else if isEndnote {
        notes.endnotes += 1
        notes.labels.append(NumberFormat.lowerRoman.text(of: notes.endnotes))
      } else {
        notes.footnotes += 1
        notes.labels.append(String(notes.footnotes))
      }
    }
    let anchor = isNew ? " id=\"r\(number + 1)\"" : ""
    output.isVisible = true
    return "<a\(anchor) href=\"#n\(number + 1)\">\(notes.labels[number])</a>"
  }

  /// Writes the notes that were referred to, those in notes among them.
  mutating func readNotes() {
    guard !notes.labels.isEmpty else { return }
    let footnotes = document.footnotes.map { ($0, $0.notes) }
    let endnotes = document.endnotes.map { ($0, $0.notes) }
    let outer = source
    output += "<section class=\"notes\">\n"
    var index = 0
    while index < notes.labels.count {
      defer { index += 1 }
      let note = notes.list[index]
      guard let (story, nodes) = note.isEndnote ? endnotes : footnotes, let node = nodes[note.id]
      else { continue }
      if source.part != story.part { source = Self.source(story, of: document) }
      output += "<div id=\"n\(index + 1)\">"
      notes.current = index
      notes.isLabelled = false
      read(node, in: Flow(width: pages.section.textWidth))
      output += "</div>\n"
    }
    notes.current = nil
    source = outer
    output += "</section>\n"
  }
}
