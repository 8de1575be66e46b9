import Language

/// A total and the parts that a sentence gives of it: «172 жоба (нұсқама – 134, хат – 38)», «88: 66 …, 22 …», a list.
struct Breakdown {
  /// A number in a paragraph.
  struct Number {
    let paragraph: LetterParagraph
    let fact: Fact
    let figure: Figure

    var text: String { paragraph.text.words(in: fact.range) }

    /// What it counts: a thing that both languages know, or one told only by the first letters of its noun.
    let thing: CountedThing?

    /// Whether it measures what others count: a share or a time.
    var isMeasure: Bool { fact.counted?.unitClass == .percent || fact.counted?.unitClass == .time }

    init?(_ fact: Fact, _ paragraph: LetterParagraph) {
      guard fact.kind == .number || fact.kind == .words, fact.repetition == nil, !fact.isOrdinal,
        fact.isSure, let figure = fact.figure
      else { return nil }
      self.fact = fact
      self.paragraph = paragraph
      self.figure = figure
      thing = fact.counted ?? Self.noun(behind: fact, paragraph.text)
    }

    /// The noun right behind a number: «41 250 операций».
    private static func noun(behind fact: Fact, _ text: TokenizedText) -> CountedThing? {
      guard fact.kind == .number, fact.tokens.upperBound < text.tokens.count else { return nil }
      let token = text.tokens[fact.tokens.upperBound]
      guard token.kind == .word, token.gap == .space || token.gap == .noBreak,
        token.lowercased.unicodeScalars.count > 4,
        let first = token.text.unicodeScalars.first, first.properties.isLowercase,
        !RussianEnding.adjectives.contains(where: {
          $0.utf8.count > 2 && token.lowercased.hasSuffix($0)
        })
      else { return nil }
      let stem = String(String.UnicodeScalarView(token.lowercased.unicodeScalars.prefix(5)))
      return CountedThing("noun " + stem)
    }
  }

  let total: Number
  let parts: [Number]
  /// Whether the parts need not be all: «оның ішінде», «в том числе».
  let isPartial: Bool
  /// Whether nothing but their place says that they are parts.
  var isLoose = false
}

/// Finds the breakdowns of a letter.
struct BreakdownReader {
  private let letter: LetterFacts

  init(_ letter: LetterFacts) { self.letter = letter }

  func breakdowns() -> [Breakdown] {
    letter.prose.flatMap { paragraph in
      paragraph.sentences.flatMap { breakdowns(in: $0, of: paragraph) }
        + zip(paragraph.sentences, paragraph.sentences.dropFirst()).flatMap {
          breakdowns($0, $1, paragraph)
        }
    }
  }

  /// A sentence whose numbers are all of one unit, of which the sentence before has a single one:
  /// «148,75 млн теңге … . 131,2 млн теңге расталды, 17,55 млн теңге расталмады.»
  private func breakdowns(
    _ first: Range<Int>, _ second: Range<Int>, _ paragraph: LetterParagraph
  ) -> [Breakdown] {
    let numbers = letter.numbers(of: paragraph)
    let inner = numbers.beginning(in: second)
    // «В том числе 41 250 операций на 2,7 млрд тенге, …»: each unit has its own total in the sentence before.
    if let marker = partialMarker(second.lowerBound, paragraph.text) {
      let brackets = Self.brackets(in: first.lowerBound..<second.upperBound, of: paragraph.text)
      let isTopLevel = { (number: Breakdown.Number) in
        brackets.stretch(around: number.fact.tokens.lowerBound) == nil
      }
      let head = numbers.beginning(in: first).filter(isTopLevel)
      // Behind a colon stand the parts of a part.
      let end = second.first { paragraph.text.tokens[$0].isMark(":") } ?? second.upperBound
      let parts = inner.filter {
        (marker..<max(marker, end)).contains($0.fact.tokens.lowerBound) && isTopLevel($0)
      }
      return Self.breakdowns(head, parts, true, areNamed: true) {
        Self.separates($0, $1, paragraph.text)
      }
    }
    guard inner.count > 1, let thing = inner.first?.thing, thing.unitClass != .time,
      thing.unitClass != .percent,
      inner.allSatisfy({ $0.thing?.adds(to: thing) ?? false })
    else { return [] }
    let wholes = numbers.beginning(in: first).filter { $0.thing?.adds(to: thing) ?? false }
    guard wholes.count == 1, let total = wholes.first else { return [] }
    return [Breakdown(total: total, parts: Array(inner), isPartial: true, isLoose: true)]
  }

