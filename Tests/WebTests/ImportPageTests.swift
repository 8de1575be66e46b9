import Foundation
import Letters
import Register
import Testing

@testable import QoshatWeb

/// Tables that are uploaded.
@Suite struct ImportPageTests {
  private static let page = "/register/import"

  private static let header =
    "title;url;reason;object_type;resource_type;violation;language;group;screenshot;publications;subscribers;court_decision;source;entered_at;body;channel"

  private func resources(_ rows: String...) -> [UInt8] {
    let lines = rows.map {
      "Название <b>;\($0);Причина;a;b;c;Русский;красный;s.png;1;2;нет;источник;2021-03-01;;own"
    }
    return Array(([Self.header] + lines).joined(separator: "\n").utf8)
  }

  @Test("Bad rows would get in, or staff would not learn which they are and why")
  func badRows() async throws {
    let server = try await TestServer()
    let client = server.client()
    let register = server.workplace.register
    let bytes = resources("https://a.example/1", "not an address", "https://a.example/2")
    let checked = try await client.finished(
      client.upload(Self.page, from: Self.page, files: [("files", "моё.csv", bytes)]))
    #expect(checked.text.contains("реестр не изменён"))
    #expect(checked.text.contains("моё.csv:3"))
    #expect(checked.text.contains("not an address"))
    #expect(!checked.text.contains("<b>"))
    #expect(try register.revision() == 0)
    let rows = try #require(
      checked.text.firstMatch(of: /href="(\/jobs\/[0-9a-f]+\/refused\/resources.csv)"/))
    let csv = try client.get(String(rows.1))
    #expect(csv.header("Content-Disposition")?.contains("bad-resources.csv") == true)
    #expect(csv.text.contains("моё.csv:3"))
    // Mended and uploaded again, the file is as good as any.
    let mended = Array(csv.text.replacing("not an address", with: "https://a.example/3").utf8)

    let start = try #require(checked.text.firstMatch(of: /action="(\/jobs\/[0-9a-f]+\/import)"/))
    let done = try await client.finished(client.post(String(start.1), from: Self.page, [:]))
    #expect(done.text.contains("Импорт завершён"))
    #expect(try register.resources(matching: RecordFilter()).count == 2)
    #expect(try register.history().map(\.author) == ["Единственный пользователь"])
    // The files are gone: the same import cannot be begun twice.
    #expect(try client.post(String(start.1), from: Self.page, [:]).status == 409)

    let second = try await client.finished(
      client.upload(Self.page, from: Self.page, files: [("files", "mended.csv", mended)]))
    let next = try #require(second.text.firstMatch(of: /action="(\/jobs\/[0-9a-f]+\/import)"/))
    _ = try await client.finished(client.post(String(next.1), from: Self.page, [:]))
    #expect(try register.resources(matching: RecordFilter()).count == 3)
  }

  @Test("Case data would not find their documents, because a browser sends files without folders")
  func wholeRegister() async throws {
    let server = try await TestServer()
    let client = server.client(.kk)
    let folder = URL(fileURLWithPath: TestServer.project).appending(path: "fixtures/register")
    var files = try ["links.csv", "documents.csv", "resources.csv"].map { name in
      ("files", name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
    let cases = folder.appending(path: "cases")
    for name in try FileManager.default.contentsOfDirectory(atPath: cases.path) {
      files.append(("files", name, Array(try Data(contentsOf: cases.appending(path: name)))))
    }
    let checked = try await client.finished(
      client.upload(Self.page, from: Self.page, files: files))
    #expect(!checked.text.contains("Қабылданбаған жолдар ("))
    let start = try #require(checked.text.firstMatch(of: /action="(\/jobs\/[0-9a-f]+\/import)"/))
    let done = try await client.finished(client.post(String(start.1), from: Self.page, [:]))
    #expect(done.text.contains("Импорт аяқталды"))
    let example = try Register.open(at: try ExampleRegisterFile.path())
    let register = server.workplace.register
    #expect(
      try register.contentSum(at: register.revision()) == example.contentSum(at: example.revision())
    )
  }

  @Test("A file that is no table would be taken, or bring the server down")
  func noTable() async throws {
    let server = try await TestServer()
    let client = server.client()
    #expect(try client.upload(Self.page, from: Self.page, files: []).status == 422)
    for bytes in [Array("hello".utf8), [0, 1, 2, 255], [], Array("title;url\n".utf8)] {
      let answer = try await client.finished(
        client.upload(Self.page, from: Self.page, files: [("files", "../../etc/passwd", bytes)]))
      #expect(answer.text.contains("Не выполнено"))
      #expect(answer.text.contains("passwd"))
    }
    #expect(try server.workplace.register.revision() == 0)
  }

  @Test("A stranger to a job could look at it")
  func unknownJobs() async throws {
    let server = try await TestServer()
    let client = server.client()
    for path in [
      "/jobs/none", "/jobs/none/progress", "/jobs/none/refused/resources.csv",
      "/jobs/none/letters.zip",
    ] {
      #expect(try client.get(path).status == 404, "\(path)")
    }
    #expect(try client.post("/jobs/none/stop", from: Self.page, [:]).status == 404)
  }
}

/// Work in the background.
@Suite struct JobBoardTests {
  private let owner = Visitor(
    account: 7, name: "Айгүл", access: .author, language: .kk, token: "")

  @Test("Others could look at the work of somebody, or administrators could not")
  func owners() async throws {
    let board = JobBoard(now: { 0 })
    let job = try board.start(.export, .export, for: owner) { _ in throw CancellationError() }
    #expect(try board.job(job.id, for: owner).id == job.id)
    var other = owner
    other.account = 8
    #expect(throws: WebFailure.notFound) { try board.job(job.id, for: other) }
    other.access = .administrator
    #expect(try board.job(job.id, for: other).id == job.id)
    await board.stop()
  }

  @Test("Work that was stopped would go on, or hold up the end of the server")
  func stopping() async throws {
    let board = JobBoard(now: { 0 })
    let endless: @Sendable (Job) throws -> Job.Result = { job in
      while !job.isToStop { usleep(1_000) }
      throw CancellationError()
    }
    let first = try board.start(.importing, .importTitle, for: owner, endless)
    let second = try board.start(.importing, .importTitle, for: owner, endless)
    for _ in 0..<1_000 { if case .running = first.state { break } else { usleep(1_000) } }
    guard case .waiting = second.state else {
      Issue.record("two imports at once")
      return
    }
    first.stop()
    for _ in 0..<5_000 { if first.isOver { break } else { usleep(1_000) } }
    guard case .stopped = first.state else {
      Issue.record("not stopped")
      return
    }
    await board.stop()
    #expect(second.isOver)
  }

  @Test("The queue would grow without end, and results stay for ever")
  func limits() async throws {
    let clock = ClockHand()
    let board = JobBoard(now: { clock.seconds })
    let endless: @Sendable (Job) throws -> Job.Result = { job in
      while !job.isToStop { usleep(1_000) }
      throw CancellationError()
    }
    var jobs: [Job] = []
    for _ in 0..<5 { jobs.append(try board.start(.export, .export, for: owner, endless)) }
    #expect(throws: WebFailure.busy) { try board.start(.export, .export, for: owner, endless) }
    for job in jobs { job.stop() }
    for _ in 0..<5_000 { if jobs.allSatisfy(\.isOver) { break } else { usleep(1_000) } }
    clock.move(7 * 3_600)
    let last = try board.start(.export, .export, for: owner) { _ in throw CancellationError() }
    #expect(board.jobs(.export, for: owner).map(\.id) == [last.id])
    await board.stop()
  }
}
