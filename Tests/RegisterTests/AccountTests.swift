import Cryptography
import Foundation
import GRDB
import Testing

@testable import Register

/// A register with accounts; each password costs a fifth of a second, so that tests share what they can.
struct Staff {
  static let password = "дала-қайың-тоғыз"

  let fixture: RegisterFixture
  let administrator: User

  var register: Register { fixture.register }

  init() throws {
    fixture = try RegisterFixture()
    let account = try fixture.register.addAccount(
      login: "admin", name: "А. Әкімші", role: .administrator, language: .kk,
      password: Self.password, by: .local(), at: 1000)
    administrator = User(account, address: "10.0.0.1")
  }

  /// An account without a password.
  func account(_ login: String, _ role: Role) throws -> Account {
    try register.addAccount(
      login: login, name: login.uppercased(), role: role, language: .ru, by: administrator, at: 1000
    ).account
  }

  func user(_ login: String, _ role: Role) throws -> User {
    User(try account(login, role), address: "10.0.0.2")
  }
}

func code(_ body: () throws -> Void) -> RegisterError.Code? {
  do {
    try body()
    return nil
  } catch let error as RegisterError {
    return error.code
  } catch {
    Issue.record("\(error)")
    return nil
  }
}

@Suite struct AccountTests {
  @Test("Two people would have one login, or one person two that look alike")
  func logins() throws {
    let staff = try Staff()
    let author = try staff.account("a.serikova@mdai", .author)
    #expect(try staff.register.account(login: "A.Serikova@MDAI") == author)
    #expect(
      code { _ = try staff.account("A.SERIKOVA@mdai", .approver) } == .loginTaken)
    for login in ["", "a", "қайың", "аdmin", "a b", "a/b", String(repeating: "a", count: 65)] {
      #expect(code { _ = try staff.account(login, .author) } == .wrongLogin, "\(login)")
    }
    for name in ["", "  ", "А\nБ", String(repeating: "а", count: 201)] {
      #expect(
        code {
          _ = try staff.register.addAccount(
            login: "next", name: name, role: .author, language: .kk, by: staff.administrator, at: 1)
        } == .nameNeeded)
    }
    #expect(try staff.register.accounts().map(\.login) == ["a.serikova@mdai", "admin"])
  }

  @Test("An author would make himself an administrator, or read what is not his")
  func roles() throws {
    let staff = try Staff()
    let register = staff.register
    let author = try staff.account("author", .author)
    let approver = try staff.user("approver", .approver)
    let user = User(author)
    for user in [user, approver] {
      let forbidden: [(String, () throws -> Void)] = [
        (
          "role",
          { try register.changeAccount(author.id, by: user, at: 2) { $0.role = .administrator } }
        ),
        ("disable", { try register.changeAccount(1, by: user, at: 2) { $0.isActive = false } }),
        ("name", { try register.changeAccount(1, by: user, at: 2) { $0.name = "Басқа" } }),
        ("invite", { _ = try register.invite(author.id, by: user, at: 2) }),
        ("password", { try register.setPassword("дала-қайың-сегіз", of: 1, by: user, at: 2) }),
        ("sessions", { try register.endSessions(of: 1, by: user, at: 2) }),
        (
          "add",
          {
            _ = try register.addAccount(
              login: "new", name: "Жаңа", role: .administrator, language: .kk, by: user, at: 2)
          }
        ),
      ]
      for (name, action) in forbidden {
        #expect(code(action) == .roleNeeded, "\(name)")
      }
    }
    let renamed = try register.changeAccount(author.id, by: user, at: 2) {
      $0.name = "С. Ахметова"
      $0.language = .kk
    }
    #expect(try register.account(author.id) == renamed)
    #expect(renamed.name == "С. Ахметова" && renamed.language == .kk)
  }

  @Test("Nobody would be left who can let people in")
  func lastAdministrator() throws {
    let staff = try Staff()
    let register = staff.register
    let change = { (change: (inout Account) -> Void) throws -> Void in
      try register.changeAccount(1, by: staff.administrator, at: 2, change)
    }
    #expect(code { try change { $0.isActive = false } } == .lastAdministrator)
    #expect(code { try change { $0.role = .approver } } == .lastAdministrator)
    // One who has not chosen a password cannot let anybody in.
    let second = try staff.account("second", .administrator)
    #expect(code { try change { $0.role = .approver } } == .lastAdministrator)
    try register.setPassword(
      "дала-қайың-сегіз", of: second.id, by: staff.administrator, at: 3)
    try change { $0.role = .approver }
    #expect(try register.account(1)?.role == .approver)
  }

  @Test("A link would let in whoever finds it later, or choose a password twice")
  func invitations() throws {
    let staff = try Staff()
    let register = staff.register
    let added = try register.addAccount(
      login: "author", name: "Орындаушы", role: .author, language: .kk, by: staff.administrator,
      at: 1000)
    #expect(!added.account.hasPassword)
    #expect(added.invitation.path == "/invitation/" + added.invitation.token.text)
    let first = added.invitation.token.text
    #expect(try register.invitation(first, at: 1001)?.account == added.account)
    #expect(try register.invitation(first, at: 1001)?.purpose == .invite)
    let kept = try register.read {
      try String.fetchAll($0, sql: "SELECT token FROM invitation WHERE account = 2")
    }
    #expect(kept == [added.invitation.token.digest])

    #expect(
      code { _ = try register.acceptInvitation(first, password: "тым қысқа", at: 1002) }
        == .weakPassword)
    // Another link ends the first; each ends after a week, and with its use.
    let second = try register.invite(added.account.id, by: staff.administrator, at: 1003)
    let (token, over) = (second.token.text, second.expires + 1)
    for (token, moment) in [(first, 1004), (token, over), ("", 1004), ("'; --", 1004)] {
      #expect(try register.invitation(token, at: moment) == nil)
      #expect(
        code { _ = try register.acceptInvitation(token, password: Staff.password, at: moment) }
          == .invitationOver)
    }
    let session = try register.beginSession(of: added.account.id, lifetime: 100, at: 1004).token
    let accepted = try register.acceptInvitation(token, password: Staff.password, at: 1005)
    #expect(accepted.hasPassword)
    #expect(try register.session(session.text, idle: 100, at: 1006) == nil)
    #expect(try register.invitation(token, at: 1006) == nil)
    #expect(
      try register.signIn(login: "author", password: Staff.password, at: 1007) == accepted)
    // For an account that has a password the link replaces it, and the old one holds until then.
    let reset = try register.invite(accepted.id, by: staff.administrator, at: 1008)
    #expect(reset.purpose == .reset)
    #expect(try register.isPassword(Staff.password, of: accepted.id))
    try register.changeAccount(accepted.id, by: staff.administrator, at: 1009) {
      $0.isActive = false
    }
    #expect(try register.invitation(reset.token.text, at: 1010) == nil)
  }

  @Test("Somebody would be let in who is not, or no longer, one of the staff")
  func signingIn() throws {
    let staff = try Staff()
    let register = staff.register
    func signIn(_ login: String, _ password: String) throws -> Account? {
      try register.signIn(login: login, password: password, address: "10.0.0.9", at: 2000)
    }
    #expect(try signIn("Admin", Staff.password)?.id == 1)
    #expect(try signIn("admin", Staff.password + " ") == nil)
    #expect(try signIn("' OR 1=1 --", Staff.password) == nil)
    let invited = try staff.account("invited", .author)
    #expect(try signIn("invited", "") == nil)
    try register.setPassword(
      Staff.password, of: invited.id, by: staff.administrator, at: 2001)
    #expect(try signIn("invited", Staff.password)?.id == invited.id)
    try register.changeAccount(invited.id, by: staff.administrator, at: 2002) {
      $0.isActive = false
    }
    #expect(try signIn("invited", Staff.password) == nil)
    let tried = try register.auditEntries().filter { $0.action == .signInFailed }
    // A password typed as a login must not stand in the log.
    #expect(tried.map(\.subject) == ["invited", "invited", "", "admin"])
    #expect(Set(tried.map(\.address)) == ["10.0.0.9"])
  }

  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test("The time of an answer would tell which logins there are")
  func timing() throws {
    let staff = try Staff()
    // The time of this thread alone: what other tests do meanwhile has no part in it.
    func time(_ login: String) throws -> Double {
      let start = Self.threadSeconds()
      _ = try staff.register.signIn(login: login, password: "қате-құпиясөз", at: 1)
      return Self.threadSeconds() - start
    }
    _ = try staff.account("invited", .author)
    let known = try time("admin")
    #expect(known > 0.01, "no password was hashed in this thread")
    for login in ["nobody", "invited"] {
      let unknown = try time(login)
      #expect(unknown > known / 2 && unknown < known * 2, "\(login): \(unknown), \(known)")
    }
  }

  @Test("Passwords that are guessed first would be taken")
  func weakPasswords() throws {
    let staff = try Staff()
    for password in [
      "", "қысқа-сөз", "aaaaaaaaaaaaaaaa", "abababababababab", "my-ADMIN-password",
      String(repeating: "қайың", count: 300),
    ] {
      #expect(
        code { try staff.register.setPassword(password, of: 1, by: staff.administrator, at: 2) }
          == .weakPassword, "\(password.prefix(20))")
    }
  }

  @Test("A hash from the days when machines were slow would stay as it was")
  func renewedHash() throws {
    let staff = try Staff()
    let stored = {
      try staff.register.read { try String.fetchOne($0, sql: "SELECT password FROM account") }
    }
    // "қайың" with scrypt's N of 16384, r of 8 and p of 1, by Python's hashlib.
    let old = "scrypt$ln=14,r=8,p=1$" + String(repeating: "61", count: 16) + "$" + Self.oldKey
    try staff.register.pool.write {
      try $0.execute(sql: "UPDATE account SET password = ?", arguments: [old])
    }
    #expect(try staff.register.signIn(login: "admin", password: "емен", at: 2) == nil)
    #expect(try stored() == old)
    #expect(try staff.register.signIn(login: "admin", password: "қайың", at: 2) != nil)
    #expect(try stored()?.hasPrefix("scrypt$ln=15,r=8,p=3$") == true)
    #expect(try staff.register.signIn(login: "admin", password: "қайың", at: 3) != nil)
  }

  private static let oldKey = "15e0d80e8f84cf741f440aa0f730880c0a420172d5d571e4b45c2d0042f70f15"
}

