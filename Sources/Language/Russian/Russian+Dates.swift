public import CivilDates

/// What a date does in its Russian sentence.
public enum RussianDateForm: String, Hashable, Sendable, CaseIterable {
  /// 15 декабря 2021 года: the date of a document, and when something happened.
  case date
  /// от 15 декабря 2021 года (№ …): the date of an act or letter.
  case of
  /// с 15 декабря 2021 года.
  case from
  /// до 15 декабря 2021 года: the day itself no longer counts.
  case until
  /// по 15 декабря 2021 года: the day itself still counts.
  case through
  /// к 15 декабря 2021 года.
  case by
  /// по состоянию на 15 декабря 2021 года.
  case asOf = "as-of"
}

/// What a year does in its Russian sentence.
public enum RussianYearForm: String, Hashable, Sendable, CaseIterable {
  /// 2020 год.
  case nominative
  /// 2020 года.
  case genitive
  /// за 2020 год: the whole of it.
  case during
  /// в 2020 году: some time in it.
  case `in`
  /// с 2017 года.
  case from
  /// с начала 2021 года.
  case sinceStart = "since-start"
  /// по 2021 год: the year itself still counts.
  case through
  /// до 2021 года: the year itself no longer counts.
  case until
  /// к 2022 году.
  case by
}

extension Russian {
  /// Returns `date` in the official form, «15 декабря 2021 года», with the words before it that `form` names.
  ///
  /// The day stays a bare figure in every case. Day and month, year and «года» are joined by no-break spaces.
  public static func date(_ date: CivilDate, _ form: RussianDateForm = .date) -> String {
    written(dayOfMonth(date) + " " + year(date.year, .genitive), form, day: date.day)
  }

  /// Returns `date` without its year, where that is known: «с 15 декабря».
  public static func dayAndMonth(_ date: CivilDate, _ form: RussianDateForm = .date) -> String {
    written(dayOfMonth(date), form, day: date.day)
  }

  private static func dayOfMonth(_ date: CivilDate) -> String {
    String(date.day) + Space.noBreak + monthNoun(date.month)[.singular, .genitive]
  }

  /// A date that begins with the figure `day`, behind the words of `form`.
  static func written(_ date: String, _ form: RussianDateForm, day: Int) -> String {
    switch form {
    case .date: date
    case .of: "от " + date
    case .from: clusterPreposition("с", before: day) + date
    case .until: "до " + date
    case .through: "по " + date
    case .by: clusterPreposition("к", before: day) + date
    case .asOf: "по состоянию на " + date
    }
  }

  /// Returns `year` with «год» in the form its sentence needs: «за 2020 год», «с начала 2021 года».
  public static func year(_ year: Int, _ form: RussianYearForm = .nominative) -> String {
    func written(_ word: String) -> String { String(year) + Space.noBreak + word }
    switch form {
    case .nominative: return written("год")
    case .genitive: return written("года")
    case .during: return "за " + written("год")
    case .in: return "в " + written("году")
    case .from: return "с " + written("года")
    case .sinceStart: return "с начала " + written("года")
    case .through: return "по " + written("год")
    case .until: return "до " + written("года")
    case .by: return "к " + written("году")
    }
  }

  /// Returns the years from `first` to `last`, when something happened: «в 2020 – 2021 годах».
  public static func years(from first: Int, to last: Int) -> String {
    "в " + String(first) + Space.noBreak + "– " + String(last) + Space.noBreak + "годах"
  }

  /// Returns the name of `month`, 1 to 12, in a case: «декабрь», «в декабре», «с января».
  public static func monthName(_ month: Int, case: RussianCase = .nominative) -> String {
    monthNoun(month)[.singular, `case`]
  }

  /// «С» and «к» take a vowel before «второго», «второму» alone: с двадцать второго.
  private static func clusterPreposition(_ preposition: String, before day: Int) -> String {
    preposition + (day == 2 ? "о " : " ")
  }

  private static func monthNoun(_ month: Int) -> RussianNoun {
    precondition((1...12).contains(month), "months are numbered from 1 to 12")
    return months[month - 1]
  }

  private static let months: [RussianNoun] = [
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
    "ноябрь", "декабрь",
  ].map {
    RussianNoun(declining: $0, gender: .masculine) ?? RussianNoun(indeclinable: $0, .masculine)
  }
}
