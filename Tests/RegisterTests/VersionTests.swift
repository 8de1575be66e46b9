import CivilDates
import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Register

@Suite struct VersionTests {
  /// The members of a figure as they were after `revision`.
  private func members(
    _ register: Register, _ subject: FigureQuery.Subject, revision: Int
  ) throws -> [String] {
    let query = FigureQuery(subject, during: .year(2021), asOf: try day("2021-12-31"))
    let statement = query.statement
    var values: [String: any DatabaseValueConvertible] = ["revision": revision]
    for value in statement.values { values[value.name] = value.value }
    return try register.read { database in
      let past = try PastTables(after: revision, in: database)
      return try String.fetchAll(
        database, sql: past.prefix + statement.sql, arguments: StatementArguments(values))
    }
  }

  private let replacing = ImportOptions(onDifference: .replace)

  @Test("A figure that a letter printed could not be proved once the register has grown")
  func figuresOfRevisions() throws {
    let fixture = try RegisterFixture()
    try fixture.load(
      .resources("https://a.example/;2021-01-01;one;is", "https://b.example/;2021-01-02;two;is"),
      .documents("P1;prescription;draft;2021-02-01;;;A;"), .links("P1;https://a.example/"))
    try fixture.load(
      .resources("https://a.example/;2020-01-01;one;is"),
      .documents("P1;prescription;sent;2021-02-01;2021-02-02;1;A;"), options: replacing)
    try fixture.load(
      .resources("https://c.example/;2021-01-03;three;is"), .links("P1;https://b.example/"))
    try fixture.load(
      .documents("P1;prescription;revoked;2021-02-01;2021-02-02;1;A;"), options: replacing)

    let entered = FigureQuery.Subject.resources(.entered(channel: nil))
    let sent = DocumentSelection(kinds: [.prescription], state: .sent)
    let (a, b, c) = ("https://a.example/", "https://b.example/", "https://c.example/")
    let expected: [([String], [String], [String])] = [
      ([], [], []), ([a, b], [], []), ([b], ["P1"], [a]), ([b, c], ["P1"], [a, b]),
      ([b, c], [], []),
    ]
    for (revision, want) in expected.enumerated() {
      let register = fixture.register
      #expect(try members(register, entered, revision: revision) == want.0, "\(revision)")
      #expect(try members(register, .documents(sent), revision: revision) == want.1, "\(revision)")
      let covered = FigureQuery.Subject.resources(.covered(by: sent, channel: nil))
      #expect(try members(register, covered, revision: revision) == want.2, "\(revision)")
    }
  }

  @Test("A row written twice by one import would have been something between two revisions")
  func twiceInOneRevision() throws {
    let fixture = try RegisterFixture()
    try fixture.load(
      .resources("https://a.example/;2021-01-01;one;is", "https://a.example/;2021-01-02;one;is"),
      options: replacing)
    let count = try fixture.register.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM resource_past")
    }
    #expect(count == 0)
  }

  @Test("Somebody with another program could rewrite what a letter was made of")
  func guards() throws {
    let fixture = try RegisterFixture()
    try fixture.load(
      .resources("https://a.example/;2021-01-02;b;is"),
      .documents("D;warning;draft;2021-02-01;;;;"),
      .links("D;https://a.example/"))
    try fixture.load(.documents("D;warning;draft;2021-02-01;;;B;"), options: replacing)
    let forbidden = [
      "DELETE FROM resource", "DELETE FROM document", "UPDATE resource SET title = 'x'",
      "UPDATE document SET external_id = 'E', revision = 2", "UPDATE document SET revision = 1",
      "DELETE FROM document_past", "UPDATE document_past SET number = '7'",
      "UPDATE document_resource SET revision = 2",
    ]
    for sql in forbidden {
      #expect(throws: DatabaseError.self, "\(sql)") {
        try fixture.register.pool.write { try $0.execute(sql: sql) }
      }
    }
    try fixture.register.pool.write { try $0.execute(sql: "DELETE FROM document_resource") }
    let kept = try fixture.register.read {
      try Row.fetchOne($0, sql: "SELECT since, until FROM document_resource_past")
    }
    #expect(kept?["since"] as Int? == 1)
    #expect(kept?["until"] as Int? == 2)
  }
}

@Suite struct MigrationTests {
  private static let stored = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Registers/v1.sqlite")

