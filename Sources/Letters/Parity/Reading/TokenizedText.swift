/// A text cut into words, figures, addresses and marks, once for all the checks that read it.
final class TokenizedText: Sendable {
  final class Token: Sendable {
    enum Kind: Sendable {
      /// Letters, with hyphens between them: «интернет-ресурс», «АЖ-ға».
      case word
      /// Figures with their grouping and decimals: «12 500», «2,5».
      case number
      /// An address of the web or of electronic mail.
      case address
      /// Any other single character.
      case mark
    }

    /// The white space before a token.
    enum Gap: Sendable {
      case none
      /// One plain space.
      case space
      /// One no-break space of either width.
      case noBreak
      /// More than one space.
      case wide
      /// A tab or a line break, with or without spaces.
      case line
    }

    let kind: Kind
    /// UTF-8 offsets in the text.
    let range: Range<Int>
    let text: String
    /// In small letters with plain hyphens.
    let lowercased: String
    /// The beginning of `lowercased`, for a look that costs nothing.
    let initial: InitialBytes
    /// As much more of it as fits into a word of the machine.
    let lead: LeadingBytes
    let gap: Gap
    /// Whether it is a word that begins with a capital letter.
    let isCapitalized: Bool
    /// Whether it is a word in capital letters only, of two letters or more.
    let isAbbreviation: Bool
    /// The Cyrillic abbreviation that the word is or begins with, without its ending: «АЖ» of «АЖ-ға».
    let abbreviation: String?
    /// The character of a mark; that of any other token is none.
    let mark: Unicode.Scalar
    /// The number of its characters.
    let length: Int
    /// Whether the word has Cyrillic letters only.
    let isCyrillic: Bool
    /// Whether the word has no capital letter.
    let isLowercase: Bool
    /// Whether the word has letters that no Kazakh word has, and that look like some.
    let isStrange: Bool

    fileprivate init(
      _ kind: Kind, _ range: Range<Int>, _ text: String, _ scalars: ArraySlice<Unicode.Scalar>,
      _ gap: Gap
    ) {
      self.kind = kind
      self.range = range
      self.gap = gap
      self.text = text
      length = scalars.count
      guard kind == .word else {
        lowercased = text
        initial = InitialBytes(text)
        lead = LeadingBytes(text)
        mark = kind == .mark ? scalars.first ?? "\0" : "\0"
        (isCyrillic, isLowercase, isStrange) = (false, false, false)
        (isCapitalized, isAbbreviation, abbreviation) = (false, false, nil)
        return
      }
      lowercased = Self.lowercased(scalars)
      initial = InitialBytes(lowercased)
      lead = LeadingBytes(lowercased)
      mark = "\0"
      isCyrillic = scalars.allSatisfy { $0.isHyphen || $0.script == .cyrillic }
      isLowercase = text == lowercased
      isStrange = isCyrillic && scalars.contains(where: LookAlikes.isStrange)
      let capitals = scalars.prefix(while: \.isCapital)
      isCapitalized = !capitals.isEmpty
      isAbbreviation = capitals.count > 1 && capitals.count == scalars.count
      let isEnded = capitals.endIndex == scalars.endIndex || scalars[capitals.endIndex].isHyphen
      if isEnded, (2...8).contains(capitals.count), capitals.allSatisfy({ $0.value >= 0x400 }) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: capitals)
        abbreviation = String(view)
      } else {
        abbreviation = nil
      }
    }

    func isMark(_ mark: Unicode.Scalar) -> Bool { self.mark == mark }

    /// The word in small letters with plain hyphens.
    private static func lowercased(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(scalars.count * 2)
      for scalar in scalars where scalar != "\u{AD}" {
        guard let small = scalar.isHyphen ? "-" : scalar.small else {
          var plain = String.UnicodeScalarView()
          for scalar in scalars where scalar != "\u{AD}" {
            plain.append(scalar.isHyphen ? "-" : scalar)
          }
          return String(plain).lowercased()
        }
        bytes.append(contentsOf: UTF8.encode(small) ?? UTF8.encodedReplacementCharacter)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  let text: String
  let tokens: [Token]
  /// How many characters it has, and how many scalars.
  let length: Int
  let scalars: Int
  /// The words with hyphens.
  let hyphenated: [Int]
  /// Whether there are words, and whether there are numbers or addresses.
  let hasWords: Bool
  let hasNumbers: Bool

  init(_ text: String) {
    self.text = text
    var scanner = TokenScanner(text)
    let tokens = scanner.scan()
    self.tokens = tokens
    length = scanner.length ?? text.count
    scalars = scanner.scalars.count
    hasWords = tokens.contains { $0.kind == .word }
    hasNumbers = tokens.contains { $0.kind == .number || $0.kind == .address }
    hyphenated = tokens.indices.filter { index in
      tokens[index].kind == .word && tokens[index].lowercased.utf8.contains(UInt8(ascii: "-"))
    }
  }

  /// The words between two UTF-8 offsets.
  func words(in range: Range<Int>) -> String {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<bytes.index(start, offsetBy: range.count)])
  }

  /// Whether a bracket before a token is still open.
  func isBracketed(_ token: Int) -> Bool {
    tokens[..<token].last { $0.isMark("(") || $0.isMark(")") }?.isMark("(") ?? false
  }

  /// The offsets from the beginning of one token to the end of another.
  func range(_ tokens: ClosedRange<Int>) -> Range<Int> {
    self.tokens[tokens.lowerBound].range
      .lowerBound..<self.tokens[tokens.upperBound].range.upperBound
  }
}

