import Diagnostics

/// Writes a text with numbered notes below the paragraphs that they are about.
struct NotedText {
  private let side: PairReport.Side
  private let language: MessageLanguage

  init(_ side: PairReport.Side, _ language: MessageLanguage) {
    self.side = side
    self.language = language
  }

  /// The text, line by line as it was, and a note for each of `findings` after the last line of the paragraph that its first place is in.
  func written(_ findings: [Diagnostic]) -> String {
    let text = String(decoding: side.document.bytes, as: UTF8.self)
    let newline = text.first(where: \.isNewline) == "\r\n" ? "\r\n" : "\n"
    var notes: [Int: [Diagnostic]] = [:]
    for finding in findings {
      guard let place = finding.places.first else { continue }
      notes[lastLine(of: place), default: []].append(finding)
    }
    var written = ""
    var number = 0
    var line = 0
    var rest = text[...]
    while !rest.isEmpty {
      line += 1
      let end = rest.firstIndex(where: \.isNewline).map { rest.index(after: $0) } ?? rest.endIndex
      written += rest[..<end]
      rest = rest[end...]
      for finding in notes[line] ?? [] {
        if written.last?.isNewline == false { written += newline }
        number += 1
        written += self.lines(of: finding, number).map { $0 + newline }.joined()
      }
    }
    return written
  }

  private func lastLine(of place: Place) -> Int {
    let index = (place.paragraph ?? 1) - 1
    guard side.letter.paragraphs.indices.contains(index),
      case .lines(let lines) = side.letter.paragraphs[index].source
    else { return place.line ?? 1 }
    return lines.last?.number ?? 1
  }

  private func lines(of finding: Diagnostic, _ number: Int) -> [String] {
    let words = finding.places.first.map { quoted($0) } ?? ""
    var lines = [
      "    [\(number)] \(finding.severity.label[language]) \(finding.rule)"
        + (words.isEmpty ? "" : ", \(words)") + ": \(finding.message[language])"
    ]
    for place in finding.places.dropFirst() {
      let version = place.language.flatMap { LetterLanguage(rawValue: $0) }?.name[language]
      let parts = [version, place.requisitePosition(in: language), quoted(place)]
      lines.append(
        "        " + Message.also[language]
          + parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    if let hint = finding.hint { lines.append("        = " + hint[language]) }
    if let allowed = finding.allowed {
      lines.append("        = " + Message.allowed[language] + allowed)
    }
    return lines
  }

  private func quoted(_ place: Place) -> String {
    guard !place.text.isEmpty else { return "" }
    let words = place.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return Message.quotation(words.count > 80 ? words.prefix(79) + "…" : words, in: language)
  }
}
