import Dispatch
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Synchronization

/// The web application, as a server.
public struct WebServer: Sendable {
  /// Where and for whom it runs.
  public struct Settings: Sendable {
    /// The address that it listens on.
    public var host = "127.0.0.1"
    /// 0 takes any that is free.
    public var port = 8080
    /// A proxy stands in front, which speaks TLS with browsers and says in `X-Forwarded-For` whom it asks for.
    public var isBehindProxy = false
    /// How many threads make pages.
    public var workers = 4

    public init() {}

    var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
  }

  /// Why the server does not start.
  public enum StartFailure: Error {
    /// The address cannot be had; the system's words.
    case address(String)
  }

  private let workplace: Workplace
  private let settings: Settings

  public init(_ workplace: Workplace, _ settings: Settings) {
    self.workplace = workplace
    self.settings = settings
  }

  /// Runs until the process is told to stop by SIGTERM or SIGINT, and answers first what was asked before; `started` is told
  /// the port.
  public func runUntilStopped(
    started: @escaping @Sendable (_ port: Int) -> Void
  ) throws(StartFailure) {
    let failure = Mutex<StartFailure?>(nil)
    let end = DispatchSemaphore(value: 0)
    Task {
      do {
        try await run(started: started)
      } catch {
        failure.withLock { $0 = .address(String(describing: error)) }
      }
      end.signal()
    }
    end.wait()
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  /// The same, for a caller that has other tasks; ends when the task is cancelled.
  public func run(started: @escaping @Sendable (_ port: Int) -> Void) async throws {
    let logger = Logger(label: "qoshat")
    let workers = WorkerPool(threads: settings.workers)
    let sessions = Sessions(workplace: workplace, isBehindProxy: settings.isBehindProxy)
    let log = RequestLog(logger)
    let handling = RequestHandling(
      sessions: sessions, hosts: settings.isBehindProxy ? HostCheck(names: nil) : .loopback,
      workers: workers, bodies: BodyReader(), log: log)
    var configuration = HTTP1Channel.Configuration()
    // Who says nothing for so long is gone.
    configuration.idleTimeout = .seconds(75)
    configuration.httpDecoder = .init(
      maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)
    let application = Application(
      responder: PageResponder(
        table: RouteTable(routes(sessions, log)), handling: handling),
      server: .http1(configuration: configuration),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), serverName: nil),
      onServerRunning: { started($0.localAddress?.port ?? 0) }, logger: logger)
    try await application.runService()
    try await workers.stop()
  }

  private func routes(_ sessions: Sessions, _ log: RequestLog) -> Routes {
    var routes = Routes()
    CommonPages(sessions: sessions).add(to: &routes)
    SignInPages(workplace, sessions).add(to: &routes)
    OwnAccountPages(workplace, sessions).add(to: &routes)
    PeoplePages(workplace).add(to: &routes)
    AuditPages(workplace).add(to: &routes)
    LetterPages(workplace).add(to: &routes)
    TemplatePages(workplace).add(to: &routes)
    ComparePages(workplace).add(to: &routes)
    return routes
  }
}
