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

  /// Takes in a reference, and returns its mark.
  mutating func refer(to id: String, isEndnote: Bool, hasOwnMark: Bool) -> String {
    if !hasOwnMark { count += 1 }
    let mark = hasOwnMark ? "" : String(count)
    references.append(Reference(id: id, isEndnote: isEndnote, mark: mark))
    return mark
  }
}
