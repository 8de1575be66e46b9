import Files
import Glibc
import OfficePackage
import Testing

@testable import Letters

/// What the ministry receives, kept as files that people read: a change of any letter shows as a difference here.
@Suite struct GoldenLetterTests {
  @Test(
    "the reply of the example is, word for word, the one that was read and approved",
    arguments: LetterLanguage.allCases)
  func response(language: LetterLanguage) throws {
    let kind = try Example.response.get()
    let (letter, diagnostics) = try kind.render(
      Example.caseData(), file: "response-2021.json", register: Example.register.get())
    #expect(diagnostics.isEmpty)
    let document = try #require(letter.documents[language])
    let package = try OfficePackage(reading: document.docx)
    for part in ["document", "header1"] {
      let content = try #require(package.content(of: "word/\(part).xml"))
      try compare(PrettyXML.text(of: content), with: "response-2021.\(language).\(part).xml")
    }
    try compare(document.text, with: "response-2021.\(language).txt")
  }

  private func compare(_ text: String, with name: String) throws {
    let path = "\(Example.root)/fixtures/golden/\(name)"
    if getenv("RECORD_GOLDENS") != nil {
      var files = FileSet()
      try files.add(Array(text.utf8), as: path)
      try files.commit()
      Issue.record("recorded \(name); read it, then run the tests without RECORD_GOLDENS")
      return
    }
    let golden = String(decoding: try FileSystem.read(path), as: UTF8.self)
    #expect(text == golden, "\(name) differs:\n\(LineDifference.text(from: golden, to: text))")
  }
}
