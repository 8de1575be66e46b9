import Testing

@testable import Letters

/// The quick answers about words are those of the standard library, which a substring still gets.
struct PlainStringsTests {
  private static let pieces = [
    "и", "й", "и\u{306}", "\u{306}", "а", "е\u{308}", "ё", "қ", "К", "«", "-", "№", "\u{AD}", " ",
    "É", "E\u{301}", "\u{212A}", "K", "\u{483}", "\u{200D}", "ң", "ж",
  ]

  /// Every text of up to three pieces.
  private static var texts: [String] {
    let pairs = pieces.flatMap { first in pieces.map { first + $0 } }
    return [""] + pieces + pairs + pieces.map { "жи" + $0 + "а" }
  }

  @Test("a word with a stress, or with a letter in two parts, is taken for another")
  func agreesWithTheLibrary() {
    let texts = Self.texts
    var others: [(String, String)] = []
    for text in texts {
      let whole = Substring(text)
      for other in texts
      where (text == other) != (whole == Substring(other))
        || text.hasPrefix(other) != whole.hasPrefix(other)
        || text.hasSuffix(other) != whole.hasSuffix(other)
      {
        others.append((text, other))
      }
    }
    #expect(others.isEmpty)
  }
}
