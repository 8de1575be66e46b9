import DocxTemplate
import Jinja
import OfficePackage
import Testing

@Suite struct DeterminismTests {
  static let letter = TemplateFile(
    p("{%p for x in l %}") + p("{{ loop.index }}. {{ x }}") + p("{%p endfor %}")
      + tbl([[p("{%tr for x in l %}")], [p("{{ x }}")], [p("{%tr endfor %}")]]),
    header: p("{{ x }}"), footer: p("тұрақты"))

  @Test("A document without tags comes back with every part as it was stored")
  func identity() throws {
    let file = TemplateFile(p("мәтін { } }} %}") + tbl([[p("ұяшық")]]), header: p("үстіңгі"))
    let template = try #require(try file.compiled())
    let filled = Filled(try template.render(try context("{}")), madeFrom: [file.archive()])
    let document = try #require(filled.document)
    let before = try entries(file.archive())
    let after = try entries(document)
    #expect(before.map(\.name) == after.map(\.name))
    for (old, new) in zip(before, after) {
      #expect(old.stored == new.stored, "\(old.name)")
      #expect(old.method == new.method)
    }
  }

  @Test("Parts without tags are copied as they were stored while others are filled")
  func untouchedParts() throws {
    let template = try #require(try Self.letter.compiled())
    let filled = Filled(
      try template.render(try context(#"{"l": [1], "x": 2}"#)), madeFrom: [Self.letter.archive()])
    let document = try #require(filled.document)
    let before = try entries(Self.letter.archive())
    for new in try entries(document)
    where !["word/document.xml", "word/header1.xml"].contains(new.name) {
      #expect(before.contains { $0.name == new.name && $0.stored == new.stored }, "\(new.name)")
    }
  }

  @Test("The only document of its template says what each of many says")
  func onlyDocument() throws {
    let template = try #require(try Self.letter.compiled())
    let data = try context(#"{"l": [1, "ә", 3], "x": "№ 2 & <3>"}"#)
    let many = try OfficePackage(reading: try #require(try template.render(data).document))
    let only = try OfficePackage(
      reading: try #require(try template.render(data, isOnly: true).document))
    #expect(many.partNames == only.partNames)
    for name in many.partNames { #expect(many.content(of: name) == only.content(of: name)) }
  }

  @Test("Filling twice gives the same bytes")
  func twice() throws {
    let template = try #require(try Self.letter.compiled())
    let data = try context(#"{"l": ["а", "б"], "x": "в"}"#)
    let first = try template.render(data).document
    #expect(first != nil)
    #expect(try template.render(data).document == first)
    #expect(try Self.letter.compiled()?.render(data).document == first)
  }

  @Test("One compiled template fills letters on many threads at once, each as if it were alone")
  func threads() async throws {
    let template = try #require(try Self.letter.compiled())
    let contexts = try (0..<16).map { try Self.data($0) }
    let expected = try contexts.map { try template.render($0).document }
    let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<8 {
        group.addTask {
          // Ten thousand letters in all.
          try (0..<1250).count { number in
            let index = (number + worker * 3) % 16
            return try template.render(contexts[index]).document != expected[index]
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  private static func data(_ number: Int) throws -> ObjectValue {
    try context(
      #"{"l": [\#((0...number).map(String.init).joined(separator: ","))], "x": \#(number)}"#)
  }

  /// The entries of an archive as they are stored.
  private func entries(_ archive: [UInt8]) throws -> [StoredEntry] { StoredEntry.all(of: archive) }
}

/// An entry of an archive, read by hand so that nothing is uncompressed on the way.
struct StoredEntry: Equatable {
  let name: String
  let method: Int
  /// Of the content, as it is uncompressed.
  let checksum: Int
  let stored: [UInt8]

  static func all(of archive: [UInt8]) -> [StoredEntry] {
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(archive[offset + $1]) << (8 * $1) }
    }
    let end = archive.count - 22
    var entries: [StoredEntry] = []
    var offset = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      let nameLength = number(offset + 28, 2)
      let name = String(decoding: archive[offset + 46..<offset + 46 + nameLength], as: UTF8.self)
      let local = number(offset + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let stored = Array(archive[start..<start + number(offset + 20, 4)])
      entries.append(
        StoredEntry(
          name: name, method: number(offset + 10, 2), checksum: number(offset + 16, 4),
          stored: stored))
      offset += 46 + nameLength + number(offset + 30, 2) + number(offset + 32, 2)
    }
    return entries
  }
}
