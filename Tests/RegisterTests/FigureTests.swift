import CivilDates
import Testing

@testable import Register

@Suite struct FigureTests {
  private func query(
    _ subject: FigureQuery.Subject, asOf: String = "2021-12-20", _ year: Int = 2021
  ) throws -> FigureQuery {
    FigureQuery(subject, during: .year(year), asOf: try day(asOf))
  }

  private func filled() throws -> RegisterFixture {
    let fixture = try RegisterFixture()
    try fixture.load(
      .resources(
        "https://a.example/;2021-01-01;one;is", "https://b.example/;2021-12-20;two;is",
        "https://c.example/;2021-12-21;three;is", "https://d.example/;2021-06-01;;own",
        "https://e.example/;2020-12-31;four;is"),
      .documents(
        "P1;prescription;sent;2021-02-01;2021-02-03;1;A;",
        "P2;prescription;refused;2021-02-01;;;A;",
        "P3;prescription;revoked;2021-02-01;2021-02-02;;A;",
        "W1;warning;draft;2021-12-20;;;A;", "W2;warning;sent;2021-12-20;2021-12-21;2;A;",
        "N1;notification;sent;2020-12-31;2021-01-01;3;A;", "R0;response;draft;2021-03-01;;;A;"),
      .links(
        "P1;https://a.example/", "P1;https://d.example/", "P2;https://b.example/",
        "P3;https://b.example/", "W1;https://a.example/", "W2;https://b.example/",
        "N1;https://e.example/", "N1;https://a.example/"))
    return fixture
  }

  @Test("A draft would be counted as sent, or a withdrawn document at all")
  func documents() throws {
    let fixture = try filled()
    func members(_ selection: DocumentSelection, asOf: String = "2021-12-20") throws -> [String] {
      try fixture.register.figure(query(.documents(selection), asOf: asOf)).members
    }
    let all = DocumentKind.enforcement
    #expect(try members(DocumentSelection(kinds: all)) == ["P1", "W1", "W2"])
    #expect(try members(DocumentSelection(kinds: all), asOf: "2021-12-19") == ["P1"])
    #expect(try members(DocumentSelection(kinds: all, state: .sent)) == ["N1", "P1"])
    let late = try members(DocumentSelection(kinds: all, state: .sent), asOf: "2021-12-31")
    #expect(late == ["N1", "P1", "W2"])
    #expect(try members(DocumentSelection(kinds: [.warning])) == ["W1", "W2"])
    #expect(try members(DocumentSelection(kinds: [])) == [])
    let own = DocumentSelection(kinds: all, concerning: .ownMonitoring)
    #expect(try members(own) == ["P1"])
  }

  @Test("A resource would be counted once for each document, or in a period it does not belong to")
  func resources() throws {
    let fixture = try filled()
    func members(_ selection: ResourceSelection, asOf: String = "2021-12-20") throws -> [String] {
      try fixture.register.figure(query(.resources(selection), asOf: asOf)).members
    }
    let all = DocumentKind.enforcement
    let (a, b, d, e) = (
      "https://a.example/", "https://b.example/", "https://d.example/", "https://e.example/"
    )
    #expect(try members(.entered(channel: nil)) == [a, b, d])
    #expect(try members(.entered(channel: .informationSystem)) == [a, b])
    let prepared = DocumentSelection(kinds: all)
    #expect(try members(.covered(by: prepared, channel: nil)) == [a, b, d])
    #expect(try members(.covered(by: prepared, channel: .ownMonitoring)) == [d])
    let sent = DocumentSelection(kinds: all, state: .sent)
    #expect(try members(.covered(by: sent, channel: nil)) == [a, d, e])
    #expect(try members(.actedUpon(by: all, channel: .informationSystem)) == [a])
    let late = try members(.actedUpon(by: all, channel: .informationSystem), asOf: "2021-12-21")
    #expect(late == [a, b])
  }

  @Test("A body that entered nothing in the period would be counted")
  func bodies() throws {
    let fixture = try filled()
    let entering = try fixture.register.figure(query(.bodies(channel: .informationSystem)))
    #expect(entering.members == ["one", "two"])
    #expect(try fixture.register.figure(query(.bodies(channel: nil))).members == ["one", "two"])
    let before = try fixture.register.figure(
      query(.bodies(channel: .informationSystem), 2020))
    #expect(before.members == ["four"])
  }

  @Test("The query shown to an auditor would not be the one that was run")
  func statements() throws {
    let selection = DocumentSelection(
      kinds: [.warning, .prescription], state: .sent, concerning: .informationSystem)
    let subjects: [FigureQuery.Subject] = [
      .documents(selection), .resources(.covered(by: selection, channel: .ownMonitoring)),
      .resources(.entered(channel: nil)), .resources(.actedUpon(by: [.warning], channel: nil)),
      .bodies(channel: .informationSystem),
    ]
    for subject in subjects {
      let statement = try query(subject).statement
      let named = Set(
        statement.sql.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !":_".contains($0) })
          .filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) })
      #expect(Set(statement.values.map(\.name)) == named)
      #expect(!statement.sql.contains("2021"))
      #expect(statement.description.contains("-- :as_of = 2021-12-20"))
    }
    let values = try query(.documents(selection)).statement.values
    #expect(values.map(\.value).contains("is"))
    #expect(values.first { $0.name == "kind_1" }?.value == "prescription")
  }

  @Test("The figures of one letter would come from different moments of the register")
  func snapshot() async throws {
    let fixture = try RegisterFixture()
    let register = fixture.register
    let entered = try query(.resources(.entered(channel: .informationSystem)))
    let bodies = try query(.bodies(channel: .informationSystem))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 1...40 {
          _ = try register.importFiles([
            .resources("https://n\(number).example/;2021-02-02;body-\(number);is")
          ])
        }
      }
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<60 {
            let set = try register.figures([entered, bodies, entered])
            #expect(Set(set.figures.map(\.value)).count == 1)
            #expect(set[bodies]?.value == set.revision)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try fixture.value(entered) == 40)
  }
}
