import OfficePackage
import Testing
import WordprocessingML

@Suite struct StoryTests {
  private func section(_ references: (kind: String, type: String, id: String)...) -> String {
    let markup = references.map { "<w:\($0.kind)Reference w:type='\($0.type)' r:id='\($0.id)'/>" }
    let titlePage = references.contains { $0.type == "first" } ? "<w:titlePg/>" : ""
    return "<w:sectPr>\(markup.joined())\(titlePage)</w:sectPr>"
  }

  @Test("The letterhead would stand after the letter, or once for each section")
  func margins() throws {
    let first = section(
      ("header", "default", "h1"), ("footer", "default", "f1"), ("header", "first", "h2"),
      ("footer", "first", "f2"))
    let last = section(
      ("header", "default", "h1"), ("header", "even", "h3"), ("footer", "default", "f1"))
    let file = WordFile(p("1-бөлім", first) + p("2-бөлім") + last).with {
      $0.settings = "<w:evenAndOddHeaders/>"
      $0.margins = [
        ("h1", p("жалғасы")), ("h2", p("бланк") + table(row(cell(p("қаз")), cell(p("рус"))))),
        ("h3", p("жұп бет")), ("f1", p("мекенжай")), ("f2", p("орындаушы")), ("h4", p("артық")),
      ]
    }
    #expect(
      try file.lines() == [
        "бланк", "қаз\tрус", "жалғасы", "жұп бет", "1-бөлім", "2-бөлім", "орындаушы", "мекенжай",
      ])
    let parts = try file.blocks().map(\.part)
    #expect(parts.first == "word/h2.xml")
    #expect(parts.last == "word/f1.xml")
    #expect(parts.filter { $0 == "word/document.xml" }.count == 2)
  }

  @Test("A letter would be read with the letterhead or lists of the one made before it")
  func likeAnother() throws {
    let item = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    func list(_ format: String) -> String {
      "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='\(format)'/>"
        + "<w:lvlText w:val='%1)'/></w:lvl></w:abstractNum>"
        + "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    }
    func file(_ text: String, header: String, _ format: String) -> WordFile {
      WordFile(
        "<w:p>\(item)<w:r><w:t>\(text)</w:t></w:r></w:p>"
          + section(("header", "default", "h1"))
      ).with {
        $0.margins = [("h1", p(header))]
        $0.numbering = list(format)
      }
    }
    let files = [
      file("бір", header: "бланк", "decimal"), file("екі", header: "бланк", "decimal"),
      file("үш", header: "басқа бланк", "decimal"), file("төрт", header: "бланк", "lowerLetter"),
      WordFile(p("бланксіз")),
    ]
    for other in files {
      for file in files {
        let package = try OfficePackage(reading: file.archive())
        let known = try other.document()
        _ = known.plainText()
        let document = try WordDocument(package, like: known)
        #expect(try document.plainText(TextOptions()) == file.text())
      }
    }
  }

  @Test(
    "A header that counts or refers to a note would have the numbers of the letter made before it")
  func countingMargins() throws {
    let item = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    func file(_ text: String) -> WordFile {
      WordFile(
        "<w:p>\(item)<w:r><w:t>\(text)</w:t></w:r></w:p>" + p(r("а") + note("footnote", 1))
          + section(("header", "default", "h1"), ("footer", "default", "f1"))
      ).with {
        $0.margins = [
          ("h1", "<w:p>\(item)<w:r><w:t>бланк</w:t></w:r></w:p>"),
          ("f1", p(r("аяғы") + note("footnote", 1))),
        ]
        $0.footnotes = content("footnote", 1, "ескерту")
        $0.numbering =
          "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
          + "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1)'/></w:lvl></w:abstractNum>"
          + "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
      }
    }
    var known = try file("бір").document()
    for text in ["екі", "үш", "екі"] {
      _ = known.plainText()
      known = try WordDocument(OfficePackage(reading: file(text).archive()), like: known)
      #expect(try known.textBlocks() == file(text).blocks())
    }
  }

  @Test("A letterhead that no page shows would stand in the text")
  func unseenMargins() throws {
    let references = ["default", "first", "even"].map {
      "<w:headerReference w:type='\($0)' r:id='h\($0 == "default" ? 1 : $0 == "first" ? 2 : 3)'/>"
    }.joined()
    var file = WordFile(p("а") + "<w:sectPr>\(references)</w:sectPr>").with {
      $0.margins = [("h1", p("әрқашан")), ("h2", p("бірінші")), ("h3", p("жұп"))]
    }
    #expect(try file.lines() == ["әрқашан", "а"])
    #expect(try file.lines { $0.hasMarginals = false } == ["а"])
    // The second section has the first page's header of the first, which itself does not show it.
    file.body =
      p("а", "<w:sectPr>\(references)</w:sectPr>") + p("б")
      + "<w:sectPr><w:titlePg/></w:sectPr>"
    #expect(try file.lines() == ["бірінші", "әрқашан", "а", "б"])
  }

  @Test("A header that is empty or missing would put blank lines before the letter")
  func emptyMargins() throws {
    let sections = section(("header", "first", "h1"), ("header", "default", "h9"))
    let file = WordFile(p("а") + sections).with { $0.margins = [("h1", p() + p(r("<w:tab/>")))] }
    #expect(try file.blocks().map(\.text) == ["а"])
  }

  private func note(_ kind: String, _ id: Int) -> String { r("<w:\(kind)Reference w:id='\(id)'/>") }

  private func content(_ kind: String, _ id: Int, _ text: String) -> String {
    "<w:\(kind) w:id='\(id)'><w:p>\(r("<w:\(kind)Ref/>"))\(r(" " + text))</w:p></w:\(kind)>"
  }

  @Test("A note would be lost, or stand under another number than its reference")
  func notes() throws {
    let body =
      p(r("а") + note("footnote", 7) + r(" б") + note("endnote", 2))
      + table(row(cell(p(r("в") + note("footnote", 3))), cell(p("г")))) + p("соңы")
    let file = WordFile(body).with {
      $0.footnotes =
        "<w:footnote w:type='separator' w:id='-1'>\(p(r("<w:separator/>")))</w:footnote>"
        + content("footnote", 3, "үшінші") + content("footnote", 7, "бірінші")
        + content("footnote", 9, "ешкім көрсетпеген")
      $0.endnotes = "<w:endnote w:id='2'>\(p("екінші"))\(p("жалғасы"))</w:endnote>"
    }
    #expect(
      try file.lines() == [
        "а[1] б[2]", "в[3]\tг", "соңы", "[1] бірінші", "[2] екінші", "жалғасы", "[3] үшінші",
      ])
    let notes = try file.blocks().filter { $0.label.hasPrefix("[") }
    #expect(notes.map(\.part) == ["word/footnotes.xml", "word/endnotes.xml", "word/footnotes.xml"])
    #expect(notes.map(\.paragraph) == [3, 1, 2])
  }

  @Test("A reference to a note that is not there would stop the program or take another's text")
  func missingNotes() throws {
    let body = p(r("а") + note("footnote", 1) + note("endnote", 1) + note("footnote", 2))
    let file = WordFile(body).with { $0.footnotes = content("footnote", 2, "бар") }
    #expect(try file.lines() == ["а[1][2][3]", "[3] бар"])
  }

  @Test("The note of deleted text would be kept")
  func deletedNotes() throws {
    let body = p("<w:del w:id='1'>\(note("footnote", 1))</w:del>" + r("а") + note("footnote", 2))
    let file = WordFile(body).with {
      $0.footnotes = content("footnote", 1, "жоқ") + content("footnote", 2, "бар")
    }
    #expect(try file.lines() == ["а[1]", "[1] бар"])
    #expect(try file.lines { $0.changes = .reject } == ["[1]а[2]", "[1] жоқ", "[2] бар"])
  }

  @Test("The text of a box would stand twice, inside the sentence, or not at all")
  func textBoxes() throws {
    let choice =
      "<mc:Choice Requires='wps'><w:drawing>\(textBox(p("мөртаңба") + p("1")))</w:drawing></mc:Choice>"
    let fallback =
      "<mc:Fallback><w:pict><v:shape>\(textBox(p("мөртаңба") + p("1")))</v:shape></w:pict></mc:Fallback>"
    let box = r("<mc:AlternateContent>\(choice)\(fallback)</mc:AlternateContent>")
    #expect(
      try WordFile(p(r("басы ") + box + r("соңы"))).lines() == ["басы соңы", "мөртаңба", "1"])
    let old = r("<w:pict><v:shape>\(textBox(p("ескі")))</v:shape></w:pict>")
    #expect(try WordFile(p(r("а") + old) + p("б")).lines() == ["а", "ескі", "б"])
    let inner = textBox(
      p(r("сырт") + r("<w:pict>\(textBox(p("іш")))</w:pict>"))
        + table(row(cell(p("1")), cell(p("2")))))
    #expect(
      try WordFile(p(r("а") + r("<w:pict>\(inner)</w:pict>"))).lines() == [
        "а", "сырт", "іш", "1\t2",
      ])
    #expect(
      try WordFile(p(r("а") + r("<w:pict>\(textBox(p("x")))</w:pict>", "<w:vanish/>"))).lines() == [
        "а"
      ])
  }

  @Test("Alternatives would be read one after another, or not at all where there is only one")
  func alternatives() throws {
    func alternatives(_ content: String) -> String {
      "<mc:AlternateContent>\(content)</mc:AlternateContent>"
    }
    let three =
      "<mc:Choice Requires='a'>\(r("1"))</mc:Choice><mc:Choice Requires='b'>\(r("2"))</mc:Choice><mc:Fallback>\(r("3"))</mc:Fallback>"
    #expect(try WordFile(p(alternatives(three) + r("!"))).text() == "1!\n")
    let only = "<mc:Fallback>\(r("3"))</mc:Fallback>"
    #expect(try WordFile(p(alternatives(only) + alternatives("") + r("!"))).text() == "3!\n")
    let blocks = "<mc:Choice Requires='a'>\(p("1"))</mc:Choice><mc:Fallback>\(p("2"))</mc:Fallback>"
    #expect(try WordFile(alternatives(blocks) + p("3")).lines() == ["1", "3"])
  }

  @Test(
    "A document that Word saved as strict, or another program with its own prefix, would be empty")
  func namespaces() throws {
    let body =
      item("а") + table(row(cell(p("1")), cell(p("2")))) + p(r("б") + note("footnote", 1))
      + section(("header", "default", "h1"))
    let file = WordFile(body).with {
      $0.numbering = list(1, level(0, "upperRoman", "%1."))
      $0.footnotes = content("footnote", 1, "ескерту")
      $0.margins = [("h1", p("бланк"))]
    }
    let expected = ["бланк", "I. а", "1\t2", "б[1]", "[1] ескерту"]
    #expect(try file.lines() == expected)
    #expect(try file.with { $0.isStrict = true }.lines() == expected)
    let renamed = file.with {
      $0.prefix = "ns0"
      $0.body = Self.renamed($0.body)
      $0.numbering = $0.numbering.map(Self.renamed)
      $0.footnotes = $0.footnotes.map(Self.renamed)
      $0.margins = $0.margins.map { ($0.id, Self.renamed($0.content)) }
    }
    #expect(try renamed.lines() == expected)
    // The usual prefix for something else is no Word markup.
    #expect(try WordFile("<w:p xmlns:w='urn:x'>\(r("а"))</w:p>" + p("б")).lines() == ["б"])
  }

  private static func renamed(_ markup: String) -> String {
    markup.replacing("<w:", with: "<ns0:").replacing("</w:", with: "</ns0:")
      .replacing(" w:", with: " ns0:")
  }
}
