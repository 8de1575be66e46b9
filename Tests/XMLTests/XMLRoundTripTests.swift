import TestSupport
import Testing

@testable import XML

@Suite struct XMLRoundTripTests {
  @Test(
    "Filling a template would lose or change what Word wrote",
    arguments: [
      "<a/>", "<a></a>", "<a>б</a>", "<a b='1' c=\"2\"/>", "<a><b/>x<c/>y</a>",
      "<w:p xmlns:w='urn:w' w:a='1' a='2'><w:r/></w:p>",
      "<a xmlns='urn:1'><b xmlns='urn:2'/><b xmlns=''/><x:b xmlns:x='urn:1'/></a>",
      "<x:a xmlns:x='urn:1' xmlns:y='urn:1' x:k='1'><y:a/></x:a>",
      "<a xml:space='preserve'>  x \t\n </a>", "<a xml:lang='kk'> </a>",
      "<a xmlns='my schema' xmlns:ә='урн:ә'><ә:b/></a>",
      "<!--before--><?one two?><a><!-- in -->x<!----><?empty?></a><!--after--><?three?>",
      "<a>&lt;&gt;&amp;&quot;&apos;</a>", "<a b='&lt;&gt;&amp;&quot;&apos;'/>",
      "<a>x&#13;&#10;y&#13;</a>", "<a b='&#9;&#10;&#13; x'/>",
      "<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>", "<a>]]&gt;</a>",
      "<қағаз нөмір='№1'>Қазақстан Республикасы</қағаз>", "<a>&#x1F600;😀&#1178;</a>",
      "<mc:AlternateContent xmlns:mc='urn:mc' mc:Ignorable='w14'><mc:Choice Requires='x'/></mc:AlternateContent>",
    ])
  func roundTrip(_ text: String) throws {
    let tree = try XMLTree(parsing: Array(text.utf8))
    let once = tree.serialized()
    let again = try XMLTree(parsing: once)
    #expect(again.outline == tree.outline)
    #expect(again.serialized() == once)
  }

  @Test("A document would be written in other bytes each time")
  func form() throws {
    let table = [
      ("<a   b = '1'\n c='2' ></a >", "<a b=\"1\" c=\"2\"/>"),
      ("<a><b>x</b>y<b/>z<b>\n</b>w</a>", "<a><b>x</b>y<b/>z<b>\n</b>w</a>"),
      ("<a>x<b/>y</a>\n\n", "<a>x<b/>y</a>"),
      ("<a><![CDATA[<&>]]></a>", "<a>&lt;&amp;&gt;</a>"),
      ("<a>\r\n\r</a>", "<a>\n\n</a>"), ("<a>&#13;&#x41;</a>", "<a>&#13;A</a>"),
      ("<a b='x\ny\tz'/>", "<a b=\"x y z\"/>"),
      ("<a b='x&#10;y&#9;z&#13;'/>", "<a b=\"x&#10;y&#9;z&#13;\"/>"),
      ("<a b='\"'/>", "<a b=\"&quot;\"/>"), ("<?p  q ?><a/>", "<?p q ?><a/>"),
      (
        "<a c='1' xmlns:n='urn:n' n:b='2' xmlns='urn:a'/>",
        "<a xmlns:n=\"urn:n\" xmlns=\"urn:a\" c=\"1\" n:b=\"2\"/>"
      ),
    ]
    for (text, body) in table {
      let bytes = try XMLTree(parsing: Array(text.utf8)).serialized()
      #expect(String(decoding: bytes, as: UTF8.self) == XMLTree.declaration + body, "\(text)")
    }
  }

