import Diagnostics
import DocxTemplate
import Jinja
import OfficePackage

extension TemplateFile {
  private static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// The document with further parts of `word/`, each `<w:name>` with that content, related to the body by the same name.
  func archive(with parts: (name: String, content: String)...) throws -> [UInt8] {
    var edit = try PackageEdit(OfficePackage(reading: archive()))
    for (name, content) in parts {
      let markup = "<w:\(name) xmlns:w='\(Self.namespace)'>\(content)</w:\(name)>"
      try edit.add(
        "word/\(name).xml",
        contentType:
          "application/vnd.openxmlformats-officedocument.wordprocessingml.\(name)+xml",
        bytes: Array(markup.utf8))
      _ = try edit.relate("word/document.xml", to: "word/\(name).xml", kind: name)
    }
    return try edit.archived()
  }

  /// What `check` finds in a document.
  static func inspected(_ bytes: [UInt8]) throws -> [Diagnostic] {
    try DocxTemplate.compile(
      bytes, file: "үлгі.docx", environment: Environment(), isInspected: true
    ).diagnostics
  }

  func inspected() throws -> [Diagnostic] { try Self.inspected(archive()) }
}
