import Diagnostics

/// The way back from the place of a finding to the paragraph of a letter.
struct LetterPlaces {
  private struct Key: Hashable {
    let part: String?
    let paragraph: Int
  }

  private let letter: FinishedLetter
  private var indices: [Key: Int] = [:]

  init(_ letter: FinishedLetter) {
    self.letter = letter
    for paragraph in letter.paragraphs {
      switch paragraph.source {
      case .lines: indices[Key(part: nil, paragraph: paragraph.index + 1)] = paragraph.index
      case .document(let part, let numbers):
        for number in numbers { indices[Key(part: part, paragraph: number)] = paragraph.index }
      }
    }
  }

  /// The paragraph that a place is in, and its words there as UTF-8 offsets; `nil` if it is in none.
  func location(of place: Place) -> (paragraph: Int, range: Range<Int>)? {
    guard place.language == letter.language.rawValue, let number = place.paragraph,
      let index = indices[Key(part: place.part, paragraph: number)]
    else { return nil }
    let paragraph = letter.paragraphs[index]
    let length = paragraph.text.text.utf8.count
    var start = 0
    if case .document(_, let numbers) = paragraph.source, numbers.count > 1,
      let cell = numbers.firstIndex(of: number)
    {
      let cells = paragraph.text.text.split(separator: "\t", omittingEmptySubsequences: false)
      // A place that spans the row keeps the row's own offsets.
      if place.excerpt != paragraph.text.text {
        start = cells.prefix(cell).reduce(0) { $0 + $1.utf8.count + 1 }
      }
    }
    let lower = min(start + place.marked.lowerBound, length)
    return (index, lower..<min(max(start + place.marked.upperBound, lower), length))
  }
}
