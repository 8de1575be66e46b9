import Diagnostics
import Export
import Files
import Register
import Synchronization

/// Work that takes longer than anybody waits for a page: an import, an export.
final class Job: Sendable {
  enum Kind: Sendable, CaseIterable {
    case importing, export
  }

  /// What came out of it.
  enum Result: Sendable {
    /// What an import would do; the files wait for it.
    case trial(ImportReport, ImportUpload)
    case imported(ImportReport)
    case exported(FinishedExport)
  }

  enum State: Sendable {
    case waiting, running
    case done(Result)
    case failed([Diagnostic])
    case stopped
  }

  struct Progress: Sendable {
    var phase: Phrase = .jobWaits
    var done = 0
    var total = 0
    /// What could not be done so far.
    var failed = 0
    /// How many are done in a second.
    var rate = 0

    var percent: Int { total > 0 ? min(100, done * 100 / total) : 0 }
  }

  let id: String
  let kind: Kind
  /// What it does, for lists.
  let title: Phrase
  /// Whose it is; `nil` for the only user.
  let owner: Int?
  /// Seconds since 1970.
  let startedAt: Int
  /// The folder of its files, which goes with it.
  let folder: String?

  private struct Held {
    var state = State.waiting
    var progress = Progress()
    var phaseBegan = ContinuousClock.now
    var isToStop = false
    var endedAt: Int?
  }

  private let held = Mutex(Held())

  init(
    id: String, _ kind: Kind, _ title: Phrase, owner: Int?, startedAt: Int, folder: String?
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.owner = owner
    self.startedAt = startedAt
    self.folder = folder
  }

  var state: State { held.withLock { $0.state } }
  var progress: Progress { held.withLock { $0.progress } }
  var endedAt: Int? { held.withLock { $0.endedAt } }
  var isToStop: Bool { held.withLock { $0.isToStop } }

  var isOver: Bool {
    switch state {
    case .waiting, .running: false
    case .done, .failed, .stopped: true
    }
  }

  /// Asks it to end; what it has begun is undone.
  func stop() { held.withLock { $0.isToStop = true } }

  /// Notes how far it has come.
  func note(_ phase: Phrase, _ done: Int, of total: Int, failed: Int = 0) {
    held.withLock { held in
      if held.progress.phase != phase { held.phaseBegan = .now }
      let seconds = (ContinuousClock.now - held.phaseBegan) / .seconds(1)
      held.progress = Progress(
        phase: phase, done: done, total: total, failed: failed,
        rate: seconds > 0.05 ? Int(Double(done) / seconds) : 0)
    }
  }

  /// Does the work, and keeps what came of it.
  func run(_ work: @Sendable (Job) throws -> Result, now: () -> Int) {
    let isWanted = held.withLock { held in
      if !held.isToStop { held.state = .running }
      return !held.isToStop
    }
    var end = State.stopped
    if isWanted {
      do {
        end = .done(try work(self))
      } catch {
        end = isToStop ? .stopped : .failed(Self.findings(error))
      }
    }
    held.withLock {
      $0.state = end
      $0.endedAt = now()
    }
  }

  private static func findings(_ error: any Error) -> [Diagnostic] {
    switch error {
    case let error as RegisterError: error.findings
    case let error as ExportError: error.diagnostics
    case let error as FileError: [error.diagnostic(writing: true)]
    default:
      [
        Diagnostic(
          "X109",
          Message(
            kk: "жұмыс аяқталмады: \(type(of: error))",
            ru: "работа не закончена: \(type(of: error))",
            en: "the work was not finished: \(type(of: error))"))
      ]
    }
  }
}
