import Diagnostics
import JSON
import Register
import TestSupport
import Testing

@testable import Letters

/// A kind made for one test: a definition, and in each language a paragraph for each line.
struct SampleKind {
  var files: LetterKind.Files

  init(_ definition: String, kk: [String] = [], ru: [String] = []) throws {
    files = try KindFiles.response()
    files.editDefinition { _ in definition }
    for (language, lines) in [(LetterLanguage.kk, kk), (.ru, ru)] {
      let paragraphs = lines.map { "<w:p><w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r></w:p>" }
      files.templates[language] = LetterKind.Files.File(
        name: "\(language).docx", bytes: TestDocument.bytes(body: paragraphs.joined()))
    }
  }

  /// The kind, or a failed test that says what is wrong with it.
  func compiled() throws -> LetterKind {
    let result = LetterKind.compile("sample", files)
    let found = result.diagnostics.map { $0.rendered(in: .en) }.joined(separator: "\n")
    return try #require(result.kind, "\(found)")
  }

  /// The letter's text in both languages.
  func texts(_ data: JSON, register: Register? = nil) throws -> [LetterLanguage: String] {
    // The texts of samples are no letters, so that nothing is asked of their blocks.
    try compiled().letter(
      data, file: "case.json", register: register,
      allowances: [Allowance(rule: "S1", reason: "sample")]
    ).letter.documents.mapValues(\.text)
  }

  /// What keeps the letter from being made.
  func refusal(_ data: JSON, register: Register? = nil) throws -> [Diagnostic] {
    let kind = try compiled()
    do throws(LetterRefusal) {
      _ = try kind.letter(data, file: "case.json", register: register)
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// The fields of a definition, a line each, after the day of preparation.
  static func definition(_ fields: String, _ more: String = "") -> String {
    """
    name: {kk: Үлгі, ru: Образец}
    fields:
      prepared: {type: date, label: {kk: а, ru: б}}
    \(fields.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    \(more)
    """
  }
}

extension [Diagnostic] {
  /// Rule and path of each, sorted.
  var paths: [String] { map { "\($0.rule) \($0.places.first?.block ?? "")" }.sorted() }
}
