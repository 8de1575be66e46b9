/// What the checks of finished letters know of the world: acts, bodies, people, terms, and how words are read and declined.
struct ParityKnowledge: Sendable {
  let reference: ReferenceData
  let lexicons: GrammarLexicons
  let terms: [LetterLanguage: TermFinder]

  init(_ reference: ReferenceData, _ lexicons: GrammarLexicons) {
    self.reference = reference
    self.lexicons = lexicons
    terms = TermFinder.all(of: reference.concepts, lexicons)
  }
}
