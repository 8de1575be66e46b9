import OfficePackage
import Testing

@Suite struct ArchiveEncoderTests {
  @Test("A package that is written entry by entry would be another one")
  func package() throws {
    var archive = ArchiveEncoder()
    var bytes: [UInt8] = []
    let types = """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="xml" ContentType="application/xml"/></Types>
      """
    for (name, text) in [("[Content_Types].xml", types), ("хат/1.xml", "<a>Қ</a>")] {
      var writer = EntryWriter()
      writer.write(Array(text.utf8)[...])
      archive.append(writer.finish(name: name), to: &bytes)
    }
    archive.append(PackageEntry(storing: Array("raw".utf8), name: "raw.bin"), to: &bytes)
    bytes += archive.finish()
    let package = try OfficePackage(reading: bytes)
    #expect(
      package.content(of: "хат/1.xml").map { String(decoding: $0, as: UTF8.self) } == "<a>Қ</a>")
    #expect(package.content(of: "raw.bin") == Array("raw".utf8))
  }

  @Test("With more letters than an old archive holds some would be lost")
  func manyEntries() {
    let count = 66_000
    var archive = ArchiveEncoder()
    var entries: [UInt8] = []
    for number in 0..<count {
      archive.append(PackageEntry(storing: [], name: "\(number)"), to: &entries)
    }
    let directory = archive.finish()
    // The number of entries in the record for large archives (APPNOTE.TXT §4.3.14), which the short one refers to.
    let short = directory.suffix(22)
    #expect(Array(short.dropFirst(8).prefix(4)) == [0xFF, 0xFF, 0xFF, 0xFF])
    let large = Array(directory.suffix(22 + 20 + 56).prefix(56))
    #expect(Array(large.prefix(4)) == [0x50, 0x4B, 0x06, 0x06])
    func number(at offset: Int) -> Int {
      (0..<8).reduce(0) { $0 | Int(large[offset + $1]) << (8 * $1) }
    }
    #expect(number(at: 24) == count && number(at: 32) == count)
    #expect(number(at: 48) == entries.count)
    #expect(number(at: 40) == directory.count - 22 - 20 - 56)
  }
}
