import Dispatch
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import UnixSignals

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

  /// A server that answers.
  public struct Running: Sendable {
    public let port: Int
    fileprivate let group: ServiceGroup

    /// Takes no more connections, answers what was asked, and then lets ``WebServer/run(started:)`` end.
    public func stop() async { await group.triggerGracefulShutdown() }
  }

  /// Runs until the process is told to stop by SIGTERM or SIGINT, and answers first what was asked before.
  ///
  /// - Throws: ``StartFailure`` where the address cannot be had.
  public func runUntilStopped(
    started: @escaping @Sendable (_ port: Int) -> Void
  ) throws(StartFailure) {
    let failure = Mutex<StartFailure?>(nil)
    let end = DispatchSemaphore(value: 0)
    Task {
      do {
        try await run { started($0.port) }
      } catch {
        failure.withLock { $0 = .address(String(describing: error)) }
      }
      end.signal()
    }
    end.wait()
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  /// The same, for a caller that has other tasks. A task that is cancelled cuts everybody short: see ``Running/stop()``.
  public func run(started: @escaping @Sendable (Running) -> Void) async throws {
    let logger = Logger(label: "qoshat")
    let workers = WorkerPool(threads: settings.workers)
    let sessions = Sessions(workplace: workplace, isBehindProxy: settings.isBehindProxy)
    let log = RequestLog(logger)
    let handling = RequestHandling(
      sessions: sessions, hosts: settings.isBehindProxy ? HostCheck(names: nil) : .loopback,
      workers: workers, bodies: BodyReader(), log: log)
    let responder = PageResponder(
      table: RouteTable(routes(sessions, log, workers)), handling: handling)
    let box = Mutex<ServiceGroup?>(nil)
    let application = Application(
      responder: responder, server: .http1(configuration: Self.connections),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), serverName: nil),
      onServerRunning: { channel in
        guard let group = box.withLock({ $0 }) else { return }
        started(Running(port: channel.localAddress?.port ?? 0, group: group))
      }, logger: logger)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    box.withLock { $0 = group }
    try await group.run()
    await workplace.jobs.stop()
    try await workers.stop()
  }

  private static var connections: HTTP1Channel.Configuration {
    var configuration = HTTP1Channel.Configuration()
    // Who says nothing for so long is gone.
    configuration.idleTimeout = .seconds(75)
    configuration.httpDecoder = .init(
      maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)
    return configuration
  }

  private func routes(
    _ sessions: Sessions, _ log: RequestLog, _ workers: WorkerPool
  ) -> Routes {
    var routes = Routes()
    FramePages(sessions: sessions).add(to: &routes)
    SignInPages(workplace, sessions).add(to: &routes)
    OwnAccountPages(workplace, sessions).add(to: &routes)
    PeoplePages(workplace).add(to: &routes)
    AuditPages(workplace).add(to: &routes)
    RegisterPages(workplace: workplace).add(to: &routes)
    StatisticsPages(workplace: workplace).add(to: &routes)
    ExportPages(workplace: workplace).add(to: &routes)
    JobPages(workplace: workplace).add(to: &routes)
    ProgramPages(
      workplace: workplace,
      health: ServerHealth(workplace: workplace, log: log, workers: workers)
    ).add(to: &routes)
    LetterPages(workplace).add(to: &routes)
    TemplatePages(workplace).add(to: &routes)
    ComparePages(workplace).add(to: &routes)
    return routes
  }
}
