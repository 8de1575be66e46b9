import JSON
import Testing

@Suite struct JSONParsingTests {
  private func error(_ text: String) -> JSONSyntaxError? { error(Array(text.utf8)) }

  private func error(_ bytes: [UInt8]) -> JSONSyntaxError? {
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: bytes) }
  }

  @Test("Case data that RFC 8259 allows would be refused, or read as something else")
  func accepted() throws {
    let table: [(text: String, value: JSON)] = [
      ("null", .null), ("true", true), ("false", false), (" \t\r\n1 \t\r\n", 1),
      ("0", 0), ("-0", 0), ("-17", -17), ("1.50", .number(1.5)), ("-0.0", .number(-0.0)),
      ("1e3", .number(1000)), ("1E+3", .number(1000)), ("25e-1", .number(2.5)),
      ("0e0", .number(0)), ("1.0", .number(1)),
      ("\"\"", ""), ("\"Қазақстан\"", "Қазақстан"), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u0416\u00e9\u00E9\u0000""#, "Жéé\u{0}"), (#""\ud83d\uDE00""#, "😀"),
      (#""\uFFFE\uffff""#, "\u{FFFE}\u{FFFF}"),
      ("[]", []), ("[ ]", []), ("[1,[2],\"3\"]", [1, [2], "3"]), ("[ 1 , 2 ]", [1, 2]),
      ("{}", [:]), ("{ }", [:]), ("{\"a\":{\"\":[]}}", ["a": ["": []]]),
      ("{\n\t\"a\" : 1 , \"b\" : null\n}", ["a": 1, "b": .null]),
      ("\u{FEFF}[1]", [1]),
    ]
    for (text, value) in table {
      #expect(try JSON(parsing: text) == value, "\(text)")
    }
  }

  @Test("Broken case data would be taken for whole, or blamed on the wrong thing")
  func refused() {
    let table: [(text: String, reason: JSONSyntaxError.Reason, offset: Int)] = [
      ("", .unexpectedEnd, 0), (" ", .unexpectedEnd, 1), ("\u{FEFF}", .unexpectedEnd, 3),
      ("[", .unexpectedEnd, 1), ("[1", .unexpectedEnd, 2), ("[1,", .unexpectedEnd, 3),
      ("[1,]", .unexpectedCharacter, 3), ("[,1]", .unexpectedCharacter, 1),
      ("[1 2]", .unexpectedCharacter, 3), ("[1}", .unexpectedCharacter, 2),
      ("{", .unexpectedEnd, 1), ("{\"a\"", .unexpectedEnd, 4), ("{\"a\":", .unexpectedEnd, 5),
      ("{\"a\":1", .unexpectedEnd, 6), ("{\"a\" 1}", .unexpectedCharacter, 5),
      ("{\"a\":1,}", .unexpectedCharacter, 7), ("{a:1}", .unexpectedCharacter, 1),
      ("{'a':1}", .unexpectedCharacter, 1), ("{1:1}", .unexpectedCharacter, 1),
      ("{\"a\":}", .unexpectedCharacter, 5), ("{\"a\":1]", .unexpectedCharacter, 6),
      ("]", .unexpectedCharacter, 0), ("'a'", .unexpectedCharacter, 0),
      ("// x\n1", .unexpectedCharacter, 0), ("+1", .unexpectedCharacter, 0),
      (".5", .unexpectedCharacter, 0), ("NaN", .unexpectedCharacter, 0),
      ("Infinity", .unexpectedCharacter, 0), ("True", .unexpectedCharacter, 0),
      ("\u{A0}1", .unexpectedCharacter, 0), ("\u{B}1", .unexpectedCharacter, 0),
      ("nul", .unexpectedEnd, 3), ("nulL", .unexpectedCharacter, 0),
      ("1 2", .trailingText, 2), ("nullx", .trailingText, 4), ("[]]", .trailingText, 2),
      ("{},", .trailingText, 2), ("1\u{0}", .trailingText, 1), ("1\u{FEFF}", .trailingText, 1),
      ("-", .invalidNumber, 0), ("-a", .invalidNumber, 0), ("[01]", .invalidNumber, 1),
      ("-01", .invalidNumber, 0), ("1.", .invalidNumber, 0), ("1.e1", .invalidNumber, 0),
      ("1e", .invalidNumber, 0), ("1e+", .invalidNumber, 0), ("-.5", .invalidNumber, 0),
      ("1e400", .invalidNumber, 0), ("-1e400", .invalidNumber, 0),
      ("\"a", .unexpectedEnd, 2), ("\"\\", .unexpectedEnd, 2), ("\"\\\"", .unexpectedEnd, 3),
      ("\"a\nb\"", .controlCharacter, 2), ("\"\t\"", .controlCharacter, 1),
      ("\"\u{0}\"", .controlCharacter, 1),
      (#""ab\x41""#, .invalidEscape, 3), (#""\U0041""#, .invalidEscape, 1),
      (#""\u12""#, .invalidEscape, 1), (#""\u12G4""#, .invalidEscape, 1),
      (#""\u+123""#, .invalidEscape, 1),
      (#""\ud83d""#, .invalidEscape, 1), (#""\ud83dx""#, .invalidEscape, 1),
      (#""\ud83d\n""#, .invalidEscape, 1), (#""\ud83d\u0041""#, .invalidEscape, 1),
      (#""\ud83d\ud83d""#, .invalidEscape, 1), (#""\ude00\ud83d""#, .invalidEscape, 1),
      (#""\ude00""#, .invalidEscape, 1),
    ]
    for (text, reason, offset) in table {
      let error = error(text)
      #expect(error?.reason == reason, "\(text)")
      #expect(error?.offset == offset, "\(text)")
    }
  }

  @Test("A name given twice would leave it open which of its values the letter prints")
  func duplicateNames() throws {
    let twice = error("{\"number\": 1,\n  \"number\": 2}")
    #expect(twice?.reason == .duplicateName)
    #expect([twice?.line, twice?.column] == [2, 3])
    #expect(error(#"{"a":{"b":1,"\u0062":2}}"#)?.reason == .duplicateName)
    // Two ways of writing one letter look the same to the author and are found by the same name.
    #expect(error("{\"\u{439}\":1,\"\u{438}\u{306}\":2}")?.reason == .duplicateName)
    #expect(try JSON(parsing: #"[{"a":1},{"a":{"a":2}}]"#) == [["a": 1], ["a": ["a": 2]]])
  }

  @Test("The author would be sent to the wrong line or column")
  func positions() {
    let table: [(text: String, line: Int, column: Int)] = [
      ("x", 1, 1), ("[1,\n  2,\n  x]", 3, 3), ("[1,\r\n x]", 2, 2),
      ("{\"тақырыбы\": x}", 1, 14), ("{\"a\": \"Әлия\",\n \"ұ\" 1}", 2, 6), ("[\"😀\" x]", 1, 6),
      ("[\n\n", 3, 1), ("\u{FEFF}x", 1, 1), ("\u{FEFF}[x]", 1, 2), ("\u{FEFF}[\nx]", 2, 1),
      ("\u{FEFF}", 1, 1),
    ]
    for (text, line, column) in table {
      let error = error(text)
      #expect(error?.line == line, "\(text)")
      #expect(error?.column == column, "\(text)")
    }
  }

  @Test("A file nested without end would exhaust the stack")
  func depth() throws {
    let limit = JSON.maximumDepth
    func nested(_ depth: Int) -> String {
      (0..<depth).map { $0.isMultiple(of: 2) ? "[" : "{\"a\":" }.joined() + "1"
        + (0..<depth).reversed().map { $0.isMultiple(of: 2) ? "]" : "}" }.joined()
    }
    _ = try JSON(parsing: nested(limit))
    #expect(error(nested(limit + 1))?.reason == .tooDeep)
    #expect(error(String(repeating: "[", count: 1_000_000))?.reason == .tooDeep)
    // Depth is of nesting: what was closed again does not count.
    let flat = "[" + Array(repeating: "[[{\"a\":[]}]]", count: limit).joined(separator: ",") + "]"
    _ = try JSON(parsing: flat)
  }

  @Test("A file in another encoding would give garbled names in a letter")
  func encodings() {
    #expect(error([0xFF, 0xFE, 0x31, 0x00])?.reason == .notUTF8)
    #expect(error([0xFE, 0xFF, 0x00, 0x31])?.reason == .notUTF8)
    #expect(error([0x7B, 0x00, 0x7D, 0x00])?.offset == 1)
    #expect(error([0x00, 0x7B, 0x00, 0x7D])?.offset == 0)
    // «Асан» in Windows-1251, after a name in ASCII on the line before.
    let windows = Array("{\"a\": 1,\n\"b\": \"".utf8) + [0xC0, 0xF1, 0xE0, 0xED, 0x22, 0x7D]
    let error = error(windows)
    #expect(error?.reason == .invalidUTF8)
    #expect([error?.line, error?.column] == [2, 7])
  }

  @Test(
    "Bytes that only look like UTF-8 would reach a document and break it",
    arguments: [
      [0x80], [0xC3], [0xC3, 0x28], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func invalidUTF8(_ bytes: [UInt8]) {
    let lead = Array("\"Әл\\n".utf8)
    let error = error(lead + bytes + Array("x\"".utf8))
    #expect(error?.reason == .invalidUTF8)
    #expect(error?.offset == lead.count)
    #expect(self.error(Array("{\"".utf8) + bytes + Array("\":1}".utf8))?.offset == 2)
  }

  @Test("A long number would wrap around or turn into another one")
  func bigNumbers() throws {
    #expect(try JSON(parsing: "9223372036854775807") == .integer(.max))
    #expect(try JSON(parsing: "-9223372036854775808") == .integer(.min))
    #expect(try JSON(parsing: "9223372036854775808") == .digits("9223372036854775808"))
    #expect(try JSON(parsing: "-9223372036854775809") == .digits("-9223372036854775809"))
    #expect(try JSON(parsing: "1e20") == .number(1e20))
    #expect(try JSON(parsing: "\(String(repeating: "9", count: 1001))e-1000") == .number(10))
    #expect(error(String(repeating: "9", count: 1001))?.reason == .invalidNumber)
    #expect(try JSON(parsing: "1e-400") == .number(0))
  }

  @Test("Fields would change their order between the file and the message about them")
  func order() throws {
    let names = (0..<200).map { "field\($0 * 7919 % 200)" }
    let text = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
    guard case .object(let members) = try JSON(parsing: text) else {
      Issue.record("not an object")
      return
    }
    #expect(members.map(\.name) == names)
  }

  @Test("A field would be found in what is no object, or not found where it stands")
  func access() throws {
    let value = try JSON(parsing: #"{"a":"1","b":{"a":2}}"#)
    #expect(value["a"]?.string == "1")
    #expect(value["b"]?["a"] == 2)
    #expect(value["c"] == nil)
    #expect(value["a"]?["a"] == nil)
    #expect(([1] as JSON)["0"] == nil)
    #expect(value["b"]?.string == nil)
  }
}
