import TestSupport
import Testing
import XML

@Suite struct XMLRefusalTests {
  private func error(_ text: String, limits: XMLLimits = XMLLimits()) -> XMLError? {
    #expect(throws: XMLError.self, "\(text.prefix(80))") {
      try XMLTree(parsing: Array(text.utf8), limits: limits)
    }
  }

  @Test("A broken document would be repaired by guessing, or blamed on the wrong line")
  func malformed() {
    let table: [(text: String, line: Int)] = [
      ("", 1), (" \n ", 1), ("text", 1), ("<a>", 1), ("<a>\n<b>\n</a>", 3), ("<a/>\n<b/>", 2),
      ("<a/>\ntext", 2), ("<a\nb=1/>", 2), ("<a b='1'\n b='2'/>", 2), ("<a>\n&</a>", 2),
      ("<a>\n\n]]></a>", 3), ("<a>\n<!-- -- --></a>", 2), ("<a b='<'/>", 1), ("<1/>", 1),
      ("<a>\n<w:b/></a>", 2), ("<a\n w:b='1'/>", 2), ("<a>\u{1}</a>", 1), ("<a>&#1;</a>", 1),
      ("<a>&#xFFFE;</a>", 1), ("<a>&#xD800;</a>", 1), ("<a>&#x110000;</a>", 1),
      ("<a>\n&nbsp;</a>", 2), ("<a b='&nbsp;'/>", 1), ("\n<?xml version='1.0'?><a/>", 2),
      ("<a xmlns:n='urn:n' xmlns:m='urn:n' n:b='1' m:b='2'/>", 1), ("<a><![CDATA[</a>", 1),
      ("<?xml version='1.0' encoding='no-such'?><a/>", 1), ("<a/>\u{0}", 1),
    ]
    for (text, line) in table {
      let error = error(text)
      #expect(error?.code == .malformed, "\(text)")
      #expect(error?.line == line, "\(text)")
      #expect(error?.detail.isEmpty == false, "\(text)")
    }
    let bytes: [[UInt8]] = [[0xC3], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80]]
    for invalid in bytes {
      #expect(throws: XMLError.self) {
        try XMLTree(parsing: Array("<a>".utf8) + invalid + Array("</a>".utf8))
      }
    }
  }

  @Test(
    "A document from outside would read our files, call others or fill the memory",
    arguments: [
      "<!DOCTYPE a>\n<a/>", "<!DOCTYPE a []><a/>",
      "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
      "<!DOCTYPE a PUBLIC 'x' 'http://example.invalid/a.dtd'><a/>",
      "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]><a/>",
      "<!DOCTYPE a [<!ENTITY l0 'lol'><!ENTITY l1 '&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;'><!ENTITY l2 '&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;'><!ENTITY l3 '&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;'>]><a b='&l3;'>&l3;</a>",
      "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>",
      "<!DOCTYPE a [<!ATTLIST a b CDATA 'default'>]><a/>",
    ])
  func documentTypes(_ text: String) {
    let error = error(text)
    #expect(error?.code == .documentType)
    #expect(error?.line == 1)
    #expect(self.error("<?xml version='1.0'?>\n<!-- -->\n" + text)?.line == 3)
  }

  @Test("Elements nested without end would exhaust the stack of whatever walks them")
  func depth() throws {
    var limits = XMLLimits()
    limits.depth = 3
    let three = "<a>\n<a>\n<a>text<?p?></a><a/></a></a>"
    _ = try XMLTree(parsing: Array(three.utf8), limits: limits)
    let error = error("<a>\n<a>\n<a>\n<a/></a></a></a>", limits: limits)
    #expect(error?.code == .tooDeep)
    #expect(error?.line == 4)
    let depth = XMLLimits().depth
    let deepest =
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    let tree = try XMLTree(parsing: Array(deepest.utf8))
    #expect(try XMLTree(parsing: tree.serialized()).count == depth)
    #expect(self.error(String(repeating: "<a>", count: 200_000))?.code == .tooDeep)
  }

  @Test("A document of any size would be taken into memory")
  func size() throws {
    var limits = XMLLimits()
    limits.bytes = 20
    let twenty = "<a>\n0123456789\n</a>\n"
    _ = try XMLTree(parsing: Array(twenty.utf8), limits: limits)
    #expect(error(twenty + "\n", limits: limits)?.code == .tooLarge)

    limits = XMLLimits()
    limits.nodes = 5
    _ = try XMLTree(parsing: Array("<a b='1' c='2'>x<d/></a>".utf8), limits: limits)
    for text in ["<a b='1' c='2'>x\n<d/>\n</a>", "<a b='1' c='2'>x<d/>\n<!----></a>"] {
      let error = error(text, limits: limits)
      #expect(error?.code == .tooLarge)
      #expect(error?.line == (text.hasSuffix("\n</a>") ? 3 : 2))
    }
  }

  @Test("A file with a million different names would keep the program busy for hours")
  func manyNames() throws {
    let text = "<a>" + (0..<100_000).map { "<n\($0)/>" }.joined() + "</a>"
    let time = try ContinuousClock().measure {
      let tree = try XMLTree(parsing: Array(text.utf8))
      #expect(tree.names.count == 100_001)
    }
    // A search through all names for each new one takes a hundred times as long.
    #expect(time < .seconds(60))
  }

  @Test("A damaged or hostile part would end the program")
  func anyBytes() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "<", ">", "&", ";", "'", "\"", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!DOCTYPE",
      "<a>", "</a>", "&#", "xmlns:", "=", "\u{0}", "😀",
    ]
    var accepted = 0
    for round in 0..<4000 {
      var bytes = Array(RandomXML.document(using: &random).utf8)
      for _ in 0..<(round % 4) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        case 2:
          let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
          bytes.insert(contentsOf: piece.utf8, at: index)
        default: bytes.removeSubrange(index..<min(index + 9, bytes.count))
        }
        if bytes.isEmpty { break }
      }
      guard let tree = try? XMLTree(parsing: bytes) else { continue }
      accepted += 1
      // What was accepted must be sound: it can be written, and reads back the same.
      let again = try? XMLTree(parsing: tree.serialized())
      if again?.outline != tree.outline {
        Issue.record("\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect((1000..<4000).contains(accepted))
  }
}
