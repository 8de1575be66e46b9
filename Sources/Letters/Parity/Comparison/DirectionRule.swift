import Diagnostics
import Language

/// N4: what is said to have grown and is smaller, and periods that end before they begin. N3: by how much.
struct DirectionRule {
  private let language: LetterLanguage

  static func findings(in stated: ParagraphFacts) -> [TextFinding] {
    guard !stated.facts.isEmpty else { return [] }
    let rule = DirectionRule(language: stated.language)
    let text = stated.paragraph.text
    return stated.paragraph.sentences.flatMap { sentence in
      let inner = stated.numbers.filter { sentence.contains($0.fact.tokens.lowerBound) }
      return rule.comparisons(inner, sentence, text) + rule.changes(inner, sentence, text)
        + rule.periods(
          stated.facts.filter { sentence.contains($0.tokens.lowerBound) }, text)
    }
  }

  // MARK: «на 10 % меньше, чем в 2023 году (940)»

  private func comparisons(
    _ numbers: [Breakdown.Number], _ sentence: Range<Int>, _ text: TokenizedText
  ) -> [TextFinding] {
    guard !numbers.isEmpty else { return [] }
    return sentence.compactMap { index in
      guard let measure = numbers.last(where: { $0.fact.tokens.upperBound <= index }),
        index - measure.fact.tokens.upperBound < (language == .kk ? 5 : 3),
        let direction = Direction.comparatives[text.tokens[index].lowercased],
        Self.isDegree(measure, text)
      else { return nil }
      let first = measure.fact.tokens.lowerBound
      let others = numbers.filter {
        !$0.isMeasure && $0.fact.kind == .number && $0.fact.counted?.id != "times-more"
      }
      let before = others.filter { $0.fact.tokens.upperBound <= first }
      let bracketed = { (number: Breakdown.Number) in
        text.isBracketed(number.fact.tokens.lowerBound)
      }
      let earlier: Breakdown.Number?
      let now: Breakdown.Number?
      switch language {
      case .ru:
        earlier = others.first { $0.fact.tokens.lowerBound > index && bracketed($0) }
        // «на 11,2 тыс. тонн, то есть на 5 процентов, меньше» says twice by how much.
        now = before.last {
          !bracketed($0)
            && !($0.fact.tokens.lowerBound > 0
              && text.tokens[$0.fact.tokens.lowerBound - 1].lowercased == "на")
        }
      case .kk:
        earlier = before.last.flatMap { bracketed($0) ? $0 : nil }
        now = before.dropLast().last { !bracketed($0) }
      }
      guard let earlier, let now, earlier.value > 0, !now.mayBeYear, !earlier.mayBeYear,
        earlier.fact.counted.map({ thing in now.fact.counted.map { $0.adds(to: thing) } ?? true })
          ?? true
      else { return nil }
      if direction == .more ? now.value < earlier.value : now.value > earlier.value {
        return Self.contradiction(
          text.tokens[index], now, earlier,
          at: measure.fact.range.lowerBound..<text.tokens[index].range.upperBound)
      }
      return degree(measure, now, earlier)
    }
  }

  /// Whether a number says by how much: «10 %», «1,5 есе», «в 1,5 раза».
  private static func isDegree(_ number: Breakdown.Number, _ text: TokenizedText) -> Bool {
    if number.fact.counted == .percent { return true }
    return ["есе", "раз", "раза"].contains {
      number.fact.tokens.upperBound < text.tokens.count
        && text.tokens[number.fact.tokens.upperBound].lowercased == $0
    }
  }

  private static func contradiction(
    _ word: TokenizedText.Token, _ now: Breakdown.Number, _ earlier: Breakdown.Number,
    at range: Range<Int>
  ) -> TextFinding {
    TextFinding(
      "N4",
      Message(
        kk:
          "`\(word.text)` деп айтылған, ал `\(now.text)` және `\(earlier.text)` сандары керісінше",
        ru: "сказано `\(word.text)`, а числа `\(now.text)` и `\(earlier.text)` говорят обратное",
        en: "`\(word.text)` is said, but `\(now.text)` and `\(earlier.text)` say the opposite"),
      at: range)
  }

