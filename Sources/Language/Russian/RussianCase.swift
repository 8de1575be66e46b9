/// The six cases (падежи) of Russian.
public enum RussianCase: String, Hashable, Sendable, CaseIterable {
  case nominative, genitive, dative, accusative, instrumental, prepositional
}
