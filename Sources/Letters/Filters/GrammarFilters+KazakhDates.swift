import CivilDates
import Jinja
import Language

extension GrammarFilters {
  /// Kazakh dates, years, months and periods.
  static let kazakhDates: [String: GrammarFilter] = [
    "күн": .date { value, arguments, _ throws(Fault) in
      let date = try date(value, arguments)
      let forms: KeyValuePairs<String, KazakhDateForm> = [
        "атау": .nominative, "дағы": .attributive, "жатыс": .on, "бастап": .from,
        "дейін": .until, "кешіктірмей": .notLater, "жағдай": .asOf,
      ]
      return .string(Kazakh.date(date, try form(0, arguments, forms, otherwise: .nominative)))
    },
    "жыл": GrammarFilter([.number, .date, .string], example: .integer(2021)) {
      value, arguments, _ throws(Fault) in
      let year = try year(value, arguments)
      return .string(
        Kazakh.year(year, try form(0, arguments, kazakhSpanForms("жыл"), otherwise: .nominative)))
    },
    "ай": .date { value, arguments, _ throws(Fault) in
      let date = try date(value, arguments)
      return .string(
        Kazakh.span(
          .month(date.month, of: date.year),
          try form(0, arguments, kazakhSpanForms("ай"), otherwise: .nominative)))
    },
    "тоқсан": .date { value, arguments, _ throws(Fault) in
      let date = try date(value, arguments)
      return .string(
        Kazakh.span(
          .quarter((date.month + 2) / 3, of: date.year),
          try form(0, arguments, kazakhSpanForms("тоқсан"), otherwise: .nominative)))
    },
    "кезең": .object(["from": .string("2021-01-01"), "to": .string("2021-12-15")]) {
      value, arguments, _ throws(Fault) in
      let period = try period(value, arguments)
      let forms: KeyValuePairs<String, KazakhPeriodForm> = [
        "дейін": .fromUntil, "атау": .nominative, "жатыс": .during, "дағы": .attributive,
      ]
      let named = try form(1, arguments, ["атауымен": PeriodNaming.calendar], otherwise: .days)
      return .string(
        Kazakh.period(
          period, try form(0, arguments, forms, otherwise: .fromUntil), naming: named))
    },
  ]

  private static func kazakhSpanForms(
    _ noun: String
  ) -> KeyValuePairs<String, KazakhYearForm> {
    [
      noun: .nominative, "жылы": .during, "жатыс": .during, "жылғы": .attributive,
      "дағы": .attributive, "бастап": .from, "дейін": .until, "басынан": .sinceStart,
      "соңына": .untilEnd,
    ]
  }
}
