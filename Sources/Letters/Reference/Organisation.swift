/// An organisation that letters are sent to.
public struct Organisation: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case platform, `operator`, provider, service, administration, other
  }

  /// The lines of an addressee block, one language each.
  public struct Lines: Hashable, Sendable {
    /// In the nominative.
    public let kk: [String]
    /// In the dative.
    public let ru: [String]

    subscript(language: LetterLanguage) -> [String] { language == .kk ? kk : ru }
  }

  public let kind: Kind
  public let name: Bilingual
  /// As letters address it.
  public let lines: Lines
  /// The name that a foreign organisation gives itself.
  public let latin: String?
  public let email: String?
  /// Whether many of the kind get the letter, by a list.
  public let isByList: Bool
}
