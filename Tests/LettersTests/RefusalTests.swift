import CivilDates
import Diagnostics
import JSON
import OfficePackage
import Register
import Testing

@testable import Letters

/// A letter that is not in order does not leave, and its author is told why.
@Suite struct RefusalTests {
  private func refusal(
    _ kind: LetterKind, _ data: JSON, register: Register? = nil
  ) throws -> [Diagnostic] {
    do throws(LetterRefusal) {
      _ = try kind.letter(data, file: "case.json", register: register)
      Issue.record("the letter was made")
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test("a mistake in the data hides the others, or is not told with its path")
  func allMistakesAtOnce() throws {
    let data = try Example.caseData()
      .replacing("salutation", with: nil)
      .replacing("asOf", with: "20.12.2021")
      .replacing("since", with: "2017")
      .replacing("topick", with: ["kk": "а", "ru": "б"])
      .replacing("topic.ru", with: nil)
      .replacing("inquiry.number", with: 343)
      .replacing("legislation.status", with: "someday")
      .replacing("signatory", with: "sarsenof")
      .replacing("addressees", with: [])
      .replacing("byList", with: "иә")
    let found = try refusal(Example.response.get(), data)
    let paths = found.map { "\($0.rule) \($0.places.first?.block ?? "")" }.sorted()
    #expect(
      paths == [
        "V101 salutation", "V101 topic.ru", "V102 topick", "V103 byList", "V103 inquiry.number",
        "V103 since", "V104 addressees", "V104 asOf", "V104 legislation.status", "V105 signatory",
      ])
    #expect(found.allSatisfy { $0.places.first?.file == "case.json" })
    let misspelt = try #require(found.first { $0.rule == "V105" })
    #expect(misspelt.hint?.en == "did you mean `sarsenov`?")
    let unknown = try #require(found.first { $0.rule == "V102" })
    #expect(unknown.hint?.ru == "возможно, `topic`?")
  }

  @Test("a figure taken out of one template goes unnoticed")
  func figureRemovedFromOneTemplate() throws {
    var files = try KindFiles.response()
    try files.edit(.ru) {
      $0.replacing(
        "{{ figures.warningResources | количество",
        with: "{{ figures.notificationResources | количество")
    }
    let (kind, diagnostics, _) = LetterKind.compile("response", files)
    #expect(kind == nil)
    let finding = try #require(diagnostics.first)
    #expect(finding.rule == "N1")
    #expect(finding.message.ru.contains("`warningResources`"))
    #expect(finding.places.first?.language == "ru")
  }

  @Test("a number that one template prints once more goes unnoticed")
  func numberPrintedTwice() throws {
    var files = try KindFiles.response()
    try files.edit(.kk) {
      $0.replacing(
        "{{ executor.phone }}", with: "{{ executor.phone }}, {{ citations.monitoring.number }}")
    }
    let kind = try #require(LetterKind.compile("response", files).kind)
    let found = try refusal(kind, Example.caseData(), register: Example.register.get())
    #expect(found.map(\.rule) == ["S4"])
    let finding = try #require(found.first)
    #expect(finding.places.map(\.language) == ["kk", "ru"])
    #expect(finding.places.first?.text == "84")
    #expect(finding.places.first?.block == "executor")
  }

  @Test("a paragraph that only one original has goes unnoticed")
  func paragraphOnlyInOne() throws {
    var files = try KindFiles.response()
    try files.edit(.kk) {
      $0.replacing("{%p if legislation is defined %}", with: "{%p if not legislation is defined %}")
    }
    let kind = try #require(LetterKind.compile("response", files).kind)
    let data = try Example.caseData().replacing("legislation", with: nil)
    // Now the Kazakh template wants what the data does not have.
    let found = try refusal(kind, data, register: Example.register.get())
    #expect(found.contains { $0.rule == "E120" || $0.rule == "S1" })
  }

  @Test("a number typed into a template by hand becomes part of a letter")
  func typedNumber() throws {
    var files = try KindFiles.response()
    try files.edit(.ru) { $0.replacing("сообщаем следующее.", with: "сообщаем 3 обстоятельства.") }
    let (kind, diagnostics, _) = LetterKind.compile("response", files)
    #expect(kind == nil)
    #expect(diagnostics.map(\.rule) == ["N6"])
    #expect(diagnostics.first?.places.first?.text == "3")
  }

  @Test("a law out of force is cited, or its author has to find out what took its place")
  func actOutOfForce() throws {
    var files = try KindFiles.response()
    files.editDefinition {
      $0.replacing("{role: media-law}", with: "{act: media-law}")
        .replacing("{role: monitoring-rules}", with: "{act: monitoring-order}")
    }
    let kind = try #require(LetterKind.compile("response", files).kind)
    let data = try Example.caseData().replacing("prepared", with: "2024-10-01")
    let found = try refusal(kind, data, register: Example.register.get())
    let acts = found.filter { $0.rule == "L3" }
    #expect(acts.count == 2)
    #expect(
      acts.contains { $0.hint?.ru.hasPrefix("вместо него: Закон Республики Казахстан") == true })
    #expect(acts.contains { $0.hint?.kk.contains("№\u{A0}416-НҚ") == true })
    #expect(found.contains { $0.rule == "L4" && $0.message.kk.contains("Мәдениет және спорт") })
  }

