import Diagnostics

// What the rules of typography have in common.

extension Message {
  /// The advice to write `better`.
  static func write(_ better: String) -> Message {
    Message(
      kk: "`\(better)` деп жазыңыз", ru: "напишите `\(better)`", en: "write `\(better)`")
  }
}

extension FinishedLetter {
  /// The paragraphs that are written in the letter's language: all but the letterhead.
  var ownParagraphs: [LetterParagraph] { paragraphs.filter { $0.requisite != .letterhead } }
}

extension LetterParagraph {
  /// Whether a program cut the line in front of a token when it dumped the text, so that the space there is the program's.
  func isCut(before token: Int) -> Bool {
    guard case .lines(let lines) = source, lines.count > 1 else { return false }
    let start = text.tokens[token].range.lowerBound
    return lines.contains { $0.start == start }
  }

  /// The token after another.
  func token(after index: Int) -> TokenizedText.Token? {
    index + 1 < text.tokens.count ? text.tokens[index + 1] : nil
  }

  /// The words from one token to another.
  func words(_ tokens: ClosedRange<Int>) -> String { text.words(in: text.range(tokens)) }
}

extension TokenizedText.Token {
  var isWord: Bool { kind == .word }
  var isNumber: Bool { kind == .number }

  /// Whether there is any white space in front.
  var isApart: Bool { gap != .none }
}

/// The alphabet that a letter belongs to.
enum LetterScript: Sendable {
  case latin, cyrillic, greek
}

extension Unicode.Scalar {
  /// The alphabet of a letter; `nil` for what is no letter.
  var script: LetterScript? {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF: .latin
    case 0x370...0x3FF: .greek
    case 0x400...0x52F: .cyrillic
    default: nil
    }
  }
}
