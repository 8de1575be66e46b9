import Diagnostics

/// A word that one original quotes and the other, which quotes it elsewhere, does not (`Y1`).
struct QuoteComparison {
  private let comparison: TermComparison

  init(_ comparison: TermComparison) { self.comparison = comparison }

  func findings() -> [Diagnostic] {
    LetterLanguage.allCases.flatMap { language -> [Diagnostic] in
      let other: LetterLanguage = language == .kk ? .ru : .kk
      return comparison.letters[other].paragraphs.flatMap { paragraph -> [Diagnostic] in
        guard paragraph.requisite.isRunningText,
          let block = comparison.pairs.block(of: paragraph.index, in: other)
        else { return [] }
        return findings(language, in: paragraph, other, block)
      }
    }
  }

  /// The words of a paragraph that stand without quotes where the original in `language` has them.
  private func findings(
    _ language: LetterLanguage, in paragraph: LetterParagraph, _ other: LetterLanguage, _ block: Int
  ) -> [Diagnostic] {
    let quoted = comparison.letters.blocks[block][language].flatMap { own in
      comparison[language].quotes[own.index].map { (own, $0) }
    }
    guard !quoted.isEmpty else { return [] }
    let tokens = paragraph.text.tokens
    let names = comparison[other].quotes[paragraph.index]
    var reported: Set<Range<Int>> = []
    return quoted.compactMap { own, name -> Diagnostic? in
      guard name.tokens.count == 1, name.text.count > 4,
        names.count(where: { isSame(name.text, language, $0.text) })
          < quoted.count(where: { isSame(name.text, $0.1.text, language) }),
        let word = tokens.indices.first(where: { index in
          tokens[index].kind == .word && isSame(name.text, language, tokens[index].text)
            && !names.contains { $0.tokens.contains(index) }
        }),
        quotes(name.text, language, in: other)
          || isOnlyName(name.text, tokens[word], language, other),
        reported.insert(tokens[word].range).inserted
      else { return nil }
      let text = tokens[word].text
      return Diagnostic(
        "Y1",
        Message(
          kk: "`\(text)` тырнақшасыз, ал екінші тілдегі хатта `«\(name.text)»` тырнақшада",
          ru: "`\(text)` без кавычек, а в письме на другом языке `«\(name.text)»` в кавычках",
          en: "`\(text)` has no quotation marks, while the other letter has `«\(name.text)»`"),
        severity: .warning,
        at: [
          comparison.letters[other].place(of: tokens[word].range, in: paragraph),
          comparison.letters[language].place(of: name.range, in: own),
        ],
        hint: .write("«\(text)»"))
    }
  }

  /// Whether a letter has the word in quotes anywhere.
  private func quotes(
    _ text: String, _ language: LetterLanguage, in other: LetterLanguage
  ) -> Bool {
    comparison[other].quotes.contains { names in
      names.contains { isSame(text, language, $0.text) }
    }
  }

  /// Whether a word stands once in each letter, with a capital as names have: «Спорт» айдары, «рубрика Спорт».
  ///
  /// Letters differ in whether they quote the names of networks, which are in Latin letters, and quote none at all where they
  /// write of bodies.
  private func isOnlyName(
    _ text: String, _ token: TokenizedText.Token, _ language: LetterLanguage,
    _ other: LetterLanguage
  ) -> Bool {
    token.isCapitalized && token.isCyrillic && !token.isAbbreviation && token.range.lowerBound > 0
      && !comparison[other].quotes.allSatisfy(\.isEmpty)
      && count(token.text, in: other) == 1 && count(text, in: language) == 1
  }

  /// How often a word, in any form, stands in a letter.
  private func count(_ text: String, in language: LetterLanguage) -> Int {
    comparison.letters[language].paragraphs.reduce(0) { sum, paragraph in
      sum + paragraph.text.tokens.count { $0.kind == .word && isSame(text, $0.text, language) }
    }
  }

  /// Whether two words of one letter are forms of one.
  private func isSame(_ text: String, _ other: String, _ language: LetterLanguage) -> Bool {
    let (left, right) = (text.lowercased(), other.lowercased())
    if left == right { return true }
    switch language {
    case .kk:
      let stem = String(zip(left, right).prefix { $0 == $1 }.map(\.0))
      return stem.count > 3 && InflectedWord(stem, .kk).matches(left)
        && InflectedWord(stem, .kk).matches(right)
    case .ru: return InflectedWord(left, .ru).matches(right)
    }
  }

  /// A word of each language.
  private struct Pair: Hashable, Sendable {
    let kk: TextKey
    let ru: TextKey
  }

  /// Whether words are the same, of those that were compared last: an export quotes the same ones in many letters.
  private static let likenesses = RecentValues<Pair, Bool>(limit: 8192) {
    $0.kk.bytes + $0.ru.bytes
  }

  private func isSame(_ text: String, _ language: LetterLanguage, _ other: String) -> Bool {
    let (kk, ru) = language == .kk ? (text, other) : (other, text)
    guard NameSpelling.mayBeSame(kk, ru) else { return false }
    return Self.likenesses.value(of: Pair(kk: TextKey(kk), ru: TextKey(ru))) {
      NameSpelling.likeness(kk, ru) == .same || NameSpelling.isInflected(kk, ru)
    }
  }
}
