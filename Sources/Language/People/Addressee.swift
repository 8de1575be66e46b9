/// Whom a letter addresses, as far as the address tells people apart.
public enum Addressee: String, Hashable, Sendable, CaseIterable {
  case man, woman, several
}
