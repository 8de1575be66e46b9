import Diagnostics
import JSON
import OfficePackage
import TestSupport
import Testing

@Suite struct SubdocumentTests {
  /// A document to be inserted, in the same frame as a template.
  struct Inner {
    var body: String
    var styles = ""
    var numbering = ""
    var footnotes = ""
    var endnotes = ""
    var links = ""
    /// The relationships of the footnotes.
    var noteLinks = ""
    var root = ""

    func archive() -> [UInt8] {
      let base = ValueFile.relationships
      let names = [
        ("styles", styles), ("numbering", numbering), ("footnotes", footnotes),
        ("endnotes", endnotes),
      ].filter { !$0.1.isEmpty }
      let own = names.map {
        "<Relationship Id='\($0.0)' Type='\(base)/\($0.0)' Target='\($0.0).xml'/>"
      }
      let rels = "http://schemas.openxmlformats.org/package/2006/relationships"
      return StoredArchive.bytes(
        of: [
          (
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='png' ContentType='image/png'/></Types>"
          ),
          (
            "_rels/.rels",
            "<Relationships xmlns='\(rels)'><Relationship Id='r' Type='\(base)/officeDocument' Target='word/document.xml'/></Relationships>"
          ),
          (
            "word/_rels/document.xml.rels",
            "<Relationships xmlns='\(rels)'>\(own.joined())\(links)</Relationships>"
          ),
          (
            "word/_rels/footnotes.xml.rels",
            "<Relationships xmlns='\(rels)'>\(noteLinks)</Relationships>"
          ),
          (
            "word/document.xml",
            "<w:document xmlns:w='\(ValueFile.word)' xmlns:r='\(base)' \(root)><w:body>\(body)<w:sectPr/></w:body></w:document>"
          ),
          ("word/media/image1.png", "PNG"),
        ]
          + names.map { name, content in
            (
              "word/\(name).xml",
              "<w:\(name) xmlns:w='\(ValueFile.word)' xmlns:r='\(base)'>\(content)</w:\(name)>"
            )
          })
    }

    /// The template's body filled with this document as `x`.
    func filled(_ body: String) throws -> Filled { try filled(ValueFile(body)) }

    func filled(_ template: ValueFile) throws -> Filled {
      var file = template
      file.files["s.docx"] = archive()
      return try file.filled(#"{"x": {"$type": "subdocument", "path": "s.docx"}, "l": [1, 2]}"#)
    }
  }

  @Test(
    "The document's paragraphs and tables come along, its page settings do not, and no tag in it is filled"
  )
  func blocks() throws {
    let inner = Inner(
      body: p("бір {{ secret }}") + tbl([["<w:p>\(r("ұяшық"))</w:p>"]]) + p("екі")
        + "<w:p><w:pPr><w:jc w:val='center'/><w:sectPr><w:headerReference r:id='no'/></w:sectPr></w:pPr>\(r("үш"))</w:p>"
    )
    let filled = try inner.filled(p("{{ x }}") + p("соңы"))
    let markup = try filled.markup()
    #expect(try filled.lines().joined(separator: "|").contains("бір {{ secret }}|ұяшық|екі|үш"))
    #expect(markup.ranges(of: "<w:sectPr").count == 1)
    #expect(markup.contains("<w:jc w:val=\"center\">"))
    #expect(filled.rules == [])
  }