  /// A stretch of tokens with parts in it.
  private struct Segment {
    let tokens: Range<Int>
    /// Where what it is a breakdown of begins and ends.
    let head: Range<Int>
    var isPartial: Bool
  }

  private func breakdowns(in sentence: Range<Int>, of paragraph: LetterParagraph) -> [Breakdown] {
    let numbers = Array(letter.numbers(of: paragraph).beginning(in: sentence))
    guard !numbers.isEmpty else { return [] }
    let brackets = Self.brackets(in: sentence, of: paragraph.text)
    let open = numbers.filter { brackets.stretch(around: $0.fact.tokens.lowerBound) == nil }
    var found: [Breakdown] = []
    for segment in segments(of: sentence, brackets, paragraph) {
      let isBracket = brackets.stretch(around: segment.tokens.lowerBound) == segment.tokens
      let inner = (isBracket ? numbers : open).beginning(in: segment.tokens)
      let head = open.beginning(in: segment.head)
      found += Self.breakdowns(Array(head), Array(inner), segment.isPartial) { from, to in
        Self.separates(from, to, paragraph.text)
      }
    }
    if let list = listBreakdown(sentence, numbers, paragraph) { found.append(list) }
    return found + numbers.compactMap { closing($0, open, paragraph.text) }
  }

  /// The breakdowns of the last totals of `head` that have the units of `inner`.
  private static func breakdowns(
    _ head: [Breakdown.Number], _ inner: [Breakdown.Number], _ isPartial: Bool,
    areNamed: Bool = false, _ areParted: (Breakdown.Number, Breakdown.Number) -> Bool
  ) -> [Breakdown] {
    var found: [Breakdown] = []
    var seen: [CountedThing] = []
    for part in inner {
      guard let thing = part.thing, thing.unitClass != .time, thing.unitClass != .percent,
        !seen.contains(where: { $0.adds(to: thing) })
      else { continue }
      seen.append(thing)
      let parts = inner.filter { $0.thing?.adds(to: thing) ?? false }
      guard zip(parts, parts.dropFirst()).allSatisfy(areParted),
        let total = head.last(where: { $0.thing?.adds(to: thing) ?? false })
      else { continue }
      // «87 организаций: 21 банк, 19 платежных организаций»: parts with names of their own may be all of the rest.
      let isMixed =
        thing.unitClass == .other
        && inner.contains { $0.thing?.unitClass == .other && !($0.thing?.adds(to: thing) ?? false) }
      guard !isMixed || isPartial else { continue }
      found.append(Breakdown(total: total, parts: parts, isPartial: isPartial))
    }
    if isPartial, !areNamed, found.isEmpty { found += unnamed(head, inner, areParted) }
    return found
  }

  /// What stands behind «оның ішінде» with other words than the total, or without: «655 объект, олардың 257-сі».
  private static func unnamed(
    _ head: [Breakdown.Number], _ inner: [Breakdown.Number],
    _ areParted: (Breakdown.Number, Breakdown.Number) -> Bool
  ) -> [Breakdown] {
    guard let total = head.last else { return [] }
    switch total.fact.counted?.unitClass {
    case .time, .percent, .money: return []
    case .documents, .resources, .people, .other, nil: break
    }
    let parts = inner.filter { $0.fact.counted.map { $0.unitClass == .other } ?? true }
    guard !parts.isEmpty, parts.count == inner.count,
      zip(parts, parts.dropFirst()).allSatisfy(areParted)
    else { return [] }
    return [Breakdown(total: total, parts: parts, isPartial: true)]
  }

  // MARK: Segments

  private func segments(
    of sentence: Range<Int>, _ brackets: [Range<Int>], _ paragraph: LetterParagraph
  ) -> [Segment] {
    let text = paragraph.text
    var segments: [Segment] = []
    var start = sentence.lowerBound
    for bracket in brackets {
      let marker = bracket.first { partialMarker($0, text) != nil }
      let from = marker.flatMap { partialMarker($0, text) } ?? bracket.lowerBound
      if marker != nil, from < bracket.upperBound {
        segments.append(
          Segment(
            tokens: from..<bracket.upperBound, head: start..<bracket.lowerBound, isPartial: true))
      } else {
        segments.append(
          Segment(tokens: bracket, head: start..<bracket.lowerBound, isPartial: false))
      }
      start = bracket.upperBound
    }
    let isOpen = { (token: Int) in brackets.stretch(around: token) == nil }
    let marker = sentence.first { isOpen($0) && partialMarker($0, text) != nil }
    let colon = sentence.dropLast().first { isOpen($0) && text.tokens[$0].isMark(":") }
    if let colon, colon < marker ?? .max {
      segments.append(
        Segment(
          tokens: colon + 1..<(marker ?? sentence.upperBound), head: sentence.lowerBound..<colon,
          isPartial: false))
    } else if let marker, let from = partialMarker(marker, text), from < sentence.upperBound {
      // «Из них в отношении 2370 ресурсов направлены: 2 письма по 30 ссылкам, …»: behind the colon stand parts of the part.
      let inner = colon.flatMap { $0 > from && $0 + 1 < sentence.upperBound ? $0 : nil }
      if let inner {
        segments.append(
          Segment(
            tokens: inner + 1..<sentence.upperBound, head: from..<inner, isPartial: false))
      }
      segments.append(
        Segment(
          tokens: from..<(inner ?? sentence.upperBound), head: sentence.lowerBound..<marker,
          isPartial: true))
    }
    return segments
  }

