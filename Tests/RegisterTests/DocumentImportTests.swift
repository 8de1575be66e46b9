import CivilDates
import Diagnostics
import Testing

@testable import Register

@Suite struct DocumentImportTests {
  @Test("A document whose dates and status cannot both be true would be counted")
  func contradictions() throws {
    let fixture = try RegisterFixture()
    let report = try fixture.load(
      .documents(
        "D1;warning;sent;2021-03-01;2021-02-28;1;A;", "D2;warning;sent;2021-03-01;;1;A;",
        "D3;warning;draft;2021-03-01;2021-03-02;1;A;", "D4;warning;registered;2021-03-01;;1;A;",
        "D5;letter;lost;2021-03;;1;A;", ";warning;draft;2021-03-01;;1;A;",
        "D7;warning;sent;2021-03-01;2021-03-01;1;A;"))
    #expect(report.documents.added == 2)
    let found = report.diagnostics.map { "\($0.rule) \($0.places.first?.line ?? 0)" }
    #expect(found == ["R109 2", "R109 3", "R109 4", "R108 6", "R108 6", "R107 6", "R105 7"])
    #expect(try fixture.register.documents().map(\.id) == ["D4", "D7"])
  }

  @Test("A document would be replaced by another of the same id")
  func differingDocuments() throws {
    let fixture = try RegisterFixture()
    try fixture.load(.documents("D1;warning;draft;2021-03-01;;;A;", name: "march.csv"))
    let moved = RegisterFile.documents("D1;warning;sent;2021-03-01;2021-03-05;7;A;")
    let report = try fixture.load(moved)
    #expect(report.diagnostics.map(\.rule) == ["R112"])
    #expect(report.diagnostics.first?.places.map(\.file) == ["documents.csv", "march.csv"])
    #expect(try fixture.register.document("D1")?.status == .draft)
    try fixture.load(moved, options: ImportOptions(onDifference: .replace))
    let record = try #require(try fixture.register.document("D1"))
    #expect(record.status == .sent)
    #expect(record.sentAt?.iso == "2021-03-05")
    #expect(record.number == "7")
  }

  @Test("Case data would be lost, or read from a place that the file must not reach")
  func caseData() throws {
    let fixture = try RegisterFixture()
    let json = "{\"topic\": \"қаржы\"}\n"
    let table = RegisterFile.documents(
      "D1;warning;draft;2021-03-01;;;A;d1.json", "D2;warning;draft;2021-03-01;;;A;none.json",
      "D3;warning;draft;2021-03-01;;;A;../d1.json", "D4;warning;draft;2021-03-01;;;A;broken.json",
      "D5;response;draft;2021-03-01;;;A;/etc/passwd.json", "D6;response;draft;2021-03-01;;;A;",
      "D7;response;draft;2021-03-01;;;A;in/passwd",
      name: "in/documents.csv")
    let report = try fixture.load(
      table, RegisterFile("in/d1.json", "\u{FEFF}" + json),
      RegisterFile("in/broken.json", "{\n\"a\": }"),
      RegisterFile("d1.json", "{}"))
    #expect(report.documents.added == 2)
    #expect(report.diagnostics.map(\.rule) == ["R110", "R110", "R110", "R110", "R110"])
    #expect(report.diagnostics.map { $0.places.first?.line } == [3, 4, 5, 6, 8])
    #expect(report.diagnostics[2].message.ru.contains("2"))
    let record = try #require(try fixture.register.document("D1"))
    #expect(record.caseData == json)
    #expect(record.caseFile == "d1.json")
    #expect(try fixture.register.document("D6")?.caseData == nil)
  }

  @Test("A link would wait for ever, or count before both of its ends are there")
  func pendingLinks() throws {
    let fixture = try RegisterFixture()
    let first = try fixture.load(
      .links("D1;https://a.example/", "D1;HTTPS://A.example/#x", "D1;https://b.example/"))
    #expect(first.links.added == 2)
    #expect(first.links.unchanged == 1)
    #expect(first.pendingLinks == 2)
    #expect(first.diagnostics.map(\.severity) == [.warning])
    let second = try fixture.load(
      .documents("D1;warning;draft;2021-03-01;;;A;"),
      .resources("https://a.example/;2021-01-01;x;is"))
    #expect(second.pendingLinks == 1)
    #expect(second.diagnostics.isEmpty)
    #expect(try fixture.register.resources(of: "D1").map(\.card.url) == ["https://a.example/"])
    #expect(try fixture.register.pendingLinks().map(\.canonicalURL) == ["https://b.example/"])
    #expect(try fixture.register.pendingLinks().map(\.line) == [4])
    let again = try fixture.load(.links("D1;https://a.example/"))
    #expect(!again.hasChanges)
  }

  @Test("Documents of another period would get into an export")
  func documentsOfPeriod() throws {
    let fixture = try RegisterFixture()
    try fixture.load(
      .documents(
        "D3;warning;draft;2021-12-31;;;A;", "D1;warning;draft;2020-12-31;;;A;",
        "D2;warning;draft;2021-01-01;;;A;", "D4;warning;draft;2022-01-01;;;A;"))
    #expect(try fixture.register.documents(preparedIn: .year(2021)).map(\.id) == ["D2", "D3"])
    #expect(try fixture.register.documents().count == 4)
  }
}
