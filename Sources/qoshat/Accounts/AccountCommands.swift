import ArgumentParser
import Diagnostics
import JSON
import Register

struct AccountAddCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make an account, and a link by which its password is chosen.",
    discussion: "The link is printed once, can be used once, and ends after seven days.")

  @Argument(help: "The name to sign in with: Latin letters, digits and . _ @ -")
  var login: String

  @Option(help: "The name of the person.")
  var name: String

  @Option(help: "author, approver or administrator.")
  var role: Role = .author

  @Option(help: "The language of the pages: kk or ru.")
  var language: OfficialLanguage = .kk

  @OptionGroup var password: PasswordOptions

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let secret = password.passwordStdin ? try password.password(log) : nil
    let output: String
    do throws(RegisterError) {
      let register = try Register.open(at: options.registerPath)
      let now = AccountCommand.now
      if let secret {
        output = try register.addAccount(
          login: login, name: name, role: role, language: language, password: secret,
          by: AccountCommand.user, at: now
        ).login
      } else {
        let added = try register.addAccount(
          login: login, name: name, role: role, language: language, by: AccountCommand.user, at: now
        )
        output = password.link(added.invitation)
      }
    } catch {
      throw log.failure(error)
    }
    StandardStreams.write(output + "\n", to: .output)
  }
}

struct AccountListCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the accounts.")

  @Option(help: "table, json or csv.")
  var output: OutputForm = .table

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let accounts: [Account]
    do throws(RegisterError) {
      accounts = try Register.open(at: options.registerPath).accounts()
    } catch {
      throw log.failure(error)
    }
    let text: String =
      switch output {
      case .table: TextTable(headings: headings, rows: accounts.map(row)).aligned
      case .csv:
        TextTable(
          headings: ["login", "name", "role", "language", "state"],
          rows: accounts.map {
            [$0.login, $0.name, $0.role.rawValue, $0.language.rawValue, Self.state(of: $0)]
          }
        ).csv
      case .json: JSON.array(accounts.map(Self.json)).serialized(indented: true) + "\n"
      }
    StandardStreams.write(text, to: .output)
  }

  private var headings: [String] {
    [
      Message(kk: "логин", ru: "логин", en: "login"),
      Message(kk: "аты-жөні", ru: "имя", en: "name"),
      Message(kk: "рөлі", ru: "роль", en: "role"), Message(kk: "тілі", ru: "язык", en: "language"),
      Message(kk: "күйі", ru: "состояние", en: "state"),
    ].map { $0[options.language] }
  }

  private func row(_ account: Account) -> [String] {
    let state =
      switch Self.state(of: account) {
      case "disabled": Message(kk: "бұғатталған", ru: "отключена", en: "disabled")
      case "invited": Message(kk: "шақырылған", ru: "приглашён", en: "invited")
      default: Message(kk: "белсенді", ru: "действует", en: "active")
      }
    return [
      account.login, account.name, account.role.label[options.language], account.language.rawValue,
      state[options.language],
    ]
  }

  private static func json(_ account: Account) -> JSON {
    [
      "login": .string(account.login), "name": .string(account.name),
      "role": .string(account.role.rawValue), "language": .string(account.language.rawValue),
      "state": .string(state(of: account)),
    ]
  }

  private static func state(of account: Account) -> String {
    if !account.isActive { return "disabled" }
    return account.hasPassword ? "active" : "invited"
  }
}

struct AccountInviteCommand: AccountChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite", abstract: "Make another link for an account that has no password yet.")

  @Argument(help: "The login.")
  var login: String

  @OptionGroup var password: PasswordOptions

  @OptionGroup var options: GlobalOptions

  func change(_ account: Account, in register: Register, _ log: DiagnosticLog) throws -> String {
    if account.hasPassword {
      throw log.usage(
        Message(
          kk: "`\(login)` құпиясөзін таңдап қойған; жаңасын `qoshat account reset` береді",
          ru: "`\(login)` уже выбрал пароль; новый даёт `qoshat account reset`",
          en: "`\(login)` has a password; `qoshat account reset` gives another"))
    }
    return try password.give(to: account, in: register, log)
  }
}

struct AccountResetCommand: AccountChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Make a link by which another password is chosen.",
    discussion: "The password of before holds until the link is used; `disable` ends it at once.")

  @Argument(help: "The login.")
  var login: String

  @OptionGroup var password: PasswordOptions

  @OptionGroup var options: GlobalOptions

  func change(_ account: Account, in register: Register, _ log: DiagnosticLog) throws -> String {
    try password.give(to: account, in: register, log)
  }
}

extension PasswordOptions {
  /// Makes a link, or sets the password at once; returns what is printed.
  fileprivate func give(
    to account: Account, in register: Register, _ log: DiagnosticLog
  ) throws -> String {
    guard passwordStdin else {
      return link(try register.invite(account.id, by: AccountCommand.user, at: AccountCommand.now))
    }
    let secret = try password(log)
    try register.setPassword(
      secret, of: account.id, by: AccountCommand.user, at: AccountCommand.now)
    return account.login
  }
}

struct AccountRoleCommand: AccountChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Give an account another role.")

  @Argument(help: "The login.")
  var login: String

  @Argument(help: "author, approver or administrator.")
  var role: Role

  @OptionGroup var options: GlobalOptions

  func change(_ account: Account, in register: Register, _ log: DiagnosticLog) throws -> String {
    let changed = try register.changeAccount(
      account.id, by: AccountCommand.user, at: AccountCommand.now
    ) {
      $0.role = role
    }
    return "\(changed.login): \(changed.role.label[options.language])"
  }
}

struct AccountEnableCommand: AccountChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "enable", abstract: "Let an account sign in again.")

  @Argument(help: "The login.")
  var login: String

  @OptionGroup var options: GlobalOptions

  func change(_ account: Account, in register: Register, _ log: DiagnosticLog) throws -> String {
    try register.changeAccount(account.id, by: AccountCommand.user, at: AccountCommand.now) {
      $0.isActive = true
    }.login
  }
}

struct AccountDisableCommand: AccountChangeCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Sign an account out everywhere, and let it in no more.")

  @Argument(help: "The login.")
  var login: String

  @OptionGroup var options: GlobalOptions

  func change(_ account: Account, in register: Register, _ log: DiagnosticLog) throws -> String {
    try register.changeAccount(account.id, by: AccountCommand.user, at: AccountCommand.now) {
      $0.isActive = false
    }.login
  }
}
