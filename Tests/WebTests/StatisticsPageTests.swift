import CivilDates
import Export
import Letters
import Register
import Testing

@testable import QoshatWeb

/// The figures of a period in the browser.
@Suite struct StatisticsPageTests {
  @Test("A number on the page would be another than the register counts, or lead to other cases")
  func numbers() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    let page = try client.get("/statistics?year=2021&asOf=2021-12-15")
    #expect(page.status == 200)
    #expect(page.text.contains("Проверено: в каждой таблице"))
    let asOf = try #require(CivilDate(iso: "2021-12-15"))
    let statistics = try PeriodStatistics(
      server.workplace.register, period: .year(2021), asOf: asOf, listing: .everything,
      reference: try server.workplace.library.reference())
    let cells = page.text.matches(of: /href="(\/statistics\/cases[^"]+)">([0-9\u{A0}]+)<\/a>/)
    #expect(cells.count > 30)
    for measure in statistics.measures {
      let value = statistics.value(of: measure, in: statistics.set)
      let own = cells.filter { $0.1.contains("measure=\(measure.rawValue)&amp;") }
      #expect(own.contains { $0.2 == LetterLanguage.ru.number(value) }, "\(measure)")
    }
    // Each number leads to so many cases.
    for cell in cells.shuffled().prefix(25) {
      let number = try #require(Int(String(cell.2).replacing("\u{A0}", with: "")))
      var (path, count): (String?, Int) = (String(cell.1).replacing("&amp;", with: "&"), 0)
      while let current = path {
        let list = try client.get(current)
        #expect(list.status == 200)
        count += list.text.matches(of: /<li><a href="\/register\//).count
        path = list.text.firstMatch(of: /rel="next" href="([^"]+)"/).map {
          String($0.1).replacing("&amp;", with: "&")
        }
      }
      #expect(count == number, "\(cell.1)")
    }
  }

  @Test("A case behind a number could not be opened")
  func cases() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client(.kk)
    for (measure, end) in [("prepared", "documents"), ("entered", "resources")] {
      let list = try client.get(
        "/statistics/cases?measure=\(measure)&from=2021-01-01&to=2021-12-31&asOf=2021-12-31")
      #expect(list.text.contains("SELECT DISTINCT"))
      let first = try #require(list.text.firstMatch(of: /<li><a href="(\/register\/[^"]+)"/))
      let record = try client.following(client.get(String(first.1)))
      #expect(record.status == 200)
      #expect(record.text.contains("id=\"history\""), "\(end)")
    }
  }

  @Test("A period that does not exist would be counted, or break the page")
  func wrongPeriods() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    for query in [
      "year=20211", "year=0", "year=x", "from=2021-05-01", "from=2021-05-01&to=2021-04-01",
      "from=2021-02-30&to=2021-03-01", "year=2021&asOf=2021-13-01", "period=2021-Q9",
    ] {
      let answer = try client.get("/statistics?\(query)")
      #expect(answer.status == 422, "\(query)")
      #expect(answer.text.contains("aria-invalid"), "\(query)")
    }
    #expect(try client.get("/statistics?year=1999").text.contains("в реестре ничего нет"))
    for query in [
      "", "measure=x&from=2021-01-01&to=2021-12-31&asOf=2021-12-31",
      "measure=not-acted-upon&from=2021-01-01&to=2021-12-31&asOf=2021-12-31",
      "measure=entered&kind=warning&from=2021-01-01&to=2021-12-31&asOf=2021-12-31",
      "measure=entered&from=2021-12-31&to=2021-01-01&asOf=2021-12-31",
    ] {
      #expect(try client.get("/statistics/cases?\(query)").status == 404, "\(query)")
    }
  }

  @Test("A chart would show what no table says, or nothing to those who do not see it")
  func charts() async throws {
    let server = try await TestServer(fixtures: true)
    let page = try server.client().get("/statistics?year=2021&part=Q4&asOf=2021-12-31").text
    #expect(page.matches(of: /<svg\b/).count >= 3)
    #expect(page.matches(of: /<svg\b/).count == page.matches(of: /<desc id=/).count)
    // The page allows no styles in its markup.
    #expect(!page.contains(" style=\""))
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test("Figures would stay those of yesterday after the register has changed")
  func freshness() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    func prepared() throws -> String {
      let page = try client.get("/statistics?year=2021&asOf=2021-12-15").text
      let cell = try #require(
        page.firstMatch(
          of: /measure=prepared&amp;from=2021-01-01&amp;to=2021-12-31&amp;asOf=2021-12-15">([^<]+)</
        ))
      return String(cell.1)
    }
    let before = try #require(Int(try prepared()))
    let document = DocumentRecord(
      id: "NEW", kind: .warning, status: .draft,
      preparedAt: try #require(CivilDate(iso: "2021-12-01")))
    try server.workplace.register.add([.document(document, resources: [])])
    #expect(try prepared() == String(before + 1))
  }
}

/// The export of a period in the browser.
@Suite struct ExportPageTests {
  @Test("The plan would promise other letters than the export makes")
  func wholeWay() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    let path = "/export?from=2021-12-01&to=2021-12-31&by=prepared&kind=warning&kind=recommendation"
    let plan = try client.get(path)
    #expect(plan.status == 200)
    let planned = plan.text.matches(of: /<tr><td>([^<]*)<\/td>/).map { String($0.1) }
    #expect(!planned.isEmpty)
    let begun = try client.post(
      "/export", from: path,
      [
        "from": "2021-12-01", "to": "2021-12-31", "by": "prepared", "kind": "warning",
        "kind": "recommendation",
      ])
    let done = try await client.finished(begun)
    #expect(done.text.contains("Проверено по манифесту"))
    let job = try #require(begun.header("Location"))
    let manifest = try client.get("\(job)/manifest.json")
    #expect(manifest.text.contains("qoshat-export-1"))
    let entries = manifest.text.matches(of: /"path":"[^"]+","kind"/).count
    #expect(entries == planned.count)
    let archive = try client.get("\(job)/letters.zip")
    #expect(archive.bytes.starts(with: "PK".utf8))
    #expect(archive.header("Content-Length") == String(archive.bytes.count))
    #expect(try client.get("/export").text.contains(job))
  }

  @Test("An export of nothing, or of a wrong period, would begin")
  func nothing() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client(.kk)
    let empty = try client.get("/export?from=1999-01-01&to=1999-01-02&kind=warning")
    #expect(empty.text.contains("Бұл шарттарға сай хат жоқ"))
    #expect(!empty.text.contains("Экспортты бастау"))
    #expect(try client.get("/export?from=2021-01-02&to=2021-01-01").status == 422)
    #expect(
      try client.post("/export", from: "/register/import", ["from": "2021-01-02"]).status == 400)
  }
}
