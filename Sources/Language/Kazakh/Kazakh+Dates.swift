public import CivilDates

/// What a date does in its Kazakh sentence.
public enum KazakhDateForm: String, Hashable, Sendable, CaseIterable {
  /// 2021 жылғы 15 желтоқсан.
  case nominative
  /// 2021 жылғы 15 желтоқсандағы (№ ДС-343): the date of an act or letter.
  case attributive
  /// 2021 жылғы 15 желтоқсанда: when.
  case on
  /// 2021 жылғы 15 желтоқсаннан бастап: since when.
  case from
  /// 2021 жылғы 15 желтоқсанға дейін: until when.
  case until
  /// 2021 жылғы 15 желтоқсаннан кешіктірмей: the last day on which something may be done.
  case notLater = "not-later"
  /// 2021 жылғы 15 желтоқсандағы жағдай бойынша: the state of affairs that figures describe.
  case asOf = "as-of"
}

/// What a year does in its Kazakh sentence.
public enum KazakhYearForm: String, Hashable, Sendable, CaseIterable {
  /// 2020 жыл.
  case nominative
  /// 2020 жылы: in that year.
  case during
  /// 2020 жылғы: of that year.
  case attributive
  /// 2017 жылдан бастап: since that year.
  case from
  /// 2021 жылға дейін: until that year.
  case until
  /// 2021 жылдың басынан: since its first day.
  case sinceStart = "since-start"
  /// 2021 жылдың соңына дейін: until its last day.
  case untilEnd = "until-end"
}

extension Kazakh {
  /// Returns `date` in the official form, year first: «2021 жылғы 15 желтоқсанда».
  ///
  /// Year and «жылғы», day and month are joined by no-break spaces; figures of a date take no hyphen.
  public static func date(_ date: CivilDate, _ form: KazakhDateForm = .nominative) -> String {
    year(date.year, .attributive) + " " + dayAndMonth(date, form)
  }

  /// Returns `date` in a case of its own: «2021 жылғы 15 желтоқсаннан».
  public static func date(_ date: CivilDate, case: KazakhCase) -> String {
    year(date.year, .attributive) + " " + String(date.day) + Space.noBreak
      + inflect(monthName(date.month), case: `case`)
  }

  /// Returns `date` without its year, where that is known: «15 желтоқсанда».
  public static func dayAndMonth(
    _ date: CivilDate, _ form: KazakhDateForm = .nominative
  ) -> String {
    let month = monthName(date.month)
    let day = String(date.day) + Space.noBreak
    switch form {
    case .nominative: return day + month
    case .attributive: return day + inflect(month, attributive: true)
    case .on: return day + inflect(month, case: .locative)
    case .from: return day + inflect(month, case: .ablative) + " бастап"
    case .until: return day + inflect(month, case: .dative) + " дейін"
    case .notLater: return day + inflect(month, case: .ablative) + " кешіктірмей"
    case .asOf: return day + inflect(month, attributive: true) + " жағдай бойынша"
    }
  }

  /// Returns `year` with «жыл» in the form its sentence needs: «2017 жылдан бастап».
  public static func year(_ year: Int, _ form: KazakhYearForm = .nominative) -> String {
    let word = "жыл"
    let rest: String
    switch form {
    case .nominative: rest = word
    case .during: rest = inflect(word, possessive: .third)
    case .attributive: rest = attach([.temporal], to: word) ?? word
    case .from: rest = inflect(word, case: .ablative) + " бастап"
    case .until: rest = inflect(word, case: .dative) + " дейін"
    case .sinceStart: rest = inflect(word, case: .genitive) + " басынан"
    case .untilEnd: rest = inflect(word, case: .genitive) + " соңына дейін"
    }
    return String(year) + Space.noBreak + rest
  }

  /// Returns the years from `first` to `last`, when something happened: «2020 – 2021 жылдары».
  public static func years(from first: Int, to last: Int) -> String {
    String(first) + Space.noBreak + "– " + String(last) + Space.noBreak
      + inflect("жыл", number: .plural, possessive: .third)
  }

  /// The name of `month`, 1 to 12, lower case: «желтоқсан».
  public static func monthName(_ month: Int) -> String {
    precondition((1...12).contains(month), "months are numbered from 1 to 12")
    return months[month - 1]
  }

  private static let months = [
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
    "қараша", "желтоқсан",
  ]
}
