import ArgumentParser
import Diagnostics
import Export

struct MergeCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the parts that several machines have exported together to one export.",
    discussion: "The result is the same as that of one machine, to the last byte; the parts stay.")

  @Argument(help: "The folders of all parts.")
  var parts: [String]

  @Option(help: "The folder to write into: a new or empty one.")
  var out: String

  @Flag(help: "Replace an earlier export, and files that are in the way.")
  var force = false

  @OptionGroup var sealing: SealOptions

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let seal = try sealing.seal(log)
    let (letters, failures) = try log.exporting { () throws(ExportError) in
      let merge = try ExportMerge(parts, into: out, mayReplace: force, seal: seal)
      return (merge.letters, merge.failures)
    }
    let message = Message(
      kk: "хаттар: \(letters), жасалмағаны: \(failures)",
      ru: "писем: \(letters), не сделано: \(failures)",
      en: "letters: \(letters), failed: \(failures)")
    StandardStreams.write("\(message[options.language])\n\(out)/manifest.json\n", to: .output)
    if failures > 0 { throw CommandFailure.findings }
  }
}
