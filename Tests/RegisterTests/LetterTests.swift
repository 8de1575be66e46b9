import CivilDates
import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Register

@Suite struct LetterWritingTests {
  @Test("What was typed would come back otherwise, or be lost where it is wrong")
  func keepsWhatWasTyped() throws {
    let house = try House()
    let typed = "{ \"date\":\"31 ақпан\",\n \"text\": \"Тұңғиық \\u0000 <b>\" , \"n\": 1.50}"
    let letter = try house.begin("own-kind", typed)
    #expect(letter.data == typed && letter.state == .draft && letter.version == 1)
    #expect(letter.author == house.author.account && letter.authorName == "AUTHOR")
    let saved = try house.register.saveLetter(
      letter.id, version: 1, data: typed + " ", title: "Тақырып", by: house.author, at: 1010)
    #expect(saved.data == typed + " " && saved.title == "Тақырып" && saved.version == 2)
    #expect(saved.changed == 1010 && saved.created == 1000)
    #expect(try house.register.letter(letter.id) == saved)
    for data in ["", "[]", "{", "{\"a\": 1, \"a\": 2}", "{\"a\": \"\u{0}\"}"] {
      #expect(
        code {
          _ = try house.register.saveLetter(
            letter.id, version: 2, data: data, title: "", by: house.author, at: 1020)
        } == .brokenData, "\(data)")
    }
    #expect(try house.register.letter(letter.id) == saved)
  }

  @Test("Of two people who write one letter the second would wipe out what the first wrote")
  func conflict() throws {
    let house = try House()
    let letter = try house.begin()
    let first = try house.register.saveLetter(
      letter.id, version: 1, data: "{\"number\": 2}", title: "", by: house.author, at: 1010)
    let error = #expect(throws: RegisterError.self) {
      try house.register.saveLetter(
        letter.id, version: 1, data: "{\"number\": 3}", title: "", by: house.approver, at: 1011)
    }
    #expect(error?.code == .letterChanged)
    #expect(error?.letter == first)
    #expect(error?.findings.map(\.rule) == ["R139"])
    #expect(
      code {
        _ = try house.register.submitLetter(letter.id, version: 1, by: house.author, at: 1012)
      } == .letterChanged)
    // Saved twice, for the answer to the first was lost: nothing has changed, so nothing is in the way.
    let again = try house.register.saveLetter(
      letter.id, version: 2, data: "{\"number\": 2}", title: "", by: house.author, at: 1013)
    #expect(again == first)
  }

  @Test("Two browsers that save at once would both be told that theirs was kept")
  func simultaneousSaves() async throws {
    let house = try House()
    let letter = try house.begin()
    let register = house.register
    let author = house.author
    for round in 1...20 {
      let saved = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 1...4 {
          group.addTask {
            do throws(RegisterError) {
              _ = try register.saveLetter(
                letter.id, version: round, data: "{\"number\": \(round * 10 + number)}", title: "",
                by: author, at: 1000 + round)
              return true
            } catch {
              #expect(error.code == .letterChanged)
              return false
            }
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(saved == 1)
    }
  }

  @Test("Anybody could write on the letters of others, or nobody on those of who has left")
  func writers() throws {
    let house = try House()
    let letter = try house.begin()
    let save = { (user: User, number: Int) throws -> LetterRecord in
      try house.register.saveLetter(
        letter.id, version: number, data: "{\"number\": \(number + 10)}", title: "", by: user,
        at: 1000 + number)
    }
    #expect(!letter.isWritable(by: house.colleague))
    #expect(code { _ = try save(house.colleague, 1) } == .roleNeeded)
    #expect(
      code {
        _ = try house.register.discardLetter(letter.id, version: 1, by: house.colleague, at: 1)
      } == .roleNeeded)
    #expect(try save(house.approver, 1).version == 2)
    #expect(try save(house.author, 2).version == 3)
    #expect(
      code { _ = try house.register.submitLetter(99, version: 1, by: house.author, at: 1) }
        == .unknownLetter)
    // Where there are no accounts everything is the one user's.
    let alone = try RegisterFixture()
    let own = try alone.register.createLetter(kind: "warning", by: .local(name: "Мен"), at: 1)
    #expect(own.isWritable(by: .local()) && own.authorName == "Мен" && own.author == nil)
  }

  @Test("The history would not tell who wrote what, or have a line for each key pressed")
  func history() throws {
    let house = try House()
    let letter = try house.begin()
    var version = 1
    func save(_ user: User, at now: Int) throws {
      version = try house.register.saveLetter(
        letter.id, version: version, data: "{\"number\": \(now)}", title: "", by: user, at: now
      ).version
    }
    for moment in [1010, 1020, 1030] { try save(house.author, at: moment) }
    try save(house.approver, at: 1040)
    try save(house.author, at: 1050)
    try save(house.author, at: 1700)
    version = try house.register.submitLetter(
      letter.id, version: version, remark: "Қараңыз", by: house.author, at: 1800
    ).version
    _ = try house.register.returnLetter(
      letter.id, version: version, remark: "Күні қате", by: house.approver, at: 1900)
    let events = try house.register.events(ofLetter: letter.id)
    #expect(
      events.map(\.action) == [
        .created, .saved, .saved, .saved, .saved, .submitted, .returned,
      ])
    #expect(events.map(\.moment) == [1000, 1030, 1040, 1050, 1700, 1800, 1900])
    #expect(events.map(\.began) == [1000, 1010, 1040, 1050, 1700, 1800, 1900])
    #expect(
      events.map(\.name) == [
        "AUTHOR", "AUTHOR", "APPROVER", "AUTHOR", "AUTHOR", "AUTHOR", "APPROVER",
      ])
    #expect(
      events.map(\.data) == [
        "{\"number\": 1}", "{\"number\": 1030}", "{\"number\": 1040}", "{\"number\": 1050}",
        "{\"number\": 1700}", "{\"number\": 1700}", "{\"number\": 1700}",
      ])
    #expect(events[5].remark == "Қараңыз" && events[6].remark == "Күні қате")
    #expect(try house.register.letter(letter.id)?.remark == "Күні қате")
  }

  @Test("A list of letters would leave some out, show some twice, or not find them")
  func lists() throws {
    let house = try House()
    for number in 1...25 {
      let user = number.isMultiple(of: 5) ? house.colleague : house.author
      _ = try house.register.createLetter(
        kind: number.isMultiple(of: 2) ? "response" : "warning",
        data: "{\"addressee\": \"МӘЖІЛІС \(number)\"}", title: "Хат \(number)", by: user,
        at: 1000 + number / 4)
    }
    var seen: [Int] = []
    var end: LetterPage.End?
    repeat {
      let page = try house.register.letters(after: end, limit: 7)
      #expect(page.letters.count <= 7)
      seen += page.letters.map(\.id)
      end = page.next.map { LetterPage.End(changed: $0.changed, id: $0.id) }
    } while end != nil
    #expect(seen == Array((1...25).reversed()))
    var filter = LetterFilter()
    filter.search = "мәжіліс 2"
    #expect(
      try house.register.letters(matching: filter).letters.map(\.id) == [25, 24, 23, 22, 21, 20, 2])
    filter.kind = "response"
    #expect(try house.register.letters(matching: filter).letters.map(\.id) == [24, 22, 20, 2])
    filter.author = house.colleague.account
    #expect(try house.register.letters(matching: filter).letters.map(\.id) == [20])
    _ = try house.register.submitLetter(20, version: 1, by: house.colleague, at: 2000)
    filter = LetterFilter()
    filter.states = [.submitted, .approved]
    #expect(try house.register.letters(matching: filter).letters.map(\.id) == [20])
    #expect(try house.register.letters().letters.first?.id == 20)
    #expect(try house.register.letterCounts() == [.draft: 24, .submitted: 1])
    #expect(
      try house.register.letterCounts(of: house.colleague.account) == [.draft: 4, .submitted: 1])
  }

  @Test(
    "A pair that was edited in Word would be taken for the program's, or stay after it was taken away"
  )
  func uploads() throws {
    let house = try House()
    let letter = try house.begin()
    let bytes = (0...255).map { UInt8($0) }
    var changed = try house.register.putOriginals(
      [House.original(.kk, bytes, isUploaded: true)], ofLetter: letter.id, version: 1,
      by: house.author, at: 1010)
    changed = try house.register.putOriginals(
      [House.original(.ru, bytes, isUploaded: true), House.original(.kk, isUploaded: true)],
      ofLetter: letter.id, version: changed.version, by: house.author, at: 1020)
    let kept = try house.register.originals(ofLetter: letter.id)
    #expect(kept.map(\.content.language) == [.kk, .ru])
    #expect(kept[0].content == House.original(.kk, isUploaded: true))
    #expect(kept[1].content.docx == bytes + Array("ru".utf8))
    #expect(kept[1].name == "AUTHOR" && kept[1].moment == 1020)
    #expect(try house.register.verify() == [])
    changed = try house.register.removeOriginals(
      ofLetter: letter.id, version: changed.version, by: house.author, at: 1030)
    #expect(try house.register.originals(ofLetter: letter.id) == [])
    #expect(
      try house.register.removeOriginals(
        ofLetter: letter.id, version: changed.version, by: house.author, at: 1040) == changed)
    let events = try house.register.events(ofLetter: letter.id)
    #expect(events.map(\.action) == [.created, .uploaded, .uploaded, .removed])
    #expect(events[1].remark == "kk: W-1.kk.docx")
    changed = try house.register.submitLetter(
      letter.id, version: changed.version, by: house.author, at: 1050)
    #expect(
      code {
        _ = try house.register.putOriginals(
          House.originals(), ofLetter: letter.id, version: changed.version, by: house.author,
          at: 1060)
      } == .wrongState)
  }
}
