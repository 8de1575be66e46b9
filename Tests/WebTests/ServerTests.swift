import Letters
import Testing

@testable import QoshatWeb

/// What every page goes through.
@Suite struct ServerTests {
  @Test("A page of another site could read the letters in the browser of the only user")
  func otherHost() async throws {
    let server = try await TestServer()
    let client = server.client()
    let host = "evil.example:\(server.port)"
    #expect(try client.get("/health", headers: ["Host": host]).status == 421)
    #expect(try client.get("/health").status == 200)
    #expect(try client.get("/health", headers: ["Host": "localhost"]).status == 200)
  }

  @Test("A page would run scripts of others, or be shown in a frame of another site")
  func securityHeaders() async throws {
    let server = try await TestServer()
    for path in ["/nowhere", "/health"] {
      let answer = try server.client().get(path)
      #expect(answer.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
      #expect(answer.header("X-Content-Type-Options") == "nosniff")
      #expect(answer.header("X-Frame-Options") == "DENY")
      #expect(answer.header("Cache-Control") == "no-store")
    }
  }

  @Test("A link on a page of ours could lead to another site after the language was chosen")
  func openRedirect() async throws {
    let server = try await TestServer()
    for back in [
      "//evil.example", "/%5Cevil.example", "https://evil.example", "/%0d%0aX-Evil:%201",
    ] {
      let answer = try server.client().get("/language/kk?back=\(back)")
      #expect(answer.status == 303)
      #expect(answer.header("Location") == "/")
      #expect(answer.header("X-Evil") == nil)
    }
    let answer = try server.client().get("/language/kk?back=%2Fletters%3Fpage%3D2")
    #expect(answer.header("Location") == "/letters?page=2")
  }

  @Test("A mistyped address would be answered by something no one can read")
  func notFound() async throws {
    let server = try await TestServer()
    let russian = try server.client(.ru).get("/nowhere")
    #expect(russian.status == 404)
    #expect(russian.text.contains(Phrase.notFound.ru))
    #expect(russian.text.contains("<html lang=\"ru\">"))
    #expect(try server.client(.kk).get("/nowhere").text.contains(Phrase.notFound.kk))
    #expect(try server.client().request("POST", "/health", body: []).status == 405)
  }
}
