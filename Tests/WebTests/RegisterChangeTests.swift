import CivilDates
import Letters
import Register
import Testing

@testable import QoshatWeb

/// Changes of the register in the browser.
@Suite struct RegisterChangeTests {
  private func field(_ name: String, in page: TestClient.Answer) -> String? {
    let pattern = try? Regex("name=\"\(name)\" value=\"([^\"]*)\"", as: (Substring, Substring).self)
    return pattern.flatMap { page.text.firstMatch(of: $0) }.map { String($0.1) }
  }

  @Test("Who adds a resource would not be told at the field what is wrong with it")
  func addResource() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    let page = "/register/add/resource"
    let wrong = try client.post(
      page, from: page, ["url": "not an address", "entered_at": "2021-02-30", "channel": "is"])
    #expect(wrong.status == 422)
    for name in ["url", "entered_at"] {
      #expect(wrong.text.contains("id=\"field-\(name)-error\""), "\(name)")
    }
    #expect(wrong.text.contains("value=\"not an address\""))
    #expect(wrong.text.contains("Дата внесения"))
    let right = try client.post(
      page, from: page,
      [
        "url": "https://new.example/<b>", "title": "<script>alert(1)</script>",
        "entered_at": "2021-12-01", "body": "", "channel": "own",
      ])
    #expect(right.status == 303)
    let shown = try client.following(right)
    #expect(shown.text.contains("Запись сохранена"))
    #expect(!shown.text.contains("<script>alert"))
    let again = try client.post(
      page, from: page,
      ["url": "https://new.example/<b>", "entered_at": "2021-12-01", "channel": "own"])
    #expect(again.status == 422)
    #expect(again.text.contains("в реестре уже есть"))
  }

  @Test("Of two who correct a record at once the slower would undo what the other has done")
  func twoEditors() async throws {
    let server = try await TestServer(fixtures: true)
    let (first, second) = (server.client(), server.client(.kk))
    let edit = "/register/documents/P-2017-001/edit"
    let pages = [try first.get(edit), try second.get(edit)]
    let versions = try pages.map { try #require(field("version", in: $0)) }
    #expect(versions[0] == versions[1])
    let links = try server.workplace.register.resources(of: "P-2017-001").map(\.canonicalURL.text)
    func save(_ client: TestClient, _ version: String, _ addressee: String, _ why: String) throws
      -> TestClient.Answer
    {
      try client.post(
        edit, from: edit,
        [
          "version": version, "id": "P-2017-001", "kind": "prescription", "status": "delivered",
          "number": "04-12/27-1", "addressee": addressee, "prepared_at": "2017-01-27",
          "sent_at": "2017-01-30", "delivered_at": "2017-01-31",
          "resources": links.joined(separator: "\n"), "why": why,
        ])
    }
    #expect(try save(first, versions[0], "Бірінші", "").status == 422)
    #expect(try save(first, versions[0], "Бірінші", "түзету").status == 303)
    let late = try save(second, versions[1], "Екінші", "түзету")
    #expect(late.status == 409)
    #expect(late.text.contains("осы арада өзгерді"))
    #expect(late.text.contains("value=\"Екінші\""))
    let record = try #require(try server.workplace.register.document("P-2017-001"))
    #expect(record.addressee == "Бірінші")
    let history = try first.get("/register/documents/P-2017-001").text
    #expect(history.contains("Единственный пользователь"))
    #expect(history.contains("<ins>Бірінші</ins>"))
    #expect(try server.workplace.register.resources(of: "P-2017-001").count == links.count)
  }

  @Test("A document could come to a status that does not follow, or be registered without a number")
  func status() async throws {
    let server = try await TestServer(fixtures: true)
    let register = server.workplace.register
    let draft = DocumentRecord(
      id: "D 1/2", kind: .warning, status: .signed,
      preparedAt: try #require(CivilDate(iso: "2021-12-01")), dates: [:])
    try register.add([.document(draft, resources: [])])
    let client = server.client()
    let page = "/register/documents/D%201%2F2"
    let shown = try client.get(page).text
    #expect(shown.contains("<option value=\"registered\""))
    #expect(!shown.contains("<option value=\"sent\""))
    let path = "\(page)/status"
    let noNumber = try client.post(
      path, from: page, ["status": "registered", "date": "2021-12-10"])
    #expect(noNumber.status == 422)
    #expect(noNumber.text.contains("нужен номер"))
    #expect(
      try client.post(path, from: page, ["status": "executed", "date": "2021-12-10"]).status == 422)
    #expect(
      try client.post(path, from: page, ["status": "registered", "date": "10.12.2021"]).status
        == 422)
    let early = try client.post(
      path, from: page, ["status": "registered", "date": "2021-11-01", "number": "1"])
    #expect(early.status == 422)
    let done = try client.post(
      path, from: page,
      ["status": "registered", "date": "2021-12-10", "number": "05-1/7", "why": "СЭД"])
    #expect(done.status == 303)
    #expect(try register.document("D 1/2")?.number == "05-1/7")
    let now = try client.get(page).text
    #expect(now.contains("05-1/7"))
    #expect(now.contains("СЭД"))
    #expect(!now.contains("/number\""))
  }

  @Test("A document that was sent before it had a number could never be given one")
  func lateNumber() async throws {
    let server = try await TestServer(fixtures: true)
    let register = server.workplace.register
    let sentAt = try #require(CivilDate(iso: "2021-12-03"))
    let sent = DocumentRecord(
      id: "S1", kind: .warning, status: .sent,
      preparedAt: try #require(CivilDate(iso: "2021-12-01")),
      sentAt: sentAt)
    try register.add([.document(sent, resources: [])])
    let client = server.client(.kk)
    let page = "/register/documents/S1"
    let path = "\(page)/number"
    #expect(try client.get(page).text.contains("Құжат нөмірсіз енгізілген"))
    let given = try client.post(
      path, from: page, ["givenNumber": "77", "givenOn": "2021-12-02", "givenWhy": ""])
    #expect(given.status == 303)
    #expect(try register.document("S1")?.number == "77")
    let again = try client.post(path, from: page, ["givenNumber": "78", "givenOn": "2021-12-02"])
    #expect(again.status == 422)
    #expect(try register.document("S1")?.number == "77")
  }

  @Test("A form that another site made would change the register")
  func forged() async throws {
    let server = try await TestServer(fixtures: true)
    let client = server.client()
    for path in [
      "/register/add/resource", "/register/documents/P-2017-001/status", "/register/import",
      "/export", "/register/resources/1/edit",
    ] {
      let answer = try client.request(
        "POST", path, headers: ["Content-Type": "application/x-www-form-urlencoded"],
        body: Array("status=revoked&date=2021-12-10".utf8))
      #expect(answer.status == 403, "\(path)")
    }
    #expect(try server.workplace.register.document("P-2017-001")?.status == .delivered)
  }
}
