import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// Counts what was asked for and how long the answers took, and writes down what broke.
final class RequestLog: Sendable {
  /// The upper ends, in milliseconds, of the classes of durations.
  static let bounds = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000]

  struct Series {
    var counts = [Int](repeating: 0, count: RequestLog.bounds.count + 1)
    var milliseconds: Double = 0
    var statuses: [Int: Int] = [:]
  }

  private let series = Mutex<[String: Series]>([:])
  private let logger: Logger

  init(_ logger: Logger) { self.logger = logger }

  func measured(_ route: Route, _ work: () async -> WebResponse) async -> Response {
    let clock = ContinuousClock()
    let start = clock.now
    let response = await work()
    let took = clock.now - start
    let milliseconds =
      Double(took.components.seconds) * 1e3 + Double(took.components.attoseconds) / 1e15
    let name = "\(route.method.rawValue) \(route.pattern)"
    series.withLock { series in
      let index = Self.bounds.firstIndex { milliseconds <= Double($0) } ?? Self.bounds.count
      series[name, default: Series()].counts[index] += 1
      series[name, default: Series()].milliseconds += milliseconds
      series[name, default: Series()].statuses[response.status.code, default: 0] += 1
    }
    return response.sent
  }

  /// What was counted, by route.
  var counted: [String: Series] { series.withLock { $0 } }

  /// Writes down that something broke. Nothing that a person typed goes into the log.
  func note(_ reason: String, _ path: String) {
    let line = reason.unicodeScalars.map { $0.value < 0x20 ? " " : String($0) }.joined()
    logger.error("\(line)", metadata: ["path": "\(WebPath.encoded(path))"])
  }
}
