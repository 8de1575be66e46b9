import CivilDates
import Glibc
import Letters

/// Dates and numbers as pages show them; letters have their own.
extension LetterLanguage {
  /// `15.12.2021`, in both languages.
  func date(_ date: CivilDate) -> String { date.inFigures }

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
}

extension CivilDate {
  /// The day as both languages write it in figures: 15.12.2021.
  var inFigures: String {
    let parts = [day, month].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(parts[0]).\(parts[1]).\(year)"
  }
}

/// A moment as pages show it, in the time of the office.
enum PageTimes {
  /// Day and time, such as 15.12.2021, 09:05.
  static func text(_ moment: Int) -> String {
    let parts = parts(of: moment)
    let day = CivilDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return "\(day?.inFigures ?? ""), \(time(parts))"
  }

  /// The same of a moment that the register keeps as 2021-12-20T09:30:00Z.
  static func text(_ moment: String) -> String? {
    let time = moment.dropFirst(11).dropLast().split(separator: ":").compactMap { Int32($0) }
    guard let day = CivilDate(iso: moment.prefix(10)), time.count == 3 else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon) = (Int32(day.year - 1900), Int32(day.month - 1))
    (parts.tm_mday, parts.tm_hour) = (Int32(day.day), time[0])
    (parts.tm_min, parts.tm_sec) = (time[1], time[2])
    return text(timegm(&parts))
  }

  /// The time of the day, such as 09:05.
  static func time(_ moment: Int) -> String { time(parts(of: moment)) }

  private static func time(_ parts: tm) -> String {
    [parts.tm_hour, parts.tm_min].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  private static func parts(of moment: Int) -> tm {
    var (seconds, parts) = (time_t(moment), tm())
    localtime_r(&seconds, &parts)
    return parts
  }
}
