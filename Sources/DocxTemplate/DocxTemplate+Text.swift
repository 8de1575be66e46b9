import Jinja
public import OfficePackage
import WordprocessingML

extension DocxTemplate {
  /// The text of a Word document as a plain-text template, for another one that includes it: its paragraphs with U+0007 between them, which begins a new paragraph. Paragraphs with nothing but statements and comments leave nothing behind.
  ///
  /// - Throws: `OfficePackageError` where the bytes are no Word document.
  public static func textTemplate(of bytes: [UInt8]) throws(OfficePackageError) -> [UInt8] {
    let package = try OfficePackage(reading: bytes)
    let tree = WordTree(try package.tree(of: try package.mainDocument()))
    var text: [UInt8] = []
    var isFirst = true
    for paragraph in tree.paragraphs() {
      let isStatement = isOnlyStatements(paragraph.text)
      if !isStatement {
        if !isFirst { text.append(0x07) }
        isFirst = false
      }
      text += paragraph.text
    }
    return text
  }

  /// Whether a paragraph writes nothing: statements and comments, and what a macro in it says when it is called.
  private static func isOnlyStatements(_ text: [UInt8]) -> Bool {
    let tags = TagScanner.tags(in: text)
    var end = 0
    var isInMacro = false
    for tag in tags {
      let inner = text[tag.inner(of: text).range].drop { $0 <= 0x20 }
      if !isInMacro {
        guard tag.kind != .output, text[end..<tag.start].allSatisfy({ $0 <= 0x20 }) else {
          return false
        }
      }
      if tag.kind == .statement, inner.starts(with: "macro".utf8) { isInMacro = true }
      if tag.kind == .statement, inner.starts(with: "endmacro".utf8) { isInMacro = false }
      end = tag.end ?? text.count
    }
    return !tags.isEmpty && (isInMacro || text[end...].allSatisfy { $0 <= 0x20 })
  }
}