@Suite struct SessionTests {
  @Test("A stolen cookie would be good for ever, or a thief of the database could make one")
  func ends() throws {
    let staff = try Staff()
    let register = staff.register
    let (session, token) = try register.beginSession(of: 1, lifetime: 1000, at: 100)
    #expect(try register.session(token.text, idle: 300, at: 110)?.id == session.id)
    #expect(try register.session(token.digest, idle: 300, at: 110) == nil)
    #expect(try register.session("", idle: 300, at: 110) == nil)
    // Not used for long, then used, then over however much it is used.
    #expect(try register.session(token.text, idle: 300, at: 401) == nil)
    for moment in stride(from: 390, through: 1080, by: 230) {
      let used = try register.session(token.text, idle: 300, at: moment)
      #expect(used?.id == session.id, "\(moment)")
    }
    #expect(try register.session(token.text, idle: 300, at: 1100) == nil)
    _ = try register.beginSession(of: 1, lifetime: 1000, at: 2000)
    let left = try register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM session") }
    #expect(left == 1)
  }

  @Test("Every page that is looked at would be a write")
  func uses() throws {
    let staff = try Staff()
    let (_, token) = try staff.register.beginSession(of: 1, lifetime: 1000, at: 100)
    let seen = { (moment: Int) throws -> Int? in
      _ = try staff.register.session(token.text, idle: 300, at: moment)
      return try staff.register.read { try Int.fetchOne($0, sql: "SELECT last_seen FROM session") }
    }
    #expect(try seen(150) == 100)
    #expect(try seen(160) == 160)
    // The machine's clock was set back.
    #expect(try seen(90) == 160)
  }

