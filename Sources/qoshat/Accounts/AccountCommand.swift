import ArgumentParser
import Diagnostics
import Glibc
import Register

struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Who may sign in to the web application, and as what.",
    discussion: """
      The first administrator is made here: `qoshat account add LOGIN --name NAME --role \
      administrator`. The link that is printed opens a page on which the password is chosen.
      """,
    subcommands: [
      AccountAddCommand.self, AccountListCommand.self, AccountInviteCommand.self,
      AccountResetCommand.self, AccountRoleCommand.self, AccountEnableCommand.self,
      AccountDisableCommand.self,
    ])

  /// Who the audit log says did it.
  static var user: User { .local(name: "qoshat account") }

  /// The moment at which a command runs, in seconds since 1970.
  static var now: Int { time(nil) }
}

/// How somebody comes to a password.
struct PasswordOptions: ParsableArguments {
  @Flag(help: "Set the password that stands in the first line of standard input; no link is made.")
  var passwordStdin = false

  @Option(help: "The address of the web application, which is put before the link.")
  var baseURL: String?

  /// The link as it is printed.
  func link(_ invitation: Invitation) -> String {
    guard var base = baseURL else { return invitation.path }
    while base.hasSuffix("/") { base.removeLast() }
    return base + invitation.path
  }

  /// The first line of standard input.
  func password(_ log: DiagnosticLog) throws -> String {
    let line = try log.read("-").split(separator: 0x0A, omittingEmptySubsequences: false).first
    guard let password = String(validating: line ?? [], as: UTF8.self), !password.isEmpty else {
      throw log.usage(
        Message(
          kk: "стандартты енгізуде құпиясөз жоқ", ru: "в стандартном вводе нет пароля",
          en: "standard input has no password"))
    }
    return password.last == "\r" ? String(password.dropLast()) : password
  }
}

/// A command about one account that is there.
protocol AccountChangeCommand: ReportingCommand {
  var login: String { get }

  /// Does the work and returns what there is to print.
  func change(_ account: Account, in register: Register, _ log: DiagnosticLog) throws -> String
}

extension AccountChangeCommand {
  func perform(_ log: DiagnosticLog) throws {
    let output: String
    do {
      let register = try Register.open(at: options.registerPath)
      guard let account = try register.account(login: login) else {
        throw log.unknownAccount(login)
      }
      output = try change(account, in: register, log)
    } catch let error as RegisterError {
      throw log.failure(error)
    }
    StandardStreams.write(output + "\n", to: .output)
  }
}

extension DiagnosticLog {
  /// There is no such account.
  func unknownAccount(_ login: String) -> CommandFailure {
    add([
      Diagnostic(
        "R138",
        Message(
          kk: "`\(login)` есептік жазбасы жоқ", ru: "учётной записи `\(login)` нет",
          en: "there is no account `\(login)`"))
    ])
    return .findings
  }
}
