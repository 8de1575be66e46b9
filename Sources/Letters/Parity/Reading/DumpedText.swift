/// A letter's text as a program dumped it: a paragraph in each line, or lines that were cut at a page's width, with or without blank lines between them.
struct DumpedText {
  /// A paragraph put together again.
  struct Paragraph {
    var text: String
    /// The lines that it was cut into.
    var lines: [LetterParagraph.Line]
  }

  private struct Line {
    let number: Int
    let text: Substring
    /// How many scalars of white space stand before the text.
    let indent: Int
    let length: Int
    /// Whether the break left a space behind.
    let hasTrailingSpace: Bool
    /// Blank lines before it.
    let blanks: Int
  }

  private let lines: [Line]
  /// How many characters the longest line has.
  private let width: Int
  /// Whether every line is followed by a blank one, which then parts nothing.
  private let isDoubleSpaced: Bool
  private let marksBreaks: Bool

  /// Reads the lines of a text.
  init(_ text: String) {
    var lines: [Line] = []
    var blanks = 0
    var number = 0
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let line = Self.trimmed(raw)
      if line.isEmpty {
        blanks += 1
        continue
      }
      lines.append(
        Line(
          number: number, text: line,
          indent: raw[..<line.startIndex].unicodeScalars.count, length: line.count,
          hasTrailingSpace: raw.last == " " || raw.last == "\u{A0}", blanks: blanks))
      blanks = 0
    }
    self.lines = lines
    // Rows of tables are not cut.
    width = lines.filter { !$0.text.contains("\t") }.map(\.length).max() ?? 0
    let inner = lines.dropFirst()
    let spaced = inner.count { $0.blanks > 0 }
    isDoubleSpaced = spaced * 10 > inner.count * 8
    let trailing = lines.count(where: \.hasTrailingSpace)
    marksBreaks = trailing > 1 && trailing * 10 < lines.count * 9
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line
    while let last = line.last, last.isWhitespace { line.removeLast() }
    while let first = line.first, first == " " || first == "\u{FEFF}" || first == "\u{A0}" {
      line.removeFirst()
    }
    return line
  }

  /// The paragraphs in order.
  func paragraphs() -> [Paragraph] {
    // A line longer than any page is wide was never cut, and then none was; nor was any where no full line runs on.
    let isCut =
      width <= 150
      && zip(lines, lines.dropFirst()).contains { line, next in
        line.length * 10 >= width * 7 && !Self.ends(line.text) && !Self.beginsItem(next.text)
          && next.text.unicodeScalars.first?.properties.isLowercase ?? false
          || line.hasTrailingSpace && marksBreaks || endsInHyphen(String(line.text))
      }
    var paragraphs: [Paragraph] = []
    for (index, line) in lines.enumerated() {
      if isCut, index > 0, continues(lines[index - 1], into: line), !paragraphs.isEmpty {
        let last = paragraphs.count - 1
        if !endsInHyphen(paragraphs[last].text) { paragraphs[last].text += " " }
        paragraphs[last].lines.append(
          LetterParagraph.Line(
            number: line.number, start: paragraphs[last].text.utf8.count, indent: line.indent))
        paragraphs[last].text += line.text
      } else {
        let first = LetterParagraph.Line(number: line.number, start: 0, indent: line.indent)
        paragraphs.append(Paragraph(text: String(line.text), lines: [first]))
      }
    }
    return paragraphs
  }

  /// Whether a text ends in a hyphen that belongs to a word and not in a dash.
  private func endsInHyphen(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let last = scalars.last, last.isHyphen, let before = scalars.dropLast().last else {
      return false
    }
    return before.isLetterOfWord || before.isFigure || before == "»"
  }

  private func continues(_ line: Line, into next: Line) -> Bool {
    if next.blanks > (isDoubleSpaced ? 1 : 0) { return false }
    guard !line.text.contains("____"), !next.text.contains("____") else { return false }
    // The row of a table begins a paragraph.
    guard !next.text.contains("\t") else { return false }
    guard !Self.beginsAnew(next.text) else { return false }
    if endsInHyphen(String(line.text)) { return true }
    let ends = Self.ends(line.text)
    let beginsItem = Self.beginsItem(next.text)
    if beginsItem, ends { return false }
    let beginsSmall = next.text.unicodeScalars.first?.properties.isLowercase ?? false
    if marksBreaks {
      if line.hasTrailingSpace { return !beginsItem || line.length * 10 > width * 7 }
      if ends || !beginsSmall { return false }
    }
    let word = next.text.prefix { !$0.isWhitespace }.count
    let wouldFit = (line.length + 1 + word) * 10 <= width * 8
    guard !wouldFit, !beginsItem || !ends else { return false }
    guard ends else { return true }
    let isSure = (line.length + 1 + word) * 20 > width * 19
    return beginsSmall || isSure
  }

  /// Whether a line ends as paragraphs end.
  private static func ends(_ line: Substring) -> Bool {
    var line = line
    while let last = line.last, last == "»" || last == ")" || last == "\"" { line.removeLast() }
    guard let last = line.last else { return false }
    return ".:;!?".contains(last)
  }

  /// Whether a line begins as list items begin.
  static func beginsItem(_ line: Substring) -> Bool { ItemLabel(line) != nil }

  /// Whether a line begins something that never stands within a paragraph.
  private static func beginsAnew(_ line: Substring) -> Bool {
    [
      "Орындаған", "Орынд.", "Исп.", "Исполнитель", "Қосымша:", "Приложение:", "На №", "Құрметті ",
      "Уважаем",
    ].contains { line.hasPrefix($0) }
  }
}

/// The bullet or number that an item of a list begins with.
struct ItemLabel: Hashable, Sendable {
  /// Without the space that follows.
  let text: String
  /// The bytes until the item's own text.
  let length: Int
  /// Whether it is a bullet and no number.
  let isBullet: Bool

  /// The label that `line` begins with; `nil` if it begins with none.
  init?(_ line: some StringProtocol) {
    let scalars = line.unicodeScalars
    guard let first = scalars.first else { return nil }
    var end = scalars.index(after: scalars.startIndex)
    if "–—−-•▪●·*‒".unicodeScalars.contains(first) {
      isBullet = true
    } else {
      isBullet = false
      if first.isFigure {
        while end < scalars.endIndex, scalars[end].isFigure { end = scalars.index(after: end) }
        guard scalars.distance(from: scalars.startIndex, to: end) <= 2 else { return nil }
      } else {
        guard first.properties.isLowercase, first.isLetterOfWord else { return nil }
      }
      guard end < scalars.endIndex, scalars[end] == ")" || scalars[end] == "." && first.isFigure
      else { return nil }
      end = scalars.index(after: end)
    }
    let label = String(line[line.startIndex..<end])
    // What follows a bullet without a space is a word with a hyphen; after a bracket the space may have been forgotten.
    guard end < scalars.endIndex else { return nil }
    if isBullet || label.hasSuffix(".") {
      guard scalars[end].isSpaceOfText else { return nil }
    }
    while end < scalars.endIndex, scalars[end].isSpaceOfText { end = scalars.index(after: end) }
    guard end < scalars.endIndex else { return nil }
    text = label
    length = line[line.startIndex..<end].utf8.count
  }
}
