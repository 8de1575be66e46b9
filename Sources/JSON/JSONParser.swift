/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Hashable {
  /// What was found instead of what was due.
  public enum Reason: String, Sendable {
    case unexpectedEnd, unexpectedCharacter, trailingText, invalidEscape, invalidUTF8, invalidNumber
    case controlCharacter, duplicateName, tooDeep, notUTF8
  }

  public let reason: Reason
  /// The UTF-8 offset of the first byte that does not fit.
  public let offset: Int
  /// The line of `offset`, from 1.
  public let line: Int
  /// The column of `offset` in its line, from 1, in Unicode scalars.
  public let column: Int
}

extension JSON {
  /// Values nested deeper than this are refused.
  public static let maximumDepth = 200

  /// Reads a whole text in UTF-8, with or without a byte order mark.
  ///
  /// A name that stands twice in one object is an error: which of the two a letter would print is nobody's choice.
  public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }

  /// Reads a whole text.
  public init(parsing text: String) throws(JSONSyntaxError) {
    try self.init(parsing: Array(text.utf8))
  }
}

private struct JSONParser {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static let fewNames = 12
  private static let recentCount = 256

  let bytes: [UInt8]
  var position = 0
  var depth = 0
  /// Long texts that were read last, each at the place that its bytes lead to.
  private var recent = [String](repeating: "", count: recentCount)

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONSyntaxError) -> JSON {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw error(.notUTF8, at: 0)
    }
    if bytes.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw error(.trailingText, at: position) }
    return value
  }

  private mutating func value() throws(JSONSyntaxError) -> JSON {
    skipSpace()
    guard position < bytes.count else { throw error(.unexpectedEnd, at: position) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error(.unexpectedCharacter, at: position)
    }
  }

  private mutating func object() throws(JSONSyntaxError) -> JSON {
    try enter()
    var members: [JSON.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) {
      depth -= 1
      return .object([])
    }
    while true {
      skipSpace()
      let start = position
      guard position < bytes.count else { throw error(.unexpectedEnd, at: position) }
      guard bytes[position] == UInt8(ascii: "\"") else {
        throw error(.unexpectedCharacter, at: position)
      }
      let name = try string()
      // Among few names looking at each is faster than a set of them.
      if members.count == Self.fewNames { names = Set(members.map(\.name)) }
      let isNew =
        members.count < Self.fewNames
        ? !members.contains { $0.name == name } : names.insert(name).inserted
      guard isNew else { throw error(.duplicateName, at: start) }
      skipSpace()
      try expect(UInt8(ascii: ":"))
      members.append(JSON.Member(name, try value()))
      skipSpace()
      if take(UInt8(ascii: "}")) { break }
      try expect(UInt8(ascii: ","))
    }
    depth -= 1
    return .object(members)
  }

  private mutating func array() throws(JSONSyntaxError) -> JSON {
    try enter()
    var elements: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) {
      depth -= 1
      return .array([])
    }
    while true {
      elements.append(try value())
      skipSpace()
      if take(UInt8(ascii: "]")) { break }
      try expect(UInt8(ascii: ","))
    }
    depth -= 1
    return .array(elements)
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    position += 1
    let start = position
    var decoded: [UInt8] = []
    var copied = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let end = position
        position += 1
        if copied == start { return try text(start..<end) }
        decoded.append(contentsOf: bytes[copied..<end])
        guard let text = String(validating: decoded, as: UTF8.self) else {
          throw error(.invalidUTF8, at: firstInvalid(in: start..<end))
        }
        return text
      case UInt8(ascii: "\\"):
        decoded.append(contentsOf: bytes[copied..<position])
        try escape(into: &decoded)
        copied = position
      case 0..<0x20: throw error(.controlCharacter, at: position)
      default: position += 1
      }
    }
    throw error(.unexpectedEnd, at: position)
  }

  /// What stands at `range`, as it is. Texts that come again and again, as in the rows of a table, are one in memory.
  private mutating func text(_ range: Range<Int>) throws(JSONSyntaxError) -> String {
    // A shorter text needs no memory of its own, and few longer ones come again.
    let isShared = (16..<128).contains(range.count)
    var place = 0
    if isShared {
      var hash: UInt32 = 0
      for byte in bytes[range] { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      place = Int(hash >> 16) % Self.recentCount
      let known = recent[place].utf8
      if known.count == range.count, known.elementsEqual(bytes[range]) { return recent[place] }
    }
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw error(.invalidUTF8, at: firstInvalid(in: range))
    }
    if isShared { recent[place] = text }
    return text
  }

  /// The first byte of `range` that is not UTF-8.
  private func firstInvalid(in range: Range<Int>) -> Int {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
      return range.lowerBound
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound
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

  /// Whole numbers of more digits than this become fractions, if they can.
  private static let maximumDigits = 1000

  private mutating func number() throws(JSONSyntaxError) -> JSON {
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

  private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONSyntaxError) -> JSON {
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

  private mutating func enter() throws(JSONSyntaxError) {
    depth += 1
    guard depth <= JSON.maximumDepth else { throw error(.tooDeep, at: position) }
    position += 1
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
