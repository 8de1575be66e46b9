import TestSupport

@testable import Letters

/// One change to one language of a letter, as a slip of a typist or translator makes it.
struct Mutation {
  enum Kind: CaseIterable {
    case number, date, name, reference, quote, listItem
  }

  let kind: Kind
  let language: LetterLanguage
  /// The line that was changed; of a deleted one the line before.
  let line: Int
  /// Whether the line is gone, so that only its counterpart can be marked.
  let isDeletion: Bool
  let before: String
  let after: String
  let lines: [String]

  /// A change drawn at random among those that the lines allow; `nil` if there is nothing of the kind.
  static func draw(
    _ kind: Kind, in lines: [String], _ language: LetterLanguage,
    using random: inout SeededGenerator
  ) -> Mutation? {
    let body = lines.indices.drop {
      !lines[$0].contains("____") && lines.contains { $0.contains("____") }
    }
    let candidates = body.dropFirst(lines.contains { $0.contains("____") } ? 1 : 0)
      .shuffled(using: &random)
    for line in candidates {
      let text = lines[line]
      if kind == .listItem {
        guard ItemLabel(text) != nil else { continue }
        var changed = lines
        if Bool.random(using: &random) {
          changed.remove(at: line)
          return Mutation(
            kind: kind, language: language, line: line, isDeletion: true, before: text, after: "",
            lines: changed)
        }
        changed.insert(text, at: line)
        return Mutation(
          kind: kind, language: language, line: line, isDeletion: false, before: text,
          after: text + "\n" + text, lines: changed)
      }
      guard let after = change(kind, text, language, &random), after != text else { continue }
      var changed = lines
      changed[line] = after
      return Mutation(
        kind: kind, language: language, line: line, isDeletion: false, before: text, after: after,
        lines: changed)
    }
    return nil
  }

  private static func change(
    _ kind: Kind, _ text: String, _ language: LetterLanguage, _ random: inout SeededGenerator
  ) -> String? {
    switch kind {
    case .number: return number(text, &random)
    case .date: return date(text, language, &random)
    case .name: return name(text, &random)
    case .reference: return reference(text, &random)
    case .quote: return quote(text, &random)
    case .listItem: return nil
    }
  }

  /// Another figure in a number of the text; labels of items and rows are none.
  private static func number(_ text: String, _ random: inout SeededGenerator) -> String? {
    var characters = Array(text)
    let label = ItemLabel(text).map { $0.text.count } ?? 0
    let row =
      text.contains("\t")
      ? (text.firstIndex(of: "\t").map { text.distance(from: text.startIndex, to: $0) } ?? 0) : 0
    let places = characters.indices.filter {
      $0 >= max(label, row) && characters[$0].isASCII && characters[$0].isNumber
    }
    guard let place = places.randomElement(using: &random) else { return nil }
    let isFirst = place == 0 || !characters[place - 1].isNumber
    let others = "0123456789".filter { $0 != characters[place] && !(isFirst && $0 == "0") }
    guard let other = others.randomElement(using: &random) else { return nil }
    characters[place] = other
    return String(characters)
  }

  private static let months: [LetterLanguage: [String]] = [
    .kk: [
      "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек",
      "қазан", "қараша",
      "желтоқсан",
    ],
    .ru: [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
      "октября", "ноября",
      "декабря",
    ],
  ]

  /// Another month of the same ending where the language has one.
  private static func date(
    _ text: String, _ language: LetterLanguage, _ random: inout SeededGenerator
  ) -> String? {
    let months = months[language] ?? []
    let found = months.filter { text.contains(" \($0)") || text.contains("\u{A0}\($0)") }
    guard let month = found.randomElement(using: &random),
      let range = text.ranges(of: month).randomElement(using: &random),
      let other = months.filter({ $0 != month }).randomElement(using: &random)
    else { return nil }
    return text.replacingCharacters(in: range, with: other)
  }

  /// Another surname after or before initials.
  private static func name(_ text: String, _ random: inout SeededGenerator) -> String? {
    let pattern = /\b[А-ЯӘҒҚҢӨҰҮІ]\.[ \u{A0}](?<surname>[А-ЯӘҒҚҢӨҰҮІ][а-яәғқңөұүһі]{3,})/
    let reversed = /(?<surname>[А-ЯӘҒҚҢӨҰҮІ][а-яәғқңөұүһі]{3,})[ \u{A0}][А-ЯӘҒҚҢӨҰҮІ]\./
    let ranges =
      text.matches(of: pattern).map { $0.surname.startIndex..<$0.surname.endIndex }
      + text.matches(of: reversed).map { $0.surname.startIndex..<$0.surname.endIndex }
    guard let range = ranges.randomElement(using: &random) else { return nil }
    let names = ["Бектенов", "Ковалев", "Доскалиев", "Ерімбетов", "Мұстафин", "Токтаров"]
    return names.filter { $0 != text[range] }.randomElement(using: &random).map {
      text.replacingCharacters(in: range, with: $0)
    }
  }

  /// Another figure or letter in what stands after №.
  private static func reference(_ text: String, _ random: inout SeededGenerator) -> String? {
    let matches = text.matches(of: /№[ \u{A0}](?<code>[А-ЯA-Z0-9][^\s,;)«»]*)/)
    guard let match = matches.randomElement(using: &random) else { return nil }
    var code = Array(match.code)
    let places = code.indices.filter { code[$0].isNumber || code[$0].isLetter }
    guard let place = places.randomElement(using: &random) else { return nil }
    let others = code[place].isNumber ? Array("23456789") : Array("БГЖИЛПЦЯ")
    guard let other = others.filter({ $0 != code[place] }).randomElement(using: &random) else {
      return nil
    }
    code[place] = other
    return text.replacingCharacters(
      in: match.code.startIndex..<match.code.endIndex, with: String(code))
  }

  /// A quote left out, or another name in quotes.
  private static func quote(_ text: String, _ random: inout SeededGenerator) -> String? {
    let matches = text.matches(of: /«(?<words>[^«»]+)»/)
    guard let match = matches.randomElement(using: &random) else { return nil }
    if Bool.random(using: &random) {
      var changed = text
      let end = text.index(before: match.range.upperBound)
      changed.remove(at: Bool.random(using: &random) ? match.range.lowerBound : end)
      return changed
    }
    let names = ["TikTok", "Жұлдыз", "Об архитектуре", "Сұңқар", "Telegram"]
    return names.filter { $0 != match.words }.randomElement(using: &random).map {
      text.replacingCharacters(in: match.words.startIndex..<match.words.endIndex, with: $0)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(
    in range: Range<String.Index>, with replacement: String
  ) -> String {
    String(self[..<range.lowerBound]) + replacement + self[range.upperBound...]
  }
}
