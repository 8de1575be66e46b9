import TestSupport
import Testing

@testable import Register

@Suite struct WordSearchTests {
  @Test("A record would not be found by its words, or be found by words that it does not have")
  func asTheStandardLibrary() {
    var generator = SeededGenerator(seed: 2021)
    // All of Cyrillic, and what a text may have beside it: other scripts, accents that join, pairs of one letter, nothing.
    let cyrillic = (0x400...0x4FF).compactMap { Unicode.Scalar($0).map(Character.init) }
    let others: [Character] = [
      "a", "Z", "0", " ", "«", "»", "№", "–", "ё", "é", "İ", "ß", "Ω", "中", "😀", "\u{301}",
      "и\u{306}",
      "\u{200D}", "\r\n", "\u{A0}",
    ]
    func letters(_ count: Int) -> String {
      String(
        (0..<count).map { _ in
          (Bool.random(using: &generator) ? cyrillic : others)
            .randomElement(using: &generator) ?? " "
        })
    }
    for _ in 0..<20_000 {
      let text = letters(Int.random(in: 0...12, using: &generator))
      let start = text.indices.randomElement(using: &generator) ?? text.startIndex
      let found = text[start...].prefix(Int.random(in: 0...4, using: &generator)).lowercased()
      let word = Bool.random(using: &generator) ? found : letters(2).lowercased()
      #expect(
        WordSearch.contains(text, word) == text.lowercased().contains(word), "\(word) in \(text)")
    }
  }

  @Test("Kazakh words would be found only as they are written")
  func kazakh() {
    #expect(WordSearch.contains("«Ұлы Дала Қазынасы» казиносы", "қазына"))
    #expect(WordSearch.contains("ІІМ ұсынған ӘДІСКЕР", "әдіскер"))
    #expect(!WordSearch.contains("Қазына", "казына"))
    #expect(WordSearch.contains("", ""))
    #expect(!WordSearch.contains("а", "аа"))
  }
}