/// Cuts a text into tokens.
private struct TokenScanner {
  let scalars: [Unicode.Scalar]
  private let bytes: [UInt8]
  /// The UTF-8 offset of each scalar, and of the end.
  private let offsets: [Int]
  private var tokens: [TokenizedText.Token] = []
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    bytes = Array(text.utf8)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    self.offsets = offsets + [offset]
  }

  /// How many characters there are, if each is a scalar of its own.
  var length: Int? { scalars.allSatisfy(\.isCharacter) ? scalars.count : nil }

  mutating func scan() -> [TokenizedText.Token] {
    while true {
      let gap = skipSpace()
      guard position < scalars.count else { return tokens }
      if let end = addressEnd() {
        append(.address, to: end, gap)
      } else if scalars[position].isLetterOfWord {
        append(.word, to: wordEnd(), gap)
      } else if scalars[position].isFigure {
        append(.number, to: numberEnd(), gap)
      } else {
        append(.mark, to: position + 1, gap)
      }
    }
  }

  private mutating func append(
    _ kind: TokenizedText.Token.Kind, to end: Int, _ gap: TokenizedText.Token.Gap
  ) {
    let range = offsets[position]..<offsets[end]
    tokens.append(
      TokenizedText.Token(
        kind, range, String(decoding: bytes[range], as: UTF8.self), scalars[position..<end], gap))
    position = end
  }

  private mutating func skipSpace() -> TokenizedText.Token.Gap {
    let start = position
    var hasLine = false
    while position < scalars.count, scalars[position].isSpaceOfText {
      if scalars[position] == "\n" || scalars[position] == "\t" || scalars[position] == "\r" {
        hasLine = true
      }
      position += 1
    }
    switch position - start {
    case 0: return .none
    case _ where hasLine: return .line
    case 1: return scalars[start] == " " ? .space : .noBreak
    default: return .wide
    }
  }

  private func wordEnd() -> Int {
    var end = position
    while end < scalars.count {
      if scalars[end].isLetterOfWord || scalars[end] == "\u{AD}" {
        end += 1
      } else if scalars[end] == "\u{2019}" || scalars[end] == "'", end == position + 1,
        scalars[position].properties.isUppercase, end + 1 < scalars.count,
        scalars[end + 1].properties.isUppercase
      {
        // «О’Нил»
        end += 2
      } else if scalars[end].isHyphen, end + 1 < scalars.count, scalars[end + 1].isLetterOfWord {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func numberEnd() -> Int {
    var end = figures(from: position)
    if end - position <= 3 {
      var groups = end
      // After a plain space only what cannot be a number of its own continues the number.
      while groups + 3 < scalars.count, scalars[groups].isGroupingSpace,
        figures(from: groups + 1) == groups + 4,
        groups + 4 >= scalars.count || !scalars[groups + 4].isHyphen
          || groups + 5 < scalars.count && scalars[groups + 5].isLetterOfWord
      {
        groups += 4
      }
      end = groups
    }
    if end + 1 < scalars.count, scalars[end] == ",", scalars[end + 1].isFigure {
      end = figures(from: end + 1)
    }
    return end
  }

  private func figures(from start: Int) -> Int {
    var end = start
    while end < scalars.count, scalars[end].isFigure { end += 1 }
    return end
  }

  /// The end of an address that begins here: `https://…`, `www.…`, a name with a domain, an e-mail address.
  private func addressEnd() -> Int? {
    guard scalars[position].isASCIIAddressLetter else { return nil }
    if position > 0, scalars[position - 1].isLetterOfWord || scalars[position - 1].isFigure {
      return nil
    }
    var end = position
    while end < scalars.count, scalars[end].isPartOfAddress { end += 1 }
    while end > position, ".,;:!?)".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    let run = scalars[position..<end]
    if begins("https://") || begins("http://") || begins("www.") { return end }
    guard let dot = run.lastIndex(of: "."), dot > position, end - dot > 2,
      run[(dot + 1)...].prefix(while: { $0 != "/" && $0 != ":" }).allSatisfy({
        $0.isASCII && $0.properties.isAlphabetic
      })
    else {
      guard let slash = run.firstIndex(of: "/"),
        let dot = run[..<slash].lastIndex(of: "."), dot > position, slash - dot > 2,
        run[(dot + 1)..<slash].allSatisfy({ $0.isASCII && $0.properties.isAlphabetic })
      else { return nil }
      return end
    }
    return run[position..<dot].allSatisfy { $0.isASCII } ? end : nil
  }

  /// Whether these small letters follow, in any case: a scheme is often pasted in capitals.
  private func begins(_ text: String) -> Bool {
    scalars[position...].starts(with: text.unicodeScalars) { scalar, letter in
      scalar == letter || scalar.isASCII && scalar.properties.lowercaseMapping == String(letter)
    }
  }
}

extension Unicode.Scalar {
  /// Latin and Cyrillic letters and combining marks, without a look into the tables of Unicode for each.
  var isLetterOfWord: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x250...0x2AF,
      0x300...0x36F, 0x370...0x3FF, 0x400...0x52F:
      true
    default: false
    }
  }

  var isFigure: Bool { ("0"..."9").contains(self) }

  /// Whether it is a capital letter, without a look into the tables of Unicode for Latin and Russian ones.
  var isCapital: Bool {
    switch value {
    case ..<0x80: (0x41...0x5A).contains(value)
    case 0x400...0x42F: true
    case 0x430...0x45F: false
    default: properties.isUppercase
    }
  }

  /// Whether nothing around it makes one character with it: Latin and Cyrillic letters, figures and what stands between them.
  fileprivate var isCharacter: Bool {
    switch value {
    case 0x0D: false
    case ..<0xA9, 0xAB, 0xAF...0x2FF, 0x400...0x482, 0x48A...0x52F, 0x2010...0x2027,
      0x2030...0x203B,
      0x2116:
      true
    default: false
    }
  }

  /// The small letter of one that Kazakh, Russian and English have, without a look into the tables of Unicode; `nil` for others.
  fileprivate var small: Unicode.Scalar? {
    switch value {
    case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(value + 0x20)
    case 0x400...0x40F: Unicode.Scalar(value + 0x50)
    case 0x48A...0x4BF, 0x4D0...0x52F: Unicode.Scalar(value | 1)
    case ..<0x80, 0x430...0x45F: self
    default: nil
    }
  }

  /// A hyphen, plain or no-break.
  var isHyphen: Bool { self == "-" || self == "\u{2010}" || self == "\u{2011}" }

  var isSpaceOfText: Bool {
    switch self {
    case " ", "\u{A0}", "\u{202F}", "\u{2009}", "\t", "\n", "\r": true
    default: false
    }
  }

  fileprivate var isGroupingSpace: Bool {
    self == " " || self == "\u{A0}" || self == "\u{202F}" || self == "\u{2009}"
  }

  fileprivate var isASCIIAddressLetter: Bool {
    switch self {
    case "A"..."Z", "a"..."z", "0"..."9": true
    default: false
    }
  }

  fileprivate var isPartOfAddress: Bool {
    switch self {
    case " ", "\u{A0}", "\u{202F}", "\t", "\n", "\r", "«", "»", "(", "<", ">", "\"", "“", "”", "„":
      false
    default: true
    }
  }
}
