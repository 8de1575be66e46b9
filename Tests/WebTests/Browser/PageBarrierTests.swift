import Files
import JSON
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
    var (number, repeated) = (0, 0)
    var shown: Set<String> = []
    for page in crawl.pages {
      // One of each sort of figures and of templates is enough.
      number += 1
      if page.path.contains("/figures/") || page.path.contains("/templates/") {
        repeated += 1
        if repeated > 3 { continue }
      }
      if page.answer.header("Content-Security-Policy") == SecurityHeaders.letterPolicy {
        // Where scripts are forbidden, the one that looks for barriers cannot run: it looks at a copy.
        let copy = "\(browser.downloads)/\(number).html"
        try FileSystem.writeUnsynced(page.answer.bytes, to: copy)
        try browser.open("file://\(copy)")
      } else {
        try browser.open("http://127.0.0.1:\(server.port)\(page.path)")
      }
      try browser.expectNoBarriers()
      try browser.expectNoComplaints()
      // On a narrow screen only what stands in a box of its own is scrolled sideways, and a letter, which is a sheet of paper.
      if !page.path.contains("/preview/") {
        try browser.resize(width: 500, height: 900)
        let overflow = try browser.run(
          "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        #expect(overflow == 0, "\(page.path)")
        try browser.resize(width: 1280, height: 1000)
      }
      let name = Self.name(of: page.path)
      if shown.insert(name).inserted { try browser.picture("\(name)-\(language)") }
    }
  }

  /// `/register/documents/A-2021-001/edit` is `page-register-documents-one-edit`.
  private static func name(of path: String) -> String {
    let place = path.prefix { $0 != "?" }.split(separator: "/")
    return (["page"] + place.map { $0.contains(where: \.isNumber) ? "one" : String($0) })
      .joined(separator: "-")
  }
}
