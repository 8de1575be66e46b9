import Testing
import WordprocessingML

@Suite struct RunTextTests {
  private func line(_ runs: String, styles: String? = nil) throws -> String {
    try WordFile(p(runs)).with { $0.styles = styles }.text()
  }

  @Test("Words on two sides of a tab or a break would run together")
  func breaks() throws {
    let runs = r("<w:tab/>\(t("а"))<w:tab/>\(t("б"))<w:br/>\(t("в"))<w:cr/>\(t("г"))<w:ptab/>")
    let page = r("<w:br w:type='page'/>\(t("ғ"))<w:br w:type='column'/>\(t("д"))")
    #expect(try line(runs + page) == "\tа\tб\nв\nг\t\nғ\nд\n".replacing("\t\n", with: "\n"))
    // The tab stops of a paragraph are not tabs in its text.
    let stops = "<w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs>"
    #expect(try WordFile(p("а", stops)).text() == "а\n")
  }

  @Test("A word would come apart at its hyphens, or hide one that the reader sees")
  func hyphens() throws {
    let runs = r("\(t("заң"))<w:noBreakHyphen/>\(t("ды")) <w:softHyphen/>\(t("лық"))")
    #expect(try line(runs) == "заң\u{2011}дылық\n")
  }

  @Test("A number and its unit that stay together on the page would come apart in the text")
  func spaces() throws {
    #expect(try line(r("29\u{A0}мамыр  2021\u{202F}ж.")) == "29\u{A0}мамыр  2021\u{202F}ж.\n")
    #expect(try line(r("соңы \u{A0}") + r("<w:tab/>")) == "соңы\n")
  }

  @Test("A line end in the XML would break a sentence that the page shows in one line")
  func lineEnds() throws {
    #expect(try line(r("бір\nекі&#13;&#10;үш")) == "бір екі үш\n")
  }

  @Test("A blank first or last line would be kept, or blank lines between paragraphs lost")
  func blankLines() throws {
    #expect(try WordFile(p() + p() + p("а") + p() + p("б") + p(r(" "))).text() == "а\n\nб\n")
    #expect(try WordFile(p() + p(r(" "))).text().isEmpty)
    #expect(try WordFile("").text().isEmpty)
  }

  @Test("Hidden text would be published")
  func hidden() throws {
    let hidden = r("құпия", "<w:vanish/>") + r("құпия", "<w:vanish w:val='1'/>")
    let shown = r("ашық", "<w:vanish w:val='0'/>") + r("!", "<w:webHidden/>")
    #expect(try line(hidden + shown + r("<w:br/>", "<w:vanish/>")) == "ашық!\n")
  }

  @Test("Text that its style hides would be published, or text that is shown again be lost")
  func hiddenByStyle() throws {
    let hides = "<w:rPr><w:vanish/></w:rPr>"
    let styles =
      style("Secret", type: "character", hides)
      + style("Heir", basedOn: "Secret", type: "character", "")
      + style("Open", basedOn: "Secret", type: "character", "<w:rPr><w:vanish w:val='0'/></w:rPr>")
      + style("Note", hides)
    func named(_ name: String, _ more: String = "") -> String {
      r(name, "<w:rStyle w:val='\(name)'/>\(more)")
    }
    let shown = try line(
      named("Secret") + named("Heir") + named("Open")
        + named("Secret", "<w:vanish w:val='false'/>") + named("Missing"), styles: styles)
    #expect(shown == "OpenSecretMissing\n")
    let note = p(r("a") + named("Secret"), "<w:pStyle w:val='Note'/>")
    let file = WordFile(p("басы") + note + p("соңы")).with { $0.styles = styles }
    // Hidden by the paragraph and again by the run is shown, as Word has it.
    #expect(try file.lines() == ["басы", "Secretсоңы"])
  }

  @Test("A letter would contain what its author deleted, or miss what was inserted")
  func trackedChanges() throws {
    let runs =
      r("Мерзімі ") + "<w:del w:id='1'><w:r><w:delText>үш</w:delText></w:r></w:del>"
      + "<w:ins w:id='2'>\(r("бес"))</w:ins><w:moveFrom w:id='3'>\(r(" жұмыс"))</w:moveFrom>"
      + r(" күн") + "<w:moveTo w:id='4'>\(r(" ішінде"))</w:moveTo>"
      + "<w:ins w:id='5'><w:del w:id='6'>\(r("жоқ"))</w:del></w:ins>"
    #expect(try line(runs) == "Мерзімі бес күн ішінде\n")
    let block = "<w:del w:id='7'>\(p("жойылған"))</w:del><w:ins w:id='8'>\(p("қосылған"))</w:ins>"
    #expect(try WordFile(block).text() == "қосылған\n")
  }

  @Test("A deleted paragraph mark would leave a blank line or keep two paragraphs apart")
  func deletedMarks() throws {
    func deleted(_ runs: String, _ kind: String = "del") -> String {
      "<w:p><w:pPr><w:rPr><w:\(kind) w:id='1'/></w:rPr></w:pPr>\(runs)</w:p>"
    }
    let gone = deleted("<w:del w:id='2'>\(r("жоқ"))</w:del>")
    let moved = deleted("<w:moveFrom w:id='2'>\(r("жоқ"))</w:moveFrom>", "moveFrom")
    let body = p("а") + gone + moved + deleted(r("б ")) + p("в", "<w:pStyle w:val='S'/>") + p("г")
    let blocks = try WordFile(body).blocks()
    #expect(blocks.map(\.text) == ["а", "б в", "г"])
    // Counted from the deleted paragraphs, whose place the line takes.
    #expect(blocks.map(\.paragraph) == [1, 2, 6])
    #expect(blocks.map(\.style) == [nil, "S", nil])
    let atTable =
      deleted(r("а")) + table(row(cell(deleted(r("б"))), cell(p("в")))) + deleted(r("г"))
    #expect(try WordFile(atTable).lines() == ["а", "б\tв", "г"])
  }

  @Test("Text in links, tags and content controls would be lost")
  func wrappers() throws {
    let runs =
      "<w:hyperlink r:id='x'>\(r("сілтеме"))</w:hyperlink> <w:smartTag>\(r(" тег"))</w:smartTag>"
      + control(r(" бақылау")) + "<w:customXml>\(control(r(" өріс")))</w:customXml>"
      + "<w:bookmarkStart w:id='1' w:name='б'/><w:proofErr/>\(r(" соңы"))<w:bookmarkEnd w:id='1'/>"
    #expect(try line(runs) == "сілтеме тег бақылау өріс соңы\n")
    let blocks = control(p("а") + control(p("б"))) + "<w:customXml>\(p("в"))</w:customXml>"
    #expect(try WordFile(blocks).text() == "а\nб\nв\n")
  }

  @Test("A symbol would be read as a box, or end the line that it stands in")
  func symbols() throws {
    func symbol(_ code: String) -> String { r("<w:sym w:font='Symbol' w:char='\(code)'/>") }
    #expect(try line(symbol("F0B7") + symbol("2116") + symbol("00B3")) == "•№≥\n")
    #expect(
      try line(r("а") + symbol("000A") + symbol("D800") + symbol("жоқ") + symbol("")) == "а\n")
  }
}
