/// Reads a JSON text from its beginning to its end, value by value, for who keeps them otherwise than as a tree.
///
/// After `next()` has told of an object or an array, `isAtEnd(of:isFirst:)` is asked before each of its members or elements, and before each member's value comes its name.
public struct JSONReader {
  /// A value that was read, or the kind of one that is still to be read.
  public enum Token {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    /// A whole number beyond 64 bits, in the digits that it was written with.
    case digits(String)
    /// The beginning of a text: `string()` or `appendText(to:)` is next.
    case text
    case array
    case object
  }

  /// What holds other values.
  public enum Container {
    case array, object
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let recentCount = 256

  private let bytes: [UInt8]
  /// How many bytes were read.
  public private(set) var position = 0
  /// How many bytes there are.
  public var size: Int { bytes.count }
  private var depth = 0
  /// Long texts that were read last, each at the place that its bytes lead to.
  private var recent = [String](repeating: "", count: recentCount)

  /// Begins to read a whole text in UTF-8, with or without a byte order mark.
  public init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
    self.bytes = bytes
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw error(.notUTF8, at: 0)
    }
    if bytes.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
  }

  /// Makes sure that nothing follows.
  public mutating func end() throws(JSONSyntaxError) {
    skipSpace()
    guard position == bytes.count else { throw error(.trailingText, at: position) }
  }

  /// The value that stands next, of an object, an array or a text only that it begins.
  public mutating func next() throws(JSONSyntaxError) -> Token {
    skipSpace()
    guard position < bytes.count else { throw error(.unexpectedEnd, at: position) }
    switch bytes[position] {
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "{"): return try enter(.object)
    case UInt8(ascii: "["): return try enter(.array)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error(.unexpectedCharacter, at: position)
    }
  }

  private mutating func enter(_ container: Token) throws(JSONSyntaxError) -> Token {
    depth += 1
    guard depth <= JSON.maximumDepth else { throw error(.tooDeep, at: position) }
    position += 1
    return container
  }

  /// Whether nothing is left in an object or an array; if so, it was left, else what stands next in it can be read.
  public mutating func isAtEnd(
    of container: Container, isFirst: Bool
  ) throws(JSONSyntaxError) -> Bool {
    skipSpace()
    if take(container == .array ? UInt8(ascii: "]") : UInt8(ascii: "}")) {
      depth -= 1
      return true
    }
    if !isFirst {
      try expect(UInt8(ascii: ","))
      skipSpace()
    }
    return false
  }

  /// Reads a member's name, with the colon after it, and adds it to those before it.
  public mutating func name(addedTo names: inout UniqueNames) throws(JSONSyntaxError) {
    let start = position
    guard position < bytes.count else { throw error(.unexpectedEnd, at: position) }
    guard bytes[position] == UInt8(ascii: "\"") else {
      throw error(.unexpectedCharacter, at: position)
    }
    guard names.insert(try string()) else { throw error(.duplicateName, at: start) }
    skipSpace()
    try expect(UInt8(ascii: ":"))
  }

  /// Reads a member's name, with the colon after it, if it is written as these bytes, quotes and all, which is a text without escapes; returns whether it is.
  public mutating func takeName(_ name: [UInt8]) throws(JSONSyntaxError) -> Bool {
    guard name.count <= bytes.count - position else { return false }
    for index in name.indices where bytes[position + index] != name[index] { return false }
    position += name.count
    skipSpace()
    try expect(UInt8(ascii: ":"))
    return true
  }

  // MARK: Texts

  /// The text that begins here.
  public mutating func string() throws(JSONSyntaxError) -> String {
    position += 1
    let start = position
    try skipPlain()
    if bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return try text(start..<position - 1)
    }
    var decoded: [UInt8] = []
    try decode(from: start, into: &decoded)
    guard let text = String(validating: decoded, as: UTF8.self) else {
      throw invalidUTF8(in: start..<position - 1)
    }
    return text
  }

  /// Appends the text that begins here, in UTF-8.
  public mutating func appendText(to output: inout [UInt8]) throws(JSONSyntaxError) {
    position += 1
    let start = position
    try skipPlain()
    try decode(from: start, into: &output)
    let range = start..<position - 1
    guard (try? UTF8Span(validating: bytes.span.extracting(range))) != nil else {
      throw invalidUTF8(in: range)
    }
  }

  /// Goes on to the next byte of a text that does not stand for itself: its end, or a backslash.
  private mutating func skipPlain() throws(JSONSyntaxError) {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return
      case 0..<0x20: throw error(.controlCharacter, at: position)
      default: position += 1
      }
    }
    throw error(.unexpectedEnd, at: position)
  }

  /// Appends a text of which everything from `start` to here stands for itself, to its end.
  private mutating func decode(
    from start: Int, into decoded: inout [UInt8]
  ) throws(JSONSyntaxError) {
    var copied = start
    while bytes[position] == UInt8(ascii: "\\") {
      decoded.append(contentsOf: bytes[copied..<position])
      try escape(into: &decoded)
      copied = position
      try skipPlain()
    }
    decoded.append(contentsOf: bytes[copied..<position])
    position += 1
  }

  /// What stands at `range`, as it is. Texts that come again and again, as in the rows of a table, are one in memory.
  private mutating func text(_ range: Range<Int>) throws(JSONSyntaxError) -> String {
    // A shorter text needs no memory of its own, and few longer ones come again.
    let isShared = (16..<128).contains(range.count)
    var place = 0
    if isShared {
      place = Self.place(of: bytes[range], among: Self.recentCount)
      let known = recent[place].utf8
      if known.count == range.count, known.elementsEqual(bytes[range]) { return recent[place] }
    }
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw invalidUTF8(in: range)
    }
    if isShared { recent[place] = text }
    return text
  }

  /// Where a text is kept among so many, so that the same one is found again.
  public static func place(of text: ArraySlice<UInt8>, among count: Int) -> Int {
    var hash: UInt32 = 0
    for byte in text { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash >> 16) % count
  }

  /// The complaint of the first byte of `range` that is not UTF-8.
  private func invalidUTF8(in range: Range<Int>) -> JSONSyntaxError {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
      return error(.invalidUTF8, at: range.lowerBound)
    } catch {
      return self.error(.invalidUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(JSONSyntaxError) {
    let start = position
    position += 1
    guard position < bytes.count else { throw error(.unexpectedEnd, at: position) }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(letter)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try hexadecimal(start)
      if (0xD800..<0xDC00).contains(unit) {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
          bytes[position + 1] == UInt8(ascii: "u")
        else { throw error(.invalidEscape, at: start) }
        position += 2
        let low = try hexadecimal(start)
        guard (0xDC00..<0xE000).contains(low) else { throw error(.invalidEscape, at: start) }
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(unit) else { throw error(.invalidEscape, at: start) }
      decoded.append(contentsOf: String(Character(scalar)).utf8)
    default: throw error(.invalidEscape, at: start)
    }
  }

  private mutating func hexadecimal(_ start: Int) throws(JSONSyntaxError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw error(.invalidEscape, at: start) }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error(.invalidEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }

  // MARK: Numbers and words

  /// Whole numbers of more digits than this become fractions, if they can.
  private static let maximumDigits = 1000

  private mutating func number() throws(JSONSyntaxError) -> Token {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) {
      guard digits() else { throw error(.invalidNumber, at: start) }
    }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      guard digits() else { throw error(.invalidNumber, at: start) }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isInteger = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard digits() else { throw error(.invalidNumber, at: start) }
    }
    if position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
      throw error(.invalidNumber, at: start)
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let value = Int(text) { return .integer(value) }
    if isInteger, text.utf8.count <= Self.maximumDigits { return .digits(text) }
    guard let value = Double(text), value.isFinite else { throw error(.invalidNumber, at: start) }
    return .number(value)
  }

  private mutating func digits() -> Bool {
    let start = position
    while position < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    { position += 1 }
    return position > start
  }

  private mutating func word(_ text: StaticString, _ value: Token) throws(JSONSyntaxError) -> Token
  {
    for offset in 0..<text.utf8CodeUnitCount {
      let byte = text.withUTF8Buffer { $0[offset] }
      guard position + offset < bytes.count else { throw error(.unexpectedEnd, at: bytes.count) }
      guard bytes[position + offset] == byte else {
        throw error(.unexpectedCharacter, at: position)
      }
    }
    position += text.utf8CodeUnitCount
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONSyntaxError) {
    guard position < bytes.count else { throw error(.unexpectedEnd, at: position) }
    guard take(byte) else { throw error(.unexpectedCharacter, at: position) }
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private func error(_ reason: JSONSyntaxError.Reason, at offset: Int) -> JSONSyntaxError {
    var line = 1
    var column = 1
    // Editors do not count a byte order mark.
    let start = bytes.starts(with: Self.byteOrderMark) ? min(Self.byteOrderMark.count, offset) : 0
    for byte in bytes[start..<offset] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONSyntaxError(reason: reason, offset: offset, line: line, column: column)
  }
}
