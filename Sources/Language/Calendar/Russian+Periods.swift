public import CivilDates

/// What a period does in its Russian sentence.
public enum RussianPeriodForm: String, Hashable, Sendable, CaseIterable {
  /// 1 января – 15 декабря 2021 года.
  case nominative
  /// за период с 1 января по 15 декабря 2021 года: in the whole of it.
  case during
  /// в период с 1 января по 15 декабря 2021 года: some time in it.
  case `in`
  /// с 1 января по 15 декабря 2021 года: from when to when, the last day counted.
  case fromThrough = "from-through"
}

extension Russian {
  /// Returns `period` by its days or by its name, both years written where they differ.
  ///
  ///     Russian.period(period, .fromThrough)  // "с 1 декабря 2020 года по 15 января 2021 года"
  ///     Russian.period(.year(2021), .during, naming: .calendar)  // "за 2021 год"
  ///
  /// A period of one day is that day.
  ///
  /// - Parameters:
  ///   - period: the days, both ends among them.
  ///   - form: what the period does in its sentence.
  ///   - naming: whether a whole year, half-year, quarter or month is called so.
  /// - Returns: the phrase, with the no-break spaces of dates.
  public static func period(
    _ period: Period, _ form: RussianPeriodForm = .fromThrough, naming: PeriodNaming = .days
  ) -> String {
    if naming == .calendar, let span = CalendarSpan(period) {
      switch form {
      case .nominative: return self.span(span)
      case .during: return self.span(span, .during)
      case .in: return self.span(span, .in)
      case .fromThrough: return fromThrough(span)
      }
    }
    guard period.from != period.to else {
      return form == .during ? "за " + date(period.from) : date(period.from)
    }
    let days = fromThrough(period)
    switch form {
    case .nominative: return earlier(period, .date) + rangeDash + date(period.to)
    case .during: return "за период " + days
    case .in: return "в период " + days
    case .fromThrough: return days
    }
  }

  private static func fromThrough(_ period: Period) -> String {
    earlier(period, .from) + " " + date(period.to, .through)
  }

  /// The first day without what it shares with the last: «1», «1 января», «1 января 2021 года».
  private static func earlier(_ period: Period, _ form: RussianDateForm) -> String {
    guard period.from.year == period.to.year else { return date(period.from, form) }
    guard period.from.month == period.to.month else { return dayAndMonth(period.from, form) }
    return written(String(period.from.day), form, day: period.from.day)
  }
}
