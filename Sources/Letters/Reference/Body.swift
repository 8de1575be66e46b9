/// A state body.
public struct Body: Hashable, Sendable, DatedEntry {
  /// How to reach it.
  public struct Contact: Hashable, Sendable {
    public let email: String
    public let phone: String
    /// The postal address, where it is known.
    public let address: Bilingual?
  }

  public let id: String
  public let role: String?
  public let name: Bilingual
  public let short: Bilingual
  /// The Russian name in the genitive.
  public let genitive: String
  /// The Russian name in the dative.
  public let dative: String
  /// The Russian name in the instrumental.
  public let instrumental: String
  public let contact: Contact?
  /// The place in the reference data's file, which is the order in which letters list bodies.
  public let position: Int
  public let validity: Validity
  public let successor: Successor?

  public var fullName: Bilingual { name }
}
