import Diagnostics
import DocxTemplate
import JSON
import Jinja
import OfficePackage
import Testing

@Suite struct TypedValueTests {
  @Test("A type that does not exist is named, with the one that was meant")
  func unknownType() throws {
    let (_, diagnostics) = try ValueFile("").values(
      #"{"a": [{"b": {"$type": "imgae"}}, {"$type": 5}], "c": {"$type": "Link"}}"#)
    #expect(diagnostics.map(\.rule) == ["V120", "V103", "V120"])
    #expect(diagnostics.first?.hint?.en == "did you mean `image`?")
    #expect(
      diagnostics.map { $0.places.first?.block } == ["a[0].b.$type", "a[1].$type", "c.$type"])
    #expect(diagnostics.allSatisfy { $0.places.first?.file == "d.json" })
  }

  @Test("Data without typed values are read as plain JSON is")
  func plain() throws {
    let json = #"{"a": [1, 2.5, true, null, "x", {"b": []}], "type": "image"}"#
    let (value, diagnostics) = try ValueFile("").values(json)
    #expect(diagnostics.isEmpty)
    #expect(value.text == Value(try JSON(parsing: json)).text)
  }

  @Test("A template can ask a typed value for its text, and whether there is one")
  func attributes() throws {
    let filled = try ValueFile(
      p("{% if x %}{{ x.text }} {{ x.url }}{% endif %}{% for r in t %}|{{ r[0] }}{% endfor %}")
    ).filled(
      #"""
      {"x": {"$type": "link", "text": "Т", "url": "https://a.kz/ә"}, "t": {"$type": "table", "rows": [["а"], ["б"]]}}
      """#)
    #expect(try filled.lines().contains("Т https://a.kz/%D3%99|а|б"))
  }

  @Test("A link leads where it says, from the part that it stands in")
  func link() throws {
    var file = ValueFile(p("{{ x }}"))
    file.header = p("{{ x }}")
    let filled = try file.filled(
      #"{"x": {"$type": "link", "text": "Әділет & Ко", "url": "https://adilet.zan.kz/?a=1&b=қ"}}"#)
    let link = try #require(try filled.links()["rId3"])
    #expect(link.isExternal && link.target == "https://adilet.zan.kz/?a=1&b=%D2%9B")
    #expect(try filled.links(of: "word/header1.xml")["rId1"]?.isExternal == true)
    #expect(
      try filled.markup().contains(
        """
        r:id="rId3" w:history="1"><w:r><w:rPr><w:rStyle w:val="a3"/></w:rPr>\
        <w:t xml:space="preserve">Әділет &amp; Ко</w:t></w:r></w:hyperlink>
        """))
  }

  @Test("Without the template's style for links a link is blue and underlined")
  func linkWithoutStyle() throws {
    var file = ValueFile(p("{{ x }}"))
    file.styles = ""
    let filled = try file.filled(#"{"x": {"$type": "link", "url": "mailto:a@b.kz"}}"#)
    #expect(
      try filled.markup().contains(
        "<w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\">mailto:a@b.kz<"
      ))
  }

  @Test(
    "An address that would run something, or is none, is refused",
    arguments: [
      "javascript:alert(1)", "file:///etc/passwd", "ftp://x", "https://", "http:///x", "x.kz",
      "https://a b", "https://a\\u0007", "https://a\\\"b", "HTTPS://<x>", "\\\\\\\\server\\\\x",
      " https://a",
    ])
  func addresses(address: String) throws {
    #expect(try findings(#"{"$type": "link", "url": "\#(address)"}"#).count == 1)
  }

  @Test("A table has a column for each cell, and its header on every page")
  func table() throws {
    let filled = try ValueFile(p("{{ x }}")).filled(
      #"""
      {"x": {"$type": "table", "header": 1, "widths": ["2cm", 3], "style": "table grid", "align": "center", "columns": ["left", "right"],
      "rows": [["А", "Б"], ["<в>", 5], [{"value": "г", "columns": 2, "bold": true, "background": "#ddeeff"}],
      [null, {"value": {"$type": "richtext", "text": "қ", "italic": true}, "align": "center"}]]}}
      """#)
    let markup = try filled.markup()
    #expect(markup.contains("<w:tblStyle w:val=\"a4\"/>"))
    #expect(
      markup.contains(
        "<w:tblGrid><w:gridCol w:w=\"1134\"/><w:gridCol w:w=\"1701\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
      ))
    #expect(markup.ranges(of: "<w:tblHeader/>").count == 1)
    #expect(markup.contains("<w:gridSpan w:val=\"2\"/>"))
    #expect(markup.contains("w:fill=\"DDEEFF\""))
    let lines = try filled.lines().joined(separator: "\n")
    for text in ["А", "<в>", "5", "г", "қ"] { #expect(lines.contains(text)) }
  }

  @Test("Tables in cells and pictures in tables make valid cells, each as wide as its column")
  func nestedTables() throws {
    let filled = try ValueFile(p("{{ x }}")).filled(
      #"""
      {"x": {"$type": "table", "widths": ["4cm", "4cm"], "rows": [[{"$type": "table", "rows": [["ішкі"]]},
      {"$type": "image", "path": "photo.png", "fit": "cell"}]]}}
      """#)
    let markup = try filled.markup()
    // Without a paragraph at the end of the outer cell Word calls the document damaged.
    #expect(markup.contains("</w:tbl><w:p></w:p></w:tc>"))
    #expect(markup.contains("cx=\"\((4 * 567 - 216) * 635)\""))
    #expect(try filled.lines().contains { $0.contains("ішкі") })
  }

  @Test("Rows that do not fit together are reported, not filled up")
  func tableMistakes() throws {
    #expect(
      try findings(
        #"""
        {"$type": "table", "rows": [["а", "б"], ["в"], [], "г", [{"valeu": 1}, {"$type": "qr"}]], "widths": ["1cm"], "header": 9}
        """#) == [
          "V104 x.header", "V104 x.rows[2]", "V103 x.rows[3]", "V102 x.rows[4][0].valeu",
          "V101 x.rows[4][1].text", "V104 x.rows[1]", "V104 x.widths",
        ])
    #expect(try findings(#"{"$type": "table", "rows": []}"#) == ["V104 x.rows"])
    #expect(try findings(#"{"$type": "table"}"#) == ["V101 x.rows"])
    #expect(try findings(#"{"$type": "table", "rows": [["а"]], "columns": [1]}"#).count == 1)
  }

  @Test("A page break breaks the page, a column break the column")
  func breaks() throws {
    let filled = try ValueFile(p("{{ x }}{{ y }}")).filled(
      #"{"x": {"$type": "pagebreak"}, "y": {"$type": "pagebreak", "kind": "column"}}"#)
    #expect(try filled.markup().contains("<w:br w:type=\"page\"/>"))
    #expect(try filled.markup().contains("<w:br w:type=\"column\"/>"))
  }

  @Test("The same data give the same bytes, from any number of threads")
  func determinism() async throws {
    let file = ValueFile(p("{{ a }}{{ b }}{{ c }}"))
    let data = #"""
      {"a": {"$type": "image", "path": "photo.png"}, "b": {"$type": "qr", "text": "1"},
       "c": {"$type": "link", "url": "https://a.kz"}}
      """#
    let first = try #require(try file.filled(data).document)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 { group.addTask { try file.filled(data).document == first } }
      for try await isEqual in group { #expect(isEqual) }
    }
  }
}