  /// A percentage or a multiple that the two numbers do not make.
  private func degree(
    _ measure: Breakdown.Number, _ now: Breakdown.Number, _ earlier: Breakdown.Number
  ) -> TextFinding? {
    let place = 1 / Double(FactScanner.power(measure.figure.decimals))
    let isPercent = measure.fact.counted == .percent
    let exact =
      isPercent
      ? abs(now.value - earlier.value) / earlier.value * 100
      : max(now.value, earlier.value) / min(now.value, earlier.value)
    guard abs(exact - measure.value) >= place, let text = Figure(tenthsOf: exact)?.text else {
      return nil
    }
    return TextFinding(
      "N3",
      isPercent
        ? Message(
          kk:
            "`\(now.text)` және `\(earlier.text)`: айырмасы – \(text) %, мәтінде `\(measure.text)`",
          ru:
            "`\(now.text)` и `\(earlier.text)` различаются на \(text) %, а написано `\(measure.text)`",
          en: "`\(now.text)` and `\(earlier.text)` differ by \(text) %, not `\(measure.text)`")
        : Message(
          kk:
            "`\(now.text)` және `\(earlier.text)`: қатынасы – \(text), мәтінде `\(measure.text)`",
          ru:
            "отношение `\(now.text)` к `\(earlier.text)` – \(text), а написано `\(measure.text)`",
          en: "the ratio of `\(now.text)` to `\(earlier.text)` is \(text), not `\(measure.text)`"),
      severity: .warning, at: measure.fact.range)
  }

  // MARK: «сократилось с 6 часов до 3 часов»

  private func changes(
    _ numbers: [Breakdown.Number], _ sentence: Range<Int>, _ text: TokenizedText
  ) -> [TextFinding] {
    zip(numbers, numbers.dropFirst()).compactMap { from, to in
      let (first, second) = (from.fact.tokens, to.fact.tokens)
      guard (0..<8).contains(second.lowerBound - first.upperBound),
        first.lowerBound > sentence.lowerBound, second.upperBound <= sentence.upperBound,
        from.fact.counted.map({ thing in to.fact.counted.map { $0 == thing } ?? true }) ?? true
      else { return nil }
      guard let verb = verb(first, second, sentence, text) else {
        return isRange(first, second, text) ? range(from, to, sentence, text) : nil
      }
      let isWrong = verb.direction == .more ? from.value > to.value : from.value < to.value
      guard isWrong else { return nil }
      let word = text.tokens[verb.token]
      return Self.contradiction(
        word, from, to,
        at: min(
          from.fact.range.lowerBound, word.range.lowerBound)..<max(
            to.fact.range.upperBound, word.range.upperBound))
    }
  }

  private func verb(
    _ first: Range<Int>, _ second: Range<Int>, _ sentence: Range<Int>, _ text: TokenizedText
  ) -> (token: Int, direction: Direction)? {
    let range: Range<Int>
    switch language {
    case .ru:
      guard ["с", "со"].contains(text.tokens[first.lowerBound - 1].lowercased),
        text.tokens[second.lowerBound - 1].lowercased == "до"
      else { return nil }
      range = max(sentence.lowerBound, first.lowerBound - 12)..<first.lowerBound
    case .kk:
      let end = min(sentence.upperBound, second.upperBound + 5)
      guard
        let until = (second.upperBound..<end).first(where: {
          text.tokens[$0].lowercased == "дейін"
        })
      else { return nil }
      range = until..<min(sentence.upperBound, until + 4)
    }
    for index in range.reversed() {
      if text.tokens[index].isMark(",") { break }
      let word = text.tokens[index].lowercased
      for (direction, stems) in Direction.verbs
      where stems.contains(where: { word.hasPrefix($0) }) {
        return (index, direction)
      }
    }
    return nil
  }

