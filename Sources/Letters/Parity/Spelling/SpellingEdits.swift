/// What a word may have been before a slip of the fingers, the likeliest first.
struct SpellingEdits {
  private let letters: [Unicode.Scalar]

  init(_ word: String) { letters = Array(word.unicodeScalars) }

  private static let alphabet = Array("аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяё".unicodeScalars)

  var all: [String] {
    var edits: [String] = []
    edits.reserveCapacity(letters.count * 90)
    for index in letters.indices.dropLast() where letters[index] != letters[index + 1] {
      edits.append(spelled { $0.swapAt(index, index + 1) })
    }
    for index in letters.indices { edits.append(spelled { $0.remove(at: index) }) }
    for index in 0...letters.count {
      for letter in Self.alphabet { edits.append(spelled { $0.insert(letter, at: index) }) }
    }
    for index in letters.indices {
      for letter in Self.alphabet where letter != letters[index] {
        edits.append(spelled { $0[index] = letter })
      }
    }
    return edits
  }

  private func spelled(_ edit: (inout [Unicode.Scalar]) -> Void) -> String {
    var edited = letters
    edit(&edited)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: edited)
    return String(view)
  }
}
