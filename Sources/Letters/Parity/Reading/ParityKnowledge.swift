import Spelling

/// What the checks of finished letters know of the world: acts, bodies, people, terms, and how words are read and declined.
final class ParityKnowledge: Sendable {
  let reference: ReferenceData
  let lexicons: GrammarLexicons
  let terms: [LetterLanguage: TermFinder]
  let concepts: [ConceptPatterns]
  let abbreviations: AbbreviationTable
  let bodyNames: [BodyName]
  let knownActs: KnownActs
  /// The abbreviations of bodies and of what else every letter may name.
  let bodyAbbreviations: Set<String>
  /// The bodies that each abbreviation may be of, by their numbers among `bodyNames`.
  let abbreviatedBodies: [LetterLanguage: [String: Set<Int>]]
  /// What was read of paragraphs.
  let readings = ParagraphReadings()
  private let bodyTables: [LetterLanguage: BodyNameTable]
  private let conceptTables: [LetterLanguage: TermTable]
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
    let concepts = reference.concepts.values.sorted { $0.id < $1.id }.map { ConceptPatterns($0) }
    self.concepts = concepts
    conceptTables = Dictionary(
      uniqueKeysWithValues: LetterLanguage.allCases.map { language in
        let entries = concepts.enumerated().flatMap { index, concept in
          concept.terms(language).map {
            TermTable.Entry(name: index, pattern: $0, isProper: true)
          }
        }
        return (language, TermTable(entries))
      })
    abbreviations = AbbreviationTable(reference)
    bodyAbbreviations = reference.bodies.values.reduce(into: ["РК", "АО", "ТОО", "НАО"]) {
      $0.formUnion([$1.short.kk, $1.short.ru])
    }
    let bodyNames = reference.bodies.values.sorted { $0.position < $1.position }
      .map { BodyName($0) }
    self.bodyNames = bodyNames
    abbreviatedBodies = Dictionary(
      uniqueKeysWithValues: LetterLanguage.allCases.map { language in
        var bodies: [String: Set<Int>] = [:]
        for (index, name) in bodyNames.enumerated() {
          bodies[name.body.short[language], default: []].insert(index)
        }
        return (language, bodies)
      })
    bodyTables = Dictionary(
      uniqueKeysWithValues: LetterLanguage.allCases.map { ($0, BodyNameTable(bodyNames, $0)) })
    knownActs = KnownActs(reference)
    kazakhReader = FactReader(.kk, reference)
    russianReader = FactReader(.ru, reference)
    spelling = dictionaries.map { SpellChecker($0, reference, lexicons) }
  }

  /// The names of bodies in a language.
  func bodyTable(_ language: LetterLanguage) -> BodyNameTable {
    bodyTables[language] ?? BodyNameTable([], language)
  }

  /// The terms of the glossary in a language.
  func conceptTable(_ language: LetterLanguage) -> TermTable {
    conceptTables[language] ?? TermTable([])
  }

  /// What reads the facts of texts in a language.
  func factReader(_ language: LetterLanguage) -> FactReader {
    language == .kk ? kazakhReader : russianReader
  }
}
