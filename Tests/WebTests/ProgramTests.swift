import Foundation
import JSON
import OfficePackage
import Register
import Testing

@testable import QoshatWeb

/// What programs ask for.
@Suite struct ProgramTests {
  private static let json = ["Content-Type": "application/json"]

  private func caseData(_ name: String = "response-2021") throws -> [UInt8] {
    let path = "\(TestServer.project)/fixtures/cases/\(name).json"
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func post(
    _ client: TestClient, _ path: String, _ body: [UInt8],
    headers: [String: String] = ProgramTests.json
  ) throws -> TestClient.Answer {
    try client.request("POST", path, headers: headers, body: body)
  }

  @Test("A program would get other letters than the command line makes")
  func letters() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    let answer = try post(client, "/api/letters/response", caseData())
    #expect(answer.status == 200, "\(answer.text.prefix(2_000))")
    #expect(answer.header("Content-Type") == "application/zip")
    let golden = "\(TestServer.project)/fixtures/golden/response-2021.kk.txt"
    let expected = Array(try Data(contentsOf: URL(fileURLWithPath: golden)))
    // Entries are stored as they are.
    #expect(Data(answer.bytes).range(of: Data(expected)) != nil)
    let one = try post(client, "/api/letters/response?language=ru&to=txt", caseData())
    #expect(one.text.contains(".ru.txt"))
    #expect(!one.text.contains(".kk.txt"))
    #expect(!one.text.contains(".docx"))
    #expect(try post(client, "/api/letters/response", caseData()).bytes == answer.bytes)
  }

