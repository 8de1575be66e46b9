import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Register

@Suite struct RegisterOpeningTests {
  private func code(_ body: () throws(RegisterError) -> Register) -> RegisterError.Code? {
    do throws(RegisterError) {
      _ = try body()
      return nil
    } catch {
      return error.code
    }
  }

  @Test("A register would lose its rows when it is closed and opened again")
  func reopening() throws {
    let folder = try RegisterFixture.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/r.sqlite"
    do {
      let register = try Register.create(at: path)
      _ = try register.importFiles([.resources("https://a.example/;2021-01-02;b;is")])
    }
    let again = try Register.open(at: path)
    #expect(try again.revision() == 1)
    #expect(try again.resource(CanonicalURL(parsing: "https://a.example")) != nil)
  }

  @Test("A wrong path would be answered with a riddle of the database")
  func wrongPaths() throws {
    let folder = try RegisterFixture.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(
      code { () throws(RegisterError) in try Register.open(at: folder + "/none") } == .missingFile)
    #expect(code { () throws(RegisterError) in try Register.open(at: folder) } == .notADatabase)
    let noFolder = folder + "/no/such/r.sqlite"
    #expect(code { () throws(RegisterError) in try Register.create(at: noFolder) } == .missingFile)
  }

  @Test("Another file would be overwritten or changed")
  func otherFiles() throws {
    let folder = try RegisterFixture.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = folder + "/letter.txt"
    let content = String(repeating: "Құрметті депутаттар! ", count: 50)
    try content.write(toFile: text, atomically: true, encoding: .utf8)
    #expect(code { () throws(RegisterError) in try Register.open(at: text) } == .notADatabase)
    #expect(code { () throws(RegisterError) in try Register.create(at: text) } == .alreadyExists)
    #expect(try String(contentsOfFile: text, encoding: .utf8) == content)

    let foreign = folder + "/other.sqlite"
    do {
      let queue = try DatabaseQueue(path: foreign)
      try queue.write { try $0.execute(sql: "CREATE TABLE resource (id INTEGER)") }
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: foreign))
    #expect(code { () throws(RegisterError) in try Register.open(at: foreign) } == .notARegister)
    #expect(try Data(contentsOf: URL(fileURLWithPath: foreign)) == before)
  }

  @Test("An old program would misread a register that a newer one has changed")
  func newerSchema() throws {
    let folder = try RegisterFixture.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/r.sqlite"
    do {
      let register = try Register.create(at: path)
      try register.pool.write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')")
      }
    }
    #expect(code { () throws(RegisterError) in try Register.open(at: path) } == .newerSchema)
  }

  @Test("A damaged register would be opened as if it were whole")
  func damaged() throws {
    let folder = try RegisterFixture.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/r.sqlite"
    do { _ = try Register.create(at: path) }
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for index in 100..<bytes.count { bytes[index] = 0xA5 }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(code { () throws(RegisterError) in try Register.open(at: path) } == .damaged)
  }

  @Test("A locked register would look like a broken one")
  func errorsOfTheDatabase() {
    let expected: [(ResultCode, RegisterError.Code, RegisterError.Cause)] = [
      (.SQLITE_BUSY, .locked, .environment), (.SQLITE_FULL, .diskFull, .environment),
      (.SQLITE_READONLY, .permission, .environment),
      (.SQLITE_IOERR_WRITE, .inputOutput, .environment),
      (.SQLITE_NOTADB, .notADatabase, .input), (.SQLITE_CORRUPT_VTAB, .damaged, .input),
      (.SQLITE_MISUSE, .failed, .environment),
    ]
    for (result, code, cause) in expected {
      let error = RegisterError(DatabaseError(resultCode: result), path: "r.sqlite")
      #expect(error.code == code)
      #expect(error.cause == cause)
      #expect(error.message.kk.contains("r.sqlite") && error.message.ru.contains("r.sqlite"))
    }
  }

  @Test("A full disk would leave half of an import behind")
  func fullDisk() throws {
    let fixture = try RegisterFixture()
    try fixture.load(.resources("https://a.example/;2021-01-02;b;is"))
    try fixture.register.pool.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
    }
    let rows = (1...2000).map { "D;https://n\($0).example/" }.joined(separator: "\n")
    let error = #expect(throws: RegisterError.self) { try fixture.load(.links(rows)) }
    #expect(error?.code == .diskFull)
    #expect(error?.cause == .environment)
    #expect(try fixture.register.revision() == 1)
    #expect(try fixture.register.pendingLinks().isEmpty)
  }

  @Test("A write would wait for ever, or not at all, for another program")
  func waitsForLocks() throws {
    let fixture = try RegisterFixture()
    let timeout = try fixture.register.pool.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA busy_timeout")
    }
    #expect(timeout == 20_000)
    let mode = try fixture.register.pool.read {
      try String.fetchOne($0, sql: "PRAGMA journal_mode")
    }
    #expect(mode == "wal")
  }

  @Test("Rows that no import would write could enter the register some other way")
  func constraints() throws {
    let fixture = try RegisterFixture()
    try fixture.load(
      .resources("https://a.example/;2021-01-02;b;is"), .documents("D;warning;draft;2021-02-01;;;;")
    )
    let forbidden = [
      "UPDATE resource SET channel = 'fax'", "UPDATE resource SET entered_at = '2021-02-30'",
      "UPDATE resource SET canonical_url = 'a.example'", "UPDATE resource SET body = ''",
      "UPDATE document SET kind = 'letter'", "UPDATE document SET status = 'lost'",
      "UPDATE document SET prepared_at = '1.2.2021'", "UPDATE document SET sent_at = '2021-03-01'",
      "UPDATE document SET status = 'sent'", "UPDATE document SET case_file = 'a.json'",
      "INSERT INTO document_resource VALUES (1, 99, 1)",
      "INSERT INTO document_resource VALUES (99, 1, 1)",
    ]
    for sql in forbidden {
      #expect(throws: DatabaseError.self, "\(sql)") {
        try fixture.register.pool.write { try $0.execute(sql: sql) }
      }
    }
  }

  @Test("A migration would be changed after registers exist that were made with it")
  func frozenMigrations() {
    #expect(
      Register.migrator.migrations
        == [
          "1 resources, documents, links", "2 versions, dates, inquiries, organisers",
          "3 resources counted by document", "4 accounts and letters",
          "5 lists by day and host",
        ])
  }
}
