import Diagnostics
import JSON
import OfficePackage
import Testing

@testable import Letters

/// Originals that were edited in Word, checked against the data of their case.
@Suite struct OriginalsCheckTests {
  private let kind: LetterKind
  private let data: JSON
  private var documents: [LetterLanguage: [UInt8]]

  init() throws {
    (kind, data, documents) = try Self.letter("response", "response-2021")
  }

  private static func letter(
    _ kind: String, _ name: String
  ) throws -> (LetterKind, JSON, [LetterLanguage: [UInt8]]) {
    let kind = try #require(Example.kinds[kind]).get()
    let data = try Example.caseData(name)
    let (letter, _) = try kind.letter(
      data, file: "case.json", register: Example.register.get())
    return (kind, data, letter.documents.mapValues(\.docx))
  }

  private static func findings(
    _ kind: LetterKind, _ data: JSON, _ documents: [LetterLanguage: [UInt8]]
  ) throws -> [Diagnostic] {
    try kind.findings(
      kk: PairCheck.Document(file: "a.docx", bytes: try #require(documents[.kk])),
      ru: PairCheck.Document(file: "b.docx", bytes: try #require(documents[.ru])),
      against: data, register: Example.register.get())
  }

  private func findings() throws -> [Diagnostic] { try Self.findings(kind, data, documents) }

  /// Changes words of an original, as an author does in Word.
  private mutating func edit(_ language: LetterLanguage, _ old: String, _ new: String) throws {
    let package = try OfficePackage(reading: try #require(documents[language]))
    let part = "word/document.xml"
    let text = String(decoding: try #require(package.content(of: part)), as: UTF8.self)
    try #require(text.contains(old))
    documents[language] = try package.archived(
      replacing: [part: Array(text.replacing(old, with: new).utf8)])
  }

  @Test("a letter as it was made is said to lack something", arguments: Example.letters)
  func unchanged(kind: String, name: String) throws {
    let (kind, data, documents) = try Self.letter(kind, name)
    let found = try Self.findings(kind, data, documents)
    #expect(found.map { $0.rendered(in: .en) } == [])
  }

  @Test("a figure that was changed in both originals alike goes unnoticed")
  mutating func figure() throws {
    for language in LetterLanguage.allCases { try edit(language, "2673", "2674") }
    let found = try findings().filter { $0.rule == "V115" }
    #expect(found.map { $0.places.first?.language } == ["kk", "ru"])
    #expect(found.map { $0.places.first?.file } == ["a.docx", "b.docx"])
    #expect(found.allSatisfy { $0.severity == .error && $0.places.first?.text == "2674" })
    #expect(found.allSatisfy { $0.places.last?.block == "figures.currentResources" })
  }

  @Test("a date, a number, a telephone or an addressee that was changed goes unnoticed")
  mutating func values() throws {
    try edit(.ru, "ДС-343", "ДС-344")
    try edit(.kk, "ДС-343", "ДС-344")
    try edit(.ru, "745600", "745601")
    try edit(.ru, "Депутатам", "Членам")
    try edit(.ru, "15\u{A0}декабря", "16\u{A0}декабря")
    let found = try findings().filter { $0.rule == "V115" && $0.places[0].language == "ru" }
    #expect(
      found.compactMap { $0.places.last?.block } == [
        "addressees[0][0]", "inquiry.number", "inquiry.date", "executor.phone",
      ])
  }

  @Test("another wording, or another form of a date, is said to lack something")
  mutating func wording() throws {
    try edit(.ru, "Уважаемые депутаты!", "Уважаемые коллеги!")
    try edit(.kk, "Құрметті депутаттар!", "Құрметті әріптестер!")
    try edit(.ru, "сообщаем следующее", "сообщаем нижеследующее")
    #expect(try findings().filter { $0.rule == "V115" }.map { $0.rendered(in: .ru) } == [])
  }

  @Test("a resource that was taken out of both lists goes unnoticed")
  func resource() throws {
    let (kind, data, documents) = try Self.letter("warning", "warning-2021")
    guard case .array(let resources)? = data["resources"] else { return }
    let more = data.replacing(
      "resources", with: .array(resources + [["url": "https://another.example/casino"]]))
    let found = try Self.findings(kind, more, documents).filter {
      $0.rule == "V115" && $0.message.en.contains("another.example")
    }
    #expect(found.map { $0.places.first?.language } == ["kk", "ru"])
  }

  @Test("data that make no letter are compared all the same")
  func wrongData() throws {
    #expect(throws: LetterRefusal.self) {
      try Self.findings(kind, data.replacing("inquiry", with: nil), documents)
    }
  }
}
