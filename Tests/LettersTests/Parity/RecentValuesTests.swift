import Testing

@testable import Letters

struct RecentValuesTests {
  @Test("a constant paragraph is read again for each letter, or memory grows with an export")
  func keepsWhatIsAskedFor() {
    let values = RecentValues<TextKey, Int>(limit: 4)
    var made: [String] = []
    func value(_ text: String) -> Int {
      values.value(of: TextKey(text)) {
        made.append(text)
        return text.utf8.count
      }
    }
    for number in 0..<40 {
      #expect(value("constant") == 8)
      #expect(value("letter \(number)") == "letter \(number)".utf8.count)
    }
    #expect(made.count { $0 == "constant" } == 1)
    _ = value("letter 0")
    #expect(made.count { $0 == "letter 0" } == 2)
  }

  @Test("a text is taken for one that looks alike, in which the same words stand at other offsets")
  func tellsBytesApart() {
    #expect(TextKey("й") != TextKey("и\u{306}"))
    #expect(TextKey("й") == TextKey("й"))
  }

  @Test(
    "long paragraphs of documents that somebody compares stay in memory, or drive all others out")
  func keepsNoMoreThanItMay() {
    let values = RecentValues<TextKey, Int>(limit: 1000, bytes: \.bytes)
    var made = 0
    func value(_ text: String) {
      _ = values.value(of: TextKey(text)) {
        made += 1
        return 0
      }
    }
    let long = String(repeating: "ұ", count: 100_000)
    for _ in 0..<3 { value(long) }
    #expect(made == 3)
    made = 0
    value("short")
    let middle = String(repeating: "ұ", count: 10_000)
    for number in 0..<400 { value(middle + "\(number)") }
    value("short")
    #expect(made == 402, "what was not asked for while eight megabytes came is kept")
  }
}
