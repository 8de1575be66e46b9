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

  @Test(
    "a word of a list is not found in a letter that composes it otherwise, or another is taken for it"
  )
  func listsAgreeWithTheLibrary() {
    let texts = Self.texts
    for step in [2, 3, 7] {
      let words = stride(from: 0, to: texts.count, by: step).map { texts[$0] }
      // One list of composed words, and one with others among them.
      for words in [words.filter { Bytes.isPlain($0) }, words] {
        let list = WordSet(words)
        let library = Set(words)
        #expect(texts.filter { list.contains($0) != library.contains($0) } == [])
        let some = Array(words.prefix(40))
        #expect(texts.filter { some.contains($0) != Set(some).contains($0) } == [])
      }
    }
  }
}

extension Bytes {
  /// Whether no letter of a text is composed with others.
  fileprivate static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { isPlain($0) } ?? false
  }
}
