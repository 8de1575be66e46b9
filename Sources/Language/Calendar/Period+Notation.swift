public import CivilDates

extension Period {
  /// Reads a period as programs name it: `2021`, `2021-Q4`, `2021-H1`, `2021-12`, `2021-01-01..2021-12-15`.
  public init?(notation text: String) {
    guard let period = Self.days(text) ?? Self.span(text) else { return nil }
    self = period
  }

  private static func days(_ text: String) -> Period? {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = CivilDate(iso: String(ends[0])),
      let to = CivilDate(iso: String(ends[1]))
    else { return nil }
    return Period(from: from, to: to)
  }

  private static func span(_ text: String) -> Period? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), year > 0, parts.count < 3
    else { return nil }
    guard parts.count == 2 else { return .year(year) }
    let part = parts[1]
    let number = Int(part.drop { $0 == "Q" || $0 == "q" || $0 == "H" || $0 == "h" })
    guard let number, number > 0 else { return nil }
    switch part.first {
    case "Q", "q": return CalendarSpan(.quarters, number...number, of: year)?.period
    case "H", "h": return CalendarSpan(.halfYears, number...number, of: year)?.period
    default:
      guard part.utf8.count == 2 else { return nil }
      return CalendarSpan(.months, number...number, of: year)?.period
    }
  }
}
