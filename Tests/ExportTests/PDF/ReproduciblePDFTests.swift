import Testing

@testable import Export

@Suite struct ReproduciblePDFTests {
  private static func pdf(
    text: String = "text", date: String = "D:20261126092209Z'", id: Character = "A",
    checksum: Character = "B", gap: String = "\n"
  ) -> String {
    let (id, sum) = (String(repeating: id, count: 32), String(repeating: checksum, count: 32))
    return """
      %PDF-1.6
      1 0 obj << /Producer<FEFF> /CreationDate(\(date)) /ModDate(\(date))>> endobj
      2 0 obj << /Type /Metadata >> stream
      <xmp:CreateDate>\(date)</xmp:CreateDate><xmpMM:DocumentID>\(id)</xmpMM:DocumentID>
      endstream
      \(text)
      trailer << /ID [ <\(id)>\(gap)<\(id)> ]
      /DocChecksum /\(sum) >>
      %%EOF
      """
  }

  private static func normalised(_ text: String) -> String {
    String(decoding: ReproduciblePDF.bytes(of: Array(text.utf8)), as: UTF8.self)
  }

  @Test("The same letter would be another file each time, or its PDF be broken")
  func equality() {
    let first = Self.normalised(Self.pdf())
    let second = Self.normalised(Self.pdf(date: "D:20270101000000Z'", id: "C", checksum: "D"))
    #expect(first == second)
    #expect(first.utf8.count == Self.pdf().utf8.count)
    #expect(!first.contains("Date(") && !first.contains("2026"))
    #expect(first.contains("/Producer<FEFF>"))
    #expect(first.hasSuffix("%%EOF"))
  }

  @Test("Two letters would have one id, by which programs take them for versions of one file")
  func ids() throws {
    let pattern = /\/ID \[ <([0-9A-F]{32})>\s*<([0-9A-F]{32})> \]/
    let first = try #require(Self.normalised(Self.pdf()).firstMatch(of: pattern))
    let second = try #require(Self.normalised(Self.pdf(text: "other")).firstMatch(of: pattern))
    #expect(first.1 == first.2)
    #expect(first.1 != second.1)
    #expect(!first.1.contains("AAAA"))
  }

  @Test("Something that only looks like a date or an id would be changed")
  func others() {
    let texts = [
      "/CreationDate", "/CreationDate(", "/IDs [ <AB> <CD> ]", "/ID [ <AB> ]", "/ID [",
      "<xmp:CreateDate>", "<xmp:CreateDate>2026<other>", "/DocChecksum /AB",
      "/CreationDate(\(String(repeating: "9", count: 50)))",
    ]
    for text in texts { #expect(Self.normalised(text) == text) }
  }

  @Test("A card would say another number of pages than the letter has")
  func pages() {
    func count(_ text: String) -> Int? { PDFPages.count(in: Array(text.utf8)) }
    #expect(count("1 0 obj <</Type/Pages\n/Kids[ 2 0 R ]\n/Count 12>> endobj /Count 99") == 12)
    #expect(
      count("<</Type/Pages /Count 2>> <</Type/Pages /Count 7>> <</Type/Pages /Count 5>>") == 7)
    #expect(count("<</Type/Page>> /Count 3") == nil)
    #expect(count("") == nil)
  }
}
