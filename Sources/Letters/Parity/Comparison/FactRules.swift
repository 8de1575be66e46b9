import Diagnostics

/// What the numbers of one letter say about each other.
enum FactRules {
  /// Everything that the numbers of a letter contradict, with the index of the paragraph.
  static func findings(in letter: LetterFacts) -> [PlacedFinding] {
    repetitions(in: letter) + BreakdownRules(letter).findings() + PartRule(letter).findings()
      + TableTotals(letter).findings() + CountedLists(letter).findings()
      + DirectionRule(letter).findings() + UndatedToday(letter).findings()
  }

  /// N1: words in brackets that say another number than the figures before them.
  private static func repetitions(
    in letter: LetterFacts
  ) -> [PlacedFinding] {
    letter.paragraphs.flatMap { paragraph in
      letter[paragraph].indices.compactMap { index in
        let fact = letter[paragraph][index]
        guard fact.repetition == .contradicting, index > 0 else { return nil }
        let words = paragraph.text.words(in: fact.range)
        let figures = paragraph.text.words(in: letter[paragraph][index - 1].range)
        return (
          paragraph.index,
          TextFinding(
            "N1",
            Message(
              kk: "цифрмен `\(figures)`, сөзбен `\(words)` жазылған",
              ru: "цифрами `\(figures)`, а словами `\(words)`",
              en: "the figures say `\(figures)`, the words `\(words)`"),
            at: fact.range)
        )
      }
    }
  }
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

  /// What is read as sentences: the text and the items of its lists.
  var prose: [LetterParagraph] {
    paragraphs.filter { $0.requisite == .text || $0.requisite == .listItem }
  }

  subscript(paragraph: LetterParagraph) -> [Fact] { facts[paragraph.index] }

  /// The numbers of a paragraph that can be compared.
  func numbers(of paragraph: LetterParagraph) -> [Breakdown.Number] { numbers[paragraph.index] }

  /// The items of the list that a paragraph leads to.
  func items(after paragraph: LetterParagraph) -> ArraySlice<LetterParagraph> {
    let rest = paragraphs[(paragraph.index + 1)...]
    return rest.prefix { $0.requisite == .listItem }
  }
}
