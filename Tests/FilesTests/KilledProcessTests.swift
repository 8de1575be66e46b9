import Files
import Foundation
import Testing

@Suite struct KilledProcessTests {
  private static let length = 1 << 20

  @Test("A program stopped before it is done would take the earlier letter with it")
  func beforeCommit() async throws {
    let folder = try TemporaryFolder()
    try folder.write("earlier", as: "kk.txt")
    let path = folder.path("kk.txt")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      var set = FileSet()
      try set.add(Array("later".utf8), as: path)
      kill(getpid(), SIGKILL)
      try set.commit()
    }
    #expect(folder.text("kk.txt") == "earlier")
  }

  @Test("A program stopped at a bad moment would leave half a letter", arguments: [3, 10, 25])
  func atAnyMoment(milliseconds: Int) async throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "0", count: Self.length), as: "kk.txt")
    let path = folder.path("kk.txt")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, milliseconds = milliseconds as Int] in
      Thread.detachNewThread {
        usleep(UInt32(milliseconds) * 1000)
        kill(getpid(), SIGKILL)
      }
      for round in 1... {
        var set = FileSet()
        let digit = UInt8(ascii: "0") + UInt8(round % 10)
        try set.add([UInt8](repeating: digit, count: Self.length), as: path)
        try set.commit()
      }
    }
    // What has a name, be it the letter's or one that was to be renamed, is whole.
    for name in try folder.names {
      let text = try #require(folder.text(name))
      #expect(text.utf8.count == Self.length)
      #expect(Set(text.utf8).count == 1)
    }
    #expect(folder.text("kk.txt") != nil)
  }

  @Test("A program stopped at a bad moment would leave half a folder", arguments: [3, 10, 25])
  func newFolder(milliseconds: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("kind")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, milliseconds = milliseconds as Int] in
      for round in 1... {
        let files = ["a", "b", "c"].map { ($0, Array("whole".utf8)) }
        _ = try FileSystem.makeFolder("\(path)-\(round)", holding: files)
        guard round == 1 else { continue }
        Thread.detachNewThread {
          usleep(UInt32(milliseconds) * 1000)
          kill(getpid(), SIGKILL)
        }
      }
    }
    let made = try folder.names.filter { !$0.hasPrefix(".") }
    #expect(!made.isEmpty)
    for name in made {
      for file in ["a", "b", "c"] { #expect(folder.text("\(name)/\(file)") == "whole") }
    }
  }
}
