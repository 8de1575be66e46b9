import Diagnostics
import Synchronization

/// A paragraph of a finished letter.
struct LetterParagraph: Sendable {
  /// Where the paragraph stands in its file.
  enum Source: Sendable {
    /// A paragraph of a Word document; of a table's row, the paragraph of each cell.
    case document(part: String, paragraphs: [Int])
    case lines([Line])
  }

  /// A line of a text that is a paragraph or a stretch of one.
  struct Line: Sendable {
    let number: Int
    /// The offset in the paragraph at which it begins.
    let start: Int
    /// How many scalars of white space the file has before it.
    let indent: Int
  }

  /// Its place among the letter's paragraphs, from 0.
  let index: Int
  var requisite: Requisite
  private let content: Content

  /// What never changes, once for all the copies that the checks make.
  private final class Content: Sendable {
    let text: TokenizedText
    let label: String
    let bodyStart: Int
    let source: Source
    let sentences: [Range<Int>]
    /// What was last read of it, as which requisite and by whom.
    let kept = Mutex<Kept?>(nil)

    struct Kept: Sendable {
      let reading: ParagraphReading
      let requisite: Requisite
      let readings: ParagraphReadings
    }

    init(
      _ text: TokenizedText, _ label: String, _ bodyStart: Int, _ source: Source,
      _ sentences: [Range<Int>]
    ) {
      self.text = text
      self.label = label
      self.bodyStart = bodyStart
      self.source = source
      self.sentences = sentences
    }
  }

  init(
    index: Int, text: TokenizedText, label: String, bodyStart: Int, requisite: Requisite,
    source: Source, sentences: [Range<Int>]
  ) {
    self.index = index
    self.requisite = requisite
    content = Content(text, label, bodyStart, source, sentences)
  }

  var text: TokenizedText { content.text }

  /// The number or bullet in front: the one that Word counts, or the one that was typed.
  var label: String { content.label }

  /// The first token after a typed label.
  var bodyStart: Int { content.bodyStart }

  var source: Source { content.source }

  /// The sentences, as ranges of tokens.
  var sentences: [Range<Int>] { content.sentences }

  /// What was read of the paragraph before, if it was read as the same requisite with the same knowledge.
  func kept(_ requisite: Requisite, _ readings: ParagraphReadings) -> ParagraphReading? {
    content.kept.withLock { kept in
      kept.flatMap { $0.requisite == requisite && $0.readings === readings ? $0.reading : nil }
    }
  }

  func keep(
    _ reading: ParagraphReading, _ requisite: Requisite, _ readings: ParagraphReadings
  ) {
    content.kept.withLock {
      $0 = Content.Kept(reading: reading, requisite: requisite, readings: readings)
    }
  }

  /// The tokens without a typed label.
  var body: ArraySlice<TokenizedText.Token> { text.tokens[bodyStart...] }
}

/// A finding with the index of its paragraph.
typealias PlacedFinding = (paragraph: Int, finding: TextFinding)

/// Something that one text breaks, at its words.
struct TextFinding: Sendable {
  let rule: String
  let severity: Severity
  /// UTF-8 offsets in the paragraph's text.
  let range: Range<Int>
  let message: Message
  let hint: Message?

  init(
    _ rule: String, _ message: Message, severity: Severity = .error, at range: Range<Int>,
    hint: Message? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.hint = hint
  }
}

/// One language version of a letter, from any program.
struct FinishedLetter: Sendable {
  let language: LetterLanguage
  /// The file as the user named it.
  let file: String
  let paragraphs: [LetterParagraph]

  /// What the letter says it is about, above its text.
  var heading: String? {
    let lines = paragraphs.filter { $0.requisite == .heading }.map(\.text.text)
    return lines.isEmpty ? nil : lines.joined(separator: " ")
  }

  /// The place of words of a paragraph.
  func place(of range: Range<Int>, in paragraph: LetterParagraph) -> Place {
    var place = Place(
      file: file, language: language.rawValue, block: paragraph.requisite.rawValue,
      excerpt: paragraph.text.text, marked: range)
    switch paragraph.source {
    case .document(let part, let numbers):
      place.part = part
      place.paragraph = numbers.first
      if numbers.count > 1 { cell(of: range, in: paragraph, numbers, &place) }
    case .lines(let lines):
      place.paragraph = paragraph.index + 1
      guard let line = lines.last(where: { $0.start <= range.lowerBound }) ?? lines.first else {
        break
      }
      let before = paragraph.text.words(in: line.start..<max(line.start, range.lowerBound))
      place.line = line.number
      place.column = line.indent + before.unicodeScalars.count + 1
    }
    return place
  }

  /// The place of a whole paragraph.
  func place(of paragraph: LetterParagraph) -> Place {
    place(of: 0..<paragraph.text.text.utf8.count, in: paragraph)
  }

  /// Narrows the place in a row to the cell, whose paragraph is another.
  private func cell(
    of range: Range<Int>, in paragraph: LetterParagraph, _ numbers: [Int], _ place: inout Place
  ) {
    var start = 0
    for (cell, number) in zip(
      paragraph.text.text.split(separator: "\t", omittingEmptySubsequences: false), numbers)
    {
      let end = start + cell.utf8.count
      if range.lowerBound <= end {
        place.paragraph = number
        place.excerpt = String(cell)
        place.marked = max(0, range.lowerBound - start)..<max(0, min(range.upperBound, end) - start)
        return
      }
      start = end + 1
    }
  }
}
