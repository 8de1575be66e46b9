import Foundation
import JSON

/// A real browser, Chromium without a window, driven as its user would.
///
/// - Source: W3C WebDriver.
final class Browser {
  private let port: Int
  private let session: String
  /// Where it puts what is downloaded.
  let downloads: String

  /// Whether the browser and its driver are there; on the machine that decides whether a change is taken they must be.
  static var isInstalled: Bool { driver != nil || ProcessInfo.processInfo.environment["CI"] != nil }

  private static var driver: String? {
    ["/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  init(language: String = "ru", width: Int = 1280, height: Int = 1000) throws {
    port = try DriverProcess.shared.get().port
    downloads =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("qoshat-downloads-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: downloads, withIntermediateDirectories: true)
    let options: JSON = [
      "capabilities": [
        "alwaysMatch": [
          "browserName": "chrome",
          "goog:loggingPrefs": ["browser": "ALL"],
          "goog:chromeOptions": [
            "args": [
              "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
              "--disable-dev-shm-usage", .string("--window-size=\(width),\(height)"),
              .string("--lang=\(language)"),
            ],
            "prefs": [
              "download.default_directory": .string(downloads),
              "intl.accept_languages": .string(language),
            ],
          ],
        ]
      ]
    ]
    let answer = try Self.call(port, "POST", "/session", options)
    guard let id = answer["sessionId"]?.string else { throw TestFailure("no session: \(answer)") }
    session = id
  }

  deinit {
    _ = try? Self.call(port, "DELETE", "/session/\(session)", nil)
    try? FileManager.default.removeItem(atPath: downloads)
  }

  // MARK: What a user does

  func open(_ address: String) throws {
    try command("POST", "url", ["url": .string(address)])
  }

  var address: String {
    get throws { try command("GET", "url").string ?? "" }
  }

  func click(_ selector: String) throws {
    let element = try element(selector)
    try run("arguments[0].scrollIntoView({block: 'center'})", [reference(element)])
    try command("POST", "element/\(element)/click", [:])
  }

  /// Clicks what bears exactly this text: a link or a button.
  func press(_ text: String) throws {
    let quoted = text.replacingOccurrences(of: "'", with: "’")
    let element = try element(
      "//*[self::a or self::button][normalize-space(.)='\(quoted)']", by: "xpath")
    try run("arguments[0].scrollIntoView({block: 'center'})", [reference(element)])
    try command("POST", "element/\(element)/click", [:])
  }

  /// Puts `text` in the place of what a field has.
  func fill(_ selector: String, _ text: String) throws {
    let element = try element(selector)
    try run("arguments[0].scrollIntoView({block: 'center'})", [reference(element)])
    try command("POST", "element/\(element)/clear", [:])
    try command("POST", "element/\(element)/value", ["text": .string(text)])
  }

  /// A date, as a picker gives it, whatever order the browser's language has for its typing.
  func pick(_ selector: String, date: String) throws {
    try run(
      """
      arguments[0].value = arguments[1];
      arguments[0].dispatchEvent(new Event('input', {bubbles: true}));
      arguments[0].dispatchEvent(new Event('change', {bubbles: true}));
      """, [reference(try element(selector)), .string(date)])
  }

  func choose(_ selector: String, value: String) throws {
    try run(
      """
      arguments[0].value = arguments[1];
      arguments[0].dispatchEvent(new Event('change', {bubbles: true}));
      """, [reference(try element(selector)), .string(value)])
  }

  /// Gives a file to a file field.
  func attach(_ selector: String, _ path: String) throws {
    let element = try element(selector)
    try command("POST", "element/\(element)/value", ["text": .string(path)])
  }

  // MARK: What a user sees

  func text(_ selector: String) throws -> String {
    let element = try element(selector)
    return try command("GET", "element/\(element)/text").string ?? ""
  }

  func has(_ selector: String) throws -> Bool {
    let found = try command(
      "POST", "elements", ["using": "css selector", "value": .string(selector)])
    guard case .array(let elements) = found else { return false }
    return !elements.isEmpty
  }

  func value(_ selector: String) throws -> String {
    let element = try element(selector)
    return try command("GET", "element/\(element)/property/value").string ?? ""
  }

  /// Waits until `condition` holds, as a user does who looks at the page.
  func wait(
    _ what: String, seconds: Double = 20, until condition: () throws -> Bool
  ) throws {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if (try? condition()) == true { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
    throw TestFailure("waited in vain for: \(what), at \(try address)")
  }

  /// Works in the frame until `body` ends.
  func inFrame<Result>(_ selector: String, _ body: () throws -> Result) throws -> Result {
    try command("POST", "frame", ["id": reference(try element(selector))])
    defer { _ = try? command("POST", "frame/parent", [:]) }
    return try body()
  }

  func accept() throws { try command("POST", "alert/accept", [:]) }

  func resize(width: Int, height: Int) throws {
    try command(
      "POST", "window/rect",
      ["x": 0, "y": 0, "width": .integer(width), "height": .integer(height)])
  }

  /// The file that was downloaded, when it is complete.
  func download(ending: String) throws -> [UInt8] {
    var path: String?
    try wait("a download \(ending)", seconds: 60) {
      path = try FileManager.default.contentsOfDirectory(atPath: downloads)
        .first { $0.hasSuffix(ending) }
      return path != nil
    }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(downloads)/\(path ?? "")")))
  }

  /// The whole page as a picture, where pictures are asked for: `SCREENSHOTS=docs/pictures make test`.
  func picture(_ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SCREENSHOTS"] else { return }
    let height = try run("return document.documentElement.scrollHeight")
    if case .integer(let height) = height {
      try resize(width: 1280, height: min(height + 120, 3000))
    }
    let encoded = try command("GET", "screenshot").string ?? ""
    guard let data = Data(base64Encoded: encoded) else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
    try resize(width: 1280, height: 1000)
  }

  /// What the browser complained of: scripts that broke, resources that the page's policy forbids.
  func complaints() throws -> [String] {
    guard
      case .array(let entries) = try command("POST", "se/log", ["type": "browser"])
    else { return [] }
    return entries.filter { $0["level"]?.string == "SEVERE" }
      .compactMap { $0["message"]?.string }
  }

  @discardableResult
  func run(_ script: String, _ arguments: [JSON] = []) throws -> JSON {
    try command(
      "POST", "execute/sync", ["script": .string(script), "args": .array(arguments)])
  }

  /// Runs a script that calls its last argument with the result.
  func runAsync(_ script: String, _ arguments: [JSON] = []) throws -> JSON {
    try command(
      "POST", "execute/async", ["script": .string(script), "args": .array(arguments)])
  }

  // MARK: The protocol

  private static let elementKey = "element-6066-11e4-a52e-4f735466cecf"

  private func reference(_ element: String) -> JSON {
    .object([JSON.Member(Self.elementKey, .string(element))])
  }

  private func element(_ selector: String, by way: String = "css selector") throws -> String {
    let end = Date().addingTimeInterval(10)
    while true {
      do {
        let found = try command(
          "POST", "element", ["using": .string(way), "value": .string(selector)])
        if let id = found[Self.elementKey]?.string { return id }
      } catch {
        guard Date() < end else {
          throw TestFailure("no \(selector) at \(try address)")
        }
      }
      Thread.sleep(forTimeInterval: 0.1)
    }
  }

  @discardableResult
  private func command(_ method: String, _ path: String, _ body: JSON? = nil) throws -> JSON {
    try Self.call(port, method, "/session/\(session)/\(path)", body)
  }

  private static func call(
    _ port: Int, _ method: String, _ path: String, _ body: JSON?
  ) throws -> JSON {
    let content = body.map { Array($0.serialized(indented: false).utf8) } ?? []
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(content.count)\r\n\r\n"
    let bytes = try TestClient.exchange(Array(head.utf8) + content, port: port, seconds: 120)
    let answer = try TestClient.parsed(bytes)
    let json = try JSON(parsing: answer.bytes)
    guard answer.status == 200, let value = json["value"] else {
      let message = json["value"]?["message"]?.string ?? answer.text
      throw TestFailure("\(path): \(message.prefix(400))")
    }
    return value
  }
}

/// The driver of the browser, started once and ended with the tests.
private final class DriverProcess: Sendable {
  static let shared = Result { try DriverProcess() }

  let port: Int

  private init() throws {
    let driver = ["/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let driver else { throw TestFailure("no chromedriver: apt-get install chromium-driver") }
    let port = Int.random(in: 20_000..<40_000)
    let process = Process()
    // The driver would outlive tests that crash; the shell ends it when this process is no more.
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "trap : HUP INT TERM; \"$1\" --port=$2 --silent & "
        + "while kill -0 $3 2>/dev/null; do sleep 1; done; kill $!",
      "sh", driver, String(port), String(ProcessInfo.processInfo.processIdentifier),
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.port = port
    for _ in 0..<200 {
      if (try? TestConnection(port: port)) != nil { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw TestFailure("chromedriver does not answer")
  }
}
