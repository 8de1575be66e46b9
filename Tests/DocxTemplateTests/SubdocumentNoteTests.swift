import Diagnostics
import OfficePackage
import Testing

/// What a sub-document says at the foot of its pages is as much its text as what is above.
@Suite struct SubdocumentNoteTests {
  static func reference(_ id: Int, _ kind: String = "footnote") -> String {
    "<w:r><w:rPr><w:rStyle w:val='mark'/></w:rPr><w:\(kind)Reference w:id='\(id)'/></w:r>"
  }

  static func note(_ id: Int, _ content: String, _ kind: String = "footnote") -> String {
    """
    <w:\(kind) w:id='\(id)'><w:p><w:pPr><w:pStyle w:val='text'/></w:pPr>\
    <w:r><w:\(kind)Ref/></w:r>\(content)</w:p></w:\(kind)>
    """
  }

  private static let separators = """
    <w:footnote w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
    <w:footnote w:type='continuationSeparator' w:id='1'><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
    """

  private static let styles = """
    <w:style w:type='character' w:styleId='mark'><w:name w:val='footnote reference'/><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>\
    <w:style w:type='paragraph' w:styleId='text'><w:name w:val='footnote text'/></w:style>
    """

  /// A document with two footnotes, the second of them first in the file, and an endnote.
  private static let inner = SubdocumentTests.Inner(
    body:
      "<w:p>\(r("бір"))\(reference(3))\(r(" екі"))\(reference(2))\(r(" үш"))\(reference(2, "endnote"))</w:p>",
    styles: styles,
    footnotes: separators + note(2, r(" екінші")) + note(3, r(" бірінші {{ y }}")),
    endnotes: note(2, r(" соңғы"), "endnote"))

  private func ids(_ pattern: String, in markup: String) throws -> [Int] {
    try markup.matches(
      of: Regex("<w:\(pattern) [^>]*w:id=\"(-?\\d+)\"", as: (Substring, Substring).self)
    )
    .compactMap { Int($0.output.1) }
  }

