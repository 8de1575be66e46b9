import Diagnostics
import DocxTemplate
import Letters
import OfficePackage
import WordprocessingML

/// A document that somebody offers as the new version of a template, and what was found in it.
struct TemplateCheck: Sendable {
  let kind: String
  let language: LetterLanguage
  let fileName: String
  let bytes: [UInt8]
  let diagnostics: [Diagnostic]
  /// `nil` where the document cannot be read.
  let difference: TextDifference?
  /// Whether it has come into use.
  let isAccepted: Bool

  /// The document with each finding as a comment at its place.
  func annotated(in messages: MessageLanguage) throws -> [UInt8] {
    let own = diagnostics.filter { $0.places.first?.file == fileName }
    return try Annotation.annotated(bytes, with: own, in: messages)
  }

  /// What is wrong with the kind, would `bytes` be its template.
  static func diagnostics(
    _ bytes: [UInt8], _ fileName: String, of kind: String, _ language: LetterLanguage,
    in library: TemplateLibrary
  ) throws -> [Diagnostic] {
    var files = try library.files(of: kind)
    files.templates[language] = LetterKind.Files.File(name: fileName, bytes: bytes)
    return LetterKind.compile(kind, files, isInspected: true).diagnostics
  }

  /// The text of a template as its author sees it, tags and all.
  static func text(of bytes: [UInt8]) -> String? {
    try? WordDocument(OfficePackage(reading: bytes)).textBlocks().plainText
  }
}
