/// A text, cut into tokens, with all that it says of itself wherever it stands.
final class ReadText: Sendable {
  let tokenized: TokenizedText
  /// The label that was typed in front of it, if there is one.
  let label: ItemLabel?
  let sentences: [Range<Int>]
  /// Whether it has a line to write a number on, a short or a long one.
  let hasBlank: Bool
  let isNumber: Bool
  let isSentence: Bool
  let isSignature: Bool
  /// Whether it names who prepared the letter, tells of an annex, or stands for a mark.
  let isExecutor: Bool
  let isAnnexMark: Bool
  let isMark: Bool
  /// The language in which it greets whom the letter is for.
  let salutation: LetterLanguage?

  var text: String { tokenized.text }
  var tokens: [TokenizedText.Token] { tokenized.tokens }
  var length: Int { tokenized.length }

  init(_ text: String) {
    tokenized = TokenizedText(text)
    label = ItemLabel(text)
    sentences = tokenized.sentences()
    hasBlank = text.holds("___")
    isNumber = hasBlank && text.holds("____")
    isSignature = Self.isSignature(tokenized)
    isSentence = Self.isSentence(tokenized, isNumber: isNumber)
    isExecutor = tokenized.length < 160 && Self.executors.contains { text.hasPrefix($0) }
    isAnnexMark = Self.annexMarks.contains { text.hasPrefix($0) }
    isMark = text.holds("QR") || Self.marks.contains { text.hasPrefix($0) }
    salutation =
      tokenized.length < 120
      ? Self.salutations.first { text.hasPrefix($0.beginning) }?.language : nil
  }

  private static let executors = [
    "Орындаған", "Орынд.", "Орындаушы", "Исп.", "Исп:", "Исполнитель",
  ]
  private static let annexMarks = ["Қосымша:", "Қосымшалар:", "Приложение:", "Приложения:"]
  private static let marks = [
    "Осы құжат «Электрондық құжат", "Данный документ согласно пункту 1 статьи 7",
  ]
  private static let salutations: [(beginning: String, language: LetterLanguage)] = [
    ("Құрметті", .kk), ("Қадірлі", .kk), ("Аса құрметті", .kk), ("Уважаем", .ru),
    ("Глубокоуважаем", .ru),
  ]

  private static func isSentence(_ text: TokenizedText, isNumber: Bool) -> Bool {
    guard let last = text.text.last(where: { !$0.isWhitespace }) else { return false }
    return text.length > 60 && (last == "." || last == ":" || last == ";") && !isNumber
      || text.length > 160
  }

  /// Initials and a surname in a short paragraph, with a position or without.
  private static func isSignature(_ text: TokenizedText) -> Bool {
    let tokens = text.tokens
    guard tokens.count < 30, tokens.count >= 3, let last = tokens.last, last.kind == .word,
      last.isCapitalized, last.text.unicodeScalars.count > 2
    else { return false }
    // «А. Сәрсенов», «А.Б. Сарсенов»
    let dot = tokens[tokens.count - 2]
    let initial = tokens[tokens.count - 3]
    guard dot.isMark("."), initial.kind == .word, initial.isCapitalized,
      initial.text.unicodeScalars.count < 3
    else { return false }
    return !text.text.holds(",") || tokens.count < 16
  }
}
