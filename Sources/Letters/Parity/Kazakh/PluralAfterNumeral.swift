import Diagnostics
import Language

/// G1: after a numeral a noun is singular: «3137 интернет-ресурсқа», not «3137 интернет-ресурстарға».
enum PluralAfterNumeral {
  static func findings(
    in paragraph: LetterParagraph, of language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    let text = paragraph.text
    var found: [TextFinding] = []
    for index in paragraph.body.indices where isNumeral(index, in: text.tokens) {
      if let finding = finding(after: index, in: text, knowledge.lexicons.kazakh) {
        found.append(finding)
      }
    }
    return found
  }

  private static func isNumeral(_ index: Int, in tokens: [TokenizedText.Token]) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .number:
      guard index > 0 else { return true }
      let before = tokens[index - 1]
      // «Office 365», «WebGL 2» are names.
      if before.kind == .word {
        return token.gap != .none && !before.text.unicodeScalars.contains { $0.isLatin }
      }
      return !before.isMark("№")
        && !(token.gap == .none && (before.isHyphen || before.kind == .mark && before.text != "("))
    case .word:
      guard KazakhWords.numbers.contains(token.lowercased) else { return false }
      return index == 0
        || tokens[index - 1].kind != .number
          && !KazakhWords.numbers.contains(tokens[index - 1].lowercased)
    case .address, .mark: return false
    }
  }

  private static func finding(
    after numeral: Int, in text: TokenizedText, _ lexicon: ReadingLexicon
  ) -> TextFinding? {
    let tokens = text.tokens
    var index = numeral + 1
    // The same number in words: 30 (отыз) күн.
    if index < tokens.count, tokens[index].isMark("(") {
      guard let end = tokens[index...].prefix(8).firstIndex(where: { $0.isMark(")") }) else {
        return nil
      }
      index = end + 1
    }
    while index < tokens.count, KazakhWords.numbers.contains(tokens[index].lowercased) {
      index += 1
    }
    for noun in index..<min(index + 4, tokens.count) {
      let token = tokens[noun]
      guard token.kind == .word, token.gap != .none, token.gap != .line,
        !token.lowercased.hasPrefix("жыл") || token.lowercased == "жылу"
      else { return nil }
      if let plural = KazakhNounForm(plural: token.lowercased, lexicon) {
        guard !(isOneOfSeveral(numeral, in: tokens) && KazakhWords.numbered.contains(plural.stem))
        else { return nil }
        return finding(plural, noun, numeral, in: text, lexicon)
      }
      guard isModifier(token.lowercased, lexicon) else { return nil }
    }
    return nil
  }

  /// «1, 2 топтар», «4 және 5 тармақтар»: numbers of things in a row, not how many they are.
  private static func isOneOfSeveral(_ numeral: Int, in tokens: [TokenizedText.Token]) -> Bool {
    guard numeral > 1, tokens[numeral - 2].kind == .number else { return false }
    let link = tokens[numeral - 1]
    return link.kind == .mark || ["және", "мен", "пен", "бен", "немесе"].contains(link.lowercased)
  }

  private static func isModifier(_ word: String, _ lexicon: ReadingLexicon) -> Bool {
    if KazakhWords.modifiers.contains(word) { return true }
    if KazakhNouns.contains(word, lexicon) { return false }
    if word.hasAnySuffix(["лық", "лік", "дық", "дік", "тық", "тік"]) {
      return !KazakhWords.measures.contains(String(word.dropLast(3)))
    }
    return word.hasAnySuffix(["сыз", "сіз", "лған", "лген", "нған", "нген", "лы", "лі"])
  }

  private static func finding(
    _ plural: KazakhNounForm, _ noun: Int, _ numeral: Int, in text: TokenizedText,
    _ lexicon: ReadingLexicon
  ) -> TextFinding {
    let tokens = text.tokens
    var last = noun
    var right = plural.with(Array(plural.suffixes.dropFirst()), lexicon)
    if noun + 2 < tokens.count,
      ["мен", "пен", "бен", "және"].contains(tokens[noun + 1].lowercased),
      let second = KazakhNounForm(plural: tokens[noun + 2].lowercased, lexicon)
    {
      last = noun + 2
      let link =
        tokens[noun + 1].lowercased == "және"
        ? "және" : Kazakh.particle(.with, after: right, lexicon: lexicon)
      right += " \(link) " + second.with(Array(second.suffixes.dropFirst()), lexicon)
    }
    let count = text.words(in: tokens[numeral].range)
    let words = text.words(in: text.range(noun...last))
    return TextFinding(
      "G1",
      Message(
        kk: "сан есімнен кейінгі зат есім көпше түрде тұр: `\(count)` – `\(words)`",
        ru:
          "существительное после числительного стоит во множественном числе: `\(count)` – `\(words)`",
        en: "a noun after a numeral is in the plural: `\(count)` – `\(words)`"),
      at: text.range(noun...last), hint: .write(right))
  }
}
