/// What a short form in brackets stands for: the words before the bracket.
struct FullName {
  private let tokens: [TokenizedText.Token]
  private let bracket: Int
  private let language: LetterLanguage

  init(_ tokens: [TokenizedText.Token], before bracket: Int, _ language: LetterLanguage) {
    self.tokens = tokens
    self.bracket = bracket
    self.language = language
  }

  /// The tokens of the full name; `nil` where it cannot be told how far it reaches.
  func range(abbreviation: String?, word: InflectedWord?) -> Range<Int>? {
    if let abbreviation { return range(of: abbreviation) }
    if let word { return range(endingIn: word) }
    return nil
  }

  /// The words whose first letters make the abbreviation.
  func range(of abbreviation: String) -> Range<Int>? {
    var letters = Array(abbreviation.lowercased().unicodeScalars)
    var index = bracket - 1
    var skipped = 0
    while index >= 0, let letter = letters.last {
      let token = tokens[index]
      guard token.kind == .word || token.isMark(",") || token.isQuote else { return nil }
      let parts = token.lowercased.split(separator: "-").reversed()
      var isTaken = false
      for part in parts where part.unicodeScalars.first == letters.last {
        letters.removeLast()
        isTaken = true
      }
      if letters.isEmpty { return index..<bracket }
      if !isTaken, token.kind == .word, !Self.isSmall(token.lowercased) {
        skipped += 1
        guard skipped < 2, letter != letters.first || letters.count > 1 else { return nil }
      }
      index -= 1
    }
    return nil
  }

  static func isSmall(_ word: String) -> Bool {
    [
      "және", "мен", "бен", "пен", "және/немесе", "и", "по", "о", "об", "в", "во", "на", "с", "для",
      "при", "к", "за",
      "от",
    ].contains(word)
  }

  /// Of a Russian name from the defined word on, «Министерство культуры и информации»; of a Kazakh one from the nearest word
  /// with a capital letter, «Мәдениет және ақпарат министрлігінің».
  private func range(endingIn word: InflectedWord) -> Range<Int>? {
    let first = max(0, bracket - 14)
    switch language {
    case .ru:
      guard
        let start = (first..<bracket).last(where: {
          tokens[$0].kind == .word && word.matches(tokens[$0].lowercased)
        }), bracket - start > 1,
        tokens[start..<bracket].allSatisfy({ $0.kind == .word || $0.isMark(",") })
      else { return nil }
      return start..<bracket
    case .kk:
      guard bracket > 1, tokens[bracket - 1].kind == .word,
        word.matches(tokens[bracket - 1].lowercased),
        let start = (first..<bracket - 1).last(where: { tokens[$0].isCapitalized }),
        tokens[start..<bracket].allSatisfy({ $0.kind == .word || $0.isMark(",") }),
        !tokens[start].lowercased.hasPrefix("республика")
      else { return nil }
      return start..<bracket
    }
  }
}
