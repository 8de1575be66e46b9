import Diagnostics
import Language

/// N4: a part that is larger than all that it may be a part of. N3: a percentage beside a part that is another share.
struct PartRule {
  private let letter: LetterFacts

  init(_ letter: LetterFacts) { self.letter = letter }

  func findings() -> [PlacedFinding] {
    letter.prose.flatMap { paragraph in
      let numbers = letter.numbers(of: paragraph)
      let wholes = Wholes(letter, paragraph)
      return numbers.indices.compactMap { index -> PlacedFinding? in
        let part = numbers[index]
        let candidates = wholes.candidates(for: part)
        guard let whole = candidates.last else { return nil }
        if candidates.allSatisfy({ $0.value < part.value }) { return Self.larger(part, whole) }
        guard index + 1 < numbers.count else { return nil }
        return share(part, numbers[index + 1], of: candidates)
      }
    }
  }

  private static func larger(_ part: Breakdown.Number, _ whole: Breakdown.Number)
    -> PlacedFinding
  {
    (
      part.paragraph.index,
      TextFinding(
        "N4",
        Message(
          kk: "бөлік (`\(part.text)`) бүтіннен (`\(whole.text)`) үлкен",
          ru: "часть (`\(part.text)`) больше целого (`\(whole.text)`)",
          en: "the part `\(part.text)` is larger than the whole `\(whole.text)`"),
        at: part.fact.range)
    )
  }

  // MARK: Shares

  private func share(
    _ part: Breakdown.Number, _ percent: Breakdown.Number, of wholes: [Breakdown.Number]
  ) -> PlacedFinding? {
    guard percent.fact.counted == .percent, restates(part.fact, percent.fact, part.paragraph.text),
      let whole = wholes.last,
      !wholes.contains(where: { Self.isShare(percent, part, of: $0) }),
      let exact = Figure(tenthsOf: part.value / whole.value * 100)?.text
    else { return nil }
    return (
      percent.paragraph.index,
      TextFinding(
        "N3",
        Message(
          kk: "`\(part.text)` – `\(whole.text)` санының \(exact) пайызы, мәтінде `\(percent.text)`",
          ru: "`\(part.text)` – это \(exact) % от `\(whole.text)`, а написано `\(percent.text)`",
          en: "`\(part.text)` is \(exact) % of `\(whole.text)`, not `\(percent.text)`"),
        severity: .warning, at: percent.fact.range)
    )
  }

  /// Whether the percentage says the number before it again: «51-і (79,7 пайызы)», «268,4 млрд тенге, или 65,1 %».
  private func restates(_ part: Fact, _ percent: Fact, _ text: TokenizedText) -> Bool {
    guard part.tokens.upperBound <= percent.tokens.lowerBound else { return false }
    let between = text.tokens[part.tokens.upperBound..<percent.tokens.lowerBound]
    guard between.count < 9, !between.contains(where: { $0.isMark(".") || $0.isMark(";") }),
      let last = between.last
    else { return false }
    return last.isMark("(") || ["или", "есть", "немесе", "яғни"].contains(last.lowercased)
  }

  /// Whether `percent` is the share, rounded or cut off at its last place.
  private static func isShare(
    _ percent: Breakdown.Number, _ part: Breakdown.Number, of whole: Breakdown.Number
  ) -> Bool {
    let place = 1 / Double(FactScanner.power(percent.figure.decimals))
    return abs(part.value / whole.value * 100 - percent.value) < place
  }
}

extension Figure {
  /// A value with one decimal; `nil` if it is none, or more than any letter says.
  init?(tenthsOf value: Double) {
    guard abs(value) < 1e15 else { return nil }
    self.init(significand: Int((value * 10).rounded()), decimals: 1)
  }
}

extension Breakdown.Number {
  var value: Double { Double(figure.significand) / Double(FactScanner.power(figure.decimals)) }
}
