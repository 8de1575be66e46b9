import Diagnostics
import Letters
import Foundation
import Register
import Testing

@testable import QoshatWeb

/// Accounts as the staff meet them: signing in, invitations, roles, the audit log.
@Suite struct PeopleTests {
  static let password = "дала қайың тоғыз"

  private func server(isBehindProxy: Bool = false) async throws -> TestServer {
    let server = try await TestServer { $0.isBehindProxy = isBehindProxy }
    _ = try server.workplace.register.addAccount(
      login: "admin", name: "А. <b>Әкімші</b>", role: .administrator, language: .ru,
      password: Self.password, by: .local(), at: 1_639_400_000)
    return server
  }

  private func account(_ server: TestServer, _ login: String, _ role: Role) throws -> Account {
    try server.workplace.register.addAccount(
      login: login, name: login.uppercased(), role: role, language: .kk, password: Self.password,
      by: .local(), at: 1_639_400_000)
  }

  private func signIn(
    _ client: TestClient, _ login: String, _ password: String = Self.password, back: String = ""
  ) throws -> TestClient.Answer {
    try client.post(
      "/sign-in", from: "/sign-in", ["login": login, "password": password, "back": back])
  }

  @Test("A stranger would read letters, or nobody could sign in")
  func signingIn() async throws {
    let server = try await server()
    let client = server.client()
    let refused = try client.get("/letters?state=draft")
    #expect(refused.status == 303)
    #expect(refused.header("Location") == "/sign-in?back=%2Fletters%3Fstate%3Ddraft")
    #expect(try client.get("/letters", headers: ["Sec-Fetch-Dest": "iframe"]).status == 401)
    #expect(try client.get("/").status == 303)
    for page in ["/people", "/log", "/account", "/letters/new", "/templates", "/compare"] {
      #expect(try client.get(page).header("Location")?.hasPrefix("/sign-in?") == true, "\(page)")
    }
    let wrong = try signIn(client, "admin", "басқа құпиясөз")
    #expect(wrong.status == 422 && wrong.text.contains(Phrase.wrongPassword.ru))
    #expect(!wrong.text.contains("басқа құпиясөз"))
    let right = try signIn(client, "ADMIN", back: "/letters?state=draft")
    #expect(right.status == 303 && right.header("Location") == "/letters?state=draft")
    let letters = try client.get("/letters")
    #expect(letters.status == 200)
    #expect(letters.text.contains("А. &lt;b&gt;Әкімші&lt;/b&gt;"))
    #expect(!letters.text.contains("<b>Әкімші"))
    #expect(try client.get("/sign-in").header("Location") == "/letters")
  }

  @Test("A sign-in would lead to another site")
  func openRedirect() async throws {
    let server = try await server()
    for back in ["//evil.example", "https://evil.example/", "/\\evil.example", ""] {
      let answer = try signIn(server.client(), "admin", back: back)
      #expect(answer.header("Location") == "/letters", "\(back)")
    }
  }

  @Test("Somebody who planted a cookie would be signed in with it when its owner signs in")
  func sessionFixation() async throws {
    let server = try await server()
    let client = server.client()
    _ = try client.get("/sign-in")
    let planted = try #require(client.cookies["qoshat"])
    _ = try signIn(client, "admin")
    #expect(client.cookies["qoshat"] != planted)
    let thief = server.client()
    thief.cookies["qoshat"] = planted
    #expect(try thief.get("/letters").status == 303)
  }

