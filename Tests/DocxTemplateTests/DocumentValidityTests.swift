import TestSupport
import Testing

/// The check of all documents that tests make would let one pass that Word repairs.
@Suite struct DocumentValidityTests {
  private func rules(_ file: TemplateFile) -> Set<String> {
    Set(DocumentValidity.faults(in: file.archive()).map(\.rule))
  }

  private static let sound =
    "<w:p w14:paraId='00000001'><w:pPr><w:jc w:val='left'/><w:rPr><w:b/></w:rPr></w:pPr><w:bookmarkStart w:id='1' w:name='b'/>\(r("а "))<w:bookmarkEnd w:id='1'/></w:p>"
    + tbl([[p("а"), p("б")]])

  @Test("A document in order would be called faulty")
  func inOrder() {
    let file = TemplateFile(Self.sound, header: p("а"), footer: p("б"))
    #expect(DocumentValidity.faults(in: file.archive()) == [])
  }

  @Test(
    "A fault in the text would not be seen",
    arguments: [
      ("order", "<w:p><w:r><w:t>а</w:t><w:rPr/></w:r></w:p>"),
      ("order", "<w:p><w:r><w:rPr><w:i/><w:b/></w:rPr></w:r></w:p>"),
      ("order", "<w:p><w:r><w:rPr><w:b/><w:b/></w:rPr></w:r></w:p>"),
      ("order", "<w:p><w:pPr><w:jc w:val='left'/><w:pStyle w:val='a'/></w:pPr></w:p>"),
      ("order", "<w:p><w:t>а</w:t></w:p>"),
      ("order", "<w:p>мәтін</w:p>"),
      ("order", "<w:p/><w:sectPr/><w:p/>"),
      ("missing", "<w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
      ("missing", "<w:p><w:bookmarkStart w:id='1'/><w:bookmarkEnd w:id='1'/></w:p>"),
      ("empty", "<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>"),
      ("empty", "<w:tbl><w:tblPr/><w:tblGrid/><w:tr/></w:tbl>"),
      ("last", tbl([[""]])),
      ("last", tbl([[p("а") + tbl([[p("б")]])]])),
      (
        "grid",
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
      ),
      ("value", "<w:p w14:paraId='80000000'/>"),
      ("value", "<w:p w14:paraId='0A'/>"),
      ("value", "<w:p><w:pPr><w:numPr><w:ilvl w:val='9'/></w:numPr></w:pPr></w:p>"),
      ("unique", "<w:p w14:paraId='00000001'/><w:p w14:paraId='00000001'/>"),
      (
        "unique",
        "<w:p><w:bookmarkStart w:id='1' w:name='b'/><w:bookmarkEnd w:id='1'/></w:p>\(sound)"
      ),
      ("unique", drawing + drawing),
      ("unique", "<w:p><w:ins w:id='1'/><w:del w:id='1'/></w:p>"),
      ("pair", "<w:p><w:bookmarkStart w:id='1' w:name='b'/></w:p>"),
      ("pair", "<w:p><w:commentRangeEnd w:id='1'/></w:p>"),
      ("field", "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>"),
      ("field", "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"),
      ("nested", "<w:p><w:ins w:id='1'><w:p/></w:ins></w:p>"),
      ("text", "<w:p><w:r><w:t>а </w:t></w:r></w:p>"),
      ("text", "<w:p><w:r><w:t>а<w:br/></w:t></w:r></w:p>"),
      ("reference", "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"),
      ("reference", "<w:p><w:hyperlink r:id='none'/></w:p>"),
      ("reference", "<w:p><w:hyperlink r:id='header'/></w:p>"),
      ("prefix", "<w:p mc:Ignorable='none'/>"),
    ])
  func faults(rule: String, body: String) {
    #expect(rules(TemplateFile(body, header: p("а"))).contains(rule), "\(body)")
  }

  private static let drawing =
    "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='а'/></wp:inline></w:drawing></w:r></w:p>"

  @Test("A fault in lists, styles and notes would not be seen")
  func parts() {
    var file = TemplateFile("<w:p><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:p>")
    let definition = "<w:abstractNum w:abstractNumId='1'/>"
    let list = "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    file.stories = [("numbering", definition + list)]
    #expect(rules(file) == ["reference"])
    file.body = "<w:p/>"
    file.stories = [("numbering", list + definition)]
    #expect(rules(file) == ["order"])
    file.stories = [("numbering", definition + definition + list)]
    #expect(rules(file) == ["unique"])
    file.stories = [("styles", "<w:style w:styleId='a'/><w:style w:styleId='a'/>")]
    #expect(rules(file) == ["unique"])
    file.stories = [("footnotes", "<w:footnote w:id='1'/>")]
    #expect(rules(file) == ["last"])
  }

  @Test("A package that Word does not open would pass")
  func packages() {
    let main = "<w:document xmlns:w='\(ValueFile.word)'><w:body/></w:document>"
    let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    func rules(types: String, links: String, _ more: (name: String, content: String)...) -> [String]
    {
      let archive = StoredArchive.bytes(
        of: [
          (
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>\(types)</Types>"
          ),
          (
            "_rels/.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\(links)</Relationships>"
          ), ("d.xml", main),
        ] + more)
      return DocumentValidity.faults(in: archive).map(\.rule)
    }
    let own = "<Override PartName='/d.xml' ContentType='\(type)'/>"
    let link =
      "<Relationship Id='a' Type='\(ValueFile.relationships)/officeDocument' Target='d.xml'/>"
    #expect(rules(types: own, links: link) == [])
    #expect(rules(types: "", links: link) == ["type", "type"])
    #expect(rules(types: own + own, links: link) == ["type"])
    #expect(rules(types: own, links: link + link) == ["relationship"])
    #expect(rules(types: own, links: "") == ["main"])
    let lost = link.replacing("Id='a'", with: "Id='b'").replacing("/officeDocument", with: "/x")
    #expect(
      rules(types: own, links: link + lost.replacing("d.xml", with: "e.xml")) == ["relationship"])
    #expect(rules(types: own, links: link, ("x.png", "")) == ["type"])
    #expect(rules(types: own, links: link, ("D.xml", "")).first == "archive")
    #expect(rules(types: own, links: link, ("e.xml", "<a>")).contains("package"))
  }

  @Test("A fault of ours would be taken for one that the template has, or the other way round")
  func sources() {
    let template = TemplateFile("<w:p><w:t>а</w:t></w:p>").archive()
    let document = TemplateFile("<w:p/><w:p><w:t>а</w:t></w:p>").archive()
    #expect(DocumentValidity.faults(in: document, madeFrom: [template]) == [])
    let worse = TemplateFile("<w:p><w:t>а</w:t><w:tbl/></w:p>").archive()
    #expect(
      DocumentValidity.faults(in: worse, madeFrom: [template]).map(\.message).first
        == "tbl has no place in p")
  }
}
