import Diagnostics
import Language

/// N3: a percentage beside a part that is another share of every whole that the paragraph names: «64-тің 51-і (79,7 пайызы)».
struct ShareRule {
  typealias Found = (paragraph: Int, finding: TextFinding)

  private let letter: LetterFacts

  init(_ letter: LetterFacts) { self.letter = letter }

  func findings() -> [Found] {
    letter.paragraphs.flatMap { paragraph in
      let numbers = letter[paragraph].compactMap { Breakdown.Number($0, paragraph) }
      return numbers.indices.compactMap { finding($0, among: numbers, paragraph) }
    }
  }

  private func finding(
    _ index: Int, among numbers: [Breakdown.Number], _ paragraph: LetterParagraph
  ) -> Found? {
    let percent = numbers[index]
    guard index > 0, percent.fact.counted == .percent else { return nil }
    let part = numbers[index - 1]
    guard part.fact.counted?.unitClass != .percent, part.fact.counted?.unitClass != .time,
      restates(part.fact, percent.fact, paragraph.text),
      isShare(part.fact, paragraph.text)
    else { return nil }
    let wholes = numbers[..<(index - 1)].filter { number in
      guard let whole = number.fact.counted else { return true }
      return part.fact.counted.map { $0.adds(to: whole) } ?? (whole.unitClass != .percent)
    }.filter { Self.isLess(part.figure, $0.figure) }
    guard let whole = wholes.last,
      !wholes.contains(where: { Self.isShare(percent.figure, part.figure, of: $0.figure) })
    else { return nil }
    return (
      paragraph.index,
      TextFinding(
        "N3",
        Message(
          kk: "`\(part.text)` – `\(whole.text)` санының \(Self.share(part.figure, of: whole.figure)) пайызы, мәтінде `\(percent.text)`",
          ru: "`\(part.text)` – это \(Self.share(part.figure, of: whole.figure)) % от `\(whole.text)`, а написано `\(percent.text)`",
          en: "`\(part.text)` is \(Self.share(part.figure, of: whole.figure)) % of `\(whole.text)`, not `\(percent.text)`"),
        severity: .warning, at: percent.fact.range)
    )
  }

  /// Whether the percentage says the number before it again: «51-і (79,7 пайызы)», «268,4 млрд тенге, или 65,1 %».
  private func restates(_ part: Fact, _ percent: Fact, _ text: TokenizedText) -> Bool {
    let between = text.tokens[part.tokens.upperBound..<percent.tokens.lowerBound]
    guard between.count < 9, !between.contains(where: { $0.isMark(".") || $0.isMark(";") }) else {
      return false
    }
    if between.last?.isMark("(") ?? false { return true }
    return ["или", "есть", "немесе", "яғни"].contains(between.last?.lowercased)
  }

  /// Whether the number is said to be a part of another.
  private func isShare(_ part: Fact, _ text: TokenizedText) -> Bool {
    let before = text.tokens[max(0, part.tokens.lowerBound - 12)..<part.tokens.lowerBound]
    switch letter.language {
    case .ru: return before.contains { $0.lowercased == "из" }
    case .kk:
      if before.contains(where: { ["оның", "олардың", "соның", "ішінде"].contains($0.lowercased) }) {
        return true
      }
      let suffix = part.tokens.upperBound + 1
      return suffix < text.tokens.count && text.tokens[suffix].gap == .none
        && ["і", "ы", "сі", "сы"].contains(text.tokens[suffix].lowercased)
    }
  }

  private static func value(_ figure: Figure) -> Double {
    Double(figure.significand) / Double(FactScanner.power(figure.decimals))
  }

  private static func isLess(_ left: Figure, _ right: Figure) -> Bool { value(left) < value(right) }

  /// Whether `percent` is the share, rounded or cut off at its last place.
  private static func isShare(_ percent: Figure, _ part: Figure, of whole: Figure) -> Bool {
    let exact = value(part) / value(whole) * 100
    let place = 1 / Double(FactScanner.power(percent.decimals))
    return abs(exact - value(percent)) < place
  }

  private static func share(_ part: Figure, of whole: Figure) -> String {
    let tenths = Int((value(part) / value(whole) * 1000).rounded())
    return Figure(significand: tenths, decimals: 1).text
  }
}
