import TestSupport

extension HostileDocument {
  /// Files that are no Word documents, whatever their names say.
  static let otherFormats: [HostileDocument] = [
    HostileDocument("empty-file", .refused("D101")) { [] },
    HostileDocument("one-byte", .refused("D101")) { [0x50] },
    HostileDocument("plain-text", .refused("D101")) { Array(Pieces.text.utf8) },
    HostileDocument("old-doc", .refused("D101")) { compound + [UInt8](repeating: 0, count: 4096) },
    HostileDocument("document-with-a-password", .refused("D104")) {
      compound + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }
    },
    HostileDocument("rich-text", .refused("D101")) { Array("{\\rtf1\\ansi text}".utf8) },
    HostileDocument("web-page", .refused("D101")) { Array("<!DOCTYPE html><p>text".utf8) },
    HostileDocument("pdf", .refused("D101")) { Array("%PDF-1.7\n".utf8) },
    HostileDocument("xml", .refused("D101")) { Array("<?xml version='1.0'?><w/>".utf8) },
    HostileDocument("open-document", .refused("D101")) {
      ZipBuilder([
        .init("mimetype", "application/vnd.oasis.opendocument.text"),
        .init("content.xml", "<office/>"),
      ]).bytes()
    },
    HostileDocument("workbook", .refused("D101")) { package(main: "spreadsheetml.sheet") },
    HostileDocument("presentation", .refused("D101")) {
      package(main: "presentationml.presentation")
    },
    HostileDocument("any-archive", .refused("D110")) {
      ZipBuilder([.init("a.txt", "text")]).bytes()
    },
    HostileDocument("archive-of-nothing", .refused("D110")) { ZipBuilder([]).bytes() },
    HostileDocument("no-content-types", .refused("D110")) {
      ZipBuilder(Array(Pieces.plain.entries.dropFirst())).bytes()
    },
    HostileDocument("no-relationships", .refused("D110")) {
      ZipBuilder(Pieces.plain.entries.filter { $0.name != "_rels/.rels" }).bytes()
    },
    HostileDocument("no-main-part", .refused("D110")) {
      ZipBuilder(Pieces.plain.entries.filter { $0.name != "word/document.xml" }).bytes()
    },
  ]

  /// How files begin that Word wrote before 2007.
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func package(main: String) -> [UInt8] {
    var builder = Pieces.plain
    builder.entries[0] = Pieces.types(main: main)
    return builder.bytes()
  }
}
