import OfficePackage
import TestSupport
import Testing
import XML

@Suite struct PackageEditTests {
  private static let transitional =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/"

  private func package(_ entries: [ZipBuilder.Entry] = []) throws -> OfficePackage {
    var builder = ZipBuilder.document
    builder.entries += entries
    return try OfficePackage(reading: builder.bytes())
  }

  @Test("A picture or comment would be in the file, and Word not know of it")
  func added() throws {
    let package = try package()
    var edit = try PackageEdit(package)
    let (name, number) = edit.freeName("word/media/image", "png")
    try edit.add(name, contentType: "image/png", bytes: [1, 2, 3])
    try edit.add("word/comments.xml", contentType: "application/x+xml", bytes: Array("<a/>".utf8))
    let picture = try edit.relate("word/document.xml", to: name, kind: "image")
    let comments = try edit.relate(
      "word/document.xml", to: "word/comments.xml", kind: Self.transitional + "comments")
    let link = try edit.relate(
      "word/document.xml", toAddress: "https://adilet.zan.kz/?a=1&b=\"2\"", kind: "hyperlink")
    let data = try edit.relate("word/document.xml", to: "customXml/item1.xml", kind: "customXml")
    #expect(name == "word/media/image1.png" && number == 1)
    #expect([picture, comments, link, data] == ["rId1", "rId2", "rId3", "rId4"])

    let again = try OfficePackage(reading: edit.archived())
    #expect(
      again.partNames == package.partNames + [
        name, "word/comments.xml", "word/_rels/document.xml.rels",
      ])
    #expect(again.content(of: "word/comments.xml") == Array("<a/>".utf8))
    let found = try again.relationships(of: "word/document.xml")
    #expect(found.map(\.id) == [picture, comments, link, data])
    #expect(
      found.map(\.type)
        == ["image", "comments", "hyperlink", "customXml"].map {
          Self.transitional + $0
        })
    #expect(
      found.map(\.target) == [
        name, "word/comments.xml", "https://adilet.zan.kz/?a=1&b=\"2\"", "customXml/item1.xml",
      ])
    #expect(found.map(\.isExternal) == [false, false, true, false])
    #expect(try again.contentType(of: name) == "image/png")
    #expect(try again.contentType(of: "word/media/IMAGE9.PNG") == "image/png")
    #expect(try again.contentType(of: "word/comments.xml") == "application/x+xml")
    #expect(try again.contentType(of: "word/other.xml") == nil)
    #expect(
      try again.contentType(of: "word/_rels/document.xml.rels")
        == "application/vnd.openxmlformats-package.relationships+xml")
  }

  @Test("A letter would be checked that is another than the one in its file")
  func reopened() throws {
    var edit = try PackageEdit(try package())
    let body = Array("<w:document xmlns:w='w'><w:body/></w:document>".utf8)
    try edit.replace(
      "word/document.xml", entry: PackageEntry(storing: body, name: "word/document.xml"), of: body)
    try edit.add("word/comments.xml", contentType: "application/x+xml", bytes: Array("<a/>".utf8))
    _ = try edit.relate("word/document.xml", to: "word/comments.xml", kind: "comments")
    edit.set(CustomProperty("Letter", .text("1")))

    let (archive, package) = try edit.reopened()
    #expect(try archive == edit.archived())
    let read = try OfficePackage(reading: archive)
    #expect(package.partNames == read.partNames)
    for part in read.partNames {
      #expect(package.content(of: part) == read.content(of: part))
      guard part.hasSuffix(".xml") || part.hasSuffix(".rels") else { continue }
      #expect(try package.tree(of: part).serialized() == read.tree(of: part).serialized())
    }
    #expect(package.partsDiffering(from: read) == [])
    #expect(
      try package.relationships(of: "word/document.xml")
        == read.relationships(of: "word/document.xml"))
    #expect(try package.customProperties() == [CustomProperty("Letter", .text("1"))])
  }

  @Test("A new relationship would take the id of another, and a header become a picture")
  func freshIds() throws {
    let package = try package([
      ZipBuilder.relationships(
        "word/_rels/document.xml.rels",
        [
          ("rId7", "header", "header1.xml", nil), ("RID9", "styles", "styles.xml", nil),
          ("x", "image", "media/a.png", nil), ("rId99999999999999999999", "theme", "t.xml", nil),
        ])
    ])
    var edit = try PackageEdit(package)
    #expect(try edit.relate("word/document.xml", to: "word/b.png", kind: "image") == "rId10")
    #expect(try edit.relate("word/document.xml", to: "word/c.png", kind: "image") == "rId11")
    // What is there already is not said twice.
    #expect(try edit.relate("word/document.xml", to: "word/b.png", kind: "image") == "rId10")
    #expect(try edit.relate("word/document.xml", to: "word/media/a.png", kind: "image") == "x")
    #expect(try edit.relate("word/header1.xml", to: "word/b.png", kind: "image") == "rId1")
    let again = try OfficePackage(reading: edit.archived())
    let found = try again.relationships(of: "word/document.xml")
    #expect(found.count == 6 && Set(found.map(\.id)).count == 6)
    #expect(found.prefix(4) == (try package.relationships(of: "word/document.xml"))[...])
    #expect(try again.relationships(of: "word/header1.xml").map(\.target) == ["word/b.png"])
  }

  @Test("A document in the strict form would get relationships that its form does not know")
  func strictForm() throws {
    var builder = ZipBuilder.document
    builder.entries[1] = ZipBuilder.Entry(
      "_rels/.rels",
      "<r:Relationships xmlns:r='http://schemas.openxmlformats.org/package/2006/relationships'><r:Relationship Id='a' Type='\(Self.strict)officeDocument' Target='word/document.xml'/></r:Relationships>"
    )
    var edit = try PackageEdit(OfficePackage(reading: builder.bytes()))
    #expect(try edit.relate("", to: "docProps/app.xml", kind: "extendedProperties") == "rId1")
    let again = try OfficePackage(reading: edit.archived())
    let found = try again.relationships(of: "")
    #expect(found.map(\.type) == ["officeDocument", "extendedProperties"].map { Self.strict + $0 })
    #expect(found.last?.target == "docProps/app.xml")
  }

  @Test("The same changes would give another file each time, or touch what nobody changed")
  func determinism() throws {
    func edited() throws -> [UInt8] {
      var edit = try PackageEdit(package())
      for number in 1...20 {
        let name = "word/media/\(number).png"
        try edit.add(name, contentType: "image/png", bytes: [UInt8(number)])
        _ = try edit.relate("word/part\(number % 3).xml", to: name, kind: "image")
      }
      try edit.replace("WORD/styles.xml", bytes: Array("<b/>".utf8))
      return try edit.archived()
    }
    #expect(try edited() == edited())
    let again = try OfficePackage(reading: edited())
    #expect(again.content(of: "word/styles.xml") == Array("<b/>".utf8))
    #expect(
      again.content(of: "word/document.xml") == (try package()).content(of: "word/document.xml"))
    let unchanged = try PackageEdit(package())
    #expect(try unchanged.archived() == package().archived())
  }

  @Test("A part of one document could not be brought into another as it is")
  func copied() throws {
    var types = ZipBuilder.contentTypes
    types.content = Array(
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='PNG' ContentType='image/png'/><Override PartName='/word/document.xml' ContentType='text/x'/></Types>"
        .utf8)
    var builder = ZipBuilder.document
    builder.entries[0] = types
    let other = try OfficePackage(reading: builder.bytes())
    var edit = try PackageEdit(package())
    try edit.add("word/media/copy.png", copying: "word/media/елтаңба.png", of: other)
    try edit.add("word/embedded.xml", copying: "word/document.xml", of: other)
    let again = try OfficePackage(reading: edit.archived())
    #expect(try again.contentType(of: "word/media/copy.png") == "image/png")
    #expect(try again.contentType(of: "word/embedded.xml") == "text/x")
    #expect(again.content(of: "word/embedded.xml") == other.content(of: "word/document.xml"))
    let error = #expect(throws: OfficePackageError.self) {
      try edit.add("word/x.bin", copying: "word/media/empty.bin", of: other)
    }
    #expect(error?.code == .missingPart)
  }

  @Test("Two parts of one name would be written, which other programs refuse")
  func clashes() throws {
    var edit = try PackageEdit(package())
    try edit.add("word/media/image1.png", contentType: "image/png", bytes: [])
    for name in ["word/Styles.xml", "Word/Media/Image1.PNG"] {
      let error = #expect(throws: OfficePackageError.self) {
        try edit.add(name, contentType: "image/png", bytes: [])
      }
      #expect(error?.code == .duplicateName)
    }
    #expect(edit.freeName("word/media/IMAGE", "png").name == "word/media/IMAGE2.png")
    let error = #expect(throws: OfficePackageError.self) {
      try edit.replace("word/none.xml", bytes: [])
    }
    #expect(error?.code == .missingPart)
    try edit.replace("word/media/image1.png", bytes: [1])
  }
}