  @Test("Who was disabled, has signed out or has another role would go on as before")
  func revoked() throws {
    let staff = try Staff()
    let register = staff.register
    let account = try staff.account("author", .author)
    let tokens = try (1...3).map { _ in
      try register.beginSession(of: account.id, lifetime: 1000, at: 100)
    }
    func alive() throws -> [Int] {
      try tokens.indices.filter {
        try register.session(tokens[$0].token.text, idle: 1000, at: 110) != nil
      }
    }
    #expect(try alive() == [0, 1, 2])
    try register.endSession(tokens[0].session, at: 110)
    #expect(try alive() == [1, 2])
    try register.changeAccount(account.id, by: staff.administrator, at: 111) { $0.role = .approver }
    let used = try register.session(tokens[1].token.text, idle: 1000, at: 110)
    #expect(used?.account.role == .approver)
    try register.endSessions(
      of: account.id, except: tokens[2].session.id, by: User(account), at: 112)
    #expect(try alive() == [2])
    #expect(try register.sessions(of: account, at: 113).map(\.id) == [tokens[2].session.id])
    try register.changeAccount(account.id, by: staff.administrator, at: 114) { $0.isActive = false }
    #expect(try alive() == [])
    #expect(
      code { _ = try register.beginSession(of: account.id, lifetime: 10, at: 115) }
        == .unknownAccount)
    try register.changeAccount(account.id, by: staff.administrator, at: 116) { $0.isActive = true }
    #expect(try alive() == [])
  }

  @Test("A new password would leave a thief signed in, or sign out who chose it")
  func newPassword() throws {
    let staff = try Staff()
    let register = staff.register
    let own = try register.beginSession(of: 1, lifetime: 1000, at: 100)
    let other = try register.beginSession(of: 1, lifetime: 1000, at: 100)
    try register.setPassword(
      "жаңа-құпиясөз-7", of: 1, keeping: own.session.id, by: staff.administrator, at: 110)
    #expect(try register.session(own.token.text, idle: 1000, at: 111) != nil)
    #expect(try register.session(other.token.text, idle: 1000, at: 111) == nil)
    #expect(try register.isPassword("жаңа-құпиясөз-7", of: 1))
    #expect(try !register.isPassword(Staff.password, of: 1))
  }
}

