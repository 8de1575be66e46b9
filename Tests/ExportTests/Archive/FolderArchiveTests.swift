import Export
import Files
import Foundation
import Testing

@Suite struct FolderArchiveTests {
  private static let files: [(name: String, text: String)] = [
    ("manifest.json", String(repeating: "{\"a\": 1}", count: 10_000)),
    ("prescription/П-1.kk.docx", String(repeating: "docx", count: 100)),
    ("prescription/П-1.kk.txt", "Құрметті әріптестер!\n"), ("empty.txt", ""), ("empty.pdf", ""),
  ]

  @Test("An archive would lack a file, or have another text or name in it")
  func contents() throws {
    let folder = try Folder(Self.files)
    try FolderArchive.write(Self.files.map(\.name), of: folder.given, to: folder.archive)
    let listed = try Tool.run("python3", ["-c", Self.listing, folder.archive])
    guard let listed else { return }
    let expected = Self.files.map { file in
      let isStored = file.text.isEmpty || file.name.hasSuffix("docx")
      return
        "\(file.name) \(isStored ? 0 : 8) (1980, 1, 1, 0, 0, 0) 0o100644 \(file.text.utf8.count)"
    }
    #expect(listed.split(separator: "\n").map(String.init) == expected)
    let unpacked = "\(folder.root)/unpacked"
    if try Tool.run("unzip", ["-q", folder.archive, "-d", unpacked]) != nil {
      for file in Self.files {
        #expect(try FileSystem.read("\(unpacked)/\(file.name)") == Array(file.text.utf8))
      }
    }
  }

  /// Reads every entry too, which compares its checksum.
  private static let listing = """
    sys, zipfile = map(__import__, ["sys", "zipfile"])
    with zipfile.ZipFile(sys.argv[1]) as archive:
      for entry in archive.infolist():
        archive.read(entry)
        print(entry.filename, entry.compress_type, entry.date_time, oct(entry.external_attr >> 16), entry.file_size)
    """

  @Test("A second archive of the same letters would be another one")
  func reproducibility() throws {
    let folder = try Folder(Self.files)
    let names = Self.files.map(\.name)
    try FolderArchive.write(names, of: folder.given, to: folder.archive)
    let first = try FileSystem.read(folder.archive)
    let path = "\(folder.given)/\(names[0])"
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000), .posixPermissions: 0o600],
      ofItemAtPath: path)
    // What stood there is replaced.
    try FolderArchive.write(names, of: folder.given, to: folder.archive)
    #expect(try FileSystem.read(folder.archive) == first)
    try FolderArchive.write(names.reversed(), of: folder.given, to: folder.archive)
    #expect(try FileSystem.read(folder.archive) != first)
  }

  @Test("A missing letter would leave half an archive, or take the earlier one with it")
  func missing() throws {
    let folder = try Folder(Self.files)
    try FolderArchive.write(Self.files.map(\.name), of: folder.given, to: folder.archive)
    let before = try FileSystem.read(folder.archive)
    let error = #expect(throws: FileError.self) {
      try FolderArchive.write(
        Self.files.map(\.name) + ["absent.txt"], of: folder.given, to: folder.archive)
    }
    #expect(error?.code == .missing)
    #expect(error?.path.hasSuffix("absent.txt") == true)
    #expect(try FileSystem.read(folder.archive) == before)
    #expect(try FileSystem.names(in: folder.root) == ["given", "letters.zip"])
  }

  private final class Folder {
    let root = FileManager.default.temporaryDirectory.path + "/archive-" + UUID().uuidString
    var given: String { "\(root)/given" }
    var archive: String { "\(root)/letters.zip" }

    init(_ files: [(name: String, text: String)]) throws {
      var set = FileSet()
      for file in files {
        let path = "\(given)/\(file.name)"
        try FileSystem.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        try set.add(Array(file.text.utf8), as: path)
      }
      try set.commit()
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }
  }
}

/// A program that others look into archives with.
private enum Tool {
  /// What it prints; `nil` where it is not installed.
  static func run(_ name: String, _ arguments: [String]) throws -> String? {
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let path else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(name)")
    return String(decoding: output, as: UTF8.self)
  }
}
