import CivilDates
import GRDB
import Testing

@testable import Register

/// What one figure counts and another, which should contain it, does not.
@Suite struct FigureInclusionTests {
  private let asOf: CivilDate

  init() throws { asOf = try day("2021-12-20") }

  private func documents(
    _ kinds: Set<DocumentKind>, _ state: DocumentSelection.State, _ year: Int = 2021
  ) -> FigureQuery {
    FigureQuery(
      .documents(DocumentSelection(kinds: kinds, state: state)), during: .year(year), asOf: asOf)
  }

  private func links(
    _ kinds: Set<DocumentKind>, _ state: DocumentSelection.State, _ channel: Channel? = nil
  ) -> FigureQuery {
    let documents = DocumentSelection(kinds: kinds, state: state)
    return FigureQuery(
      .resources(.covered(by: documents, channel: channel)), during: .year(2021), asOf: asOf)
  }

  private func filled() throws -> RegisterFixture {
    let fixture = try RegisterFixture()
    try fixture.load(
      .resources(
        "https://a.example/;2021-01-01;one;is", "https://b.example/;2021-01-01;one;is",
        "https://c.example/;2021-01-01;;own"),
      .documents(
        "W1;warning;sent;2021-02-01;2021-02-03;1;A;",
        "W2;warning;sent;2020-12-30;2021-01-10;2;A;", "W3;warning;draft;2021-03-01;;;A;"),
      .links(
        "W1;https://a.example/", "W2;https://a.example/", "W2;https://b.example/",
        "W3;https://c.example/"))
    return fixture
  }

  private func remainder(
    _ register: Register, of part: FigureQuery, in whole: FigureQuery, revision: Int? = nil
  ) throws -> FigureRemainder {
    let inclusion = try #require(FigureInclusion(of: part, in: whole))
    #expect(!inclusion.isCertain)
    let set = try register.figures([part], testing: [inclusion], revision: revision)
    return try #require(set.remainders.first)
  }

  @Test("what was sent this year passes as part of what was prepared this year")
  func remainders() throws {
    let fixture = try filled()
    let sent = try remainder(
      fixture.register, of: documents([.warning], .sent), in: documents([.warning], .prepared))
    #expect((sent.count, sent.first) == (1, "W2"))
    let named = try remainder(
      fixture.register, of: links([.warning], .sent, .informationSystem),
      in: links([.warning], .prepared))
    #expect((named.count, named.first) == (1, "https://b.example/"))
    // Their documents are among those of the whole, but the whole counts resources of one channel only.
    let others = try remainder(
      fixture.register, of: links([.warning], .prepared),
      in: links([.warning], .prepared, .informationSystem))
    #expect((others.count, others.first) == (1, "https://c.example/"))
    let none = try remainder(
      fixture.register, of: documents([.warning], .sent),
      in: documents([.notification], .prepared))
    #expect((none.count, none.first) == (2, "W1"))
  }

  @Test("a claim about an earlier letter is tested in the register of today")
  func pastRevision() throws {
    let fixture = try filled()
    let (part, whole) = (documents([.warning], .sent), documents([.warning], .prepared))
    let revision = try fixture.register.figures([]).revision
    try fixture.load(.documents("W0;warning;sent;2020-12-30;2021-01-10;9;A;"))
    #expect(try remainder(fixture.register, of: part, in: whole).count == 2)
    let past = try remainder(fixture.register, of: part, in: whole, revision: revision)
    #expect((past.count, past.first) == (1, "W2"))
  }

  @Test("the register is asked for what the definitions prove, or not asked for what they do not")
  func certainty() throws {
    let all = DocumentKind.enforcement
    func isCertain(_ part: FigureQuery, _ whole: FigureQuery) throws -> Bool {
      try #require(FigureInclusion(of: part, in: whole)).isCertain
    }
    func resources(_ selection: ResourceSelection, asOf: CivilDate? = nil) -> FigureQuery {
      FigureQuery(.resources(selection), during: .year(2021), asOf: asOf ?? self.asOf)
    }
    #expect(try isCertain(documents([.warning], .sent), documents(all, .sent)))
    #expect(try isCertain(links([.warning], .sent, .informationSystem), links(all, .sent)))
    #expect(
      try isCertain(
        resources(.actedUpon(by: all, channel: .informationSystem)),
        resources(.entered(channel: .informationSystem))))
    #expect(try !isCertain(documents(all, .sent), documents([.warning], .sent)))
    #expect(try !isCertain(documents(all, .sent), documents(all, .prepared)))
    #expect(try !isCertain(documents(all, .sent, 2020), documents(all, .sent, 2021)))
    #expect(try !isCertain(links(all, .sent), links(all, .sent, .informationSystem)))
    #expect(
      try !isCertain(
        resources(.entered(channel: nil)), resources(.actedUpon(by: all, channel: nil))))
    let earlier = try day("2021-06-01")
    #expect(
      try !isCertain(
        resources(.entered(channel: nil)), resources(.entered(channel: nil), asOf: earlier)))
    let bodies = FigureQuery(.bodies(channel: nil), during: .year(2021), asOf: asOf)
    #expect(FigureInclusion(of: bodies, in: bodies) == nil)
    #expect(FigureInclusion(of: documents(all, .sent), in: links(all, .sent)) == nil)
  }

  @Test("a letter would read the whole register to see whether a part lies in its whole")
  func queryPlan() throws {
    let fixture = try filled()
    let database = try DatabaseQueue(path: fixture.register.path)
    for (part, whole) in [
      (documents([.warning], .sent), documents([.warning], .prepared)),
      (links([.warning], .sent, .informationSystem), links([.warning], .prepared)),
    ] {
      let statement = try #require(FigureInclusion(of: part, in: whole)).statement
      let steps = try database.read { database in
        try Row.fetchAll(
          database, sql: "EXPLAIN QUERY PLAN " + statement.sql, arguments: statement.arguments
        ).map { $0["detail"] as String }
      }
      #expect(steps.contains { $0.hasPrefix("SEARCH") })
      #expect(!steps.contains { $0.hasPrefix("SCAN") }, "\(steps)")
    }
  }
}
