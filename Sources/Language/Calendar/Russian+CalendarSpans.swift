extension Russian {
  /// Returns `span` in the form its sentence needs: «за I квартал 2022 года», «во втором полугодии 2021 года»,
  /// «с декабря 2021 года».
  ///
  /// Of several units, «с» and «до» look at the first of them, «по» at the last.
  ///
  /// - Parameters:
  ///   - span: a year, half-year, quarter or month, or several in a row.
  ///   - form: what it does in its sentence.
  /// - Returns: the phrase, numbers held to their words by no-break spaces.
  public static func span(_ span: CalendarSpan, _ form: RussianYearForm = .nominative) -> String {
    let ofYear = span.unit == .years ? "" : " " + year(span.year, .genitive)
    return named(span.unit, span.numbers, form) + ofYear
  }

  /// Returns a month without its year: «в декабре», «за январь», «с января».
  public static func month(_ month: Int, _ form: RussianYearForm = .nominative) -> String {
    named(.months, month...month, form)
  }

  /// Returns from when to when `span` lasts, for spans of several units: «с января по март 2021 года»,
  /// «с 2020 по 2021 год»; of a single unit, during which: «за 2021 год».
  public static func fromThrough(_ span: CalendarSpan) -> String {
    let numbers = span.numbers
    guard !span.isSingle else { return self.span(span, .during) }
    let ofYear = span.unit == .years ? "" : " " + year(span.year, .genitive)
    let first = short(span.unit, numbers.lowerBound, .genitive)
    return prepositional("с", first, spoken: spoken(span.unit, numbers.lowerBound, .genitive))
      + " по " + full(span.unit, numbers.upperBound, .accusative) + ofYear
  }

  private static func named(
    _ unit: CalendarSpan.Unit, _ numbers: ClosedRange<Int>, _ form: RussianYearForm
  ) -> String {
    func point(_ number: Int, _ preposition: String, _ grammaticalCase: RussianCase) -> String {
      prepositional(
        preposition, full(unit, number, grammaticalCase),
        spoken: spoken(unit, number, grammaticalCase))
    }
    func whole(_ grammaticalCase: RussianCase) -> String {
      guard numbers.count > 1 else { return full(unit, numbers.lowerBound, grammaticalCase) }
      return short(unit, numbers.lowerBound, grammaticalCase) + rangeDash
        + full(unit, numbers.upperBound, grammaticalCase, isLastOfSeveral: true)
    }
    switch form {
    case .nominative: return whole(.nominative)
    case .genitive: return whole(.genitive)
    case .during: return "за " + whole(.accusative)
    case .in:
      return prepositional(
        "в", whole(.prepositional), spoken: spoken(unit, numbers.lowerBound, .prepositional))
    case .from: return point(numbers.lowerBound, "с", .genitive)
    case .sinceStart: return "с начала " + full(unit, numbers.lowerBound, .genitive)
    case .through: return "по " + full(unit, numbers.upperBound, .accusative)
    case .until: return "до " + full(unit, numbers.lowerBound, .genitive)
    case .by: return point(numbers.lowerBound, "к", .dative)
    }
  }

  /// A unit with its noun, which stands in the plural at the end of a range of numbers: «I – III кварталы».
  private static func full(
    _ unit: CalendarSpan.Unit, _ number: Int, _ grammaticalCase: RussianCase,
    isLastOfSeveral: Bool = false
  ) -> String {
    let count: GrammaticalNumber = isLastOfSeveral ? .plural : .singular
    switch unit {
    case .years:
      // The second prepositional of «год», for when: в 2021 году.
      let isWhen = grammaticalCase == .prepositional && !isLastOfSeveral
      let word = isWhen ? "году" : Self.unit.year[count, grammaticalCase]
      return String(number) + Space.noBreak + word
    case .halfYears:
      return short(unit, number, grammaticalCase) + " "
        + Self.unit.halfYear[.singular, grammaticalCase]
    case .quarters:
      return romanQuarter(number) + Space.noBreak + Self.unit.quarter[count, grammaticalCase]
    case .months: return monthName(number, case: grammaticalCase)
    }
  }

  /// A unit without its noun.
  private static func short(
    _ unit: CalendarSpan.Unit, _ number: Int, _ grammaticalCase: RussianCase
  ) -> String {
    switch unit {
    case .years: String(number)
    case .halfYears: order(number).form(.singular, .neuter, grammaticalCase)
    case .quarters: romanQuarter(number)
    case .months: monthName(number, case: grammaticalCase)
    }
  }

  /// How a unit begins when it is read aloud: «второго» of «II».
  private static func spoken(
    _ unit: CalendarSpan.Unit, _ number: Int, _ grammaticalCase: RussianCase
  ) -> String? {
    unit == .quarters ? order(number).form(.singular, .masculine, grammaticalCase) : nil
  }

  private static func order(_ number: Int) -> RussianAdjective { unit.orders[number - 1] }

  private static let unit = (
    year: regular("год"), quarter: regular("квартал"), halfYear: regular("полугодие"),
    orders: ["первый", "второй", "третий", "четвертый"].compactMap { RussianAdjective($0) }
  )

  private static func regular(_ word: String) -> RussianNoun {
    noun(word) ?? RussianNoun(indeclinable: word, .masculine)
  }
}
