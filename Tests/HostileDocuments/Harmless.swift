import TestSupport

extension HostileDocument {
  /// Archives that look odd and are Word documents all the same.
  static let harmless: [HostileDocument] =
    [
      harmless("bytes-behind-the-archive") {
        Pieces.plain.bytes() + [UInt8](repeating: 0, count: 1000)
      },
      harmless("archive-in-the-archive") {
        let bomb = Pieces.package(
          Pieces.entry("word/document.xml", repeating: " ", 20 << 20)
        ).bytes()
        return Pieces.plain(adding: .init("word/embeddings/a.docx", bomb))
      },
      harmless("picture-of-nothing-but-zeros") {
        Pieces.plain(adding: Pieces.entry("word/media/a.bmp", repeating: "\0", 180 << 20))
      },
      harmless("folders") { Pieces.plain(adding: .init("word/", "")) },
      harmless("slash-before-all-names") {
        ZipBuilder(Pieces.plain.entries.map { entry in entry.with { $0.name = "/" + $0.name } })
          .bytes()
      },
      harmless("backslashes-in-all-names") {
        ZipBuilder(
          Pieces.plain.entries.map { entry in
            entry.with { $0.name = String($0.name.map { $0 == "/" ? "\\" : $0 }) }
          }
        ).bytes()
      },
      harmless("parts-that-are-not-there") {
        ZipBuilder(Pieces.plain.entries.filter { $0.name != "word/styles.xml" }).bytes()
      },
      harmless("document-related-to-itself") {
        linked([("r1", "header", "document.xml", nil), ("r2", "styles", "document.xml", nil)])
      },
      harmless("targets-out-of-the-package") {
        linked([
          ("r1", "header", "../../../etc/passwd", nil), ("r2", "image", "file:///etc/passwd", nil),
          ("r3", "footer", "http://example.invalid/footer.xml", "External"),
        ])
      },
    ] + spelled

  /// The ordinary document as other programs write it.
  private static let spelled: [HostileDocument] = [
    respelled("utf-16-in-all-parts") { _, text in utf16(text, isBig: false) },
    respelled("utf-16-the-other-way-round") { _, text in utf16(text, isBig: true) },
    respelled("byte-order-mark-in-all-parts") { _, text in [0xEF, 0xBB, 0xBF] + text.utf8 },
    respelled("strict") { _, text in
      Array(
        text.replacing(Pieces.word, with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
          .replacing(Pieces.kinds, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
          .utf8)
    },
    respelled("other-prefix") { _, text in
      Array(text.replacing("w:", with: "ns0:").replacing("xmlns:w=", with: "xmlns:ns0=").utf8)
    },
    respelled("no-prefix") { name, text in
      guard name.hasPrefix("word/") && name.hasSuffix(".xml") else { return Array(text.utf8) }
      return Array(
        text.replacing("<w:", with: "<").replacing("</w:", with: "</")
          .replacing("xmlns:w=", with: "xmlns=").utf8)
    },
    respelled("macros") { _, text in
      let office = "\(Pieces.office)wordprocessingml.document.main"
      return Array(
        text.replacing(office, with: "application/vnd.ms-word.document.macroEnabled.main").utf8)
    },
    harmless("windows-1251") {
      let start = "<?xml version='1.0' encoding='windows-1251'?>"
      let markup = Pieces.body(Pieces.paragraph + "<w:p><w:r><w:t>\u{1}</w:t></w:r></w:p>")
      let old: [UInt8] = [0xCF, 0xF0, 0xE8, 0xEA, 0xE0, 0xE7]
      let bytes = (start + markup).unicodeScalars.flatMap { scalar -> [UInt8] in
        switch scalar.value {
        case 1: old
        case 0..<128: [UInt8(scalar.value)]
        default: Array("&#\(scalar.value);".utf8)
        }
      }
      return Pieces.package(Pieces.entry("word/document.xml", bytes)).bytes()
    },
    harmless("main-part-of-another-name") {
      var builder = Pieces.plain
      builder.entries.removeAll { $0.name.hasSuffix("document.xml") || $0.name == "_rels/.rels" }
      builder.entries += [
        Pieces.main(Pieces.paragraph).with { $0.name = "content/мәтін 1.xml" },
        ZipBuilder.relationships(
          "_rels/.rels", [("a", "officeDocument", "/Content/%D0%BC%D3%99%D1%82ін%201.XML", nil)]),
      ]
      return builder.bytes()
    },
    harmless("zip64") {
      let whole = Pieces.plain.bytes()
      let end = Array(whole.suffix(22))
      func wide(_ range: Range<Int>) -> [UInt8] {
        end[range] + [UInt8](repeating: 0, count: 8 - range.count)
      }
      var record: [UInt8] = [0x50, 0x4B, 6, 6, 44] + [UInt8](repeating: 0, count: 7)
      record += [45, 0, 45, 0] + [UInt8](repeating: 0, count: 8)
      record += wide(10..<12) + wide(10..<12) + wide(12..<16) + wide(16..<20)
      let place = withUnsafeBytes(of: UInt64(whole.count - 22).littleEndian) { Array($0) }
      record += [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + place + [1, 0, 0, 0]
      record += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 12) + [0, 0]
      return Array(whole.dropLast(22)) + record
    },
    harmless("sizes-behind-the-content") {
      ZipBuilder(Pieces.plain.entries.map { entry in entry.with { $0.isStreamed = true } }).bytes()
    },
    harmless("type-of-the-file-as-first-entry") {
      ZipBuilder([.init("mimetype", "application/msword")] + Pieces.plain.entries).bytes()
    },
    harmless("content-types-in-other-letters-and-last") {
      let types = Pieces.plain.entries[0].with { $0.name = "[content_types].XML" }
      return ZipBuilder(Pieces.plain.entries.dropFirst() + [types]).bytes()
    },
  ]

  /// The ordinary document with each part written otherwise.
  private static func respelled(
    _ name: String, _ write: @escaping @Sendable (_ part: String, _ text: String) -> [UInt8]
  ) -> HostileDocument {
    harmless(name) {
      let package = Pieces.package(
        ZipBuilder.Entry("word/document.xml", Pieces.body(Pieces.paragraph)),
        [ZipBuilder.Entry("word/styles.xml", Pieces.root("styles", ""))])
      return ZipBuilder(
        package.entries.map { entry in
          let text = String(decoding: entry.content, as: UTF8.self)
          return Pieces.entry(entry.name, write(entry.name, text))
        }
      ).bytes()
    }
  }

  private static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?>\(text)".utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }

  static func harmless(
    _ name: String, _ make: @escaping @Sendable () -> [UInt8]
  ) -> HostileDocument { HostileDocument(name, .read(Pieces.text), make) }

  static func linked(
    _ links: [(id: String, kind: String, target: String, mode: String?)]
  ) -> [UInt8] {
    Pieces.plain(changing: "word/_rels/document.xml.rels") {
      $0 = ZipBuilder.relationships("word/_rels/document.xml.rels", links)
    }
  }
}
