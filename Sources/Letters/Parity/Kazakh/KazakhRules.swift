/// The checks of Kazakh paragraphs.
enum KazakhRules {
  static let all: [LetterRules.ParagraphRule] = []

  /// Those that need the whole letter.
  static let whole: [LetterRules.WholeRule] = []
}
