/// One or several, as a word's form says it.
public enum GrammaticalNumber: String, Hashable, Sendable, CaseIterable {
  case singular, plural
}
