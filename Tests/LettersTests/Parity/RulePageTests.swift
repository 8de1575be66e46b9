import Diagnostics
import Files
import Spelling
import Testing

@testable import Letters

/// What `docs/rules` tells the ministry's staff of each rule.
@Suite struct RulePageTests {
  private static let groups = ["numeric", "terms", "legal", "structure", "typography", "grammar"]

  private static func page(_ group: String, _ language: LetterLanguage) throws -> RulePage {
    let path = "\(Example.root)/docs/rules/\(group).\(language).md"
    return RulePage(String(decoding: try FileSystem.read(path), as: UTF8.self))
  }

  private static let examples: [RulePage.Example] = groups.flatMap { group in
    (try? page(group, .kk).examples) ?? []
  }

  private static let check: Result<PairCheck, any Error> = Result {
    PairCheck(
      try Example.library.referenceForChecks().reference, .builtIn,
      dictionaries: SpellingDictionaries())
  }

  @Test("the two pages of a group show different examples, or one that cannot be read")
  func pages() throws {
    for group in Self.groups {
      let kk = try Self.page(group, .kk)
      let ru = try Self.page(group, .ru)
      #expect(kk.unread == [], "\(group).kk")
      #expect(ru.unread == [], "\(group).ru")
      #expect(kk.rules == ru.rules, "\(group)")
      #expect(kk.examples.count == ru.examples.count, "\(group)")
      for (kk, ru) in zip(kk.examples, ru.examples) { #expect(kk == ru, "\(group)") }
      for rule in ru.rules {
        let verdicts = Set(ru.examples.filter { $0.rule == rule }.map(\.isWrong))
        #expect(verdicts == [true, false], "\(rule) has no wrong or no right example")
      }
    }
  }

  @Test("what a page calls wrong is not found, or what it calls right is", arguments: examples)
  func verdict(of example: RulePage.Example) throws {
    let check = try Self.check.get()
    let kk = example.kk.letter(.kk)
    let ru = example.ru.letter(.ru)
    let found =
      if example.kk.paragraphs.isEmpty {
        LetterRules.findings(in: LetterFacts(ru, check.knowledge), check.knowledge)
      } else if example.ru.paragraphs.isEmpty {
        LetterRules.findings(in: LetterFacts(kk, check.knowledge), check.knowledge)
      } else {
        check.findings(kk, ru)
      }
    #expect(
      Set(found.map(\.rule)) == (example.isWrong ? [example.rule] : []),
      "\(found.map { $0.rendered(in: .en) })")
    for (letter, language) in [(example.kk, LetterLanguage.kk), (example.ru, .ru)] {
      // A place without words only says where a counterpart should stand.
      let places = Set(
        found.flatMap(\.places).filter { $0.language == language.rawValue && !$0.text.isEmpty })
      #expect(places.map(\.text).sorted() == letter.marked.sorted(), "\(language)")
    }
  }
}

extension RulePage.Letter {
  /// The paragraphs as a text; a part of a letter's text gets the salutation that stands above every letter's text.
  fileprivate func letter(_ language: LetterLanguage) -> FinishedLetter {
    let salutation = language == .kk ? "Құрметті депутаттар!" : "Уважаемые депутаты!"
    let isWhole = paragraphs.contains { $0.hasPrefix("Құрметті") || $0.hasPrefix("Уважаем") }
    // Two blank lines part paragraphs in any text.
    let text = ((isWhole ? [] : [salutation]) + paragraphs).joined(separator: "\n\n\n")
    return FinishedLetter(text: text, language, file: language.rawValue)
  }
}
