/// A short form that a letter introduces: «(бұдан әрі – Заң)», «(далее – Закон)».
struct LetterDefinition: Sendable {
  /// The paragraph's index in the letter.
  var paragraph: Int
  /// The tokens from the opening bracket to the closing one.
  let bracket: ClosedRange<Int>
  /// UTF-8 offsets of the short form without quotes around the whole of it.
  let name: Range<Int>
  let text: String
  let pattern: TermPattern
  /// The letters, where the short form is an abbreviation.
  let abbreviation: String?
  /// The tokens that the short form stands for, as far as they can be told.
  let full: Range<Int>?

  /// Whether the short form is a name in quotes, with or without a word beside it.
  var quotedName: String? { QuotedName.all(in: TokenizedText(text)).first?.text }

  /// The definitions of a paragraph in the order of its text.
  static func all(
    in paragraph: LetterParagraph, _ language: LetterLanguage
  ) -> [LetterDefinition] {
    DefinitionScanner(paragraph: paragraph, language: language).definitions()
  }
}

/// Finds the definitions in one paragraph.
private struct DefinitionScanner {
  let paragraph: LetterParagraph
  let language: LetterLanguage
  private var tokens: [TokenizedText.Token] { paragraph.text.tokens }

  init(paragraph: LetterParagraph, language: LetterLanguage) {
    self.paragraph = paragraph
    self.language = language
  }

  func definitions() -> [LetterDefinition] {
    var found: [LetterDefinition] = []
    var opened: [Int] = []
    for index in tokens.indices {
      if tokens[index].isMark("(") { opened.append(index) }
      if tokens[index].isMark(")") { _ = opened.popLast() }
      guard let bracket = opened.last, tokens[index].kind == .word,
        let start = nameStart(after: index),
        let close = closing(of: bracket)
      else { continue }
      found += definitions(from: start, bracket...close)
    }
    return found
  }

  /// The UTF-8 offset at which a name begins if the words from `index` on introduce one.
  private func nameStart(after index: Int) -> Int? {
    var next = index + 1
    func word(_ offset: Int) -> String? {
      offset < tokens.count && tokens[offset].kind == .word ? tokens[offset].lowercased : nil
    }
    let marker: String
    switch language {
    case .kk:
      guard ["бұдан", "одан", "әрі"].contains(tokens[index].lowercased), let second = word(next)
      else { return nil }
      marker = String(second.prefix { $0 != "-" })
      guard
        ["әрі", "былай", "бұлай"].contains(marker) && tokens[index].lowercased != "әрі"
          || marker == "қарай" && tokens[index].lowercased == "әрі"
      else { return nil }
      next += 1
    case .ru:
      marker = String(tokens[index].lowercased.prefix { $0 != "-" })
      guard marker == "далее" else { return nil }
    }
    let last = tokens[next - 1]
    if last.lowercased != marker {
      // «далее-Закон» without spaces.
      return last.range.lowerBound + marker.utf8.count + 1
    }
    while next < tokens.count {
      let token = tokens[next]
      let isPassed =
        token.isDash || token.isMark(":")
        || [
          "по", "тексту", "также", "соответственно", "совместно", "вместе", "при", "именуемый",
          "именуемая",
          "именуемое", "именуемые", "мәтін", "бойынша", "тиісінше", "бірлесіп", "осы", "деп",
          "аталатын",
        ].contains(token.lowercased)
      guard isPassed else { return token.range.lowerBound }
      next += 1
    }
    return nil
  }

  private func closing(of bracket: Int) -> Int? {
    var depth = 0
    for index in bracket..<tokens.count {
      if tokens[index].isMark("(") { depth += 1 }
      if tokens[index].isMark(")") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// One definition, or several in one bracket: «(далее – Закон, Правила)».
  private func definitions(from start: Int, _ bracket: ClosedRange<Int>) -> [LetterDefinition] {
    let end = tokens[bracket.upperBound].range.lowerBound
    guard start < end else { return [] }
    var quoted = false
    var parts: [Range<Int>] = []
    var from = start
    for token in tokens[bracket] where token.range.lowerBound >= start {
      if token.isQuote { quoted.toggle() }
      if !quoted, token.isMark(",") || token.isMark(";") {
        parts.append(from..<token.range.lowerBound)
        from = token.range.upperBound
      }
    }
    parts.append(from..<end)
    return parts.compactMap { definition($0, bracket) }
  }

  private func definition(_ range: Range<Int>, _ bracket: ClosedRange<Int>) -> LetterDefinition? {
    let words = TokenizedText(paragraph.text.words(in: range))
    guard var first = words.tokens.first, var last = words.tokens.last else { return nil }
    var inner = words.tokens[...]
    // Quotes around the whole are not part of the name.
    if first.isQuote, last.isQuote, inner.count > 2,
      inner.dropFirst().dropLast().allSatisfy({ !$0.isQuote })
    {
      inner = inner.dropFirst().dropLast()
      first = inner[inner.startIndex]
      last = inner[inner.endIndex - 1]
    }
    guard inner.count <= 8, inner.contains(where: { $0.kind == .word }) else { return nil }
    let abbreviation = inner.count == 1 ? first.abbreviation : nil
    let name = range.lowerBound + first.range.lowerBound..<range.lowerBound + last.range.upperBound
    return LetterDefinition(
      paragraph: paragraph.index, bracket: bracket, name: name,
      text: paragraph.text.words(in: name),
      pattern: TermPattern(inner, language), abbreviation: abbreviation,
      full: FullName(tokens, before: bracket.lowerBound, language).range(
        abbreviation: abbreviation, word: TermPattern(inner, language).word))
  }
}
