import Diagnostics

/// A word of one original that names something else than the term which the other original has at its place (`T1`).
struct ConceptComparison {
  private let letters: AlignedLetters
  private let concepts: [ConceptPatterns]

  init(_ letters: AlignedLetters, _ knowledge: ParityKnowledge) {
    self.letters = letters
    concepts = knowledge.concepts
  }

  /// A word at its place.
  private struct Found {
    let paragraph: LetterParagraph
    let tokens: Range<Int>
    var range: Range<Int> { paragraph.text.range(tokens.lowerBound...tokens.upperBound - 1) }
  }

  func findings() -> [Diagnostic] {
    letters.blocks.filter { $0.requisite.isRunningText || $0.requisite == .heading }.flatMap {
      block in
      concepts.flatMap { concept in
        LetterLanguage.allCases.flatMap { findings(concept, in: block, $0) }
      }
    }
  }

  private func findings(
    _ concept: ConceptPatterns, in block: AlignedBlock, _ language: LetterLanguage
  ) -> [Diagnostic] {
    let other: LetterLanguage = language == .kk ? .ru : .kk
    let terms = find(concept.terms(other), in: block[other])
    guard let term = terms.first else { return [] }
    let own = find(concept.terms(language), in: block[language])
    guard own.count < terms.count else { return [] }
    let confused = find(concept.confused[language] ?? [], in: block[language])
    guard !confused.isEmpty else { return [] }
    // A word that is itself the term of what the other original says beside it is in order.
    let right = concepts.filter { rival in
      rival.id != concept.id
        && !find(rival.terms(other), in: block[other]).isEmpty
    }.flatMap { find($0.terms(language), in: block[language]) }
    let wrong = confused.filter { word in
      !right.contains {
        $0.paragraph.index == word.paragraph.index && $0.tokens.overlaps(word.tokens)
      }
    }
    guard wrong.count == terms.count - own.count else { return [] }
    return wrong.map { word in
      let text = word.paragraph.text.words(in: word.range)
      let right = concept.name[language]
      return Diagnostic(
        "T1",
        Message(
          kk: "`\(text)`: бұл жерде термин – `\(right)`",
          ru: "`\(text)`: здесь термин – `\(right)`", en: "`\(text)`: the term here is `\(right)`"),
        severity: .warning,
        at: [
          letters[language].place(of: word.range, in: word.paragraph),
          letters[other].place(of: term.range, in: term.paragraph),
        ],
        hint: Message(
          kk: "`\(right)` сөзін қолданыңыз", ru: "употребите слово `\(right)`",
          en: "use the word `\(right)`"))
    }
  }

  private func find(_ patterns: [TermPattern], in paragraphs: [LetterParagraph]) -> [Found] {
    paragraphs.flatMap { paragraph -> [Found] in
      let tokens = paragraph.text.tokens
      return tokens.indices.compactMap { index in
        patterns.lazy.compactMap { $0.end(at: index, in: tokens) }.first
          .map { Found(paragraph: paragraph, tokens: index..<$0) }
      }
    }
  }
}

/// A concept's words as they are found in texts.
struct ConceptPatterns: Sendable {
  let id: String
  let name: Bilingual
  private let term: [LetterLanguage: TermPattern]
  let confused: [LetterLanguage: [TermPattern]]

  init(_ concept: Concept) {
    id = concept.id
    name = concept.term
    term = Dictionary(
      uniqueKeysWithValues: LetterLanguage.allCases.map {
        ($0, TermPattern(concept.term[$0], $0))
      })
    confused = Dictionary(
      uniqueKeysWithValues: LetterLanguage.allCases.map { language in
        (language, (concept.confused[language] ?? []).map { TermPattern($0, language) })
      })
  }

  func terms(_ language: LetterLanguage) -> [TermPattern] { [term[language]].compactMap { $0 } }
}
