/// Counts the lines that a text takes in a column.
struct TextMeasure {
  /// Of the column, in twentieths of a point.
  let width: Int
  /// Of the font, in half-points.
  let size: Int
  var isBold = false

  /// At least one line; a line feed begins a new one.
  ///
  /// Programs break lines at other places, above all in addresses: the count is that of the one that breaks at spaces,
  /// hyphens and strokes, and inside a word only where the word alone is wider than the column.
  func lines(of text: String) -> Int {
    let scalars = text.unicodeScalars
    guard text.holds({ $0 == 0x0A }) else { return lines(inParagraph: scalars[...]) }
    return scalars.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + lines(inParagraph: $1) }
  }

  private func lines(inParagraph text: Substring.UnicodeScalarView) -> Int {
    // A half-point is ten twentieths of a point.
    let limit =
      width * TimesMetrics.unitsPerEm / max(1, size * 10) * 100
      / (isBold ? TimesMetrics.boldPercent : 100)
    var lines = 1
    var used = 0
    var word = 0
    var spaces = 0
    /// Puts the word on the line, or on the next one where it does not fit with what must stand behind it.
    func place(before next: Int = 0) {
      if used > 0, used + spaces + word + next > limit {
        lines += 1
        used = 0
        spaces = 0
      }
      used += spaces + word
      spaces = 0
      word = 0
    }
    var scalars = text.makeIterator()
    var following = scalars.next()
    while let scalar = following {
      following = scalars.next()
      let width = TimesMetrics.width(of: scalar)
      if scalar == " " {
        place()
        spaces += width
        continue
      }
      // The word is wider than a whole line: it goes on below.
      if word > 0, word + width > limit {
        place()
        lines += 1
        used = 0
      }
      word += width
      // LibreOffice leaves a part of a word on a line only where a letter of the next part would fit as well.
      if Self.mayBreak(after: scalar), let following, following != " " {
        place(before: TimesMetrics.width(of: following))
      }
    }
    place()
    return lines
  }

  /// Whether a line may end behind a character inside a word.
  private static func mayBreak(after scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "/", "?", "–": true
    default: false
    }
  }
}
