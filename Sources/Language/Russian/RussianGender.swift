/// The gender of a Russian noun, which adjectives and predicates agree with.
public enum RussianGender: String, Hashable, Sendable, CaseIterable {
  case masculine, feminine, neuter
}
