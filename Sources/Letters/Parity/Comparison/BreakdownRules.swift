import Diagnostics
import Language

/// N3, N7: totals that are not the sum of their parts, totals in a narrower unit than theirs.
struct BreakdownRules {
  private let letter: LetterFacts

  init(_ letter: LetterFacts) { self.letter = letter }

  func findings() -> [PlacedFinding] {
    BreakdownReader(letter).breakdowns().flatMap { breakdown in
      [unit(breakdown), sum(breakdown)].compactMap(\.self)
    }
  }

  /// Whether one wrong figure would explain why the parts do not make the total.
  static func isSlip(_ breakdown: Breakdown) -> Bool {
    guard let values = Aligned(breakdown) else { return false }
    return values.isSlip(values.parts.reduce(0, +))
  }

  // MARK: N3

  private func sum(_ breakdown: Breakdown) -> PlacedFinding? {
    guard breakdown.parts.count > 1, let values = Aligned(breakdown) else { return nil }
    let sum = values.parts.reduce(0, +)
    guard sum != values.total, !values.mayBeRounded(sum) else { return nil }
    if breakdown.isPartial {
      guard values.parts.allSatisfy({ $0 <= values.total }) else { return nil }
      // Some of the parts may be left out; what is only a slip away from the whole is meant to be all of them.
      guard
        values.isSlip(sum)
          || !breakdown.isLoose && (sum > values.total || values.isNear(sum))
      else { return nil }
    }
    return Self.finding(
      breakdown.total, breakdown.parts, sum: values.text(sum),
      severity: breakdown.isPartial ? .warning : .error)
  }

  static func finding(
    _ total: Breakdown.Number, _ parts: [Breakdown.Number], sum: String, severity: Severity
  ) -> PlacedFinding {
    let sign = parts.map(\.text).joined(separator: " + ")
    return (
      total.paragraph.index,
      TextFinding(
        "N3",
        Message(
          kk: "`\(total.text)` бөліктерінің қосындысына тең емес: \(sign) = \(sum)",
          ru: "`\(total.text)` не равно сумме частей: \(sign) = \(sum)",
          en: "`\(total.text)` is not the sum of its parts: \(sign) = \(sum)"),
        severity: severity, at: total.fact.range)
    )
  }

  // MARK: N7

  /// A total of resources whose parts are links, or of links whose parts are resources.
  private func unit(_ breakdown: Breakdown) -> PlacedFinding? {
    guard !breakdown.isLoose, let whole = breakdown.total.fact.counted,
      whole == .resource || whole == .link,
      let words = breakdown.total.fact.countedTokens,
      let part = breakdown.parts.first(where: {
        $0.fact.counted != whole && Self.isURL($0.fact.counted)
      }),
      let name = part.fact.countedTokens
    else { return nil }
    let text = breakdown.total.paragraph.text
    let first = breakdown.total.fact.tokens.lowerBound
    let range = text.range(min(first, words.lowerBound)...max(first, words.upperBound - 1))
    let wholeName = text.words(in: text.range(words.lowerBound...(words.upperBound - 1)))
    let partText = part.paragraph.text
    let partName = partText.words(in: partText.range(name.lowerBound...(name.upperBound - 1)))
    return (
      breakdown.total.paragraph.index,
      TextFinding(
        "N7",
        Message(
          kk: "жалпы сан `\(wholeName)` деп аталған, ал бөлігі – `\(partName)`",
          ru: "общее число названо `\(wholeName)`, а часть – `\(partName)`",
          en: "the total counts `\(wholeName)`, a part of it `\(partName)`"),
        severity: .warning, at: range)
    )
  }

  private static func isURL(_ thing: CountedThing?) -> Bool {
    thing == .resource || thing == .link || thing == .resourceAndLink
  }
}

/// The numbers of a breakdown as whole numbers of one decimal place.
private struct Aligned {
  let total: Int
  let parts: [Int]
  private let decimals: Int
  /// The unit of the last printed place of any of the numbers.
  private let unit: Int

  init?(_ breakdown: Breakdown) {
    let numbers = [breakdown.total] + breakdown.parts
    let decimals = numbers.map(\.figure.decimals).max() ?? 0
    self.decimals = decimals
    var aligned: [Int] = []
    for number in numbers {
      let (value, overflows) = number.figure.significand.multipliedReportingOverflow(
        by: FactScanner.power(decimals - number.figure.decimals))
      // What is added up must have room, and twenty times the sum as well.
      guard !overflows, value < Int.max / (32 * numbers.count) else { return nil }
      aligned.append(value)
    }
    total = aligned[0]
    parts = Array(aligned.dropFirst())
    unit =
      numbers.map { number in
        number.fact.scale == 0 && number.figure.decimals == 0
          ? 0 : Self.lastPlace(number, decimals: decimals)
      }.max() ?? 0
  }

  private static func lastPlace(_ number: Breakdown.Number, decimals: Int) -> Int {
    let text = number.text
    let printed = text.split(separator: ",").dropFirst().first?.prefix { $0.isNumber }.count ?? 0
    return FactScanner.power(max(0, decimals + number.fact.scale - printed))
  }

  /// Whether decimals that were rounded one by one explain the difference.
  func mayBeRounded(_ sum: Int) -> Bool {
    abs(sum - total) <= unit * ((parts.count + 1) / 2)
  }

  func isNear(_ sum: Int) -> Bool { abs(total - sum) * 20 <= total }

  /// Whether the sum would hold if one figure of one number were another, or two figures in a row were exchanged.
  func isSlip(_ sum: Int) -> Bool {
    let difference = total - sum
    return Self.isSlip(total, sum) || parts.contains { Self.isSlip($0, $0 + difference) }
  }

  private static func isSlip(_ left: Int, _ right: Int) -> Bool {
    guard left > 99, right > 99 else { return false }
    let one = Array(String(left))
    let other = Array(String(right))
    guard one.count == other.count else { return false }
    let places = one.indices.filter { one[$0] != other[$0] }
    if places.count == 1 { return true }
    return places.count == 2 && places[0] + 1 == places[1] && one[places[0]] == other[places[1]]
      && one[places[1]] == other[places[0]]
  }

  func text(_ sum: Int) -> String { Figure(significand: sum, decimals: decimals).text }
}
