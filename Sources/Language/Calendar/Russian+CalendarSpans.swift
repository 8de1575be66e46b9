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
    self.span(span, form, .usual(span.unit))
  }

  /// Returns every wording of `span` that usage accepts, that of ``span(_:_:)`` first: «в IV квартале», «в четвёртом
  /// квартале»; «за январь – сентябрь», «за 9 месяцев».
  public static func acceptedSpans(
    _ span: CalendarSpan, _ form: RussianYearForm = .nominative
  ) -> [String] {
    var texts = SpanNumbering.accepted(span.unit).map { self.span(span, form, $0) }
    if let count = span.monthsFromStart, form == .during, let month = noun("месяц") {
      texts.append(
        "за " + String(count) + Space.noBreak + agreeing(month, with: count, case: .accusative)
          + " " + year(span.year, .genitive))
    }
    return texts.flatMap { [$0, withoutYo($0)] }.withoutRepetition
  }

  private static func span(
    _ span: CalendarSpan, _ form: RussianYearForm, _ numbering: SpanNumbering
  ) -> String {
    let ofYear = span.unit == .years ? "" : " " + year(span.year, .genitive)
    return named(span.unit, span.numbers, form, numbering) + ofYear
  }

  /// Returns a month without its year: «в декабре», «за январь», «с января».
  public static func month(_ month: Int, _ form: RussianYearForm = .nominative) -> String {
    named(.months, month...month, form, .usual(.months))
  }

  /// Returns from when to when `span` lasts, for spans of several units: «с января по март 2021 года»,
  /// «с 2020 по 2021 год»; of a single unit, during which: «за 2021 год».
  public static func fromThrough(_ span: CalendarSpan) -> String {
    let numbers = span.numbers
    guard !span.isSingle else { return self.span(span, .during) }
    let ofYear = span.unit == .years ? "" : " " + year(span.year, .genitive)
    let numbering = SpanNumbering.usual(span.unit)
    let first = short(span.unit, numbers.lowerBound, .genitive, numbering)
    return prepositional("с", first, spoken: spoken(span.unit, numbers.lowerBound, .genitive))
      + " по " + full(span.unit, numbers.upperBound, .accusative, numbering) + ofYear
  }

  private static func named(
    _ unit: CalendarSpan.Unit, _ numbers: ClosedRange<Int>, _ form: RussianYearForm,
    _ numbering: SpanNumbering
  ) -> String {
    func point(_ number: Int, _ preposition: String, _ grammaticalCase: RussianCase) -> String {
      prepositional(
        preposition, full(unit, number, grammaticalCase, numbering),
        spoken: spoken(unit, number, grammaticalCase))
    }
    func whole(_ grammaticalCase: RussianCase) -> String {
      guard numbers.count > 1 else {
        return full(unit, numbers.lowerBound, grammaticalCase, numbering)
      }
      return short(unit, numbers.lowerBound, grammaticalCase, numbering) + rangeDash
        + full(unit, numbers.upperBound, grammaticalCase, numbering, isLastOfSeveral: true)
    }
    switch form {
    case .nominative: return whole(.nominative)
    case .genitive: return whole(.genitive)
    case .during: return "за " + whole(.accusative)
    case .in:
      return prepositional(
        "в", whole(.prepositional), spoken: spoken(unit, numbers.lowerBound, .prepositional))
    case .from: return point(numbers.lowerBound, "с", .genitive)
    case .sinceStart: return "с начала " + full(unit, numbers.lowerBound, .genitive, numbering)
    case .through: return "по " + full(unit, numbers.upperBound, .accusative, numbering)
    case .until: return "до " + full(unit, numbers.lowerBound, .genitive, numbering)
    case .by: return point(numbers.lowerBound, "к", .dative)
    }
  }

  /// A unit with its noun, which stands in the plural at the end of a range of numbers: «I – III кварталы».
  private static func full(
    _ unit: CalendarSpan.Unit, _ number: Int, _ grammaticalCase: RussianCase,
    _ numbering: SpanNumbering, isLastOfSeveral: Bool = false
  ) -> String {
    let count: GrammaticalNumber = isLastOfSeveral ? .plural : .singular
    let joint = numbering == .roman ? Space.noBreak : " "
    let short = short(unit, number, grammaticalCase, numbering)
    switch unit {
    case .years:
      // The second prepositional of «год», for when: в 2021 году.
      let isWhen = grammaticalCase == .prepositional && !isLastOfSeveral
      return short + Space.noBreak + (isWhen ? "году" : SpanNouns.year[count, grammaticalCase])
    case .halfYears: return short + joint + SpanNouns.halfYear[.singular, grammaticalCase]
    case .quarters: return short + joint + SpanNouns.quarter[count, grammaticalCase]
    case .months: return short
    }
  }

  /// A unit without its noun.
  private static func short(
    _ unit: CalendarSpan.Unit, _ number: Int, _ grammaticalCase: RussianCase,
    _ numbering: SpanNumbering
  ) -> String {
    switch unit {
    case .years: String(number)
    case .halfYears, .quarters:
      numbering == .roman ? romanNumeral(number) : order(unit, number, grammaticalCase)
    case .months: monthName(number, case: grammaticalCase)
    }
  }

  /// How a unit begins when it is read aloud: «второго» of «II».
  private static func spoken(
    _ unit: CalendarSpan.Unit, _ number: Int, _ grammaticalCase: RussianCase
  ) -> String? {
    unit == .quarters || unit == .halfYears ? order(unit, number, grammaticalCase) : nil
  }

  private static func order(
    _ unit: CalendarSpan.Unit, _ number: Int, _ grammaticalCase: RussianCase
  ) -> String {
    ordinalWords(
      number, case: grammaticalCase, gender: unit == .quarters ? .masculine : .neuter)
  }
}

private enum SpanNouns {
  static let year = Russian.own("год")
  static let quarter = Russian.own("квартал")
  static let halfYear = Russian.own("полугодие")
}
