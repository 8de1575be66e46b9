import Foundation
import Glibc
import TestSupport

/// `qoshat serve` as a process of its own.
final class ServedProgram {
  let port: Int
  private let process = Process()

  init(_ arguments: [String]) throws {
    let output = Pipe()
    process.executableURL = BuiltProgram.url
    process.arguments =
      ["serve", "--port", "0", "--templates", "\(TestServer.project)/templates"]
      + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // `http://127.0.0.1:40001/`
    var line = ""
    while !line.contains("/\n") {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { throw TestFailure("qoshat serve ended: \(line)") }
      line += String(decoding: piece, as: UTF8.self)
    }
    let port = line.firstMatch(of: /:([0-9]+)\/\n/).flatMap { Int($0.1) }
    self.port = try port ?? { throw TestFailure("no address: \(line)") }()
  }

  var id: Int32 { process.processIdentifier }

  /// Ends a process as a power cut would: nothing of it runs any more.
  static func kill(_ id: Int32) { Glibc.kill(id, SIGKILL) }

  /// Asks it to end.
  func stop() { process.terminate() }

  var isRunning: Bool { process.isRunning }

  /// How it ended, once it has.
  var status: Int32 { process.terminationStatus }

  deinit { Self.kill(id) }
}
