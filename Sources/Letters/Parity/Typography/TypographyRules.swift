/// The checks of paragraphs in either language.
enum TypographyRules {
  static let all: [LetterRules.ParagraphRule] = []

  /// Those that need the whole letter.
  static let whole: [LetterRules.WholeRule] = []
}
