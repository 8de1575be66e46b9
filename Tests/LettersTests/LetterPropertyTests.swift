import JSON
import OfficePackage
import Register
import Testing

@testable import Letters

/// What a letter says of its own making.
@Suite struct LetterPropertyTests {
  @Test(
    "nobody can say of which register and day a letter's figures are",
    arguments: LetterLanguage.allCases)
  func provenance(_ language: LetterLanguage) throws {
    let register = try Example.register.get()
    let (letter, _) = try Example.response.get().letter(
      Example.caseData(), file: "case.json", register: register)
    let document = try OfficePackage(reading: #require(letter.documents[language]).docx)
    #expect(
      try document.customProperties() == [
        CustomProperty("Qoshat.LetterKind", .text("response")),
        CustomProperty("Qoshat.RegisterRevision", .integer(Int32(register.revision()))),
        CustomProperty("Qoshat.AsOf", .text("2021-12-20")),
      ])
  }

  @Test(
    "a letter without figures says that it has some, as the letter did from which its template was made"
  )
  func withoutFigures() throws {
    var former = try PackageEdit(
      OfficePackage(reading: #require(KindFiles.response().templates[.kk]).bytes))
    for name in ["Qoshat.LetterKind", "qoshat.asof", "Qoshat.RegisterRevision", "Шифр"] {
      former.set(CustomProperty(name, .text("7")))
    }
    let marked = try LetterProperties.marked(former.archived(), kind: "notice")
    #expect(
      try OfficePackage(reading: marked).customProperties() == [
        CustomProperty("Шифр", .text("7")), CustomProperty("Qoshat.LetterKind", .text("notice")),
      ])
    #expect(LetterProperties.properties(of: nil).isEmpty)
  }
}
