public import Cryptography
public import Diagnostics
import GRDB

/// A link by which somebody chooses a password, once.
public struct Invitation: Hashable, Sendable {
  /// Why it was made.
  public enum Purpose: String, Hashable, Sendable {
    /// For a new account.
    case invite
    /// For an account whose password is to be replaced.
    case reset

    /// The word for it.
    public var label: Message {
      switch self {
      case .invite: Message(kk: "шақыру", ru: "приглашение", en: "invitation")
      case .reset:
        Message(kk: "құпиясөзді ауыстыру", ru: "смена пароля", en: "password reset")
      }
    }
  }

  /// How long it can be used: seven days, in seconds.
  public static let lifetime = 7 * 24 * 3600

  /// The secret of the link, which is not kept.
  public let token: SecretToken
  public let purpose: Purpose
  /// When it ends.
  public let expires: Int

  /// The path of the page that it opens.
  public var path: String { "/invitation/\(token.text)" }
}

extension Register {
  /// Makes a link by which an account gets its first password, or another one. Earlier links of the account end; its password
  /// holds until the link is used.
  ///
  /// - Throws: ``RegisterError/Code/unknownAccount`` also for a disabled one, ``RegisterError/Code/roleNeeded`` unless an
  ///   administrator does it, or what the disk refuses.
  public func invite(
    _ account: Int, by user: User, at now: Int
  ) throws(RegisterError) -> Invitation {
    try write { database in
      try user.require(.administrator)
      let account = try Self.requireAccount(account, in: database)
      guard account.isActive else { throw RegisterError.unknownAccount(account.login) }
      return try Self.invite(account, user, now, in: database)
    }
  }

  /// For whom and what a link is; `nil` if it is unknown, used or over.
  public func invitation(
    _ token: String, at now: Int
  ) throws(RegisterError) -> (account: Account, purpose: Invitation.Purpose)? {
    try read { try Self.openInvitation(token, now, in: $0) }
  }

  /// Uses up a link: the account gets the password and is signed out everywhere.
  ///
  /// - Returns: the account, which is not yet signed in.
  /// - Throws: ``RegisterError/Code/invitationOver``, ``RegisterError/Code/weakPassword``, or what the disk refuses.
  /// - Complexity: that of ``PasswordHash``.
  public func acceptInvitation(
    _ token: String, password: String, address: String = "", at now: Int
  ) throws(RegisterError) -> Account {
    guard let (account, _) = try invitation(token, at: now) else {
      throw .invitationOver
    }
    try PasswordRule.check(password, login: account.login)
    // Before the transaction, in which nobody else can write.
    let hash = PasswordHash(of: password)
    return try write { database in
      guard let (account, purpose) = try Self.openInvitation(token, now, in: database),
        let digest = SecretToken(token)?.digest
      else { throw RegisterError.invitationOver }
      try database.execute(
        sql: "UPDATE invitation SET used = ? WHERE token = ?", arguments: [now, digest])
      try Self.setPassword(hash, of: account.id, in: database)
      try Self.record(
        .passwordSet, account.login, purpose.rawValue, User(account, address: address), now,
        in: database)
      return try Self.requireAccount(account.id, in: database)
    }
  }

  static func invite(
    _ account: Account, _ user: User, _ now: Int, in database: Database
  ) throws -> Invitation {
    let purpose: Invitation.Purpose = account.hasPassword ? .reset : .invite
    let invitation = Invitation(
      token: .random(), purpose: purpose, expires: now + Invitation.lifetime)
    try database.execute(
      sql: "DELETE FROM invitation WHERE account = ? AND used IS NULL", arguments: [account.id])
    try database.execute(
      sql:
        "INSERT INTO invitation (token, account, purpose, created, expires) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        invitation.token.digest, account.id, purpose.rawValue, now, invitation.expires,
      ])
    try record(.invited, account.login, purpose.rawValue, user, now, in: database)
    return invitation
  }

  private static func openInvitation(
    _ token: String, _ now: Int, in database: Database
  ) throws -> (account: Account, purpose: Invitation.Purpose)? {
    guard let token = SecretToken(token),
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT \(Account.columns), purpose FROM invitation
          JOIN account ON account.id = invitation.account
          WHERE token = ? AND used IS NULL AND expires >= ? AND is_active
          """,
        arguments: [token.digest, now])
    else { return nil }
    return (
      try Account(row: row), try row.value("purpose") { Invitation.Purpose(rawValue: $0) }
    )
  }
}
