import Diagnostics
import Files
import TestSupport
import Testing

@testable import Letters

/// Random slips in letters that are in order.
@Suite struct MutationTests {
  private static let check = PairCheck(Example.reference, .builtIn)

  /// The letters that are changed: those of the example.
  private static let pairs: [[LetterLanguage: [String]]] = Example.letters.compactMap { letter in
    var pair: [LetterLanguage: [String]] = [:]
    for language in LetterLanguage.allCases {
      let path = "\(Example.root)/fixtures/golden/\(letter.name).\(language).txt"
      guard let bytes = try? FileSystem.read(path) else { return nil }
      pair[language] = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(
        String.init)
    }
    return pair
  }

  private func findings(_ lines: [LetterLanguage: [String]]) -> [Diagnostic] {
    func letter(_ language: LetterLanguage) -> FinishedLetter {
      FinishedLetter(
        text: (lines[language] ?? []).joined(separator: "\n"), language, file: "\(language)")
    }
    return Self.check.findings(letter(.kk), letter(.ru))
  }

  @Test("one number, date, name, reference, quote or item was changed, and nobody was told where")
  func mutations() throws {
    var random = SeededGenerator(seed: TestSeed.value)
    let count = TestSeed.mutations
    var missed: [String] = []
    var drawn = 0
    while drawn < count {
      let kind = Mutation.Kind.allCases[
        Int.random(in: 0..<Mutation.Kind.allCases.count, using: &random)]
      let language = LetterLanguage.allCases[Int.random(in: 0...1, using: &random)]
      guard let pair = Self.pairs.randomElement(using: &random),
        let mutation = Mutation.draw(kind, in: pair[language] ?? [], language, using: &random)
      else { continue }
      drawn += 1
      var changed = pair
      changed[language] = mutation.lines
      if !isFound(mutation, findings(changed), pair) {
        missed.append("\(mutation.kind) \(language): \(mutation.before)\n    -> \(mutation.after)")
      }
    }
    let report = "\(missed.count) of \(count) missed\n" + missed.prefix(60).joined(separator: "\n")
    print(report)
    #expect(missed.count * 100 <= count, "\(report)")
  }

  /// Whether one of the findings marks the changed line, or of a deleted one the line that lacks its counterpart.
  private func isFound(
    _ mutation: Mutation, _ findings: [Diagnostic], _ pair: [LetterLanguage: [String]]
  ) -> Bool {
    let places = findings.flatMap(\.places)
    guard mutation.isDeletion else {
      let changed = mutation.after.split(separator: "\n").map(String.init)
      return places.contains {
        $0.language == mutation.language.rawValue && changed.contains($0.excerpt)
      }
    }
    let other: LetterLanguage = mutation.language == .kk ? .ru : .kk
    let items = Set((pair[other] ?? []).filter { ItemLabel($0) != nil })
    return places.contains { $0.language == other.rawValue && items.contains($0.excerpt) }
  }
}
