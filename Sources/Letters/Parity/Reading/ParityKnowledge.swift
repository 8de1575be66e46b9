import Spelling

/// What the checks of finished letters know of the world: acts, bodies, people, terms, and how words are read and declined.
struct ParityKnowledge: Sendable {
  let reference: ReferenceData
  let lexicons: GrammarLexicons
  let terms: [LetterLanguage: TermFinder]
  let concepts: [ConceptPatterns]
  let abbreviations: AbbreviationTable
  let bodyNames: [BodyName]
  let knownActs: KnownActs
  private let kazakhReader: FactReader
  private let russianReader: FactReader
  /// What tells right words from wrong ones; `nil` where spelling is not checked.
  let spelling: SpellChecker?

  init(
    _ reference: ReferenceData, _ lexicons: GrammarLexicons,
    dictionaries: SpellingDictionaries? = nil
  ) {
    self.reference = reference
    self.lexicons = lexicons
    terms = TermFinder.all(of: reference.concepts, lexicons)
    concepts = reference.concepts.values.sorted { $0.id < $1.id }.map { ConceptPatterns($0) }
    abbreviations = AbbreviationTable(reference)
    bodyNames = reference.bodies.values.sorted { $0.position < $1.position }.map { BodyName($0) }
    knownActs = KnownActs(reference)
    kazakhReader = FactReader(.kk, reference)
    russianReader = FactReader(.ru, reference)
    spelling = dictionaries.map { SpellChecker($0, reference, lexicons) }
  }

  /// What reads the facts of texts in a language.
  func factReader(_ language: LetterLanguage) -> FactReader {
    language == .kk ? kazakhReader : russianReader
  }
}
