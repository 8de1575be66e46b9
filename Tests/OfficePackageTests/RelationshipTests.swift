import OfficePackage
import TestSupport
import Testing
import XML

@Suite struct RelationshipTests {
  private func package(_ entries: ZipBuilder.Entry...) throws -> OfficePackage {
    try OfficePackage(reading: ZipBuilder([ZipBuilder.contentTypes] + entries).bytes())
  }

  @Test("A header or picture would be looked for in the wrong folder")
  func targets() throws {
    let table: [(target: String, part: String)] = [
      ("header1.xml", "word/header1.xml"), ("./header1.xml", "word/header1.xml"),
      ("media/a.png", "word/media/a.png"), ("/word/header1.xml", "word/header1.xml"),
      ("/header1.xml", "header1.xml"), ("../customXml/item1.xml", "customXml/item1.xml"),
      ("a/../b.xml", "word/b.xml"), ("../../../etc/passwd", "etc/passwd"), ("..", ""),
    ]
    let package = try package(
      ZipBuilder.relationships(
        "word/_rels/document.xml.rels",
        table.enumerated().map { ("rId\($0)", "header", $1.target, $0 == 0 ? "Internal" : nil) }))
    let found = try package.relationships(of: "word/document.xml")
    #expect(found.map(\.target) == table.map(\.part))
    #expect(found.map(\.id) == table.indices.map { "rId\($0)" })
    #expect(found.allSatisfy { $0.kind == "header" && !$0.isExternal })
  }

  @Test("A part whose relationship is written by the rules of web addresses would not be found")
  func spelledTargets() throws {
    let targets = [
      "media/%D2%9B%20a.png", "media/%d2%9b a.png", "media\\қ a.png", "\\word\\media\\қ a.png",
      "./media/../media/қ a.png", "MEDIA/қ A.png", "media/қ a.png#a", "/word//media/қ a.png",
    ]
    let package = try package(
      ZipBuilder.Entry("word/media/қ a.png", ""),
      ZipBuilder.relationships(
        "word/_rels/document.xml.rels",
        targets.enumerated().map { ("rId\($0)", "image", $1, nil) }))
    for relationship in try package.relationships(of: "word/document.xml") {
      #expect(package.partName(relationship.target) == "word/media/қ a.png")
    }
  }

  @Test("An address on the network would be taken for a part of the document")
  func external() throws {
    let package = try package(
      ZipBuilder.relationships(
        "word/_rels/document.xml.rels",
        [
          ("rId1", "hyperlink", "https://adilet.zan.kz/kaz/../rus?a=1&amp;b=2", "External"),
          ("rId2", "attachedTemplate", "../../x.dotx", "External"),
        ]))
    let found = try package.relationships(of: "word/document.xml")
    #expect(
      found.map(\.target) == ["https://adilet.zan.kz/kaz/../rus?a=1&b=2", "../../x.dotx"])
    #expect(found.allSatisfy { $0.isExternal })
    #expect(found.map(\.kind) == ["hyperlink", "attachedTemplate"])
  }

  @Test("A document in the strict form, or with its text elsewhere, would not be found")
  func mainDocument() throws {
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    let text = ZipBuilder.Entry("Word/Document2.xml", "<a/>")
    for target in ["Word/Document2.xml", "/Word/Document2.xml", "word/document2.xml"] {
      let relationships = ZipBuilder.Entry(
        "_rels/.rels",
        "<Relationships><Relationship Id='a' Type='\(strict)' Target='\(target)'/></Relationships>")
      #expect(try package(relationships, text).mainDocument() == "Word/Document2.xml")
    }
  }

  @Test("A spreadsheet, or a document without text, would be filled in silence")
  func noMainDocument() throws {
    let text = ZipBuilder.Entry("word/document.xml", "<a/>")
    let packages = [
      try package(text),
      try package(ZipBuilder.relationships("_rels/.rels", []), text),
      try package(ZipBuilder.packageRelationships),
      try package(
        ZipBuilder.relationships("_rels/.rels", [("a", "styles", "word/document.xml", nil)]), text),
      try package(
        ZipBuilder.relationships(
          "_rels/.rels", [("a", "officeDocument", "word/document.xml", "External")]), text),
    ]
    for package in packages {
      let error = #expect(throws: OfficePackageError.self) { try package.mainDocument() }
      #expect(error?.code == .notADocument)
    }
  }

  @Test("One faulty relationship would hide the others, or a faulty file pass for an empty one")
  func faulty() throws {
    let partly = try package(
      ZipBuilder.Entry(
        "word/_rels/document.xml.rels",
        "<Relationships>\n<!-- --><Relationship Id='a' Type='x/header'/><Other Id='b' Type='x' Target='y'/><Relationship Id='c' Type='footer' Target='f.xml'/></Relationships>"
      ))
    #expect(try partly.relationships(of: "word/document.xml").map(\.id) == ["c"])
    #expect(try partly.relationships(of: "word/none.xml").isEmpty)
    let broken = try package(
      ZipBuilder.Entry("word/_rels/document.xml.rels", "<Relationships>\n<a></Relationships>"))
    let error = #expect(throws: OfficePackageError.self) {
      try broken.relationships(of: "word/document.xml")
    }
    #expect(error?.part == "word/_rels/document.xml.rels")
    guard case .invalidXML(let cause)? = error?.code else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(cause.code == .malformed && cause.line == 2)
  }
}
