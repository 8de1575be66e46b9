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
