import Letters
import Register
import Testing

@testable import QoshatWeb

/// The lists of the register in the browser.
@Suite struct RegisterListTests {
  @Test("Staff would not find in the browser what is in the register")
  func search() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    let all = try client.get("/register/resources")
    #expect(all.status == 200)
    #expect(all.text.contains("Найдено: 5\u{A0}4"))
    let one = try client.get("/register/documents?text=p-2017-001")
    #expect(one.text.contains("Найдено: 1<"))
    #expect(one.text.contains("/register/documents/P-2017-001\""))
    let host = try client.get(
      "/register/resources?host=https%3A%2F%2FVideo.Example.net%2F&from=2017-01-01&to=2017-12-31")
    #expect(host.text.contains("https://video.example.net/"))
    #expect(!host.text.contains("https://messenger.example.org/"))
    let sent = try client.get("/register/documents?by=sent&from=2017-01-30&to=2017-01-30")
    #expect(sent.text.contains("P-2017-001"))
    #expect(sent.text.contains("Найдено: 1<"))
    let kazakh = try server.client(.kk).get("/register/documents?kind=prescription&status=executed")
    #expect(kazakh.text.contains("орындалған"))
    #expect(
      try client.get("/register/resources?text=nowhere-to-be-found").text.contains(
        "Ничего не найдено"))
  }

  @Test("Paging would repeat or lose records")
  func paging() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    var (path, found, pages): (String?, [String], Int) = (
      "/register/documents?kind=prescription", [], 0
    )
    while let current = path {
      let page = try client.get(current).text
      found += page.matches(of: /<th scope="row"><a href="\/register\/documents\/([^"]+)"/)
        .map { String($0.1) }
      path = page.firstMatch(of: /rel="next" href="([^"]+)"/).map {
        String($0.1).replacing("&amp;", with: "&")
      }
      pages += 1
    }
    var filter = RecordFilter()
    filter.kind = .prescription
    let expected = try server.workplace.register.documents(matching: filter).map(\.id)
    #expect(expected.count > 50)
    #expect(pages > 1)
    #expect(found.count == expected.count)
    #expect(Set(found) == Set(expected))
  }

  @Test("A wrong day in the filter would be taken for no day, without a word")
  func wrongDay() async throws {
    let server = try await TestServer(fixtures: true)
    let answer = try server.client().get("/register/resources?from=2021-02-30")
    #expect(answer.text.contains("aria-invalid=\"true\""))
    #expect(answer.text.contains("Нужна дата вида"))
  }

  @Test("What somebody typed into a filter would become part of the page")
  func scripts() async throws {
    let server = try await TestServer(fixtures: true)
    let attack = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%27%25_"
    for path in ["/register/resources", "/register/documents"] {
      for name in ["text", "host", "body", "number", "from", "after", "kind"] {
        let answer = try server.client().get("\(path)?\(name)=\(attack)")
        #expect(answer.status == 200)
        #expect(!answer.text.contains("<script>alert"))
      }
    }
  }

  @Test("A record would be shown without what is linked to it, or without its history")
  func records() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    let document = try client.get("/register/documents/P-2017-001")
    #expect(document.status == 200)
    #expect(document.text.contains("27.01.2017"))
    #expect(document.text.contains("documents.csv"))
    let link = try #require(
      document.text.firstMatch(of: /href="(\/register\/resources\/\d+)">https:\/\/messenger/))
    let resource = try client.get(String(link.1))
    #expect(resource.text.contains("Реклама казино «Zhuldyz Spin»"))
    #expect(resource.text.contains("/register/documents/P-2017-001\""))
    let found = try client.following(
      client.get("/register/address?url=HTTPS%3A%2F%2Fmessenger.example.org%2Fzhuldyz-spin%2F1%23x")
    )
    #expect(found.text.contains("zhuldyz-spin"))
    for path in ["documents/nobody", "resources/0", "resources/999999", "resources/x"] {
      #expect(try client.get("/register/\(path)").status == 404)
    }
  }
}
