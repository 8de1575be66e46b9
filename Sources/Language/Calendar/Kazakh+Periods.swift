public import CivilDates

/// What a period does in its Kazakh sentence.
public enum KazakhPeriodForm: String, Hashable, Sendable, CaseIterable {
  /// 2021 жылғы 1 қаңтар – 15 желтоқсан.
  case nominative
  /// 2021 жылғы 1 қаңтар мен 15 желтоқсан аралығында: when.
  case during
  /// 2021 жылғы 1 қаңтар мен 15 желтоқсан аралығындағы.
  case attributive
  /// 2021 жылғы 1 қаңтардан 15 желтоқсанға дейін: from when to when, the last day counted.
  case fromUntil = "from-until"
}

/// Whether a period that is a whole year, quarter or month is called so.
public enum PeriodNaming: String, Hashable, Sendable, CaseIterable {
  /// By its first and last day, whatever they are.
  case days
  /// By the calendar's name if it has one: «2021 жылы», «за 2021 год».
  case calendar
}

extension Kazakh {
  /// Returns `period` by its days or by its name, both years written where they differ.
  ///
  ///     Kazakh.period(period, .fromUntil)         // "2020 жылғы 1 желтоқсаннан 2021 жылғы 15 қаңтарға дейін"
  ///     Kazakh.period(.year(2021), .during, naming: .calendar)  // "2021 жылы"
  ///
  /// A period of one day is that day.
  ///
  /// - Parameters:
  ///   - period: the days, both ends among them.
  ///   - form: what the period does in its sentence.
  ///   - naming: whether a whole year, half-year, quarter or month is called so.
  /// - Returns: the phrase, with the no-break spaces of dates.
  public static func period(
    _ period: Period, _ form: KazakhPeriodForm = .fromUntil, naming: PeriodNaming = .days
  ) -> String {
    if naming == .calendar, let span = CalendarSpan(period) {
      switch form {
      case .nominative: return self.span(span)
      case .during: return self.span(span, .during)
      case .attributive: return self.span(span, .attributive)
      case .fromUntil: return fromUntil(span)
      }
    }
    guard period.from != period.to else {
      switch form {
      case .nominative: return date(period.from)
      case .during, .fromUntil: return date(period.from, .on)
      case .attributive: return date(period.from, .attributive)
      }
    }
    switch form {
    case .nominative: return range(period)
    case .during: return inflect(possessed: between(period), case: .locative)
    case .attributive:
      return inflect(possessed: between(period), case: .locative, attributive: true)
    case .fromUntil: return fromUntil(period)
    }
  }

  /// Returns every wording of `period` that usage accepts, that of ``period(_:_:naming:)`` first:
  /// «…қаңтардан … желтоқсанға дейін», «…қаңтардан бастап … желтоқсанға дейін».
  public static func acceptedPeriods(
    _ period: Period, _ form: KazakhPeriodForm = .fromUntil, naming: PeriodNaming = .days
  ) -> [String] {
    let house = self.period(period, form, naming: naming)
    let isNamed = naming == .calendar && CalendarSpan(period) != nil
    guard !isNamed, period.from != period.to else { return [house] }
    switch form {
    case .nominative, .attributive: return [house]
    case .during: return [house, range(period) + " аралығында"].withoutRepetition
    case .fromUntil: return [house, date(period.from, .from) + " " + later(period, .until)]
    }
  }

  private static func fromUntil(_ period: Period) -> String {
    date(period.from, case: .ablative) + " " + later(period, .until)
  }

  /// The last day, with its year only if that is another.
  private static func later(_ period: Period, _ form: KazakhDateForm) -> String {
    period.from.year == period.to.year
      ? dayAndMonth(period.to, form) : date(period.to, form)
  }

  private static func range(_ period: Period) -> String {
    isWithinMonth(period)
      ? year(period.from.year, .attributive) + " " + String(period.from.day) + rangeDash
        + dayAndMonth(period.to)
      : date(period.from) + rangeDash + later(period, .nominative)
  }

  /// «… мен … аралығы».
  private static func between(_ period: Period) -> String {
    guard !isWithinMonth(period) else { return range(period) + " аралығы" }
    return pair(date(period.from), later(period, .nominative)) + " аралығы"
  }

  private static func isWithinMonth(_ period: Period) -> Bool {
    (period.from.year, period.from.month) == (period.to.year, period.to.month)
  }
}
