public import CivilDates

/// A stretch of the calendar that letters call by its name: a year, a half-year, a quarter, a month, or several of one
/// kind in a row.
///
///     Kazakh.span(.quarter(4, of: 2021), .during)   // "2021 жылғы IV тоқсанда"
///     Russian.span(.months(1...3, of: 2021), .during)  // "за январь – март 2021 года"
public struct CalendarSpan: Hashable, Sendable {
  /// What the span is counted in.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case years, halfYears = "half-years", quarters, months

    /// How many of the unit a year has.
    var perYear: Int {
      switch self {
      case .years: 1
      case .halfYears: 2
      case .quarters: 4
      case .months: 12
      }
    }
  }

  /// What the span is counted in.
  public let unit: Unit
  /// The first and the last of the units: their numbers in the year, or the years themselves.
  public let numbers: ClosedRange<Int>
  /// The year, of several years the first.
  public let year: Int

  /// The `unit`s of `year` that `numbers` names, counted from 1; of years `numbers` are the years, and `year` is not
  /// looked at. Returns `nil` if the year, 1 to 9999, or the year's unit does not exist.
  public init?(_ unit: Unit, _ numbers: ClosedRange<Int>, of year: Int) {
    let year = unit == .years ? numbers.lowerBound : year
    let limit = unit == .years ? 9999 : unit.perYear
    guard (1...9999).contains(year), numbers.lowerBound >= 1, numbers.upperBound <= limit else {
      return nil
    }
    self.init(unit, numbers, year)
  }

  private init(_ unit: Unit, _ numbers: ClosedRange<Int>, _ year: Int) {
    self.unit = unit
    self.numbers = numbers
    self.year = year
  }

  private static func checked(_ unit: Unit, _ numbers: ClosedRange<Int>, _ year: Int) -> Self {
    guard let span = Self(unit, numbers, of: year) else {
      preconditionFailure("the year has no such \(unit.rawValue)")
    }
    return span
  }

  /// The whole of `year`, 1 to 9999.
  public static func year(_ year: Int) -> Self { checked(.years, year...year, year) }
  /// All of `years`, 1 to 9999.
  public static func years(_ years: ClosedRange<Int>) -> Self {
    checked(.years, years, years.lowerBound)
  }
  /// The first or second half of `year`.
  public static func halfYear(_ number: Int, of year: Int) -> Self {
    checked(.halfYears, number...number, year)
  }
  /// A quarter of `year`, 1 to 4.
  public static func quarter(_ number: Int, of year: Int) -> Self {
    checked(.quarters, number...number, year)
  }
  /// Quarters of `year`, 1 to 4.
  public static func quarters(_ numbers: ClosedRange<Int>, of year: Int) -> Self {
    checked(.quarters, numbers, year)
  }
  /// A month of `year`, 1 to 12.
  public static func month(_ number: Int, of year: Int) -> Self {
    checked(.months, number...number, year)
  }
  /// Months of `year`, 1 to 12.
  public static func months(_ numbers: ClosedRange<Int>, of year: Int) -> Self {
    checked(.months, numbers, year)
  }

  /// Whether it is a single year, quarter, month ….
  public var isSingle: Bool { numbers.count == 1 }
}

extension CalendarSpan {
  /// The span that is exactly `period`, in the greatest unit that fits: a year rather than two half-years, a quarter
  /// rather than three months. Returns `nil` if the period does not begin and end with a month, or if it lies in
  /// several years without being all of them.
  public init?(_ period: Period) {
    let from = period.from
    let to = period.to
    guard from.day == 1, to.isLastOfMonth else { return nil }
    if from.month == 1, to.month == 12 {
      self = .years(from.year...to.year)
      return
    }
    guard from.year == to.year else { return nil }
    let length = to.month - from.month + 1
    let isAligned = (from.month - 1) % length == 0
    switch length {
    case 6 where isAligned: self = .halfYear(from.month / 6 + 1, of: from.year)
    case 3 where isAligned: self = .quarter(from.month / 3 + 1, of: from.year)
    default: self = .months(from.month...to.month, of: from.year)
    }
  }

  /// The first and the last day of the span.
  public var period: Period? {
    guard unit != .years else {
      return Period(from: .startOfYear(numbers.lowerBound), to: .endOfYear(numbers.upperBound))
    }
    let months = 12 / unit.perYear
    let first = CivilDate(year: year, month: (numbers.lowerBound - 1) * months + 1, day: 1)
    let last = (28...31).reversed().lazy.compactMap {
      CivilDate(year: year, month: numbers.upperBound * months, day: $0)
    }.first
    guard let first, let last else { return nil }
    return Period(from: first, to: last)
  }
}

extension CivilDate {
  /// The date in figures alone, as tables and forms print it in both languages: «15.12.2021».
  public var inFigures: String {
    func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return twoDigits(day) + "." + twoDigits(month) + "." + iso.prefix(4)
  }

  fileprivate var isLastOfMonth: Bool {
    day > 27 && CivilDate(year: year, month: month, day: day + 1) == nil
  }
}

/// The dash of ranges, held to what stands before it.
let rangeDash = Space.noBreak + "– "

/// How the number of a quarter or half-year is written; the first of each unit is the usual one.
enum SpanNumbering: Hashable, Sendable {
  case roman, words

  /// Quarters have Roman numerals, half-years words.
  static func usual(_ unit: CalendarSpan.Unit) -> SpanNumbering {
    unit == .quarters ? .roman : .words
  }

  /// The usual numbering of `unit` and the other, where it is numbered at all.
  static func accepted(_ unit: CalendarSpan.Unit) -> [SpanNumbering] {
    switch unit {
    case .quarters: [.roman, .words]
    case .halfYears: [.words, .roman]
    case .years, .months: [.roman]
    }
  }
}

/// The number of a quarter or half-year, 1 to 4, as it is written in both languages.
func romanNumeral(_ number: Int) -> String { ["I", "II", "III", "IV"][number - 1] }

extension CalendarSpan {
  /// How many months from the beginning of the year the span is, if it is that: «9 месяцев 2021 года».
  var monthsFromStart: Int? {
    unit == .months && numbers.lowerBound == 1 && !isSingle ? numbers.count : nil
  }
}
