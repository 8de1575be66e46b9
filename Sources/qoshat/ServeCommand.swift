#if Web
  import ArgumentParser
  import Diagnostics
  import Files
  import Glibc
  import QoshatWeb
  import Register

  struct ServeCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "serve",
      abstract: "Open the web application: letters, register, statistics, templates.",
      discussion:
        "On this machine without accounts it serves one user. Any other address needs accounts (qoshat account) and --behind-proxy."
    )

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port = 8080

    @Flag(help: "A proxy in front speaks TLS with the browsers (docs/serve.md).")
    var behindProxy = false

    @OptionGroup var options: GlobalOptions

    func perform(_ log: DiagnosticLog) throws {
      let register: Register
      let hasAccounts: Bool
      do throws(RegisterError) {
        register = try Register.open(at: options.registerPath)
        hasAccounts = try register.hasAccounts()
      } catch {
        throw log.failure(error)
      }
      try check(hasAccounts: hasAccounts, log)
      let folder: String
      do throws(FileError) {
        folder = try FileSystem.makeUniqueFolder(
          beginning: "\(FileSystem.temporaryFolder)/qoshat-serve-")
      } catch {
        throw log.failure(writing: error)
      }
      defer { FileSystem.removeTree(folder) }
      let fixed = options.today
      let workplace = Workplace(
        register: register, library: options.library, folder: folder, program: Qoshat.version,
        today: { fixed ?? GlobalOptions.systemDate }, now: { time(nil) })
      var settings = WebServer.Settings()
      settings.host = host
      settings.port = port
      settings.isBehindProxy = behindProxy
      settings.workers = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
      try serve(WebServer(workplace, settings), log)
    }

    /// Nobody shall reach letters over the network by mistake.
    private func check(hasAccounts: Bool, _ log: DiagnosticLog) throws {
      let isLoopback = ["127.0.0.1", "::1", "localhost"].contains(host)
      if !isLoopback, !behindProxy {
        throw log.usage(
          Message(
            kk:
              "\(host) мекенжайы тек TLS прокси-сервері артында жұмыс істейді: `--behind-proxy` көрсетіңіз",
            ru:
              "по адресу \(host) сервер работает только за прокси с TLS: укажите `--behind-proxy`",
            en: "at \(host) the server runs only behind a proxy with TLS: give `--behind-proxy`"))
      }
      if behindProxy, !hasAccounts {
        throw log.usage(
          Message(
            kk: "есептік жазбалар жоқ: алдымен `qoshat account add` арқылы әкімші қосыңыз",
            ru: "нет учётных записей: сначала добавьте администратора, `qoshat account add`",
            en: "there are no accounts: first make an administrator with `qoshat account add`"))
      }
    }

    private func serve(_ server: WebServer, _ log: DiagnosticLog) throws {
      let host = host
      do throws(WebServer.StartFailure) {
        try server.runUntilStopped { port in
          StandardStreams.write("http://\(host):\(port)/\n", to: .output)
        }
      } catch {
        guard case .address(let detail) = error else { return }
        log.add([
          Diagnostic(
            "W100",
            Message(
              kk: "сервер \(host):\(port) мекенжайында іске қосылмады",
              ru: "сервер не запустился по адресу \(host):\(port)",
              en: "the server could not start at \(host):\(port)"),
            hint: Message(kk: detail, ru: detail, en: detail))
        ])
        throw CommandFailure.environment
      }
    }
  }
#endif
