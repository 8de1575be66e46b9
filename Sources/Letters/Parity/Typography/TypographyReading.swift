/// The tokens of a paragraph at which the rest of its letter decides whether its typography is right: found once for all the letters
/// that have the paragraph.
struct TypographyReading: Sendable {
  let dashes: [Int]
  let numberSigns: [Int]
  /// The surnames behind initials.
  let surnames: [Int]
  /// Those with too many spaces before them or too few.
  let spaces: [Int]
  /// Words with letters of another alphabet.
  let strangers: [Int]

  init(_ paragraph: LetterParagraph, _ language: LetterLanguage) {
    dashes = DashRule.places(in: paragraph, language)
    numberSigns = NumberSignRule.places(in: paragraph)
    surnames = InitialsRule.places(in: paragraph)
    spaces = SpaceRule.places(in: paragraph, language)
    strangers = MixedScriptRule.places(in: paragraph, language)
  }
}

extension FinishedLetter {
  /// Tokens of the letter's own paragraphs, in order.
  func places(
    _ knowledge: ParityKnowledge, _ tokens: (TypographyReading) -> [Int]
  ) -> [(paragraph: LetterParagraph, token: Int)] {
    ownParagraphs.flatMap { paragraph in
      tokens(reading(paragraph, knowledge).typography).map { (paragraph, $0) }
    }
  }
}
