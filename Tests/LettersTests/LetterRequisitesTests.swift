import CivilDates
import JSON
import Testing

@testable import Letters

@Suite struct LetterRequisitesTests {
  private func letter(
    _ kind: String, _ name: String, _ change: (JSON) -> JSON = { $0 }
  ) throws -> RenderedLetter {
    let kind = try #require(Example.kinds[kind]).get()
    return try kind.letter(
      change(Example.caseData(name)), file: "\(name).json", register: Example.register.get()
    ).letter
  }

  @Test(
    "an office would register a letter under names that the letter does not have",
    arguments: Example.letters)
  func agreement(_ example: (kind: String, name: String)) throws {
    let letter = try letter(example.kind, example.name)
    let requisites = letter.requisites
    for language in LetterLanguage.allCases {
      let text = try #require(letter.documents[language]?.text)
      let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for value in [requisites.issuer, requisites.signatory, requisites.executor] {
        #expect(joined.contains(try #require(value)[language]), "\(language): \(value as Any)")
      }
      #expect(joined.contains(", " + (try #require(requisites.phone))))
      let original = try #require(requisites.originals[language])
      let isHeading = original.subject != requisites.kind[language]
      #expect(joined.contains(original.subject) == isHeading)
      let annex = [LetterLanguage.kk: "Қосымша:", .ru: "Приложение:"][language] ?? ""
      #expect((original.annexes == 1) == text.contains(annex))
    }
    #expect(!requisites.receivers.isEmpty)
    for receiver in requisites.receivers { #expect(!receiver.kk.isEmpty && !receiver.ru.isEmpty) }
  }

  @Test("a letter would be said to be registered that is not, or on another day")
  func registration() throws {
    let new = try letter("warning", "warning-2021").requisites
    #expect(new.number == nil && new.date == nil)
    let registered = try letter("warning", "warning-2021") { data in
      data.replacing("registration", with: ["number": "17-3/128", "date": "2021-12-28"])
    }.requisites
    #expect(registered.number == "17-3/128")
    #expect(registered.date?.iso == "2021-12-28")
    #expect(registered.prepared == new.prepared)
  }

  @Test("the fields of the prescription would stand in each other's places")
  func prescription() throws {
    let requisites = try letter("prescription", "prescription-2021").requisites
    #expect(requisites.kind == Bilingual(kk: "Нұсқама", ru: "Предписание"))
    #expect(requisites.prepared.iso == "2021-10-04")
    #expect(requisites.signatory == Bilingual(kk: "Д. Омарбеков", ru: "Д. Омарбеков"))
    #expect(requisites.executor == Bilingual(kk: "Б. Жүнісова", ru: "Жунусова Б."))
    #expect(requisites.phone == "745600")
    #expect(requisites.receivers.map(\.kk) == ["Байланыс операторлары"])
    #expect(
      requisites.originals[.ru]
        == .init(
          subject: "Предписание об ограничении доступа к интернет-ресурсам",
          annexes: 1))
  }

  @Test("a kind without a signature or an addressee could not be exported")
  func otherKinds() throws {
    let kind = try SampleKind(
      """
      name: {kk: Жазба, ru: Записка}
      fields:
        prepared: {type: date, required: true, label: {kk: Күні, ru: Дата}}
      """, kk: ["Барлығы дұрыс."], ru: ["Все верно."]
    ).compiled()
    let requisites = try kind.letter(
      ["prepared": "2021-12-21"], file: "note.json", register: nil
    ).letter.requisites
    #expect(requisites.signatory == nil && requisites.executor == nil && requisites.issuer == nil)
    #expect(requisites.receivers == [] && requisites.number == nil && requisites.phone == nil)
    #expect(requisites.originals[.kk]?.subject == "Жазба")
  }
}
