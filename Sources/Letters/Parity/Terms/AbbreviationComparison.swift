import Diagnostics

/// Whether abbreviations are explained, written in one way, and answered by their counterparts in the other language (`T4`).
struct AbbreviationComparison {
  private let comparison: TermComparison
  /// Uses that were reported with a definition that is missing.
  private let explained: [(language: LetterLanguage, use: LetterTerms.Use)]
  private let bodies: [BodyName]

  init(
    _ comparison: TermComparison, _ bodies: [BodyName],
    explained: [(language: LetterLanguage, use: LetterTerms.Use)]
  ) {
    self.comparison = comparison
    self.bodies = bodies
    self.explained = explained
  }

  func findings() -> [Diagnostic] {
    let wrong = comparison.letters.blocks.indices.flatMap { unanswered(in: $0) }
    let reported = wrong.flatMap { finding in finding.uses.map { ($0.0, $0.1.text) } }
    return wrong.map(\.diagnostic)
      + LetterLanguage.allCases.flatMap { language in
        unexplained(language, except: Set(reported.filter { $0.0 == language }.map(\.1)))
      }
  }

  // MARK: Counterparts

  private struct Unanswered {
    let diagnostic: Diagnostic
    let uses: [(LetterLanguage, LetterTerms.Use)]
  }

  /// Abbreviations of a block that cannot be the same, though everything else in the block has its counterpart.
  private func unanswered(in block: Int) -> [Unanswered] {
    var left = rest(of: .kk, in: block)
    var right = rest(of: .ru, in: block)
    // Each that has a counterpart takes it away, once for every time.
    left.removeAll { use in
      guard let index = right.firstIndex(where: { answers(use.text, $0.text) }) else {
        return false
      }
      right.remove(at: index)
      return true
    }
    // One letter may write a name in full; only where each has as many left they stand for each other.
    guard left.count == right.count else { return [] }
    let kkNames = Set(names(of: .kk, in: block))
    let ruNames = Set(names(of: .ru, in: block))
    return zip(left, right).compactMap { kk, ru in
      guard !kkNames.contains(where: { answers($0, ru.text) }),
        !ruNames.contains(where: { answers(kk.text, $0) }) || kk.text == left.first?.text,
        isKnown(kk.text, .kk) && (isKnown(ru.text, .ru) || isStray(ru.text, .ru))
          || isKnown(ru.text, .ru) && isStray(kk.text, .kk),
        !isInFull(kk.text, of: .kk, in: block), !isInFull(ru.text, of: .ru, in: block)
      else { return nil }
      return different(kk, ru)
    }
  }

  /// Whether nobody says what an abbreviation stands for.
  private func isStray(_ name: String, _ language: LetterLanguage) -> Bool {
    !comparison.table.isWellKnown(name, in: language)
      && !comparison[language].definitions.contains { $0.abbreviation == name }
  }

  /// Whether the other letter has the full name of a body in the block.
  private func isInFull(_ name: String, of language: LetterLanguage, in block: Int) -> Bool {
    let other: LetterLanguage = language == .kk ? .ru : .kk
    return bodies.contains { body in
      body.body.short[language] == name
        && comparison.letters.blocks[block][other].contains { paragraph in
          let tokens = paragraph.text.tokens
          return tokens.indices.contains { body.end(at: $0, in: tokens, other) != nil }
        }
    }
  }

  private func different(_ kk: LetterTerms.Use, _ ru: LetterTerms.Use) -> Unanswered {
    let expected = counterparts(of: kk.text, .kk).sorted().first
    let back = counterparts(of: ru.text, .ru).sorted().first
    let hint: Message? =
      if let expected {
        Message(
          kk: "`\(kk.text)` қысқартуына `\(expected)` сәйкес келеді",
          ru: "сокращению `\(kk.text)` соответствует `\(expected)`",
          en: "`\(kk.text)` is `\(expected)` in Russian")
      } else if let back {
        Message(
          kk: "`\(ru.text)` қысқартуына `\(back)` сәйкес келеді",
          ru: "сокращению `\(ru.text)` соответствует `\(back)`",
          en: "`\(ru.text)` is `\(back)` in Kazakh")
      } else {
        nil
      }
    return Unanswered(
      diagnostic: Diagnostic(
        "T4",
        Message(
          kk: "қысқартулар сәйкес емес: `\(kk.text)` және `\(ru.text)`",
          ru: "сокращения не соответствуют друг другу: `\(kk.text)` и `\(ru.text)`",
          en: "the abbreviations do not answer each other: `\(kk.text)` and `\(ru.text)`"),
        at: [comparison.place(kk, in: .kk), comparison.place(ru, in: .ru)], hint: hint),
      uses: [(.kk, kk), (.ru, ru)])
  }

