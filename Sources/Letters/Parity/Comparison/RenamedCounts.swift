import Diagnostics
import Language

/// T1: one number of things that a letter calls by two words, where the other language keeps to one: «264 видеоматериала … 264 видеоролика».
struct RenamedCounts {
  let letters: AlignedLetters

  /// What stands in both letters, in their order.
  func findings(_ matches: [CountComparison.Match]) -> [Diagnostic] {
    var seen: [FactValue: CountComparison.Match] = [:]
    return matches.compactMap { match in
      guard let figure = match.kk.fact.figure, figure.isWhole, figure.significand > 9,
        let kk = match.kk.fact.counted, let ru = match.ru.fact.counted
      else { return nil }
      guard let first = seen[match.kk.fact.value] else {
        seen[match.kk.fact.value] = match
        return nil
      }
      guard first.kk.block != match.kk.block else { return nil }
      if first.kk.fact.counted == kk, let before = first.ru.fact.counted,
        Self.isRenamed(before, ru)
      {
        return finding(match.ru, first.ru, letters.ru)
      }
      if first.ru.fact.counted == ru, let before = first.kk.fact.counted,
        Self.isRenamed(before, kk)
      {
        return finding(match.kk, first.kk, letters.kk)
      }
      return nil
    }
  }

  private static func isRenamed(_ one: CountedThing, _ other: CountedThing) -> Bool {
    guard !one.isCompatible(with: other) else { return false }
    let addresses: Set<CountedThing> = [.resource, .link, .resourceAndLink]
    if addresses.contains(one), addresses.contains(other) { return false }
    return one.unitClass == other.unitClass && [.other, .resources].contains(one.unitClass)
  }

  private func finding(
    _ now: FactComparison.Stated, _ before: FactComparison.Stated, _ letter: FinishedLetter
  ) -> Diagnostic {
    let places = [now, before].map { CountComparison.place($0, letter) }
    return Diagnostic(
      "T1",
      Message(
        kk: "`\(places[0].text)`: жоғарыда бұл `\(places[1].text)` деп аталған",
        ru: "`\(places[0].text)`: выше это названо `\(places[1].text)`",
        en: "`\(places[0].text)` is called `\(places[1].text)` above"),
      severity: .warning, at: places)
  }
}
