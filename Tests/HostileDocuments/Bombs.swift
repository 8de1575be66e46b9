import TestSupport

extension HostileDocument {
  /// Small files that would become large.
  static let bombs: [HostileDocument] = [
    HostileDocument("bomb-of-spaces", .refused("D103", part: main)) {
      Pieces.package(Pieces.entry(main, start, repeating: " ", 100 << 20, end)).bytes()
    },
    HostileDocument("bomb-of-one-text", .refused("D103", part: main)) {
      let run = start + "<w:p><w:r><w:t>"
      return Pieces.package(
        Pieces.entry(main, run, repeating: "text ", 20 << 20, "</w:t></w:r></w:p>" + end)
      ).bytes()
    },
    HostileDocument("bomb-of-paragraphs", .refused("D103", part: main)) {
      Pieces.package(Pieces.entry(main, start, repeating: "<w:p/>", 5_000_000, end)).bytes()
    },
    // Below the limit of compression, and still more markup than such a small file may have.
    HostileDocument("bomb-of-mixed-paragraphs", .refused("D111", part: main)) {
      let unit = Pieces.noise(176).map { $0 < 128 ? "<w:p/>" : "<w:r/>" }.joined()
      return Pieces.package(Pieces.entry(main, start, repeating: unit, 18_000, end)).bytes()
    },
    HostileDocument("bomb-in-the-styles", .refused("D103", part: "word/styles.xml")) {
      let styles = Pieces.entry(
        "word/styles.xml", "<w:styles xmlns:w='\(Pieces.word)'>", repeating: "<w:style/>",
        4_000_000, "</w:styles>")
      return Pieces.package(Pieces.main(Pieces.paragraph), [styles]).bytes()
    },
    HostileDocument("bomb-in-the-relationships", .refused("D103", part: "_rels/.rels")) {
      var builder = Pieces.plain
      builder.entries[1] = Pieces.entry(
        "_rels/.rels", "<Relationships>", repeating: "<Relationship/>", 1_000_000,
        "</Relationships>")
      return builder.bytes()
    },
    HostileDocument(
      "bomb-of-relationships", .refused("D111", part: "word/_rels/document.xml.rels")
    ) { linked((0..<100_000).map { ("r\($0)", "header", "header\($0).xml", nil) }) },
    HostileDocument("bomb-in-a-picture", .refused("D103", part: "word/media/image2.png")) {
      Pieces.plain(adding: Pieces.entry("word/media/image2.png", repeating: "\0", 240 << 20))
    },
    HostileDocument("bomb-of-many-parts", .refused("D103")) {
      let part = Pieces.entry("a", repeating: " ", 4 << 20)
      let parts = (0..<100).map { number in part.with { $0.name = "word/a\(number).xml" } }
      return Pieces.package(Pieces.main(Pieces.paragraph), others: parts).bytes()
    },
    HostileDocument("bomb-of-many-pictures", .refused("D103")) {
      let part = Pieces.entry("a", repeating: "\0", 100 << 20)
      let parts = (0..<30).map { number in part.with { $0.name = "word/media/\(number).bmp" } }
      return Pieces.package(Pieces.main(Pieces.paragraph), others: parts).bytes()
    },
  ]

  private static let main = "word/document.xml"
  private static let start = "<w:document xmlns:w='\(Pieces.word)'><w:body>"
  private static let end = "</w:body></w:document>"
}
