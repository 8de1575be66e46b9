import CivilDates
import Diagnostics
import JSON

/// What a value must keep to besides its type.
extension CaseReader {
  mutating func checkNumber(_ number: Int, _ limits: FieldLimits, _ path: String) {
    if let minimum = limits.minimum, number < minimum {
      report(
        "V104", path, excerpt: String(number),
        Message(
          kk: "сан тым кіші: ең азы – \(minimum)", ru: "число слишком мало: не меньше \(minimum)",
          en: "the number is too small: at least \(minimum)"))
    }
    if let maximum = limits.maximum, number > maximum {
      report(
        "V104", path, excerpt: String(number),
        Message(
          kk: "сан тым үлкен: ең көбі – \(maximum)",
          ru: "число слишком велико: не больше \(maximum)",
          en: "the number is too great: at most \(maximum)"))
    }
  }

  mutating func checkLength(_ text: String, _ limits: FieldLimits, _ path: String) {
    guard let maximum = limits.maxLength, text.count > maximum else { return }
    report(
      "V104", path, excerpt: text,
      Message(
        kk: "мәтін тым ұзын: \(text.count) таңба, ең көбі – \(maximum)",
        ru: "текст слишком длинный: символов \(text.count), не больше \(maximum)",
        en: "the text is too long: \(text.count) characters, at most \(maximum)"))
  }

  mutating func checkCount(_ count: Int, _ limits: FieldLimits, _ path: String) {
    if let minimum = limits.minItems, count < minimum {
      report(
        "V104", path,
        Message(
          kk: "тізім тым қысқа: \(count), ең азы – \(minimum)",
          ru: "список слишком короткий: \(count), не меньше \(minimum)",
          en: "the list is too short: \(count), at least \(minimum)"))
    }
    if let maximum = limits.maxItems, count > maximum {
      report(
        "V104", path,
        Message(
          kk: "тізім тым ұзын: \(count), ең көбі – \(maximum)",
          ru: "список слишком длинный: \(count), не больше \(maximum)",
          en: "the list is too long: \(count), at most \(maximum)"))
    }
  }

  /// A date against its bounds, of which a field's is looked up in the same group, then in the whole of the data.
  mutating func checkDate(
    _ value: CaseValue, _ limits: FieldLimits, among group: JSON, _ path: String
  ) {
    guard case .date(let date) = value else { return }
    if let bound = limits.notBefore, let first = day(bound, among: group), date < first {
      report(
        "V104", path, excerpt: date.iso,
        Message(
          kk: "күн тым ерте: \(first.iso) немесе одан кейін болуы керек",
          ru: "дата слишком ранняя: не раньше \(first.iso)",
          en: "the date is too early: not before \(first.iso)"))
    }
    if let bound = limits.notAfter, let last = day(bound, among: group), date > last {
      report(
        "V104", path, excerpt: date.iso,
        Message(
          kk: "күн тым кеш: \(last.iso) немесе одан бұрын болуы керек",
          ru: "дата слишком поздняя: не позже \(last.iso)",
          en: "the date is too late: not after \(last.iso)"))
    }
  }

  private func day(_ bound: FieldLimits.DateBound, among group: JSON) -> CivilDate? {
    switch bound {
    case .day(let day): day
    case .field(let name):
      (group.given(name) ?? root.given(name))?.string.flatMap { CivilDate(iso: $0) }
    }
  }
}

extension FieldLimits {
  /// The limits of each item of a list that has these.
  var ofItems: FieldLimits {
    FieldLimits(minimum: minimum, maximum: maximum, maxLength: maxLength)
  }
}
