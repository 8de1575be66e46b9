import Letters
import Register
import Testing

@testable import QoshatWeb

/// What holds for all pages.
@Suite struct EveryPageTests {
  @Test(
    "A link would lead nowhere, or a page come in the other language",
    arguments: LetterLanguage.allCases)
  func links(language: LetterLanguage) async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client(language)
    try LettersInUse.begin(client)
    let crawl = try Crawl(client)
    #expect(crawl.pages.count > 25, "\(crawl.pages.map(\.path))")
    for found in crawl.found {
      #expect(found.answer.status == 200, "\(found.path)")
    }
    // The page of a letter is in the letter's language.
    for page in crawl.pages
    where page.answer.header("Content-Security-Policy") == SecurityHeaders.pagePolicy {
      #expect(page.answer.text.contains("<html lang=\"\(language)\">"), "\(page.path)")
      #expect(page.answer.text.matches(of: /<h1>[^<]+<\/h1>/).count == 1, "\(page.path)")
    }
  }

  /// What would do harm wherever it is taken for something else than text.
  private static let hostile =
    "\"><script>alert(1)</script><img src=x onerror=alert(1)>'{{7*191}}\r\nX-Evil: 1';DROP TABLE letter;--"

  @Test("What somebody types would run in the browser of who reads it, or change the database")
  func hostileText() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    try LettersInUse.begin(client)
    let count = try server.workplace.register.revision()
    let crawl = try Crawl(client)
    var sent = 0
    for page in crawl.pages {
      for form in PageForm.all(in: page.answer.text) where !form.isUpload {
        let answer = try form.send(client) { _, _ in Self.hostile }
        sent += 1
        #expect(answer.status < 500, "\(page.path) \(form.action)")
        #expect(answer.header("X-Evil") == nil, "\(form.action)")
        try expectHarmless(answer, form.action)
        try expectHarmless(try client.following(answer), form.action)
      }
    }
    #expect(sent > 15)
    #expect(try server.workplace.register.verify().isEmpty)
    #expect(try server.workplace.register.revision() >= count)
    for page in try Crawl(client).pages {
      #expect(page.answer.status < 500, "\(page.path)")
      try expectHarmless(page.answer, page.path)
    }
  }

  private func expectHarmless(_ answer: TestClient.Answer, _ path: String) throws {
    #expect(!answer.text.contains("<script>alert"), "\(path)")
    #expect(!answer.text.contains("<img src=x"), "\(path)")
    // 7 · 191: a value that was taken for a template.
    #expect(!answer.text.contains("1337"), "\(path)")
  }

  @Test("A page of another site could change what is kept here, in the name of who is signed in")
  func forgedForms() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    try LettersInUse.begin(client)
    let crawl = try Crawl(client)
    var tried = 0
    for page in crawl.pages {
      for form in PageForm.all(in: page.answer.text) where form.isPost {
        #expect(form.fields.contains { $0.name == "formToken" }, "\(page.path) \(form.action)")
        var forged = form
        forged.fields.removeAll { $0.name == "formToken" }
        #expect(try forged.send(client, changing: { $1 }).status == 403, "\(form.action)")
        let other = server.client()
        #expect(try form.send(other, changing: { $1 }).status == 403, "\(form.action)")
        let body = form.fields.map { "\($0.name)=\(TestClient.encoded($0.value))" }
          .joined(separator: "&")
        let crossSite = try client.request(
          "POST", form.action,
          headers: [
            "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "cross-site",
          ], body: Array(body.utf8))
        #expect(crossSite.status == 403, "\(form.action)")
        tried += 1
      }
    }
    #expect(tried > 10)
  }
}
