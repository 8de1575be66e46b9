import CivilDates
import GRDB
import JSON
import Testing

@testable import Register

/// Lists of the register, page by page.
@Suite struct ListTests {
  private func filled() throws -> RegisterFixture {
    let fixture = try RegisterFixture()
    try fixture.load(
      .resources(
        "https://a.example/1;2021-01-01;one;is", "https://a.example/2;2021-03-01;one;is",
        "https://a.example/3;2021-03-01;two;own", "https://a.example/4;2021-03-01;two;is",
        "https://t.me/казино;2021-03-02;two;is", "https://b.example/100%;2021-04-01;one;is"),
      .documents(
        "P1;prescription;sent;2021-02-01;2021-02-03;27-1/1;Операторам;",
        "W1;warning;draft;2021-03-20;;;Қазақтелеком;",
        "W2;warning;sent;2021-01-20;2021-04-21;27-2;A;"),
      .links(
        "P1;https://a.example/1", "P1;https://a.example/2", "W1;https://t.me/казино",
        "W2;https://a.example/1"))
    return fixture
  }

  private func resources(
    _ register: Register, _ limit: Int = 100, _ change: (inout RecordFilter) -> Void = { _ in }
  ) throws -> [String] {
    var filter = RecordFilter()
    change(&filter)
    var (found, mark): ([String], ListMark?) = ([], nil)
    repeat {
      let page = try register.resourcePage(matching: filter, after: mark, limit: limit)
      #expect(page.items.count <= limit)
      found += page.items.map { String($0.record.card.url.suffix(6)) }
      mark = page.next
    } while mark != nil
    let count = try register.count(of: .resource, matching: filter, atMost: 1_000)
    #expect(count == found.count)
    return found
  }

  private func documents(
    _ register: Register, _ change: (inout RecordFilter) -> Void = { _ in }
  ) throws -> [String] {
    var filter = RecordFilter()
    change(&filter)
    let page = try register.documentPage(matching: filter, limit: 10)
    #expect(page.next == nil)
    return page.items.map { "\($0.outline.id) \($0.resources)" }
  }

  @Test("A page would repeat or leave out records, most of all of a day that has more than a page")
  func pages() throws {
    let fixture = try filled()
    let register = fixture.register
    let all = ["e/100%", "казино", "mple/4", "mple/3", "mple/2", "mple/1"]
    for limit in 1...7 { #expect(try resources(register, limit) == all) }
    let march = ["mple/4", "mple/2"]
    for limit in 1...3 {
      #expect(
        try resources(register, limit) {
          $0.host = "a.example"
          $0.channel = .informationSystem
          $0.from = CivilDate(iso: "2021-02-01")
        } == march)
    }
    #expect(try documents(register) == ["W1 1", "P1 2", "W2 1"])
    #expect(try documents(register) { $0.dating = .sent } == ["W2 1", "P1 2"])
  }

  @Test("A filter would choose what nobody asked for")
  func filters() throws {
    let fixture = try filled()
    let register = fixture.register
    #expect(
      try resources(register) {
        $0.body = "two"; $0.to = CivilDate(iso: "2021-03-01")
      } == ["mple/4", "mple/3"])
    #expect(try resources(register) { $0.platform = .telegram } == ["казино"])
    #expect(try resources(register) { $0.search = "КАЗИНО" } == ["казино"])
    #expect(try resources(register) { $0.search = "B.EXAMPLE" } == ["e/100%"])
    #expect(try resources(register) { $0.search = "00%" } == ["e/100%"])
    #expect(try resources(register) { $0.search = "a%1" } == [])
    #expect(try resources(register) { $0.kind = .warning } == [])
    #expect(try documents(register) { $0.number = "27-1" } == ["P1 2"])
    #expect(try documents(register) { $0.number = "27-" } == ["P1 2", "W2 1"])
    #expect(
      try documents(register) {
        $0.kind = .warning; $0.status = .sent
      } == ["W2 1"])
    #expect(try documents(register) { $0.search = "қазақтелеком" } == ["W1 1"])
    #expect(try documents(register) { $0.host = "a.example" } == ["P1 2", "W2 1"])
    #expect(try documents(register) { $0.body = "two" } == ["W1 1"])
    #expect(
      try documents(register) {
        $0.dating = .sent
        $0.from = CivilDate(iso: "2021-04-01")
      } == ["W2 1"])
    var everything = RecordFilter()
    everything.search = "example"
    #expect(try register.count(of: .resource, matching: everything, atMost: 2) == 2)
  }

  @Test("A mark that somebody typed would be taken for one of ours")
  func marks() throws {
    let mark = try #require(ListMark("2021-03-01.12"))
    #expect(mark.description == "2021-03-01.12")
    for text in ["", "2021-03-01", "2021-02-30.1", "2021-03-01.1.2", "2021-03-01.x"] {
      #expect(ListMark(text) == nil)
    }
  }

  @Test("The millionth row of a list would be reached by passing all before it")
  func plans() throws {
    let fixture = try filled()
    let register = fixture.register
    func plan(_ list: Register.List) throws -> [String] {
      try list.continuations(limit: 50).map { sql in
        var arguments = list.conditions.arguments
        arguments += ["mark_day": "2021-03-01"]
        if sql.contains(":mark_row") { arguments += ["mark_row": 3] }
        let steps = try register.pool.read { database in
          try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
            .map { $0["detail"] as String }
        }
        // What sorts, sorts everything that is behind the page.
        #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(steps)")
        return try #require(steps.first)
      }
    }
    var filter = RecordFilter()
    let all = [
      "SEARCH resource USING INDEX resource_by_day (entered_at=? AND rowid<?)",
      "SEARCH resource USING INDEX resource_by_day (entered_at<?)",
    ]
    #expect(try plan(Register.resourceList(filter)) == all)
    filter.channel = .ownMonitoring
    #expect(try plan(Register.resourceList(filter)) == all)
    filter.host = "a.example"
    #expect(
      try plan(Register.resourceList(filter)) == [
        "SEARCH resource USING INDEX resource_by_host (host=? AND entered_at=? AND rowid<?)",
        "SEARCH resource USING INDEX resource_by_host (host=? AND entered_at<?)",
      ])
    #expect(
      try plan(Register.documentList(RecordFilter())) == [
        "SEARCH document USING INDEX document_by_day (prepared_at=? AND rowid<?)",
        "SEARCH document USING INDEX document_by_day (prepared_at<?)",
      ])
    filter = RecordFilter()
    filter.dating = .sent
    #expect(
      try plan(Register.documentList(filter)) == [
        "SEARCH document USING INDEX document_by_day_of_sending (sent_at=? AND rowid<?)",
        "SEARCH document USING INDEX document_by_day_of_sending (sent_at>? AND sent_at<?)",
      ])
  }

  @Test("A number of the statistics would lead to other cases than it counts")
  func cases() throws {
    let fixture = try filled()
    let register = fixture.register
    let asOf = try day("2021-12-31")
    func check(
      _ subject: FigureQuery.Subject, _ dimensions: StatisticDimension...
    ) throws {
      let query = FigureQuery(subject, during: .year(2021), asOf: asOf)
      let set = try register.statistics([StatisticQuery(query, by: dimensions)])
      let statistic = try #require(set.statistics.first)
      #expect(!statistic.rows.isEmpty)
      for row in statistic.rows {
        let parts = zip(dimensions, row.values).map { StatisticPart($0, $1) }
        let whole = try register.cases(of: query, in: parts, limit: 100)
        #expect(whole.keys.count == row.count, "\(row)")
        #expect(Set(whole.keys).isSubset(of: statistic.figure.members))
        var (paged, more) = ([String](), true)
        while more {
          let page = try register.cases(of: query, in: parts, after: paged.last ?? "", limit: 1)
          paged += page.keys
          more = page.hasMore
        }
        #expect(paged == whole.keys)
      }
    }
    let sent = DocumentSelection(kinds: DocumentKind.enforcement, state: .sent)
    try check(.documents(sent), .month, .kind)
    try check(.documents(sent), .body)
    try check(.resources(.entered(channel: nil)), .platform)
    try check(.resources(.actedUpon(by: DocumentKind.enforcement, channel: nil)), .body)
    try check(.resources(.covered(by: sent, channel: nil)), .kind)
    try check(.bodies(channel: nil), .body)
  }
}