  @Test("A register of the first version would lose rows, or be changed without a copy beside it")
  func fromFirstVersion() throws {
    let folder = try RegisterFixture.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/r.sqlite"
    let original = try Data(contentsOf: Self.stored)
    try original.write(to: URL(fileURLWithPath: path))
    let register = try Register.open(at: path)
    #expect(try register.history().map(\.number) == [1, 2])
    #expect(
      try register.resources(of: "P1").map(\.card.url) == [
        "https://a.example/", "https://b.example/",
      ])
    #expect(try register.document("W1")?.caseData == "{\"a\": 1}")
    #expect(try register.pendingLinks().map(\.document) == ["W9"])
    let dump =
      "SELECT 'document', external_id, file, line FROM document UNION ALL "
      + "SELECT 'resource', canonical_url, file, line FROM resource ORDER BY 1, 2"
    let copy = try DatabaseQueue(path: folder + "/r.before-5.sqlite")
    let before = try copy.read { try Row.fetchAll($0, sql: dump) }
    #expect(before.count == 5)
    #expect(try register.read { try Row.fetchAll($0, sql: dump) } == before)
    let migrations = try copy.read { try Register.migrator.appliedIdentifiers($0) }
    #expect(migrations == ["1 resources, documents, links"])
    #expect(try register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM revision") } == 2)
    let broken = try register.read {
      try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").count
    }
    #expect(broken == 0)
    // It is a register like any other from here on.
    let report = try register.importFiles(
      [.documents("P1;prescription;executed;2021-02-01;2021-02-03;1;A;")],
      options: ImportOptions(onDifference: .replace))
    #expect(report.revision == 3)
  }

  @Test("A register of the second version would count resources wrongly from then on")
  func fromSecondVersion() throws {
    let folder = try RegisterFixture.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/r.sqlite"
    let stored = Self.stored.deletingLastPathComponent().appendingPathComponent("v2.sqlite")
    try Data(contentsOf: stored).write(to: URL(fileURLWithPath: path))
    let register = try Register.open(at: path)
    let copy = try DatabaseQueue(path: folder + "/r.before-5.sqlite")
    let migrations = try copy.read { try Register.migrator.appliedIdentifiers($0) }
    #expect(migrations.count == 2)
    #expect(try register.verify() == [])
    #expect(try register.history().map(\.author) == ["A", "B", "B"])
    #expect(try register.resources(of: "W2").map(\.card.url) == ["https://a.example/"])
    // a and b stand under two documents each, c under one: each counts once.
    let query = try FigureQuery(
      .resources(.covered(by: DocumentSelection(kinds: DocumentKind.enforcement), channel: nil)),
      during: .year(2021), asOf: day("2021-12-31"))
    let set = try register.figures([query], listing: .documentsAndBodies)
    #expect(set.figures.map(\.value) == [3])
  }

  @Test(
    "A register of the third version would come without its copy, or to the web application without its rows"
  )
  func fromThirdVersion() throws {
    let folder = try RegisterFixture.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/r.sqlite"
    let stored = Self.stored.deletingLastPathComponent().appendingPathComponent("v3.sqlite")
    try Data(contentsOf: stored).write(to: URL(fileURLWithPath: path))
    let register = try Register.open(at: path)
    let copy = try DatabaseQueue(path: folder + "/r.before-5.sqlite")
    let migrations = try copy.read { try Register.migrator.appliedIdentifiers($0) }
    #expect(migrations.count == 3)
    #expect(try register.verify() == [])
    #expect(try register.history().map(\.author) == ["A", "B", "B"])
    #expect(try register.hasAccounts() == false)
    let account = try register.addAccount(
      login: "author", name: "A", role: .author, language: .ru, by: .local(), at: 1
    ).account
    let letter = try register.createLetter(kind: "warning", by: User(account), at: 2)
    #expect(try register.letters().letters.map(\.id) == [letter.id])
    #expect(try register.revision() == 3)
  }

  @Test("A page entered before would be counted again under the spelling that it has now")
  func respelledAddresses() throws {
    let folder = try RegisterFixture.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/r.sqlite"
    try Data(contentsOf: Self.stored).write(to: URL(fileURLWithPath: path))
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.write { database in
        for (id, url) in [(1, "https://m.facebook.com/Page"), (2, "https://fb.com/Page")] {
          try database.execute(
            sql: "UPDATE resource SET canonical_url = ?, url = ?, host = ? WHERE id = ?",
            arguments: [url, url, id == 1 ? "m.facebook.com" : "fb.com", id])
        }
        try database.execute(
          sql: "UPDATE pending_link SET canonical_url = 'https://www.youtube.com/watch?v=abc'")
      }
    }
    let register = try Register.open(at: path)
    let page = try CanonicalURL(parsing: "https://facebook.com/page")
    #expect(try register.resource(page)?.card.url == "https://m.facebook.com/Page")
    #expect(try register.resource(page)?.platform == .facebook)
    let waiting = try CanonicalURL(parsing: "https://youtu.be/abc").text
    #expect(try register.pendingLinks().map(\.canonicalURL) == [waiting])
    // The second card of the same page is told, not dropped.
    #expect(try register.resources(of: "P1").count == 2)
    #expect(try register.verify().map(\.rule) == ["R134"])
  }

  @Test("The copy of an earlier attempt would be overwritten")
  func keepsEarlierCopies() throws {
    let folder = try RegisterFixture.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/r.sqlite"
    try Data(contentsOf: Self.stored).write(to: URL(fileURLWithPath: path))
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/r.before-5.sqlite"))
    _ = try Register.open(at: path)
    let kept = try Data(contentsOf: URL(fileURLWithPath: folder + "/r.before-5.sqlite"))
    #expect(kept == Data("mine".utf8))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.contains("r.before-5-2.sqlite"))
    #expect(!names.contains { $0.contains("unfinished") })
    // A second opening finds the register up to date and leaves nothing behind.
    _ = try Register.open(at: path)
    let copies = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.contains("before") }
    #expect(copies.count == 2)
  }
}
