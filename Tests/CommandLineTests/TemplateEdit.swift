import Foundation
import OfficePackage

/// Changes to a Word template, made as its author makes them.
enum TemplateEdit {
  /// Changes a part's markup in the document at `path`.
  static func change(_ path: String, part: String, _ change: (inout String) throws -> Void) throws {
    let url = URL(fileURLWithPath: path)
    let package = try OfficePackage(reading: Array(Data(contentsOf: url)))
    var markup = String(decoding: package.content(of: part) ?? [], as: UTF8.self)
    try change(&markup)
    try Data(package.archived(replacing: [part: Array(markup.utf8)])).write(to: url)
  }

  /// Types `text` in place of `words`.
  static func type(_ text: String, over words: String, in path: String) throws {
    try change(path, part: "word/document.xml") { markup in
      guard markup.contains(words) else { throw Missing(words: words) }
      markup = markup.replacingOccurrences(of: words, with: text)
    }
  }

  /// Types paragraphs above the one that holds `words`.
  static func insert(
    _ paragraphs: [(style: String, text: String)], above words: String, in path: String
  ) throws {
    try change(path, part: "word/document.xml") { markup in
      guard let place = markup.range(of: words),
        let start = markup.range(
          of: "<w:p>", options: .backwards, range: markup.startIndex..<place.lowerBound)
      else { throw Missing(words: words) }
      let added = paragraphs.map { style, text in
        """
        <w:p><w:pPr><w:pStyle w:val="\(style)"/></w:pPr><w:r><w:t xml:space="preserve">\(text)</w:t></w:r></w:p>
        """
      }
      markup.insert(contentsOf: added.joined(), at: start.lowerBound)
    }
  }

  struct Missing: Error {
    let words: String
  }
}
