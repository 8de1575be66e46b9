import Glibc
import OfficePackage
import TestSupport
import Testing

@testable import Letters

/// What the ministry receives, kept as files that people read: a change of any letter shows as a difference here.
@Suite struct GoldenLetterTests {
  @Test(
    "an example's letter is not, word for word, the one that was read and approved",
    arguments: Example.letters, LetterLanguage.allCases)
  func letter(of example: (kind: String, name: String), language: LetterLanguage) throws {
    let kind = try #require(Example.kinds[example.kind]).get()
    let (letter, diagnostics) = try kind.letter(
      Example.caseData(example.name), file: "\(example.name).json", register: Example.register.get()
    )
    #expect(diagnostics.isEmpty)
    let document = try #require(letter.documents[language])
    let package = try OfficePackage(reading: document.docx)
    for part in ["word/document.xml", "docProps/core.xml"] {
      let content = try #require(package.content(of: part))
      let name = part.split(separator: "/")[1]
      try compare(PrettyXML.text(of: content), with: "\(example.name).\(language).\(name)")
    }
    try compare(document.text, with: "\(example.name).\(language).txt")
  }

  private func compare(_ text: String, with name: String) throws {
    let difference = try Golden.difference(
      of: text, from: "\(Example.root)/fixtures/golden/\(name)",
      isRecording: getenv("RECORD_GOLDENS") != nil)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