  @Test("A program would not learn what is wrong with its data")
  func mistakes() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    let wrong = try post(client, "/api/letters/response", Array("{\"prepared\": 1}".utf8))
    #expect(wrong.status == 422)
    let diagnostics = try JSON(parsing: wrong.bytes)["diagnostics"]
    guard case .array(let found)? = diagnostics else {
      Issue.record("no diagnostics: \(wrong.text)")
      return
    }
    #expect(found.contains { $0["rule"]?.string?.hasPrefix("V") == true })
    for body in ["[]", "1", "null", "\"x\""] {
      #expect(try post(client, "/api/letters/response", Array(body.utf8)).status == 422, "\(body)")
    }
    for body in ["", "{", "{\"a\":1,}"] {
      #expect(try post(client, "/api/letters/response", Array(body.utf8)).status == 400, "\(body)")
    }
    #expect(try post(client, "/api/letters/response", caseData(), headers: [:]).status == 415)
    #expect(try post(client, "/api/letters/..%2Freference", caseData()).status == 404)
    for query in ["to=exe", "to=", "language=en", "to=docx,,txt"] {
      #expect(
        try post(client, "/api/letters/response?\(query)", caseData()).status == 400, "\(query)")
    }
    let huge = [UInt8](repeating: UInt8(ascii: " "), count: (2 << 20) + 1)
    #expect(try post(client, "/api/letters/response", huge).status == 413)
  }

  @Test("The description would name what is not there, or leave out what is")
  func description() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    let answer = try client.get("/api/openapi.json")
    let description = try JSON(parsing: answer.bytes)
    #expect(description["openapi"]?.string == "3.0.3")
    guard case .object(let paths)? = description["paths"] else {
      Issue.record("no paths")
      return
    }
    #expect(paths.count == 7)
    for path in paths {
      let example = path.name.replacing("{kind}", with: "response")
      let isPost = path.value["post"] != nil
      let found =
        isPost ? try post(client, example, Array("{}".utf8)) : try client.get(example)
      #expect(found.status != 404 && found.status < 500, "\(path.name)")
      let other = try isPost ? client.get(example) : post(client, example, [])
      #expect(other.status == 405, "\(path.name)")
      #expect(other.header("Allow") == (isPost ? "POST" : "GET"))
    }
    let kinds = try JSON(parsing: client.get("/api/kinds").bytes)
    guard case .array(let list)? = kinds["kinds"] else {
      Issue.record("no kinds")
      return
    }
    #expect(list.contains { $0["id"]?.string == "response" && $0["isUsable"] == true })
    let schema = try JSON(parsing: client.get("/api/kinds/response?language=ru").bytes)
    #expect(schema["properties"]?["prepared"] != nil)
  }

  @Test("Two originals that disagree would pass, or no document be told from one")
  func comparison() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    func text(_ language: String) throws -> [UInt8] {
      let path = "\(TestServer.project)/fixtures/golden/response-2021.\(language).txt"
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    let (kk, ru) = (try text("kk"), try text("ru"))
    func compare(_ kk: [UInt8], _ ru: [UInt8]) throws -> TestClient.Answer {
      try client.upload(
        "/api/compare", from: "/register/resources",
        files: [("kk", "a.txt", kk), ("ru", "b.txt", ru)])
    }
    let agreeing = try compare(kk, ru)
    #expect(agreeing.status == 200)
    #expect(!agreeing.text.contains("\"error\""))
    let changed = Array(String(decoding: ru, as: UTF8.self).replacing("2021", with: "2022").utf8)
    #expect(try compare(kk, changed).text.contains("\"error\""))
    #expect(try compare([0, 1, 2], ru).status == 422)
    #expect(try compare(ru, ru).status == 422)
    let missing = try client.upload(
      "/api/compare", from: "/register/resources", files: [("kk", "a.txt", kk)])
    #expect(missing.status == 400)
  }

  @Test("Figures would be given for a period that nobody asked for")
  func statistics() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    let year = try JSON(
      parsing: client.get("/api/statistics?period=2021&asOf=2021-12-15&by=kind,month").bytes)
    #expect(year["period"]?["to"]?.string == "2021-12-31")
    #expect(year["asOf"]?.string == "2021-12-15")
    let current = try JSON(parsing: client.get("/api/statistics").bytes)
    #expect(current["period"] == year["period"])
    for query in ["period=2021-Q5", "period=", "asOf=2021-02-30", "by=kind,weather"] {
      let answer = try client.get("/api/statistics?\(query)")
      #expect(answer.status == 400, "\(query)")
      #expect(try JSON(parsing: answer.bytes)["error"]?["message"]?["kk"]?.string != nil)
    }
  }

  @Test("Nobody would learn what the server does")
  func health() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    #expect(try client.get("/health").text == "ok\n")
    _ = try client.get("/api/kinds/nothing")
    let metrics = try client.get("/metrics").text
    #expect(
      metrics.contains(
        "qoshat_requests_total{method=\"GET\",route=\"/api/kinds/{kind}\",status=\"404\"} 1"))
    #expect(
      metrics.contains(
        "qoshat_request_duration_seconds_bucket{method=\"GET\",route=\"/health\",le=\"+Inf\"} 1"))
    #expect(metrics.contains("process_resident_memory_bytes "))
  }

  @Test("Nobody would learn that the register cannot be read any more")
  func damagedRegister() async throws {
    let server = try await TestServer(fixtures: true)
    try Data("no register any more".utf8)
      .write(to: URL(fileURLWithPath: "\(server.folder)/register.sqlite"))
    // 503, or 500 where even the visitor cannot be looked up.
    #expect(try server.client().get("/health").status >= 500)
  }

  @Test("A program would be somebody without a session, or nobody with one")
  func bearerTokens() async throws {
    let server = try await TestServer(fixtures: true)
    let password = "дала қайың тоғыз"
    _ = try server.workplace.register.addAccount(
      login: "robot", name: "Robot", role: .author, language: .kk, password: password,
      by: .local(), at: 1_639_400_000)
    let browser = server.client()
    _ = try browser.post(
      "/sign-in", from: "/sign-in", ["login": "robot", "password": password, "back": ""])
    let token = try #require(browser.cookies["qoshat"])
    func status(_ authorization: String, _ path: String = "/api/kinds") throws -> Int {
      try server.client().get(path, headers: ["Authorization": authorization]).status
    }
    #expect(try server.client().get("/api/kinds").status == 401)
    #expect(try status("Bearer \(token)") == 200)
    for wrong in [
      token, "Basic \(token)", "Bearer", "Bearer \(String(token.reversed()))", "Bearer x y",
    ] {
      #expect(try status(wrong) == 401, "\(wrong)")
    }
    // What programs can do without a browser, pages do not let them do without a form's token.
    let change = try server.client().request(
      "POST", "/export",
      headers: [
        "Authorization": "Bearer \(token)", "Content-Type": "application/x-www-form-urlencoded",
      ], body: Array("from=2021-01-01&to=2021-01-02".utf8))
    #expect(change.status == 403)
  }
}
