import Foundation
import TestSupport
import Testing

/// The built program, run as a user runs it.
struct Program {
  /// How a run ended.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let executable = BuiltProgram.url

  /// A register with the example in it, made once.
  static let register: String = {
    let path = folder() + "/register.sqlite"
    _ = try? run(["register", "init", "--register", path])
    _ = try? run([
      "register", "import", root.appendingPathComponent("fixtures/register").path, "--register",
      path,
    ])
    return path
  }()

  static let caseData = root.appendingPathComponent("fixtures/cases/response-2021.json").path

  /// Holds all that the tests write; goes away with the process.
  private static let temporary: String = {
    let path = FileManager.default.temporaryDirectory.path + "/qoshat-cli-\(getpid())"
    atexit {
      let path = FileManager.default.temporaryDirectory.path + "/qoshat-cli-\(getpid())"
      try? FileManager.default.removeItem(atPath: path)
    }
    return path
  }()

  /// A new folder for one test.
  static func folder() -> String {
    let path = temporary + "/" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  static func start(
    _ arguments: [String], in folder: String = root.path, messages: String = "en",
    program: URL = executable
  ) throws -> (Process, Pipe, Pipe) {
    let process = Process()
    process.executableURL = program
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.arguments = arguments
    // Nothing of the machine's settings may change what a user gets.
    process.environment = ["LC_ALL": messages, "TZ": "Asia/Almaty", "PATH": ""]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (process, output, errors)
  }

  /// Runs with a limit on memory and on time, either of which ends the program: of a debug build, so that they are wide.
  static func runLimited(_ arguments: [String], in folder: String) throws -> Run {
    let limits = "ulimit -v 2000000; ulimit -t 60; exec \"$0\" \"$@\""
    return try run(
      ["-c", limits, executable.path] + arguments, in: folder,
      program: URL(fileURLWithPath: "/bin/sh"))
  }

  /// Runs the program to its end. Word must open the documents that it writes without a word.
  static func run(
    _ arguments: [String], in folder: String = root.path, messages: String = "en",
    program: URL = executable
  ) throws -> Run {
    let documents = WrittenDocuments(of: arguments, in: folder)
    let (process, output, errors) = try start(
      arguments, in: folder, messages: messages, program: program)
    let out = output.fileHandleForReading.readDataToEndOfFile()
    let err = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    documents.check()
    return Run(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: String(decoding: out, as: UTF8.self), errors: String(decoding: err, as: UTF8.self))
  }

  /// Renders the example reply into `folder`.
  static func render(
    _ data: String = caseData, to folder: String, _ more: [String] = [], messages: String = "en",
    register: String = register
  ) throws -> Run {
    try run(
      ["render", "response", "--data", data, "--register", register, "--out", folder] + more,
      messages: messages)
  }

  /// The files of a folder, hidden ones too, with their contents.
  static func contents(of folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      contents[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return contents
  }
}
