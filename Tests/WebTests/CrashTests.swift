import Dispatch
import Files
import Foundation
import JSON
import Letters
import Register
import Testing

/// The program dies while people work.
@Suite struct CrashTests {
  @Test("What the page has shown as saved would be lost when the server is killed")
  func killedWhileSaving() throws {
    let folder = try FileSystem.makeUniqueFolder(
      beginning: "\(FileManager.default.temporaryDirectory.path)/qoshat-killed-")
    defer { FileSystem.removeTree(folder) }
    let path = "\(folder)/register.sqlite"
    let letter = try Register.create(at: path).createLetter(
      kind: "response", by: .local(), at: 1_639_500_000
    ).id
    var (number, version, saves) = (0, 1, 0)
    for round in 0..<12 {
      let program = try ServedProgram(["--register", path, "--today", "2021-12-15"])
      let client = TestClient(port: program.port, language: .ru)
      let token = try #require(try client.get("/letters/new").formToken)
      let process = program.id
      DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(150 + 70 * round)) {
        ServedProgram.kill(process)
      }
      while true {
        let body =
          "formToken=\(token)&version=\(version)&do=save&registration.number=\(number + 1)"
        let answer = try? client.request(
          "POST", "/letters/\(letter)",
          headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Array(body.utf8))
        guard let answer, answer.status == 303 else { break }
        (number, version, saves) = (number + 1, version + 1, saves + 1)
      }
      let record = try #require(try Register.open(at: path).letter(letter))
      let data = try JSON(parsing: record.data)
      let kept = data["registration"]?["number"]?.string.flatMap { Int($0) } ?? 0
      // The last one may have been written without anybody having been told.
      #expect([number, number + 1].contains(kept), "round \(round)")
      (number, version) = (kept, record.version)
    }
    #expect(saves > 12)
    #expect(try Register.open(at: path).verify().isEmpty)
  }

  @Test("Who is told to stop would cut people short, or not stop")
  func stopped() throws {
    let folder = try FileSystem.makeUniqueFolder(
      beginning: "\(FileManager.default.temporaryDirectory.path)/qoshat-stopped-")
    defer { FileSystem.removeTree(folder) }
    let path = "\(folder)/register.sqlite"
    _ = try Register.create(at: path)
    let program = try ServedProgram(["--register", path])
    let connection = try TestConnection(port: program.port)
    let request =
      "POST /compare HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\n\r\n"
    try connection.send(Array((request + "a=").utf8))
    // Asleep on its own thread: beside other tests a task would wake long after the server has lost patience.
    Thread.sleep(forTimeInterval: 0.2)
    program.stop()
    Thread.sleep(forTimeInterval: 0.3)
    #expect(program.isRunning)
    #expect((try? TestConnection(port: program.port, seconds: 1)) == nil)
    try connection.send(Array("12".utf8))
    #expect(try TestClient.parsed(connection.answer()).status == 403)
    for _ in 0..<100 where program.isRunning { Thread.sleep(forTimeInterval: 0.1) }
    #expect(!program.isRunning)
    #expect(program.status == 0)
  }
}
