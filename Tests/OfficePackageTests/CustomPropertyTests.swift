import OfficePackage
import TestSupport
import Testing
import XML

@Suite struct CustomPropertyTests {
  private static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let contentType =
    "application/vnd.openxmlformats-officedocument.custom-properties+xml"

  private func edited(
    _ entries: [ZipBuilder.Entry], _ properties: [CustomProperty]
  ) throws -> OfficePackage {
    var edit = try PackageEdit(OfficePackage(reading: ZipBuilder(entries).bytes()))
    for property in properties { edit.set(property) }
    return try OfficePackage(reading: edit.archived())
  }

  private func text(_ part: String, of package: OfficePackage) throws -> String {
    String(decoding: try #require(package.content(of: part)), as: UTF8.self)
  }

  /// A document that has properties in `markup` already, in a part of an unusual name.
  private func document(with markup: String) -> [ZipBuilder.Entry] {
    var entries = ZipBuilder.document.entries
    entries[1] = ZipBuilder.relationships(
      "_rels/.rels",
      [
        ("rId1", "officeDocument", "word/document.xml", nil),
        ("rId2", "custom-properties", "props/own.xml", nil),
      ])
    return entries + [ZipBuilder.Entry("props/own.xml", markup)]
  }

  @Test("A letter would not say which register its figures are of, or Word would not see it")
  func made() throws {
    let package = try edited(
      ZipBuilder.document.entries,
      [
        CustomProperty("Revision", .integer(7)), CustomProperty("Вид <&>", .text("a\u{1}\"<&>\nқ")),
        CustomProperty("none", nil), CustomProperty("revision", .integer(8)),
      ])
    let part = "docProps/custom.xml"
    #expect(package.partNames.last == part)
    #expect(try package.contentType(of: part) == Self.contentType)
    let relationship = try #require(try package.relationships(of: "").last)
    #expect(relationship.type == Self.kinds + "custom-properties" && relationship.target == part)
    #expect(
      try package.customProperties() == [
        CustomProperty("Вид <&>", .text("a\"<&>\nқ")), CustomProperty("revision", .integer(8)),
      ])
    let written = try text(part, of: package)
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    #expect(
      written.hasSuffix(
        "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"3\" name=\"revision\"><vt:i4 xmlns:vt=\"\(types)\">8</vt:i4></property></Properties>"
      ))
    #expect(written.contains(" pid=\"2\" name=\"Вид &lt;&amp;&gt;\">"))
  }

  @Test("A ministry's own properties would be lost, or two would have one number")
  func kept() throws {
    let own =
      "<p:Properties xmlns:p='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' xmlns:v='urn:v'><p:property fmtid='x' pid='9' name='Индекс'><v:lpwstr>04-12</v:lpwstr></p:property><p:property fmtid='x' pid='2' name='REVISION'><v:i4>1</v:i4></p:property><p:property fmtid='x' pid='4' name='Дата'><v:filetime>2021-12-20T00:00:00Z</v:filetime></p:property></p:Properties>"
    let package = try edited(
      document(with: own),
      [CustomProperty("Revision", .integer(-3)), CustomProperty("Дата", nil)])
    #expect(
      try package.customProperties() == [
        CustomProperty("Индекс", .text("04-12")), CustomProperty("Revision", .integer(-3)),
      ])
    let written = try text("props/own.xml", of: package)
    #expect(written.contains("pid=\"9\"") && written.contains("<p:property fmtid=\"{"))
    #expect(written.contains("pid=\"3\" name=\"Revision\""))
    #expect(!package.partNames.contains("docProps/custom.xml"))
    #expect(try package.relationships(of: "").count == 2)
  }

  @Test(
    "Properties without a number, or with one that nothing follows, would stop the program",
    arguments: [
      ("9223372036854775807", "2"), ("2147483647", "2"), ("-5", "2"), ("2", "3"), ("x", "2"),
    ])
  func numbers(own: String, next: String) throws {
    let markup =
      "<Properties xmlns='urn:p'><property/><property name='a'/><property pid='\(own)' name='b'><x>1</x></property></Properties>"
    let package = try edited(document(with: markup), [CustomProperty("c", .integer(1))])
    #expect(
      try package.customProperties() == [
        CustomProperty("b", .text("1")), CustomProperty("c", .integer(1)),
      ])
    #expect(try text("props/own.xml", of: package).contains("pid=\"\(next)\" name=\"c\""))
  }

  @Test(
    "A document without properties would get a part for nothing, or a part of another would be overwritten"
  )
  func nothingToSay() throws {
    let plain = try OfficePackage(reading: ZipBuilder.document.bytes())
    let same = try edited(ZipBuilder.document.entries, [CustomProperty("a", nil)])
    #expect(try same.archived() == plain.archived())
    #expect(try plain.customProperties().isEmpty)
    let stray = ZipBuilder.Entry("docProps/custom.xml", "<stray/>")
    let package = try edited(
      ZipBuilder.document.entries + [stray], [CustomProperty("a", .text(""))])
    #expect(try text("docProps/custom.xml", of: package) == "<stray/>")
    #expect(try package.customProperties() == [CustomProperty("a", .text(""))])
    #expect(package.partNames.last == "docProps/custom1.xml")
  }

  @Test("A letter would be of the day of the one that was made before it")
  func oneAfterTheOther() throws {
    let own =
      "<Properties xmlns='urn:p'><property pid='2' name='Day'><x>0</x></property></Properties>"
    let template = try PackageEdit(OfficePackage(reading: ZipBuilder(document(with: own)).bytes()))
    for day in ["1", "1", "2", "1", "3"] {
      var edit = template
      edit.set(CustomProperty("Day", .text(day)))
      let (archive, package) = try edit.reopened()
      for package in [package, try OfficePackage(reading: archive)] {
        #expect(try package.customProperties() == [CustomProperty("Day", .text(day))])
      }
    }
  }

  @Test("What filling has written into a property would be lost")
  func afterReplacing() throws {
    let own =
      "<Properties xmlns='urn:p'><property pid='2' name='a'><x>{{ a }}</x></property></Properties>"
    var edit = try PackageEdit(
      OfficePackage(reading: ZipBuilder(document(with: own)).bytes()))
    edit.set(CustomProperty("b", .text("B")))
    let filled = own.replacing("{{ a }}", with: "A")
    try edit.replace("props/own.xml", bytes: Array(filled.utf8))
    let bytes = try edit.archived()
    #expect(try edit.archived() == bytes)
    #expect(
      try OfficePackage(reading: bytes).customProperties() == [
        CustomProperty("a", .text("A")), CustomProperty("b", .text("B")),
      ])
  }

  @Test("A document in the strict form would get properties that its form does not know")
  func strictForm() throws {
    let strict = "http://purl.oclc.org/ooxml/officeDocument/"
    var entries = ZipBuilder.document.entries
    entries[1] = ZipBuilder.Entry(
      "_rels/.rels",
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='\(strict)relationships/officeDocument' Target='word/document.xml'/></Relationships>"
    )
    let package = try edited(entries, [CustomProperty("a", .integer(1))])
    #expect(
      try package.relationships(of: "").last?.type == strict + "relationships/customProperties")
    let written = try text("docProps/custom.xml", of: package)
    #expect(written.contains("<Properties xmlns=\"\(strict)customProperties\">"))
    #expect(written.contains("<vt:i4 xmlns:vt=\"\(strict)docPropsVTypes\">1</vt:i4>"))
    #expect(try package.customProperties() == [CustomProperty("a", .integer(1))])
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
