import Foundation
import TestSupport

/// Valgrind, which counts what a program does, where it is installed: the same each time, whatever else the machine does.
struct Valgrind {
  /// Whether it is here, with `strip`, without which it refuses programs that have the debugging information of Swift.
  static let isInstalled = program("valgrind") != nil && program("strip") != nil

  /// What is to be done in which sizes, in this order.
  typealias Order = [(name: String, sizes: [Int])]

  private let folder: URL
  private var counted: URL { folder.appendingPathComponent("counted") }

  /// Has `CountedWork` made ready in a folder of its own, which `body` may use as long as it runs.
  static func using<Result>(_ body: (Valgrind) throws -> Result) throws -> Result {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("qoshat-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    let valgrind = Valgrind(folder: folder)
    let built = BuiltProgram.url(of: "CountedWork")
    let strip = try valgrind.start(
      "strip", ["--strip-debug", "-o", valgrind.counted.path, built.path])
    try valgrind.end(strip)
    return try body(valgrind)
  }

  /// How many instructions each order takes, size by size: each order in a process of its own, all at once. A small size is done once before, without its count, so that what a process makes once does not count.
  func instructions(_ orders: [Order]) throws -> [[[Int]]] {
    let processes = try orders.indices.map { index in
      try start(
        "valgrind",
        [
          "--quiet", "--tool=callgrind", "--toggle-collect=counted_work",
          "--dump-after=counted_work", "--callgrind-out-file=\(folder.path)/\(index)",
          counted.path,
        ] + Self.arguments(orders[index].map { ($0.name, [($0.sizes[0] + 3) / 4] + $0.sizes) }))
    }
    for process in processes { try end(process) }
    return try orders.indices.map { index in
      var dump = 0
      return try orders[index].map { _, sizes in
        dump += 1
        return try sizes.map { _ in
          dump += 1
          return try number(behind: "totals: ", in: "\(index).\(dump)")
        }
      }
    }
  }

  /// How many blocks of memory the whole process asks for in which each order is done.
  func allocations(_ orders: [Order]) throws -> [Int] {
    let processes = try orders.indices.map { index in
      try start(
        "valgrind",
        [
          "--tool=dhat", "--num-callers=1", "--dhat-out-file=/dev/null",
          "--log-file=\(folder.path)/\(index).log", counted.path,
        ] + Self.arguments(orders[index]))
    }
    for process in processes { try end(process) }
    return try orders.indices.map { try number(behind: " bytes in ", in: "\($0).log") }
  }

  private static func arguments(_ order: Order) -> [String] {
    order.flatMap { [$0.name] + $0.sizes.map(String.init) }
  }

  /// The first number that follows `words` in a file of the folder.
  private func number(behind words: String, in file: String) throws -> Int {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    guard let start = text.range(of: words)?.upperBound,
      let number = Int(text[start...].prefix { $0.isNumber || $0 == "," }.filter(\.isNumber))
    else { throw Failure(description: "there is no number in \(text.prefix(500))") }
    return number
  }

  // MARK: Processes

  private func start(_ name: String, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = Self.program(name).map { URL(fileURLWithPath: $0) }
    process.arguments = arguments
    // Tables of the standard library are then laid out alike each time.
    process.environment = ["SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func end(_ process: Process) throws {
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(process.arguments ?? []) ended with an error")
    }
  }

  private static func program(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }
}