  private func rest(of language: LetterLanguage, in block: Int) -> [LetterTerms.Use] {
    comparison[language].abbreviations.filter {
      comparison.pairs.block(of: $0.paragraph, in: language) == block
    }
  }

  /// The abbreviations of a block, those of its definitions as well.
  private func names(of language: LetterLanguage, in block: Int) -> [String] {
    rest(of: language, in: block).map(\.text)
      + comparison[language].definitions.filter {
        comparison.pairs.block(of: $0.paragraph, in: language) == block
      }.compactMap(\.abbreviation)
  }

  private func answers(_ kk: String, _ ru: String) -> Bool {
    counterparts(of: kk, .kk).contains(ru) || counterparts(of: ru, .ru).contains(kk)
  }

  /// What the table and the letter's own definitions have for an abbreviation.
  private func counterparts(of name: String, _ language: LetterLanguage) -> Set<String> {
    var found = comparison.table.counterparts(of: name, in: language)
    let other: LetterLanguage = language == .kk ? .ru : .kk
    for (index, definition) in comparison[language].definitions.enumerated()
    where definition.abbreviation == name {
      guard let partner = comparison.pairs.partner(of: index, in: language),
        let abbreviation = comparison[other].definitions[partner].abbreviation
      else { continue }
      found.insert(abbreviation)
    }
    return found
  }

  private func isKnown(_ name: String, _ language: LetterLanguage) -> Bool {
    !counterparts(of: name, language).isEmpty
  }

  // MARK: Explanations

  private func unexplained(_ language: LetterLanguage, except reported: Set<String>) -> [Diagnostic]
  {
    let terms = comparison[language]
    var seen = reported
    for (explainedLanguage, use) in explained where explainedLanguage == language {
      seen.insert(use.text)
    }
    let defined = terms.definitions.compactMap(\.abbreviation)
    seen.formUnion(defined)
    // «Киберқадағалау» АЖ
    for definition in terms.definitions {
      seen.formUnion(TokenizedText(definition.text).tokens.compactMap(\.abbreviation))
    }
    return terms.abbreviations.compactMap { use in
      guard terms.letter.paragraphs[use.paragraph].requisite.isRunningText,
        !comparison.table.isWellKnown(use.text, in: language), seen.insert(use.text).inserted,
        !isExplained(use, in: terms)
      else { return nil }
      if let similar = defined.first(where: { Self.isSlip(use.text, of: $0) }) {
        return slip(use, similar, language)
      }
      return Diagnostic(
        "T4",
        Message(
          kk: "`\(use.text)` қысқартуы түсіндірілмеген", ru: "сокращение `\(use.text)` не раскрыто",
          en: "the abbreviation `\(use.text)` is not explained"),
        severity: .warning, at: [comparison.place(use, in: language)],
        hint: Message(
          kk: "алғаш рет толық атауын жазып, `(бұдан әрі – \(use.text))` деп қосыңыз",
          ru: "при первом упоминании напишите полное название и `(далее – \(use.text))`",
          en: "write the full name and add `(далее – \(use.text))` where it stands first"))
    }
  }

  private func slip(
    _ use: LetterTerms.Use, _ defined: String, _ language: LetterLanguage
  ) -> Diagnostic {
    Diagnostic(
      "T4",
      Message(
        kk: "`\(use.text)`: хатта `\(defined)` деп анықталған",
        ru: "`\(use.text)`: в письме определено `\(defined)`",
        en: "`\(use.text)`: the letter defines `\(defined)`"),
      at: [comparison.place(use, in: language)],
      hint: Message(
        kk: "`\(defined)` деп жазыңыз", ru: "напишите `\(defined)`", en: "write `\(defined)`"))
  }

  /// Whether the full name stands beside an abbreviation in brackets, or in brackets beside it.
  private func isExplained(_ use: LetterTerms.Use, in terms: LetterTerms) -> Bool {
    terms.abbreviations.contains { other in
      guard other.text == use.text else { return false }
      let tokens = terms.letter.paragraphs[other.paragraph].text.tokens
      let index = other.tokens.lowerBound
      if index > 1, tokens[index - 1].isMark("(") {
        return FullName(tokens, before: index - 1, terms.letter.language).range(of: use.text) != nil
      }
      return index + 2 < tokens.count && tokens[index + 1].isMark("(")
        && tokens[index + 2].kind == .word && tokens[index + 2].abbreviation == nil
    }
  }

  /// One letter more, less, other, or two that changed places.
  static func isSlip(_ name: String, of other: String) -> Bool {
    let (left, right) = (Array(name), Array(other))
    guard left != right else { return false }
    if left.count == right.count, left.sorted() == right.sorted() { return left.count > 2 }
    return min(left.count, right.count) > 2
      && left.map(String.init).distance(to: right.map(String.init)) == 1
  }
}
