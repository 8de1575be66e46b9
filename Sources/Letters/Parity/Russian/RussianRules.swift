/// The checks of Russian paragraphs.
enum RussianRules {
  static let all: [LetterRules.ParagraphRule] = []

  /// Those that need the whole letter.
  static let whole: [LetterRules.WholeRule] = []
}
