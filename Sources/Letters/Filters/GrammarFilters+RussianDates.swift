import CivilDates
import Jinja
import Language

extension GrammarFilters {
  /// Russian dates, years, months and periods.
  static let russianDates: [String: GrammarFilter] = [
    "дата": .date { value, arguments, _ throws(Fault) in
      let date = try date(value, arguments)
      let forms: KeyValuePairs<String, RussianDateForm> = [
        "от": .of, "с": .from, "до": .until, "по": .through, "к": .by, "на": .asOf,
      ]
      return .string(Russian.date(date, try form(0, arguments, forms, otherwise: .date)))
    },
    "год": GrammarFilter([.number, .date, .string], example: .integer(2021)) {
      value, arguments, _ throws(Fault) in
      let year = try year(value, arguments)
      return .string(
        Russian.year(
          year, try form(0, arguments, russianSpanForms("год", "года"), otherwise: .nominative)))
    },
    "месяц": .date { value, arguments, _ throws(Fault) in
      let date = try date(value, arguments)
      return .string(
        Russian.span(
          .month(date.month, of: date.year),
          try form(
            0, arguments, russianSpanForms("месяц", "месяца"), otherwise: .nominative)))
    },
    "квартал": .date { value, arguments, _ throws(Fault) in
      let date = try date(value, arguments)
      return .string(
        Russian.span(
          .quarter((date.month + 2) / 3, of: date.year),
          try form(
            0, arguments, russianSpanForms("квартал", "квартала"), otherwise: .nominative)))
    },
    "период": .object(["from": .string("2021-01-01"), "to": .string("2021-12-15")]) {
      value, arguments, _ throws(Fault) in
      let period = try period(value, arguments)
      let forms: KeyValuePairs<String, RussianPeriodForm> = [
        "с": .fromThrough, "за": .during, "в": .in, "именительный": .nominative,
      ]
      let named = try form(
        1, arguments, ["по названию": PeriodNaming.calendar], otherwise: .days)
      return .string(
        Russian.period(
          period, try form(0, arguments, forms, otherwise: .fromThrough), naming: named))
    },
  ]

  private static func russianSpanForms(
    _ nominative: String, _ genitive: String
  ) -> KeyValuePairs<String, RussianYearForm> {
    [
      nominative: .nominative, genitive: .genitive, "за": .during, "в": .in, "с": .from,
      "с начала": .sinceStart, "по": .through, "до": .until, "к": .by,
    ]
  }
}
