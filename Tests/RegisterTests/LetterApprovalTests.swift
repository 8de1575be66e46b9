import CivilDates
import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Register

@Suite struct LetterApprovalTests {
  @Test(
    "An approved letter would be in the register otherwise than it was approved, or only half of it"
  )
  func approval() throws {
    let house = try House()
    try house.fixture.load(.resources("https://a.example/;2021-01-02;b;is"))
    let url = try CanonicalURL(parsing: "https://a.example/")
    let approved = try house.approve(
      house.submitted(), House.document(resources: [url]))
    #expect(approved.state == .approved && approved.document == "W-1")
    let document = try #require(try house.register.document("W-1"))
    #expect(document.status == .agreed && document.caseData == approved.data)
    #expect(document.dates[.agreed] == (try day("2021-03-02")))
    #expect(document.addressee == "ТОО «Алтын»")
    #expect(document.deadline == (try day("2021-04-01")))
    #expect(try house.register.resources(of: "W-1").map(\.canonicalURL) == [url])
    let revision = try #require(try house.register.history().last)
    #expect(revision.action == .add && revision.author == "APPROVER" && revision.linksAdded == 1)
    let originals = try house.register.originals(ofLetter: approved.id)
    #expect(originals.map(\.content) == House.originals())
    #expect(originals.allSatisfy { $0.name == "APPROVER" })
    #expect(try house.register.verify() == [])
    // It goes on its way like any other document, and comes out with the exported files.
    try house.register.setStatus(of: "W-1", to: .signed, on: day("2021-03-03"))
    let files = try house.register.exportedFiles().map(\.name)
    #expect(files.contains("letter-\(approved.id).json"))
  }

  @Test("A refused approval would leave a document without a letter, or a letter without one")
  func allOrNothing() throws {
    let house = try House()
    let unknown = try CanonicalURL(parsing: "https://unknown.example/")
    try house.register.add([
      .document(
        DocumentRecord(id: "TAKEN", kind: .warning, status: .draft, preparedAt: day("2021-01-01")),
        resources: [])
    ])
    let letter = try house.submitted()
    let before = try house.register.revision()
    let refusals: [(RegisterError.Code, () throws -> Void)] = [
      (.notInRegister, { _ = try house.approve(letter, House.document(resources: [unknown])) }),
      (.alreadyInRegister, { _ = try house.approve(letter, House.document("TAKEN")) }),
      (.contradiction, { _ = try house.approve(letter, House.document(agreedAt: "2021-02-01")) }),
      (.documentNeeded, { _ = try house.approve(letter, nil) }),
      (.documentNeeded, { _ = try house.approve(letter, House.document("W-1", .recommendation)) }),
      (.documentNeeded, { _ = try house.approve(letter, House.document("")) }),
      (
        .originalsNeeded,
        {
          for originals in [
            [], [House.original(.kk)], [House.original(.kk), House.original(.kk)],
          ] {
            _ = try house.register.approveLetter(
              letter.id, version: letter.version, originals: originals,
              document: House.document(), by: house.approver, at: 1200)
          }
        }
      ),
    ]
    for (expected, approve) in refusals {
      #expect(code(approve) == expected)
      #expect(try house.register.letter(letter.id) == letter)
      #expect(try house.register.originals(ofLetter: letter.id) == [])
      #expect(try house.register.revision() == before)
    }
    #expect(try house.register.auditEntries(action: .letterApproved) == [])
    // A kind that is no document of the register needs none.
    let own = try house.submitted("own-kind")
    #expect(code { _ = try house.approve(own, House.document("W-2")) } == .documentNeeded)
    #expect(try house.approve(own, nil).state == .approved)
    #expect(try house.register.revision() == before)
  }

