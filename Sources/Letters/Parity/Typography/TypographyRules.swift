/// The checks of a letter's typography in either language.
enum TypographyRules {
  static let whole: [LetterRules.WholeRule] = [
    QuoteRule.findings, DashRule.findings, NumberSignRule.findings, SpaceRule.findings,
    ListPunctuationRule.findings, MixedScriptRule.findings,
  ]
}
