import CivilDates
import Language
import Letters

/// The choice of a period: a year, a part of one, or any days.
struct PeriodForm {
  let period: Period?
  let asOf: CivilDate
  /// What is wrong, by field.
  private(set) var errors: [String: Phrase] = [:]
  private let fields: FormFields
  private let today: CivilDate

  /// The parts of a year, by the names of `Period(notation:)`.
  private static let parts: [(value: String, text: Phrase)] =
    ["I", "II"].enumerated().map { ("H\($0 + 1)", .halfYear($1)) }
    + ["I", "II", "III", "IV"].enumerated().map { ("Q\($0 + 1)", .quarter($1)) }
    + (1...12).map { month in
      let text = Phrase(kk: Kazakh.month(month), ru: Russian.month(month))
      return (month < 10 ? "0\(month)" : "\(month)", text)
    }

  /// What was asked; the year of today where nothing was.
  init(_ fields: FormFields, today: CivilDate) {
    self.fields = fields
    self.today = today
    var errors: [String: Phrase] = [:]
    for name in ["from", "to", "asOf"] where fields.date(name) == .wrong {
      errors[name] = .wrongDate
    }
    var period: Period?
    if let notation = fields.text("period") {
      period = Period(notation: notation)
      if period == nil { errors["year"] = .wrongPeriod }
    } else if fields.text("from") != nil || fields.text("to") != nil {
      if let from = fields.date("from").date, let to = fields.date("to").date {
        period = Period(from: from, to: to)
      }
      if period == nil, errors.isEmpty { errors["from"] = .wrongPeriod }
    } else {
      let year = fields.text("year") ?? String(today.year)
      let part = fields.text("part").map { "-\($0)" } ?? ""
      period = year.utf8.count == 4 ? Period(notation: year + part) : nil
      if period == nil { errors["year"] = .wrongYear }
    }
    asOf = fields.date("asOf").date ?? today
    self.period = errors.isEmpty ? period : nil
    self.errors = errors
  }

  /// The fields, to stand in a form.
  func html(_ language: LetterLanguage, withAsOf: Bool = true) -> HTML {
    let year = fields.text("year") ?? String(period?.from.year ?? today.year)
    let options = Self.parts.map { ($0.value, $0.text[language]) }
    let asOf: HTML =
      withAsOf
      ? Forms.field(
        "asOf", Phrase.asOf[language], value: fields["asOf"] ?? self.asOf.iso, type: "date",
        error: errors["asOf"]?[language]) : .nothing
    return """
      <div class="row">
      \(Forms.field("year", Phrase.year[language], value: year, type: "number", error: errors["year"]?[language], attributes: " min=\"1900\" max=\"9999\""))
      \(Forms.choice("part", Phrase.partOfYear[language], options: [("", Phrase.wholeYear[language])] + options, selected: fields["part"] ?? ""))
      \(Forms.field("from", Phrase.periodFrom[language], value: fields["from"] ?? "", type: "date", error: errors["from"]?[language]))
      \(Forms.field("to", Phrase.periodTo[language], value: fields["to"] ?? "", type: "date", error: errors["to"]?[language]))
      \(asOf)
      </div>

      """
  }

  /// The period in words, in both languages.
  static func phrase(_ period: Period) -> Phrase {
    Phrase(
      kk: Kazakh.period(period, .nominative), ru: Russian.period(period, .nominative))
  }
}
