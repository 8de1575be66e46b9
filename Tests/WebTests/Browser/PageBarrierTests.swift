import Testing

@testable import QoshatWeb

/// Pages as a real browser shows them.
@Suite(.enabled(if: Browser.isInstalled), .serialized)
struct PageBarrierTests {
  @Test(
    "A page would hinder people who use the keyboard or a screen reader, or break in the browser")
  func failurePage() async throws {
    let server = try await TestServer()
    let browser = try Browser()
    try browser.open("http://127.0.0.1:\(server.port)/nowhere")
    #expect(try browser.text("h1") == "404")
    #expect(try browser.barriers() == [])
  }
}
