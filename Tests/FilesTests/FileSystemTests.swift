import Diagnostics
import Files
import Foundation
import Testing

@Suite struct FileSystemTests {
  private func code(_ body: () throws(FileError) -> Void) -> FileError.Code? {
    do throws(FileError) {
      try body()
      return nil
    } catch {
      return error.code
    }
  }

  @Test("Case data would be read in part, or its reader be told nothing useful")
  func reading() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "қ", count: 300_000)
    try folder.write(text, as: "a.json")
    try folder.write("", as: "empty.json")
    #expect(try FileSystem.read(folder.path("a.json")) == Array(text.utf8))
    #expect(try FileSystem.read(folder.path("empty.json")).isEmpty)
    #expect(code { () throws(FileError) in _ = try FileSystem.read(folder.path) } == .notAFile)
    #expect(
      code { () throws(FileError) in _ = try FileSystem.read(folder.path("none")) } == .missing)
    #expect(
      code { () throws(FileError) in _ = try FileSystem.read(folder.path("a.json/x")) }
        == .notAFolder)
    #expect(code { () throws(FileError) in _ = try FileSystem.read("") } == .missing)
  }

  @Test("A file without end would fill the memory")
  func limits() throws {
    let folder = try TemporaryFolder()
    try folder.write("12345", as: "a")
    #expect(try FileSystem.read(folder.path("a"), limit: 5) == Array("12345".utf8))
    let short = code { () throws(FileError) in _ = try FileSystem.read(folder.path("a"), limit: 4) }
    #expect(short == .tooLarge)
    let endless = code { () throws(FileError) in
      _ = try FileSystem.read("/dev/zero", limit: 1 << 20)
    }
    #expect(endless == .tooLarge)
    #expect(try FileSystem.read(folder.path("a"), limit: .max).count == 5)
  }

  @Test("A register would be taken for another kind of file by its first bytes")
  func beginnings() throws {
    let folder = try TemporaryFolder()
    try folder.write("SQLite format 3", as: "a")
    #expect(try FileSystem.beginning(of: folder.path("a"), count: 6) == Array("SQLite".utf8))
    #expect(try FileSystem.beginning(of: folder.path("a"), count: 100).count == 15)
    #expect(try FileSystem.beginning(of: folder.path("a"), count: 0).isEmpty)
    #expect(try FileSystem.beginning(of: "/dev/zero", count: 300_000).count == 300_000)
    let missing = code { () throws(FileError) in
      _ = try FileSystem.beginning(of: folder.path("none"), count: 1)
    }
    #expect(missing == .missing)
  }

  @Test("An input would be written over under another of its names")
  func sameFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", as: "a")
    try folder.write("x", as: "b")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.path("soft"), withDestinationPath: folder.path("a"))
    try manager.linkItem(atPath: folder.path("a"), toPath: folder.path("hard"))
    try manager.createSymbolicLink(
      atPath: folder.path("folder"), withDestinationPath: folder.path)
    try manager.createSymbolicLink(
      atPath: folder.path("broken"), withDestinationPath: folder.path("none"))
    for name in ["a", "soft", "hard", "./a", "folder/a", "folder/./folder/hard"] {
      #expect(FileSystem.areSame(folder.path("a"), folder.path(name)), "\(name)")
    }
    for name in ["b", "none", "broken", "folder"] {
      #expect(!FileSystem.areSame(folder.path("a"), folder.path(name)), "\(name)")
    }
    #expect(!FileSystem.areSame(folder.path("none"), folder.path("none")))
  }

  @Test("A folder would be read as a file, or a missing file looked for elsewhere")
  func kinds() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", as: "a")
    #expect(FileSystem.kind(of: folder.path("a")) == .file)
    #expect(FileSystem.kind(of: folder.path) == .folder)
    #expect(FileSystem.kind(of: "/dev/null") == .other)
    #expect(FileSystem.kind(of: folder.path("none")) == nil)
    #expect(FileSystem.kind(of: folder.path("a/b")) == nil)
  }

  @Test("Files would be imported in an order that depends on the disk")
  func names() throws {
    let folder = try TemporaryFolder()
    for name in ["ә.csv", "b.csv", "B.csv", ".hidden", "a.csv", "я.csv"] {
      try folder.write("", as: name)
    }
    #expect(
      try FileSystem.names(in: folder.path)
        == [".hidden", "B.csv", "a.csv", "b.csv", "я.csv", "ә.csv"])
    let missing = code { () throws(FileError) in
      _ = try FileSystem.names(in: folder.path("none"))
    }
    #expect(missing == .missing)
    let file = code { () throws(FileError) in _ = try FileSystem.names(in: folder.path("a.csv")) }
    #expect(file == .notAFolder)
  }

  @Test("The output folder would have to be made by hand, or a file be taken for it")
  func folders() throws {
    let folder = try TemporaryFolder()
    for name in ["a/b/c", "a/b/c", "d//e/", "a/../f"] {
      try FileSystem.makeFolder(folder.path(name))
      #expect(FileSystem.kind(of: folder.path(name)) == .folder)
    }
    try folder.write("x", as: "file")
    #expect(
      code { () throws(FileError) in try FileSystem.makeFolder(folder.path("file")) }
        == .notAFolder)
    #expect(
      code { () throws(FileError) in try FileSystem.makeFolder(folder.path("file/x/y")) }
        == .notAFolder)
    #expect(code { () throws(FileError) in try FileSystem.makeFolder("/sys/qoshat") } == .forbidden)
  }

  @Test("A register in a folder that is closed or missing would be said to be broken")
  func writableFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", as: "file")
    try FileSystem.checkWritable(folder: folder.path)
    func code(_ path: String) -> FileError.Code? {
      self.code { () throws(FileError) in try FileSystem.checkWritable(folder: path) }
    }
    #expect(code(folder.path("none")) == .missing)
    #expect(code(folder.path("file")) == .notAFolder)
    if geteuid() != 0 { #expect(code("/sys") == .forbidden) }
    FileSystem.remove(folder.path("file"))
    FileSystem.remove(folder.path("file"))
    #expect(try folder.names.isEmpty)
  }

  @Test("A failure would be told in one language only, or without the file's name")
  func messages() throws {
    for writing in [false, true] {
      let error = try #require(
        #expect(throws: FileError.self) { try FileSystem.makeFolder("/sys/қалта") })
      let diagnostic = error.diagnostic(writing: writing)
      #expect(diagnostic.rule == (writing ? "O102" : "O101"))
      #expect(diagnostic.severity == .error)
      #expect(diagnostic.places.map(\.file) == ["/sys/қалта"])
      let texts = MessageLanguage.allCases.map { diagnostic.message[$0] }
      #expect(Set(texts).count == 3 && texts.allSatisfy { !$0.isEmpty })
      #expect(diagnostic.message.en.contains(writing ? "write" : "read"))
      #expect(diagnostic.hint?.en == error.detail)
    }
    let missing = try #require(
      #expect(throws: FileError.self) { try FileSystem.read("none.json") })
    #expect(
      missing.diagnostic(writing: false).rendered(in: .ru)
        == "none.json: ошибка O101: файл или папка не найдены")
  }

  @Test("A folder would stand there with some of its files, or take the place of another")
  func newFolders() throws {
    let folder = try TemporaryFolder()
    let files = [("a.txt", Array("1".utf8)), ("b.txt", Array("2".utf8))]
    func make(
      _ name: String, _ files: [(name: String, bytes: [UInt8])]
    ) throws(FileError) -> Bool {
      try FileSystem.makeFolder(folder.path(name), holding: files)
    }
    #expect(try make("new", files))
    #expect(folder.text("new/a.txt") == "1" && folder.text("new/b.txt") == "2")
    try folder.write("mine", as: "new/a.txt")
    try FileSystem.makeFolder(folder.path("empty"))
    try folder.write("", as: "file")
    for taken in ["new", "empty", "file"] { #expect(try !make(taken, files)) }
    #expect(folder.text("new/a.txt") == "mine")
    #expect(try FileSystem.names(in: folder.path("empty")).isEmpty)
    // The second file cannot be written: the first must not stay.
    let tooLong = [("a.txt", Array("1".utf8)), (String(repeating: "n", count: 300), [])]
    let failed = code { () throws(FileError) in _ = try make("none", tooLong) }
    #expect(failed == .failed)
    let homeless = code { () throws(FileError) in _ = try make("none/new", files) }
    #expect(homeless == .missing)
    #expect(try folder.names == ["empty", "file", "new"])
  }
}
