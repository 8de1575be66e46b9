import ArgumentParser
import Cryptography
import Diagnostics
import Export

/// What an export gets besides its letters.
struct SealOptions: ParsableArguments {
  @Flag(help: "Also one zip of everything: letters.zip.")
  var zip = false

  @Option(
    help:
      "Sign the manifest with this private key (PEM, `openssl genpkey -algorithm ed25519`): manifest.json.sig."
  )
  var signKey: String?

  func seal(_ log: DiagnosticLog) throws -> ExportSeal {
    guard let signKey else { return ExportSeal(isZipped: zip) }
    let key = try log.read(signKey)
    do throws(KeyError) {
      return try ExportSeal(signedBy: key, isZipped: zip)
    } catch {
      throw log.failure(error, file: signKey)
    }
  }
}

extension DiagnosticLog {
  /// A file is no key.
  func failure(_ error: KeyError, file: String) -> CommandFailure {
    add([Diagnostic("X114", error.message, at: [Place(file: file)])])
    return .unreadable
  }
}
