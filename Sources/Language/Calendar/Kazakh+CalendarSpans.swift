/// Whether the word for "month" follows a month's name.
public enum KazakhMonthWording: String, Hashable, Sendable, CaseIterable {
  /// желтоқсанда.
  case bare
  /// желтоқсан айында.
  case withNoun = "with-noun"
}

extension Kazakh {
  /// Returns `span` in the form its sentence needs: «2021 жылғы IV тоқсанда», «2021 жылғы желтоқсаннан бастап».
  ///
  /// Of several units, «since» and «until» look at the nearer end: «қаңтар – наурыз» is over by its end
  /// (`untilEnd`) in March, but has not begun (`until`) before January.
  ///
  /// - Parameters:
  ///   - span: a year, half-year, quarter or month, or several in a row.
  ///   - form: what it does in its sentence.
  ///   - months: whether «айы» follows the names of months.
  /// - Returns: the phrase, numbers held to their words by no-break spaces.
  public static func span(
    _ span: CalendarSpan, _ form: KazakhYearForm = .nominative, months: KazakhMonthWording = .bare
  ) -> String {
    self.span(span, form, months, .usual(span.unit))
  }

  /// Returns every wording of `span` that usage accepts, that of ``span(_:_:months:)`` first: «IV тоқсанда», «төртінші
  /// тоқсанда»; «желтоқсанда», «желтоқсан айында»; «қаңтар – қыркүйекте», «9 айда».
  public static func acceptedSpans(
    _ span: CalendarSpan, _ form: KazakhYearForm = .nominative,
    months: KazakhMonthWording = .bare
  ) -> [String] {
    let other: KazakhMonthWording = months == .bare ? .withNoun : .bare
    var texts = SpanNumbering.accepted(span.unit).map { self.span(span, form, months, $0) }
    if span.unit == .months { texts.append(self.span(span, form, other, .roman)) }
    if let count = span.monthsFromStart, form == .during || form == .attributive {
      texts.append(
        year(span.year, .attributive) + " "
          + self.count(count, "ай", case: .locative, attributive: form == .attributive))
    }
    return texts.withoutRepetition
  }

  private static func span(
    _ span: CalendarSpan, _ form: KazakhYearForm, _ months: KazakhMonthWording,
    _ numbering: SpanNumbering
  ) -> String {
    if span.unit == .years { return years(span.numbers, form) }
    return year(span.year, .attributive) + " "
      + named(span.unit, span.numbers, form, months, numbering)
  }

  /// Returns a month without its year: «желтоқсанда», «желтоқсан айында».
  public static func month(
    _ month: Int, _ form: KazakhYearForm = .nominative, wording: KazakhMonthWording = .bare
  ) -> String {
    named(.months, month...month, form, wording, .usual(.months))
  }

  /// Returns from when to when `span` lasts, for spans of several units: «2021 жылғы қаңтардан наурызға дейін»,
  /// «2020 жылдан 2021 жылға дейін»; of a single unit, during which: «2021 жылы».
  public static func fromUntil(_ span: CalendarSpan) -> String {
    guard !span.isSingle else { return self.span(span, .during) }
    func part(_ number: Int, _ grammaticalCase: KazakhCase) -> String {
      span.unit == .years
        ? String(number) + Space.noBreak + inflect("жыл", case: grammaticalCase)
        : inflect(name(span.unit, number, .usual(span.unit)), case: grammaticalCase)
    }
    let lead = span.unit == .years ? "" : year(span.year, .attributive) + " "
    return lead + part(span.numbers.lowerBound, .ablative) + " "
      + part(span.numbers.upperBound, .dative) + " дейін"
  }

  private static func years(_ years: ClosedRange<Int>, _ form: KazakhYearForm) -> String {
    guard years.count > 1 else { return year(years.lowerBound, form) }
    func range(_ word: String) -> String {
      String(years.lowerBound) + rangeDash + String(years.upperBound) + Space.noBreak + word
    }
    switch form {
    case .nominative: return range(inflect("жыл", number: .plural))
    case .during: return self.years(from: years.lowerBound, to: years.upperBound)
    case .attributive: return range(inflect("жыл", number: .plural, attributive: true))
    case .from, .sinceStart, .until: return year(years.lowerBound, form)
    case .untilEnd: return year(years.upperBound, form)
    }
  }

  private static func named(
    _ unit: CalendarSpan.Unit, _ numbers: ClosedRange<Int>, _ form: KazakhYearForm,
    _ wording: KazakhMonthWording, _ numbering: SpanNumbering
  ) -> String {
    let isRange = numbers.count > 1
    let isMonthWithNoun = unit == .months && wording == .withNoun
    func inflected(
      _ name: String, _ grammaticalCase: KazakhCase, attributive: Bool = false,
      number: GrammaticalNumber = .singular
    ) -> String {
      guard isMonthWithNoun else {
        return inflect(name, case: grammaticalCase, attributive: attributive)
      }
      return name + " "
        + inflect(
          "ай", number: number, possessive: .third, case: grammaticalCase, attributive: attributive)
    }
    let first = name(unit, numbers.lowerBound, numbering)
    let last = name(unit, numbers.upperBound, numbering)
    let whole = isRange ? short(unit, numbers.lowerBound, numbering) + rangeDash + last : first
    let number: GrammaticalNumber = isRange ? .plural : .singular
    switch form {
    case .nominative: return inflected(whole, .nominative, number: number)
    case .during: return inflected(whole, .locative, number: number)
    case .attributive: return inflected(whole, .locative, attributive: true, number: number)
    case .from: return inflected(first, .ablative) + " бастап"
    case .until: return inflected(first, .dative) + " дейін"
    case .sinceStart: return inflected(first, .genitive) + " басынан"
    case .untilEnd: return inflected(last, .genitive) + " соңына дейін"
    }
  }

  private static func name(
    _ unit: CalendarSpan.Unit, _ number: Int, _ numbering: SpanNumbering
  ) -> String {
    let joint = numbering == .roman ? Space.noBreak : " "
    return switch unit {
    case .years: String(number) + Space.noBreak + "жыл"
    case .halfYears: short(unit, number, numbering) + joint + "жартыжылдық"
    case .quarters: short(unit, number, numbering) + joint + "тоқсан"
    case .months: monthName(number)
    }
  }

  /// What stands before the dash of a range.
  private static func short(
    _ unit: CalendarSpan.Unit, _ number: Int, _ numbering: SpanNumbering
  ) -> String {
    switch unit {
    case .years: String(number)
    case .halfYears, .quarters:
      numbering == .roman ? romanNumeral(number) : ordinalWords(number)
    case .months: monthName(number)
    }
  }
}
