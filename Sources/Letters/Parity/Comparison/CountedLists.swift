import Diagnostics
import Language

/// N5: a number whose list has more or fewer names: «4 мемлекеттік орган (БП, ІІМ және ҚМА)».
struct CountedLists {
  private let letter: LetterFacts

  init(_ letter: LetterFacts) { self.letter = letter }

  func findings() -> [PlacedFinding] {
    letter.prose.flatMap { paragraph in
      let numbers = letter.numbers(of: paragraph)
      return numbers.compactMap {
        names($0, paragraph) ?? these($0, paragraph) ?? namely($0, paragraph)
          ?? quoted($0, numbers, paragraph)
      }
        + [items(numbers, paragraph)].compactMap(\.self)
    }
  }

  private static func finding(
    _ number: Breakdown.Number, _ count: Int, severity: Severity = .error
  ) -> PlacedFinding {
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
  private func names(_ number: Breakdown.Number, _ paragraph: LetterParagraph) -> PlacedFinding? {
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
    } else if text.tokens[index].isMark(":"), number.fact.counted != nil || index - first < 2 {
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
      let isConjunction = conjunctions.contains(token.lowercased)
      guard token.isMark(",") || token.isMark(";") || isConjunction, index + 1 < range.upperBound
      else {
        if rest.contains(token.lowercased) { return nil }
        continue
      }
      if beginsName(index + 1, text) { count += 1 }
    }
    return count
  }

  /// «В 7 из 20 регионов, а именно в областях Абай, …»: names up to the first comma behind which stands none.
  private func namely(_ number: Breakdown.Number, _ paragraph: LetterParagraph) -> PlacedFinding? {
    guard isCountable(number, upTo: 40),
      let sentence = paragraph.sentences.first(where: {
        $0.contains(number.fact.tokens.lowerBound)
      })
    else { return nil }
    let tokens = paragraph.text.tokens
    let words = letter.language == .ru ? ["а", "именно"] : ["атап", "айтқанда"]
    guard
      let start = sentence.drop(while: { $0 < number.fact.tokens.upperBound }).prefix(8).first(
        where: {
          $0 + 2 < sentence.upperBound && tokens[$0].isMark(",")
            && tokens[$0 + 1].lowercased == words[0] && tokens[$0 + 2].lowercased == words[1]
        }),
      let first = (start + 3..<sentence.upperBound).prefix(5).first(where: {
        Self.beginsName($0, paragraph.text)
      })
    else { return nil }
    let isNearest =
      !isPreceded(number.fact.tokens.lowerBound, tokens)
      && !letter.numbers(of: paragraph).contains {
        (number.fact.tokens.upperBound..<start).contains($0.fact.tokens.lowerBound)
          && !isPreceded($0.fact.tokens.lowerBound, tokens)
      }
    guard isNearest else { return nil }
    var count = 1
    var index = first + 1
    while index + 1 < sentence.upperBound {
      let token = tokens[index]
      let isConjunction = Self.conjunctions.contains(token.lowercased)
      if token.isMark(",") || isConjunction {
        guard Self.beginsName(index + 1, paragraph.text) else {
          if token.isMark(",") { break }
          return nil
        }
        count += 1
      } else if token.isMark("(") || token.isMark(":") || Self.rest.contains(token.lowercased) {
        return nil
      }
      index += 1
    }
    return count > 1 && count != number.figure.significand ? Self.finding(number, count) : nil
  }

  /// Whether «из» before a number makes it that of a whole.
  private func isPreceded(_ first: Int, _ tokens: [TokenizedText.Token]) -> Bool {
    letter.language == .ru && first > 0 && tokens[first - 1].lowercased == "из"
  }

  /// «3 пирамиды, действующие под названиями «A», «B» и «C»», ««A», «B» және «C» атты 3 пирамида».
  private func quoted(
    _ number: Breakdown.Number, _ numbers: [Breakdown.Number], _ paragraph: LetterParagraph
  ) -> PlacedFinding? {
    guard isCountable(number, upTo: 40), number.fact.kind == .number else { return nil }
    let tokens = paragraph.text.tokens
    var runs: [(range: Range<Int>, count: Int)] = []
    var index = 0
    while index < tokens.count {
      guard tokens[index].isMark("«"),
        let end = tokens[index...].firstIndex(where: { $0.isMark("»") })
      else {
        index += 1
        continue
      }
      let isNext =
        runs.last.map {
          index - $0.range.upperBound == 1
            && (tokens[index - 1].isMark(",")
              || Self.conjunctions.contains(tokens[index - 1].lowercased))
        } ?? false
      if isNext, let last = runs.popLast() {
        runs.append((last.range.lowerBound..<end + 1, last.count + 1))
      } else {
        runs.append((index..<end + 1, 1))
      }
      index = end + 1
    }
    let (first, last) = (number.fact.tokens.lowerBound, number.fact.tokens.upperBound)
    let run = runs.first { run in
      switch letter.language {
      case .ru:
        return run.range.lowerBound > last && run.range.lowerBound - last < 9
          && ["названи", "наименовани"].contains {
            tokens[run.range.lowerBound - 1].lowercased.hasPrefix($0)
          }
          && !numbers.contains {
            (last..<run.range.lowerBound).contains($0.fact.tokens.lowerBound)
          }
      case .kk:
        return run.range.upperBound < first && first - run.range.upperBound < 4
          && ["атты", "атаулы", "деп"].contains(tokens[run.range.upperBound].lowercased)
      }
    }
    guard let run, run.count > 1, run.count != number.figure.significand else { return nil }
    return Self.finding(number, run.count)
  }

  private static let conjunctions: WordSet = ["және", "и", "мен", "пен", "бен"]

  // MARK: What was named before

  /// «Алматы (61) және Шымкент (48) … . Осы төрт өңірге»: names with their numbers in the sentence before.
  private func these(_ number: Breakdown.Number, _ paragraph: LetterParagraph) -> PlacedFinding? {
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

  private static let pointers: WordSet = [
    "осы", "аталған", "көрсетілген", "эти", "этих", "этим", "указанные", "указанных", "указанным",
    "названные", "названных", "названным", "данные", "данных", "данным",
  ]

  private static let rest: WordSet = [
    "др", "другие", "других", "другими", "т.б", "т", "басқа", "басқалары", "далее", "әрі",
  ]

  private static func beginsName(_ index: Int, _ text: TokenizedText) -> Bool {
    text.tokens[index].isCapitalized || text.tokens[index].isMark("«")
  }

  // MARK: Items

  /// The items of the list that a sentence with a single number leads to: «3 интернет-ресурсты анықтады:».
  private func items(_ numbers: [Breakdown.Number], _ paragraph: LetterParagraph) -> PlacedFinding?
  {
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
