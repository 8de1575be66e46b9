import CivilDates
import Testing

@testable import Register

/// Figures in parts, and figures of an earlier day of the register.
@Suite struct StatisticsTests {
  private func filled() throws -> RegisterFixture {
    let fixture = try RegisterFixture()
    try fixture.load(
      .resources(
        "https://a.example/;2021-01-01;one;is", "https://b.example/;2021-02-20;two;is",
        "https://t.me/casino;2021-02-21;two;is", "https://d.example/;2021-06-01;;own"),
      .documents(
        "P1;prescription;sent;2021-02-01;2021-02-03;1;A;",
        "W1;warning;draft;2021-03-20;;;A;", "W2;warning;sent;2021-03-20;2021-04-21;2;A;",
        "X1;warning;revoked;2021-03-20;2021-04-21;2;A;"),
      .links(
        "P1;https://a.example/", "P1;https://b.example/", "P1;https://d.example/",
        "W2;https://t.me/casino"))
    return fixture
  }

  private let documents = FigureQuery.Subject.documents(
    DocumentSelection(kinds: DocumentKind.enforcement))

  private func rows(
    _ fixture: RegisterFixture, _ subject: FigureQuery.Subject, _ dimensions: StatisticDimension...,
    revision: Int? = nil
  ) throws -> [String] {
    let query = FigureQuery(subject, during: .year(2021), asOf: try day("2021-12-31"))
    let set = try fixture.register.statistics(
      [StatisticQuery(query, by: dimensions)], revision: revision)
    let statistic = try #require(set.statistics.first)
    return statistic.rows.map { row in
      (row.values.map { $0 ?? "-" } + [String(row.count)]).joined(separator: " ")
    }
  }

  @Test("A part of a figure is missing, or counts what the whole does not")
  func parts() throws {
    let fixture = try filled()
    #expect(try rows(fixture, documents, .kind) == ["prescription 1", "warning 2"])
    #expect(
      try rows(fixture, documents, .month, .status)
        == ["2021-02 sent 1", "2021-03 draft 1", "2021-03 sent 1"])
    let entered = FigureQuery.Subject.resources(.entered(channel: nil))
    #expect(try rows(fixture, entered, .body) == ["- 1", "one 1", "two 2"])
    #expect(try rows(fixture, entered, .month) == ["2021-01 1", "2021-02 2", "2021-06 1"])
    #expect(try rows(fixture, entered, .channel) == ["is 3", "own 1"])
  }

  @Test(
    "The newest state of the register would be looked up as slowly as an old one, or counted otherwise"
  )
  func newestRevision() throws {
    let fixture = try filled()
    let query = FigureQuery(documents, during: .year(2021), asOf: try day("2021-12-31"))
    let last = try fixture.register.revision()
    let today = try fixture.register.figures([query])
    #expect(today.revision == last)
    #expect(try fixture.register.figures([query], revision: last) == today)
    let before = try fixture.register.figures([query], revision: last - 1)
    #expect(before.revision == last - 1)
    #expect(before.figures.first?.statement.sql.hasPrefix("WITH ") == true)
  }

  @Test("A document of two bodies is lost from one, or nobody is told that the parts overlap")
  func overlappingParts() throws {
    let fixture = try filled()
    // W1 names nothing yet, and must not fall out.
    #expect(try rows(fixture, documents, .body) == ["- 2", "one 1", "two 2"])
    let query = FigureQuery(documents, during: .year(2021), asOf: try day("2021-12-31"))
    let set = try fixture.register.statistics([StatisticQuery(query, by: [.body])])
    #expect(set.statistics.first?.isOverlapping == true)
    #expect(set.statistics.first?.figure.value == 3)
    let byKind = try fixture.register.statistics([StatisticQuery(query, by: [.kind])])
    #expect(byKind.statistics.first?.isOverlapping == false)
  }

  @Test("A figure of an earlier letter cannot be computed again after the register has grown")
  func earlierRevisions() throws {
    let fixture = try filled()
    let query = FigureQuery(documents, during: .year(2021), asOf: try day("2021-12-31"))
    let before = try fixture.register.figures([query])
    #expect(before.revision == 1 && before.figures[0].members == ["P1", "W1", "W2"])
    // The warning is sent after all, its twin withdrawn, and a new document comes.
    try fixture.load(
      .documents(
        "W1;warning;sent;2021-03-20;2021-05-01;3;A;",
        "W2;warning;revoked;2021-03-20;2021-04-21;2;A;",
        "N1;notification;draft;2021-05-05;;;A;"),
      options: ImportOptions(onDifference: .replace))
    let now = try fixture.register.figures([query])
    #expect(now.revision == 2 && now.figures[0].members == ["N1", "P1", "W1"])
    let again = try fixture.register.figures([query], revision: 1)
    #expect(again.revision == 1 && again.figures[0].members == ["P1", "W1", "W2"])
    #expect(
      try rows(fixture, documents, .status, revision: 1) == ["draft 1", "sent 2"])
    #expect(try rows(fixture, documents, .status) == ["draft 1", "sent 2"])
    #expect(try fixture.register.figures([query], revision: 0).figures[0].value == 0)
    #expect(again.figures[0].statement.values.contains { $0.name == "revision" && $0.value == "1" })
    for revision in [-1, 3] {
      do {
        _ = try fixture.register.figures([query], revision: revision)
        Issue.record("revision \(revision) was answered")
      } catch {
        #expect(error.code == .unknownRevision && error.cause == .usage)
      }
    }
  }

  @Test("A number that is only counted is another than that of what is listed")
  func countedAndListed() throws {
    let fixture = try filled()
    try fixture.load(
      .documents("N1;notification;sent;2021-05-05;2021-05-06;4;A;"),
      .links("N1;https://a.example/", "N1;https://t.me/casino", "W1;https://a.example/"))
    let all = DocumentKind.enforcement
    var queries: [FigureQuery] = []
    for channel in [nil, Channel.informationSystem, .ownMonitoring] {
      let subjects: [FigureQuery.Subject] = [
        .resources(.entered(channel: channel)),
        .resources(.covered(by: DocumentSelection(kinds: all), channel: channel)),
        .resources(
          .covered(
            by: DocumentSelection(kinds: all, state: .sent, concerning: .informationSystem),
            channel: channel)),
        .resources(.actedUpon(by: all, channel: channel)), .bodies(channel: channel),
        .documents(DocumentSelection(kinds: all, concerning: channel)),
      ]
      for asOf in ["2021-02-20", "2021-12-31"] {
        for subject in subjects {
          queries.append(FigureQuery(subject, during: .year(2021), asOf: try day(asOf)))
        }
      }
    }
    for revision in [nil, 1] {
      let listed = try fixture.register.figures(queries, revision: revision)
      let counted = try fixture.register.figures(
        queries, revision: revision, listing: .documentsAndBodies)
      #expect(listed.figures.map(\.value) == counted.figures.map(\.value))
      #expect(listed.figures.contains { $0.value > 2 })
      #expect(counted.figures.allSatisfy { ($0.listed == nil) == $0.query.countsResources })
    }
  }
}

extension FigureQuery {
  fileprivate var countsResources: Bool { if case .resources = subject { true } else { false } }
}
