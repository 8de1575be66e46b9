import Files
import Foundation
import Glibc
import TestSupport
import Testing

@testable import QoshatWeb

/// What somebody sends who means no good.
@Suite struct AttackTests {
  @Test("A body without end would fill the memory")
  func oversize() async throws {
    let server = try await TestServer()
    let client = server.client()
    let token = try client.get("/compare").formToken ?? ""
    let answer = try client.request(
      "POST", "/compare",
      headers: [
        "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "99999999999",
      ],
      body: Array("formToken=\(token)".utf8))
    #expect(answer.status == 413)
    // Said in pieces, without a length, it is refused when the limit is reached.
    let connection = try TestConnection(port: server.port)
    try connection.send(
      Array(
        "POST /letters/new HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
          .utf8))
    let piece = Array("10000\r\n".utf8) + [UInt8](repeating: 0x61, count: 0x10000) + [13, 10]
    for _ in 0..<64 { try? connection.send(piece) }
    let refusal = connection.answer()
    // Who goes on sending may lose the answer with the connection.
    if !refusal.isEmpty { #expect(try TestClient.parsed(refusal).status == 413) }
    #expect(try client.get("/health").status == 200)
  }

  @Test("A file outside the folder of templates could be read or written")
  func paths() async throws {
    let server = try await TestServer()
    let client = server.client()
    for path in [
      "/templates/..%2f..%2fetc/kk/file", "/templates/../../etc/passwd",
      "/assets/..%2f..%2fPackage.swift",
      "/templates/%2e%2e/kk/file", "/templates/response/..%2fkk/file",
      "/templates/reference/kk/file",
      "/templates/response/kk/versions/..%2f1/file", "/compare/..%2f/copy/kk", "/letters/..%2f1",
      "/templates/response%00/kk/file",
    ] {
      #expect(try client.get(path).status == 404, "\(path)")
    }
  }

  @Test("Nonsense in the place of a request would stop the server")
  func nonsense() async throws {
    let server = try await TestServer()
    for text in [
      "", "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}",
      "GET /%ff HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
      "GET /?a=%zz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
      "GET / HTTP/1.1\r\n\r\n",
      "POST /letters HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
      "POST /letters HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + String(repeating: "a", count: 100_000)
        + "\r\n\r\n",
      "GET /" + String(repeating: "a/", count: 30_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ] {
      let connection = try TestConnection(port: server.port, seconds: 1)
      try? connection.send(Array(text.utf8))
      let answer = connection.answer()
      if !answer.isEmpty {
        #expect(try (300..<500).contains(TestClient.parsed(answer).status), "\(text.prefix(80))")
      }
    }
    #expect(try server.client().get("/health").status == 200)
  }

  @Test("An upload that is no document, or one made to exhaust the machine, would break the page")
  func hostileUploads() async throws {
    let server = try await TestServer()
    let client = server.client()
    // An archive whose document says that it is larger than it is.
    let liar = ZipBuilder([
      ZipBuilder.Entry("word/document.xml", "<w:document/>").with { $0.size = 0xFFFF_FFF0 }
    ]).bytes()
    for bytes in [[], Array("PK".utf8), [UInt8](repeating: 0xFF, count: 5_000), liar] {
      let answer = try client.upload(
        "/compare", from: "/compare",
        files: [("kk", "a.docx", bytes), ("ru", "../../b.docx", bytes)])
      #expect(answer.status == 422)
      #expect(!answer.text.contains("../.."))
    }
    let template = try client.upload(
      "/templates/response/kk", from: "/templates/response",
      files: [("file-kk", "<script>.docx", liar)])
    let page = try client.following(template)
    #expect(page.text.contains(Phrase.templateRefused.ru))
    #expect(!page.text.contains("<script>."))
  }

  @Test("Two hundred people on slow lines would keep everybody else out")
  func slowClients() async throws {
    let server = try await TestServer()
    let slow = try (0..<200).map { index in
      let connection = try TestConnection(port: server.port)
      try connection.send(
        Array(
          (index.isMultiple(of: 2)
            ? "POST /compare HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\nformTok"
            : "GET /letters HTTP/1.1\r\nHo").utf8))
      return connection
    }
    for _ in 0..<20 { #expect(try server.client().get("/compare").status == 200) }
    for connection in slow { try connection.send(Array("e".utf8)) }
    #expect(try server.client().get("/health").status == 200)
  }
}
