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

  private static func isOnlyStatements(_ text: [UInt8]) -> Bool {
    let tags = TagScanner.tags(in: text)
    var end = 0
    for tag in tags {
      guard tag.kind != .output, text[end..<tag.start].allSatisfy({ $0 <= 0x20 }) else {
        return false
      }
      end = tag.end ?? text.count
    }
    return !tags.isEmpty && text[end...].allSatisfy { $0 <= 0x20 }
  }
}
