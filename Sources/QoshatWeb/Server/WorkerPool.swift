import NIOPosix
import Synchronization

/// The threads on which pages are made: a bounded number, and a bounded number of requests that wait for one.
///
/// Pages wait for the disk and calculate for tens of milliseconds; on the threads that serve the network they would stop
/// everybody else.
final class WorkerPool: Sendable {
  private let threads: NIOThreadPool
  private let waiting = Atomic<Int>(0)
  private let most: Int

  init(threads count: Int, mostWaiting: Int = 1_000) {
    threads = NIOThreadPool(numberOfThreads: count)
    most = mostWaiting
    threads.start()
  }

  /// Runs `work` on one of the threads.
  ///
  /// - Throws: ``WebFailure/busy`` where too many wait already; what `work` throws.
  func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result
  {
    let count = waiting.add(1, ordering: .relaxed).newValue
    defer { waiting.subtract(1, ordering: .relaxed) }
    guard count <= most else { throw WebFailure.busy }
    return try await threads.runIfActive(work)
  }

  /// How many requests are being worked on or wait.
  var load: Int { waiting.load(ordering: .relaxed) }

  func stop() async throws { try await threads.shutdownGracefully() }
}
