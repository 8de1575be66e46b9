import CivilDates
import Dispatch
import Files
import Foundation
import Letters
import Register
import Synchronization

@testable import QoshatWeb

/// The application, running in this process on a port of its own, with a register of its own.
final class TestServer: Sendable {
  let workplace: Workplace
  let folder: String
  let port: Int
  private let running: WebServer.Running

  /// The time that the server believes to be; tests move it on.
  private let time: ClockHand

  /// With the example's register, or an empty one; with the project's letter kinds, which are not written to, unless a folder is
  /// given.
  init(
    fixtures: Bool = false, templates: String? = nil,
    settings change: (inout WebServer.Settings) -> Void = { _ in }
  ) async throws {
    folder = try FileSystem.makeUniqueFolder(
      beginning: "\(FileManager.default.temporaryDirectory.path)/qoshat-web-")
    let path = "\(folder)/register.sqlite"
    let register: Register
    if fixtures {
      try FileManager.default.copyItem(atPath: try ExampleRegisterFile.path(), toPath: path)
      register = try Register.open(at: path)
    } else {
      register = try Register.create(at: path)
    }
    let time = ClockHand()
    self.time = time
    try FileSystem.makeFolder("\(folder)/work")
    workplace = Workplace(
      register: register,
      library: TemplateLibrary(folder: templates ?? "\(Self.project)/templates"),
      folder: "\(folder)/work", program: "test",
      today: { CivilDate(year: 2021, month: 12, day: 15) ?? .startOfYear(2021) },
      now: { time.seconds })
    var settings = WebServer.Settings()
    settings.port = 0
    change(&settings)
    let server = WebServer(workplace, settings)
    let (starts, continuation) = AsyncStream.makeStream(of: WebServer.Running.self)
    // Clients of tests wait for answers on the threads that Swift has for tasks: the server needs its own.
    let task = Task(executorPreference: ServerThreads.shared) {
      do {
        try await server.run { continuation.yield($0) }
      } catch {
        continuation.finish()
        throw error
      }
    }
    var iterator = starts.makeAsyncIterator()
    guard let running = await iterator.next() else {
      try await task.value
      throw TestFailure("the server did not start")
    }
    self.running = running
    port = running.port
  }

  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  func passTime(seconds: Int) { time.move(seconds) }

  /// Somebody with a browser of his own, who has not been here before.
  func client(_ language: LetterLanguage = .ru) -> TestClient {
    TestClient(port: port, language: language)
  }

  deinit {
    let running = running
    Task { await running.stop() }
    try? FileManager.default.removeItem(atPath: folder)
  }
}

/// Threads for the tasks of servers.
private final class ServerThreads: TaskExecutor {
  static let shared = ServerThreads()

  private let queue = DispatchQueue(label: "servers of tests", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

struct TestFailure: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}

/// A clock that stands still.
final class ClockHand: Sendable {
  private let value = Atomic<Int>(1_639_500_000)
  var seconds: Int { value.load(ordering: .relaxed) }
  func move(_ seconds: Int) { value.add(seconds, ordering: .relaxed) }
}

/// The example's register, made once for all tests.
enum ExampleRegisterFile {
  private static let made = Result { () throws -> String in
    let folder = try FileSystem.makeUniqueFolder(
      beginning: "\(FileManager.default.temporaryDirectory.path)/qoshat-web-example-")
    let path = "\(folder)/register.sqlite"
    let register = try Register.create(at: path)
    let sources = "\(TestServer.project)/fixtures/register"
    // Named as the staff would name them, not by where this clone lies.
    let files = try RegisterFile.load([sources]).map { file in
      RegisterFile(name: String(file.name.dropFirst(sources.count + 1)), bytes: file.bytes)
    }
    _ = try register.importFiles(files)
    return path
  }

  static func path() throws -> String { try made.get() }
}
