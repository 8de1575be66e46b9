import Diagnostics
import Spelling
import Testing

@testable import Letters

/// Letters that were written by hand by people who did not know the rules' code, and one defect after another in them.
@Suite struct PlantedDefectTests {
  private static let sets = ["ministries", "gambling", "correspondence", "deputies"]

  private static let check: Result<PairCheck, any Error> = Result {
    PairCheck(
      try Example.library.referenceForChecks().reference, .builtIn,
      dictionaries: SpellingDictionaries())
  }

  private func findings(_ pair: [LetterLanguage: PairCheck.Document]) throws -> [Diagnostic] {
    try Self.check.get().findings(
      kk: try #require(pair[.kk]), ru: try #require(pair[.ru]))
  }

  @Test("a letter in order is said to be wrong", arguments: sets)
  func clean(set: String) throws {
    let planted = try PlantedDefects(set)
    for letter in planted.letters {
      let found = try findings(letter.documents).filter {
        !planted.remarks.contains("\(letter.number) \($0.rule)")
      }.map { $0.rendered(in: .en) }
      #expect(found == [], "\(set) \(letter.number)")
    }
  }

  @Test(
    "a defect is not told by its rule at its place, or one that nobody could tell is told now",
    arguments: sets)
  func defects(set: String) throws {
    let planted = try PlantedDefects(set)
    #expect(planted.defects.count > 40)
    var clean: [String: Set<String>] = [:]
    for letter in planted.letters {
      clean[letter.number] = Set(try findings(letter.documents).map { $0.rendered(in: .en) })
    }
    for defect in planted.defects {
      let pair = try #require(planted.pair(with: defect), "\(defect.id): the text has changed")
      let told = try findings(pair).contains {
        defect.isTold(by: $0) && clean[defect.letter]?.contains($0.rendered(in: .en)) != true
      }
      #expect(
        told != defect.isOpen,
        "\(set) \(defect.id): \(defect.rules) \(defect.letter) \(defect.note)")
    }
  }
}
