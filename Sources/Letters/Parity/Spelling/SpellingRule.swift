import Diagnostics

/// Words that are spelled as no word is, where another is one letter away (`O1`).
enum SpellingRule {
  /// The words of a letter that are slips; `other` is the same letter in the other language, which may have the same loans.
  static func findings(
    in letter: FinishedLetter, beside other: FinishedLetter?, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    guard let checker = knowledge.spelling else { return [] }
    var counts: [String: Int] = [:]
    for paragraph in letter.paragraphs {
      for token in paragraph.text.tokens where token.isWord {
        counts[token.lowercased, default: 0] += 1
      }
    }
    var candidates: [(paragraph: LetterParagraph, token: TokenizedText.Token)] = []
    for paragraph in letter.ownParagraphs {
      for (index, token) in paragraph.text.tokens.enumerated()
      // Who types a word twice in the same way means it.
      where counts[token.lowercased] == 1 && isWord(at: index, of: paragraph, letter.language) {
        candidates.append((paragraph, token))
      }
    }
    let rejected = candidates.filter { !checker.accepts($0.token.lowercased, in: letter.language) }
    // So many slips are none: the text is of another language, or of a trade with words of its own.
    guard !rejected.isEmpty, rejected.count < 6 || rejected.count * 8 < candidates.count else {
      return []
    }
    let loans = letter.language == .kk ? other.map(loanStems) ?? [] : []
    return rejected.compactMap { paragraph, token in
      let word = token.lowercased
      // The same unknown stem with another ending, here or in the other original, is meant as well.
      guard
        !counts.keys.contains(where: {
          $0 != word && sharesStem($0, word) && !checker.accepts($0, in: letter.language)
        }), loans.isEmpty || !checker.isLoan(word, from: loans)
      else { return nil }
      return checker.neighbour(of: word, in: letter.language)
        .map { (paragraph.index, finding(token, $0)) }
    }
  }

  /// Whether two words differ in their endings at most.
  private static func sharesStem(_ left: String, _ right: String) -> Bool {
    guard left.utf8.prefix(10).elementsEqual(right.utf8.prefix(10)) else { return false }
    let common = zip(left, right).prefix { $0 == $1 }.count
    return common > 4 && common >= min(left.count, right.count) - 4
  }

  private static func loanStems(of letter: FinishedLetter) -> Set<String> {
    var stems: Set<String> = []
    for paragraph in letter.ownParagraphs {
      for token in paragraph.text.tokens where token.isCyrillic && token.length > 4 {
        stems.insert(SpellChecker.loanStem(token.lowercased))
      }
    }
    return stems
  }

  /// Whether a token is a word that a dictionary could have: no name, abbreviation, ending, or word of the other language.
  private static func isWord(
    at index: Int, of paragraph: LetterParagraph, _ language: LetterLanguage
  ) -> Bool {
    let tokens = paragraph.text.tokens
    let token = tokens[index]
    guard token.isCyrillic, token.length > 3, !token.isAbbreviation else { return false }
    if token.isCapitalized {
      guard isFirst(index, of: paragraph), token.text.dropFirst() == token.lowercased.dropFirst(),
        let next = paragraph.token(after: index), !next.isCapitalized, !next.isMark("."),
        !next.isMark("»")
      else { return false }
    } else if !token.isLowercase {
      return false
    }
    if index > 0, tokens[index - 1].dash != nil, token.gap == .none { return false }
    if token.length < 6, let next = paragraph.token(after: index), next.isMark("."),
      next.gap == .none,
      index + 2 < tokens.count
    {
      return false
    }
    return language == .kk
      || !LanguageSigns.isKazakh(token.lowercased) && !isInKazakhName(index, of: paragraph)
  }

  /// Whether the word stands in quotation marks together with a Kazakh one: «Еркін сапар».
  private static func isInKazakhName(_ index: Int, of paragraph: LetterParagraph) -> Bool {
    let tokens = paragraph.text.tokens
    guard let open = tokens[..<index].lastIndex(where: { $0.isMark("«") }),
      !tokens[open..<index].contains(where: { $0.isMark("»") })
    else { return false }
    return tokens[open...].prefix { !$0.isMark("»") }
      .contains { $0.isWord && LanguageSigns.isKazakh($0.lowercased) }
  }

  private static func isFirst(_ index: Int, of paragraph: LetterParagraph) -> Bool {
    switch paragraph.requisite {
    case .text, .listItem, .heading: paragraph.sentences.contains { $0.lowerBound == index }
    default: false
    }
  }

  private static func finding(_ token: TokenizedText.Token, _ better: String) -> TextFinding {
    let right = token.isCapitalized ? better.prefix(1).uppercased() + better.dropFirst() : better
    return TextFinding(
      "O1",
      Message(
        kk: "`\(token.text)`: мұндай сөз табылмады, емлесін тексеріңіз",
        ru: "`\(token.text)`: такого слова не нашлось, проверьте написание",
        en: "`\(token.text)`: no such word was found, check the spelling"), severity: .warning,
      at: token.range,
      hint: Message(
        kk: "мүмкін, `\(right)`?", ru: "возможно, `\(right)`?", en: "perhaps `\(right)`?"))
  }
}
