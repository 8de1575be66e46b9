import Diagnostics
import OfficePackage
import TestSupport
import Testing
import WordprocessingML

@testable import Letters

/// Letters in order, by whatever way they come: a finding in one of them is a false alarm.
@Suite struct CleanPairTests {
  /// The seed of this run: `QOSHAT_SEED`, or the same one each time.
  static let seed = TestSeed.value

  private static let check = PairCheck(Example.reference, .builtIn)

  private func findings(_ texts: [LetterLanguage: String]) throws -> [String] {
    let kk = FinishedLetter(text: try #require(texts[.kk]), .kk, file: "kk.txt")
    let ru = FinishedLetter(text: try #require(texts[.ru]), .ru, file: "ru.txt")
    return Self.check.findings(kk, ru).map { $0.rendered(in: .en) }
  }

  @Test(
    "a letter in order is said to be wrong", arguments: Example.letters, [UInt64](0..<4))
  func variants(letter: (kind: String, name: String), number: UInt64) throws {
    var variants = LetterVariants(seed: Self.seed &+ number)
    let pair = try variants.letter(of: letter.kind, like: letter.name)
    let documents = try [LetterLanguage.kk, .ru].map { language in
      PairCheck.Document(
        file: "\(language).docx", bytes: try #require(pair.documents[language]).docx)
    }
    let found = try Self.check.findings(kk: documents[0], ru: documents[1])
    #expect(found.map { $0.rendered(in: .en) } == [])
    let texts = pair.documents.mapValues(\.text)
    #expect(try findings(texts) == [])
    for (width, isDoubleSpaced) in [(64, true), (78, true), (100, false)] {
      let wrapped = texts.mapValues {
        LetterCarrier.wrapped($0, width: width, isDoubleSpaced: isDoubleSpaced)
      }
      let found = try findings(wrapped)
      #expect(found == [], "\(width)")
    }
  }
}
