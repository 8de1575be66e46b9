public import CivilDates

/// A resource of the register: an internet site, a page or a link that somebody entered.
public struct ResourceRecord: Hashable, Sendable {
  /// The address by which resources are told apart and counted.
  public let canonicalURL: CanonicalURL
  /// The thirteen columns as entered.
  public let card: ResourceCard
  /// The day of entry.
  public let enteredAt: CivilDate
  /// The id of the state body that entered it; may be empty for own monitoring.
  public let body: String
  /// How it came into the register.
  public let channel: Channel
}
