import CivilDates
import Letters

/// Dates and numbers as pages show them; letters have their own.
extension LetterLanguage {
  /// `15.12.2021`, in both languages.
  func date(_ date: CivilDate) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(date.day)).\(two(date.month)).\(date.year)"
  }

  func date(_ date: CivilDate?) -> String { date.map { self.date($0) } ?? "–" }

  /// `1 234 567`, with spaces at which no line breaks.
  func number(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "\u{A0}" }
      text.append(digit)
    }
    return text
  }

  /// The moment `seconds` after 1970 began, by the clock of Greenwich: `15.12.2021 09:30`.
  func moment(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = CivilDate(daysSinceEpoch: seconds / 86_400)
    return "\(date(day)) \(two(seconds / 3_600 % 24)):\(two(seconds / 60 % 60))"
  }
}
