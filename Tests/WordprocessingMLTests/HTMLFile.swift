import OfficePackage
import TestSupport
import Testing
import WordprocessingML

extension WordFile {
  func html(_ changes: TrackedChanges = .accept) throws -> String {
    String(decoding: try document().html(HTMLOptions(changes: changes)), as: UTF8.self)
  }

  /// What stands between the tags `<body>`.
  func shown(_ changes: TrackedChanges = .accept) throws -> String {
    let html = try html(changes)
    let start = try #require(html.firstRange(of: "<body>"))
    return String(html[start.upperBound...])
  }

  /// The declarations that the first element around `text` has.
  func look(of text: String) throws -> String {
    let html = try html()
    let place = try #require(html.firstRange(of: text))
    let tag = try #require(html[..<place.lowerBound].split(separator: "<").last)
    guard let name = tag.split(separator: "\"").dropFirst().first else { return "" }
    return name.split(separator: " ").map { name in
      html.firstRange(of: "\n.\(name){").map { String(html[$0.upperBound...].prefix { $0 != "}" }) }
        ?? ""
    }.joined(separator: ";")
  }

  /// The document with a picture, which `r:embed="rId9"` names.
  func archive(withPicture bytes: [UInt8], named name: String) -> [UInt8] {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    let entries = parts().map { part in
      let link = "<Relationship Id='rId9' Type='\(type)' Target='media/\(name)'/></Relationships>"
      let content =
        part.name.contains("document.xml.rels")
        ? part.content.replacing("</Relationships>", with: link) : part.content
      return (name: part.name, content: Array(content.utf8))
    }
    return StoredArchive.bytes(of: entries + [(name: "word/media/\(name)", content: bytes)])
  }
}
