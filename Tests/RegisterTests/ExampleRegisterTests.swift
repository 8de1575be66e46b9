import Diagnostics
import CivilDates
import ExampleRegister
import Foundation
import GRDB
import JSON
import Register
import Testing

@Suite struct ExampleRegisterTests {
  private static let files = Example.files().map { RegisterFile(name: $0.name, bytes: $0.bytes) }

  private func loaded() throws -> RegisterFixture {
    let fixture = try RegisterFixture()
    let report = try fixture.register.importFiles(Self.files)
    #expect(report.diagnostics.isEmpty)
    return fixture
  }

  @Test("The example letter would state other numbers than the letter it models")
  func figures() throws {
    let expected = try ExampleFigures().all
    #expect(expected.count == 23)
    let fixture = try loaded()
    let set = try fixture.register.figures(expected.map(\.query))
    for (wanted, figure) in zip(expected, set.figures) {
      #expect(figure.value == wanted.value, "\(wanted.name)\n\(figure.statement)")
      #expect(Set(figure.members).count == figure.value)
    }
    #expect(set.pendingLinks == 0)
  }

  @Test(
    "A letter would pair every resource with every document, and take minutes on a full register")
  func queryPlans() throws {
    let fixture = try loaded()
    let set = try fixture.register.figures(try ExampleFigures().all.map(\.query))
    let database = try DatabaseQueue(path: fixture.register.path)
    for figure in set.figures {
      let values = Dictionary(
        uniqueKeysWithValues: figure.statement.values.map { ($0.name, $0.value) })
      let steps = try database.read { database in
        try Row.fetchAll(
          database, sql: "EXPLAIN QUERY PLAN " + figure.statement.sql,
          arguments: StatementArguments(values)
        ).map { $0["detail"] as String }
      }
      let tables = steps.filter { $0.hasPrefix("SEARCH") || $0.hasPrefix("SCAN") }
      #expect(!tables.contains { $0.hasPrefix("SCAN") }, "\(steps)")
      for step in tables.dropFirst() where !step.contains("link") && !step.contains("named") {
        #expect(step.contains("INTEGER PRIMARY KEY"), "\(steps)")
      }
    }
  }

  @Test("The register's size and the residual of 2017 to 2019 would not close the sums")
  func residuals() throws {
    let fixture = try loaded()
    let asOf = try day("2021-12-20")
    let all = try period("2017-01-01", "2021-12-20")
    let early = try period("2017-01-01", "2019-12-31")
    func count(_ subject: FigureQuery.Subject, _ period: Period) throws -> Int {
      try fixture.value(FigureQuery(subject, during: period, asOf: asOf))
    }
    #expect(try count(.resources(.entered(channel: nil)), all) == 5453)
    #expect(try count(.resources(.entered(channel: nil)), early) == 245)
    let any = DocumentSelection(kinds: DocumentKind.enforcement)
    #expect(try count(.documents(any), all) == 174)
    #expect(try count(.documents(any), early) == 54)
    #expect(try count(.documents(DocumentSelection(kinds: [.prescription])), early) == 44)
    #expect(try count(.resources(.covered(by: any, channel: nil)), early) == 245)
    let own = ResourceSelection.covered(
      by: DocumentSelection(kinds: [.prescription]), channel: .ownMonitoring)
    #expect(try count(.resources(own), .year(2021)) == 330)
  }

  @Test("A figure would change although the one new row has nothing to do with it")
  func oneMoreEntry() throws {
    let fixture = try loaded()
    try fixture.load(.resources("https://new.example/;2021-12-20;interior-ministry;is"))
    let expected = try ExampleFigures().all
    let set = try fixture.register.figures(expected.map(\.query))
    for (wanted, figure) in zip(expected, set.figures) {
      let grown = wanted.name == "D1" ? 1 : 0
      #expect(figure.value == wanted.value + grown, "\(wanted.name)")
    }
    #expect(set.revision == 2)
  }

  @Test("Importing the same files twice would count things twice")
  func idempotence() throws {
    let fixture = try loaded()
    let report = try fixture.register.importFiles(Self.files)
    #expect(!report.hasChanges)
    #expect(report.revision == 1)
    #expect(report.resources.unchanged == 5453)
    #expect(report.documents.unchanged == 175)
    #expect(report.diagnostics.isEmpty)
    let expected = try ExampleFigures().all
    let set = try fixture.register.figures(expected.map(\.query))
    #expect(set.figures.map(\.value) == expected.map(\.value))
  }