/// Records that two people have before them at once.
@Suite struct HeldRecordTests {
  private func filled() throws -> RegisterFixture {
    let fixture = try RegisterFixture()
    try fixture.load(
      .resources("https://a.example/1;2021-01-01;one;is", "https://a.example/2;2021-03-01;one;is"),
      .documents("P1;prescription;draft;2021-02-01;;;A;"), .links("P1;https://a.example/1"))
    return fixture
  }

  @Test("Who saves last would undo what another has changed meanwhile")
  func twoEditors() throws {
    let fixture = try filled()
    let register = fixture.register
    let row = try #require(try register.row(of: CanonicalURL(parsing: "https://a.example/2")))
    let held = try #require(try register.heldResource(row: row))
    guard case .resource(let record) = held.entry else { return }
    func edited(_ title: String) -> RegisterEntry {
      var card = record.card
      card.title = title
      return .resource(
        ResourceRecord(
          canonicalURL: record.canonicalURL, card: card, enteredAt: record.enteredAt,
          body: record.body, channel: record.channel))
    }
    try register.supersede([edited("Бірінші")], of: held.version)
    let error = #expect(throws: RegisterError.self) {
      try register.supersede([edited("Екінші")], of: held.version)
    }
    #expect(error?.code == .changedMeanwhile)
    let now = try #require(try register.heldResource(row: row))
    guard case .resource(let kept) = now.entry else { return }
    #expect(kept.card.title == "Бірінші")
    try register.supersede([edited("Екінші")], of: now.version)
  }

  @Test("A document would lose a link that another has made meanwhile")
  func links() throws {
    let fixture = try filled()
    let register = fixture.register
    let held = try #require(try register.heldDocument("P1"))
    guard case .document(let record, let resources) = held.entry else { return }
    #expect(resources.map(\.text) == ["https://a.example/1"])
    let second = try CanonicalURL(parsing: "https://a.example/2")
    try register.supersede([.document(record, resources: resources + [second])], of: held.version)
    for stale in [[], resources] {
      let error = #expect(throws: RegisterError.self) {
        try register.supersede([.document(record, resources: stale)], of: held.version)
      }
      #expect(error?.code == .changedMeanwhile)
    }
    // A link that has ended counts as well.
    let now = try #require(try register.heldDocument("P1"))
    try register.supersede([.document(record, resources: [])], of: now.version)
    let last = try #require(try register.heldDocument("P1"))
    #expect(last.version > now.version)
    #expect(try register.resources(ofDocument: "P1", limit: 5).isEmpty)
  }

  @Test("A record would not be found from the other end of its link")
  func bothWays() throws {
    let fixture = try filled()
    let register = fixture.register
    let first = try #require(try register.resources(ofDocument: "P1", limit: 5).first)
    #expect(first.record.canonicalURL.text == "https://a.example/1")
    #expect(try register.documents(naming: first.row, limit: 5).map(\.outline.id) == ["P1"])
    #expect(try register.resources(ofDocument: "P1", after: first.row, limit: 5).isEmpty)
    #expect(try register.heldResource(row: 99) == nil)
    #expect(try register.heldDocument("P9") == nil)
  }
}
