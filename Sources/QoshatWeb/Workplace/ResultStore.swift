import Cryptography
import Synchronization

/// Keeps what was worked out for a visitor, such as a report, until he has looked at it: for some time, and never more than
/// the store holds. Only who has the secret name of a result finds it.
final class ResultStore<Result: Sendable>: Sendable {
  private struct Entry {
    let id: String
    let result: Result
    let madeAt: Int
  }

  private let entries = Mutex<[Entry]>([])
  private let most: Int
  private let seconds: Int

  /// - Parameters:
  ///   - most: how many results are kept at once; the oldest give way.
  ///   - seconds: how long one is kept.
  init(most: Int, seconds: Int = 3_600) {
    self.most = most
    self.seconds = seconds
  }

  /// Keeps `result`; the answer is its name.
  func keep(_ result: Result, now: Int) -> String {
    let id = SecretToken.random().text
    entries.withLock { entries in
      entries.removeAll { now - $0.madeAt > seconds }
      if entries.count >= most { entries.removeFirst(entries.count - most + 1) }
      entries.append(Entry(id: id, result: result, madeAt: now))
    }
    return id
  }

  /// - Throws: ``WebFailure/notFound`` for a result that is not there any more.
  func result(_ id: String) throws(WebFailure) -> Result {
    guard let entry = entries.withLock({ $0.first { $0.id == id } }) else { throw .notFound }
    return entry.result
  }
}