  @Test("The numbers would depend on the order in which the files were imported")
  func anyOrder() throws {
    let expected = try ExampleFigures().all
    let fixture = try RegisterFixture()
    let byName = Dictionary(uniqueKeysWithValues: Self.files.map { ($0.name, $0) })
    let first = try fixture.load(try #require(byName["links.csv"]))
    #expect(first.pendingLinks == 3167)
    #expect(first.diagnostics.map(\.rule) == ["R113"])
    let cases = Self.files.filter { $0.name.hasPrefix("cases/") }
    _ = try fixture.register.importFiles([try #require(byName["documents.csv"])] + cases)
    #expect(try fixture.register.pendingLinks().count == 3167)
    let last = try fixture.load(try #require(byName["resources.csv"]))
    #expect(last.pendingLinks == 0)
    let set = try fixture.register.figures(expected.map(\.query))
    #expect(set.figures.map(\.value) == expected.map(\.value))
  }

  @Test("The committed example would not be what the generator writes")
  func committedFiles() throws {
    for file in Self.files {
      let path = Self.root.appendingPathComponent("fixtures/register/\(file.name)").path
      let committed = try #require(FileManager.default.contents(atPath: path))
      #expect(Array(committed) == file.bytes, "\(file.name): run the generator again")
    }
  }

  @Test("A letter could not be made, or of data that another document has")
  func caseData() throws {
    let fixture = try loaded()
    let documents = try fixture.register.documents()
    #expect(documents.count == 175)
    for document in documents {
      let data = try JSON(parsing: try #require(document.caseData))
      #expect(data["prepared"]?.string == document.preparedAt.iso)
      #expect(document.caseFile == "cases/\(document.id).json")
      guard document.kind != .response else {
        #expect(data == ExampleReply.caseData)
        continue
      }
      #expect(data["resources"]?["document"]?.string == document.id)
      #expect(data["registration"]?["number"]?.string ?? "" == document.number)
      #expect(data["registration"]?["date"]?.string == document.sentAt?.iso)
      for resource in try fixture.register.resources(of: document.id) {
        let monitoring = try #require(data["monitoring"])
        #expect(data["detectedBy"]?.string == resource.body)
        #expect(try #require(monitoring["from"]?.string) <= resource.enteredAt.iso)
        #expect(try #require(monitoring["to"]?.string) >= resource.enteredAt.iso)
      }
    }
  }

  @Test(
    "A period would lack its reply, or the reply would be other than the one that is read and approved"
  )
  func reply() throws {
    let fixture = try loaded()
    let reply = try #require(try fixture.register.document("A-2021-001"))
    #expect(reply.kind == .response && reply.status == .draft)
    #expect(try fixture.register.documents(preparedIn: .year(2021)).count == 91)
    let path = Self.root.appendingPathComponent("fixtures/cases/response-2021.json").path
    let committed = try #require(FileManager.default.contents(atPath: path))
    #expect(try JSON(parsing: Array(committed)) == ExampleReply.caseData)
  }

  @Test("A register for measuring would lack documents, or name one resource twice")
  func manyDocuments() throws {
    let files = Example.files(documents: 300).map { RegisterFile(name: $0.name, bytes: $0.bytes) }
    let fixture = try RegisterFixture()
    let report = try fixture.register.importFiles(files)
    #expect(report.diagnostics.isEmpty)
    #expect(report.documents.added == 301)
    #expect(report.links.added == report.resources.added)
    #expect(report.pendingLinks == 0)
    #expect(try fixture.register.documents(preparedIn: .year(2021)).count == 301)
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("The example would name a site that somebody could really own")
  func reservedHosts() throws {
    let fixture = try loaded()
    let asOf = try day("2021-12-20")
    let all = FigureQuery(
      .resources(.entered(channel: nil)), during: try period("2017-01-01", "2021-12-20"), asOf: asOf
    )
    let reserved = [
      ".example", ".test", ".invalid", ".example.com", ".example.net", ".example.org",
    ]
    for text in try fixture.register.figure(all).members {
      let host = try CanonicalURL(parsing: text).host
      #expect(reserved.contains { host.hasSuffix($0) }, "\(host)")
    }
  }
}
