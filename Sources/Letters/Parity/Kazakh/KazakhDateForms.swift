import CivilDates
import Diagnostics
import Language

/// G5 on Kazakh text: «2021 жылғы 15 желтоқсандағы» in all of its parts.
enum KazakhDateForms {
  static func findings(
    in paragraph: LetterParagraph, of language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    let tokens = paragraph.text.tokens
    var found: [TextFinding] = []
    for index in tokens.indices.dropFirst() where tokens[index - 1].kind == .number {
      if let month = month(of: tokens[index].lowercased) {
        let check = DateCheck(paragraph, day: index - 1, month)
        found += check.findings()
      } else if let year = year(index, in: tokens), let finding = year.finding(paragraph.text) {
        found.append(finding)
      }
    }
    for index in tokens.indices.dropFirst(2) where isMonthOfYear(index, in: tokens) {
      if let finding = ending(of: index, in: paragraph.text) { found.append(finding) }
    }
    return found
  }

  /// «2021 жылғы қыркүйекте»: a month right behind its year.
  private static func isMonthOfYear(_ index: Int, in tokens: [TokenizedText.Token]) -> Bool {
    index > 1 && tokens[index - 2].kind == .number
      && ["жылғы", "жылы", "жылдың"].contains(tokens[index - 1].lowercased)
      && month(of: tokens[index].lowercased) != nil
  }

  private static func ending(of index: Int, in text: TokenizedText) -> TextFinding? {
    let token = text.tokens[index]
    guard let month = month(of: token.lowercased), !month.ending.isEmpty,
      let right = DateWords.right(Kazakh.monthName(month.number), month.ending)
    else { return nil }
    return TextFinding("G5", .dateForm(token.text), at: token.range, hint: .write(right))
  }

  /// Whether the token is the month of a date, or the «жыл» of a year: their endings are not those of any word.
  static func isMonth(_ index: Int, in tokens: [TokenizedText.Token]) -> Bool {
    if isMonthOfYear(index, in: tokens) { return true }
    guard index > 0, tokens[index - 1].kind == .number else { return false }
    return month(of: tokens[index].lowercased) != nil || year(index, in: tokens) != nil
  }

  /// The month that a word in small letters is a form of, from 1, and its ending, which may be a wrong one.
  static func month(of word: String) -> (number: Int, ending: String)? {
    guard let first = word.unicodeScalars.first, "қанмшстж".unicodeScalars.contains(first) else {
      return nil
    }
    for (index, month) in KazakhWords.months.enumerated() where word.hasPrefix(month) {
      let ending = String(word.dropFirst(month.count))
      guard ending.isEmpty || EndingTable.isEnding(ending) else { continue }
      return (index + 1, ending)
    }
    if word.hasPrefix("қыркүйег"), EndingTable.isEnding(String(word.dropFirst(8))) {
      return (9, String(word.dropFirst(8)))
    }
    return nil
  }

  /// A year in figures with «жыл».
  fileprivate static func year(_ index: Int, in tokens: [TokenizedText.Token]) -> YearCheck? {
    let number = tokens[index - 1].text
    guard number.utf8.count == 4, let value = Int(number), (1800...2199).contains(value),
      tokens[index].lowercased.hasPrefix("жыл")
    else { return nil }
    let ending = String(tokens[index].lowercased.dropFirst(3))
    guard ending.isEmpty || EndingTable.isEnding(ending) else { return nil }
    return YearCheck(index: index, ending: ending, tokens: tokens)
  }
}

/// «2017 жылдан бастап»: a year and what follows it.
private struct YearCheck {
  let index: Int
  let ending: String
  let tokens: [TokenizedText.Token]

  func finding(_ text: TokenizedText) -> TextFinding? {
    let year = tokens[index - 1].text
    if !ending.isEmpty, let right = DateWords.right("жыл", ending) {
      return TextFinding(
        "G5", .dateForm(text.words(in: text.range((index - 1)...index))),
        at: text.range((index - 1)...index), hint: .write(year + " " + right))
    }
    guard index + 1 < tokens.count, tokens[index + 1].gap != .none,
      let needed = DateWords.needed[tokens[index + 1].lowercased],
      // «2021 жылы бастап» is wrong; of «2021 жылдың …» the case is another word's.
      ["", "ы", "ғы", "ға", "дан"].contains(ending), DateWords.grammaticalCase(ending) != needed
    else { return nil }
    return TextFinding(
      "G6", .needs(needed, tokens[index + 1].text, tokens[index].text),
      at: text.range((index - 1)...(index + 1)),
      hint: .write(
        year + " " + Kazakh.inflect("жыл", case: needed) + " " + tokens[index + 1].text))
  }
}

