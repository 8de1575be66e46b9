/// Whether a word of a text is the defined short form itself, and not the head of a longer name: «Заңда» and not «… туралы Заңында»,
/// «Закон запрещает» and not «Закон Республики Казахстан».
enum BareTerm {
  static func isBare(
    _ use: LetterTerms.Use, of definition: LetterDefinition, in letter: FinishedLetter
  ) -> Bool {
    let tokens = letter.paragraphs[use.paragraph].text.tokens
    guard let word = definition.pattern.word else { return true }
    let index = use.tokens.lowerBound
    switch letter.language {
    case .kk:
      if word.isOwned(tokens[index].lowercased) { return false }
      guard index + 1 < tokens.count else { return true }
      return !tokens[index + 1].lowercased.hasPrefix("жоба")
    case .ru:
      if index > 0,
        ["проект", "проекта", "проекту", "проектом", "проекте"].contains(
          tokens[index - 1].lowercased)
      {
        return false
      }
      guard index + 1 < tokens.count else { return true }
      return !isComplement(tokens[index + 1], of: tokens[index])
    }
  }

  /// Whether a word says of which, or about what, the noun before it is.
  static func isComplement(_ token: TokenizedText.Token, of noun: TokenizedText.Token)
    -> Bool
  {
    guard token.kind == .word else { return token.isQuote || token.isMark("№") }
    let word = token.lowercased
    if ["о", "об", "от", "по", "рк", "порядке", "порядок", "порядком"].contains(word) {
      let isBody = bodies.contains { noun.lowercased.hasPrefix($0) }
      if isBody { return !["о", "об", "от"].contains(word) }
      return word != "по" || noun.lowercased.hasPrefix("министерств")
        || noun.lowercased.hasPrefix("агентств")
    }
    if token.isCapitalized {
      // «Закон Республики», but «норм Закона Министерство»: a subject that follows.
      return token.isAbbreviation
        || ["и", "ы", "а", "я", "ого", "его", "ой", "ей", "ов", "ев", "ых", "их"].contains(
          where: word.hasSuffix)
    }
    // «внести в Закон следующие поправки», «в Закон следующих поправок»: what follows is another thing.
    if others.contains(where: { word.hasPrefix($0) }) { return false }
    if ["ого", "его", "ой", "ей", "ых", "их", "ов", "ев", "ия", "ии"].contains(
      where: word.hasSuffix)
    {
      return true
    }
    guard word.count > 3, let last = word.last, "аяыи".contains(last) else { return false }
    let isPredicate = ["на", "ны", "та", "ты", "ла", "ли", "ся"].contains { word.hasSuffix($0) }
    return !isPredicate
  }

  /// Words that point to something, and so never are a part of a name.
  private static let others = [
    "следующ", "нижеследующ", "вышеуказанн", "указанн", "соответствующ", "необходим", "отдельн",
    "определенн", "нов", "настоящ", "данн",
  ]

  /// What bodies are called: of whom, and not about what, they are.
  private static let bodies = [
    "министерств", "агентств", "комитет", "департамент", "управлени", "компани", "банк",
  ]

  /// Whether a sentence of the paragraph begins with the words.
  static func beginsSentence(_ use: LetterTerms.Use, in letter: FinishedLetter) -> Bool {
    let paragraph = letter.paragraphs[use.paragraph]
    return paragraph.sentences.contains { sentence in
      var first = sentence.lowerBound
      while first < use.tokens.lowerBound, paragraph.text.tokens[first].kind == .mark { first += 1 }
      return first == use.tokens.lowerBound
    }
  }
}
