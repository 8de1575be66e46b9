import Diagnostics
import DocxTemplate
import JSON
import Jinja
import OfficePackage
import TestSupport
import Testing
import WordprocessingML

/// A template for typed values: styles, a header, a footnote, and files that the data may name.
struct ValueFile {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  var body: String
  var header = "<w:p/>"
  var styles =
    """
    <w:style w:type='paragraph' w:styleId='a1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:type='character' w:styleId='a2'><w:name w:val='Strong'/></w:style>\
    <w:style w:type='character' w:styleId='a3'><w:name w:val='Hyperlink'/></w:style>\
    <w:style w:type='table' w:styleId='a4'><w:name w:val='Table Grid'/></w:style>
    """
  /// The prefix of WordprocessingML in the body.
  var prefix = "w"
  /// Other parts: the kind of the relationship and the content of the part's outermost element.
  var stories: [(kind: String, content: String)] = []
  var files: [String: [UInt8]] = ["photo.png": Pictures.png(width: 120, height: 80)]

  init(_ body: String) { self.body = body }

  func archive() -> [UInt8] {
    let types = "http://schemas.openxmlformats.org/package/2006/content-types"
    let document =
      """
      <\(prefix):document xmlns:\(prefix)='\(Self.word)' xmlns:r='\(Self.relationships)'><\(prefix):body>\(body)\
      <\(prefix):sectPr><\(prefix):headerReference \(prefix):type='default' r:id='rId2'/></\(prefix):sectPr>\
      </\(prefix):body></\(prefix):document>
      """
    let own = stories.map {
      "<Override PartName='/word/\($0.kind).xml' ContentType='\(Self.type).\($0.kind)+xml'/>"
    }
    let parts = stories.map { kind, content in
      (
        name: "word/\(kind).xml",
        content: "<w:\(kind) xmlns:w='\(Self.word)'>\(content)</w:\(kind)>"
      )
    }
    return StoredArchive.bytes(
      of: [
        (
          "[Content_Types].xml",
          """
          <Types xmlns='\(types)'><Default Extension='xml' ContentType='application/xml'/>\
          <Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>\
          <Override PartName='/word/document.xml' ContentType='\(Self.type).document.main+xml'/>\
          <Override PartName='/word/header1.xml' ContentType='\(Self.type).header+xml'/>\
          <Override PartName='/word/styles.xml' ContentType='\(Self.type).styles+xml'/>\(own.joined())</Types>
          """
        ),
        ("_rels/.rels", Self.links([("officeDocument", "word/document.xml")])),
        (
          "word/_rels/document.xml.rels",
          Self.links(
            [("styles", "styles.xml"), ("header", "header1.xml")]
              + stories.map { ($0.kind, "\($0.kind).xml") })
        ),
        ("word/document.xml", document),
        (
          "word/header1.xml",
          "<w:hdr xmlns:w='\(Self.word)' xmlns:r='\(Self.relationships)'>\(header)</w:hdr>"
        ),
        ("word/styles.xml", "<w:styles xmlns:w='\(Self.word)'>\(styles)</w:styles>"),
      ] + parts)
  }

  private static func links(_ links: [(kind: String, target: String)]) -> String {
    let elements = links.enumerated().map { index, link in
      "<Relationship Id='rId\(index + 1)' Type='\(relationships)/\(link.kind)' Target='\(link.target)'/>"
    }
    return
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\(elements.joined())</Relationships>"
  }

  /// The data, and what is wrong with their typed values.
  func values(_ data: String) throws -> (value: Value, diagnostics: [Diagnostic]) {
    let files = files
    let read: TypedValues.FileReader = { name throws(TypedValues.FileRefusal) in
      guard let bytes = files[name] else { throw .missing }
      return bytes
    }
    let result = try TypedValues.value(parsing: Array(data.utf8), file: "d.json", readFile: read)
    // Whether data come as text or as a tree makes no difference.
    let other = TypedValues.value(of: try JSON(parsing: data), file: "d.json", readFile: read)
    #expect(result.value.text == other.value.text)
    #expect(result.diagnostics == other.diagnostics)
    return result
  }

  func filled(_ data: String) throws -> Filled {
    let (value, findings) = try values(data)
    guard !findings.hasErrors, case .object(let context) = value else {
      return Filled(refused: findings)
    }
    let bytes = archive()
    let (template, found) = try DocxTemplate.compile(
      bytes, file: "үлгі.docx", environment: Environment(undefined: .strict))
    guard let template else { return Filled(refused: found) }
    let documents = files.values.filter { $0.starts(with: Array("PK".utf8)) }
    return Filled(
      try template.render(context), after: findings + found, madeFrom: [bytes] + documents)
  }
}

extension Filled {
  func package() throws -> OfficePackage {
    try OfficePackage(reading: #require(document, "\(diagnostics.map(\.message.en))"))
  }

  /// The sizes of the pictures that stand in lines of text, in EMU.
  func extents() throws -> [(width: Int, height: Int)] {
    try markup().matches(of: /<wp:extent cx="(\d+)" cy="(\d+)"/).compactMap { match in
      guard let width = Int(match.1), let height = Int(match.2) else { return nil }
      return (width, height)
    }
  }

  /// The names of the pictures that the document holds.
  func media() throws -> [String] {
    try package().partNames.filter { $0.hasPrefix("word/media/") }
  }

  /// The relationships of a part by their ids.
  func links(of part: String = "word/document.xml") throws -> [String: Relationship] {
    let links = try package().relationships(of: part)
    return Dictionary(uniqueKeysWithValues: links.map { ($0.id, $0) })
  }
}

/// The findings that a typed value `x` has, as rule and path.
func findings(_ value: String, in file: ValueFile = ValueFile("<w:p/>")) throws -> [String] {
  let (_, diagnostics) = try file.values(#"{"x": \#(value)}"#)
  return diagnostics.map { "\($0.rule) \($0.places.first?.block ?? "")" }
}
