/// A run of the rules of a paragraph, some of which are known to find nothing.
///
/// Letters of a kind have the same sentences with other figures: what only words decide is asked once for all of them.
struct ParagraphCheck {
  /// What a rule looks at.
  enum Scope {
    /// Words, and that there is a year or another number: which one changes nothing.
    case words
    /// Numbers as well, or more of the text than its tokens.
    case everything
  }

  /// Whether the rules of words found nothing where the same words stood around other numbers.
  let areWordsRight: Bool
  /// Whether a rule of words has found something, be it told by another rule already.
  private(set) var hasWrongWords = false

  init(areWordsRight: Bool) { self.areWordsRight = areWordsRight }

  /// What a rule finds.
  mutating func findings(_ scope: Scope, _ rule: () -> [TextFinding]) -> [TextFinding] {
    if scope == .words, areWordsRight { return [] }
    let found = rule()
    if scope == .words, !found.isEmpty { hasWrongWords = true }
    return found
  }
}

/// The words of a paragraph, whatever numbers and addresses stand among them.
struct ParagraphWords: Hashable, Sendable {
  private let tokens: TextKey
  private let language: LetterLanguage
  private let requisite: Requisite
  private let bodyStart: Int

  var bytes: Int { tokens.bytes }

  init(_ paragraph: LetterParagraph, _ language: LetterLanguage) {
    self.language = language
    requisite = paragraph.requisite
    bodyStart = paragraph.bodyStart
    var bytes: [UInt8] = []
    bytes.reserveCapacity(paragraph.text.text.utf8.count + 2 * paragraph.text.tokens.count)
    var sentences = paragraph.sentences.map(\.lowerBound)[...]
    for (index, token) in paragraph.text.tokens.enumerated() {
      // Where sentences begin may depend on numbers.
      if sentences.first == index {
        bytes.append(1)
        sentences.removeFirst()
      }
      bytes.append(token.gap.sign)
      switch token.kind {
      case .number: bytes.append(token.isYear ? UInt8(ascii: "1") : UInt8(ascii: "0"))
      case .address where token.text.utf8.allSatisfy { $0 < 0x80 }: bytes.append(UInt8(ascii: "@"))
      case .word, .mark, .address: bytes.append(contentsOf: token.text.utf8)
      }
    }
    tokens = TextKey(String(decoding: bytes, as: UTF8.self))
  }
}

extension TokenizedText.Token {
  /// Whether it may be read as a year: four figures, as wide as any rule takes it.
  fileprivate var isYear: Bool {
    text.utf8.count == 4 && Int(text).map { (1800...2199).contains($0) } ?? false
  }
}

extension TokenizedText.Token.Gap {
  /// A control character for each, which no token has.
  fileprivate var sign: UInt8 {
    switch self {
    case .none: 2
    case .space: 3
    case .noBreak: 4
    case .wide: 5
    case .line: 6
    }
  }
}
