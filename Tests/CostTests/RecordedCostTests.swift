import CountedWork
import Foundation
import Testing

/// What work took when it was last recorded, in `fixtures/costs.txt`.
@Suite(
  .enabled(if: Valgrind.isInstalled, "valgrind or strip is not installed"), .timeLimit(.minutes(10))
)
struct RecordedCostTests {
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_COSTS"] != nil

  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("fixtures/costs.txt")

  /// How much more than recorded is still the same, in parts of a hundred.
  private static let margin = 5

  @Test(
    "A letter would take more time or memory than before, and nobody had meant it",
    .enabled("costs were recorded with another compiler") {
      try isRecording || recorded().compiler == compiler()
    })
  func costs() throws {
    let costs = try Self.instructions() + Self.allocations()
    guard !Self.isRecording else {
      let lines = try [Self.compiler()] + costs.map { "\($0.count)\t\($0.name)" }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: Self.file)
      Issue.record("recorded costs.txt; read its difference, then run without RECORD_COSTS")
      return
    }
    let recorded = try Self.recorded().costs
    #expect(costs.map(\.name).sorted() == recorded.keys.sorted())
    for (name, count) in costs {
      let before = recorded[name] ?? 0
      #expect(
        count * 100 <= before * (100 + Self.margin),
        "\(name): \(count), recorded \(before); `make costs` records what is meant")
    }
  }

  // MARK: What is counted

  private static func instructions() throws -> [(name: String, count: Int)] {
    let names = [
      "letters of one template", "templates", "texts of letters", "rows of a table",
      "paragraphs of a loop", "figures, each in its paragraph",
    ]
    return try names.map { name in
      let sizes = try #require(Workload.groups.joined().first { $0.name == name }).sizes
      let counts = try Counts.instructions(name)
      return ("instructions: \(name)", perPiece(sizes, counts))
    }
  }

  private static func allocations() throws -> [(name: String, count: Int)] {
    let orders = [
      ("letters of one template", [1, 3]), ("rows of a table", [100, 300]),
      ("paragraphs of a loop", [100, 300]),
    ]
    return try Valgrind.using { valgrind in
      try orders.map { name, sizes in
        let counts = try valgrind.allocations(sizes.map { [(name, [1, $0])] })
        return ("allocations: \(name)", perPiece(sizes, counts))
      }
    }
  }

  /// What each piece takes that the largest size has more than the one before it.
  private static func perPiece(_ sizes: [Int], _ counts: [Int]) -> Int {
    guard sizes.count > 1 else { return counts[0] / sizes[0] }
    let last = sizes.count - 1
    return (counts[last] - counts[last - 1]) / (sizes[last] - sizes[last - 1])
  }

  // MARK: What was recorded

  private static func recorded() throws -> (compiler: String, costs: [String: Int]) {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let costs = lines.dropFirst().map { $0.split(separator: "\t") }
    return (
      String(lines.first ?? ""),
      Dictionary(uniqueKeysWithValues: costs.map { (String($0[1]), Int($0[0]) ?? 0) })
    )
  }

  /// The compiler and the machine's kind, with which counts change.
  private static func compiler() throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift", "--version"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").joined(separator: ", ")
  }
}
