public import CivilDates

/// What an import needs to know beyond the files.
public struct ImportOptions: Hashable, Sendable {
  /// What to do with a row whose resource or document is in the register with other data.
  public enum Difference: Hashable, Sendable {
    /// Keep what the register has and report the row.
    case report
    /// Take the row.
    case replace
  }

  /// The body that entered the resources of a file without a column `body`.
  public var body: String?
  /// The day on which the resources of a file without a column `entered_at` were entered.
  public var enteredAt: CivilDate?
  /// The channel of a file without a column `channel`.
  public var channel: Channel
  /// Whether a differing row replaces what the register has.
  public var onDifference: Difference
  /// Whether one wrong row keeps all the others out.
  public var isStrict: Bool
  /// The day that the import log shows.
  public var today: CivilDate?
  /// Who imports; may be empty where nobody is named.
  public var author: String
  /// Whether the register is only asked what would become of the rows, and stays as it is.
  public var isTrial = false

  /// Options for files that have all their columns, unless told otherwise.
  public init(
    body: String? = nil, enteredAt: CivilDate? = nil, channel: Channel = .informationSystem,
    onDifference: Difference = .report, isStrict: Bool = false, today: CivilDate? = nil,
    author: String = ""
  ) {
    self.body = body
    self.enteredAt = enteredAt
    self.channel = channel
    self.onDifference = onDifference
    self.isStrict = isStrict
    self.today = today
    self.author = author
  }
}
