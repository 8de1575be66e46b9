import Diagnostics
import JSON
import Testing

@Suite struct RichTextTests {
  @Test("Each property of a text becomes the element that Word knows for it, in the schema's order")
  func properties() throws {
    let filled = try ValueFile(p("{{ x }}")).filled(
      #"""
      {"x": {"$type": "richtext", "text": "т", "lang": "kk-KZ", "superscript": true, "underline": "double", "highlight": "#aabbcc",
      "size": 14.5, "color": "1f4e79", "strike": true, "italic": true, "bold": false, "font": "PT <Serif>", "style": "strong",
      "caps": true, "smallCaps": false, "rtl": true}}
      """#)
    #expect(
      try filled.markup().contains(
        """
        <w:r><w:rPr><w:rStyle w:val="a2"/>\
        <w:rFonts w:ascii="PT &lt;Serif&gt;" w:hAnsi="PT &lt;Serif&gt;" w:eastAsia="PT &lt;Serif&gt;" w:cs="PT &lt;Serif&gt;"/>\
        <w:b w:val="0"/><w:bCs w:val="0"/><w:i/><w:iCs/><w:caps/><w:smallCaps w:val="0"/><w:strike/><w:color w:val="1F4E79"/>\
        <w:sz w:val="29"/><w:szCs w:val="29"/><w:u w:val="double"/>\
        <w:shd w:val="clear" w:color="auto" w:fill="AABBCC"/><w:vertAlign w:val="superscript"/><w:rtl/><w:lang w:val="kk-KZ"/>\
        </w:rPr><w:t xml:space="preserve">т</w:t></w:r>
        """))
  }

  @Test("A value's formatting goes before that of its tag, and leaves the rest of it as it is")
  func merging() throws {
    let place =
      "<w:b/><w:sz w:val=\"28\"/><w:lang w:val=\"ru-RU\"/><w:rPrChange w:id=\"1\"><w:rPr><w:i/></w:rPr></w:rPrChange>"
    let filled = try ValueFile("<w:p>\(r("{{ x }}", place))</w:p>").filled(
      #"{"x": {"$type": "richtext", "text": "т", "color": "FF0000", "bold": false, "style": "Strong"}}"#
    )
    #expect(
      try filled.markup().contains(
        """
        <w:r><w:rPr><w:rStyle w:val="a2"/><w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="FF0000"/><w:sz w:val="28"/>\
        <w:lang w:val="ru-RU"/></w:rPr><w:t xml:space="preserve">т</w:t></w:r>
        """))
  }

  @Test("Line feeds, tabs and form feeds in rich text are breaks of lines, tabs and new pages")
  func breaks() throws {
    let filled = try ValueFile(p("{{ x }}")).filled(
      #"{"x": {"$type": "richtext", "spans": ["а\nб\tв\u000cг\r\nд", {"text": ""}, 5]}}"#)
    let text = { (text: String) in "<w:t xml:space=\"preserve\">\(text)</w:t>" }
    let first = text("а") + "<w:br/>" + text("б") + "<w:tab/>" + text("в")
    #expect(
      try filled.markup().contains(
        "<w:r>\(first)<w:br w:type=\"page\"/>\(text("г"))<w:br/>\(text("д"))</w:r><w:r>\(text("5"))</w:r>"
      ))
  }

  @Test("What stands in a value is text, however much it looks like markup or a tag")
  func escaping() throws {
    let filled = try ValueFile(p("{{ x }}")).filled(
      #"{"x": {"$type": "richtext", "spans": ["<w:br/>&amp;{{ y }}"]}}"#)
    #expect(try filled.lines().first?.hasSuffix("<w:br/>&amp;{{ y }}") == true)
  }

  @Test("Paragraphs of a value have their style and alignment, each its own")
  func paragraphs() throws {
    let filled = try ValueFile(p("{{ x }}")).filled(
      #"""
      {"x": {"$type": "richtext", "paragraphs": [
        {"paragraphStyle": "Heading 1", "text": "Т"}, {"align": "justify", "spans": [{"text": "б", "italic": true}]}, "в"]}}
      """#)
    let markup = try filled.markup()
    #expect(
      markup.contains(
        "<w:p><w:pPr><w:pStyle w:val=\"a1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Т</w:t></w:r></w:p>"
      ))
    #expect(markup.contains("<w:jc w:val=\"both\"/>"))
    #expect(try filled.lines().contains("в"))
  }

  @Test("A style that the template does not have is named, with one that it has")
  func unknownStyle() throws {
    let filled = try ValueFile(p("{{ x }}")).filled(
      #"{"x": {"$type": "richtext", "text": "т", "style": "Stronk"}}"#)
    #expect(filled.rules == ["E140"])
    #expect(filled.diagnostics.first?.hint?.en == "did you mean `Strong`?")
    #expect(filled.diagnostics.first?.places.first?.text == "x")
    // A paragraph's style is none for letters.
    let other = try ValueFile(p("{{ x }}")).filled(
      #"{"x": {"$type": "richtext", "text": "т", "style": "heading 1"}}"#)
    #expect(other.rules == ["E140"])
  }

  @Test("Every mistake in rich text is reported with its path, all in one run")
  func mistakes() throws {
    #expect(
      try findings(
        #"""
        {"$type": "richtext", "spans": [{"text": "а", "color": "red", "bold": 1, "size": 0, "bald": true}, {"bold": true}, true,
        {"text": "б", "highlight": "pink", "underline": "wavy", "subscript": true, "superscript": true, "lang": "kk KZ",
        "font": "", "url": "javascript:alert(1)"}, {"text": "\u0007"}]}
        """#) == [
          "V103 x.spans[0].bold", "V104 x.spans[0].color", "V104 x.spans[0].size",
          "V102 x.spans[0].bald", "V101 x.spans[1].text", "V103 x.spans[2]",
          "V123 x.spans[3].url", "V104 x.spans[3].font", "V104 x.spans[3].highlight",
          "V104 x.spans[3].underline", "V104 x.spans[3].superscript", "V104 x.spans[3].lang",
          "V104 x.spans[4].text",
        ])
    #expect(try findings(#"{"$type": "richtext"}"#) == ["V101 x.text"])
    #expect(try findings(#"{"$type": "richtext", "text": "а", "spans": []}"#) == ["V101 x.spans"])
    #expect(
      try findings(#"{"$type": "richtext", "paragraphs": [], "text": "а"}"#)
        == ["V101 x.paragraphs"])
  }

  @Test("A value in a part that spells Word's namespace otherwise still means Word's elements")
  func otherPrefix() throws {
    var file = ValueFile("<ж:p><ж:r><ж:t>{{ x }}{{ t }}</ж:t></ж:r></ж:p>")
    file.prefix = "ж"
    let filled = try file.filled(
      #"""
      {"x": {"$type": "richtext", "text": "т", "bold": true},
       "t": {"$type": "table", "rows": [["а"]]}}
      """#)
    let markup = try filled.markup()
    #expect(markup.contains("<w:r xmlns:w=\"\(ValueFile.word)\"><w:rPr><w:b/><w:bCs/></w:rPr>"))
    #expect(markup.contains("<w:tbl xmlns:w=\"\(ValueFile.word)\">"))
  }

  @Test("A listing's lines and paragraphs are those of its items")
  func listing() throws {
    let lines = try ValueFile(p("{{ x }}")).filled(
      #"{"x": {"$type": "listing", "items": ["а", 2, "<в>"]}}"#)
    #expect(
      try lines.markup().contains(
        "а</w:t><w:br/><w:t xml:space=\"preserve\">2</w:t><w:br/><w:t xml:space=\"preserve\">&lt;в&gt;</w:t>"
      ))
    let paragraphs = try ValueFile(p("{{ x }}")).filled(
      #"{"x": {"$type": "listing", "text": "а\nб\u0007в"}}"#)
    #expect(try paragraphs.lines().suffix(4).contains("в"))
    #expect(
      try findings(#"{"$type": "listing", "items": ["а"], "paragraphStyle": "x"}"#)
        == ["V104 x.paragraphStyle"])
    #expect(try findings(#"{"$type": "listing"}"#) == ["V101 x.items"])
    #expect(try findings(#"{"$type": "listing", "items": "а"}"#) == ["V103 x.items"])
  }

  @Test("Paragraphs of a listing are like that of the tag: its bullet, its letters")
  func listingParagraphs() throws {
    let properties = "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>"
    let filled = try ValueFile("<w:p>\(properties)\(r("{{ x }}", "<w:b/>"))</w:p>").filled(
      #"{"x": {"$type": "listing", "as": "paragraphs", "items": ["а", "б"]}}"#)
    let paragraph = { (text: String) in
      "<w:p>\(properties)<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }
    #expect(try filled.markup().contains(paragraph("а") + paragraph("б")))
  }
}
