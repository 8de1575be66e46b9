import TestSupport
import Testing
import XML

@testable import OfficePackage

@Suite struct PackageWritingTests {
  /// The entries of an archive as they are stored.
  private func stored(_ bytes: [UInt8]) throws -> [PackageEntry] {
    let reader = try ZipReader(bytes)
    return try (0..<reader.count).map { index in
      let claim = try reader.claim(index)
      return PackageEntry(
        name: claim.name, method: try #require(PackageEntry.Method(rawValue: claim.method)),
        checksum: claim.checksum, size: claim.size,
        stored: try reader.stored(index, claim))
    }
  }

  @Test("A template would be read with other parts, or other bytes, than it has")
  func reading() throws {
    let builder = ZipBuilder.document
    let package = try OfficePackage(reading: builder.bytes())
    #expect(package.partNames == builder.entries.map(\.name))
    for entry in builder.entries {
      #expect(package.content(of: entry.name) == entry.content, "\(entry.name)")
    }
    #expect(package.partName("WORD/Document.XML") == "word/document.xml")
    #expect(package.content(of: "WORD/Document.XML") != nil)
    #expect(package.partName("word/none.xml") == nil)
    #expect(try package.mainDocument() == "word/document.xml")
    let tree = try package.tree(of: "word/document.xml")
    #expect(tree.string(of: tree.root) == "Құрметті депутат!")
  }

  @Test(
    "A sound document would be refused for a time stamp that its program wrote two seconds late")
  func timeStamps() throws {
    var builder = ZipBuilder.document
    builder.entries = builder.entries.map { $0.with { $0.localTime = 0x6001 } }
    let package = try OfficePackage(reading: builder.bytes())
    #expect(package.partNames == builder.entries.map(\.name))
    #expect(
      try package.archived() == OfficePackage(reading: ZipBuilder.document.bytes()).archived())
  }

  @Test("The same letter would be another file on each day and machine")
  func determinism() throws {
    let package = try OfficePackage(reading: ZipBuilder.document.bytes())
    let body = ["word/document.xml": Array(String(repeating: "<a>хат</a>", count: 5000).utf8)]
    let first = try package.archived(replacing: body)
    #expect(try package.archived(replacing: body) == first)
    #expect(
      try OfficePackage(reading: ZipBuilder.document.bytes()).archived(replacing: body) == first)
    // Times are the first that zip knows, 1980-01-01 00:00, in every header.
    var headers = 0
    for index in 0..<(first.count - 46) where Array(first[index..<index + 2]) == [0x50, 0x4B] {
      switch Array(first[index + 2..<index + 4]) {
      case [3, 4]: #expect(Array(first[index + 10..<index + 14]) == [0, 0, 0x21, 0])
      case [1, 2]: #expect(Array(first[index + 12..<index + 16]) == [0, 0, 0x21, 0])
      default: continue
      }
      headers += 1
    }
    #expect(headers == 2 * package.partNames.count)
  }

  @Test("A picture or a style would be changed although nobody touched it")
  func untouchedParts() throws {
    let original = ZipBuilder.document.bytes()
    let package = try OfficePackage(reading: original)
    let body = Array("<a>жаңа</a>".utf8)
    let before = try stored(original)
    let after = try stored(try package.archived(replacing: ["word/document.xml": body]))
    #expect(after.map(\.name) == before.map(\.name))
    for (old, new) in zip(before, after) where old.name != "word/document.xml" {
      #expect(old == new, "\(old.name)")
    }
    let replaced = try #require(after.first { $0.name == "word/document.xml" })
    #expect(replaced.checksum == StoredArchive.checksum(of: body))
    #expect(replaced.size == body.count)
    #expect(try stored(try package.archived()) == before)
  }

  @Test("A filled part could not be read again")
  func replacedParts() throws {
    let package = try OfficePackage(reading: ZipBuilder.document.bytes())
    let long = Array(("<a>" + String(repeating: "қатар ", count: 300_000) + "</a>").utf8)
    for body in [long, Array("<a/>".utf8), []] {
      let archive = try package.archived(replacing: [
        "word/document.xml": body, "word/styles.xml": body,
      ])
      let again = try OfficePackage(reading: archive)
      #expect(again.content(of: "word/document.xml") == body)
      #expect(again.content(of: "word/styles.xml") == body)
      #expect(again.content(of: "_rels/.rels") == package.content(of: "_rels/.rels"))
    }
  }

  @Test("A part that the template does not have would be dropped without a word")
  func unknownPart() throws {
    let package = try OfficePackage(reading: ZipBuilder.document.bytes())
    let error = #expect(throws: OfficePackageError.self) {
      _ = try package.archived(replacing: ["word/none.xml": []])
    }
    #expect(error?.code == .missingPart)
    #expect(error?.part == "word/none.xml")
  }

  @Test("A document saved by a program that streams it would be refused")
  func streamed() throws {
    let builder = ZipBuilder(ZipBuilder.document.entries.map { $0.with { $0.isStreamed = true } })
    let package = try OfficePackage(reading: builder.bytes())
    #expect(package.content(of: "word/document.xml") == builder.entries[2].content)
    let again = try OfficePackage(reading: try package.archived())
    #expect(again.content(of: "word/document.xml") == builder.entries[2].content)
  }

  @Test("A document with folders in its archive would be refused, or its parts be mixed up")
  func folders() throws {
    var builder = ZipBuilder.document
    builder.entries.insert(ZipBuilder.Entry("word/", ""), at: 1)
    let package = try OfficePackage(reading: builder.bytes())
    #expect(package.partNames == ZipBuilder.document.entries.map(\.name))
    #expect(package.content(of: "word/document.xml") == ZipBuilder.document.entries[2].content)
    let names = try stored(package.archived()).map(\.name)
    #expect(names == builder.entries.map(\.name))
  }

  @Test("A sound document would be refused for what a mail program left behind it")
  func trailingBytes() throws {
    let whole = ZipBuilder.document.bytes()
    let trailing: [[UInt8]] = [[0], Array("\r\n".utf8), [UInt8](repeating: 0, count: 60_000)]
    for bytes in trailing {
      let package = try OfficePackage(reading: whole + bytes)
      #expect(try package.archived() == OfficePackage(reading: whole).archived())
    }
    // A comment of two bytes is no reason either.
    let package = try OfficePackage(reading: whole.dropLast(2) + [2, 0, 0x50, 0x4B])
    #expect(package.partNames == ZipBuilder.document.entries.map(\.name))
  }
}