  /// «от 7 до 11 лет», «7 жылдан 11 жылға дейін».
  private func isRange(_ first: Range<Int>, _ second: Range<Int>, _ text: TokenizedText) -> Bool {
    switch language {
    case .ru:
      return text.tokens[first.lowerBound - 1].lowercased == "от"
        && text.tokens[second.lowerBound - 1].lowercased == "до"
    case .kk:
      let between = text.tokens[first.upperBound..<second.lowerBound]
      return between.contains {
        ["нан", "нен", "дан", "ден", "тан", "тен"].contains($0.lowercased.suffix(3))
      }
        && text.tokens[second.upperBound...].prefix(4).contains { $0.lowercased == "дейін" }
        && !between.contains { $0.isMark(",") || $0.isMark(";") }
    }
  }

  /// A range whose end is less than its beginning, where nothing falls.
  private func range(
    _ from: Breakdown.Number, _ to: Breakdown.Number, _ sentence: Range<Int>, _ text: TokenizedText
  ) -> TextFinding? {
    let falls = text.tokens[sentence].contains { token in
      Direction.verbs.contains { direction, stems in
        direction == .less && stems.contains { token.lowercased.hasPrefix($0) }
      }
        || ["түс", "төмен", "арзанда", "падени", "спад"].contains { token.lowercased.hasPrefix($0) }
    }
    guard from.value > to.value, !falls, from.fact.scale == to.fact.scale else { return nil }
    return TextFinding(
      "N4",
      Message(
        kk: "аралықтың соңы басынан кіші: `\(from.text)` – `\(to.text)`",
        ru: "конец промежутка меньше его начала: `\(from.text)` – `\(to.text)`",
        en: "the range ends below its beginning: `\(from.text)` – `\(to.text)`"),
      severity: .warning, at: from.fact.range.lowerBound..<to.fact.range.upperBound)
  }

  // MARK: Periods

  private func periods(_ facts: [Fact], _ text: TokenizedText) -> [TextFinding] {
    zip(facts, facts.dropFirst()).compactMap { from, to in
      guard let begin = from.value.day, let end = to.value.day, from.kind == to.kind,
        isPeriod(from, to, text), end.lexicographicallyPrecedes(begin)
      else { return nil }
      let words = [from, to].map { text.words(in: $0.range) }
      return TextFinding(
        "N4",
        Message(
          kk: "кезең басталмай тұрып аяқталады: `\(words[0])` – `\(words[1])`",
          ru: "период кончается раньше, чем начался: `\(words[0])` – `\(words[1])`",
          en: "the period ends before it begins: `\(words[0])` – `\(words[1])`"),
        at: from.range.lowerBound..<to.range.upperBound)
    }
  }

  private func isPeriod(_ from: Fact, _ to: Fact, _ text: TokenizedText) -> Bool {
    let between = text.tokens[
      from.tokens.upperBound..<max(from.tokens.upperBound, to.tokens.lowerBound)]
    guard between.count < 5 else { return false }
    let isDash = between.contains { $0.isMark("–") || $0.isMark("—") }
    switch language {
    case .ru:
      guard from.tokens.lowerBound > 0 else { return false }
      return isDash
        || ["с", "со"].contains(text.tokens[from.tokens.lowerBound - 1].lowercased)
          && between.contains { ["по", "до"].contains($0.lowercased) }
    case .kk:
      let behind = text.tokens[to.tokens.upperBound...].prefix(4).map(\.lowercased)
      return isDash && !between.contains { $0.isMark(",") }
        || behind.contains { $0 == "дейін" || $0.hasPrefix("аралығ") }
          && !between.contains { $0.isMark(",") || $0.isMark(";") }
    }
  }
}

extension Breakdown.Number {
  /// Whether it stands alone and has the size of a year: «2023 жылғыдан».
  fileprivate var mayBeYear: Bool {
    fact.counted == nil && figure.isWhole && (1900...2100).contains(figure.significand)
  }
}

extension FactValue {
  /// The year, month and day of a date or month whose year is known, to be compared with another.
  fileprivate var day: [Int]? {
    switch self {
    case .date(let year?, let month, let day): [year, month, day]
    case .month(let year?, let month): [year, month]
    case .quarter(let year?, let number): [year, number]
    default: nil
    }
  }
}
