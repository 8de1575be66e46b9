/// The card of one resource, its thirteen columns exactly as they were entered: nothing trimmed, nothing corrected.
public struct ResourceCard: Hashable, Sendable {
  /// What the resource calls itself, or what it is.
  public var title: String
  /// The address as it was typed or pasted.
  public var url: String
  /// Why it was entered; the information system calls it a comment.
  public var reason: String
  /// Site, page, video: `object_type`.
  public var objectType: String
  /// Thematic site, social network, messenger: `resource_type`.
  public var resourceType: String
  /// The offence.
  public var violation: String
  /// The language of the content.
  public var language: String
  /// The colour by which the information system groups by severity.
  public var group: String
  /// The name of the picture taken.
  public var screenshot: String
  /// The number of posts, as text.
  public var publications: String
  /// The number of members, as text.
  public var subscribers: String
  /// Whether there is a court decision, as text: `court_decision`.
  public var courtDecision: String
  /// Where the resource became known.
  public var source: String

  /// Column names of the import file, in the card's order.
  public static let columns = [
    "title", "url", "reason", "object_type", "resource_type", "violation", "language", "group",
    "screenshot", "publications", "subscribers", "court_decision", "source",
  ]

  /// Returns `nil` unless there is one value for each of ``columns``.
  public init?(values: [String]) {
    guard values.count == Self.columns.count else { return nil }
    title = values[0]
    url = values[1]
    reason = values[2]
    objectType = values[3]
    resourceType = values[4]
    violation = values[5]
    language = values[6]
    group = values[7]
    screenshot = values[8]
    publications = values[9]
    subscribers = values[10]
    courtDecision = values[11]
    source = values[12]
  }

  /// The values in the order of ``columns``.
  public var values: [String] {
    [
      title, url, reason, objectType, resourceType, violation, language, group, screenshot,
      publications, subscribers, courtDecision, source,
    ]
  }
}
