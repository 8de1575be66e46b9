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
  /// SHA-256 of the picture taken, 64 hexadecimal digits in lower case.
  public let evidenceHash: String?
  /// The court act that found it unlawful, as people cite it; empty if there is none.
  public let courtAct: String

  /// The platform that it is a page of; `nil` for a site of its own.
  public var platform: Platform? { canonicalURL.platform }

  /// The severity: the colour of the card.
  public var severity: String { card.group }

  /// A resource; its platform follows from its address.
  public init(
    canonicalURL: CanonicalURL, card: ResourceCard, enteredAt: CivilDate, body: String,
    channel: Channel, evidenceHash: String? = nil, courtAct: String = ""
  ) {
    self.canonicalURL = canonicalURL
    self.card = card
    self.enteredAt = enteredAt
    self.body = body
    self.channel = channel
    self.evidenceHash = evidenceHash
    self.courtAct = courtAct
  }
}
