import CivilDates
import ExampleRegister
import GRDB
import Testing

@testable import Register

/// The numbers kept for each document, from which figures are added up.
@Suite struct CoverageTests {
  private static let asOf = "2021-06-30"

  /// Every way in which resources are chosen by documents.
  private func queries() throws -> [FigureQuery] {
    let kinds: [Set<DocumentKind>] = [[.prescription], [.warning, .notification], []]
    let channels: [Channel?] = [nil, .informationSystem, .ownMonitoring]
    var selections: [ResourceSelection] = []
    for kinds in kinds {
      for channel in channels {
        selections.append(.actedUpon(by: kinds, channel: channel))
        for state in DocumentSelection.State.allCases {
          for concerning in channels {
            let documents = DocumentSelection(kinds: kinds, state: state, concerning: concerning)
            selections.append(.covered(by: documents, channel: channel))
          }
        }
      }
    }
    return try selections.flatMap { selection in
      try [period("2021-01-01", "2021-03-31"), period("2021-03-01", "2021-12-31")].map {
        FigureQuery(.resources(selection), during: $0, asOf: try day(Self.asOf))
      }
    }
  }

  private func counts(_ register: Register, _ queries: [FigureQuery]) throws -> [Int] {
    try register.figures(queries, listing: .documentsAndBodies).figures.map(\.value)
  }

  @Test(
    "A link made, ended or moved to another card would leave a letter with a number that no list bears out",
    arguments: 1...12)
  func keptNumbersAreThoseOfTheLists(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let fixture = try RegisterFixture()
    let register = fixture.register
    let queries = try queries()
    let addresses = try (0..<8).map { try CanonicalURL(parsing: "https://site-\($0).example/") }
    var documents: Set<Int> = []
    var remembered: [(revision: Int, counts: [Int])] = []
    func importCard(_ number: Int) throws {
      let entry = ["b;is", ";own"][random.number(below: 2)]
      let day = "2021-0\(1 + random.number(below: 5))-1\(random.number(below: 3))"
      try fixture.load(
        .resources("\(addresses[number].text);\(day);\(entry)"),
        options: ImportOptions(onDifference: .replace))
    }
    for number in addresses.indices { try importCard(number) }
    for _ in 0..<25 {
      if random.number(below: 3) == 0 {
        try importCard(random.number(below: addresses.count))
      } else {
        let number = random.number(below: 6)
        let prepared = try day("2021-0\(1 + number)-05")
        let record = DocumentRecord(
          id: "D\(number)", kind: [.prescription, .warning, .notification][number % 3],
          status: .sent, preparedAt: prepared, sentAt: try day("2021-0\(2 + number)-01"))
        let named = addresses.filter { _ in random.number(below: 3) == 0 }
        if documents.insert(number).inserted {
          try register.add([.document(record, resources: named)])
        } else {
          try register.supersede([.document(record, resources: named)])
        }
      }
      let counts = try counts(register, queries)
      #expect(try register.figures(queries).figures.map(\.value) == counts)
      #expect(try register.verify() == [])
      remembered.append((try register.revision(), counts))
    }
    for (revision, counts) in remembered.suffix(12) {
      let past = try register.figures(queries, revision: revision, listing: .documentsAndBodies)
      #expect(past.figures.map(\.value) == counts, "revision \(revision)")
    }
  }

  @Test("A letter over a full register would read every link, and take seconds")
  func plans() throws {
    let fixture = try RegisterFixture()
    _ = try fixture.register.importFiles(
      Example.files().map { RegisterFile(name: $0.name, bytes: $0.bytes) })
    for statement in try queries().compactMap(\.coverageStatement)
    where statement.sql.contains(":kind_1") {
      let steps = try fixture.register.read { database in
        try Row.fetchAll(
          database, sql: "EXPLAIN QUERY PLAN " + statement.sql, arguments: statement.arguments
        ).map { $0["detail"] as String }
      }
      // The two sums themselves are a query without an index; what they are made of is looked up.
      #expect(!steps.contains { $0.hasPrefix("SCAN") && !$0.contains("subquery") }, "\(steps)")
      #expect(steps.filter { $0.hasPrefix("SEARCH document ") }.count == 2)
    }
  }
}
