import Files
import Foundation
import Testing

@Suite struct FileSetTests {
  /// Adds and commits all files, or returns why not.
  private func write(_ files: [(path: String, text: String)]) -> FileError? {
    do throws(FileError) {
      var set = FileSet()
      for (path, text) in files { try set.add(Array(text.utf8), as: path) }
      try set.commit()
      return nil
    } catch {
      return error
    }
  }

  @Test("A letter would not be written whole, or other files would be left beside it")
  func writing() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "Құрметті депутат! ", count: 100_000)
    #expect(write([(folder.path("kk.txt"), long), (folder.path("ru.txt"), "")]) == nil)
    #expect(folder.text("kk.txt") == long)
    #expect(folder.text("ru.txt") == "")
    #expect(try folder.names == ["kk.txt", "ru.txt"])
  }

  @Test("A letter that only its author may read could be read by everybody after it is made anew")
  func permissionsAreKept() throws {
    let folder = try TemporaryFolder()
    try folder.write("earlier", as: "kk.txt")
    let path = folder.path("kk.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(write([(path, "later")]) == nil)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(folder.text("kk.txt") == "later")
  }

  @Test("The earlier letter would be gone before the new one is complete")
  func earlierContent() throws {
    let folder = try TemporaryFolder()
    try folder.write("earlier", as: "kk.txt")
    var set = FileSet()
    try set.add(Array("later".utf8), as: folder.path("kk.txt"))
    #expect(folder.text("kk.txt") == "earlier")
    try set.add(Array("later".utf8), as: folder.path("ru.txt"))
    #expect(folder.text("ru.txt") == nil)
    try set.commit()
    #expect(folder.text("kk.txt") == "later")
    #expect(folder.text("ru.txt") == "later")
    #expect(try folder.names == ["kk.txt", "ru.txt"])
  }

  @Test("One language of a letter would be new and the other old, or half-written files remain")
  func failureOfALaterFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("earlier", as: "kk.txt")
    let error = write([
      (folder.path("kk.txt"), "later"), (folder.path("new.txt"), "later"),
      (folder.path("none/ru.txt"), "later"),
    ])
    #expect(error?.code == .missing)
    #expect(error?.path == folder.path("none/ru.txt"))
    #expect(folder.text("kk.txt") == "earlier")
    #expect(try folder.names == ["kk.txt"])
  }

  @Test("Work that was given up would leave files behind")
  func givenUp() throws {
    let folder = try TemporaryFolder()
    do {
      var set = FileSet()
      try set.add([1, 2, 3], as: folder.path("kk.txt"))
      #expect(try folder.names.allSatisfy { $0.hasPrefix(".") })
    }
    #expect(try folder.names.isEmpty)
  }

  @Test("A wrong output path would be answered with a riddle, or destroy what stands there")
  func wrongPaths() throws {
    let folder = try TemporaryFolder()
    try folder.write("text", as: "file.txt")
    try FileManager.default.createDirectory(
      atPath: folder.path("inner"), withIntermediateDirectories: false)
    let table: [(path: String, code: FileError.Code)] = [
      (folder.path("none/kk.txt"), .missing), (folder.path("file.txt/kk.txt"), .notAFolder),
      (folder.path("inner"), .notAFile), (folder.path("inner/"), .notAFile),
      ("/dev/null", .notAFile), ("/sys/qoshat.txt", .forbidden),
      (folder.path(String(repeating: "ұ", count: 200)), .failed),
    ]
    for (path, code) in table {
      let error = write([(folder.path("first.txt"), "x"), (path, "x")])
      #expect(error?.code == code, "\(path)")
      #expect(error?.path == path)
      #expect(try folder.names == ["file.txt", "inner"])
    }
    #expect(FileSystem.kind(of: "/dev/null") == .other)
  }

  @Test(
    "A folder closed to us would be answered with a riddle",
    .enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func closedFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("earlier", as: "kk.txt")
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    let error = write([(folder.path("kk.txt"), "later")])
    #expect(error?.code == .forbidden)
    #expect(error?.detail.isEmpty == false)
    #expect(folder.text("kk.txt") == "earlier")
  }

  @Test("A letter with the longest name that the disk allows could not be written")
  func longestName() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "ұ", count: 125) + ".docx"
    #expect(name.utf8.count == 255)
    #expect(write([(folder.path(name), "x")]) == nil)
    #expect(try folder.names == [name])
  }

  @Test("A link to a file elsewhere would be replaced, and the file behind it stay as it was")
  func links() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("store"), withIntermediateDirectories: false)
    try folder.write("earlier", as: "store/kk.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("kk.txt"), withDestinationPath: "store/kk.txt")
    #expect(write([(folder.path("kk.txt"), "later")]) == nil)
    #expect(folder.text("store/kk.txt") == "later")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("kk.txt"))
        == "store/kk.txt")
  }

  @Test("Letters written at the same time would get each other's text")
  func concurrentSets() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("kk.txt")
    let texts = (0..<16).map { String(repeating: "\($0 % 10)", count: 200_000) }
    await withTaskGroup(of: FileError?.self) { group in
      for text in texts {
        group.addTask { self.write([(path, text)]) }
      }
      for await error in group { #expect(error == nil) }
    }
    #expect(texts.contains(folder.text("kk.txt") ?? ""))
    #expect(try folder.names == ["kk.txt"])
  }

  @Test("A file in the current folder could not be named without its folder")
  func nameAlone() throws {
    let name = "files-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: name) }
    #expect(write([(name, "x")]) == nil)
    #expect(try FileSystem.read(name) == Array("x".utf8))
  }
}
