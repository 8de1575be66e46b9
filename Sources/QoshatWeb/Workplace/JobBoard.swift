import Cryptography
import Files
import NIOPosix
import Synchronization

/// The long work of all users: of each kind one at a time, a few waiting, and the results for some hours.
final class JobBoard: Sendable {
  /// More than so many of a kind do not wait.
  private static let mostWaiting = 5
  /// How long a result can be looked at, in seconds.
  private static let keeping = 6 * 3_600

  private let threads: [Job.Kind: NIOThreadPool]
  private let jobs = Mutex<[String: Job]>([:])
  private let now: @Sendable () -> Int

  init(now: @escaping @Sendable () -> Int) {
    self.now = now
    threads = Dictionary(
      uniqueKeysWithValues: Job.Kind.allCases.map { kind in
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        return (kind, pool)
      })
  }

  /// Begins `work` as soon as the one before it has ended.
  ///
  /// - Throws: ``WebFailure/busy`` where too many wait.
  func start(
    _ kind: Job.Kind, _ title: Phrase, for visitor: Visitor, folder: String? = nil,
    _ work: @escaping @Sendable (Job) throws -> Job.Result
  ) throws(WebFailure) -> Job {
    sweep()
    let job = Job(
      id: String(SecretToken.random().text.prefix(24)), kind, title, owner: visitor.account,
      startedAt: now(), folder: folder)
    let isTaken = jobs.withLock { jobs in
      guard jobs.values.count(where: { $0.kind == kind && !$0.isOver }) < Self.mostWaiting else {
        return false
      }
      jobs[job.id] = job
      return true
    }
    guard isTaken, let pool = threads[kind] else { throw .busy }
    let now = now
    // When the server ends, what waits is told to stop before the pool gives it up.
    pool.submit { _ in job.run(work, now: now) }
    return job
  }

  /// The job of that id, for who began it and for administrators.
  func job(_ id: String, for visitor: Visitor) throws(WebFailure) -> Job {
    guard let job = jobs.withLock({ $0[id] }), Self.mayLook(visitor, at: job) else {
      throw .notFound
    }
    return job
  }

  /// The jobs of a kind that the visitor may look at, the newest first.
  func jobs(_ kind: Job.Kind, for visitor: Visitor) -> [Job] {
    jobs.withLock { Array($0.values) }
      .filter { $0.kind == kind && Self.mayLook(visitor, at: $0) }
      .sorted { ($0.startedAt, $0.id) > ($1.startedAt, $1.id) }
  }

  /// Tells all of them to stop, and waits until they have.
  func stop() async {
    for job in jobs.withLock({ Array($0.values) }) { job.stop() }
    for pool in threads.values { try? await pool.shutdownGracefully() }
  }

  private static func mayLook(_ visitor: Visitor, at job: Job) -> Bool {
    visitor.account == job.owner || visitor.access == .administrator
  }

  /// Forgets what is old, with its files.
  private func sweep() {
    let limit = now() - Self.keeping
    let old = jobs.withLock { jobs in
      let old = jobs.values.filter { ($0.endedAt ?? .max) < limit }
      for job in old { jobs[job.id] = nil }
      return old
    }
    for job in old { if let folder = job.folder { FileSystem.removeTree(folder) } }
  }
}