@Suite struct AuditTests {
  @Test("Something would be done of which nobody can say who did it")
  func entries() throws {
    let staff = try Staff()
    let register = staff.register
    let account = try staff.account("author", .author)
    try register.changeAccount(account.id, by: staff.administrator, at: 1001) {
      $0.role = .approver
      $0.isActive = false
    }
    #expect(code { _ = try staff.account("author", .author) } == .loginTaken)
    try register.record(
      .imported, subject: "documents.csv", detail: "12", by: staff.administrator, at: 1002)
    let entries = try register.auditEntries()
    #expect(
      entries.map(\.action) == [
        .imported, .accountDisabled, .roleChanged, .invited, .accountAdded, .passwordSet,
        .accountAdded,
      ])
    #expect(entries[0].detail == "12" && entries[0].moment == 1002)
    #expect(entries[2].detail == "author → approver" && entries[2].subject == "author")
    #expect(entries[1].name == "А. Әкімші" && entries[1].address == "10.0.0.1")
    #expect(entries[5].account == nil)
    #expect(try register.auditEntries(action: .roleChanged).map(\.id) == [entries[2].id])
    #expect(try register.auditEntries(account: 1).count == 5)
  }

  @Test("A page of the log would repeat or leave out what the page before ended with")
  func paging() throws {
    let fixture = try RegisterFixture()
    for number in 1...25 {
      try fixture.register.record(.exported, subject: String(number), by: .local(), at: 5)
    }
    var seen: [String] = []
    var last: Int?
    repeat {
      let page = try fixture.register.auditEntries(before: last, limit: 10)
      seen += page.map(\.subject)
      last = page.last?.id
    } while last != nil
    #expect(seen == (1...25).reversed().map(String.init))
  }

  @Test("Whoever has the database open could do away with what was done")
  func fixed() throws {
    let staff = try Staff()
    for sql in [
      "DELETE FROM audit", "UPDATE audit SET name = 'Басқа'", "DELETE FROM account",
      "UPDATE account SET login = 'other'", "UPDATE account SET password = 'қайың'",
      "UPDATE account SET role = 'root'", "UPDATE account SET language = 'en'",
    ] {
      #expect(throws: DatabaseError.self, "\(sql)") {
        try staff.register.pool.write { try $0.execute(sql: sql) }
      }
    }
  }
}
