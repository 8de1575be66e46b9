import Testing
import XML

@Suite struct XMLParserTests {
  /// Reads a document that comes in pieces of `size` bytes.
  private func tree(
    _ bytes: [UInt8], pieces size: Int, limits: XMLLimits = XMLLimits()
  ) throws(XMLError) -> XMLTree {
    var parser = try XMLParser(limits: limits)
    for start in stride(from: 0, to: bytes.count, by: size) {
      try bytes.withUnsafeBufferPointer { (buffer) throws(XMLError) in
        let end = min(start + size, buffer.count)
        try parser.read(UnsafeBufferPointer(rebasing: buffer[start..<end]))
      }
    }
    return try parser.finish()
  }

  /// Whatever looks like a tag or an attribute and is none.
  private static let lookalikes = """
    <?xml version="1.0"?><!-- <a b='1' c="2" '" - -> ==== --><a b="=====" c='"=<!-- ='><?p <a = = ="?><![CDATA[<b ]] ] > c='====' ]]]>
    x = y == z = 1 = 2 = 3 ' " <b   d = '>>>' ></b ><!----><c/></a>
    """

  private static func utf16(_ text: String, isBig: Bool = false) -> [UInt8] {
    "\u{FEFF}\(text)".utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }

  @Test("A document would be refused, or read otherwise, for the places where its pieces end")
  func pieces() throws {
    var limits = XMLLimits()
    limits.attributes = 2
    let texts = [
      Array(Self.lookalikes.utf8),
      Self.utf16(Self.lookalikes.replacing("<?xml version=\"1.0\"?>", with: "")),
      Self.utf16(Self.lookalikes.replacing("<?xml version=\"1.0\"?>", with: ""), isBig: true),
    ]
    let expected = try XMLTree(parsing: texts[0]).outline
    for text in texts {
      for size in [1, 2, 3, 5, 7, 64, 1000] {
        #expect(try tree(text, pieces: size, limits: limits).outline == expected, "\(size)")
      }
    }
  }

  @Test("A tag of a million attributes would keep the program busy for hours")
  func attributes() throws {
    var limits = XMLLimits()
    limits.attributes = 3
    let three = "<a>\n<b c='1' d='2' xmlns:e='3'/></a>"
    let four = "<a>\n<b c='1' d='2' xmlns:e='3' f=\"4\"/></a>"
    for encode in [{ Array($0.utf8) }, { Self.utf16($0) }, { Self.utf16($0, isBig: true) }] {
      for size in [1, 4, 10, 1000] {
        _ = try tree(encode(three), pieces: size, limits: limits)
        let error = #expect(throws: XMLError.self) {
          try tree(encode(four), pieces: size, limits: limits)
        }
        #expect(error?.code == .tooLarge)
        #expect(error?.line == 2)
      }
    }
    let million = "<a " + (0..<1_000_000).map { "a\($0)=''" }.joined(separator: " ") + "/>"
    let error = #expect(throws: XMLError.self) { try XMLTree(parsing: Array(million.utf8)) }
    #expect(error?.code == .tooLarge)
  }

  @Test("Namespaces without number, or names without end, would keep the program busy")
  func names() throws {
    var limits = XMLLimits()
    limits.namespaces = 3
    func error(_ text: String) -> XMLError? {
      #expect(throws: XMLError.self) { try XMLTree(parsing: Array(text.utf8), limits: limits) }
    }
    let three = "<a xmlns='1' xmlns:b='2'><c xmlns:d='3'/><c xmlns:d='3'/></a>"
    _ = try XMLTree(parsing: Array(three.utf8), limits: limits)
    let four = error("<a xmlns='1' xmlns:b='2'>\n<c xmlns:d='3' xmlns:e='4'/></a>")
    #expect(four?.code == .tooLarge)
    #expect(four?.line == 2)
    limits = XMLLimits()
    limits.nameBytes = 40
    _ = try XMLTree(parsing: Array("<abcde><abcde/><b/></abcde>".utf8), limits: limits)
    #expect(error("<abcde><abcdefghij/><abcdefghijk/></abcde>")?.code == .tooLarge)
    #expect(error("<a xmlns='0123456789012345678901234567890123456789'/>")?.code == .tooLarge)
  }

  @Test(
    "A document in an encoding of old would come out garbled or be refused",
    arguments: [
      ("windows-1251", [0xCF, 0xF0, 0xE8, 0xEA, 0xE0, 0xE7]),
      ("KOI8-R", [0xF0, 0xD2, 0xC9, 0xCB, 0xC1, 0xDA]),
      ("ISO-8859-5", [0xBF, 0xE0, 0xD8, 0xDA, 0xD0, 0xD7]),
    ] as [(String, [UInt8])])
  func encodings(_ name: String, _ text: [UInt8]) throws {
    let start = "<?xml version='1.0' encoding='\(name)'?><a>"
    let tree = try XMLTree(parsing: Array(start.utf8) + text + Array("</a>".utf8))
    #expect(tree.string(of: tree.root) == "Приказ")
  }

  @Test(
    "A tag would be hidden from what counts attributes by an encoding that nobody writes",
    arguments: ["UTF-7", "UTF-32", "UCS-4", "IBM037", "HZ-GB-2312", "ISO-2022-JP", "no-such"])
  func refusedEncodings(_ name: String) {
    let text = "<?xml version='1.0' encoding='\(name)'?><a/>"
    let error = #expect(throws: XMLError.self) { try XMLTree(parsing: Array(text.utf8)) }
    #expect(error?.code == .malformed)
    #expect(error?.line == 1)
  }
}
