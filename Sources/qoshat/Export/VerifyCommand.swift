import ArgumentParser
import Diagnostics
import Export

struct VerifyCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Compare an export with its manifest: what is missing, changed or does not belong there."
  )

  @Argument(help: "The folder of the export.")
  var folder: String

  @Option(help: "Also check the manifest's signature with this public key (PEM).")
  var publicKey: String?

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let key = try publicKey.map { try log.read($0) }
    let verification = try log.exporting { () throws(ExportError) in
      try ExportVerification(of: folder, signedBy: key)
    }
    log.add(verification.diagnostics)
    if verification.diagnostics.hasErrors { throw CommandFailure.findings }
    let (letters, files) = (verification.letters, verification.files)
    let message = Message(
      kk: "бәрі орнында: \(letters) хат, \(files) файл",
      ru: "всё на месте: писем \(letters), файлов \(files)",
      en: "all is there: \(letters) letters, \(files) files")
    StandardStreams.write(message[options.language] + "\n", to: .output)
  }
}
