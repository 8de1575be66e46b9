import CivilDates
import Language

/// A full date in a text, in any of the forms of either language.
struct TextDate: Sendable {
  let date: CivilDate
  let tokens: Range<Int>

  /// The date that begins with the token at `index`: «15 декабря 2021 года», «2021 жылғы 15 желтоқсандағы», «15.12.2021».
  init?(at index: Int, in tokens: [TokenizedText.Token], _ language: LetterLanguage) {
    guard tokens[index].kind == .number, let first = Int(tokens[index].text) else { return nil }
    func number(_ offset: Int) -> Int? {
      let position = index + offset
      guard position < tokens.count, tokens[position].kind == .number else { return nil }
      return Int(tokens[position].text)
    }
    func word(_ offset: Int) -> String? {
      let position = index + offset
      guard position < tokens.count, tokens[position].kind == .word else { return nil }
      return tokens[position].lowercased
    }
    func isDot(_ offset: Int) -> Bool {
      index + offset < tokens.count && tokens[index + offset].isMark(".")
        && tokens[index + offset].gap == .none
    }
    if isDot(1), isDot(3), let month = number(2), let year = number(4), year > 1900,
      let date = CivilDate(year: year, month: month, day: first)
    {
      self.date = date
      self.tokens = index..<index + 5
      return
    }
    switch language {
    case .ru:
      guard let month = word(1).flatMap(Self.russianMonth), let year = number(2),
        let date = CivilDate(year: year, month: month, day: first)
      else { return nil }
      self.date = date
      let hasWord = word(3).map { ["года", "году", "год", "г"].contains($0) } ?? false
      self.tokens = index..<index + (hasWord ? 4 : 3)
    case .kk:
      guard let year = word(1), year.hasPrefix("жыл"), let day = number(2),
        let month = word(3).flatMap(Self.kazakhMonth),
        let date = CivilDate(year: first, month: month, day: day)
      else { return nil }
      self.date = date
      self.tokens = index..<index + 4
    }
  }

  static func isMonth(_ word: String, _ language: LetterLanguage) -> Bool {
    (language == .kk ? kazakhMonth(word) : russianMonth(word)) != nil
  }

  private static func kazakhMonth(_ word: String) -> Int? {
    (1...12).first { month in
      let name = Kazakh.monthName(month)
      return word.hasPrefix(name) && InflectedWord.isKazakhEnding(word.dropFirst(name.count))
    }
  }

  private static let russianMonths = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
    "ноября", "декабря",
  ]

  private static func russianMonth(_ word: String) -> Int? {
    russianMonths.firstIndex(of: word).map { $0 + 1 }
  }

  /// The dates of a text in order.
  static func all(in tokens: [TokenizedText.Token], _ language: LetterLanguage) -> [TextDate] {
    tokens.indices.compactMap { TextDate(at: $0, in: tokens, language) }
  }
}

/// The day of a letter, as far as the letter itself tells it.
struct LetterDate {
  let date: CivilDate
  /// Whether it is the letter's own; else the letter is not older than that.
  let isOwn: Bool
  /// Whether the letter may be any time younger, as nothing but the documents that it cites tells its age.
  private let isOpen: Bool

  init?(_ letter: FinishedLetter) {
    func date(of requisite: Requisite) -> CivilDate? {
      letter.paragraphs.lazy.filter { $0.requisite == requisite }
        .flatMap { TextDate.all(in: $0.text.tokens, letter.language) }.map(\.date).first
    }
    if let own = date(of: .number) {
      self.date = own
      isOwn = true
      isOpen = false
      return
    }
    // An answer is not older than what it answers, nor than what it speaks of as past. Acts have dates of their own, and an answer
    // is not given a year later.
    let answered = date(of: .reference)
    let latest = answered.map { $0.monthCount + 4 }
    var dates: [CivilDate] = []
    var documents: [CivilDate] = []
    for paragraph in letter.paragraphs where paragraph.requisite.isRunningText {
      for date in TextDate.all(in: paragraph.text.tokens, letter.language)
      where !Self.isDeadline(date, in: paragraph.text.tokens, letter.language) {
        if Self.isOfDocument(date, in: paragraph.text.tokens) {
          documents.append(date.date)
        } else if latest.map({ date.date.monthCount <= $0 }) ?? true {
          dates.append(date.date)
        }
      }
    }
    let own = dates + [answered].compactMap { $0 }
    guard let last = (own.isEmpty ? documents : own).max() else { return nil }
    self.date = last
    isOwn = false
    isOpen = own.isEmpty
  }

  /// «от 10 июля 2023 года № 18-VIII», «2023 жылғы 10 шілдедегі № 18-VIII»
  private static func isOfDocument(_ date: TextDate, in tokens: [TokenizedText.Token]) -> Bool {
    (date.tokens.upperBound < tokens.count && tokens[date.tokens.upperBound].isMark("№"))
      || (date.tokens.lowerBound > 0
        && ["от", "г"].contains(tokens[date.tokens.lowerBound - 1].lowercased))
  }

  /// Whether something that began on a day was there on the letter's. A letter without a date of its own may be some months
  /// younger than the last day that it speaks of.
  func isAfterBeginning(_ from: CivilDate) -> Bool {
    if isOwn { return from <= date }
    if isOpen { return true }
    return from.monthCount <= date.monthCount + 6
  }

  /// Whether something may have begun after the letter's day as well as before it.
  func isAroundBeginning(_ from: CivilDate) -> Bool {
    !isOwn && !isOpen && date < from && isAfterBeginning(from)
  }

  /// «до 21 марта», «21 наурызға дейін», «21 наурыздан бастап»: a day that may lie ahead.
  private static func isDeadline(
    _ date: TextDate, in tokens: [TokenizedText.Token], _ language: LetterLanguage
  ) -> Bool {
    let around =
      tokens[max(0, date.tokens.lowerBound - 4)..<date.tokens.lowerBound]
      + tokens[date.tokens.upperBound..<min(tokens.count, date.tokens.upperBound + 4)]
    if around.contains(where: { $0.lowercased.hasPrefix("вступ") || $0.lowercased == "күшіне" }) {
      return true
    }
    switch language {
    case .ru:
      guard date.tokens.lowerBound > 0 else { return false }
      return ["до", "позднее", "с", "со", "по", "к"].contains(
        tokens[date.tokens.lowerBound - 1].lowercased)
        && !(date.tokens.lowerBound > 1
          && tokens[date.tokens.lowerBound - 2].lowercased == "состоянию")
    case .kk:
      guard date.tokens.upperBound < tokens.count else { return false }
      let after = tokens[date.tokens.upperBound].lowercased
      return ["дейін", "бастап", "кешіктірмей"].contains(after)
    }
  }
}

extension CivilDate {
  /// Months since the year 0.
  fileprivate var monthCount: Int { year * 12 + month }
}
