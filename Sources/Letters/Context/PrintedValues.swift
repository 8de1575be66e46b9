import CivilDates
import Jinja
import Language

/// A date as a template sees it: it prints in the official form of its letter's language.
final class DateValue: CustomValue {
  let date: CivilDate
  let language: LetterLanguage

  init(_ date: CivilDate, _ language: LetterLanguage) {
    self.date = date
    self.language = language
  }

  var text: String {
    switch language {
    case .kk: Kazakh.date(date)
    case .ru: Russian.date(date)
    }
  }

  var number: Int? { nil }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "year": .integer(date.year)
    case "month": .integer(date.month)
    case "day": .integer(date.day)
    default: nil
    }
  }
}

/// A figure as a template sees it: its number, in arithmetic and conditions too, and the names of what was counted.
final class FigureValue: CustomValue {
  let name: String
  private let value: Int
  private let members: Value

  init(name: String, value: Int, members: [Value]) {
    self.name = name
    self.value = value
    self.members = .array(members)
  }

  var text: String { Figure(value).text }

  var number: Int? { value }

  func attribute(_ name: String) -> Value? { name == "members" ? members : nil }
}

/// The rows of a table as a template sees them: it goes through them, and they are a number where one is needed.
final class RowsValue: CustomValue {
  let items: [Value]?

  init(_ rows: [Value]) { items = rows }

  private var count: Int { items?.count ?? 0 }

  var text: String { Figure(count).text }

  var number: Int? { count }

  func attribute(_ name: String) -> Value? { name == "count" ? .integer(count) : nil }
}
