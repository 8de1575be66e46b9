import Diagnostics

/// One word of the language inside a tag.
struct Token: Hashable {
  enum Kind: Hashable {
    case name(String)
    case integer(Int)
    /// A whole number beyond 64 bits.
    case digits(String)
    case double(Double)
    case string(String)
    /// An operator or a mark of punctuation, written as Jinja writes it.
    case symbol(String)
    case end
  }

  let kind: Kind
  /// UTF-8 offsets into the tag's text.
  let range: Range<Int>
}

/// Cuts a tag's text into tokens.
///
/// Word replaces quotes, hyphens and spaces while people type, so the typographic forms mean what was typed: “a”, „a“, «a», ‘a’ are strings, – and — a minus, the no-break space a space. A string between straight quotes is kept as it is.
struct Lexer {
  private let text: [UInt8]
  private let tag: Int
  private var position = 0

  init(_ text: [UInt8], tag: Int) {
    self.text = text
    self.tag = tag
  }

  /// The tokens up to the end, or up to the first character that fits nowhere, and what is wrong with that.
  static func tokens(of text: [UInt8], tag: Int) -> (tokens: [Token], problem: Finding?) {
    var lexer = Lexer(text, tag: tag)
    var tokens: [Token] = []
    var problem: Finding?
    do throws(Finding) {
      while let token = try lexer.next() { tokens.append(token) }
    } catch {
      problem = error
    }
    tokens.append(Token(kind: .end, range: text.count..<text.count))
    return (tokens, problem)
  }

  /// What ends a string that begins with this quotation mark.
  private static func closings(of quote: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch quote {
    case "\"", "'", "\u{201D}", "\u{2019}": [quote]
    case "\u{201C}": ["\u{201D}", "\u{201C}"]
    case "\u{201E}": ["\u{201C}", "\u{201D}"]
    case "\u{AB}": ["\u{BB}"]
    case "\u{2018}": ["\u{2019}", "\u{2018}"]
    default: nil
    }
  }

  private static let symbols = [
    "//", "**", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "<", ">", "=", ".", ":", "|",
    ",", "(", ")", "[", "]", "{", "}",
  ].map { (text: $0, bytes: Array($0.utf8)) }

  private mutating func next() throws(Finding) -> Token? {
    while let (scalar, length) = scalar(at: position),
      Self.isSpace(scalar) || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    {
      position += length
    }
    guard let (scalar, length) = scalar(at: position) else { return nil }
    let start = position
    if Self.isNameStart(scalar) { return name(start) }
    if ("0"..."9").contains(scalar) { return try number(start) }
    if let closings = Self.closings(of: scalar) {
      position += length
      return try string(start, closings: closings, isRaw: scalar != "\"" && scalar != "'")
    }
    if scalar == "\u{2013}" || scalar == "\u{2014}" || scalar == "\u{2212}" {
      position += length
      return Token(kind: .symbol("-"), range: start..<position)
    }
    for symbol in Self.symbols where text[start...].starts(with: symbol.bytes) {
      position += symbol.bytes.count
      return Token(kind: .symbol(symbol.text), range: start..<position)
    }
    let character = String(Character(scalar))
    throw Finding(
      .syntax, "E101",
      Message(
        kk: "тегте `\(character)` таңбасы бұл жерде тұра алмайды",
        ru: "символ `\(character)` не может стоять в теге на этом месте",
        en: "the character `\(character)` cannot stand here in a tag"),
      at: [Span(tag: tag, range: start..<start + length)])
  }

  private mutating func name(_ start: Int) -> Token {
    while let (scalar, length) = scalar(at: position), Self.isNamePart(scalar) {
      position += length
    }
    let name = String(decoding: text[start..<position], as: UTF8.self)
    return Token(kind: .name(name), range: start..<position)
  }

