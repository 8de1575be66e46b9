import Foundation
import Glibc
import Letters

/// A browser without a screen: keeps cookies, and sends exactly what it is told.
final class TestClient {
  let port: Int
  let language: LetterLanguage
  var cookies: [String: String] = [:]

  init(port: Int, language: LetterLanguage) {
    self.port = port
    self.language = language
  }

  struct Answer {
    let status: Int
    let headers: [(name: String, value: String)]
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The hidden token of the page's forms.
    var formToken: String? {
      text.firstMatch(of: /name="formToken" value="([0-9a-f]{64})"/).map { String($0.1) }
    }
  }

  func get(_ path: String, headers: [String: String] = [:]) throws -> Answer {
    try request("GET", path, headers: headers)
  }

  /// Sends a form as the page at `page` would: with its token.
  func post(
    _ path: String, from page: String? = nil, _ fields: KeyValuePairs<String, String>
  ) throws -> Answer {
    let token = try get(page ?? "/letters").formToken ?? self.token
    let pairs = [("formToken", token)] + fields.map { ($0.key, $0.value) }
    let body = pairs.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&")
    return try request(
      "POST", path, headers: ["Content-Type": "application/x-www-form-urlencoded"],
      body: Array(body.utf8))
  }

  /// Sends files, as a form with `enctype="multipart/form-data"` does.
  func upload(
    _ path: String, from page: String? = nil, _ fields: KeyValuePairs<String, String> = [:],
    files: [(field: String, name: String, bytes: [UInt8])]
  ) throws -> Answer {
    let token = try get(page ?? "/letters").formToken ?? self.token
    let boundary = "----boundary-of-a-test"
    var body: [UInt8] = []
    for (name, value) in [("formToken", token)] + fields.map({ ($0.key, $0.value) }) {
      body += Array(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
      )
    }
    for file in files {
      body += Array(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
          .utf8)
      body += file.bytes + Array("\r\n".utf8)
    }
    body += Array("--\(boundary)--\r\n".utf8)
    return try request(
      "POST", path, headers: ["Content-Type": "multipart/form-data; boundary=\(boundary)"],
      body: body)
  }

  private var token: String = ""

  /// Follows redirections of the server to itself.
  func following(_ answer: Answer) throws -> Answer {
    var answer = answer
    for _ in 0..<5 {
      guard (300..<400).contains(answer.status), let location = answer.header("Location") else {
        break
      }
      answer = try get(location)
    }
    return answer
  }

  func request(
    _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8]? = nil
  ) throws -> Answer {
    var lines = ["\(method) \(path) HTTP/1.1"]
    var all = ["Host": "127.0.0.1:\(port)", "Accept-Language": language.rawValue]
    all["Connection"] = "close"
    if !cookies.isEmpty {
      all["Cookie"] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    if let body { all["Content-Length"] = String(body.count) }
    for (name, value) in headers { all[name] = value }
    lines += all.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value)" }
    let head = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    let answer = try Self.parsed(Self.exchange(head + (body ?? []), port: port))
    for header in answer.headers where header.name.lowercased() == "set-cookie" {
      let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
    }
    return answer
  }

  /// Sends `bytes` as they are and reads until the server has closed the connection.
  static func exchange(_ bytes: [UInt8], port: Int, seconds: Int = 30) throws -> [UInt8] {
    let connection = try TestConnection(port: port, seconds: seconds)
    // A server that refuses a body may answer before it has read it.
    try? connection.send(bytes)
    return connection.answer()
  }

  static func parsed(_ bytes: [UInt8]) throws -> Answer {
    let data = Data(bytes)
    guard let end = data.range(of: Data("\r\n\r\n".utf8)) else {
      throw TestFailure("no answer: \(String(decoding: bytes.prefix(200), as: UTF8.self))")
    }
    let lines = String(decoding: data[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    let headers = lines.dropFirst().map { line -> (name: String, value: String) in
      let halves = line.split(separator: ":", maxSplits: 1)
      return (
        String(halves[0]),
        halves.count > 1 ? halves[1].trimmingCharacters(in: .whitespaces) : ""
      )
    }
    var body = Array(data[end.upperBound...])
    if headers.contains(where: {
      $0.name.lowercased() == "transfer-encoding" && $0.value == "chunked"
    }) {
      body = dechunked(body)
    }
    return Answer(status: status, headers: headers, bytes: body)
  }

  private static func dechunked(_ bytes: [UInt8]) -> [UInt8] {
    var rest = Data(bytes)
    var body: [UInt8] = []
    while let line = rest.range(of: Data("\r\n".utf8)),
      let size = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16), size > 0
    {
      let chunk = rest[line.upperBound...].prefix(size)
      body += chunk
      rest = Data(rest[line.upperBound...].dropFirst(size + 2))
    }
    return body
  }

  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

/// One connection to the server, with time limits, so that a test of a hanging server fails and does not hang.
final class TestConnection {
  private let descriptor: Int32

  init(port: Int, seconds: Int = 30) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port)).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw TestFailure("no connection to port \(port)") }
  }

  func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw TestFailure("the server closed the connection") }
      sent += count
    }
  }

  /// Everything until the server closes, or says nothing for the time limit.
  func rest() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// One answer; ends where its length says so, or with the connection.
  func answer() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var whole: Int?
    while true {
      if whole == nil, let end = Self.endOfHead(bytes) {
        let head = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        let length = head.firstMatch(of: /content-length: *([0-9]+)/).flatMap { Int($0.1) }
        whole = length.map { end + $0 } ?? .max
      }
      if let whole, bytes.count >= whole { return bytes }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (4...bytes.count).first { bytes[($0 - 4)..<$0].elementsEqual([13, 10, 13, 10]) }
  }

  deinit { close(descriptor) }
}
