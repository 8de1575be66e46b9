import Foundation
import HostileDocuments
import OfficePackage
import Testing

/// Each file is given to the real program, which may use neither a minute nor much memory.
@Suite struct HostileDocumentTests {
  /// The commands that read a document, with what they write.
  private static let commands: [(arguments: [String], output: String?)] = [
    (["text", "a.docx"], nil),
    (["html", "a.docx"], nil),
    (["fill", "a.docx", "--data", "empty.json", "-o", "out.docx"], "out.docx"),
    (["compare", "a.docx", "ru.txt"], nil),
  ]

  /// Each in a tenth of the size that the program bears, because a debug build takes minutes for the whole.
  private static let absurd = HostileDocument.read(smallerBy: 10)

  /// Two of the commands for each file, by its place in the list, so that each command gets files of every kind.
  private static func commands(for index: Int?) -> [(arguments: [String], output: String?)] {
    [commands[0], commands[1 + (index ?? 0) % (commands.count - 1)]]
  }

  @Test(
    "A file that means harm would stop the program, be half read, or be refused with a riddle",
    arguments: HostileDocument.refused.map(\.name))
  func refused(_ name: String) throws {
    let document = try #require(HostileDocument.refused.first { $0.name == name })
    let folder = try folder(for: document)
    guard case .refused(let rule, let part, let line) = document.outcome else { return }
    // What is no archive may be the text of a letter to `compare`.
    let isArchive = document.bytes().starts(with: "PK".utf8)
    let index = HostileDocument.refused.firstIndex { $0.name == name }
    for (arguments, _) in Self.commands(for: index) where isArchive || arguments[0] != "compare" {
      let run = try Program.runLimited(arguments + ["--format", "json"], in: folder)
      #expect(run.status == 3, "\(arguments) \(run.errors.prefix(300))")
      // `compare` prints findings where others print their result.
      let isReport = arguments[0] == "compare"
      if !isReport { #expect(run.output.isEmpty) }
      let report = try JSONDecoder().decode(
        Report.self, from: Data((isReport ? run.output : run.errors).utf8))
      #expect(report.diagnostics.map(\.rule) == [rule], "\(arguments)")
      let place = try #require(report.diagnostics.first?.places.first)
      #expect(place.file == "a.docx")
      if let part { #expect(place.part == part, "\(arguments)") }
      if let line { #expect(place.line == line, "\(arguments)") }
      let written = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(written.sorted() == ["a.docx", "empty.json", "ru.txt"], "\(arguments)")
    }
  }

  @Test(
    "An absurd document would be refused, keep the program busy, or be answered with gigabytes",
    arguments: absurd.map(\.name))
  func read(_ name: String) throws {
    let document = try #require(Self.absurd.first { $0.name == name })
    let folder = try folder(for: document)
    guard case .read(let text) = document.outcome else { return }
    let limit = 20 << 20
    // To compare 60,000 paragraphs takes a debug build minutes.
    for (arguments, output) in Self.commands where arguments[0] != "compare" {
      let run = try Program.runLimited(arguments, in: folder)
      #expect(run.status == 0, "\(arguments) \(run.status) \(run.errors.prefix(300))")
      #expect(run.output.utf8.count < limit, "\(arguments)")
      if arguments[0] == "text" { #expect(run.output.contains(text)) }
      guard let output else { continue }
      let filled = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + output))
      let before = try OfficePackage(reading: document.bytes())
      let after = try OfficePackage(reading: Array(filled))
      #expect(after.partNames == before.partNames)
      for part in before.partNames {
        #expect(after.content(of: part) == before.content(of: part), "\(part)")
      }
    }
  }

  private struct Report: Decodable {
    struct Diagnostic: Decodable {
      let rule: String
      let places: [Place]
    }

    struct Place: Decodable {
      let file: String
      let part: String?
      let line: Int?
    }

    let diagnostics: [Diagnostic]
  }

  private func folder(for document: HostileDocument) throws -> String {
    let folder = Program.folder()
    try Data(document.bytes()).write(to: URL(fileURLWithPath: folder + "/a.docx"))
    try Data("{}".utf8).write(to: URL(fileURLWithPath: folder + "/empty.json"))
    try Data("Уважаемый депутат!\n".utf8).write(to: URL(fileURLWithPath: folder + "/ru.txt"))
    return folder
  }
}