  private mutating func number(_ start: Int) throws(Finding) -> Token {
    func isDigit(_ offset: Int) -> Bool {
      offset < text.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[offset])
    }
    func skipDigits() {
      while isDigit(position)
        || (position < text.count && text[position] == UInt8(ascii: "_") && isDigit(position + 1))
      { position += 1 }
    }
    if let token = try prefixedNumber(start) { return token }
    skipDigits()
    var isInteger = true
    // After a point, as in `rows.1.0`, digits are an index.
    let isIndex = start > 0 && text[start - 1] == UInt8(ascii: ".")
    if !isIndex, position < text.count, text[position] == UInt8(ascii: "."), isDigit(position + 1) {
      isInteger = false
      position += 1
      skipDigits()
    }
    if !isIndex, position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
      let sign = position + 1
      let hasSign = sign < text.count && (text[sign] == 0x2B || text[sign] == 0x2D)
      if isDigit(hasSign ? sign + 1 : sign) {
        isInteger = false
        position = hasSign ? sign + 1 : sign
        skipDigits()
      }
    }
    let digits = String(
      decoding: text[start..<position].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    let range = start..<position
    if isInteger, let value = Int(digits) { return Token(kind: .integer(value), range: range) }
    if isInteger, digits.utf8.count <= 1000 { return Token(kind: .digits(digits), range: range) }
    if !isInteger, let value = Double(digits) { return Token(kind: .double(value), range: range) }
    throw tooLarge(range)
  }

  /// A number in base 16, 8 or 2, such as `0x1F`.
  private mutating func prefixedNumber(_ start: Int) throws(Finding) -> Token? {
    guard text[start] == UInt8(ascii: "0"), start + 2 < text.count else { return nil }
    let radices: [UInt8: Int] = [
      UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2,
    ]
    guard let radix = radices[text[start + 1] | 0x20] else { return nil }
    var end = start + 2
    while end < text.count, Character(Unicode.Scalar(text[end])).isHexDigit || text[end] == 0x5F {
      end += 1
    }
    let digits = String(decoding: text[start + 2..<end].filter { $0 != 0x5F }, as: UTF8.self)
    guard !digits.isEmpty, digits.allSatisfy({ Int(String($0), radix: radix) != nil }) else {
      return nil
    }
    position = end
    guard let value = Int(digits, radix: radix) else { throw tooLarge(start..<end) }
    return Token(kind: .integer(value), range: start..<end)
  }

  private func tooLarge(_ range: Range<Int>) -> Finding {
    Finding(
      .syntax, "E101",
      Message(
        kk: "сан тым үлкен", ru: "число слишком велико", en: "the number is too large"),
      at: [Span(tag: tag, range: range)])
  }

  private mutating func string(
    _ start: Int, closings: [Unicode.Scalar], isRaw: Bool
  ) throws(Finding) -> Token {
    var value = String.UnicodeScalarView()
    while let (scalar, length) = scalar(at: position) {
      position += length
      if closings.contains(scalar) {
        return Token(kind: .string(String(value)), range: start..<position)
      }
      guard scalar == "\\", !isRaw, let (escaped, escapedLength) = self.scalar(at: position) else {
        value.append(scalar)
        continue
      }
      position += escapedLength
      switch escaped {
      case "n": value.append("\n")
      case "t": value.append("\t")
      case "r": value.append("\r")
      case "\\", "'", "\"": value.append(escaped)
      case "u", "x":
        let digits = escaped == "u" ? 4 : 2
        let end = min(position + digits, text.count)
        let code = UInt32(String(decoding: text[position..<end], as: UTF8.self), radix: 16)
        if end == position + digits, let decoded = code.flatMap({ Unicode.Scalar($0) }) {
          value.append(decoded)
          position = end
        } else {
          value.append("\\")
          value.append(escaped)
        }
      default:
        value.append("\\")
        value.append(escaped)
      }
    }
    throw Finding(
      .syntax, "E102",
      Message(
        kk: "тырнақша жабылмаған", ru: "кавычка не закрыта", en: "the quote is not closed"),
      at: [Span(tag: tag, range: start..<text.count)])
  }

  // The tables of Unicode are not asked for what ASCII has.

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar.properties.isWhitespace }
    return scalar == " " || (0x09...0x0D).contains(scalar.value)
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar.properties.isXIDStart }
    return scalar == "_" || (0x61...0x7A).contains(scalar.value | 0x20)
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar.properties.isXIDContinue }
    return isNameStart(scalar) || (0x30...0x39).contains(scalar.value)
  }

  private func scalar(at offset: Int) -> (Unicode.Scalar, length: Int)? {
    guard offset < text.count else { return nil }
    let first = text[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let end = min(offset + length, text.count)
    let decoded = String(decoding: text[offset..<end], as: UTF8.self).unicodeScalars
    return (decoded.first ?? "\u{FFFD}", end - offset)
  }
}
