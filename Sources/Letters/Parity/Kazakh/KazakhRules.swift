/// The checks of Kazakh paragraphs.
enum KazakhRules {
  static let all: [LetterRules.ParagraphRule] = [
    PluralAfterNumeral.findings, EndingHarmony.findings, WordHarmony.findings,
    ParticleHarmony.findings, JointSpelling.findings, KazakhDateForms.findings,
    KazakhGovernment.findings, KazakhPhrases.findings, KazakhRepetition.findings,
  ]

  /// Those that need the whole letter.
  static let whole: [LetterRules.WholeRule] = [CompoundSpelling.findings]
}