  /// What stands between brackets, without them.
  private static func brackets(in sentence: Range<Int>, of text: TokenizedText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: [Int] = []
    for index in sentence {
      if text.tokens[index].isMark("(") {
        open.append(index)
      } else if text.tokens[index].isMark(")"), let start = open.popLast(), open.isEmpty {
        found.append(start + 1..<index)
      }
    }
    return found.filter { !$0.isEmpty }
  }

  private func partialMarker(_ index: Int, _ text: TokenizedText) -> Int? {
    PartMarker.end(at: index, text, letter.language)
  }

  /// Whether two numbers are items of one list: a comma, a semicolon or a conjunction stands between them.
  private static func separates(
    _ first: Breakdown.Number, _ second: Breakdown.Number, _ text: TokenizedText
  ) -> Bool {
    guard first.fact.tokens.upperBound <= second.fact.tokens.lowerBound else { return false }
    return text.tokens[first.fact.tokens.upperBound..<second.fact.tokens.lowerBound].contains {
      $0.isMark(",") || $0.isMark(";")
        || ["және", "и", "ал", "а", "мен", "пен", "бен"].contains($0.lowercased)
    }
  }

  // MARK: Totals behind their parts

  /// «3174 автомата и 1268 компьютеров, всего 4442 единицы»: the last numbers before the total, as many as all but make it up; none if some of them do.
  private func closing(
    _ total: Breakdown.Number, _ numbers: [Breakdown.Number], _ text: TokenizedText
  ) -> Breakdown? {
    let first = total.fact.tokens.lowerBound
    guard total.figure.isWhole, first > 1,
      Self.closings.contains(text.tokens[first - 1].lowercased),
      text.tokens[first - 2].isMark(",") || text.tokens[first - 2].isMark("–")
    else { return nil }
    let before = numbers.filter {
      $0.fact.tokens.upperBound < first && $0.figure.isWhole && !$0.isMeasure
    }
    .suffix(8)
    guard before.count > 1, !Self.isSum(total.figure.significand, of: before[...]) else {
      return nil
    }
    return (2...before.count).lazy.map {
      Breakdown(total: total, parts: Array(before.suffix($0)), isPartial: true, isLoose: true)
    }.first(where: BreakdownRules.isSlip)
  }

  /// Whether some of the numbers make up a total.
  private static func isSum(_ total: Int, of numbers: ArraySlice<Breakdown.Number>) -> Bool {
    guard total > 0, let first = numbers.first else { return total == 0 }
    let rest = numbers.dropFirst()
    return isSum(total, of: rest) || isSum(total - first.figure.significand, of: rest)
  }

  private static let closings: WordSet = ["барлығы", "всего", "итого", "жиыны"]

  // MARK: Lists

  /// The last total of a sentence before a list each of whose items gives a part of it.
  private func listBreakdown(
    _ sentence: Range<Int>, _ numbers: [Breakdown.Number], _ paragraph: LetterParagraph
  ) -> Breakdown? {
    guard paragraph.requisite == .text, sentence.upperBound == paragraph.text.tokens.count,
      paragraph.text.tokens[sentence.upperBound - 1].isMark(":")
    else { return nil }
    let items = letter.items(after: paragraph)
    guard items.count > 1 else { return nil }
    for total in numbers.reversed() {
      guard let thing = total.thing, thing.unitClass != .time, thing.unitClass != .percent
      else { continue }
      let parts = items.compactMap { item in
        letter.numbers(of: item)
          .first { $0.thing?.adds(to: thing) ?? false }
      }
      guard parts.count == items.count else { continue }
      let isPartial = sentence.contains { partialMarker($0, paragraph.text) != nil }
      return Breakdown(total: total, parts: parts, isPartial: isPartial)
    }
    return nil
  }
}
