import TestSupport
import Testing

@testable import Letters
@testable import OfficePackage

@Suite struct LetterSizeTests {
  @Test(
    "A letter would be more than a twentieth larger than other programs make it",
    arguments: ["response", "prescription"])
  func size(_ name: String) throws {
    let example = try #require(Example.letters.first { $0.kind == name })
    let kind = try #require(Example.kinds[example.kind]).get()
    let (letter, _) = try kind.letter(
      Example.caseData(example.name), file: "\(example.name).json", register: Example.register.get()
    )
    for language in LetterLanguage.allCases {
      let document = try #require(letter.documents[language])
      let package = try OfficePackage(reading: document.docx)
      let entry = try #require(package.entry(of: "word/document.xml"))
      var other = EntryWriter()
      other.write(entry.content[...])
      let size = other.finish(name: entry.name).stored.count
      #expect(
        entry.stored.count * 20 <= size * 21,
        "\(entry.stored.count) bytes, at zlib's level 6 \(size)")
    }
  }
}
