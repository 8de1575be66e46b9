import CivilDates
import Diagnostics
import Language

/// G5: dates and years have the form that the words before them call for, and days that exist.
enum RussianDateRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    var findings: [TextFinding] = []
    for index in passage.units.indices {
      if let finding = day(index, passage) ?? year(index, passage) { findings.append(finding) }
    }
    return findings
  }

  private struct Month {
    let number: Int
    let forms: RussianForms
  }

  // MARK: Days

  /// «15 декабрь», «15-го декабря», «31 ноября», «15 декабря 2021 год».
  private static func day(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    guard let before = passage[index - 1], before.kind == .number || before.kind == .name,
      let month = month(passage[index])
    else { return nil }
    let day: Int
    if before.kind == .number, let value = Int(passage.words(index - 1...index - 1)) {
      day = value
    } else if before.kind == .name, let value = withLetters(passage.words(index - 1...index - 1)) {
      return finding(
        passage, index - 1...index - 1, String(value),
        Message(
          kk: "күнді білдіретін санға жалғау қосылмайды: `\(passage.words(index - 1...index))`",
          ru: "к числу в дате не добавляют окончание: `\(passage.words(index - 1...index))`",
          en: "the day of a date has no ending: `\(passage.words(index - 1...index))`"))
    } else {
      return nil
    }
    guard (1...99).contains(day), !isYears(index - 1, passage) else { return nil }
    let genitive = Russian.monthName(month.number, case: .genitive)
    if !month.forms.meets(.genitive) {
      return finding(
        passage, index...index, genitive,
        Message(
          kk:
            "күннен кейін ай атауы ілік септігінде жазылады: `\(passage.words(index - 1...index))`",
          ru:
            "после числа месяц ставится в родительном падеже: `\(passage.words(index - 1...index))`",
          en: "the month after a day is in the genitive: `\(passage.words(index - 1...index))`"))
    }
    if let impossible = impossible(day, month, index, passage) { return impossible }
    guard let year = passage[index + 1], year.kind == .number, let word = passage[index + 2],
      Int(passage.words(index + 1...index + 1)).map({ (1900...2100).contains($0) }) ?? false,
      word.isWord(["год", "году", "годом", "годе", "годы", "лет", "годов", "годах"])
    else { return nil }
    return finding(
      passage, index + 2...index + 2, "года",
      Message(
        kk: "күн мен айдан кейін `года` деп жазылады: `\(passage.words(index - 1...index + 2))`",
        ru: "в дате с числом пишут `года`: `\(passage.words(index - 1...index + 2))`",
        en: "a date with a day has `года`: `\(passage.words(index - 1...index + 2))`"))
  }

  private static func month(_ unit: RussianUnit?) -> Month? {
    guard let unit, unit.kind == .word, unit.reading.isOneOf(.noun) else { return nil }
    for (index, name) in months.enumerated() {
      if let noun = unit.reading.nouns.first(where: { $0.lemma == name }) {
        return Month(number: index + 1, forms: noun.forms(of: unit.word))
      }
    }
    return nil
  }

  private static let months = (1...12).map { Russian.monthName($0) }

  /// «15-го», «15-е».
  private static func withLetters(_ text: String) -> Int? {
    let parts = text.split { $0 == "-" || $0 == "\u{2011}" || $0 == "\u{2010}" }
    guard parts.count == 2, let day = Int(parts[0]), (1...31).contains(day),
      ["го", "ого", "е", "ое", "му", "ому", "м", "ым"].contains(String(parts[1]))
    else { return nil }
    return day
  }

  /// «2021 декабрь»: the figure is no day.
  private static func isYears(_ index: Int, _ passage: RussianPassage) -> Bool {
    passage.words(index...index).utf8.count > 2
  }

  private static func impossible(
    _ day: Int, _ month: Month, _ index: Int, _ passage: RussianPassage
  ) -> TextFinding? {
    let year = passage[index + 1].flatMap { unit in
      unit.kind == .number ? Int(passage.words(index + 1...index + 1)) : nil
    }
    guard
      CivilDate(
        year: year.flatMap { (1...9999).contains($0) ? $0 : nil } ?? 2024, month: month.number,
        day: day) == nil
    else { return nil }
    let words = passage.words(index - 1...index)
    return TextFinding(
      "G5",
      Message(
        kk: "мұндай күн жоқ: `\(words)`", ru: "такого дня нет: `\(words)`",
        en: "there is no such day: `\(words)`"),
      at: passage.range(index - 1...index), hint: nil)
  }

  // MARK: Years

  /// «За 2020 года», «в 2020 год», «с 2019 году».
  private static func year(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let unit = passage.units[index]
    guard unit.isWord(["год", "года", "году", "годом", "годе"]),
      let number = passage[index - 1], number.kind == .number,
      let value = Int(passage.words(index - 1...index - 1)), (1900...2100).contains(value),
      let before = passage[index - 2], before.kind == .word
    else { return nil }
    let right: [String]
    switch before.word {
    case "в":
      // «Внести изменения в 2020 год» is not said of years; «в год» is.
      right = ["году"]
    case "за", "через", "про": right = ["год"]
    case "по", "на": right = ["год"]
    case "с", "до", "от", "после", "начала", "конца", "началом", "концом", "половины", "квартала",
      "полугодия", "месяцев",
      "течение", "итогам", "результатам", "концу", "началу", "начале", "конце", "половине",
      "квартале", "полугодии", "квартал", "полугодие":
      right = ["года"]
    case "к": right = ["году"]
    default:
      return nil
    }
    guard !right.contains(unit.word) else { return nil }
    // «С 2017 годом связано», «между 2019 и 2020 годом».
    if unit.word == "годом", ["с", "за"].contains(before.word) { return nil }
    let words = passage.words(index - 2...index)
    return finding(
      passage, index...index, right[0],
      Message(
        kk: "`\(words)`: `год` сөзінің тұлғасы қате", ru: "`\(words)`: неверная форма слова `год`",
        en: "`\(words)`: the wrong form of `год`"))
  }

  private static func finding(
    _ passage: RussianPassage, _ units: ClosedRange<Int>, _ right: String, _ message: Message
  ) -> TextFinding {
    TextFinding("G5", message, at: passage.range(units), hint: RussianHint.write(right))
  }
}
