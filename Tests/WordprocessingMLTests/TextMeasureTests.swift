import Testing

@testable import WordprocessingML

/// How many lines a text takes, on which the number of an annex's sheets depends.
@Suite struct TextMeasureTests {
  /// Ten centimetres, twelve points.
  private let column = TextMeasure(width: 5670, size: 24)

  @Test("A long address would be taken for shorter than it is laid out")
  func lines() {
    #expect(column.lines(of: "") == 1)
    #expect(column.lines(of: "https://casino.example/") == 1)
    #expect(column.lines(of: "бір\nекі") == 2)
    // A letter that is as wide as half of the font's height: 47 of them are 282 points, and 48 are 288.
    #expect(column.lines(of: String(repeating: "x", count: 47)) == 1)
    #expect(column.lines(of: String(repeating: "x", count: 48)) == 2)
    #expect(column.lines(of: String(repeating: "x", count: 300)) == 7)
    #expect(
      TextMeasure(width: 1531, size: 24).lines(of: "Дата внесения") == 1
        && TextMeasure(width: 1531, size: 24, isBold: true).lines(of: "Дата внесения") == 2)
    // Words go over to the next line whole, also those behind a stroke or a hyphen.
    let word = String(repeating: "x", count: 30)
    #expect(column.lines(of: "\(word) \(word) \(word)") == 3)
    #expect(column.lines(of: "\(word)/\(word)-\(word)") == 3)
    #expect(column.lines(of: "\(word)\u{2011}xxx") == 1)
  }

  @Test("A column without width would never end")
  func noWidth() {
    #expect(TextMeasure(width: 0, size: 24).lines(of: "https://a/") >= 1)
    #expect(TextMeasure(width: -100, size: 0).lines(of: "abc") >= 1)
  }
}