  @Test(
    "A cookie would be sent without TLS, or be read by a script; a server in the network would serve anybody"
  )
  func behindProxy() async throws {
    let open = try await TestServer { $0.isBehindProxy = true }
    #expect(try open.client().get("/letters").header("Location")?.hasPrefix("/sign-in") == true)
    #expect(try open.client().get("/people").status == 303)
    let server = try await server(isBehindProxy: true)
    let answer = try signIn(server.client(), "admin")
    let cookies = answer.headers.filter { $0.name.lowercased() == "set-cookie" }.map(\.value)
    let session = try #require(cookies.first { $0.hasPrefix("__Host-qoshat=") })
    for attribute in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
      #expect(session.contains(attribute))
    }
  }

  @Test("A form of another site would do what its visitor may do")
  func forgery() async throws {
    let server = try await server()
    let client = server.client()
    _ = try signIn(client, "admin")
    let form = "login=eve&name=Eve&role=administrator&language=ru"
    let type = ["Content-Type": "application/x-www-form-urlencoded"]
    for (path, body) in [
      ("/people", form), ("/sign-out", ""), ("/people/1/state", "state=disabled"),
    ] {
      let without = try client.request("POST", path, headers: type, body: Array(body.utf8))
      #expect(without.status == 403, "\(path)")
      let other = try client.request(
        "POST", path, headers: type,
        body: Array((body + "&formToken=" + String(repeating: "0", count: 64)).utf8))
      #expect(other.status == 403, "\(path)")
    }
    #expect(try server.workplace.register.accounts().count == 1)
    #expect(try client.get("/people").status == 200)
    let login = "login=admin&password=x"
    #expect(
      try server.client().request("POST", "/sign-in", headers: type, body: Array(login.utf8)).status
        == 403)
  }

  @Test("Passwords could be tried one after another")
  func bruteForce() async throws {
    let server = try await server()
    let client = server.client()
    for _ in 1...5 { #expect(try signIn(client, "admin", "қате").status == 422) }
    let refused = try signIn(client, "admin")
    #expect(refused.status == 429)
    #expect(refused.header("Retry-After") == "5")
    server.passTime(seconds: 5)
    #expect(try signIn(client, "admin").status == 303)
    #expect(try client.get("/people").status == 200)
    let log = try client.get("/log?action=signInFailed").text
    #expect(log.contains("127.0.0.1") && log.contains(AuditAction.signInFailed.label.ru))
  }

  @Test("A cookie would be good for ever, or after signing out")
  func sessionEnds() async throws {
    let server = try await server()
    let client = server.client()
    _ = try signIn(client, "admin")
    server.passTime(seconds: 7000)
    #expect(try client.get("/people").status == 200)
    server.passTime(seconds: 7201)
    #expect(try client.get("/people").status == 303)
    _ = try signIn(client, "admin")
    let kept = client.cookies
    #expect(try client.post("/sign-out", from: "/account", [:]).header("Location") == "/sign-in")
    #expect(client.cookies["qoshat"] == "")
    client.cookies = kept
    #expect(try client.get("/people").status == 303)
  }

  @Test("Somebody who is invited could not come in, or his link be used by another afterwards")
  func invitation() async throws {
    let server = try await server()
    let administrator = server.client()
    _ = try signIn(administrator, "admin")
    let fields: KeyValuePairs = [
      "login": "s.akhmetova", "name": "С. Ахметова", "role": "approver", "language": "kk",
    ]
    let made = try administrator.post("/people", from: "/people", fields)
    #expect(made.status == 200)
    let link = try #require(
      made.text.firstMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+(\/invitation\/[0-9a-f]{64})/))
    let path = String(link.1)
    let twice = try administrator.post("/people", from: "/people", fields)
    #expect(
      twice.status == 422 && twice.text.contains("занят") && twice.text.contains("С. Ахметова"))

    let guest = server.client(.kk)
    #expect(try guest.get(path).text.contains("С. Ахметова"))
    func accept(_ password: String, _ again: String) throws -> TestClient.Answer {
      try guest.post(path, from: path, ["password": password, "again": again])
    }
    #expect(try accept(Self.password, "басқа").text.contains(Phrase.passwordsDiffer.kk))
    let weak = try accept("қысқа", "қысқа")
    #expect(weak.status == 422 && weak.text.contains("12"))
    #expect(try accept(Self.password, Self.password).header("Location") == "/letters")
    let letters = try guest.get("/letters")
    #expect(letters.status == 200 && letters.text.contains("<html lang=\"kk\">"))
    #expect(try server.client().get(path).status == 404)
    #expect(try signIn(server.client(), "s.akhmetova").status == 303)
  }

  @Test("An author would give himself another role, or read what others do")
  func roles() async throws {
    let server = try await server()
    let author = try account(server, "author", .author)
    let client = server.client()
    _ = try signIn(client, "author")
    let page = try client.get("/letters").text
    #expect(!page.contains("href=\"/people\""))
    for path in ["/people", "/people/1", "/people/\(author.id)", "/log"] {
      #expect(try client.get(path).status == 403, "\(path)")
    }
    for path in ["/people", "/people/\(author.id)", "/people/1/invitation", "/people/1/state"] {
      let answer = try client.post(
        path, from: "/account", ["role": "administrator", "name": "x", "state": "disabled"])
      #expect(answer.status == 403, "\(path)")
    }
    // The own form takes no role either.
    #expect(
      try client.post(
        "/account", from: "/account",
        ["name": "Б. Оспанов", "language": "ru", "role": "administrator"]
      ).status == 303)
    let changed = try #require(try server.workplace.register.account(author.id))
    #expect(changed.role == .author && changed.name == "Б. Оспанов" && changed.language == .ru)
    #expect(try client.get("/account").text.contains("<html lang=\"ru\">"))
  }

  @Test("Somebody who has left would still be let in, or nobody be left to let people in")
  func accounts() async throws {
    let server = try await server()
    let author = try account(server, "author", .author)
    let administrator = server.client()
    let client = server.client()
    _ = try signIn(administrator, "admin")
    _ = try signIn(client, "author")
    let page = "/people/\(author.id)"
    #expect(try administrator.get("/people").text.contains("href=\"\(page)\""))
    _ = try administrator.post(
      page, from: page, ["name": "Б. Оспанов", "role": "administrator", "language": "ru"])
    // The role counts at once, for who is signed in already.
    #expect(try client.get("/people").status == 200)
    #expect(
      try administrator.post(page + "/state", from: page, ["state": "disabled"]).status == 303)
    #expect(try client.get("/letters").status == 303)
    #expect(try signIn(client, "author").status == 422)
    let own = try administrator.post("/people/1/state", from: "/people/1", ["state": "disabled"])
    #expect(own.status == 422 && own.text.contains("администратор"))
    let none = try administrator.post(
      "/people/1", from: "/people/1", ["name": " ", "role": "author"])
    #expect(none.status == 422)
    let log = try administrator.get("/log?account=1").text
    for action in [AuditAction.roleChanged, .accountDisabled, .signedIn] {
      #expect(log.contains(action.label.ru), "\(action)")
    }
    #expect(log.contains("исполнитель → администратор") && !log.contains("administrator"))
    #expect(try administrator.get("/people/99").status == 404)
  }

  @Test("A new password would leave a thief signed in")
  func ownPassword() async throws {
    let server = try await server()
    let (client, other) = (server.client(), server.client())
    for client in [client, other] { _ = try signIn(client, "admin") }
    func change(_ old: String, _ new: String) throws -> TestClient.Answer {
      try client.post(
        "/account/password", from: "/account", ["old": old, "password": new, "again": new])
    }
    #expect(try change("қате", "дала қайың сегіз").text.contains(Phrase.wrongOldPassword.ru))
    #expect(try change(Self.password, "admin").status == 422)
    #expect(try other.get("/letters").status == 200)
    #expect(try change(Self.password, "дала қайың сегіз").text.contains(Phrase.passwordChanged.ru))
    #expect(try client.get("/letters").status == 200)
    #expect(try other.get("/letters").status == 303)
    #expect(try signIn(other, "admin").status == 422)
    #expect(try signIn(other, "admin", "дала қайың сегіз").status == 303)
    #expect(try client.post("/account/sessions", from: "/account", [:]).status == 303)
    #expect(try other.get("/letters").status == 303)
  }

  @Test("The only user of a machine would be asked for a password that nobody has")
  func withoutAccounts() async throws {
    let server = try await TestServer()
    let client = server.client(.kk)
    #expect(try client.get("/letters").status == 200)
    let people = try client.get("/people")
    #expect(people.status == 200 && people.text.contains("qoshat account add"))
    #expect(try client.get("/log").status == 200)
    #expect(try client.get("/account").status == 404)
  }
}