  @Test(
    "A style that the template has is the template's; others come along with what they are based on"
  )
  func styles() throws {
    let inner = Inner(
      body:
        "<w:p><w:pPr><w:pStyle w:val='h'/></w:pPr>\(r("а"))</w:p><w:p><w:pPr><w:pStyle w:val='a1'/></w:pPr>\(r("б", "<w:rStyle w:val='no'/>"))</w:p>",
      styles: """
        <w:style w:type='paragraph' w:styleId='h'><w:name w:val='Heading 1'/><w:rPr><w:color w:val='FF0000'/></w:rPr></w:style>\
        <w:style w:type='paragraph' w:default='1' w:styleId='a1'><w:name w:val='Дәйексөз'/><w:basedOn w:val='base'/><w:next w:val='a1'/></w:style>\
        <w:style w:type='paragraph' w:styleId='base'><w:name w:val='Негіз'/><w:basedOn w:val='a1'/></w:style>
        """)
    let filled = try inner.filled(p("{{ x }}"))
    let markup = try filled.markup()
    // The template's own `a1` is its heading.
    #expect(
      markup.contains(
        "<w:pStyle w:val=\"a1\"></w:pStyle></w:pPr><w:r><w:t xml:space=\"preserve\">а<"))
    #expect(markup.contains("<w:pStyle w:val=\"a1_2\"></w:pStyle>"))
    #expect(!markup.contains("rStyle"))
    let styles = try filled.markup("word/styles.xml")
    #expect(!styles.contains("FF0000"))
    #expect(
      styles.contains(
        "w:styleId=\"a1_2\"><w:name w:val=\"Дәйексөз\"></w:name><w:basedOn w:val=\"base\"></w:basedOn><w:next w:val=\"a1_2\">"
      ))
    #expect(styles.contains("w:styleId=\"base\""))
    #expect(styles.ranges(of: "w:default=").isEmpty)
  }

  @Test(
    "A list of the document is a list of the result, and begins with its first number every time")
  func lists() throws {
    let item =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='7'/></w:numPr></w:pPr>\(r("т"))</w:p>"
    let inner = Inner(
      body: item + item,
      numbering: """
        <w:abstractNum w:abstractNumId='3'><w:nsid w:val='12345678'/><w:lvl w:ilvl='0'><w:start w:val='5'/><w:numFmt w:val='decimal'/>\
        <w:pStyle w:val='gone'/><w:lvlText w:val='%1)'/></w:lvl></w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num>
        """)
    let filled = try inner.filled(
      p("{% for i in l %}{{ x }}{% endfor %}"))
    let lines = try filled.lines().filter { $0.contains("т") }
    #expect(lines == ["5) т", "6) т", "5) т", "6) т"])
    let numbering = try filled.markup("word/numbering.xml")
    #expect(numbering.ranges(of: "<w:abstractNum ").count == 1)
    #expect(!numbering.contains("12345678") && !numbering.contains("gone"))
    #expect(try filled.links().values.contains { $0.kind == "numbering" })
  }

  @Test(
    "Pictures and links come along, each picture once; links that would run something lose their target, not their text"
  )
  func linksAndPictures() throws {
    let base = ValueFile.relationships
    let inner = Inner(
      body: """
        <w:p><w:r><w:drawing><wp:inline xmlns:wp='urn:wp'><wp:docPr id='1' name='n'/><a:blip xmlns:a='urn:a' r:embed='i'/></wp:inline></w:drawing></w:r>\
        <w:hyperlink r:id='h'>\(r("жақсы"))</w:hyperlink><w:hyperlink r:id='j'>\(r("жаман"))</w:hyperlink>\
        <w:r><w:object><o:OLEObject xmlns:o='urn:o' r:id='o'/></w:object></w:r></w:p>
        """,
      links: """
        <Relationship Id='i' Type='\(base)/image' Target='media/image1.png'/>\
        <Relationship Id='h' Type='\(base)/hyperlink' Target='https://a.kz/' TargetMode='External'/>\
        <Relationship Id='j' Type='\(base)/hyperlink' Target='file:///c:/x.exe' TargetMode='External'/>\
        <Relationship Id='o' Type='\(base)/oleObject' Target='embeddings/x.bin'/>
        """)
    let filled = try inner.filled(p("{% for i in l %}{{ x }}{% endfor %}"))
    #expect(filled.rules == ["V126"])
    #expect(filled.diagnostics.first?.severity == .warning)
    let markup = try filled.markup()
    #expect(try filled.media() == ["word/media/picture1.png"])
    #expect(markup.ranges(of: "жаман").count == 2 && markup.ranges(of: "<w:hyperlink").count == 2)
    #expect(!markup.contains("OLEObject"))
    let ids = markup.matches(of: /docPr id="(\d+)"/).map { $0.1 }
    #expect(Set(ids).count == 2)
    #expect(try !filled.links().values.contains { $0.target.hasPrefix("file:") })
  }

  @Test("Tracked changes count as accepted, comments stay behind with a warning")
  func changes() throws {
    let inner = Inner(
      body: """
        <w:p w14:paraId='00000001'><w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr><w:commentRangeStart w:id='0'/>\
        <w:ins w:id='2'>\(r("жаңа"))</w:ins><w:del w:id='3'><w:r><w:delText>ескі</w:delText></w:r></w:del>\
        <w:bookmarkStart w:id='0' w:name='b'/><w:bookmarkEnd w:id='0'/><w:r><w:footnoteReference w:id='2'/></w:r></w:p>
        """,
      root:
        "xmlns:w14='urn:w14' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' mc:Ignorable='w14'"
    )
    let filled = try inner.filled(p("{% for i in l %}{{ x }}{% endfor %}"))
    let markup = try filled.markup()
    #expect(filled.rules == ["V126"])
    for gone in ["ескі", "<w:ins", "comment", "footnote", "paraId"] {
      #expect(!markup.contains(gone), "\(gone)")
    }
    #expect(markup.ranges(of: "жаңа").count == 2)
    let names = markup.matches(of: /w:name="(\w+)"/).map { String($0.1) }
    #expect(names == ["b", "b_i2"])
    #expect(Set(markup.matches(of: /bookmarkStart w:id="(\d+)"/).map { $0.1 }).count == 2)
  }

  @Test("A file that is no document, or a hostile one, is refused at its path")
  func refused() throws {
    var file = ValueFile("")
    file.files["a.docx"] = Array("PK nothing".utf8)
    file.files["b.docx"] = Array(Inner(body: "").archive().dropLast(30))
    #expect(
      try findings(
        #"[{"$type": "subdocument", "path": "a.docx"}, {"$type": "subdocument", "path": "b.docx"}, {"$type": "subdocument"}]"#,
        in: file)
        == ["V125 x[0].path", "V125 x[1].path", "V101 x[2].path"])
  }

  @Test(
    "A list that paragraphs are in by their style begins anew with each insertion, numbered headings go on"
  )
  func styleLists() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId='3'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>\
      <w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num>
      """
    let styles = ["List Number", "heading 9"].enumerated().map { index, name in
      "<w:style w:type='paragraph' w:styleId='s\(index)'><w:name w:val='\(name)'/><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style>"
    }.joined()
    for style in ["s0", "s1"] {
      let item =
        "<w:p><w:pPr><w:pStyle w:val='\(style)'/><w:keepNext/><w:jc w:val='left'/></w:pPr>\(r("т"))</w:p>"
      let inner = Inner(body: item + item, styles: styles, numbering: numbering)
      let filled = try inner.filled(p("{% for i in l %}{{ x }}{% endfor %}"))
      let lines = try filled.lines().filter { $0.contains("т") }
      #expect(
        lines
          == (style == "s0" ? ["1. т", "2. т", "1. т", "2. т"] : ["1. т", "2. т", "3. т", "4. т"]))
      if style == "s0" {
        #expect(try filled.markup().contains("</w:keepNext><w:numPr>"))
      }
    }
  }

  @Test("Older drawings keep their kinds, and no two of them have one id; a deleted row is gone")
  func shapes() throws {
    let inner = Inner(
      body: """
        <w:p><w:r><w:pict xmlns:v='urn:schemas-microsoft-com:vml'><v:shapetype id='_t1'/><v:shape id='s' type='#_t1'/><v:shape id='q' type='#_x0000_t202'/></w:pict></w:r></w:p>\
        <w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>\(p("жоқ"))</w:tc></w:tr><w:tr><w:tc>\(p("бар"))</w:tc></w:tr></w:tbl>
        """)
    let markup = try inner.filled(p("{% for i in l %}{{ x }}{% endfor %}")).markup()
    let ids = markup.matches(of: /<v:\w+ id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == 6)
    let types = markup.matches(of: /\stype="#([^"]*)"/).map { String($0.1) }
    #expect(types == [ids[0], "_x0000_t202", ids[3], "_x0000_t202"])
    #expect(!markup.contains("жоқ") && markup.ranges(of: "бар").count == 2)
  }
}
