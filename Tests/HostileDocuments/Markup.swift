import TestSupport

extension HostileDocument {
  /// Parts that are no XML, or XML that harms whoever reads it.
  static let markup = types + encodings + malformed + depths + masses

  private static let types: [HostileDocument] =
    [
      (
        "entities-in-entities",
        "<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY x '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
      ),
      ("entity-of-a-file", "<!ENTITY x SYSTEM 'file:///etc/passwd'>"),
      ("entity-of-an-address", "<!ENTITY x SYSTEM 'http://example.invalid/x'>"),
      ("parameter-entity", "<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;<!ENTITY x ''>"),
      ("entity-in-itself", "<!ENTITY x '&x;'>"),
    ].map { name, entities in
      HostileDocument(name, .refused("D109", part: main, line: 2)) {
        document("<?xml version='1.0'?>\n<!DOCTYPE w [\(entities)]>\n<w>&x;</w>")
      }
    } + [
      HostileDocument("entity-repeated", .refused("D109", part: main, line: 1)) {
        let value = String(repeating: "x", count: 50_000)
        let uses = String(repeating: "&x;", count: 50_000)
        return document("<!DOCTYPE w [<!ENTITY x '\(value)'>]><w>\(uses)</w>")
      },
      HostileDocument("document-type-elsewhere", .refused("D109", part: main, line: 1)) {
        document("<!DOCTYPE w SYSTEM 'http://example.invalid/w.dtd'><w/>")
      },
      HostileDocument(
        "document-type-of-a-header", .refused("D109", part: "word/header1.xml", line: 1)
      ) {
        Pieces.document(
          Pieces.paragraph, ("word/header1.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"))
      },
      HostileDocument(
        "document-type-of-the-styles", .refused("D109", part: "word/styles.xml", line: 1)
      ) { Pieces.document(Pieces.paragraph, ("word/styles.xml", "<!DOCTYPE a><a/>")) },
      HostileDocument(
        "document-type-of-the-relationships", .refused("D109", part: "_rels/.rels", line: 1)
      ) { changing("_rels/.rels", "<!DOCTYPE a [<!ENTITY b 'c'>]><Relationships/>") },
      HostileDocument(
        "document-type-of-the-content-types", .refused("D109", part: "[Content_Types].xml", line: 1)
      ) { changing("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><Types/>") },
    ]

  private static let encodings: [HostileDocument] = [
    encoding("no-utf-8") { Array("<w>".utf8) + [0xFF] + Array("</w>".utf8) },
    encoding("utf-8-too-long") { Array("<w>".utf8) + [0xC0, 0xBC] + Array("</w>".utf8) },
    encoding("utf-7") { Array("<?xml version='1.0' encoding='UTF-7'?>+ADw-w/+AD4-".utf8) },
    encoding("utf-32") { [0xFF, 0xFE, 0, 0] + "<w/>".utf8.flatMap { [$0, 0, 0, 0] } },
    encoding("ebcdic") { [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40] },
    encoding("unknown-encoding") {
      Array("<?xml version='1.0' encoding='x-none'?><w/>".utf8)
    },
    encoding("utf-16-cut") { [0xFF, 0xFE] + "<w>a</w".utf8.flatMap { [$0, 0] } + [0x3E] },
    encoding("noise-as-markup") { Pieces.noise(10_000) },
  ]

  private static func encoding(
    _ name: String, _ content: @escaping @Sendable () -> [UInt8]
  ) -> HostileDocument {
    HostileDocument(name, .refused("D109", part: main, line: 1)) {
      Pieces.package(Pieces.entry(main, content())).bytes()
    }
  }

  private static let malformed: [HostileDocument] =
    [
      ("zero-in-markup", "<w>\n\0</w>", 2), ("control-character", "<w>\n\u{1}</w>", 2),
      ("reference-to-zero", "<w>\n&#0;</w>", 2), ("tags-crossed", "<w>\n<a><b></a></b></w>", 2),
      ("prefix-without-namespace", "<w>\n<x:a/></w>", 2), ("two-roots", "<w/>\n<w/>", 2),
      ("tag-cut", "<w>\n<a b='", 2), ("empty-part", "", 1), ("text-without-tags", "text", 1),
      ("attribute-twice", "<w>\n<a b='1' b='2'/></w>", 2),
    ].map { name, text, line in
      HostileDocument(name, .refused("D109", part: main, line: line)) { document(text) }
    }

  private static let depths: [HostileDocument] =
    [
      ("nested-elements", "<w:x>", "</w:x>"),
      ("nested-tables", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
      ("nested-controls", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
      ("nested-links", "<w:hyperlink>", "</w:hyperlink>"),
      ("nested-fields", "<w:fldSimple w:instr='QUOTE'>", "</w:fldSimple>"),
      (
        "nested-text-boxes", "<w:p><w:r><w:pict><v:textbox><w:txbxContent>",
        "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
      ),
      (
        "nested-alternatives", "<mc:AlternateContent><mc:Choice Requires='wps'>",
        "</mc:Choice></mc:AlternateContent>"
      ),
    ].map { name, open, close in
      HostileDocument("100000-\(name)", .refused("D111", part: main, line: 1)) {
        // Each a little different, or the limit of compression would be first.
        let opened = (0..<100_000).map { number in
          open.replacing(">", with: " w:n='\(number)'>", maxReplacements: 1)
        }
        return Pieces.document(
          opened.joined() + Pieces.paragraph + String(repeating: close, count: 100_000))
      }
    }

  private static let masses: [HostileDocument] = [
    mass("million-attributes", "<w ") { "a\($0)='' " },
    mass("million-namespaces", "<w ") { "xmlns:a\($0)='b' " },
    mass("many-tags-of-many-attributes", "<w>") { tag in
      tag < 60 ? "<a " + (0..<8000).map { "a\($0)='' " }.joined() + "/>" : ""
    },
    mass("namespaces-in-depth", "<w>") { depth in
      depth < 3000 ? "<a " + (0..<100).map { "xmlns:a\(depth)-\($0)='b' " }.joined() + ">" : ""
    },
    mass("names-of-many-elements", "<w>") { "<name\($0)/>" },
    mass("long-names", "<w>") { number in
      number < 900 ? "<a\(number)\(String(repeating: "a", count: 4000))/>" : ""
    },
    mass("long-namespace", "<w xmlns='\(String(repeating: "n", count: 1 << 20))'>") { number in
      number < 2000 ? "<a\(number)/>" : ""
    },
    HostileDocument("million-instructions", .refused("D111", part: main)) {
      Pieces.package(Pieces.entry(main, "<w>", repeating: "<?a?>", 800_000, "</w>")).bytes()
    },
  ]

  private static let main = "word/document.xml"

  /// A document whose main part has so many pieces that no limit on bytes refuses it first.
  private static func mass(
    _ name: String, _ start: String, _ piece: @escaping @Sendable (Int) -> String
  ) -> HostileDocument {
    HostileDocument(name, .refused("D111", part: main)) {
      document(start + (0..<1_000_000).map(piece).joined())
    }
  }

  private static func document(_ content: String) -> [UInt8] {
    Pieces.package(Pieces.entry(main, content)).bytes()
  }

  private static func changing(_ name: String, _ content: String) -> [UInt8] {
    Pieces.plain(changing: name) { $0 = ZipBuilder.Entry(name, content) }
  }
}
