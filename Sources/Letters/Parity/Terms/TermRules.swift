/// The checks of paragraphs in either language: terms, acts, bodies.
enum TermRules {
  static let all: [LetterRules.ParagraphRule] = []

  /// Those that need the whole letter.
  static let whole: [LetterRules.WholeRule] = []
}