  @Test("figures of a day after the letter was prepared are printed")
  func figuresOfTheFuture() throws {
    let data = try Example.caseData().replacing("prepared", with: "2021-12-19")
    let found = try refusal(Example.response.get(), data, register: Example.register.get())
    #expect(found.map(\.rule) == ["V106"])
  }

  @Test("parts that do not add up to their sum are printed")
  func brokenSum() throws {
    let register = try Example.freshRegister()
    // The same link under a prescription and under a warning letter counts once in the whole and twice in the parts.
    let prescription = try #require(
      try register.documents().first { $0.kind == .prescription && $0.preparedAt.iso >= "2021" })
    let warning = try #require(
      try register.documents().first { $0.kind == .warning && $0.preparedAt.iso >= "2021" })
    let resource = try #require(try register.resources(of: prescription.id).first)
    let row = "document;url\n\(warning.id);\(resource.card.url)\n"
    _ = try register.importFiles([RegisterFile(name: "links.csv", bytes: Array(row.utf8))])
    let found = try refusal(Example.response.get(), Example.caseData(), register: register)
    #expect(found.contains { $0.rule == "N3" && $0.message.en.contains("2673 ≠ 2534 + 140") })
  }

  @Test("a part that is no part of its whole is printed because both numbers look right")
  func partOutsideItsWhole() throws {
    let register = try Example.freshRegister()
    // Prepared at the end of 2020 and sent in 2021: the warnings sent are fewer than the letters prepared, and yet one of
    // them is not among these.
    let header = "id;kind;status;prepared_at;sent_at;number;addressee;case"
    let document = "W-LATE;warning;sent;2020-12-30;2021-01-04;9;Сайт;"
    let warning = try #require(
      try register.documents().first { $0.kind == .warning && $0.preparedAt.iso >= "2021" })
    let url = try #require(try register.resources(of: warning.id).first).card.url
    _ = try register.importFiles([
      RegisterFile(name: "documents.csv", bytes: Array("\(header)\n\(document)\n".utf8)),
      RegisterFile(name: "links.csv", bytes: Array("document;url\nW-LATE;\(url)\n".utf8)),
    ])
    let found = try refusal(Example.response.get(), Example.caseData(), register: register)
    #expect(found.contains { $0.rule == "N4" && $0.message.ru.contains("`W-LATE`") })
  }

  @Test("a body that the letter cannot name is counted")
  func unknownBody() throws {
    let register = try Example.freshRegister()
    let header =
      "title;url;reason;object_type;resource_type;violation;language;group;screenshot;publications;subscribers;court_decision;source;entered_at;body;channel"
    let row =
      "Сайт;https://other.example/;Казино;Интернет-ресурс;Тематические сайты;Казино;Русский;красный;a.png;;;нет;;2021-11-02;some-agency;is"
    _ = try register.importFiles([
      RegisterFile(name: "more.csv", bytes: Array("\(header)\n\(row)\n".utf8))
    ])
    let found = try refusal(Example.response.get(), Example.caseData(), register: register)
    // The figure is refused, and so are both letters, which list fewer bodies than they count.
    #expect(found.map(\.rule) == ["N5", "N5", "N5"])
    #expect(found.first?.message.ru.contains("`some-agency`") == true)
  }

  @Test("an allowed rule still stops the letter, or leaves no trace")
  func allowedRule() throws {
    let data = try Example.caseData().replacing("prepared", with: "2021-12-19")
    let (_, diagnostics) = try Example.response.get().letter(
      data, file: "case.json", register: Example.register.get(),
      allowances: [Allowance(rule: "V106", reason: "test")])
    #expect(diagnostics.map(\.rule) == ["V106"])
    #expect(diagnostics.map(\.severity) == [.warning])
  }
}

extension LetterKind.Files {
  /// Rewrites `letter.yaml`.
  mutating func editDefinition(_ change: (String) -> String) {
    definition = File(
      name: definition.name,
      bytes: Array(change(String(decoding: definition.bytes, as: UTF8.self)).utf8))
  }

  /// Rewrites the text of a template's `document.xml`.
  mutating func edit(_ language: LetterLanguage, _ change: (String) -> String) throws {
    let file = try #require(templates[language])
    let package = try OfficePackage(reading: file.bytes)
    let part = "word/document.xml"
    let old = String(decoding: try #require(package.content(of: part)), as: UTF8.self)
    let new = change(old)
    try #require(new != old, "the edit found nothing to change")
    templates[language] = File(
      name: file.name, bytes: try package.archived(replacing: [part: Array(new.utf8)]))
  }
}
