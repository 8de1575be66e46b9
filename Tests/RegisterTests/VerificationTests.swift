import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Register

@Suite struct VerificationTests {
  private func filled() throws -> RegisterFixture {
    let fixture = try RegisterFixture()
    let replacing = ImportOptions(onDifference: .replace)
    for number in 1...3 {
      try fixture.load(
        .resources("https://a.example/;2021-01-0\(number);b;is"),
        .documents("D;warning;draft;2021-02-0\(number);;;;"), .links("D;https://a.example/"),
        options: replacing)
    }
    return fixture
  }

  @Test("Damage would be noticed only when a letter is wrong")
  func findings() throws {
    let faults = [
      ("UPDATE resource SET host = 'b.example', revision = 3", "R134"),
      ("UPDATE resource SET url = 'https://b.example/', revision = 3", "R134"),
      ("PRAGMA foreign_keys = OFF; INSERT INTO document_resource VALUES (9, 9, 1)", "R133"),
      ("INSERT INTO document_resource_past VALUES (1, 1, 1, 3)", "R135"),
      (
        "DROP TRIGGER document_past_is_fixed; UPDATE document_past SET until = 3 WHERE since = 1",
        "R135"
      ),
      ("DROP TRIGGER document_past_stays; DELETE FROM document_past WHERE since = 2", "R135"),
      ("INSERT INTO revision (number, action) VALUES (5, 'edit')", "R135"),
      ("UPDATE document_coverage SET resources = 7", "R137"),
      ("INSERT INTO shared_link VALUES (1, 1)", "R137"),
      ("INSERT INTO pending_link VALUES ('D', 'https://a.example/', 'f', 1, 1)", "R136"),
    ]
    for (sql, rule) in faults {
      let fixture = try filled()
      #expect(try fixture.register.verify() == [])
      try fixture.register.pool.writeWithoutTransaction { try $0.execute(sql: sql) }
      #expect(Set(try fixture.register.verify().map(\.rule)) == [rule], "\(sql)")
    }
  }

  @Test("A page that the disk has spoilt would pass")
  func damage() throws {
    let fixture = try filled()
    let path = fixture.folder + "/damaged.sqlite"
    try fixture.register.backup(to: path)
    let root = try DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'resource_by_day'")
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let start = (try #require(root) - 1) * 4096
    for index in start..<start + 4096 { bytes[index] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(try Register.open(at: path).verify().contains { $0.rule == "R132" })
  }

  @Test("A backup taken while somebody writes would be half of a write, or replace another file")
  func backupWhileWriting() async throws {
    let fixture = try RegisterFixture()
    let register = fixture.register
    let folder = fixture.folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 1...60 {
          _ = try register.importFiles([
            .resources("https://n\(number).example/;2021-02-02;b;is"),
            .documents("D\(number);warning;draft;2021-02-01;;;;"),
            .links("D\(number);https://n\(number).example/"),
          ])
        }
      }
      group.addTask {
        for number in 1...10 {
          let path = "\(folder)/copy-\(number).sqlite"
          try register.backup(to: path)
          let copy = try Register.open(at: path)
          #expect(try copy.verify() == [])
          let revision = try copy.revision()
          #expect(try copy.documents().count == revision)
          #expect(try copy.resources(matching: RecordFilter()).count == revision)
        }
      }
      try await group.waitForAll()
    }
    let error = #expect(throws: RegisterError.self) {
      try register.backup(to: folder + "/copy-1.sqlite")
    }
    #expect(error?.code == .alreadyExists)
    let missing = #expect(throws: RegisterError.self) {
      try register.backup(to: folder + "/none/copy.sqlite")
    }
    #expect(missing?.cause == .input)
  }
}
