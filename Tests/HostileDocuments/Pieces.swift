import OfficePackage
import TestSupport

/// What hostile documents are put together from.
enum Pieces {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let office = "application/vnd.openxmlformats-officedocument."

  /// The text of each document that is to be read.
  static let text = "Құрметті депутат!"
  static let paragraph = "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"

  /// An outermost element of WordprocessingML with the usual namespaces.
  static func root(_ name: String, _ content: String) -> String {
    "<w:\(name) xmlns:w='\(word)' xmlns:r='\(kinds)' "
      + "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
      + "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
      + "xmlns:v='urn:schemas-microsoft-com:vml'>\(content)</w:\(name)>"
  }

  static func body(_ content: String) -> String {
    root("document", "<w:body>\(content)<w:sectPr/></w:body>")
  }

  static func types(main: String = "wordprocessingml.document") -> ZipBuilder.Entry {
    ZipBuilder.Entry(
      "[Content_Types].xml",
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        + "<Default Extension='xml' ContentType='\(office)\(main).main+xml'/></Types>")
  }

  /// An entry compressed as programs compress it, made of `unit` repeated.
  static func entry(
    _ name: String, _ before: String = "", repeating unit: String, _ count: Int,
    _ after: String = ""
  ) -> ZipBuilder.Entry {
    var writer = EntryWriter()
    writer.write(Array(before.utf8)[...])
    let many = max(1, (1 << 20) / unit.utf8.count)
    let block = Array(String(repeating: unit, count: many).utf8)
    for _ in 0..<count / many { writer.write(block[...]) }
    writer.write(block.prefix(count % many * unit.utf8.count))
    writer.write(Array(after.utf8)[...])
    return entry(writer.finish(name: name))
  }

  static func entry(_ name: String, _ content: [UInt8]) -> ZipBuilder.Entry {
    var writer = EntryWriter()
    writer.write(content[...])
    return entry(writer.finish(name: name))
  }

  static func entry(_ name: String, _ content: String) -> ZipBuilder.Entry {
    entry(name, Array(content.utf8))
  }

  private static func entry(_ packed: PackageEntry) -> ZipBuilder.Entry {
    ZipBuilder.Entry(packed.name, "").with {
      $0.method = packed.method.rawValue
      $0.stored = packed.stored
      $0.checksum = packed.checksum
      $0.size = UInt32(packed.size)
    }
  }

  /// A package around a main part, with other parts that it is related to by their names: `word/header1.xml` is a `header` with the id `header1`.
  static func package(
    _ main: ZipBuilder.Entry, _ parts: [ZipBuilder.Entry] = [], others: [ZipBuilder.Entry] = []
  ) -> ZipBuilder {
    let links = parts.map { part in
      let file = String(part.name.dropFirst("word/".count))
      let id = String(file.prefix { $0 != "." })
      return (id: id, kind: id.filter(\.isLetter), target: file, mode: String?.none)
    }
    return ZipBuilder(
      [
        types(), ZipBuilder.packageRelationships, main,
        ZipBuilder.relationships("word/_rels/document.xml.rels", links),
      ] + parts + others)
  }

  static func main(_ content: String) -> ZipBuilder.Entry {
    entry("word/document.xml", body(content))
  }

  /// A document with this body and these parts.
  static func document(_ content: String, _ parts: (name: String, content: String)...) -> [UInt8] {
    package(main(content), parts.map { entry($0.name, $0.content) }).bytes()
  }

  /// An ordinary document.
  static var plain: ZipBuilder {
    package(
      main(paragraph), [entry("word/styles.xml", root("styles", ""))],
      others: [entry("word/media/image1.png", [UInt8](repeating: 7, count: 500))])
  }

  /// The ordinary document with the part `name` changed.
  static func plain(changing name: String, _ change: (inout ZipBuilder.Entry) -> Void) -> [UInt8] {
    var builder = plain
    for index in builder.entries.indices where builder.entries[index].name == name {
      change(&builder.entries[index])
    }
    return builder.bytes()
  }

  /// The ordinary document with one entry more.
  static func plain(adding entry: ZipBuilder.Entry) -> [UInt8] {
    var builder = plain
    builder.entries.append(entry)
    return builder.bytes()
  }

  /// Bytes that cannot be compressed, always the same.
  static func noise(_ count: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 11)
    return (0..<count / 8).flatMap { _ in
      withUnsafeBytes(of: random.next()) { Array($0) }
    }
  }

  static func nested(_ open: String, _ close: String, _ depth: Int, around inner: String) -> String
  {
    String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
  }
}