  @Test("The notes would be lost, or stand at other words")
  func order() throws {
    let filled = try Self.inner.filled(p("{{ x }}") + p("соңы"))
    #expect(filled.rules == [])
    let lines = try filled.lines().filter { !$0.isEmpty }
    #expect(
      lines == ["бір[1] екі[2] үш[3]", "соңы", "[1] бірінші {{ y }}", "[2] екінші", "[3] соңғы"])
  }

  @Test("Two references would share a note, where Word allows one")
  func loops() throws {
    var file = ValueFile(
      p("{%p for i in l %}") + p("{{ x }}") + "<w:p>\(r("{{ i }}"))\(Self.reference(2))</w:p>"
        + p("{%p endfor %}"))
    file.stories = [("footnotes", Self.separators + Self.note(2, r(" үлгінікі {{ l|length }}")))]
    let filled = try Self.inner.filled(file)
    let lines = try filled.lines().filter { !$0.isEmpty }
    #expect(
      lines == [
        "бір[1] екі[2] үш[3]", "1[4]", "бір[5] екі[6] үш[7]", "2[8]",
        "[1] бірінші {{ y }}", "[2] екінші", "[3] соңғы", "[4] үлгінікі 2",
        "[5] бірінші {{ y }}", "[6] екінші", "[7] соңғы", "[8] үлгінікі 2",
      ])
    let notes = try ids("footnote", in: filled.markup("word/footnotes.xml"))
    #expect(notes.count == 8 && Set(notes).count == 8)
    #expect(
      try Set(ids("footnoteReference", in: filled.markup())) == Set(notes).subtracting([0, 1]))
  }

  @Test("Notes would have no line above them, or Word's settings would name what is not there")
  func parts() throws {
    for (settings, expected) in [
      (
        "<w:zoom w:percent='100'/><w:compat/>",
        [#"<w:zoom w:percent="100""#, "<w:footnotePr", "<w:endnotePr", "<w:compat"]
      ),
      (
        "<w:endnotePr><w:numFmt w:val='decimal'/><w:endnote w:id='7'/></w:endnotePr>",
        [
          "<w:footnotePr", "<w:endnotePr", #"<w:numFmt w:val="decimal""#,
          #"<w:endnote w:id="-1"/>"#,
        ]
      ),
      ("", ["<w:footnotePr", "<w:endnotePr"]),
    ] {
      var file = ValueFile(p("{{ x }}"))
      file.stories = [("settings", settings)]
      let filled = try Self.inner.filled(file)
      for kind in ["footnote", "endnote"] {
        let notes = try filled.markup("word/\(kind)s.xml")
        #expect(notes.contains("w:type=\"separator\" w:id=\"-1\""))
        #expect(notes.contains("w:type=\"continuationSeparator\" w:id=\"0\""))
        #expect(try filled.links().values.contains { $0.kind == "\(kind)s" })
        #expect(
          try filled.package().contentType(of: "word/\(kind)s.xml")?.hasSuffix(".\(kind)s+xml")
            == true)
      }
      let markup = try filled.markup("word/settings.xml")
      #expect(!markup.contains("w:id=\"7\""))
      #expect(try ids("footnote", in: markup) == [-1, 0] && ids("endnote", in: markup) == [-1, 0])
      let places = expected.map { markup.ranges(of: $0).first?.lowerBound }
      #expect(
        !places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }
  }

  @Test("Notes would look other than those of the template, or like plain text where it has none")
  func styles() throws {
    var file = ValueFile(p("{{ x }}"))
    file.styles +=
      "<w:style w:type='character' w:styleId='a9'><w:name w:val='footnote reference'/></w:style>"
    let filled = try Self.inner.filled(file)
    #expect(try filled.markup().ranges(of: "<w:rStyle w:val=\"a9\">").count == 3)
    #expect(
      try filled.markup("word/footnotes.xml").ranges(of: "<w:pStyle w:val=\"text\">").count == 2)
    let styles = try filled.markup("word/styles.xml")
    #expect(styles.contains("w:styleId=\"text\"") && !styles.contains("superscript"))
  }

  @Test("A link or a picture of a note would lead nowhere")
  func links() throws {
    let base = ValueFile.relationships
    let picture =
      "<w:r><w:drawing><wp:inline xmlns:wp='urn:wp'><wp:docPr id='1' name='n'/><a:blip xmlns:a='urn:a' r:embed='i'/></wp:inline></w:drawing></w:r>"
    let inner = SubdocumentTests.Inner(
      body: "<w:p>\(r("а"))\(Self.reference(1))</w:p>",
      footnotes: Self.note(
        1,
        "<w:hyperlink r:id='h'>\(r("портал"))</w:hyperlink><w:hyperlink r:id='j'>\(r("жаман"))</w:hyperlink>\(picture)"
      ),
      noteLinks: """
        <Relationship Id='i' Type='\(base)/image' Target='media/image1.png'/>\
        <Relationship Id='h' Type='\(base)/hyperlink' Target='https://a.kz/' TargetMode='External'/>\
        <Relationship Id='j' Type='\(base)/hyperlink' Target='file:///c:/x.exe' TargetMode='External'/>
        """)
    let filled = try inner.filled(p("{% for i in l %}{{ x }}{% endfor %}"))
    #expect(filled.rules == ["V126"])
    let links = try filled.links(of: "word/footnotes.xml")
    #expect(links.count == 2)
    let markup = try filled.markup("word/footnotes.xml")
    let link = try #require(links.values.first { $0.target == "https://a.kz/" })
    #expect(markup.ranges(of: "<w:hyperlink r:id=\"\(link.id)\">").count == 2)
    #expect(markup.ranges(of: "жаман").count == 2)
    #expect(try filled.media() == ["word/media/picture1.png"])
    #expect(Set(markup.matches(of: /docPr id="(\d+)"/).map { $0.1 }).count == 2)
  }

  @Test("Word would refuse a document with notes where it knows none")
  func forbidden() throws {
    let box =
      "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>\(p("{{ x }}"))</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    var header = ValueFile(p("а"))
    header.header = p("{%p for i in l %}") + p("{{ x }}") + p("{%p endfor %}")
    var note = ValueFile("<w:p>\(r("а"))\(Self.reference(2))</w:p>")
    note.stories = [("footnotes", Self.note(2, r("{{ x }}")))]
    for (file, part) in [
      (header, "header1"), (note, "footnotes"), (ValueFile(box), "document"),
    ] {
      let filled = try Self.inner.filled(file)
      #expect(filled.rules == ["V126"], "\(part)")
      let finding = try #require(filled.diagnostics.first)
      #expect(finding.severity == .warning && finding.message.ru.hasSuffix("сноски"))
      #expect(finding.places.first?.excerpt.contains("{{ x }}") == true)
      let markup = try filled.markup("word/\(part).xml")
      #expect(markup.contains(" екі") && !markup.contains("noteReference"))
      #expect(try !filled.package().partNames.contains("word/endnotes.xml"))
    }
  }

  @Test("A reference to no note of the sub-document would keep Word from opening the letter")
  func dangling() throws {
    var inner = Self.inner
    // No such note; what separates notes from the text; a note to a note.
    inner.body = "<w:p>\(r("а"))\(Self.reference(9))\(Self.reference(0))\(Self.reference(2))</w:p>"
    inner.footnotes = Self.separators + Self.note(2, r(" б") + Self.reference(2))
    let filled = try inner.filled(p("{{ x }}"))
    #expect(filled.rules == [])
    #expect(try filled.lines().filter { !$0.isEmpty } == ["а[1]", "[1] б"])
  }
}
