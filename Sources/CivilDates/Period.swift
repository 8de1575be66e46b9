/// A closed interval of days: every figure of a letter is counted over one.
public struct Period: Hashable, Sendable {
  /// The first day that belongs to the period.
  public let from: CivilDate
  /// The last day that belongs to the period.
  public let to: CivilDate

  /// Returns `nil` if `to` lies before `from`.
  public init?(from: CivilDate, to: CivilDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// The whole of `year`.
  public static func year(_ year: Int) -> Period {
    Period(unchecked: .startOfYear(year), .endOfYear(year))
  }

  private init(unchecked from: CivilDate, _ to: CivilDate) {
    self.from = from
    self.to = to
  }

  /// Whether `date` is one of the period's days.
  public func contains(_ date: CivilDate) -> Bool { from <= date && date <= to }
}
