import OfficePackage
import WordprocessingML

/// A Word document for a test: the markup of its parts, and what is read of it.
struct WordFile {
  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let strictRelationships =
    "http://purl.oclc.org/ooxml/officeDocument/relationships"
  private static let compatibility =
    "http://schemas.openxmlformats.org/markup-compatibility/2006"

  var body: String
  var styles: String?
  var numbering: String?
  var footnotes: String?
  var endnotes: String?
  /// Header and footer parts by the id of their relationship: `h1` is a header, `f1` a footer.
  var margins: [(id: String, content: String)] = []
  /// The prefix of the main namespace in every part.
  var prefix = "w"
  var isStrict = false

  init(_ body: String) { self.body = body }

  func with(_ change: (inout WordFile) -> Void) -> WordFile {
    var file = self
    change(&file)
    return file
  }

  func document() throws -> WordDocument { try WordDocument(OfficePackage(reading: archive())) }

  func text() throws -> String { try document().plainText() }

  func lines() throws -> [String] {
    try text().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  func blocks() throws -> [TextBlock] { try document().textBlocks() }

  /// The main part as a tree.
  func tree() throws -> WordTree {
    WordTree(try OfficePackage(reading: archive()).tree(of: "word/document.xml"))
  }

  func archive() -> [UInt8] { Self.zip(parts()) }

  func parts() -> [(name: String, content: String)] {
    var parts = [("word/document.xml", root("document", element("body", body)))]
    var links: [(id: String, kind: String, target: String)] = []
    let optional = [
      ("styles", styles), ("numbering", numbering), ("footnotes", footnotes),
      ("endnotes", endnotes),
    ]
    for case (let kind, let content?) in optional {
      parts.append(("word/\(kind).xml", root(kind, content)))
      links.append((kind, kind, "\(kind).xml"))
    }
    for (id, content) in margins {
      let isHeader = id.hasPrefix("h")
      parts.append(("word/\(id).xml", root(isHeader ? "hdr" : "ftr", content)))
      links.append((id, isHeader ? "header" : "footer", "\(id).xml"))
    }
    let types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
    return [
      ("[Content_Types].xml", types),
      ("_rels/.rels", linkList([("rId1", "officeDocument", "word/document.xml")])),
      ("word/_rels/document.xml.rels", linkList(links)),
    ] + parts
  }

  private func element(_ name: String, _ content: String) -> String {
    "<\(prefix):\(name)>\(content)</\(prefix):\(name)>"
  }

  private func root(_ name: String, _ content: String) -> String {
    let main = isStrict ? Self.strict : Self.transitional
    let links = isStrict ? Self.strictRelationships : Self.relationships
    return
      "<\(prefix):\(name) xmlns:\(prefix)='\(main)' xmlns:r='\(links)' xmlns:mc='\(Self.compatibility)' xmlns:v='urn:schemas-microsoft-com:vml'>\(content)</\(prefix):\(name)>"
  }

  private func linkList(_ list: [(id: String, kind: String, target: String)]) -> String {
    let kinds = isStrict ? Self.strictRelationships : Self.relationships
    let links = list.map {
      "<Relationship Id='\($0.id)' Type='\(kinds)/\($0.kind)' Target='\($0.target)'/>"
    }
    return
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\(links.joined())</Relationships>"
  }

  /// An archive whose entries are stored as they are (APPNOTE.TXT §4.3).
  static func zip(_ parts: [(name: String, content: String)]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in parts {
      let bytes = Array(content.utf8)
      let size = UInt32(bytes.count)
      let header =
        [20, 0x800, 0, 0, 0x21].flatMap { little(UInt16($0)) }
        + [checksum(bytes), size, size].flatMap(little)
        + little(UInt16(name.utf8.count)) + [0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0] + header + [UInt8](repeating: 0, count: 10)
      directory += little(UInt32(archive.count)) + name.utf8
      archive += [0x50, 0x4B, 3, 4] + header + name.utf8 + bytes
    }
    let count = UInt16(parts.count)
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(count) + little(count)
    end += little(UInt32(directory.count)) + little(UInt32(archive.count)) + [0, 0]
    return archive + directory + end
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// CRC-32 by half bytes: quick enough for documents of a few megabytes in a debug build.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum = sum >> 4 ^ remainders[Int((sum ^ UInt32(byte)) & 15)]
      sum = sum >> 4 ^ remainders[Int((sum ^ UInt32(byte >> 4)) & 15)]
    }
    return ~sum
  }

  private static let remainders: [UInt32] = (0..<16).map { (index: UInt32) -> UInt32 in
    var sum = index
    for _ in 0..<4 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    return sum
  }
}
