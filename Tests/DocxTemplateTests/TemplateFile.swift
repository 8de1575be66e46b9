import TestSupport
import Diagnostics
import DocxTemplate
import JSON
import Jinja
import OfficePackage
import Testing
import WordprocessingML

/// A Word document with tags for a test, made of the markup of its parts.
struct TemplateFile {
  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var body: String
  var header: String?
  var footer: String?
  /// Other parts that hold text: the kind of the relationship and the content of the part's outermost element.
  var stories: [(kind: String, content: String)] = []
  /// Relationships of the main document to the outside: id, kind, address.
  var addresses: [(id: String, kind: String, address: String)] = []
  /// The content of the core properties.
  var properties: String?

  init(_ body: String, header: String? = nil, footer: String? = nil) {
    self.body = body
    self.header = header
    self.footer = footer
  }

  func archive() -> [UInt8] {
    var links = ""
    var parts: [(name: String, content: String)] = []
    for (kind, root, content) in [("header", "hdr", header), ("footer", "ftr", footer)] {
      guard let content else { continue }
      links +=
        "<Relationship Id='\(kind)' Type='\(Self.relationships)/\(kind)' Target='\(kind)1.xml'/>"
      parts.append(("word/\(kind)1.xml", Self.part(root, content)))
    }
    for (kind, content) in stories {
      links +=
        "<Relationship Id='\(kind)' Type='\(Self.relationships)/\(kind)' Target='\(kind).xml'/>"
      parts.append(("word/\(kind).xml", Self.part(kind, content)))
    }
    for (id, kind, address) in addresses {
      links +=
        "<Relationship Id='\(id)' Type='\(Self.relationships)/\(kind)' Target='\(address)' TargetMode='External'/>"
    }
    var rootLinks =
      "<Relationship Id='r1' Type='\(Self.relationships)/officeDocument' Target='word/document.xml'/>"
    if let properties {
      rootLinks +=
        "<Relationship Id='r2' Type='http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties' Target='docProps/core.xml'/>"
      parts.append(
        (
          "docProps/core.xml",
          "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'>\(properties)</cp:coreProperties>"
        ))
    }
    let references = ["header", "footer"].map { kind in
      links.contains("Id='\(kind)'") ? "<w:\(kind)Reference w:type='default' r:id='\(kind)'/>" : ""
    }
    let main = "<w:body>\(body)<w:sectPr>\(references.joined())</w:sectPr></w:body>"
    return StoredArchive.bytes(
      of: [
        (
          "[Content_Types].xml",
          Self.types(of: parts.map(\.name))
        ),
        (
          "_rels/.rels",
          Self.links(rootLinks)
        ),
        ("word/_rels/document.xml.rels", Self.links(links)),
        ("word/document.xml", Self.part("document", main)),
        ("word/theme/untouched.bin", "\0\u{1}x"),
      ] + parts)
  }

  private static func types(of parts: [String]) -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let own = parts.map { name in
      let kind = name.split(separator: "/").last?.prefix { $0.isLetter } ?? ""
      let type =
        kind == "core"
        ? "application/vnd.openxmlformats-package.core-properties+xml" : "\(word)\(kind)+xml"
      return "<Override PartName='/\(name)' ContentType='\(type)'/>"
    }
    return """
      <Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>\
      <Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>\
      <Default Extension='bin' ContentType='application/octet-stream'/>\
      <Override PartName='/word/document.xml' ContentType='\(word)document.main+xml'/>\(own.joined())</Types>
      """
  }

  private static func links(_ links: String) -> String {
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\(links)</Relationships>"
  }

  private static func part(_ root: String, _ content: String) -> String {
    """
    <w:\(root) xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='\(relationships)' \
    xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' \
    xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml' \
    xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml'>\
    \(content)</w:\(root)>
    """
  }

  /// What compiling and filling gives.
  func filled(
    _ data: String = "{}", undefined: UndefinedMode = .default, usesWordPlaceholders: Bool = false
  ) throws -> Filled {
    let bytes = archive()
    let (template, found) = try DocxTemplate.compile(
      bytes, file: "үлгі.docx", environment: Environment(undefined: undefined),
      usesWordPlaceholders: usesWordPlaceholders)
    guard let template else { return Filled(refused: found) }
    return Filled(try template.render(try context(data)), after: found, madeFrom: [bytes])
  }
}

/// A document that came out, or the reasons why none did.
struct Filled {
  let document: [UInt8]?
  let diagnostics: [Diagnostic]

  /// What a rendering gave, which must be as valid as what it was `madeFrom`.
  init(
    _ rendered: (document: [UInt8]?, diagnostics: [Diagnostic]), after found: [Diagnostic] = [],
    madeFrom sources: [[UInt8]]
  ) {
    document = rendered.document
    diagnostics = found + rendered.diagnostics
    if let document {
      #expect(DocumentValidity.faults(in: document, madeFrom: sources) == [])
    }
  }

  init(refused diagnostics: [Diagnostic]) {
    document = nil
    self.diagnostics = diagnostics
  }

  var rules: [String] { diagnostics.map(\.rule) }

  /// The lines of the document's text.
  func lines() throws -> [String] {
    let document = try #require(document, "\(diagnostics.map(\.message.en))")
    let text = try WordDocument(OfficePackage(reading: document)).plainText()
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The markup of a part, which must be well-formed.
  func markup(_ part: String = "word/document.xml") throws -> String {
    let document = try #require(document, "\(diagnostics.map(\.message.en))")
    let package = try OfficePackage(reading: document)
    _ = try package.tree(of: part)
    return String(decoding: try #require(package.content(of: part)), as: UTF8.self)
  }
}

func context(_ data: String) throws -> ObjectValue {
  guard case .object(let context) = Value(try JSON(parsing: data)) else { throw NoObject() }
  return context
}

struct NoObject: Error {}

/// The lines that a body gives with the data.
func fill(_ body: String, _ data: String = "{}") throws -> [String] {
  try TemplateFile(body).filled(data).lines()
}

/// A run, whose text is escaped.
func r(_ text: String, _ properties: String = "") -> String {
  let escaped = text.unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    default: String(scalar)
    }
  }
  let rPr = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
  return "<w:r>\(rPr)<w:t xml:space='preserve'>\(escaped.joined())</w:t></w:r>"
}

/// A paragraph of one run.
func p(_ text: String) -> String { "<w:p>\(r(text))</w:p>" }

/// A table of rows, each a list of the content of its cells.
func tbl(_ rows: [[String]]) -> String {
  let columns = rows.map(\.count).max() ?? 0
  let rows = rows.map { cells in
    "<w:tr>" + cells.map { "<w:tc><w:tcPr/>\($0)</w:tc>" }.joined() + "</w:tr>"
  }
  let grid = String(repeating: "<w:gridCol/>", count: columns)
  return "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(rows.joined())</w:tbl>"
}
