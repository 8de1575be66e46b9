import Diagnostics

/// What the numbers of one letter say about each other.
enum FactRules {
  /// What the numbers of a paragraph contradict by themselves.
  static func findings(in stated: ParagraphFacts) -> [TextFinding] {
    let isProse = stated.paragraph.isProse
    return repetitions(in: stated)
      + (isProse ? DirectionRule.findings(in: stated) + UndatedToday.findings(in: stated) : [])
  }

  /// What the numbers of several paragraphs contradict, with the index of the paragraph.
  static func findings(in letter: LetterFacts) -> [PlacedFinding] {
    BreakdownRules(letter).findings() + PartRule(letter).findings()
      + TableTotals(letter).findings() + CountedLists(letter).findings()
  }

  /// N1: words in brackets that say another number than the figures before them.
  private static func repetitions(in stated: ParagraphFacts) -> [TextFinding] {
    let text = stated.paragraph.text
    return zip(stated.facts, stated.facts.dropFirst()).compactMap { before, fact in
      guard fact.repetition == .contradicting else { return nil }
      let words = text.words(in: fact.range)
      let figures = text.words(in: before.range)
      return TextFinding(
        "N1",
        Message(
          kk: "цифрмен `\(figures)`, сөзбен `\(words)` жазылған",
          ru: "цифрами `\(figures)`, а словами `\(words)`",
          en: "the figures say `\(figures)`, the words `\(words)`"),
        at: fact.range)
    }
  }
}

/// A paragraph with its facts.
struct ParagraphFacts {
  let paragraph: LetterParagraph
  let language: LetterLanguage
  let facts: [Fact]
  /// Those of them that can be compared as numbers.
  let numbers: [Breakdown.Number]

  init(_ paragraph: LetterParagraph, _ language: LetterLanguage, _ facts: [Fact]) {
    self.paragraph = paragraph
    self.language = language
    self.facts = facts
    numbers = facts.compactMap { Breakdown.Number($0, paragraph) }
  }
}

extension LetterParagraph {
  /// Whether it is read as sentences: the text and the items of its lists.
  var isProse: Bool { requisite == .text || requisite == .listItem }
}

/// A letter with the facts of its paragraphs.
struct LetterFacts: Sendable {
  let letter: FinishedLetter
  private let facts: [[Fact]]
  private let numbers: [[Breakdown.Number]]

  init(_ letter: FinishedLetter, _ knowledge: ParityKnowledge) {
    self.letter = letter
    facts = letter.paragraphs.map { letter.reading($0, knowledge).facts }
    numbers = zip(letter.paragraphs, facts).map { paragraph, facts in
      facts.compactMap { Breakdown.Number($0, paragraph) }
    }
  }

  var language: LetterLanguage { letter.language }

  var paragraphs: [LetterParagraph] { letter.paragraphs }

  var prose: [LetterParagraph] { paragraphs.filter(\.isProse) }

  subscript(paragraph: LetterParagraph) -> [Fact] { facts[paragraph.index] }

  /// The numbers of a paragraph that can be compared.
  func numbers(of paragraph: LetterParagraph) -> [Breakdown.Number] { numbers[paragraph.index] }

  /// The items of the list that a paragraph leads to.
  func items(after paragraph: LetterParagraph) -> ArraySlice<LetterParagraph> {
    let rest = paragraphs[(paragraph.index + 1)...]
    return rest.prefix { $0.requisite == .listItem }
  }
}
