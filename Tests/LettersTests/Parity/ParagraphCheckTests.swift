import Foundation
import TestSupport
import Testing

@testable import Letters

/// What is asked of a paragraph once for all the letters that have it, with these numbers or with others.
@Suite struct ParagraphCheckTests {
  private static let knowledge = ParityKnowledge(Example.reference, .builtIn)

  /// The paragraphs of letters in order, and of such with mistakes.
  private static func texts(_ language: LetterLanguage) throws -> [String] {
    let root = "\(Example.root)/fixtures"
    let files = try FileManager.default.subpathsOfDirectory(atPath: root).filter {
      $0.hasSuffix("\(language.rawValue).txt")
    }
    return try files.sorted().flatMap { file in
      try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8).split(separator: "\n")
        .map(String.init)
    }
  }

  /// A paragraph as if a document had it.
  private static func paragraph(
    _ text: String, _ requisite: Requisite = .text
  ) -> LetterParagraph {
    let tokens = TokenizedText(text)
    return LetterParagraph(
      index: 0, text: tokens, label: "", bodyStart: 0, requisite: requisite,
      source: .document(part: "word/document.xml", paragraphs: [1]),
      sentences: tokens.sentences(from: 0))
  }

  private func found(
    _ paragraph: LetterParagraph, _ language: LetterLanguage, areWordsRight: Bool = false
  ) -> (findings: [TextFinding], hasWrongWords: Bool) {
    var check = ParagraphCheck(areWordsRight: areWordsRight)
    let findings = LetterRules.findings(in: paragraph, language, Self.knowledge, &check)
    return (findings, check.hasWrongWords)
  }

  @Test(
    "A mistake would be let pass in one letter because another has the same words with other numbers",
    arguments: LetterLanguage.allCases)
  func otherNumbers(language: LetterLanguage) throws {
    var random = SeededGenerator(seed: TestSeed.value)
    var changed = 0
    var seen: Set<ParagraphWords> = []
    for text in try Self.texts(language) {
      let requisite: Requisite =
        Bool.random(using: &random)
        ? .text : [.addressee, .heading].randomElement(using: &random) ?? .text
      let paragraph = Self.paragraph(text, requisite)
      guard paragraph.text.hasNumbers else { continue }
      let words = ParagraphWords(paragraph, language)
      guard seen.insert(words).inserted else { continue }
      let isRight = !found(paragraph, language).hasWrongWords
      for _ in 0..<2 {
        let other = Self.withOtherNumbers(paragraph.text, &random)
        let twin = Self.paragraph(other, requisite)
        guard ParagraphWords(twin, language) == words else { continue }
        changed += 1
        let all = found(twin, language)
        #expect(all.hasWrongWords == !isRight, "\(text)\n\(other)")
        guard isRight else { continue }
        let rest = found(twin, language, areWordsRight: true)
        #expect(rest.findings.map(\.range) == all.findings.map(\.range), "\(text)\n\(other)")
      }
    }
    #expect(changed > 300)
  }

  /// The text with another number for each of its numbers.
  private static func withOtherNumbers(
    _ text: TokenizedText, _ random: inout SeededGenerator
  ) -> String {
    var bytes = Array(text.text.utf8)
    for token in text.tokens.reversed() where token.kind == .number {
      let isYear = token.text.utf8.count == 4 && token.text.hasPrefix("20")
      let number =
        switch isYear ? 0 : Int.random(in: 1..<4, using: &random) {
        case 0: "\(Int.random(in: 1990...2030, using: &random))"
        case 1: "\(Int.random(in: 0...31, using: &random))"
        case 2: "\(Int.random(in: 0...999_999, using: &random))"
        default:
          "\(Int.random(in: 0...99, using: &random)),\(Int.random(in: 0...9, using: &random))"
        }
      bytes.replaceSubrange(token.range, with: number.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "A row of numbers and addresses would be called a mistake, or cost as much as a sentence",
    arguments: LetterLanguage.allCases)
  func withoutWords(language: LetterLanguage) throws {
    var random = SeededGenerator(seed: TestSeed.value)
    let pieces = [
      "1", "15", "2021", "12,5", "№", "-", "–", ".", ",", "(", ")", "«", "»", "/", "\t", " ", "%",
      "https://a.example/b", "x@example.com", ":", ";",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let paragraph = Self.paragraph(text)
      guard !paragraph.text.hasWords else { continue }
      var check = ParagraphCheck(areWordsRight: false)
      let grammar =
        language == .kk
        ? KazakhRules.findings(in: paragraph, Self.knowledge, &check)
        : RussianRules.findings(in: paragraph, Self.knowledge, &check)
      #expect(grammar.isEmpty, "\(text)")
      #expect(ForeignWordRule.findings(in: paragraph, of: language, Self.knowledge).isEmpty)
    }
  }
}
