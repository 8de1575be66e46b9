/// The checks of Kazakh paragraphs.
enum KazakhRules {
  private typealias Rule =
    @Sendable (LetterParagraph, LetterLanguage, ParityKnowledge) -> [TextFinding]

  private static let all: [(scope: ParagraphCheck.Scope, rule: Rule)] = [
    (.words, PluralAfterNumeral.findings), (.everything, EndingHarmony.findings),
    (.words, WordHarmony.findings), (.everything, ParticleHarmony.findings),
    (.everything, JointSpelling.findings), (.everything, KazakhDateForms.findings),
    (.words, KazakhGovernment.findings), (.words, KazakhPhrases.findings),
    (.words, KazakhRepetition.findings),
  ]

  /// What a paragraph breaks.
  static func findings(
    in paragraph: LetterParagraph, _ knowledge: ParityKnowledge, _ check: inout ParagraphCheck
  ) -> [TextFinding] {
    all.flatMap { scope, rule in
      check.findings(scope) { rule(paragraph, .kk, knowledge) }
    }
  }

  /// Those that need the whole letter.
  static let whole: [LetterRules.WholeRule] = [CompoundSpelling.findings]
}
