import Diagnostics
import Language

/// N5: a number whose list has more or fewer names: «4 мемлекеттік орган (БП, ІІМ және ҚМА)».
struct CountedLists {
  typealias Found = (paragraph: Int, finding: TextFinding)

  private let letter: LetterFacts

  init(_ letter: LetterFacts) { self.letter = letter }

  func findings() -> [Found] {
    letter.paragraphs.filter { $0.requisite == .text || $0.requisite == .listItem }.flatMap {
      paragraph in
      let numbers = letter[paragraph].compactMap { Breakdown.Number($0, paragraph) }
      return numbers.compactMap { names($0, paragraph) ?? these($0, paragraph) }
        + [items(numbers, paragraph)].compactMap(\.self)
    }
  }

  private static func finding(
    _ number: Breakdown.Number, _ count: Int, severity: Severity = .error
  ) -> Found {
    let text = number.paragraph.text
    let first = number.fact.tokens.lowerBound
    let words = number.fact.countedTokens ?? number.fact.tokens
    let range =
      words.lowerBound > first ? text.range(first...(words.upperBound - 1)) : number.fact.range
    return (
      number.paragraph.index,
      TextFinding(
        "N5",
        Message(
          kk: "`\(number.text)` деп айтылған, ал тізімде \(count) атау бар",
          ru: "сказано `\(number.text)`, а перечислено \(count)",
          en: "`\(number.text)` are announced, \(count) are listed"),
        severity: severity, at: range)
    )
  }

  private func isCountable(_ number: Breakdown.Number, upTo limit: Int) -> Bool {
    guard number.figure.isWhole, (2...limit).contains(number.figure.significand) else {
      return false
    }
    return switch number.fact.counted?.unitClass {
    case .time, .money, .percent: false
    case .documents, .resources, .people, .other, nil: true
    }
  }

  // MARK: Names

  /// Names in brackets or after a colon behind what is counted.
  private func names(_ number: Breakdown.Number, _ paragraph: LetterParagraph) -> Found? {
    guard isCountable(number, upTo: 30) else { return nil }
    let text = paragraph.text
    let first = number.fact.countedTokens?.upperBound ?? number.fact.tokens.upperBound
    guard first >= number.fact.tokens.upperBound else { return nil }
    let limit = number.fact.counted == nil ? 4 : 2
    var index = first
    while index < text.tokens.count, index - first < limit,
      text.tokens[index].kind == .word
        || text.tokens[index].isMark("-") && text.tokens[index].gap == .none
    {
      index += 1
    }
    guard index < text.tokens.count else { return nil }
    let end: Int?
    if text.tokens[index].isMark("(") {
      end = text.tokens.indices.dropFirst(index).first { text.tokens[$0].isMark(")") }
    } else if text.tokens[index].isMark(":"), number.fact.counted != nil {
      end = paragraph.sentences.first { $0.contains(index) }?.upperBound
    } else {
      return nil
    }
    guard let end, index + 1 < end, let count = Self.names(index + 1..<end, text),
      count > 1, count != number.figure.significand,
      !letter[paragraph].contains(where: { fact in
        (index..<end).contains(fact.tokens.lowerBound) && fact.kind != .name
          && fact.kind != .abbreviation
      })
    else { return nil }
    return Self.finding(number, count)
  }

  /// How many names stand in a row, each of which begins with a capital or a quote; `nil` if that is not sure.
  private static func names(_ range: Range<Int>, _ text: TokenizedText) -> Int? {
    // «(области Абай, Жетісу и Ұлытау)»
    guard
      beginsName(range.lowerBound, text)
        || text.tokens[range.lowerBound].kind == .word && beginsName(range.lowerBound + 1, text)
    else { return nil }
    var count = 1
    var isQuoted = false
    for index in range {
      let token = text.tokens[index]
      if token.isMark("«") { isQuoted = true }
      if token.isMark("»") { isQuoted = false }
      guard !isQuoted, index > range.lowerBound else { continue }
      if token.isMark(":") || token.isMark("(") || token.isMark("–") { return nil }
      let isConjunction = ["және", "и", "мен", "пен", "бен"].contains(token.lowercased)
      guard token.isMark(",") || token.isMark(";") || isConjunction, index + 1 < range.upperBound
      else {
        if rest.contains(token.lowercased) { return nil }
        continue
      }
      if beginsName(index + 1, text) { count += 1 }
    }
    return count
  }

