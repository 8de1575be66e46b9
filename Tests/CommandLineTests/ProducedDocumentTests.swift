import Foundation
import TestSupport
import Testing

/// All that people get from the project: whatever Word makes of it, it does not mend it.
@Suite struct ProducedDocumentTests {
  private static let validator = ProcessInfo.processInfo.environment["QOSHAT_OOXML_VALIDATOR"]

  /// The Word documents of the repository.
  private static func ownDocuments() throws -> [String] {
    let found = ["templates", "fixtures"].flatMap { folder in
      let names = FileManager.default.enumerator(atPath: "\(Program.root.path)/\(folder)")
      return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".docx") }
        .map { "\(Program.root.path)/\(folder)/\($0)" }
    }
    return found.sorted()
  }

  @Test("Word mends a template or an example of the project when somebody opens it")
  func ownDocuments() throws {
    let paths = try Self.ownDocuments()
    #expect(paths.count >= 14)
    for path in paths {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      #expect(DocumentValidity.faults(in: bytes) == [], "\(path)")
    }
  }

  /// A letter of each kind, a new kind, and copies with comments.
  private static func madeDocuments() throws -> [String] {
    let folder = Program.folder()
    let cases = Program.root.appendingPathComponent("fixtures/cases")
    for name in try FileManager.default.contentsOfDirectory(atPath: cases.path) {
      let kind = name.split(separator: "-").dropLast().joined(separator: "-")
      let run = try Program.run([
        "render", kind, "--data", cases.appendingPathComponent(name).path, "--register",
        Program.register, "--out", folder,
      ])
      #expect(run.status == 0, "\(name): \(run.errors)")
    }
    let parity = Program.root.appendingPathComponent("fixtures/parity/gambling").path
    for number in [11, 12, 13, 14] {
      _ = try Program.run(
        ["compare", "\(parity)/\(number).kk.docx", "\(parity)/\(number).ru.docx"]
          + ["--annotate", "\(folder)/\(number)"])
    }
    let files = FileManager.default.enumerator(atPath: folder)
    let kind = try NewCommandTests.library() + "/request"
    return (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".docx") }
      .map { "\(folder)/\($0)" }.sorted() + ["\(kind)/kk.docx", "\(kind)/ru.docx"]
  }

  @Test(
    "a program that knows more of Word's rules than these tests finds fault with a document",
    .enabled(if: validator != nil, "QOSHAT_OOXML_VALIDATOR names no program"))
  func otherProgram() throws {
    let made = try Self.madeDocuments()
    #expect(made.count >= 16)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", "\(Self.validator ?? "") \"$@\"", "sh"] + (try Self.ownDocuments()) + made
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }
}
