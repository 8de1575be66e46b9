import OfficePackage
import TestSupport
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
  var settings: String?
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

  func text(_ change: (inout TextOptions) -> Void = { _ in }) throws -> String {
    var options = TextOptions()
    change(&options)
    return try document().plainText(options)
  }

  func lines(_ change: (inout TextOptions) -> Void = { _ in }) throws -> [String] {
    try text(change).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }

  func blocks() throws -> [TextBlock] { try document().textBlocks() }

  /// The main part as a tree.
  func tree() throws -> WordTree {
    WordTree(try OfficePackage(reading: archive()).tree(of: "word/document.xml"))
  }

  func archive() -> [UInt8] { StoredArchive.bytes(of: parts()) }

  func parts() -> [(name: String, content: String)] {
    var parts = [("word/document.xml", root("document", element("body", body)))]
    var links: [(id: String, kind: String, target: String)] = []
    let optional = [
      ("styles", styles), ("numbering", numbering), ("footnotes", footnotes),
      ("endnotes", endnotes), ("settings", settings),
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
}
