import ArgumentParser
import Glibc

/// Runs the command line and leaves with the exit codes that scripts rely on: 0 done, 1 findings, 2 wrong usage, 3 unreadable input, 4 environment.
@main
enum Main {
  static func main() {
    do {
      var command = try Qoshat.called(with: Array(CommandLine.arguments.dropFirst()))
      try command.run()
    } catch let failure as CommandFailure {
      exit(failure.rawValue)
    } catch {
      let message = Qoshat.fullMessage(for: error)
      if Qoshat.exitCode(for: error) == .success {
        StandardStreams.write(message + "\n", to: .output)
        exit(0)
      }
      StandardStreams.write(message + "\n", to: .errors)
      exit(CommandFailure.usage.rawValue)
    }
  }
}

/// Why a command ends early; what there is to say was said.
enum CommandFailure: Int32, Error {
  case findings = 1
  case usage = 2
  case unreadable = 3
  case environment = 4
}

struct Qoshat: ParsableCommand {
  /// The version, which manifests of exports name, too.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "qoshat",
    abstract: "Official letters in Kazakh and Russian: one case, two equal originals.",
    version: version,
    subcommands: commands)

  /// The command that is called, with its options.
  static func called(with arguments: [String]) throws -> any ParsableCommand {
    if let command = FillCommand(usual: arguments) { return command }
    return try parsed(arguments)
  }

  /// The command as ArgumentParser reads it.
  ///
  /// One that is named in full and understands its arguments reads them alone: the tree of all commands is made only for what
  /// is to be said of it, of help and of mistakes.
  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    var type: any ParsableCommand.Type = Self.self
    var rest = arguments[...]
    while let name = rest.first,
      let next = type.configuration.subcommands.first(where: {
        $0.configuration.commandName == name
      })
    {
      type = next
      rest = rest.dropFirst()
    }
    if type.configuration.subcommands.isEmpty, let command = try? type.parseAsRoot(Array(rest)),
      Swift.type(of: command) == type
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  private static var commands: [any ParsableCommand.Type] {
    let commands: [any ParsableCommand.Type] = [
      RenderCommand.self, FillCommand.self, ExpandCommand.self, CheckCommand.self,
      CompareCommand.self, FieldsCommand.self, NewCommand.self,
      TextCommand.self, HTMLCommand.self, InflectCommand.self,
      RegisterCommand.self, AccountCommand.self, StatisticsCommand.self,
      ExportCommand.self, VerifyCommand.self, MergeCommand.self,
    ]
    #if Web
      return commands + [ServeCommand.self]
    #else
      return commands
    #endif
  }
}
