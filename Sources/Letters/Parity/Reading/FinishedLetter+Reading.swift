import OfficePackage
import WordprocessingML

extension FinishedLetter {
  /// The letter in a Word document: its text blocks, without blank ones.
  init(_ blocks: [TextBlock], _ language: LetterLanguage, file: String) {
    let raw = blocks.filter { !Self.isBlank($0.text) || !Self.isBlank($0.label) }.map { block in
      RawParagraph(
        text: block.text, listLabel: block.label, style: block.style, isRow: block.cells.count > 1,
        isMarginal: !block.part.hasSuffix("document.xml") && block.part.holds("header")
          || block.part.holds("footer"),
        source: .document(
          part: block.part, paragraphs: block.cells.isEmpty ? [block.paragraph] : block.cells))
    }
    self.init(raw, language, file: file)
  }

  private static func isBlank(_ text: String) -> Bool {
    // Most begin with a letter of the Cyrillic block or of ASCII.
    if let first = text.utf8.first, (0x21...0x7E).contains(first) || (0xD0...0xD3).contains(first) {
      return false
    }
    return text.allSatisfy(\.isWhitespace)
  }

  /// The letter in a text, whose paragraphs may have been cut into lines.
  init(text: String, _ language: LetterLanguage, file: String) {
    let raw = DumpedText(text).paragraphs().map { paragraph in
      RawParagraph(
        text: paragraph.text, listLabel: "", style: nil, isRow: paragraph.text.contains("\t"),
        isMarginal: false, source: .lines(paragraph.lines))
    }
    self.init(raw, language, file: file)
  }

  /// The texts that were read last: the letters of an export have most of their paragraphs in common.
  private static let texts = RecentValues<TextKey, ReadText>(limit: 2048, bytes: \.bytes)

  private init(_ raw: [RawParagraph], _ language: LetterLanguage, file: String) {
    self.language = language
    self.file = file
    let texts = raw.map { paragraph in
      Self.texts.value(of: TextKey(paragraph.text)) { ReadText(paragraph.text) }
    }
    let requisites = RequisiteFinder(raw, texts, language).requisites()
    paragraphs = raw.indices.map { index in
      let (raw, text) = (raw[index], texts[index])
      let isItem = raw.listLabel.isEmpty && requisites[index] == .listItem
      let label = isItem ? text.label : nil
      let start = label.map { label in
        text.tokens.firstIndex { $0.range.lowerBound >= label.length } ?? text.tokens.count
      }
      return LetterParagraph(
        index: index, text: text.tokenized,
        label: raw.listLabel.isEmpty ? (label?.text ?? "") : raw.listLabel, bodyStart: start ?? 0,
        requisite: requisites[index], source: raw.source,
        sentences: start.map { text.tokenized.sentences(from: $0) } ?? text.sentences)
    }
  }
}

/// A paragraph before it is known what it is.
struct RawParagraph {
  let text: String
  /// What Word counts in front of it.
  let listLabel: String
  let style: String?
  let isRow: Bool
  /// Whether it stands in a header or footer.
  let isMarginal: Bool
  let source: LetterParagraph.Source
}

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
