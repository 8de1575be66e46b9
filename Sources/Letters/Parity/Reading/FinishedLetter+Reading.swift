import OfficePackage
import WordprocessingML

extension FinishedLetter {
  /// The letter in a Word document: its text blocks, without blank ones.
  init(_ blocks: [TextBlock], _ language: LetterLanguage, file: String) {
    let raw = blocks.filter { $0.line.contains { !$0.isWhitespace } }.map { block in
      RawParagraph(
        text: block.text, listLabel: block.label, style: block.style, isRow: block.cells.count > 1,
        isMarginal: !block.part.hasSuffix("document.xml") && block.part.holds("header")
          || block.part.holds("footer"),
        source: .document(
          part: block.part, paragraphs: block.cells.isEmpty ? [block.paragraph] : block.cells))
    }
    self.init(raw, language, file: file)
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
  private static let texts = RecentValues<TextKey, TokenizedText>(limit: 2048, bytes: \.bytes)

  private init(_ raw: [RawParagraph], _ language: LetterLanguage, file: String) {
    self.language = language
    self.file = file
    let texts = raw.map { paragraph in
      Self.texts.value(of: TextKey(paragraph.text)) { TokenizedText(paragraph.text) }
    }
    let requisites = RequisiteFinder(raw, texts, language).requisites()
    paragraphs = raw.indices.map { index in
      let typed = raw[index].listLabel.isEmpty ? ItemLabel(raw[index].text) : nil
      let isItem = requisites[index] == .listItem
      let label = isItem ? typed : nil
      let start = label.map { label in
        texts[index].tokens.firstIndex { $0.range.lowerBound >= label.length }
          ?? texts[index].tokens.count
      }
      return LetterParagraph(
        index: index, text: texts[index],
        label: raw[index].listLabel.isEmpty ? (label?.text ?? "") : raw[index].listLabel,
        bodyStart: start ?? 0, requisite: requisites[index], source: raw[index].source,
        sentences: texts[index].sentences(from: start ?? 0))
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
