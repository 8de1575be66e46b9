import Cryptography
import GRDB

extension Register {
  /// Whether anybody can be asked to sign in.
  public func hasAccounts() throws(RegisterError) -> Bool {
    try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM account)") ?? false }
  }

  /// All accounts by login, disabled ones among them.
  public func accounts() throws(RegisterError) -> [Account] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT \(Account.columns) FROM account ORDER BY login")
        .map(Account.init(row:))
    }
  }

  /// The account of that number, or `nil`.
  public func account(_ id: Int) throws(RegisterError) -> Account? {
    try read { try Self.account(id, in: $0) }
  }

  /// The account of that login, however its letters are written, or `nil`.
  public func account(login: String) throws(RegisterError) -> Account? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT \(Account.columns) FROM account WHERE login = ?", arguments: [login]
      ).map(Account.init(row:))
    }
  }

  /// Makes an account that can sign in once its invitation was used.
  ///
  /// - Throws: ``RegisterError/Code/loginTaken``, ``RegisterError/Code/wrongLogin``, ``RegisterError/Code/nameNeeded``,
  ///   ``RegisterError/Code/roleNeeded`` unless an administrator does it, or what the disk refuses.
  public func addAccount(
    login: String, name: String, role: Role, language: OfficialLanguage, by user: User,
    at now: Int
  ) throws(RegisterError) -> (account: Account, invitation: Invitation) {
    try write { database in
      let account = try Self.insertAccount(login, name, role, language, user, now, in: database)
      return (account, try Self.invite(account, user, now, in: database))
    }
  }

  /// Makes an account that can sign in at once.
  ///
  /// - Throws: ``RegisterError/Code/weakPassword``, or what ``addAccount(login:name:role:language:by:at:)`` throws.
  /// - Complexity: that of ``PasswordHash``.
  public func addAccount(
    login: String, name: String, role: Role, language: OfficialLanguage, password: String,
    by user: User, at now: Int
  ) throws(RegisterError) -> Account {
    try PasswordRule.check(password, login: login)
    let hash = PasswordHash(of: password)
    return try write { database in
      let account = try Self.insertAccount(login, name, role, language, user, now, in: database)
      try Self.setPassword(hash, of: account.id, in: database)
      try Self.record(.passwordSet, login, "", user, now, in: database)
      return try Self.requireAccount(account.id, in: database)
    }
  }

  /// Changes name, role, language or whether an account is active.
  ///
  ///     try register.changeAccount(7, by: user, at: now) { $0.role = .approver }
  ///
  /// Everybody may change the own name and language; the rest is an administrator's. An account that is no longer active is
  /// signed out everywhere.
  ///
  /// - Returns: the account as it is now.
  /// - Throws: ``RegisterError/Code/unknownAccount``, ``RegisterError/Code/lastAdministrator``,
  ///   ``RegisterError/Code/nameNeeded``, ``RegisterError/Code/roleNeeded``, or what the disk refuses.
  @discardableResult
  public func changeAccount(
    _ id: Int, by user: User, at now: Int, _ change: (inout Account) -> Void
  ) throws(RegisterError) -> Account {
    try write { database in
      let before = try Self.requireAccount(id, in: database)
      var after = before
      change(&after)
      if user.account != id || after.role != before.role || after.isActive != before.isActive {
        try user.require(.administrator)
      }
      try Self.checkName(after.name)
      let administrators = try Self.administratorCount(in: database)
      try database.execute(
        sql: "UPDATE account SET name = ?, role = ?, language = ?, is_active = ? WHERE id = ?",
        arguments: [
          after.name, after.role.rawValue, after.language.rawValue, after.isActive, id,
        ])
      if administrators > 0, try Self.administratorCount(in: database) == 0 {
        throw RegisterError.lastAdministrator
      }
      if !after.isActive {
        try database.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [id])
        try database.execute(
          sql: "DELETE FROM invitation WHERE account = ? AND used IS NULL", arguments: [id])
      }
      for (action, detail) in Self.differences(from: before, to: after) {
        try Self.record(action, before.login, detail, user, now, in: database)
      }
      return after
    }
  }

  private static func insertAccount(
    _ login: String, _ name: String, _ role: Role, _ language: OfficialLanguage, _ user: User,
    _ now: Int, in database: Database
  ) throws -> Account {
    try user.require(.administrator)
    guard isLogin(login) else { throw RegisterError.wrongLogin(login) }
    try checkName(name)
    let isTaken = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE login = ?)", arguments: [login])
    if isTaken == true { throw RegisterError.loginTaken(login) }
    try database.execute(
      sql: "INSERT INTO account (login, name, role, language, created) VALUES (?, ?, ?, ?, ?)",
      arguments: [login, name, role.rawValue, language.rawValue, now])
    let account = try requireAccount(Int(database.lastInsertedRowID), in: database)
    try record(.accountAdded, login, role.rawValue, user, now, in: database)
    return account
  }

  static func account(_ id: Int, in database: Database) throws -> Account? {
    try Row.fetchOne(
      database, sql: "SELECT \(Account.columns) FROM account WHERE id = ?", arguments: [id]
    ).map(Account.init(row:))
  }

  static func requireAccount(_ id: Int, in database: Database) throws -> Account {
    guard let account = try account(id, in: database) else {
      throw RegisterError.unknownAccount(String(id))
    }
    return account
  }

  /// How many can sign in and keep accounts.
  private static func administratorCount(in database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM account
        WHERE role = 'administrator' AND is_active AND password IS NOT NULL
        """) ?? 0
  }

  private static func differences(
    from before: Account, to after: Account
  ) -> [(AuditAction, String)] {
    var differences: [(AuditAction, String)] = []
    if before.name != after.name {
      differences.append((.accountChanged, "\(before.name) → \(after.name)"))
    }
    if before.language != after.language {
      differences.append(
        (.accountChanged, "\(before.language.rawValue) → \(after.language.rawValue)"))
    }
    if before.role != after.role {
      differences.append((.roleChanged, "\(before.role.rawValue) → \(after.role.rawValue)"))
    }
    if before.isActive != after.isActive {
      differences.append((after.isActive ? .accountEnabled : .accountDisabled, ""))
    }
    return differences
  }

  /// Latin letters only: two logins that look alike would be two accounts.
  private static func isLogin(_ login: String) -> Bool {
    (2...64).contains(login.utf8.count)
      && login.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: ".-_@".utf8.contains(byte)
        }
      }
  }

  private static func checkName(_ name: String) throws {
    let isVisible = name.unicodeScalars.contains { !$0.properties.isWhitespace }
    let hasControls = name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard isVisible, !hasControls, name.count <= 200 else { throw RegisterError.nameNeeded }
  }
}
