import Diagnostics
import JSON
import Testing

@testable import Letters

/// One term for one concept, in whatever form a word of the letter stands.
@Suite struct TermTests {
  private func finder(_ glossary: String, _ language: LetterLanguage) throws -> TermFinder {
    var reference = ReferenceData()
    let found = reference.read("glossary.yaml", Array(glossary.utf8), file: "glossary.yaml")
    try #require(found.isEmpty)
    return try #require(TermFinder.all(of: reference.concepts, .builtIn)[language])
  }

  private static let glossary = """
    prescription:
      term: {kk: нұсқама, ru: предписание}
      deprecated: {kk: [ұйғарым], ru: [указание]}
      provenance: house-style
    ruling:
      term: {kk: сот ұйғарымы, ru: указание прокурора}
      provenance: norm
    notification:
      term: {kk: хабарлама, ru: уведомление}
      deprecated: {kk: [хабарлама хат], ru: [уведомительное письмо]}
      provenance: house-style
    """

  private func words(_ text: String, _ language: LetterLanguage) throws -> [String] {
    let place = Place(excerpt: text, marked: 0..<text.utf8.count)
    return try finder(Self.glossary, language).diagnostics(in: place).map { $0.places[0].text }
  }

  @Test(
    "a form of an unwanted word is overlooked",
    arguments: [
      "ұйғарым", "Ұйғарым", "ұйғарымы", "ұйғарымдар", "ұйғарымның", "ұйғарымдарына",
      "ұйғарымымызда", "ұйғарымдарындағы", "ұйғарыммен", "хабарлама хаттарын", "хабарлама\u{A0}хат",
    ])
  func kazakhForms(word: String) throws {
    #expect(try words("Органның \(word) бар, \(word).", .kk) == [word, word])
  }

  @Test(
    "a form of an unwanted Russian phrase is overlooked",
    arguments: ["Указание", "указаниями", "уведомительных писем", "уведомительным письмом"])
  func russianForms(word: String) throws {
    #expect(try words("Направлено: \(word) (2).", .ru) == [word])
  }

  @Test("another word that begins alike, a name in quotes or a longer term is taken for one")
  func otherWords() throws {
    let kk =
      "Ұйғарымтал, ұйғару, бұйрықұйғарым; «Ұйғарым» газеті; сот ұйғарымын; Сот ұйғарымдарында; хабарлама, хат; 2 хабарлама. Хат."
    #expect(try words(kk, .kk).isEmpty)
    let ru = "Указанные, указатель, указание прокурора, указаниями прокурора, уведомление, письмо"
    #expect(try words(ru, .ru).isEmpty)
    #expect(try words("сот пен ұйғарым, соңғы ұйғарымы", .kk) == ["ұйғарым", "ұйғарымы"])
  }

  @Test("the right word is named, but not in the form that would fit")
  func replacement() throws {
    let text = "66 ұйғарымға"
    let place = Place(excerpt: text, marked: 0..<text.utf8.count)
    let finding = try #require(finder(Self.glossary, .kk).diagnostics(in: place).first)
    #expect(finding.rule == "T1")
    #expect(finding.hint?.kk == "`нұсқамаға` деп жазыңыз")
    let russian = "22 уведомительных писем"
    let other = Place(excerpt: russian, marked: 0..<russian.utf8.count)
    let hint = try finder(Self.glossary, .ru).diagnostics(in: other).first?.hint
    #expect(hint?.en == "write `уведомлений`")
  }

  @Test("a part of a set is called otherwise than the set, and the letter leaves")
  func finishedLetter() throws {
    var files = try KindFiles.response()
    try files.edit(.kk) {
      $0.replacing(
        "figures.systemPrescriptions | сан(\"нұсқама\"",
        with: "figures.systemPrescriptions | сан(\"ұйғарым\"")
    }
    let kind = try #require(LetterKind.compile("response", files).kind)
    let data = try Example.caseData()
    let register = try Example.register.get()
    do throws(LetterRefusal) {
      _ = try kind.letter(data, file: "case.json", register: register)
      Issue.record("the letter was made")
    } catch {
      #expect(error.diagnostics.map(\.rule) == ["T1"])
      let place = try #require(error.diagnostics.first?.places.first)
      #expect(place.text == "ұйғарым")
      #expect(place.file == "response.kk.docx")
      #expect(place.language == "kk")
      #expect(place.excerpt.contains("27\u{A0}ұйғарым"))
    }
    let (_, found) = try kind.letter(
      data, file: "case.json", register: register,
      allowances: [Allowance(rule: "T1", reason: "test")])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test("an unwanted word of a template is found only when a letter is made")
  func template() throws {
    var files = try KindFiles.response()
    try files.edit(.ru) { $0.replacing("%}предписания", with: "%}уведомительные письма") }
    let (kind, found, _) = LetterKind.compile("response", files)
    #expect(kind == nil)
    #expect(found.map(\.rule) == ["T1", "T1"])
    #expect(found.first?.places.first?.text == "уведомительные письма")
    #expect(found.first?.places.first?.language == "ru")
  }

  @Test("a mistake in the glossary leaves terms unchecked, and nobody knows")
  func mistakes() {
    var reference = ReferenceData()
    let text = """
      one:
        term: {kk: бір}
        deprecated: {en: [a], kk: б}
        provenance: norm
      two:
        term: {kk: екі, ru: два}
        provenance: hearsay
      """
    let found = reference.read("glossary.yaml", Array(text.utf8), file: "glossary.yaml")
    #expect(Set(found.map(\.rule)) == ["V110"])
    #expect(
      Set(found.compactMap { $0.places.first?.block }) == [
        "one.term.ru", "one.deprecated.en", "one.deprecated.kk", "two.provenance",
      ])
  }
}
