/// Where what a lexicon says of a word comes from.
public enum LexiconProvenance: String, Hashable, Sendable, CaseIterable {
  /// A rule of orthography, a dictionary or a grammar has it.
  case norm
  /// Printed texts use it.
  case attested
  /// A choice of the office where usage is divided or silent.
  case houseStyle = "house-style"
}
