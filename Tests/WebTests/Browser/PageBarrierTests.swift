import Letters
import Testing

@testable import QoshatWeb

/// Every page as a real browser shows it.
@Suite(.enabled(if: Browser.isInstalled), .serialized)
struct PageBarrierTests {
  @Test(
    "A page would hinder people who use the keyboard or a screen reader, or break in the browser",
    arguments: LetterLanguage.allCases)
  func everyPage(language: LetterLanguage) async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client(language)
    try LettersInUse.begin(client)
    let crawl = try Crawl(client)
    let browser = try Browser(language: language.rawValue)
    var number = 0
    for page in crawl.pages {
      // One of each sort of figures and of templates is enough.
      if page.path.contains("/figures/") || page.path.contains("/templates/") {
        number += 1
        if number > 3 { continue }
      }
      try browser.open("http://127.0.0.1:\(server.port)\(page.path)")
      #expect(try browser.barriers() == [], "\(page.path)")
      #expect(try browser.complaints() == [], "\(page.path)")
      let name = page.path.split(whereSeparator: { "/?&=".contains($0) }).prefix(4)
        .joined(separator: "-")
      try browser.picture("page-\(language)-\(name)")
    }
  }
}
