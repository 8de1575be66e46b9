import Spelling

/// What the checks of finished letters know of the world: acts, bodies, people, terms, and how words are read and declined.
struct ParityKnowledge: Sendable {
  let reference: ReferenceData
  let lexicons: GrammarLexicons
  let terms: [LetterLanguage: TermFinder]
  /// What tells right words from wrong ones; `nil` where spelling is not checked.
  let spelling: SpellChecker?

  init(
    _ reference: ReferenceData, _ lexicons: GrammarLexicons,
    dictionaries: SpellingDictionaries? = nil
  ) {
    self.reference = reference
    self.lexicons = lexicons
    terms = TermFinder.all(of: reference.concepts, lexicons)
    spelling = dictionaries.map { SpellChecker($0, reference, lexicons) }
  }
}
