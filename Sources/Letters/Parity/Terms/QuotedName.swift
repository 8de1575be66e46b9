/// What stands in quotation marks in a text.
struct QuotedName: Sendable {
  /// The tokens between the marks.
  let tokens: Range<Int>
  /// UTF-8 offsets without the marks.
  let range: Range<Int>
  let text: String

  /// The quotations of a text, the outer ones of those that nest. A mark without its counterpart quotes nothing.
  static func all(in text: TokenizedText) -> [QuotedName] {
    var names: [QuotedName] = []
    var opened: [Int] = []
    for (index, token) in text.tokens.enumerated() where token.isQuote {
      let opens: Bool
      switch token.mark {
      case "«", "„": opens = true
      case "»": opens = false
      case "“": opens = opened.last.map { text.tokens[$0].text != "„" } ?? true
      case "”": opens = false
      default: opens = opened.last.map { text.tokens[$0].text != token.text } ?? true
      }
      if opens {
        opened.append(index)
      } else if let start = opened.popLast(), opened.isEmpty, start + 1 < index {
        let range = text.range(start + 1...index - 1)
        names.append(
          QuotedName(tokens: start + 1..<index, range: range, text: text.words(in: range)))
      }
    }
    return names
  }

  /// Whether it is written in Latin letters.
  var isLatin: Bool {
    let letters = text.unicodeScalars.filter(\.isLetterOfWord)
    return !letters.isEmpty && letters.allSatisfy { $0.value < 0x400 }
  }
}