@Suite struct SignInLimitTests {
  @Test("Many tries at once would pass as one, or a limit never end")
  func waits() throws {
    let limits = SignInLimits()
    func wait(_ login: String, _ address: String, _ now: Int) -> Int {
      do throws(WebFailure) {
        try limits.begin(login: login, address: address, at: now)
        return 0
      } catch {
        guard case .tooManyRequests(let seconds) = error else { return -1 }
        return seconds
      }
    }
    // Five of one login, whatever its letters and from wherever.
    for number in 1...5 { #expect(wait("Admin", "10.0.0.\(number)", 1000) == 0) }
    #expect(wait("admin", "10.0.0.9", 1000) == 5)
    #expect(wait("admin", "10.0.0.9", 1004) == 1)
    #expect(wait("admin", "10.0.0.9", 1005) == 0)
    #expect(wait("admin", "10.0.0.9", 1005) == 10)
    // An hour later all is forgotten.
    #expect(wait("admin", "10.0.0.9", 5000) == 0)
    #expect(wait("admin", "10.0.0.9", 5000) == 0)
    // Ten from one address, whatever the logins; an address of IPv6 is its network.
    for number in 1...10 { #expect(wait("u\(number)", "2001:db8:1:2::\(number)", 1000) == 0) }
    #expect(wait("other", "2001:db8:1:2:3::1", 1000) == 5)
    #expect(wait("other", "2001:db8:1:3::1", 1000) == 0)
    // Nobody is kept out of his own account for longer than a minute.
    var now = 9000
    for _ in 1...30 {
      let seconds = wait("victim", "10.1.0.\(now % 200)", now)
      #expect(seconds <= 60)
      now += max(seconds, 1)
    }
  }

  @Test("Who mistyped his password would have to wait the next day")
  func success() throws {
    let limits = SignInLimits()
    for round in 1...20 {
      for _ in 1...4 { try limits.begin(login: "a", address: "10.0.0.1", at: 1000 + round * 3601) }
      limits.succeeded(login: "a", address: "10.0.0.1")
    }
    for round in 1...20 {
      try limits.begin(login: "b", address: "10.0.0.2", at: 1000 + round)
      limits.succeeded(login: "b", address: "10.0.0.2")
    }
  }
}
