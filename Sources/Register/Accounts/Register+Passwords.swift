import Cryptography
import GRDB

extension Register {
  /// The account whose login and password these are; `nil` if it is not, if it is disabled, or has no password yet, which all
  /// take the same time. What was tried is in the audit log.
  ///
  /// A password whose hash costs less than is usual now gets another hash.
  ///
  /// - Complexity: that of ``PasswordHash``: a fifth of a second, by intent.
  public func signIn(
    login: String, password: String, address: String = "", at now: Int
  ) throws(RegisterError) -> Account? {
    let found = try read { database in
      try Row.fetchOne(
        database, sql: "SELECT \(Account.columns), password FROM account WHERE login = ?",
        arguments: [login]
      ).map { (try Account(row: $0), $0["password"] as String?) }
    }
    let password = String(decoding: password.utf8.prefix(PasswordRule.longest + 1), as: UTF8.self)
    let hash = found?.1.flatMap { PasswordHash($0) }
    let match: PasswordHash.Match
    if let hash {
      match = hash.match(password)
    } else {
      PasswordHash.payCost(of: password)
      match = .none
    }
    guard let account = found?.0, account.isActive, match != .none else {
      // What is no login may be a password that was typed in the wrong place.
      let subject = found?.0.login ?? ""
      try write { database in
        let nobody = User.local(address: address)
        try Self.record(.signInFailed, subject, "", nobody, now, in: database)
      }
      return nil
    }
    let renewed = match == .outdated ? PasswordHash(of: password) : nil
    try write { database in
      if let renewed {
        try database.execute(
          sql: "UPDATE account SET password = ? WHERE id = ?",
          arguments: [renewed.text, account.id])
      }
      let user = User(account, address: address)
      try Self.record(.signedIn, account.login, "", user, now, in: database)
    }
    return account
  }

  /// Whether this is the password of an account, which is asked before something that cannot be undone.
  ///
  /// - Complexity: that of ``PasswordHash``.
  public func isPassword(_ password: String, of account: Int) throws(RegisterError) -> Bool {
    let text = try read { database in
      try String.fetchOne(
        database, sql: "SELECT password FROM account WHERE id = ?", arguments: [account])
    }
    return text.flatMap { PasswordHash($0) }.map { $0.match(password) != .none } ?? false
  }

  /// Gives an account a password. It is signed out everywhere but in `session`, and its links end.
  ///
  /// - Throws: ``RegisterError/Code/unknownAccount``, ``RegisterError/Code/weakPassword``,
  ///   ``RegisterError/Code/roleNeeded`` unless it is the own account or an administrator does it, or what the disk refuses.
  /// - Complexity: that of ``PasswordHash``.
  public func setPassword(
    _ password: String, of id: Int, keeping session: Int? = nil, by user: User, at now: Int
  ) throws(RegisterError) {
    guard let account = try account(id) else { throw .unknownAccount(String(id)) }
    try PasswordRule.check(password, login: account.login)
    let hash = PasswordHash(of: password)
    try write { database in
      if user.account != id { try user.require(.administrator) }
      try Self.setPassword(hash, of: id, keeping: session, in: database)
      try Self.record(.passwordSet, account.login, "", user, now, in: database)
    }
  }

  static func setPassword(
    _ hash: PasswordHash, of account: Int, keeping session: Int? = nil, in database: Database
  ) throws {
    try database.execute(
      sql: """
        UPDATE account SET password = :password WHERE id = :account;
        DELETE FROM session WHERE account = :account AND id IS NOT :session;
        DELETE FROM invitation WHERE account = :account AND used IS NULL;
        """,
      arguments: ["password": hash.text, "account": account, "session": session])
  }
}

/// What a password must be; length is what counts.
enum PasswordRule {
  static let shortest = 12
  static let longest = 1024

  /// Refuses what is guessed first: short ones, a few letters again and again, the login.
  static func check(_ password: String, login: String) throws(RegisterError) {
    let isWeak =
      password.count < shortest || password.utf8.count > longest || Set(password).count < 5
      || login.count > 3 && password.lowercased().contains(login.lowercased())
    if isWeak { throw .weakPassword(shortest: shortest) }
  }
}
