public import Cryptography
import GRDB

/// Somebody who is signed in, in one browser.
public struct Session: Hashable, Sendable, Identifiable {
  /// The number of the session.
  public let id: Int
  /// The account as it is now.
  public let account: Account
  /// When it began.
  public let created: Int
  /// When it was last used, to the minute.
  public let lastSeen: Int
  /// When it ends however much it is used.
  public let expires: Int
}

extension Register {
  /// How old the time of last use may become, in seconds, lest every page is a write.
  private static let precision = 60

  /// Begins a session of an account that has signed in; its token goes into a cookie and is not kept.
  ///
  /// - Throws: ``RegisterError/Code/unknownAccount`` also for a disabled account, or what the disk refuses.
  public func beginSession(
    of account: Int, lifetime: Int, at now: Int
  ) throws(RegisterError) -> (session: Session, token: SecretToken) {
    let token = SecretToken.random()
    return try write { database in
      let account = try Self.requireAccount(account, in: database)
      guard account.isActive else { throw RegisterError.unknownAccount(account.login) }
      try database.execute(sql: "DELETE FROM session WHERE expires < ?", arguments: [now])
      try database.execute(
        sql: """
          INSERT INTO session (token, account, created, last_seen, expires)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [token.digest, account.id, now, now, now + lifetime])
      let session = Session(
        id: Int(database.lastInsertedRowID), account: account, created: now, lastSeen: now,
        expires: now + lifetime)
      return (session, token)
    }
  }

  /// The session of a cookie, which is thereby used; `nil` if it is unknown, over, was not used for `idle` seconds, or if its
  /// account is disabled.
  public func session(
    _ token: String, idle: Int, at now: Int
  ) throws(RegisterError) -> Session? {
    guard let token = SecretToken(token) else { return nil }
    let found = try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT \(Account.columns), session.id AS session, last_seen, expires,
            session.created AS begun
          FROM session JOIN account ON account.id = session.account
          WHERE token = ? AND expires > ? AND last_seen >= ? AND is_active
          """,
        arguments: [token.digest, now, now - idle]
      ).map { row in
        Session(
          id: row["session"], account: try Account(row: row), created: row["begun"],
          lastSeen: row["last_seen"], expires: row["expires"])
      }
    }
    guard let found, now - found.lastSeen >= Self.precision else { return found }
    try write { database in
      try database.execute(
        sql: "UPDATE session SET last_seen = max(last_seen, ?) WHERE id = ?",
        arguments: [now, found.id])
    }
    return found
  }

  /// The sessions of an account that are not over, the newest first.
  public func sessions(of account: Account, at now: Int) throws(RegisterError) -> [Session] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM session WHERE account = ? AND expires > ? ORDER BY id DESC",
        arguments: [account.id, now]
      ).map { row in
        Session(
          id: row["id"], account: account, created: row["created"], lastSeen: row["last_seen"],
          expires: row["expires"])
      }
    }
  }

  /// Signs out: the token is of no use any more.
  public func endSession(_ session: Session, address: String = "", at now: Int)
    throws(RegisterError)
  {
    try write { database in
      try database.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [session.id])
      let user = User(session.account, address: address)
      try Self.record(.signedOut, session.account.login, "", user, now, in: database)
    }
  }

  /// Signs an account out everywhere but in one session.
  ///
  /// - Throws: ``RegisterError/Code/unknownAccount``, ``RegisterError/Code/roleNeeded`` unless it is the own account or an
  ///   administrator does it, or what the disk refuses.
  public func endSessions(
    of id: Int, except session: Int? = nil, by user: User, at now: Int
  ) throws(RegisterError) {
    try write { database in
      let account = try Self.requireAccount(id, in: database)
      if user.account != id { try user.require(.administrator) }
      try database.execute(
        sql: "DELETE FROM session WHERE account = ? AND id IS NOT ?", arguments: [id, session])
      try Self.record(.signedOutEverywhere, account.login, "", user, now, in: database)
    }
  }
}