/// What is asked of the words of dates.
private enum DateWords {
  /// The case that a postposition takes.
  static let needed: [String: KazakhCase] = [
    "бастап": .ablative, "дейін": .dative, "қарай": .dative, "кейін": .ablative, "бері": .ablative,
    "кешіктірмей": .ablative, "кешіктірілмей": .ablative,
  ]

  /// The right form of a word where the ending is a wrong form of one that it has.
  static func right(_ word: String, _ ending: String) -> String? {
    let stem = KazakhStem(word)
    var right: String?
    for meaning in EndingTable.meanings(of: ending) {
      let forms = Kazakh.acceptedForms(meaning, of: stem)
      // «қыркүйегі» has its last letter voiced.
      if forms.contains(where: { $0.hasSuffix(ending) }) { return nil }
      right = right ?? forms.first
    }
    return right
  }

  static func grammaticalCase(_ ending: String) -> KazakhCase? {
    if ending.isEmpty { return .nominative }
    for meaning in EndingTable.meanings(of: ending) {
      if case .case(let grammaticalCase)? = meaning.last { return grammaticalCase }
    }
    return nil
  }
}

/// A day and a month, with the year before or after them.
private struct DateCheck {
  let paragraph: LetterParagraph
  let tokens: [TokenizedText.Token]
  let text: TokenizedText
  /// The place of the day; the month follows.
  let day: Int
  let month: Int
  let ending: String

  init(_ paragraph: LetterParagraph, day: Int, _ month: (number: Int, ending: String)) {
    self.paragraph = paragraph
    text = paragraph.text
    tokens = text.tokens
    self.day = day
    self.month = month.number
    ending = month.ending
  }

  private var name: String { Kazakh.monthName(month) }
  private var next: TokenizedText.Token? { day + 2 < tokens.count ? tokens[day + 2] : nil }

  func findings() -> [TextFinding] {
    guard let number = Int(tokens[day].text), number < 100, tokens[day].text.utf8.count < 3 else {
      return []
    }
    let year = yearBefore
    var found: [TextFinding] = []
    if let finding = impossible(number, year) { found.append(finding) }
    if let finding = wrongEnding() {
      found.append(finding)
    } else if let finding = yearWord(year) ?? reversed(year) ?? attribute(year) ?? postposition() {
      found.append(finding)
    }
    return found
  }

  // MARK: Parts

  private struct Year {
    let place: Int
    let value: Int
    /// «жылғы», «жылы», «ж».
    let word: String
    /// The last token of the year.
    let end: Int
  }

  /// The year before the day, or before the first day of a range.
  private var yearBefore: Year? {
    var place = day - 1
    while place > 1,
      tokens[place].kind == .mark
        || ["және", "мен", "пен", "бен"].contains(tokens[place].lowercased),
      tokens[place - 1].kind == .number, tokens[place - 1].text.utf8.count < 3
    {
      place -= 2
    }
    guard place > 0 else { return nil }
    let end = place
    if tokens[place].isMark("."), tokens[place].gap == .none { place -= 1 }
    guard place > 0, tokens[place].kind == .word, tokens[place - 1].kind == .number,
      let value = Int(tokens[place - 1].text), (1800...2199).contains(value)
    else { return nil }
    let word = tokens[place].lowercased
    guard word == "ж" || word.hasPrefix("жыл") else { return nil }
    return Year(place: place - 1, value: value, word: word, end: end)
  }

  // MARK: Faults

  private func impossible(_ number: Int, _ year: Year?) -> TextFinding? {
    // Where no year is told, 29 ақпан may be meant.
    guard number < 40, CivilDate(year: year?.value ?? 2000, month: month, day: number) == nil else {
      return nil
    }
    return finding(
      day...(day + 1),
      Message(
        kk: "мұндай күн жоқ: `\(tokens[day].text) \(name)`",
        ru: "такого дня нет: `\(tokens[day].text) \(name)`",
        en: "there is no such day: `\(tokens[day].text) \(name)`"), nil)
  }

  private func wrongEnding() -> TextFinding? {
    guard !ending.isEmpty, let right = DateWords.right(name, ending) else { return nil }
    return finding((day + 1)...(day + 1), .dateForm(tokens[day + 1].text), .write(right))
  }

