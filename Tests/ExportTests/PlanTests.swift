import CivilDates
import Register
import Testing

@testable import Export

@Suite struct PlanTests {
  private static func plan(
    _ change: (inout ExportRequest) -> Void = { _ in }
  ) throws -> ExportPlan {
    let register = try ExampleExport.register.get()
    var request = try ExampleExport.request(register, kinds: nil)
    change(&request)
    return try ExportPlan(request, register)
  }

  @Test("A letter of the period would be forgotten, or one be written that is not of it")
  func year() throws {
    let letters = try Self.plan().letters
    let counts = Dictionary(grouping: letters, by: \.kind).mapValues(\.count)
    #expect(
      counts == [
        "prescription": 66, "warning": 19, "recommendation": 3, "notification": 2, "response": 1,
        "period-report": 1,
      ])
    #expect(letters.allSatisfy { $0.prepared.year == 2021 })
  }

  @Test("Documents that have not left the house would be taken for sent ones")
  func sent() throws {
    let sent = try Self.plan { $0.dating = .sent }.letters
    let prepared = try Self.plan().letters
    #expect(sent.count < prepared.count)
    #expect(!sent.contains { $0.source == .document(.draft) })
    let drafts = try Self.plan { $0.statuses = [.draft] }.letters.filter { $0.source != .report }
    #expect(!drafts.isEmpty)
    #expect(drafts.allSatisfy { $0.source == .document(.draft) })
  }

  @Test("Two letters would want one file, and one of them be lost")
  func paths() throws {
    let pattern = try #require(FileNamePattern("{year}/{month}/{id}-{language}.docx"))
    let plan = try Self.plan { $0.names = pattern }
    #expect(plan.letters.contains { $0.path.text == "2021/11/N-2021-002-{language}" })
    let all = try Self.plan().letters
    #expect(Set(all.map { $0.path.text.lowercased() }).count == all.count)
    #expect(all.map(\.path.text) == all.map(\.path.text).sorted())
  }

  @Test("Numbers that become equal as names of files would make one letter overwrite another")
  func collisions() throws {
    let register = try Register.create(at: ExampleExport.path() + ".sqlite")
    let rows = ["A-1;04/1", "B-2;04:1", "a-1;04?1", "C-3;05/1"].map { row in
      let cells = row.split(separator: ";")
      return "\(cells[0]);warning;registered;2021-03-01;;\(cells[1]);Кому;"
    }
    let table = (["id;kind;status;prepared_at;sent_at;number;addressee;case"] + rows)
      .joined(separator: "\n")
    let report = try register.importFiles([
      RegisterFile(name: "documents.csv", bytes: Array(table.utf8))
    ])
    #expect(report.documents.added == 4)
    let plan = try ExportPlan(ExampleExport.request(register, kinds: ["warning"]), register)
    #expect(
      Set(plan.letters.map(\.path.text)) == [
        "warning/04_1-A-1.{language}", "warning/04_1-B-2.{language}",
        "warning/04_1-a-1-2.{language}", "warning/05_1.{language}",
      ])
  }

  @Test(
    "Files would lie outside the folder, or both languages in one file",
    arguments: [
      "", "{kind}", "{kind}/{number}", "{language}", "../{id}.{language}", "/{id}.{language}",
      "{id}/../{language}", "{who}/{id}.{language}", "{id.{language}", "a//{id}.{language}",
      ".{id}.{language}", "con/{id}.{language}", "{id}.{language}/", "x}{id}.{language}",
    ])
  func badPattern(_ text: String) {
    #expect(FileNamePattern(text) == nil)
  }

  @Test(
    "Windows could not open the file",
    arguments: [
      ("04-12/27-1", "04-12_27-1"), ("a:b*c?", "a_b_c_"), ("CON", "_CON"), ("lpt1.x", "_lpt1.x"),
      ("конец. ", "конец"), ("..", "_"), ("", "_"), (".x", "_.x"), ("a\u{200B}b\n", "a_b_"),
      ("№ 5", "№ 5"),
    ])
  func safeNames(_ text: String, _ name: String) {
    #expect(FileName.safe(text) == name)
    #expect(FileName.isSafe(FileName.safe(text)))
  }

  @Test("A long number would make a path that no system takes")
  func longNames() {
    let name = FileName.safe(String(repeating: "Ұ", count: 500))
    #expect(name.utf8.count <= 120)
    #expect(name.allSatisfy { $0 == "Ұ" })
  }
}
