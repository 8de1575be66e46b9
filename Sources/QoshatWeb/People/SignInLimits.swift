import Synchronization

/// Makes whoever tries passwords wait: longer and longer for each failure from one address, and for one login.
///
/// A try counts as a failure until it has succeeded, so that many at once are not one.
final class SignInLimits: Sendable {
  private struct Record {
    var failures = 0
    var last = 0
  }

  /// How many failures are forgiven, and the longest wait: an address of an office has many people behind it, and nobody may
  /// keep another out by trying his login.
  private struct Rule {
    let free: Int
    let longest: Int
  }

  private static let forgetting = 3600
  private static let mostRecords = 20_000
  private static let byAddress = Rule(free: 10, longest: 900)
  private static let byLogin = Rule(free: 5, longest: 60)

  private let records = Mutex<[String: Record]>([:])

  /// Notes a try.
  ///
  /// - Throws: ``WebFailure/tooManyRequests(seconds:)`` for one that comes too early.
  func begin(login: String, address: String, at now: Int) throws(WebFailure) {
    let keys = Self.keys(login, address)
    let wait = records.withLock { records in
      if records.count > Self.mostRecords {
        records = records.filter { now - $0.value.last < Self.byLogin.longest }
      }
      let waits = keys.map { key, rule in
        Self.wait(records[key] ?? Record(), rule, now)
      }
      let wait = waits.max() ?? 0
      if wait == 0 {
        for (key, _) in keys {
          var record = records[key] ?? Record()
          if now - record.last > Self.forgetting { record.failures = 0 }
          records[key] = Record(failures: record.failures + 1, last: now)
        }
      }
      return wait
    }
    if wait > 0 { throw .tooManyRequests(seconds: wait) }
  }

  /// Takes back what ``begin(login:address:at:)`` noted; failures of others from the address still count.
  func succeeded(login: String, address: String) {
    records.withLock { records in
      for (index, (key, _)) in Self.keys(login, address).enumerated() {
        let failures = records[key]?.failures ?? 0
        records[key]?.failures = index == 0 ? failures - 1 : 0
      }
    }
  }

  /// The address first. Of IPv6 the network, of which one sender has all addresses.
  private static func keys(_ login: String, _ address: String) -> [(String, Rule)] {
    let parts = address.split(separator: ":", omittingEmptySubsequences: false)
    let network = parts.count > 2 ? parts.prefix(4).joined(separator: ":") : address
    return [
      ("address \(network)", byAddress), ("login \(login.lowercased().prefix(64))", byLogin),
    ]
  }

  private static func wait(_ record: Record, _ rule: Rule, _ now: Int) -> Int {
    guard record.failures >= rule.free, now - record.last <= forgetting else { return 0 }
    let exponent = min(record.failures - rule.free, 10)
    return max(0, record.last + min(rule.longest, 5 << exponent) - now)
  }
}
