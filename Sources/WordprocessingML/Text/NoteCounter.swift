/// Numbers the notes of a document in reading order: footnotes and endnotes in one sequence, so that no number stands for two.
struct NoteCounter {
  /// A note that the text refers to.
  struct Reference {
    let id: String
    let isEndnote: Bool
    /// The number of the reference; empty where the author typed a mark of his own.
    let mark: String
  }

  /// The notes in reading order.
  private(set) var references: [Reference] = []
  private var count = 0
  /// The marks of the notes that were referred to.
  private var footnoteMarks: [String: String] = [:]
  private var endnoteMarks: [String: String] = [:]

  /// Takes in a reference, and returns its mark; that of the first one where there are more to one note, which is read once.
  mutating func refer(to id: String, isEndnote: Bool, hasOwnMark: Bool) -> String {
    if let known = isEndnote ? endnoteMarks[id] : footnoteMarks[id] { return known }
    if !hasOwnMark { count += 1 }
    let mark = hasOwnMark ? "" : String(count)
    if isEndnote { endnoteMarks[id] = mark } else { footnoteMarks[id] = mark }
    references.append(Reference(id: id, isEndnote: isEndnote, mark: mark))
    return mark
  }
}
