/// The checks of paragraphs in either language.
enum TypographyRules {
  static let all: [LetterRules.ParagraphRule] = [ForeignWordRule.findings]

  /// Those that need the whole letter.
  static let whole: [LetterRules.WholeRule] = [
    QuoteRule.findings, DashRule.findings, NumberSignRule.findings, SpaceRule.findings,
    ListPunctuationRule.findings, MixedScriptRule.findings,
  ]
}
