import OfficePackage
import Testing
import WordprocessingML

extension Filled {
  /// The joined text of the first paragraph, with nothing trimmed or added.
  func text() throws -> String {
    let document = try #require(document)
    let tree = WordTree(try OfficePackage(reading: document).tree(of: "word/document.xml"))
    return try #require(tree.paragraphs().first).string
  }
}