  /// Between year and day stands «жылғы»; «жылы» only before a day on which something was: «2021 жылы 15 желтоқсанда».
  private func yearWord(_ year: Year?) -> TextFinding? {
    guard let year else { return nil }
    switch year.word {
    case "жылғы": return nil
    case "жылы":
      let grammaticalCase = DateWords.grammaticalCase(ending)
      if grammaticalCase == .locative { return nil }
      if ending.isEmpty, let next, next.lowercased == "күні" { return nil }
      if ending.isEmpty, let next,
        next.kind == .mark || next.kind == .word && next.text.utf8.count < 9,
        !next.isMark("№"), next.isAnyDash || ["мен", "пен", "бен"].contains(next.lowercased)
      {
        return nil
      }
    case "жыл", "жылдағы": break
    case "ж":
      // Tables have no room.
      if paragraph.requisite == .tableRow || paragraph.requisite == .mark { return nil }
      // Nor have brackets.
      if text.isBracketed(year.place) { return nil }
    case "жылдың":
      // «2021 жылдың 15 желтоқсанында» has an owner and an owned.
      if EndingTable.meanings(of: ending).contains(where: { $0.first == .possessive(.third) }) {
        return nil
      }
    default: return nil
    }
    return finding(
      year.place...year.end, .dateForm(text.words(in: text.range(year.place...(day + 1)))),
      .write(
        "\(year.value) жылғы " + text.words(in: text.range((year.end + 1)...(day + 1)))))
  }

  /// «15 желтоқсан 2021 жылғы».
  private func reversed(_ year: Year?) -> TextFinding? {
    guard year == nil, let next, next.kind == .number, next.gap != .none,
      let value = Int(next.text), next.text.utf8.count == 4, (1900...2099).contains(value),
      day + 3 < tokens.count,
      tokens[day + 3].lowercased.hasPrefix("жыл")
        || tokens[day + 3].lowercased == "ж"
    else { return nil }
    return finding(
      day...(day + 3), .dateForm(text.words(in: text.range(day...(day + 3)))),
      .write("\(value) жылғы \(text.words(in: text.range(day...(day + 1))))"))
  }

  /// The date of an act or of a state of affairs is an attribute: «15 желтоқсандағы № 84 бұйрық».
  private func attribute(_ year: Year?) -> TextFinding? {
    guard year != nil, ending.isEmpty, let next, next.gap != .none else { return nil }
    let isAct = next.isMark("№") && isBeforeAct
    let isState =
      next.lowercased == "жағдай" && day + 3 < tokens.count
      && tokens[day + 3].lowercased == "бойынша"
    guard isAct || isState else { return nil }
    return finding(
      day...(day + 1), .dateForm(text.words(in: text.range(day...(day + 2)))),
      .write(tokens[day].text + " " + Kazakh.inflect(name, attributive: true)))
  }

  /// Whether the number is followed by the act it belongs to.
  private var isBeforeAct: Bool {
    tokens[(day + 3)...].prefix(8).contains { token in
      ["бұйры", "заң", "қаулы", "жарлы", "шешім", "өкім", "кодекс", "хат", "сауал"].contains {
        token.lowercased.hasPrefix($0)
      }
    }
  }

  /// The case is not the date's fault: G6.
  private func postposition() -> TextFinding? {
    guard let next, next.gap != .none, let needed = DateWords.needed[next.lowercased] else {
      return nil
    }
    let isRight = EndingTable.meanings(of: ending).contains { $0.last == .case(needed) }
    if isRight { return nil }
    return TextFinding(
      "G6", .needs(needed, next.text, tokens[day + 1].text),
      at: text.range((day + 1)...(day + 2)),
      hint: .write(Kazakh.inflect(name, case: needed) + " " + next.text))
  }

  private func finding(
    _ range: ClosedRange<Int>, _ message: Message, _ hint: Message?
  ) -> TextFinding {
    TextFinding("G5", message, at: text.range(range), hint: hint)
  }
}

extension TokenizedText.Token {
  fileprivate var isAnyDash: Bool { isHyphen || isMark("–") || isMark("—") }
}

extension Message {
  fileprivate static func dateForm(_ words: String) -> Message {
    Message(
      kk: "күн мен жыл дұрыс жазылмаған: `\(words)`", ru: "дата записана неверно: `\(words)`",
      en: "the date is in a wrong form: `\(words)`")
  }
}
