import ArgumentParser
import Diagnostics
import Register

struct RegisterVerifyCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Look for damage: of the file, of links, of addresses and of the history.")

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let diagnostics: [Diagnostic]
    let revision: Int
    do throws(RegisterError) {
      let register = try Register.open(at: options.registerPath)
      diagnostics = try register.verify()
      revision = diagnostics.isEmpty ? try register.revision() : 0
    } catch {
      throw log.failure(error)
    }
    log.add(diagnostics)
    guard diagnostics.isEmpty else { throw CommandFailure.findings }
    let message = Message(
      kk: "тізілім бүлінбеген, соңғы ревизия: \(revision)",
      ru: "реестр исправен, последняя ревизия: \(revision)",
      en: "the register is sound, last revision: \(revision)")
    StandardStreams.write(message[options.language] + "\n", to: .output)
  }
}

struct RegisterBackupCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the register into a new file, while others go on writing.")

  @Argument(help: "The new file; one that exists is not replaced.")
  var file: String

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    do throws(RegisterError) {
      try Register.open(at: options.registerPath).backup(to: file)
    } catch {
      throw log.failure(error)
    }
    StandardStreams.write(file + "\n", to: .output)
  }
}