  @Test("A name would be looked up under the wrong namespace, or printed with another prefix")
  func names() throws {
    let text =
      "<w:p xmlns:w='urn:w' xmlns='urn:d' w:val='1' val='2' xml:space='preserve'><r><w:r xmlns:w='urn:v'/></r></w:p>"
    let tree = try XMLTree(parsing: Array(text.utf8))
    let root = tree.root
    #expect(tree.name(of: root) == .init(namespace: "urn:w", local: "p", qualified: "w:p"))
    #expect(tree.attribute("val", namespace: "urn:w", of: root) == "1")
    #expect(tree.attribute("val", of: root) == "2")
    #expect(tree.attribute("val", namespace: "urn:d", of: root) == nil)
    let xml = "http://www.w3.org/XML/1998/namespace"
    #expect(tree.attribute("space", namespace: xml, of: root) == "preserve")
    let child = try #require(Array(tree.children(of: root)).first)
    #expect(tree.name(of: child).namespace == "urn:d")
    let inner = try #require(Array(tree.children(of: child)).first)
    #expect(tree.name(of: inner) == .init(namespace: "urn:v", local: "r", qualified: "w:r"))
    #expect(tree.parent(of: inner) == child)
    #expect(tree.parent(of: root) == nil)
    #expect(
      tree.attributes(of: root).map(\.name.qualified)
        == ["xmlns:w", "xmlns", "w:val", "val", "xml:space"])
    #expect(Set(tree.names).count == tree.names.count)
  }

  @Test("Text would be read in pieces, or from outside the element asked for")
  func text() throws {
    let tree = try XMLTree(
      parsing: Array("<a>x<b>y&amp;<![CDATA[z]]></b><!--c--><?p c?>w</a>".utf8))
    #expect(tree.string(of: tree.root) == "xy&zw")
    let children = Array(tree.children(of: tree.root))
    #expect(
      children.map(tree.kind(of:)) == [.text, .element, .comment, .processingInstruction, .text])
    #expect(tree.string(of: children[1]) == "y&z")
    #expect(Array(tree.children(of: children[1])).count == 1)
    #expect(tree.bytes(of: children[1]).isEmpty)
    #expect(Array(tree.bytes(of: children[2])) == Array("c".utf8))
    #expect(tree.attributes(of: children[0]).isEmpty)
  }

  @Test("A long table would be cut where the parser takes its next piece")
  func manyPieces() throws {
    var text = "<a>"
    for row in 0..<20_000 { text += "<b v='қатар \(row)'>Сұрау салу № \(row) &amp; жауап 😀</b>" }
    text += "</a>"
    let tree = try XMLTree(parsing: Array(text.utf8))
    let rows = Array(tree.children(of: tree.root))
    #expect(rows.count == 20_000)
    let isWhole = rows.enumerated().allSatisfy { row, node in
      tree.attribute("v", of: node) == "қатар \(row)"
        && tree.string(of: node) == "Сұрау салу № \(row) & жауап 😀"
        && Array(tree.children(of: node)).count == 1
    }
    #expect(isWhole)
    #expect(try XMLTree(parsing: tree.serialized()).outline == tree.outline)
  }

  @Test("A document in another encoding would come out garbled")
  func encodings() throws {
    let body = "<a б='ә'>Қазақстан 😀" + String(repeating: "ұзақ мәтін ", count: 20_000) + "</a>"
    let expected = try XMLTree(parsing: Array(body.utf8)).serialized()
    let declared = "<?xml version='1.0' encoding='UTF-16'?>" + body
    func utf16(_ order: (UInt16) -> UInt16) -> [UInt8] {
      ("\u{FEFF}" + declared).utf16.reduce(into: [UInt8]()) { bytes, unit in
        withUnsafeBytes(of: order(unit)) { bytes.append(contentsOf: $0) }
      }
    }
    #expect(try XMLTree(parsing: utf16(\.littleEndian)).serialized() == expected)
    #expect(try XMLTree(parsing: utf16(\.bigEndian)).serialized() == expected)
    #expect(try XMLTree(parsing: [0xEF, 0xBB, 0xBF] + Array(body.utf8)).serialized() == expected)
    let windows = Array("<?xml version='1.0' encoding='windows-1251'?><a>".utf8)
    let tree = try XMLTree(parsing: windows + [0xC0, 0xF1, 0xE0, 0xED] + Array("</a>".utf8))
    #expect(tree.string(of: tree.root) == "Асан")
  }

  @Test("A value would be read back as another, or break the document")
  func everyScalar() throws {
    var scalars: [Unicode.Scalar] = []
    for value in 0...UInt32(0x10FFFF) {
      guard let scalar = Unicode.Scalar(value), XMLEscaping.isAllowed(scalar) else { continue }
      scalars.append(scalar)
    }
    #expect(scalars.count == 0x11_0000 - 0x800 - 29 - 2)
    var random = SeededGenerator(seed: 11)
    scalars.shuffle(using: &random)
    for start in stride(from: 0, to: scalars.count, by: 100_000) {
      let value = String(
        String.UnicodeScalarView(scalars[start..<min(start + 100_000, scalars.count)]))
      var output = Array("<a b=\"".utf8)
      XMLEscaping.attribute(Array(value.utf8), into: &output)
      output += Array("\">".utf8)
      XMLEscaping.text(Array(value.utf8), into: &output)
      output += Array("</a>".utf8)
      let tree = try XMLTree(parsing: output)
      let attribute = try #require(tree.attribute("b", of: tree.root))
      #expect(attribute.utf8.elementsEqual(value.utf8))
      #expect(tree.string(of: tree.root).utf8.elementsEqual(value.utf8))
    }
  }

  @Test("A character that XML cannot hold would be thought harmless")
  func forbiddenScalars() {
    for value in 0...UInt32(0xFFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Written raw, since a forbidden character is forbidden as a reference as well.
      guard scalar != "<", scalar != "&" else { continue }
      let tree = try? XMLTree(
        parsing: Array("<a>".utf8) + Array(String(scalar).utf8) + Array("</a>".utf8))
      if (tree != nil) != XMLEscaping.isAllowed(scalar) { Issue.record("\(value)") }
    }
  }

  @Test("A random document would not survive being read and written")
  func randomTrees() throws {
    var random = SeededGenerator(seed: 23)
    for _ in 0..<400 {
      let text = RandomXML.document(using: &random)
      let tree = try XMLTree(parsing: Array(text.utf8))
      let once = tree.serialized()
      let again = try XMLTree(parsing: once)
      try #require(again.outline == tree.outline, "\(text)")
      try #require(again.serialized() == once, "\(text)")
    }
  }

  @Test("Part of an element would be written with the wrong tags")
  func writing() throws {
    let tree = try XMLTree(parsing: Array("<a><b x='1' y='2'>t<c/></b><d/></a>".utf8))
    let node = try #require(Array(tree.children(of: tree.root)).first)
    func written(_ write: (inout [UInt8]) -> Void) -> String {
      var output: [UInt8] = []
      write(&output)
      return String(decoding: output, as: UTF8.self)
    }
    #expect(written { tree.write(node, into: &$0) } == "<b x=\"1\" y=\"2\">t<c/></b>")
    #expect(written { tree.writeStartTag(node, into: &$0) } == "<b x=\"1\" y=\"2\">")
    let omitted = try #require(tree.names.firstIndex { $0.local == "x" })
    #expect(
      written {
        tree.writeStartTag(
          node, selfClosing: true, omitting: [omitted], adding: "z=\"3\"", into: &$0)
      } == "<b z=\"3\" y=\"2\"/>")
    #expect(written { tree.writeEndTag(node, into: &$0) } == "</b>")
  }
}