  // MARK: What was named before

  /// «Алматы (61) және Шымкент (48) … . Осы төрт өңірге»: names with their numbers in the sentence before.
  private func these(_ number: Breakdown.Number, _ paragraph: LetterParagraph) -> Found? {
    let text = paragraph.text
    let first = number.fact.tokens.lowerBound
    guard isCountable(number, upTo: 30), first > 0,
      Self.pointers.contains(text.tokens[first - 1].lowercased),
      let sentence = paragraph.sentences.firstIndex(where: { $0.contains(first) }), sentence > 0
    else { return nil }
    let before = paragraph.sentences[sentence - 1]
    let count = before.dropFirst().dropLast(2).count { index in
      text.tokens[index].isMark("(") && text.tokens[index - 1].kind == .word
        && text.tokens[index - 1].isCapitalized && text.tokens[index + 1].kind == .number
        && text.tokens[index + 2].isMark(")")
    }
    guard count > 1, count != number.figure.significand else { return nil }
    return Self.finding(number, count)
  }

  private static let pointers: Set<String> = [
    "осы", "аталған", "көрсетілген", "эти", "этих", "этим", "указанные", "указанных", "указанным",
    "названные", "названных", "названным", "данные", "данных", "данным",
  ]

  private static let rest: Set<String> = [
    "др", "другие", "других", "другими", "т.б", "т", "басқа", "басқалары", "далее", "әрі",
  ]

  private static func beginsName(_ index: Int, _ text: TokenizedText) -> Bool {
    text.tokens[index].isCapitalized || text.tokens[index].isMark("«")
  }

  // MARK: Items

  /// The items of the list that a sentence with a single number leads to: «3 интернет-ресурсты анықтады:».
  private func items(_ numbers: [Breakdown.Number], _ paragraph: LetterParagraph) -> Found? {
    guard paragraph.requisite == .text, paragraph.text.tokens.last?.isMark(":") ?? false,
      let sentence = paragraph.sentences.last
    else { return nil }
    let inner = numbers.filter { sentence.contains($0.fact.tokens.lowerBound) }
    let announced =
      inner.count == 1 ? inner : inner.filter { $0.fact.counted?.isEnumerable ?? false }
    guard announced.count == 1, let number = announced.first, isCountable(number, upTo: 40),
      number.fact.counted != nil, !leadsElsewhere(sentence, number, paragraph.text)
    else { return nil }
    let items = letter.items(after: paragraph)
    guard let first = items.first else { return nil }
    let count = items.count { Self.isNumbered($0) == Self.isNumbered(first) }
    guard count > 1, count != number.figure.significand else { return nil }
    let words = number.fact.countedTokens?.upperBound ?? sentence.upperBound
    let isNear = sentence.upperBound - words < 3
    return Self.finding(number, count, severity: isNear ? .error : .warning)
  }

  private static func isNumbered(_ item: LetterParagraph) -> Bool {
    item.label.unicodeScalars.contains { $0.isFigure }
  }

  /// Whether the list is of something else than what is counted: «мынадай шаралар қабылданды:», «в том числе:».
  private func leadsElsewhere(
    _ sentence: Range<Int>, _ number: Breakdown.Number, _ text: TokenizedText
  ) -> Bool {
    sentence.contains { index in
      let word = text.tokens[index].lowercased
      guard Self.leads.contains(where: { word.hasPrefix($0) }) else { return false }
      return index != number.fact.tokens.lowerBound - 1
    }
  }

  private static let leads = [
    "следующ", "числе", "них", "мынадай", "мынаны", "мынал", "мына", "келесі", "ішінде",
    "төмендегі",
  ]
}
