import ArgumentParser
import Diagnostics
import Register

struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "The case register, from which every figure comes.",
    subcommands: [
      InitCommand.self, ImportCommand.self, RegisterExportCommand.self, RegisterListCommand.self,
      RegisterShowCommand.self,
      RegisterAddCommand.self, RegisterSetStatusCommand.self, RegisterVerifyCommand.self,
      RegisterBackupCommand.self,
    ])
}

struct InitCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty register.")

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    do throws(RegisterError) {
      _ = try Register.create(at: options.registerPath)
    } catch {
      throw log.failure(error)
    }
    StandardStreams.write(options.registerPath + "\n", to: .output)
  }
}
