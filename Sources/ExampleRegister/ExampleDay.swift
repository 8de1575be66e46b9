/// A day by its number in the year, from 1.
struct ExampleDay: Comparable {
  var year: Int
  var ordinal: Int

  static func < (left: ExampleDay, right: ExampleDay) -> Bool {
    (left.year, left.ordinal) < (right.year, right.ordinal)
  }

  /// The day as `2021-12-20`.
  var iso: String {
    var month = 1
    var day = ordinal
    for length in monthLengths {
      guard day > length else { break }
      day -= length
      month += 1
    }
    return "\(year)-" + (month < 10 ? "0\(month)" : "\(month)")
      + (day < 10 ? "-0\(day)" : "-\(day)")
  }

  /// The same day if it is one of Monday to Friday, or else the Friday before.
  var workingDay: ExampleDay {
    let before = year - 1
    let daysBefore = 365 * before + before / 4 - before / 100 + before / 400
    // The calendar's first day was a Monday.
    let weekday = (daysBefore + ordinal - 1) % 7
    let friday = earlier(by: max(0, weekday - 4))
    // The first days of a year may be a weekend: its Friday is still of the old one.
    return friday.ordinal > 0
      ? friday : ExampleDay(year: year - 1, ordinal: Self.length(of: year - 1) + friday.ordinal)
  }

  /// The day that many days before, in the same year.
  func earlier(by days: Int) -> ExampleDay { ExampleDay(year: year, ordinal: ordinal - days) }

  /// The day that many days after.
  func later(by days: Int) -> ExampleDay {
    let length = Self.length(of: year)
    let later = ordinal + days
    return later > length
      ? ExampleDay(year: year + 1, ordinal: later - length)
      : ExampleDay(year: year, ordinal: later)
  }

  private static func length(of year: Int) -> Int {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
  }

  private var monthLengths: [Int] {
    [31, Self.length(of: year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }
}
