/// Counts the lines that a text takes in a column.
struct TextMeasure {
  /// Of the column, in twentieths of a point.
  let width: Int
  /// Of the font, in half-points.
  let size: Int

  /// At least one line; a line feed begins a new one.
  ///
  /// Programs break lines at other places, above all in addresses: the count is that of the one that breaks at spaces,
  /// hyphens and strokes, and inside a word only where the word alone is wider than the column.
  func lines(of text: String) -> Int {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + lines(inParagraph: $1) }
  }

  private func lines(inParagraph text: Substring.UnicodeScalarView) -> Int {
    // A half-point is ten twentieths of a point.
    let limit = width * TimesMetrics.unitsPerEm / max(1, size * 10)
    var lines = 1
    var used = 0
    var word = 0
    var spaces = 0
    func place() {
      if used > 0, used + spaces + word > limit {
        lines += 1
        used = 0
        spaces = 0
      }
      used += spaces + word
      spaces = 0
      word = 0
    }
    for scalar in text {
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
      if scalar == "-" || scalar == "/" || scalar == "?" || scalar == "–" { place() }
    }
    place()
    return lines
  }
}