  @Test("Somebody would approve what he wrote himself, or what nobody has submitted")
  func whoApproves() throws {
    let house = try House()
    let document = try House.document()
    let submitted = try house.submitted()
    #expect(code { _ = try house.approve(submitted, document, by: house.author) } == .roleNeeded)
    let own = try house.submitted(by: house.approver)
    #expect(code { _ = try house.approve(own, House.document("W-2")) } == .ownLetter)
    #expect(try house.approve(own, House.document("W-2"), by: house.chief).state == .approved)
    // Who mended another's letter wrote on it, too.
    var mended = try house.register.returnLetter(
      submitted.id, version: submitted.version, remark: "Күні қате", by: house.approver, at: 1110)
    #expect(code { _ = try house.approve(mended, document) } == .wrongState)
    mended = try house.register.saveLetter(
      mended.id, version: mended.version, data: "{}", title: "", by: house.approver, at: 1120)
    #expect(mended.state == .returned)
    mended = try house.register.submitLetter(
      mended.id, version: mended.version, by: house.author, at: 1130)
    #expect(code { _ = try house.approve(mended, document) } == .ownLetter)
    #expect(try house.approve(mended, document, by: house.chief).state == .approved)
    // On a machine without accounts there is nobody else.
    let alone = try RegisterFixture()
    let letter = try alone.register.createLetter(kind: "own", by: .local(), at: 1)
    let ready = try alone.register.submitLetter(letter.id, version: 1, by: .local(), at: 2)
    #expect(
      try alone.register.approveLetter(
        letter.id, version: ready.version, originals: House.originals(), document: nil,
        by: .local(), at: 3
      ).state == .approved)
  }

  @Test("A letter would go a way that no letter goes")
  func ways() throws {
    let house = try House()
    let register = house.register
    var letter = try house.begin()
    func tell(_ action: (LetterRecord) throws -> LetterRecord) -> RegisterError.Code? {
      code { letter = try action(letter) }
    }
    let approve = { (letter: LetterRecord) throws -> LetterRecord in
      try house.approve(letter, House.document("W-\(letter.id)"))
    }
    let submit = { (letter: LetterRecord) throws -> LetterRecord in
      try register.submitLetter(letter.id, version: letter.version, by: house.author, at: 2000)
    }
    let giveBack = { (letter: LetterRecord) throws -> LetterRecord in
      try register.returnLetter(
        letter.id, version: letter.version, remark: "Күні", by: house.approver, at: 2000)
    }
    let discard = { (letter: LetterRecord) throws -> LetterRecord in
      try register.discardLetter(letter.id, version: letter.version, by: house.author, at: 2000)
    }
    let save = { (letter: LetterRecord) throws -> LetterRecord in
      try register.saveLetter(
        letter.id, version: letter.version, data: "{\"x\": \(letter.version)}", title: "",
        by: house.author, at: 2000)
    }
    let correct = { (letter: LetterRecord) throws -> LetterRecord in
      try register.correctLetter(letter.id, by: house.author, at: 2000)
    }
    for action in [approve, giveBack, correct] { #expect(tell(action) == .wrongState) }
    #expect(tell(submit) == nil)
    for action in [submit, save, discard, correct] { #expect(tell(action) == .wrongState) }
    #expect(
      code {
        _ = try register.returnLetter(
          letter.id, version: letter.version, remark: " \n", by: house.approver, at: 2000)
      } == .remarkNeeded)
    for action in [giveBack, save, submit, approve] { #expect(tell(action) == nil) }
    for action in [submit, save, discard, giveBack, approve] {
      #expect(tell(action) == .wrongState)
    }
    letter = try house.begin()
    #expect(tell(discard) == nil)
    for action in [submit, save, discard, giveBack, approve, correct] {
      #expect(tell(action) == .wrongState)
    }
  }

  @Test("A correction would wipe out the letter that was sent, or lose its number")
  func correction() throws {
    let house = try House()
    let first = try house.approved()
    try house.register.setStatus(of: "W-1", to: .signed, on: day("2021-03-03"))
    try house.register.giveNumber("04-12/9", to: "W-1", on: day("2021-03-04"))
    try house.register.setStatus(of: "W-1", to: .sent, on: day("2021-03-05"))
    var correction = try house.register.correctLetter(first.id, by: house.author, at: 2000)
    #expect(correction.supersedes == first.id && correction.document == "W-1")
    #expect(correction.data == first.data && correction.state == .draft)
    #expect(try house.register.letter(first.id)?.correction == correction.id)
    #expect(
      code { _ = try house.register.correctLetter(first.id, by: house.author, at: 2001) }
        == .correctionOpen)
    // Given up, it may be begun again.
    _ = try house.register.discardLetter(
      correction.id, version: 1, by: house.author, at: 2002)
    correction = try house.register.correctLetter(first.id, by: house.author, at: 2003)
    correction = try house.register.saveLetter(
      correction.id, version: 1, data: "{\"number\": 2}", title: "Түзетілген", by: house.author,
      at: 2004)
    #expect(try house.register.document("W-1")?.status == .sent)
    correction = try house.register.submitLetter(
      correction.id, version: correction.version, by: house.author, at: 2005)
    #expect(code { _ = try house.approve(correction, House.document("W-2")) } == .documentNeeded)
    correction = try house.approve(correction, House.document(agreedAt: "2021-03-09"))
    #expect(try house.register.letter(first.id)?.state == .superseded)
    #expect(try house.register.letter(first.id)?.data == first.data)
    #expect(try house.register.originals(ofLetter: first.id).count == 2)
    let document = try #require(try house.register.document("W-1"))
    #expect(document.status == .agreed && document.number == "04-12/9")
    #expect(document.caseData == "{\"number\": 2}" && document.sentAt == nil)
    let entry = RegisterEntry.document(document, resources: [])
    #expect(try house.register.versions(of: entry).count == 5)
    try house.register.setStatus(of: "W-1", to: .signed, on: day("2021-03-10"))
    try house.register.setStatus(
      of: "W-1", to: .registered, on: day("2021-03-11"), number: "04-12/9")
    #expect(try house.register.verify() == [])
    // The correction can be corrected, the corrected letter cannot.
    #expect(
      code { _ = try house.register.correctLetter(first.id, by: house.author, at: 2006) }
        == .wrongState)
    #expect(try house.register.correctLetter(correction.id, by: house.author, at: 2007).id == 4)
    try house.register.setStatus(of: "W-1", to: .revoked, on: day("2021-03-12"))
    let withdrawn = try house.approved("W-9")
    try house.register.setStatus(of: "W-9", to: .refused, on: day("2021-03-12"))
    #expect(
      code { _ = try house.register.correctLetter(withdrawn.id, by: house.author, at: 2008) }
        == .unlawfulStatus)
  }

  @Test("What was approved could be changed afterwards, by another program say")
  func immutable() throws {
    let house = try House()
    _ = try house.approved()
    for sql in [
      "UPDATE letter SET data = '{}', version = version + 1",
      "UPDATE letter SET state = 'draft', version = version + 1",
      "UPDATE letter SET title = 'x', state = 'superseded', version = version + 1",
      "UPDATE letter SET kind = 'x', state = 'superseded', version = version + 1",
      "UPDATE letter SET document = 'x', state = 'superseded', version = version + 1",
      "UPDATE letter SET state = 'superseded'", "DELETE FROM letter",
      "DELETE FROM letter_original", "UPDATE letter_original SET docx = x'00'",
      "INSERT OR REPLACE INTO letter_original SELECT * FROM letter_original",
      "DELETE FROM letter_event", "UPDATE letter_event SET name = 'x'",
      "UPDATE letter_event SET data = '{}'",
      "INSERT INTO letter (kind, state, title, data, version, author_name, created, changed) "
        + "VALUES ('own', 'approved', '', '{}', 1, '', 1, 1)",
    ] {
      #expect(throws: DatabaseError.self, "\(sql)") {
        try house.register.pool.write { try $0.execute(sql: sql) }
      }
    }
    #expect(try house.register.verify() == [])
  }

  @Test("A letter that somebody spoilt with another program would be called sound")
  func verification() throws {
    let drop =
      "DROP TRIGGER letter_changes; DROP TRIGGER letter_original_is_fixed; "
      + "DROP TRIGGER letter_original_stays; DROP TRIGGER document_stays; "
    for (sql, rule) in [
      ("UPDATE letter_original SET docx = x'504B' WHERE language = 'ru'", "R140"),
      ("DELETE FROM letter_original WHERE language = 'ru'", "R141"),
      ("UPDATE letter SET state = 'superseded'", "R141"),
      ("UPDATE letter SET document = NULL", "R141"),
      ("PRAGMA foreign_keys = OFF; UPDATE letter SET author = 99", "R133"),
    ] {
      let house = try House()
      _ = try house.approved()
      #expect(try house.register.verify() == [])
      try house.register.pool.writeWithoutTransaction { try $0.execute(sql: drop + sql) }
      #expect(Set(try house.register.verify().map(\.rule)) == [rule], "\(sql)")
    }
  }

  @Test(
    "Letters and accounts would change figures, or other registers would seem to have other content"
  )
  func content() throws {
    let house = try House()
    let empty = try RegisterFixture()
    _ = try house.begin()
    #expect(try house.register.revision() == 0)
    #expect(try house.register.contentSum(at: 0) == empty.register.contentSum(at: 0))
    #expect(try house.register.exportedFiles() == empty.register.exportedFiles())
    let copy = house.fixture.folder + "/copy.sqlite"
    _ = try house.approved()
    try house.register.backup(to: copy)
    let opened = try Register.open(at: copy)
    #expect(try opened.letters().letters == house.register.letters().letters)
    #expect(try opened.originals(ofLetter: 2) == house.register.originals(ofLetter: 2))
    #expect(try opened.verify() == [])
  }

  @Test("What was confirmed would be lost when the power fails")
  func durability() throws {
    let fixture = try RegisterFixture()
    let again = try Register.open(at: fixture.register.path)
    for register in [fixture.register, again] {
      let mode = try register.pool.writeWithoutTransaction {
        try Int.fetchOne($0, sql: "PRAGMA synchronous")
      }
      #expect(mode == 2)
    }
  }
}
