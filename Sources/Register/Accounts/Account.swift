public import Diagnostics
import GRDB

/// The languages of letters and of the pages on which they are written.
public enum OfficialLanguage: String, Hashable, Sendable, CaseIterable {
  case kk, ru
}

/// What an account may do; each role may do what the one before it may.
public enum Role: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Writes letters and submits them.
  case author
  /// Approves and returns letters of others, changes the register.
  case approver
  /// Keeps templates and accounts, reads the audit log.
  case administrator

  /// Whether a role may less than another.
  public static func < (first: Role, second: Role) -> Bool { first.rank < second.rank }

  private var rank: Int {
    switch self {
    case .author: 0
    case .approver: 1
    case .administrator: 2
    }
  }

  /// The word for it.
  public var label: Message {
    switch self {
    case .author: Message(kk: "орындаушы", ru: "исполнитель", en: "author")
    case .approver: Message(kk: "бекітуші", ru: "утверждающий", en: "approver")
    case .administrator: Message(kk: "әкімші", ru: "администратор", en: "administrator")
    }
  }
}

/// Somebody who signs in.
public struct Account: Hashable, Sendable, Identifiable {
  /// The number of the account.
  public let id: Int
  /// The name under which one signs in: Latin letters, digits and `. _ @ -`; capitals do not matter.
  public let login: String
  /// The person's name as letters and lists show it.
  public var name: String
  public var role: Role
  /// The language of the pages.
  public var language: OfficialLanguage
  /// Whether it may sign in.
  public var isActive: Bool
  /// Whether its invitation was used.
  public let hasPassword: Bool
  /// When it was made.
  public let created: Int

  /// The columns that it is made of; the hash of the password is read only where a password is verified.
  static let columns =
    "account.id, login, name, role, language, is_active, password IS NOT NULL AS has_password, account.created"

  init(row: Row) throws {
    id = row["id"]
    login = row["login"]
    name = row["name"]
    role = try row.value("role") { Role(rawValue: $0) }
    language = try row.value("language") { OfficialLanguage(rawValue: $0) }
    isActive = row["is_active"]
    hasPassword = row["has_password"]
    created = row["created"]
  }
}

/// Who does something: an account, or the one user of a program that runs without accounts.
public struct User: Hashable, Sendable {
  /// The account; `nil` for the one user of a machine without accounts, and for the command line.
  public let account: Int?
  /// The name that the history shows.
  public let name: String
  public let role: Role
  /// The network address from which it is done; empty on the machine itself.
  public let address: String

  /// Somebody who signed in.
  public init(_ account: Account, address: String = "") {
    self.account = account.id
    name = account.name
    role = account.role
    self.address = address
  }

  /// Whoever has the machine itself, and may do everything.
  public static func local(name: String = "", address: String = "") -> User {
    User(account: nil, name: name, role: .administrator, address: address)
  }

  private init(account: Int?, name: String, role: Role, address: String) {
    self.account = account
    self.name = name
    self.role = role
    self.address = address
  }

  func require(_ role: Role) throws {
    if self.role < role { throw RegisterError.roleNeeded(role) }
  }
}
