import Files
import Foundation
import Register
import Testing

@testable import QoshatWeb

/// The example of docs/examples/serve/nginx.conf, run as it is but for names, ports and the certificate.
@Suite(.enabled(if: ProxyTools.areInstalled))
struct ProxyTests {
  private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, text: String)
  {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  /// Starts the example's proxy for the server at `port` on two ports that nobody else has.
  private func started(
    in folder: String, before port: Int
  ) async throws -> (proxy: Process, http: Int, https: Int) {
    for _ in 0..<10 {
      // Below those that the system gives to connections and to servers of other tests.
      let http = Int.random(in: 20_000..<32_000)
      let https = http + 1
      try configuration(in: folder, before: port, http: http, https: https)
        .write(toFile: "\(folder)/nginx.conf", atomically: false, encoding: .utf8)
      let proxy = Process()
      proxy.executableURL = URL(fileURLWithPath: "/usr/sbin/nginx")
      proxy.arguments = ["-c", "\(folder)/nginx.conf", "-p", folder]
      proxy.standardError = FileHandle.nullDevice
      try proxy.run()
      // A busy machine may need many seconds; a proxy whose port is taken ends by itself.
      for _ in 0..<1200 where proxy.isRunning {
        if FileManager.default.fileExists(atPath: "\(folder)/nginx.pid"),
          (try? TestConnection(port: https)) != nil
        {
          return (proxy, http, https)
        }
        try await Task.sleep(for: .milliseconds(50))
      }
      proxy.terminate()
      proxy.waitUntilExit()
    }
    let log = try? String(contentsOfFile: "\(folder)/error.log", encoding: .utf8)
    throw TestFailure("the proxy did not start: \(log ?? "")")
  }

  private func configuration(
    in folder: String, before port: Int, http: Int, https: Int
  ) throws -> String {
    var example = try String(
      contentsOfFile: "\(TestServer.project)/docs/examples/serve/nginx.conf", encoding: .utf8)
    for (text, other) in [
      ("/etc/ssl/certs/letters.example.pem", "\(folder)/cert.pem"),
      ("/etc/ssl/private/letters.example.key", "\(folder)/key.pem"),
      ("127.0.0.1:8080", "127.0.0.1:\(port)"), ("listen 80;", "listen 127.0.0.1:\(http);"),
      ("listen [::]:80;", ""), ("listen 443 ssl http2;", "listen 127.0.0.1:\(https) ssl http2;"),
      ("listen [::]:443 ssl http2;", ""),
    ] {
      #expect(example.contains(text), "\(text)")
      example = example.replacingOccurrences(of: text, with: other)
    }
    return """
      daemon off; pid \(folder)/nginx.pid; error_log \(folder)/error.log;
      events {}
      http {
      access_log off; client_body_temp_path \(folder)/b; proxy_temp_path \(folder)/p;
      fastcgi_temp_path \(folder)/f; uwsgi_temp_path \(folder)/u; scgi_temp_path \(folder)/s;
      \(example)
      }
      """
  }

  @Test(
    "The office could not sign in behind the proxy, or the cookies would go over lines that others read"
  )
  func nginx() async throws {
    let server = try await TestServer { $0.isBehindProxy = true }
    _ = try server.workplace.register.addAccount(
      login: "aigerim", name: "А. Сапарова", role: .administrator, language: .ru,
      password: "дала қайың тоғыз", by: .local(), at: server.workplace.now())
    let folder = server.folder
    let key = try run(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=letters.example", "-keyout", "\(folder)/key.pem", "-out", "\(folder)/cert.pem",
      ])
    #expect(key.status == 0)
    let (proxy, http, https) = try await started(in: folder, before: server.port)
    defer { proxy.terminate() }
    let site = "https://letters.example:\(https)"
    let always = [
      "-s", "-i", "-k", "--resolve", "letters.example:\(https):127.0.0.1", "-b",
      "\(folder)/jar", "-c", "\(folder)/jar",
    ]
    let page = try run("/usr/bin/curl", always + ["\(site)/sign-in"]).text
    #expect(page.contains("__Host-qoshat="))
    #expect(page.contains("; Secure"))
    #expect(page.contains("max-age=31536000"))
    let token = try #require(page.firstMatch(of: /name="formToken" value="([0-9a-f]+)"/)).1
    let entered = try run(
      "/usr/bin/curl",
      always + [
        "--data-urlencode", "formToken=\(token)", "--data-urlencode", "login=aigerim",
        "--data-urlencode", "password=дала қайың тоғыз", "\(site)/sign-in",
      ]
    ).text
    #expect(entered.lowercased().contains("location: /letters"))
    #expect(try run("/usr/bin/curl", always + ["\(site)/letters"]).text.contains("А. Сапарова"))
    // The audit log has the browser's address, whatever the browser claims.
    _ = try run(
      "/usr/bin/curl",
      always + [
        "-H", "X-Forwarded-For: 6.6.6.6", "--data-urlencode", "formToken=\(token)",
        "\(site)/sign-in",
      ])
    let addresses = try server.workplace.register.auditEntries().map(\.address)
    #expect(!addresses.contains("6.6.6.6"))
    #expect(addresses.contains("127.0.0.1"))
    let plain = try run("/usr/bin/curl", ["-s", "-i", "http://127.0.0.1:\(http)/letters"]).text
    #expect(plain.contains("301"))
    #expect(plain.contains("Location: https://"))
  }
}

/// What the tests of the proxy need; on the machine that decides whether a change is taken it must be there.
private enum ProxyTools {
  static var areInstalled: Bool {
    ["/usr/sbin/nginx", "/usr/bin/openssl", "/usr/bin/curl"].allSatisfy {
      FileManager.default.isExecutableFile(atPath: $0)
    } || ProcessInfo.processInfo.environment["CI"] != nil
  }
}
