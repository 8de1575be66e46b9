import Diagnostics

/// G7 on Kazakh text: words written twice, and joining words that join nothing.
enum KazakhRepetition {
  static func findings(
    in paragraph: LetterParagraph, of language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    let text = paragraph.text
    let tokens = text.tokens
    var found: [TextFinding] = []
    var index = paragraph.bodyStart + 1
    while index < tokens.count {
      defer { index += 1 }
      guard isWord(index, in: tokens), tokens[index].gap != .none else { continue }
      let word = tokens[index].lowercased
      let before = tokens[index - 1]
      if before.kind == .word, before.lowercased == word, word.unicodeScalars.count > 1,
        tokens[index].gap != .line, !reduplicated.contains(word)
      {
        found.append(twice(text, (index - 1)...index))
      } else if index + 2 < tokens.count, isWord(index - 1, in: tokens),
        isWord(index + 1, in: tokens),
        tokens[index + 1].lowercased == before.lowercased, tokens[index + 2].lowercased == word,
        isWord(index + 2, in: tokens), before.lowercased != word, word.unicodeScalars.count > 3,
        before.text.unicodeScalars.count > 3
      {
        found.append(twice(text, (index - 1)...(index + 2)))
        index += 2
      } else if before.kind == .word, isStray(after: before.lowercased, word) {
        found.append(stray(text, (index - 1)...index))
      } else if KazakhWords.nominativePostpositions.contains(word), opens(index, paragraph) {
        found.append(stray(text, index...index))
      }
    }
    return found
  }

  private static func isWord(_ index: Int, in tokens: [TokenizedText.Token]) -> Bool {
    tokens[index].kind == .word
  }

  /// Words that are said twice for emphasis.
  private static let reduplicated: WordSet = [
    "бір", "көп", "қайта", "тағы", "жиі", "әр", "тез", "ақырын", "анда", "мың", "жүз", "млн", "да",
    "де",
  ]

  /// Two joining words, or two postpositions, side by side.
  private static func isStray(after first: String, _ second: String) -> Bool {
    switch (first, second) {
    case ("мен", "және"), ("пен", "және"), ("бен", "және"), ("және", "пен"), ("және", "бен"),
      ("және", "немесе"), ("немесе", "және"):
      return true
    default:
      return KazakhWords.postpositions.contains(first)
        && KazakhWords.nominativePostpositions.contains(second)
    }
  }

  /// Whether a postposition stands where nothing is before it.
  private static func opens(_ index: Int, _ paragraph: LetterParagraph) -> Bool {
    let before = paragraph.text.tokens[index - 1]
    return before.isMark("(") && !paragraph.text.tokens[index].isCapitalized
  }

  private static func twice(_ text: TokenizedText, _ range: ClosedRange<Int>) -> TextFinding {
    let words = text.words(in: text.range(range))
    let half = range.lowerBound + range.count / 2 - 1
    return TextFinding(
      "G7",
      Message(
        kk: "сөз екі рет жазылған: `\(words)`", ru: "слово написано дважды: `\(words)`",
        en: "written twice: `\(words)`"), at: text.range(range),
      hint: .write(text.words(in: text.range(range.lowerBound...half))))
  }

  private static func stray(_ text: TokenizedText, _ range: ClosedRange<Int>) -> TextFinding {
    let words = text.words(in: text.range(range))
    return TextFinding(
      "G7",
      Message(
        kk: "артық шылау: `\(words)`", ru: "лишнее служебное слово: `\(words)`",
        en: "a stray joining word: `\(words)`"), at: text.range(range))
  }
}
