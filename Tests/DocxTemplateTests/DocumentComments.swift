import Diagnostics
import DocxTemplate
import OfficePackage
import TestSupport
import Testing

/// The comments of Word in a document.
enum DocumentComments {
  /// A copy of a document with comments, which must be as valid as the document.
  static func annotated(
    _ bytes: [UInt8], with diagnostics: [Diagnostic], in language: MessageLanguage,
    offsets: Annotation.Offsets = .runs
  ) throws -> [UInt8] {
    let copy = try Annotation.annotated(bytes, with: diagnostics, in: language, offsets: offsets)
    #expect(DocumentValidity.faults(in: copy, madeFrom: [bytes]) == [])
    return copy
  }

  /// The comments of a document, each with the words between its marks.
  static func all(
    in bytes: [UInt8]
  ) throws -> [(id: Int, text: String, words: String)] {
    let package = try OfficePackage(reading: bytes)
    var open: Set<Int> = []
    var words: [Int: String] = [:]
    var references: [Int] = []
    for piece in try pieces(of: "word/document.xml", in: package) {
      if piece.element == "t" { for id in open { words[id, default: ""] += piece.text } }
      guard let id = piece.id else { continue }
      switch piece.element {
      case "commentRangeStart":
        #expect(open.insert(id).inserted)
        words[id] = ""
      case "commentRangeEnd": #expect(open.remove(id) != nil)
      case "commentReference":
        #expect(!open.contains(id))
        references.append(id)
      default: break
      }
    }
    #expect(open.isEmpty)
    #expect(Set(references).count == references.count)
    let part = try #require(
      try package.relationships(of: "word/document.xml").first { $0.kind == "comments" }?.target)
    var found: [(id: Int, text: String, words: String)] = []
    for piece in try pieces(of: try #require(package.partName(part)), in: package) {
      switch piece.element {
      case "comment":
        let id = try #require(piece.id)
        found.append((id, "", try #require(words[id])))
      case "p" where found.last?.text.isEmpty == false: found[found.count - 1].text += "\n"
      case "t": found[found.count - 1].text += piece.text
      default: break
      }
    }
    #expect(Set(found.map(\.id)) == Set(references))
    return found
  }

  /// The start tags of a part, each with the `id` that it gives and the text that follows it.
  private static func pieces(
    of part: String, in package: OfficePackage
  ) throws -> [(element: String, id: Int?, text: String)] {
    try markup(of: part, in: package).split(separator: "<").compactMap { piece in
      let halves = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      let words = halves[0].split { $0 == " " || $0 == "/" }
      guard let name = words.first, !piece.hasPrefix("/") else { return nil }
      let id = words.first { $0.hasPrefix("w:id=") }.flatMap { Int($0.dropFirst(6).dropLast()) }
      let text = halves.count == 2 ? String(halves[1]) : ""
      return (String(name.split(separator: ":").last ?? name), id, text)
    }
  }

  static func markup(of part: String, in package: OfficePackage) throws -> String {
    String(decoding: try #require(package.content(of: part)), as: UTF8.self)
  }
}
