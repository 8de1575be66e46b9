public import CivilDates
import GRDB

/// A resource as a letter lists it: what of its record a letter may print.
public struct LetterResource: Hashable, Sendable {
  /// The address by which resources are told apart.
  public let canonicalURL: CanonicalURL
  /// The address as it was entered.
  public let url: String
  /// What the resource calls itself, or what it is.
  public let title: String
  /// The offence.
  public let violation: String
  /// The day of entry.
  public let enteredAt: CivilDate
  /// The id of the state body that entered it; may be empty for own monitoring.
  public let body: String

  /// What is read of a row, in this order: columns are found sooner by their places than by their names.
  static let columns = [
    "canonical_url", "host", "url", "title", "violation", "body", "entered_at",
  ].map { "resource.\($0)" }.joined(separator: ", ")

  init(row: Row) throws {
    canonicalURL = CanonicalURL(stored: row[0], host: row[1])
    url = row[2]
    title = row[3]
    violation = row[4]
    body = row[5]
    enteredAt = try row.value("entered_at") { CivilDate(iso: $0) }
  }
}
