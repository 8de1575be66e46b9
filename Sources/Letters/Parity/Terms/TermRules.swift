/// The checks of one original in either language: terms, acts, bodies.
enum TermRules {
  static func findings(
    in paragraph: LetterParagraph, _ language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    guard paragraph.requisite != .letterhead else { return [] }
    return knowledge.terms[language]?.findings(in: paragraph.text.text) ?? []
  }

  /// Those that need the whole letter.
  static let whole: [LetterRules.WholeRule] = [{ ActRules.findings(in: $0, $1) }]
}
